import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Forms in plain lines: one question at a time.
@Suite struct ConversationFormTests {
  @Test func `a question tells its label, what stands there and its help; Enter keeps`() {
    var talk = Talk()
    talk.type("events", "edit 3")
    #expect(
      talk.said.suffix(3) == [
        "Title. Question 1 of 7. Must be filled in.", "Now: Dialogue on disability and care",
        "In the language of the place.",
      ])
    talk.type("")
    #expect(
      talk.said == ["Country. Question 2 of 7.", "Now: France (FR)", "Type part of the name."])
    talk.type("back", "back")
    #expect(talk.said[0] == "This is the first question. leave goes back and keeps a draft.")
  }

  @Test func `a wrong value is told at once, stays where it is wanted, and stops saving`() {
    var talk = Talk()
    talk.type("new event", "A title", "", "31 feb")
    #expect(talk.said[1] == "Now: 31 feb")
    #expect(talk.said[2].hasPrefix("! \"31 feb\" is not a date."))
    talk.type("")
    #expect(talk.said[0] == "Place. Question 4 of 7.")
    talk.type("save")
    #expect(talk.said[0].hasPrefix("Not saved yet: something needs correcting"))
    #expect(talk.said[1] == "Date. Question 3 of 7.")
    talk.type("12 jun 2024", "save")
    #expect(talk.said[0] == "New event: A title · u undoes it")
  }

  @Test func `one of many values is found by a part, and several that fit are numbered`() {
    var talk = Talk()
    talk.type("new event", "A title", "united")
    #expect(talk.said[0].hasSuffix("values fit \"united\". Type a number, or more of the name:"))
    let kingdom = talk.said.first { $0.hasSuffix("United Kingdom") } ?? ""
    talk.type(String(kingdom.prefix { $0 != "." }))
    #expect(talk.said[0] == "Country: United Kingdom (GB)")
    #expect(talk.said[1] == "Date. Question 3 of 7.")
    talk.type("save")
    #expect(talk.programme.events.values.contains { $0.country == Fixture.country("GB") })
  }

  @Test func `values are chosen by number or beginning, and only there`() {
    var talk = Talk()
    talk.type("events", "edit 3", "skip")
    #expect(talk.said[0] == "What it is about")
    while !talk.said.contains(where: { $0.hasPrefix("Topics. ") }) { talk.type("") }
    talk.type("mental, 1")
    let topics = { talk.programme.events[Fixture.lyon.id]?.topics }
    talk.type("save")
    #expect(topics() == ["mentalHealth", "maternalHealth"])
    talk.type("edit", "skip")
    while !talk.said.contains(where: { $0.hasPrefix("Topics. ") }) { talk.type("") }
    #expect(talk.said.contains { $0.hasSuffix("mental health (chosen)") })
    talk.type("nonsense")
    #expect(talk.said[0] == "\"nonsense\" is not on the list.")
    talk.type("-", "save")
    #expect(topics() == [])
  }

  @Test func `a text that is one of the words with a meaning is typed with = before it`() {
    var talk = Talk()
    talk.type("new event", "=back", "save")
    #expect(talk.programme.events.values.contains { $0.title == "back" })
  }

  @Test func `commands come with a colon, and after the last question without`() {
    var talk = Talk()
    talk.type("new event", "A title", ":where")
    #expect(talk.said[0].hasPrefix("Event form: Country"))
    talk.type("", "", "", "", "", "")
    #expect(talk.said[0].hasPrefix("All questions have been asked."))
    #expect(talk.said[1].hasPrefix("more asks "))
    talk.type("more")
    #expect(talk.said[0] == "What it is about")
  }

  @Test func `every line is kept at once, leaving keeps a draft, and the draft goes on`() throws {
    var talk = Talk()
    talk.type("new event", "Half a title")
    #expect(talk.effects.contains { if case .state(.keepDraft) = $0 { true } else { false } })
    talk.type("leave")
    #expect(talk.said[0] == "Kept as a draft. Home offers it again.")
    let drafts = talk.conversation.application.desk.drafts
    var again = Talk(drafts: drafts)
    #expect(again.said[1] == "1 draft is waiting on Home: type its number to go on with it.")
    let line = try #require(again.said.first { $0.contains("Half a title") })
    again.type(String(line.prefix { $0 != "." }))
    #expect(again.text.contains("Country. Question 2 of 7."))
    again.type("back")
    #expect(again.said[1] == "Now: Half a title")
  }

  @Test func `a text of many lines grows line by line until a dot`() throws {
    var talk = Talk()
    talk.type("testimony", "Lyon")
    #expect(talk.said.contains { $0.hasPrefix("Words. Question 2") })
    talk.type("They spoke to my interpreter.")
    #expect(talk.said.isEmpty)
    talk.type("", "  Never to me.")
    let kept = try #require(
      talk.effects.compactMap { effect -> Draft? in
        if case .state(.keepDraft(let draft)) = effect { draft } else { nil }
      }.first)
    #expect(kept.fields["words"] == "They spoke to my interpreter.\n\n  Never to me.")
    talk.type(".")
    #expect(talk.said.contains { $0.hasPrefix("Language. ") })
  }

  @Test func `settings act at once, and another language is spoken from the next line on`() {
    var talk = Talk()
    talk.type("settings")
    while !talk.said.contains(where: { $0.hasPrefix("Language. ") }) { talk.type("") }
    talk.type("fran")
    #expect(talk.conversation.application.desk.settings.language == LanguageTag(stored: "fr"))
    #expect(talk.text.contains("Couleurs"))
  }
}

/// What numbers stand for when several lists were read out.
@Suite struct ConversationNumberTests {
  @Test func `a list of commands has the numbers only until the next line`() {
    var talk = Talk()
    talk.type("events", "commands", "")
    talk.type("1")
    #expect(talk.said[0] == "Event.", "\(talk.text)")
    #expect(talk.programme.events.count == 4)
  }

  @Test func `in a form, too, a number chooses from the commands that were listed last`() {
    var talk = Talk()
    talk.type("new event", ":save", ":testimon")
    #expect(talk.said.count == 3, "\(talk.text)")
    talk.type("2")
    #expect(talk.text.contains("Testimonies: 2 of 2"))
  }
}
