import Foundation
import TestKit
import Testing

/// Doubts by their cause on the command line, and the options that answer for all rows.
@Suite struct ImportDoubtTests {
  private static let sheet = """
    Date;Pays;Titre;Présents;Statut
    2024-03-08;France;Matin;80;fait
    2024-03-09;France;Midi;20;Fait
    2024-03-10;Atlantis;Soir;7;tenu
    2024-03-11;;Nuit;5;fait
    2024-03-12;Brésil;Aube;3;tenu
    2024-03-13;Brésil;Jour;3;off?
    """

  private func desktop(_ text: String = sheet) throws -> (Desktop, file: String) {
    let desktop = try Desktop()
    let file = "\(desktop.home)/events.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return (desktop, file)
  }

  @Test func `a dry run says each doubt once with its column, and the step that settles most`()
    throws
  {
    let (desktop, file) = try desktop()
    let dry = try desktop.heard("import", "events", file, "--dry-run")
    #expect(dry.code == 1)
    #expect(dry.said.contains("5 rows wait, for these reasons"), "\(dry.said)")
    let word = "- 3 rows, Statut: \"fait\" is not a value of: Status. Lines 2–3, 5."
    #expect(dry.said.contains(word), "\(dry.said)")
    #expect(dry.said.contains("--word \"fait=VALUE\" says what it means: planned, "))
    #expect(dry.said.contains("- 1 row, Pays: \"Atlantis\" is not a country. Line 4."))
    let closing = "--word \"fait=VALUE\" settles the most rows: 3 of the 5 that wait."
    #expect(dry.said.contains(closing), "\(dry.said)")
    #expect(dry.said.ranges(of: "is not a value of").count == 2)
    #expect(!dry.text.contains("is not a value of"))
  }

  @Test func `doubts by their cause are data`() throws {
    let (desktop, file) = try desktop()
    let dry = try desktop.heard("import", "events", file, "--dry-run", "--format", "json")
    let doubts = try #require(dry.object["doubts"] as? [[String: Any]])
    let first = try #require(doubts.first)
    #expect(first["doubt"] as? String == "wordUnknown")
    #expect(first["field"] as? String == "status")
    #expect(first["column"] as? String == "Statut")
    #expect(first["word"] as? String == "fait")
    #expect(first["rows"] as? Int == 3)
    #expect(first["settles"] as? Int == 3)
    #expect(first["lines"] as? [Int] == [2, 3, 5])
    #expect(first["option"] as? String == "--word \"fait=VALUE\"")
    #expect(doubts.count == 3)
  }

  @Test func `a word is given a meaning by an option, kept, and used for the next sheet`() throws {
    let (desktop, file) = try desktop()
    let answer = try desktop.heard(
      "import", "events", file, "--word", "FAIT=tenu", "--word", "Atlantis=Greece",
      "--keep-mapping", "paris")
    #expect(answer.lines.count == 5, "\(answer.said)")
    let events = try desktop.heard("list", "events", "--format", "json").objects
    #expect(events.filter { $0["status"] as? String == "held" }.count == 5)
    #expect(events.contains { $0["country"] as? String == "GR" })
    #expect(try desktop.heard("check").code == 0)
    try Data("Date;Pays;Titre;Présents;Statut\n2024-04-01;Atlantis;Soir;3;fait\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    let next = try desktop.heard("import", "events", file, "--mapping", "paris")
    #expect(next.code == 0, "\(next.said)")
    #expect(next.lines.first?.hasPrefix("2024-04-01-gr-") ?? false, "\(next.text)")
  }

  private static let refused: [(String, String)] = [
    ("fait", "fait"), ("nowhere=held", "says \"nowhere\""), ("fait=maybe", "--word"),
    ("Atlantis=nowhere", "--word"),
  ]

  @Test(arguments: refused.indices)
  func `a word that is nowhere, or a meaning that is none, is refused`(_ index: Int) throws {
    let (desktop, file) = try desktop()
    let (word, said) = Self.refused[index]
    let answer = try desktop.heard("import", "events", file, "--word", word)
    #expect(answer.code == 2 && answer.bytes.isEmpty)
    #expect(answer.said.contains(said), "\(answer.said)")
    #expect(try desktop.heard("list", "events").lines.isEmpty)
  }

  @Test func `nothing gives an answer about consent but the person`() throws {
    let (desktop, file) = try desktop("Pseudonym;Present;May we count you\nA;x;perhaps\n")
    let event = try desktop.heard(
      "add", "event", "--title", "T", "--country", "GB", "--date", "2024-06-12", "--status", "held"
    ).id
    let arguments = ["import", "people", file, "--event", event, "--dry-run"]
    let word = try desktop.run(Project.program, arguments + ["--word", "perhaps=given"])
    #expect(word.code == 2)
    #expect(word.said.contains("Nobody else says what that means"), "\(word.said)")
    try FileManager.default.createDirectory(
      atPath: "\(desktop.programme)/mappings", withIntermediateDirectories: true)
    try Data(
      """
      {"id": "yes", "kind": "people", "words": [
        {"field": "consentCount", "id": "perhaps", "means": "given"}]}

      """.utf8
    ).write(to: URL(fileURLWithPath: "\(desktop.programme)/mappings/yes.json"))
    let kept = try desktop.run(Project.program, arguments + ["--mapping", "yes"])
    #expect(kept.code == 2, "\(kept.said)")
    #expect(kept.said.contains("\"perhaps\" is an answer about consent"), "\(kept.said)")
  }
}
