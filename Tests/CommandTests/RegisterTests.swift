import Foundation
import HeardFollowUp
import HeardKit
import HeardModel
import TestKit
import Testing

@testable import HeardListening

/// That everything a file holds can be filled in and is shown: on a screen and from a command line.
///
/// The members are those of docs/file-format.md, which another test holds against the model.
@Suite struct RegisterTests {
  /// The kinds of record of which a type is a part, and how names of its members begin there.
  private static let homes: [String: (kinds: [String], prefix: String)] = [
    "Event": (["event"], ""), "Series": (["event"], "series"), "Attendance": (["event"], ""),
    "Partner of an event": (["event"], ""), "Declared communities": (["event"], "declared"),
    "Pulse": (["event"], ""), "Close-out": (["event"], ""),
    "Feedback": (["event", "action"], "feedback"),
    "Provenance": (["event", "testimony", "action", "organisation", "fact"], "provenance"),
    "Testimony": (["testimony"], ""), "Read-back": (["testimony"], "readBack"),
    "Translation": (["testimony"], "translation"), "Consent": (["testimony"], ""),
    "Answer of a consent": (["testimony"], ""), "Quote": (["testimony"], ""),
    "Approval of a quote": (["testimony"], ""), "Follow-up action": (["action"], ""),
    "Milestone": (["action"], ""), "Measure": (["action"], "measure"),
    "Organisation": (["organisation"], ""), "Support of an organisation": (["organisation"], ""),
    "Fact": (["fact"], ""),
    "Member of the team": (["staff"], ""), "Participation": (["person"], "person"),
  ]
  private static let columns = ["on the screen", "on the command line", "shown"]

  @Test func `every member of every record is filled in and shown, on screen and command line`()
    throws
  {
    let sections = try Self.sections()
    let rows = try Self.rows()
    let registers = try Registers()
    #expect(sections.count > 50)
    for (type, members) in sections where rows[type] == nil {
      for member in members {
        let own = rows["\(type).\(member.name)"]
        if Self.isLeftOut(own) || (own == nil && member.isObject) { continue }
        let all = rows["\(type).*"] ?? []
        let home = Self.homes[type] ?? ([], "")
        for (place, column) in Self.columns.enumerated() {
          let cell = [own, all].compactMap { $0?.dropFirst(place).first }.first { !$0.isEmpty }
          let name = cell ?? Self.name(member.name, behind: home.prefix)
          #expect(
            try registers.hold(name, place, home.kinds),
            "\(type).\(member.name) is not \(column): there is no \(name)")
        }
      }
    }
  }

  @Test func `every row stands for a type or member that there is, and gives its reasons`() throws {
    let sections = try Self.sections()
    for (name, cells) in try Self.rows() {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let members = try #require(sections[parts[0]], "no type \(parts[0])")
      let isThere = parts.count == 1 || parts[1] == "*" || members.contains { $0.name == parts[1] }
      #expect(isThere, "no member \(name)")
      #expect(parts.count == 2 || Self.isLeftOut(cells), "\(name)")
      for cell in cells where cell.hasPrefix("-") { #expect(cell.count > 8, "\(name)") }
    }
  }

  /// Whether a row only gives the reason why there is nothing.
  private static func isLeftOut(_ cells: [String]?) -> Bool {
    cells?.count == 1 && cells?.first?.hasPrefix("- ") ?? false
  }

  /// The rows by the names of their types and members.
  private static func rows() throws -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for line in RegisterRows.text.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(rows.updateValue(Array(cells.dropFirst()), forKey: cells[0]) == nil, "\(cells[0])")
    }
    return rows
  }

  private struct Member {
    let name: String
    /// Whether its own members stand in rows.
    let isObject: Bool
  }

  /// The members of every type in the description of the file format.
  private static func sections() throws -> [String: [Member]] {
    let document = try String(
      contentsOfFile: "\(Project.folder.path)/docs/file-format.md", encoding: .utf8)
    var sections: [String: [Member]] = [:]
    for section in document.components(separatedBy: "\n#### ").dropFirst() {
      let lines = section.split(separator: "\n")
      sections[String(lines[0])] = lines.filter { $0.hasPrefix("| `") }.map { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return Member(
          name: String(cells[0].filter { $0 != "`" }), isObject: cells[1].hasPrefix("object: "))
      }
    }
    return sections
  }

  private static func name(_ member: String, behind prefix: String) -> String {
    prefix.isEmpty ? member : prefix + member.prefix(1).uppercased() + member.dropFirst()
  }
}

/// What can be filled in and what is shown, asked of the forms and of the program itself.
private struct Registers {
  private let desktop: Desktop
  private let words = Words(LanguageTag(stored: "en"))
  private var forms: [String: Set<String>] = [:]
  private var settable: [String: Set<String>] = [:]
  private var shown: [String: Set<String>] = [:]

  init() throws {
    desktop = try Desktop()
    try desktop.write(
      #"{"organisations": [{"id": "o-jhfb9hcpkv", "name": "Ensemble"}]}"#, to: "partners.json")
    let event = try desktop.addEvent("Town hall", "--country", "br")
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Iara").id
    let ids = [
      "event": event, "person": person, "organisation": "o-jhfb9hcpkv",
      "testimony": try desktop.heard(
        "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
        input: "Nobody asked."
      ).id,
      "action": try desktop.heard("add", "action", "--title", "Chairs").id,
      "staff": try desktop.heard("add", "member", "--name", "Odile").id,
      "fact": try desktop.heard("add", "fact", "--kind", "target", "--title", "Gap").id,
    ]
    for (kind, id) in ids {
      // The program names all its fields to who asks for one that there is not.
      let refusal = try desktop.heard("edit", id, "--set", "?=").said
      let names = refusal.split(separator: " ").dropFirst(8)
      settable[kind] = Set(names.map { String($0.filter { !",.\n".contains($0) }) })
      shown[kind] = Set(try desktop.heard("show", id, "--format", "json").object.keys)
    }
    var brazil = Event()
    brazil.country = CountryCode(stored: "BR")
    forms = [
      "event": Self.ids(EventFields.spec), "action": Self.ids(ActionFields.spec),
      "testimony": Self.ids(TestimonyFields.spec).union(Self.ids(QuoteFields.spec)),
      "organisation": Self.ids(OrganisationFields.spec), "staff": Self.ids(StaffFields.spec),
      "fact": Self.ids(FactFields.spec),
      "person": Self.ids(PersonFields.spec(brazil, in: Programme(), isNew: false)),
    ]
  }

  /// Whether a cell tells the truth: there is such a field, value, command or text.
  func hold(_ cell: String, _ place: Int, _ kinds: [String]) throws -> Bool {
    if cell.hasPrefix("- ") { return true }
    if cell.hasPrefix(":") { return Command(rawValue: String(cell.dropFirst())) != nil }
    if cell.hasPrefix("\"") { return words.has(cell.filter { $0 != "\"" }) }
    if cell.hasPrefix("heard ") {
      let parts = cell.split(separator: " ").dropFirst().map(String.init)
      let names = parts.filter { !$0.hasPrefix("-") }
      let help = try desktop.run(Project.program, ["help"] + names)
      return help.code == 0 && parts.filter { $0.hasPrefix("-") }.allSatisfy(help.text.contains)
    }
    let register = [forms, settable, shown][place]
    return !kinds.isEmpty && kinds.allSatisfy { register[$0]?.contains(cell) ?? false }
  }

  private static func ids<Subject>(_ spec: FormSpec<Subject>) -> Set<String> {
    Set(spec.fields.map(\.id.stored))
  }
}
