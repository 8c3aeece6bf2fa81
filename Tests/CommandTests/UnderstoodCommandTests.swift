import Foundation
import TestKit
import Testing

/// What commands understood from words they say back; what can be two they refuse.
@Suite struct UnderstoodCommandTests {
  @Test(arguments: [
    ("us", "2025-03-04-us-", "Tuesday, March 4, 2025 (month before day: United States)"),
    ("fr", "2025-04-03-fr-", "Thursday, April 3, 2025 (day before month: France)"),
  ])
  func `a date of numbers is read by the country of the same command, and said back`(
    country: String, id: String, words: String
  ) throws {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "event", "--title", "Evening", "--country", country, "--date", "3/4/2025")
    #expect(added.code == 0 && added.lines.count == 1)
    #expect(added.id.hasPrefix(id), "\(added.text)")
    #expect(added.said.contains("Date: \(words)\n"), "\(added.said)")
    // Wherever the country stands among the arguments.
    let later = try desktop.heard(
      "add", "event", "--title", "Evening", "--date", "3/4/2025", "--set", "country=\(country)")
    #expect(later.id.hasPrefix(id), "\(later.said)")
  }

  @Test func `without a clear custom both readings are told and nothing is stored`() throws {
    let desktop = try Desktop()
    let sentence =
      "--date: \"3/4/2025\" can be Thursday, April 3, 2025 or Tuesday, March 4, 2025. "
      + "Type 2025-04-03 or 2025-03-04.\n"
    for country in [[], ["--country", "jp"], ["--country", "CA"]] {
      let added = try desktop.run(
        Project.program,
        ["add", "event", "--title", "Evening", "--date", "3/4/2025"] + country)
      #expect(added.code == 2 && added.bytes.isEmpty)
      #expect(added.said == sentence)
    }
    #expect(try desktop.heard("list", "events", "--format", "json").text == "[]\n")
    let filtered = try desktop.heard("list", "events", "after:3/4/2025")
    #expect(filtered.code == 2)
    #expect(filtered.said.contains("Thursday, April 3, 2025 or Tuesday, March 4, 2025"))
  }

  @Test func `an edit that changes the country reads the date by the new one`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let edited = try desktop.heard(
      "edit", id, "--set", "start=3/4/2025", "--set", "country=us")
    #expect(edited.code == 0, "\(edited.said)")
    let events = try desktop.heard("list", "events", "--format", "json").objects
    #expect(events.first?["start"] as? String == "2025-03-04")
    let back = try desktop.heard("edit", id, "--set", "start=tomorrow")
    #expect(back.said.hasPrefix("Date: Monday, December 2, 2024\n"), "\(back.said)")
  }

  @Test func `an action takes the custom of its event, and days by words are said back`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let action = try desktop.heard(
      "add", "action", "--title", "Chairs", "--due", "3/4/2025", "--event", event)
    #expect(action.said.contains("Due: Thursday, April 3, 2025"), "\(action.said)")
    let shown = try desktop.heard("show", action.id, "--format", "json").object
    #expect(shown["due"] as? String == "2025-04-03")
    let open = try desktop.heard("add", "action", "--title", "Chairs", "--due", "3/4/2025")
    #expect(open.code == 2 && open.said.hasPrefix("--due: \"3/4/2025\" can be"))
  }

  @Test func `what stands as files hold it is not said again`() throws {
    let desktop = try Desktop()
    let added = try desktop.heard(
      "add", "event", "--title", "Evening", "--country", "FR", "--date", "2024-06-12", "--place",
      "Lyon", "--meeting", "hybrid", "--language", "en, fr")
    #expect(added.said == "New event: Evening\n")
    let named = try desktop.heard(
      "edit", added.id, "--set", "country=Braz", "--set", "languages=French", "--set",
      "format=onl", "--set", "topics=mental")
    #expect(
      named.said.split(separator: "\n").dropLast().map(String.init) == [
        "Country: Brazil (BR)", "Languages: French (fr)", "Format: online",
        "Topics: mental health",
      ])
  }

  @Test(arguments: [
    ("yes", "--language: \"yes\" is not a language known here."),
    ("ok", "--language: \"ok\" is not a language known here."),
    ("Narnian language", "--language: \"Narnian language\" is not"),
  ])
  func `a word that is only by chance a tag is no language`(text: String, start: String) throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let refused = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record", "--language",
      text, input: "Words")
    #expect(refused.code == 2 && refused.bytes.isEmpty)
    #expect(refused.said.hasPrefix(start), "\(refused.said)")
  }

  @Test(arguments: [
    ("français", "fr"), ("Japanese", "ja"), ("日本語", "ja"), ("LSF", "fsl"), ("pt-BR", "pt-BR"),
    ("tag:yua", "yua"), ("fr", "fr"),
  ])
  func `a language is understood by its name in any language of the program, or its tag`(
    text: String, tag: String
  ) throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      "--language", text, input: "Words")
    #expect(added.code == 0, "\(added.said)")
    let shown = try desktop.heard("show", added.id, "--format", "json").object
    #expect(shown["language"] as? String == tag)
  }

  @Test func `a name with which another begins is refused with both`() throws {
    let desktop = try Desktop()
    let refused = try desktop.heard("add", "event", "--title", "Evening", "--country", "Guinea")
    #expect(refused.code == 2 && refused.bytes.isEmpty)
    #expect(
      refused.said
        == "--country: \"Guinea\" fits several: Guinea (GN), Guinea-Bissau. "
        + "Type more of the name.\n")
    let id = try desktop.heard("add", "event", "--title", "Evening", "--country", "gn").id
    #expect(id.contains("gn"))
  }
}
