import Foundation
import TestKit
import Testing

/// The order of rows, how many are printed, and what of them.
@Suite struct RowOptionsTests {
  /// Three events: B with 40 attendances, A with 7, C of which nobody knows it.
  private func three() throws -> Desktop {
    let desktop = try Desktop()
    for (title, place, count) in [("B", "Lyon", "40"), ("A", "Lyon", "7"), ("C", "Nice", nil)] {
      let id = try desktop.addEvent(title, "--status", "held", "--place", place)
      if let count {
        try desktop.heard(
          "edit", id, "--set", "attendance=\(count)", "--set", "attendanceSource=counted")
      }
    }
    return desktop
  }

  private func titles(_ desktop: Desktop, _ more: String...) throws -> String {
    let answer = try desktop.run(
      Project.program, ["list", "events", "--format", "json"] + more)
    #expect(answer.code == 0, "\(answer.said)")
    return answer.objects.compactMap { $0["title"] as? String }.joined()
  }

  @Test(arguments: [
    ("title", "ABC"), ("-title", "CBA"), ("title:desc", "CBA"), ("title:asc", "ABC"),
    ("attendances", "ABC"), ("-attendances", "BAC"), ("-place,title", "CAB"),
    ("place,-title", "BAC"), ("Title", "ABC"), ("Attendances:desc", "BAC"),
  ])
  func `rows are sorted by any value either way, and what is not known comes last`(
    sort: String, order: String
  ) throws {
    #expect(try titles(three(), "--sort", sort) == order)
  }

  @Test func `so many rows are printed, and that there are more is said beside a table`() throws {
    let desktop = try three()
    #expect(try titles(desktop, "--sort", "-attendances", "--limit", "1") == "B")
    #expect(try titles(desktop, "--limit", "9").count == 3)
    let table = try desktop.heard("list", "events", "--limit", "2")
    #expect(
      table.lines.count == 3 && table.said.hasPrefix("2 of 3 rows are printed.\n"), "\(table.said)")
    #expect(!(try desktop.heard("list", "events", "--limit", "3").said.contains("are printed")))
    #expect(try desktop.heard("list", "events", "--limit", "1", "--format", "csv").said.isEmpty)
    for limit in ["0", "-1", "x"] {
      let refused = try desktop.heard("list", "events", "--limit", limit)
      #expect(refused.code == 2 && refused.bytes.isEmpty, "\(refused.text)")
    }
  }

  @Test func `only some values are printed, in their order, in every form`() throws {
    let desktop = try three()
    func printed(_ format: String) throws -> Desktop.Answer {
      try desktop.heard(
        "list", "events", "--sort", "title", "--limit", "1", "--fields", "place, title",
        "--format", format)
    }
    #expect(try printed("csv").text == "place,title,use\nLyon,A,internal\n")
    #expect(
      try printed("json").objects as? [[String: String]] == [
        ["place": "Lyon", "title": "A", "use": "internal"]
      ])
    #expect(try printed("plain").text == "Place: Lyon\nTitle: A\n")
    let table = try printed("table").lines.map { $0.split(separator: " ") }
    #expect(table == [["Place", "Title"], ["Lyon", "A"]])
  }

  @Test(arguments: ["--sort", "--fields"])
  func `a name that no value has is refused with the nearest, or all`(_ option: String) throws {
    let desktop = try three()
    let near = try desktop.heard("list", "events", option, "atendances")
    #expect(near.code == 2 && near.bytes.isEmpty)
    #expect(near.said.contains("Did you mean attendances?"), "\(near.said)")
    let none = try desktop.heard("list", "actions", option, "zzzzzzzz")
    #expect(none.code == 2 && none.said.contains("daysOverdue"), "\(none.said)")
  }

  @Test func `a table of events shows the date and the place`() throws {
    let table = try three().heard("list", "events", "--sort", "title").lines
    #expect(table.first?.contains("Date") == true && table.first?.contains("Place") == true)
    #expect(table.dropFirst().first?.contains("2024-06-12") == true)
    #expect(table.last?.contains("Nice") == true)
  }

  @Test func `figures are sorted and cut, and keep their keys and for whom they are`() throws {
    let desktop = try three()
    try desktop.heard(
      "add", "event", "--title", "D", "--country", "br", "--date", "2024-06-12", "--status", "held")
    let csv = try desktop.heard(
      "figures", "--by", "country", "--sort", "-events", "--limit", "1", "--fields", "events",
      "--format", "csv")
    #expect(csv.text == "country,use,events\nFR,internal,3\n", "\(csv.text)")
    let table = try desktop.heard(
      "figures", "--by", "country", "--sort", "events", "--fields", "events")
    #expect(table.lines.map { $0.split(separator: " ").last } == ["Events", "1", "3", "4"])
    let json = try desktop.heard(
      "figures", "--by", "country", "--fields", "events", "--format", "json")
    let rows = json.object["rows"] as? [[String: Any]]
    #expect(rows?.first?.keys.sorted() == ["country", "events"])
    #expect((json.object["total"] as? [String: Int]) == ["events": 4])
    #expect(try desktop.heard("figures", "--fields", "evnts").code == 2)
    let declared = try desktop.heard(
      "figures", "--declared", "--fields", "answers", "--limit", "1", "--format", "csv")
    #expect(declared.lines.first == "use,declaredCommunity,answers", "\(declared.text)")
  }
}
