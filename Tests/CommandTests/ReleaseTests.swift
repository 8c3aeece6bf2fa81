import Foundation
import Testing

@testable import HeardCommands

/// Tables that may be published, and the releases that they become.
@Suite struct ReleaseTests {
  private func desktop() throws -> Desktop {
    let desktop = try Desktop()
    for (title, country, community, total) in [
      ("Evening", "FR", "women", "84"), ("Noon", "BR", "", "40"),
      ("Morning", "JP", "disabled", "3"),
    ] {
      let id = try desktop.addEvent(title, "--status", "held")
      let sets = ["country=\(country)", "attendance=\(total)", "attendanceSource=counted"]
      let about = community.isEmpty ? [] : ["aboutCommunities=\(community)"]
      let edits = (sets + about).map { "--set \($0)" }.joined(separator: " ")
      let edited = try desktop.shell("heard edit \(id) \(edits)")
      if edited.code != 0 { throw Missing(what: edited.said) }
    }
    return desktop
  }

  private func released(_ desktop: Desktop) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(desktop.programme)/releases")) ?? [])
      .sorted()
  }

  @Test func `a table says whether it may be published and makes nothing of it`() throws {
    let desktop = try desktop()
    let table = try desktop.heard("figures", "--by", "country/year", "--of", "attendances")
    #expect(table.code == 0, "\(table.said)")
    #expect(table.said.contains("May I publish this? Yes, rounded to 5. 1 cell is kept back"))
    #expect(table.said.contains("INTERNAL"))
    #expect(table.text.contains("84"))
    #expect(released(desktop).isEmpty)
    let json = try desktop.heard("figures", "--by", "country/year", "--format", "json").object
    #expect(json["use"] as? String == "internal")
    #expect((json["publish"] as? [String: Any])?["verdict"] as? String == "rounded")
  }

  @Test func `what leaves as it may be published is a release that opens again`() throws {
    let desktop = try desktop()
    let given = try desktop.heard(
      "figures", "--by", "country/year", "--public", "--release", "report-2024", "--format", "csv")
    #expect(given.code == 0, "\(given.said)")
    #expect(!given.text.contains("84") && given.text.contains("85"))
    #expect(given.text.contains("withheld") && given.text.contains("public"))
    #expect(released(desktop) == ["report-2024.json"])
    let file = "\(desktop.programme)/releases/report-2024.json"
    #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("84"))
    let again = try desktop.heard("release", "report-2024", "--format", "csv")
    #expect(again.text == given.text)
    let taken = try desktop.heard(
      "figures", "--by", "country", "--public", "--release", "report-2024")
    #expect(taken.code == 2 && taken.lines.isEmpty)
    #expect(taken.said.contains("is there already and never changes"))
    #expect(try desktop.heard("check").code == 0)
    let list = try desktop.heard("release", "list", "--format", "json").objects
    #expect(list.map { $0["id"] as? String } == ["report-2024"])
    let same = try desktop.heard("release", "compare", "report-2024")
    #expect(same.said.contains("Nothing differs."), "\(same.text)")
  }

  @Test func `what may not be published prints nothing and makes no release`() throws {
    let desktop = try desktop()
    let named = try desktop.heard("figures", "--by", "year", "--of", "events", "--public", "Amal")
    #expect((named.code, named.lines.isEmpty) == (1, true))
    #expect(named.said.contains("The filter names somebody"), "\(named.said)")
    for arguments in [
      ["--by", "country/country"], ["--by", "declared", "--of", "people"],
      ["--by", "status", "--of", "attendances"], ["--by", "source", "--of", "actions"],
    ] {
      let answer = try desktop.shell("heard figures \(arguments.joined(separator: " "))")
      #expect((answer.code, answer.lines.isEmpty) == (2, true), "\(arguments): \(answer.said)")
    }
    #expect(released(desktop).isEmpty)
  }

  @Test func `a release gets a name of its own, and a cell that moved little stays`() throws {
    let desktop = try desktop()
    let first = try desktop.heard("figures", "--by", "country", "--public")
    #expect(first.code == 0, "\(first.said)")
    #expect(released(desktop) == ["2024-12-01-attendances-country.json"])
    let lyon = try desktop.heard("list", "events", "country:fr", "--format", "json").objects
    let id = try #require(lyon.first?["id"] as? String)
    try desktop.heard("edit", id, "--set", "attendance=91")
    let second = try desktop.heard("figures", "--by", "country", "--public", "--format", "json")
    #expect(released(desktop).count == 2)
    let cells = try #require(second.object["cells"] as? [[String: Any]])
    let france = try #require(cells.first { $0["country"] as? String == "FR" })
    #expect(france["number"] as? Int == 85 && france["isEarlier"] as? Bool == true)
    #expect(second.said.contains("1 cell stands as in 2024-12-01-attendances-country"))
  }
}
