import Foundation
import Testing

@testable import HeardCommands

/// Organisations and members of the team that an import makes on request, on the command line.
@Suite struct ImportNamesTests {
  private static let sheet = """
    Date;Country;Title;Partners;Facilitators
    2024-03-08;FR;A;Centre LGBT;Ana Example
    2024-03-09;FR;B;Centre L.G.B.T.;
    """

  private func desktop() throws -> (Desktop, file: String) {
    let desktop = try Desktop()
    let file = "\(desktop.home)/events.csv"
    try Data(Self.sheet.utf8).write(to: URL(fileURLWithPath: file))
    return (desktop, file)
  }

  private func organisations(_ desktop: Desktop) throws -> [String] {
    try desktop.heard("list", "partners", "--format", "json").objects
      .compactMap { $0["name"] as? String }.sorted()
  }

  @Test func `without a request the names are told, and nothing is made of them`() throws {
    let (desktop, file) = try desktop()
    let answer = try desktop.heard("import", "events", file, "--yes")
    #expect((answer.code, answer.lines.count) == (0, 2), "\(answer.said)")
    #expect(
      answer.said.contains("2 partners are no organisations here: Centre LGBT · Centre L.G.B.T."),
      "\(answer.said)")
    #expect(answer.said.contains("--make organisations makes them."))
    #expect(try organisations(desktop).isEmpty)
  }

  @Test func `near names wait for an answer that --yes does not give, and one undo takes all back`()
    throws
  {
    let (desktop, file) = try desktop()
    let open = try desktop.heard(
      "import", "events", file, "--make", "organisations", "--make", "team", "--yes", "--dry-run")
    #expect(open.code == 1)
    #expect(
      open.said.contains("Is the organisation \"Centre L.G.B.T.\" one of these?"), "\(open.said)")
    #expect(open.said.contains("--join \"Centre L.G.B.T.=Centre LGBT\" says"), "\(open.said)")
    let done = try desktop.heard(
      "import", "events", file, "--make", "organisations", "--make", "team", "--join",
      "Centre L.G.B.T.=Centre LGBT")
    #expect((done.code, done.lines.count) == (0, 2), "\(done.said)")
    #expect(try organisations(desktop) == ["Centre LGBT"])
    let team = try String(contentsOfFile: "\(desktop.programme)/team.json", encoding: .utf8)
    #expect(team.contains("Ana Example"))
    #expect(!team.contains("\"roles\""))
    #expect(try desktop.heard("check").code == 0)
    let again = try desktop.heard(
      "import", "events", file, "--make", "organisations", "--join", "Centre L.G.B.T.=Centre LGBT")
    #expect((again.code, again.lines.count) == (0, 0), "\(again.said)")
    #expect(try organisations(desktop) == ["Centre LGBT"])
    #expect(try desktop.heard("undo", "--yes").code == 0)
    #expect(try organisations(desktop).isEmpty)
    let left = try? String(contentsOfFile: "\(desktop.programme)/team.json", encoding: .utf8)
    #expect(!(left ?? "").contains("Ana Example"))
  }

  @Test func `names of their own become records of their own, and what is no name is refused`()
    throws
  {
    let (desktop, file) = try desktop()
    let wrong = try desktop.heard(
      "import", "events", file, "--make", "organisations", "--join", "Nobody=new")
    #expect(wrong.code == 2)
    #expect(wrong.said.contains("“Nobody” is no such name."), "\(wrong.said)")
    let done = try desktop.heard(
      "import", "events", file, "--make", "organisations", "--join", "Centre L.G.B.T.=new",
      "--format", "json")
    #expect(done.code == 0, "\(done.said)")
    let names = try #require(done.object["names"] as? [[String: Any]])
    #expect(
      names.compactMap { $0["kind"] as? String } == ["organisations", "organisations", "team"])
    #expect(try organisations(desktop) == ["Centre L.G.B.T.", "Centre LGBT"])
  }
}
