import Foundation
import Testing

@testable import HeardCommands

/// `heard import people`, from the sheet to the list and the names behind it.
@Suite struct ImportPeopleTests {
  private static let sheet = """
    Name;E-mail;Role;Community;Present
    Ana Silva;ana@example.org;speaker;women;x
    Jo Meyer;jo@example.org;;;x
    """

  private func desktop() throws -> (Desktop, event: String, file: String) {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Evening", "--status", "held")
    let file = "\(desktop.home)/sign-in.csv"
    try Data(Self.sheet.utf8).write(to: URL(fileURLWithPath: file))
    return (desktop, event, file)
  }

  private func everything(_ desktop: Desktop, but folder: String? = nil) throws -> String {
    let names =
      FileManager.default.enumerator(atPath: desktop.programme)?
      .compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }
      .filter { name in !(folder.map { name.hasPrefix($0) } ?? false) }
      .map { try String(contentsOfFile: "\(desktop.programme)/\($0)", encoding: .utf8) }
      .joined()
  }

  @Test func `people come under pseudonyms, and no name is kept anywhere`() throws {
    let (desktop, event, file) = try desktop()
    let answer = try desktop.heard("import", "people", file, "--event", event)
    #expect(answer.code == 0, "\(answer.said)")
    #expect(answer.lines.count == 2)
    #expect(answer.said.contains("Names and contacts are not kept."))
    #expect(answer.said.contains("Not kept about a person in France: women."))
    let all = try everything(desktop)
    for word in ["Ana", "Meyer", "@example.org", "women"] { #expect(!all.contains(word)) }
    #expect(all.contains("Participant 1"))
    #expect(try desktop.heard("check").code == 0)
    let again = try desktop.heard("import", "people", file, "--event", event)
    #expect(again.code == 0)
    #expect(again.lines.isEmpty)
    #expect(try desktop.heard("list", "people", "--format", "json").objects.count == 2)
  }

  @Test func `a line for three becomes three people, of whom one has a name`() throws {
    let (desktop, event, file) = try desktop()
    let text = "Name;E-mail;Role;Present;Tickets\nAna Silva;ana@example.org;speaker;x;3\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let open = try desktop.heard("import", "people", file, "--event", event, "--keep-names")
    #expect((open.code, open.lines.count) == (1, 0))
    #expect(open.said.contains("and the others without a name."), "\(open.said)")
    let done = try desktop.heard(
      "import", "people", file, "--event", event, "--keep-names", "--accept", "2")
    #expect((done.code, done.lines.count) == (0, 3), "\(done.said)")
    let people = try desktop.heard("list", "people", "--format", "json").objects
    #expect(people.count == 3)
    let folder = "\(desktop.programme)/identities"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    #expect(try desktop.heard("check").code == 0)
    let again = try desktop.heard(
      "import", "people", file, "--event", event, "--keep-names", "--accept", "2")
    #expect(again.lines.isEmpty, "\(again.said)")
  }

  @Test func `who was at another event is offered as one where names are kept, and asked`() throws {
    let (desktop, first, file) = try desktop()
    let text = """
      Name,E-mail,Attended
      Ana,ana@example.org,yes
      Bo,bo@example.org,yes
      Cy,cy@example.org,no

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let second = try desktop.addEvent("Morning", "--status", "held")
    #expect(
      try desktop.heard("import", "people", file, "--event", first, "--keep-names").code == 0)
    let again = "heard import people '\(file)' --event \(second) --keep-names"
    let open = try desktop.shell("\(again) --yes")
    #expect((open.code, open.lines) == (1, []), "\(open.said)")
    #expect(open.said.contains("Line 2 is like p-"), "\(open.said)")
    #expect(open.said.contains("--one-person all|LINES"), "\(open.said)")
    for name in ["Ana", "@example.org"] { #expect(!(open.text + open.said).contains(name)) }
    let done = try desktop.shell("\(again) --one-person 2,4 --two-people 3")
    #expect((done.code, done.lines.count) == (0, 3), "\(done.said)")
    #expect(done.said.contains("2 of them are known from other events."), "\(done.said)")
    let people = try desktop.heard("list", "people", "--format", "json").objects
    #expect(people.count == 4)
    let folder = "\(desktop.programme)/identities"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
    #expect(try desktop.heard("check").code == 0)
    let more = try desktop.shell(again)
    #expect((more.code, more.lines) == (0, []), "\(more.said)")
  }

  @Test func `names that are kept stand in identities alone, readable by their owner alone`() throws
  {
    let (desktop, event, file) = try desktop()
    let answer = try desktop.heard("import", "people", file, "--event", event, "--keep-names")
    #expect(answer.code == 0, "\(answer.said)")
    let path = "\(desktop.programme)/identities/\(answer.id).json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Ana Silva") && text.contains("ana@example.org"))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let others = try everything(desktop, but: "identities")
    for word in ["Ana", "Meyer", "@example.org"] { #expect(!others.contains(word)) }
    #expect(!answer.said.contains("Ana") && !answer.text.contains("Ana"))
    #expect(try desktop.heard("check").code == 0)
  }

  @Test func `a dry run prints no name and writes nothing`() throws {
    let (desktop, event, file) = try desktop()
    for format in ListFormat.allCases.map(\.rawValue) {
      let answer = try desktop.heard(
        "import", "people", file, "--event", event, "--keep-names", "--dry-run", "--format",
        format)
      #expect(answer.code == 0)
      #expect(!answer.text.contains("Ana") && !answer.said.contains("Ana"))
    }
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.programme)/identities"))
    #expect(try desktop.heard("list", "people").lines.isEmpty)
  }

  @Test func `an event or notice that is not there is refused`() throws {
    let (desktop, event, file) = try desktop()
    #expect(try desktop.heard("import", "people", file, "--event", "nothing").code == 2)
    let answer = try desktop.heard(
      "import", "people", file, "--event", event, "--notice", "n-nothing")
    #expect(answer.code == 2)
    #expect(try desktop.heard("list", "people").lines.isEmpty)
  }

  @Test func `the sum of a sheet is no person, and what comes in is told by status and role`()
    throws
  {
    let (desktop, event, file) = try desktop()
    try Data("\(Self.sheet)\nTOTAL : 4;;;\n".utf8).write(to: URL(fileURLWithPath: file))
    let dry = try desktop.heard(
      "import", "people", file, "--event", event, "--dry-run", "--format", "json")
    #expect(dry.code == 1)
    let sums = try #require(dry.object["sums"] as? [String: Any])
    #expect(sums["saved"] as? Int == 2)
    #expect(sums["byStatus"] as? [String: Int] == ["attended": 2])
    #expect(sums["byRole"] as? [String: Int] == ["speaker": 1])
    #expect(sums["withoutRole"] as? Int == 1)
    let answer = try desktop.heard("import", "people", file, "--event", event)
    #expect(answer.lines.count == 2)
    #expect(answer.said.contains("Together: 2"))
    #expect(answer.said.contains("is 4, but its rows come to 2: 2 less."), "\(answer.said)")
    #expect(!answer.said.contains("Ana") && !answer.said.contains("Meyer"))
  }

  @Test func `a word that means either is asked, and an option says what it means`() throws {
    let (desktop, event, file) = try desktop()
    try Data("Pseudonym;Status\nFern;Attended\nMoss;Confirmed\nIvy;Withdrawn\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    let dry = try desktop.heard(
      "import", "people", file, "--event", event, "--yes", "--dry-run", "--format", "json")
    #expect(dry.code == 1)
    let questions = try #require(dry.object["questions"] as? [[String: Any]])
    #expect(questions.first?["question"] as? String == "word")
    #expect(questions.first?["word"] as? String == "Confirmed")
    #expect(dry.said.contains("--status-word \"Confirmed=attended\""), "\(dry.said)")
    let wrong = try desktop.heard(
      "import", "people", file, "--event", event, "--status-word", "Confirmed=here")
    #expect(wrong.code == 2 && wrong.said.contains("--status-word"))
    let answer = try desktop.heard(
      "import", "people", file, "--event", event, "--status-word", "Confirmed=registered",
      "--keep-mapping", "house")
    #expect(answer.code == 0, "\(answer.said)")
    #expect(answer.lines.count == 3)
    let all = try everything(desktop)
    #expect(all.contains("registered") && all.contains("cancelled"))
  }

  @Test func `free words and people under age are told and not kept`() throws {
    let (desktop, event, file) = try desktop()
    try Data(
      """
      Name;Age;Attended;Access needs;Notes
      Ana Silva;34;yes;wheelchair and insulin;call 07700 900002
      Kit Meyer;15;yes;captions;allergic
      """.utf8
    ).write(to: URL(fileURLWithPath: file))
    let answer = try desktop.heard("import", "people", file, "--event", event, "--keep-names")
    #expect(answer.lines.count == 2, "\(answer.said)")
    #expect(answer.said.contains("1 person is under age or may be"), "\(answer.said)")
    #expect(answer.said.contains("Access needs (1) · Notes (2)"), "\(answer.said)")
    let all = try everything(desktop)
    for word in ["insulin", "07700", "allergic", "Kit", "Meyer", "captions"] {
      #expect(!all.contains(word), "\(word)")
      #expect(!answer.said.contains(word), "\(word)")
    }
    #expect(all.contains("stepFree"))
  }

  @Test func `rows of another event are left to it`() throws {
    let (desktop, event, file) = try desktop()
    try Data(
      "Pseudonym;Attended;Event name\nFern;yes;Spring\nMoss;yes;Autumn\nIvy;yes;Spring\n".utf8
    ).write(to: URL(fileURLWithPath: file))
    let open = try desktop.heard("import", "people", file, "--event", event, "--yes")
    #expect(open.code == 1 && open.lines.isEmpty)
    #expect(open.said.contains("--only \"Event name=Spring\""), "\(open.said)")
    let answer = try desktop.heard(
      "import", "people", file, "--event", event, "--only", "Event name=Spring")
    #expect(answer.lines.count == 2, "\(answer.said)")
  }

  @Test func `where no column says who came, nobody is listed before it was answered`() throws {
    let (desktop, event, file) = try desktop()
    try Data("Pseudonym;Photos\nFern;yes\nMoss;no\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    let open = try desktop.heard("import", "people", file, "--event", event, "--yes")
    #expect(open.code == 1 && open.lines.isEmpty)
    #expect(open.said.contains("No column says who came."), "\(open.said)")
    #expect(open.said.contains("--status attended"))
    #expect(try desktop.heard("list", "people").lines.isEmpty)
    let wrong = try desktop.heard("import", "people", file, "--event", event, "--status", "here")
    #expect(wrong.code == 2 && wrong.said.contains("--status"))
    let all = try desktop.heard("import", "people", file, "--event", event, "--status", "attended")
    #expect(all.code == 0, "\(all.said)")
    #expect(all.lines.count == 2)
    #expect(all.said.contains("Not imported: Photos"))
  }
}
