import Foundation
import TestKit
import Testing

/// Commands that write, asked what they would do; and what an edit says of what it takes the place of.
@Suite struct DryRunTests {
  /// All files of the programme with their content.
  private func everything(_ desktop: Desktop) throws -> String {
    try desktop.shell(
      "cd \"$HEARD_PROGRAMME\" && find . -type f -print0 | sort -z | xargs -0 md5sum"
    ).text
  }

  @Test func `every command that writes can say what it would do, and then writes nothing`() throws
  {
    let desktop = try Desktop()
    try desktop.settle(#"{"name": "Manon", "role": "manager", "theme": "standard"}"#)
    let event = try desktop.addEvent("Waiting rooms", "--place", "Lyon")
    let testimony = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: "I waited."
    ).id
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Iara").id
    try desktop.shell(
      """
      sed 's/"Lyon"/"Nice"/' "$HEARD_PROGRAMME/events/\(event).json" \
        > "$HEARD_PROGRAMME/events/\(event) (1).json"
      """
    ).expectDone()
    let before = try everything(desktop)
    let state = try desktop.shell("find \"$XDG_STATE_HOME\" -type f | sort | xargs md5sum").text
    let commands: [(arguments: [String], told: String)] = [
      (["add", "event", "--title", "Evening", "--country", "fr"], "Title: Evening"),
      (["add", "action", "--title", "Chairs", "--event", event], "Title: Chairs"),
      (["add", "member", "--name", "Odile"], "Name: Odile"),
      (["add", "person", "--event", event, "--pseudonym", "Ana"], "Ana"),
      (
        ["add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn"],
        "Nobody came."
      ),
      (["edit", event, "--set", "place=Metz"], "Place: Lyon → Metz"),
      (["edit", testimony, "--set", "words=Other words"], "I waited. → Other words"),
      (["edit", person, "--set", "personNote=Late"], "Late"),
      (["approve", "FR", "2024-Q2", "--yes"], "France, Q2 2024"),
      (["merge-copy", "events/\(event) (1).json"], "Waiting rooms"),
      (["undo"], ""),
    ]
    for (arguments, told) in commands {
      let answer = try desktop.run(
        Project.program, arguments + ["--dry-run"], input: "Nobody came.")
      // Nothing is left to be taken back: people were put on the list since.
      #expect(answer.code == (arguments == ["undo"] ? 2 : 0), "\(arguments): \(answer.said)")
      if told.isEmpty { continue }
      #expect(answer.text.contains(told), "\(arguments): \(answer.text)")
      #expect(answer.said.contains("Nothing was changed"), "\(arguments): \(answer.said)")
    }
    #expect(try everything(desktop) == before)
    #expect(
      try desktop.shell("find \"$XDG_STATE_HOME\" -type f | sort | xargs md5sum").text == state)
  }

  @Test func `a dry run refuses what would be refused`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    #expect(try desktop.heard("edit", id, "--set", "start=banana", "--dry-run").code == 2)
    #expect(try desktop.heard("edit", "2019", "--set", "place=Lyon", "--dry-run").code == 2)
    let same = try desktop.heard("edit", id, "--set", "title=Waiting rooms", "--dry-run")
    #expect(same.code == 0 && same.said == "Nothing was changed.\n")
  }

  @Test func `traits of a person and words that may hurt are not printed`() throws {
    let desktop = try Desktop()
    let event = try desktop.heard("add", "event", "--title", "Roda", "--country", "br").id
    let person = try desktop.heard(
      "add", "person", "--event", event, "--pseudonym", "Iara", "--set", "countConsent=given",
      "--set", "personCommunities=women"
    ).id
    let dry = try desktop.heard(
      "edit", person, "--set", "personCommunities=", "--dry-run")
    #expect(dry.code == 0 && !dry.text.contains("omen"), "\(dry.text)")
    let testimony = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn", "--set",
      "contentWarning=violence", input: "CANARY"
    ).id
    let words = try desktop.heard("edit", testimony, "--set", "words=Other", "--dry-run")
    #expect(words.code == 0 && !words.text.contains("CANARY"), "\(words.text)")
    let said = try desktop.heard("edit", testimony, "--set", "words=Other").said
    #expect(!said.contains("CANARY") && said.contains("words"), "\(said)")
  }

  @Test func `a text that stands there is said as it goes, and how it comes back`() throws {
    let desktop = try Desktop()
    let long = String(repeating: "What we heard about waiting. ", count: 9)
    let id = try desktop.addEvent("Waiting rooms", "--set", "summary=\(long)")
    let edited = try desktop.heard("edit", id, "--set", "summary=Short", "--set", "place=Lyon")
    let lines = edited.said.split(separator: "\n")
    #expect(lines.count == 2, "\(edited.said)")
    #expect(lines.last?.hasPrefix("summary: ") ?? false)
    #expect(lines.last?.contains(long.prefix(50)) ?? false)
    #expect(lines.last?.contains("heard undo") ?? false)
    #expect((lines.last?.count ?? 0) < 140)
  }

  @Test func `lines and values are added and taken out one by one`() throws {
    let desktop = try Desktop()
    try desktop.write(
      #"{"organisations": [{"id": "o-jhfb9hcpkv", "name": "Ensemble"}]}"#, to: "partners.json")
    let organisation = "o-jhfb9hcpkv"
    let (chairs, room) = ("2023 FR 10000 EUR Chairs", "2024 FR 500 EUR Room")
    let both = try desktop.heard(
      "edit", organisation, "--set", "support+=\(chairs)", "--set", "support+=\(room)")
    #expect(both.code == 0, "\(both.said)")
    #expect(try desktop.heard("check").code == 0)
    let refused = try desktop.heard("edit", organisation, "--set", "support=\(room)")
    #expect(refused.code == 2 && refused.said.contains(chairs), "\(refused.said)")
    let unknown = try desktop.heard("edit", organisation, "--set", "support-=2022 FR 1 EUR Pens")
    #expect(unknown.code == 2 && unknown.said.contains(room), "\(unknown.said)")
    #expect(try desktop.heard("edit", organisation, "--set", "support-=\(chairs)").code == 0)
    let file = try String(
      contentsOfFile: "\(desktop.programme)/partners.json", encoding: .utf8)
    #expect(file.contains("Room") && !file.contains("Chairs"))
    #expect(try desktop.heard("edit", organisation, "--set", "support=", "--yes").code == 0)

    let id = try desktop.addEvent("Waiting rooms", "--set", "topics=language,allyship")
    let set = try desktop.heard(
      "edit", id, "--set", "topics+=prevention", "--set", "topics-=language")
    #expect(set.code == 0, "\(set.said)")
    #expect(
      try desktop.heard("show", id, "--format", "json").object["topics"] as? [String]
        == ["allyship", "prevention"])
    #expect(try desktop.heard("edit", id, "--set", "topics-=language").code == 2)
    let one = try desktop.heard("edit", id, "--set", "place+=Lyon")
    #expect(one.code == 2 && one.said.contains("place holds one value"), "\(one.said)")
  }
}
