import Foundation
import HeardModel
import HeardStore
import TestKit
import Testing

@Suite struct FileFormatDocumentTests {
  @Test func `every member of every record stands in the description of the file format`() throws {
    let document = try read()
    var lister = MemberLister()
    lister.list(ProgrammeSettings.self)
    lister.list(Event.self)
    lister.list(EventTestimonies.self)
    lister.list(FollowUpAction.self)
    lister.list(Organisations.self)
    lister.list(Team.self)
    lister.list(SavedViews.self)
    lister.list(Plan.self)
    lister.list(Baselines.self)
    lister.list(Notice.self)
    lister.list(Guide.self)
    lister.list(CountryProfile.self)
    lister.list(Taxonomy.self)
    lister.list(ImportMapping.self)
    lister.list(Identity.self)
    lister.list(Disclosure.self)
    lister.list(Tombstone.self)
    lister.list(WithdrawalMark.self)
    lister.list(ProgrammeFact.self)
    lister.list(Release.self)
    lister.list(RegisterLine.self)
    lister.list(Approval.self)
    lister.list(HistoryLine.self)
    lister.list(Draft.self)
    lister.list(PersonalSettings.self)
    #expect(lister.members.count == Self.headings.count)
    for (type, members) in lister.members {
      let heading = try #require(Self.headings[type], "no heading for \(type)")
      let section = try #require(part(heading, of: document), "no section \(heading)")
      let described = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
        .map { String($0.split(separator: "`")[1]) }
      #expect(described == members.map(\.name), "\(heading)")
      for member in members {
        let line = section.split(separator: "\n").first { $0.hasPrefix("| `\(member.name)` |") }
        let cells = (line ?? "").split(separator: "|").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(cells.count == 5, "\(heading).\(member.name)")
        #expect(cells[2] == (member.isRequired ? "yes" : "no"), "\(heading).\(member.name)")
        for value in member.values {
          #expect(cells[1].contains("`\(value)`"), "\(heading).\(member.name) may be \(value)")
        }
      }
    }
  }

  @Test func `every code of the check stands in the description`() throws {
    let document = try read()
    let kinds: [FileFault.Kind] = [
      .json(.empty), .json(.mergeMarks), .json(.duplicateMember("")), .notAnObject,
      .missingMember, .wrongType(expected: .text),
      .unknownValue(""), .outOfRange(0), .repeatedID(""), .badName, .nameDiffers(id: ""),
      .twin(""), .notAPlainFile, .foreignOwner, .openToOthers(mode: 0), .cannotRead(errno: 0),
      .dangling(""), .wasErased(""), .wasMerged(into: ""), .notCanonical, .leftover, .stranger,
      .syncCopy(of: ""),
      .changedOutside, .goneOutside, .newOutside,
    ]
    for kind in kinds + RecordRule.allCases.map({ .rule($0) }) {
      let fault = FileFault(file: "", kind: kind)
      let sign = fault.stopsReading ? "● " : fault.isRemark ? "○ " : ""
      let start = "| \(fault.code) \(sign)|"
      #expect(document.contains("\n\(start)"), "\(start)")
    }
  }

  @Test func `no member of format 1 is gone, and each that is new says how it behaves`() throws {
    let document = try read()
    let file = Project.folder.appendingPathComponent("Tests/Fixtures/format-1.members.txt").path
    let old = Set(
      try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init))
    let present = Set(Self.members(of: document))
    #expect(old.subtracting(present) == [])
    #expect(old.count == 385)
    let section = try #require(
      document.components(separatedBy: "\n## What is new in format 2\n").last?
        .components(separatedBy: "\n## ").first)
    var rows: [String: Int] = [:]
    for line in section.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      #expect(cells.count == 9, "\(line)")
      #expect(cells.dropFirst(2).dropLast().allSatisfy { $0.count > 2 }, "\(line)")
      var type = ""
      for name in cells[1].split(separator: "`").enumerated().filter({
        !$0.offset.isMultiple(of: 2)
      }) {
        let parts = name.element.split(separator: ".").map(String.init)
        // A member alone is one of the type before it; a type alone stands for all its members.
        let isMember = parts.count == 1 && name.element.first?.isLowercase ?? false
        if !isMember { type = parts[0] }
        let member = isMember ? parts[0] : parts.dropFirst().first
        for known in present where known.hasPrefix("\(type).") {
          if member == nil || known == "\(type).\(member ?? "")" { rows[known, default: 0] += 1 }
        }
      }
    }
    for member in present.subtracting(old) { #expect(rows[member] == 1, "\(member)") }
    for member in rows.keys { #expect(!old.contains(member), "\(member) is not new") }
  }

  /// All members that tables describe, as `Event.title`.
  private static func members(of document: String) -> [String] {
    document.components(separatedBy: "\n#### ").dropFirst().flatMap { section -> [String] in
      let lines = (section.components(separatedBy: "\n#").first ?? "").split(separator: "\n")
      return lines.filter { $0.hasPrefix("| `") }.map {
        "\(lines[0]).\($0.split(separator: "`")[1])"
      }
    }
  }

  @Test func `every place stands in the description, with what it is`() throws {
    let document = try read()
    let section = try #require(document.components(separatedBy: "\n## Places\n").last)
    let described = section.components(separatedBy: "\n## ")[0].split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.map(String.init)
    let rows = FilePlace.allCases.map(Self.row)
    #expect(described == rows, "\(rows.joined(separator: "\n"))")
  }

  private static func row(_ place: FilePlace) -> String {
    let row = place.row
    let root =
      switch row.root {
      case .programme: ""
      case .state, .stateOfProgramme: "state: "
      case .configuration: "configuration: "
      case .runtime: "runtime: "
      }
    let inner = row.root == .stateOfProgramme ? "PROGRAMME/" : ""
    let names =
      switch row.files {
      case .one(let name): [name]
      case .each(let folder, let naming): ["\(folder)/\(inner)\(name(naming)).json"]
      case .lines(let folder):
        [
          row.root == .programme
            ? "\(folder)/…DEVICE.jsonl"
            : inner.isEmpty ? "\(folder)/PROGRAMME.txt" : "\(folder)/\(inner)DAY.jsonl"
        ]
      case .any(let folder): ["\(folder)/"]
      case .folders(let names): names.map { $0.hasSuffix("-") ? "\($0)PROCESS/" : "\($0)/" }
      }
    let files = names.map { "`\($0)`" }.joined(separator: ", ")
    func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }
    let search =
      switch row.search {
      case .nothing: "–"
      case .ids: "ids"
      case .mentions: "mentions"
      case .everything: "everything"
      }
    let goes =
      switch row.sweep {
      case .nothing: "–"
      case .records: "the file, or parts of it"
      case .entries: "entries of `\(row.list ?? "")`"
      case .files: "the file"
      case .lines: "the lines"
      case .leftovers: "what no running program needs"
      }
    let who = row.isPrivate ? "owner" : "all"
    return "| \(files)\(root.isEmpty ? "" : " (\(root.dropLast(2)))") | \(who) | "
      + "\(yes(row.isShown)) | \(yes(row.isVersioned)) | \(yes(row.mayHoldWords)) | \(search) | "
      + "\(goes) |"
  }

  private static func name(_ naming: FilePlace.Naming) -> String {
    switch naming {
    case .id, .made: "ID"
    case .country: "COUNTRY"
    case .taxonomy: "NAME"
    case .quarter: "COUNTRY-QUARTER"
    }
  }

  private func read() throws -> String {
    let file = Project.folder.appendingPathComponent("docs/file-format.md").path
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private func part(_ heading: String, of document: String) -> String? {
    let parts = document.components(separatedBy: "\n#### \(heading)\n")
    guard parts.count == 2 else { return nil }
    return parts[1].components(separatedBy: "\n#").first
  }

  private static let headings = [
    "ProgrammeSettings": "Programme", "PublishedTotals": "Published totals",
    "Provenance": "Provenance", "Event": "Event", "SeriesPlace": "Series",
    "EventPartner": "Partner of an event", "Attendance": "Attendance",
    "DeclaredCommunities": "Declared communities", "Participation": "Participation",
    "Pulse": "Pulse", "CloseOut": "Close-out", "Feedback": "Feedback",
    "EventTestimonies": "Testimonies of an event", "Testimony": "Testimony",
    "ReadBack": "Read-back", "Translation": "Translation", "Consent": "Consent",
    "ConsentEntry": "Answer of a consent", "Quote": "Quote",
    "QuoteApproval": "Approval of a quote", "FollowUpAction": "Follow-up action",
    "Milestone": "Milestone", "Measure": "Measure", "Organisations": "Organisations",
    "Organisation": "Organisation", "PartnerSupport": "Support of an organisation",
    "Team": "Team", "StaffMember": "Member of the team", "SavedViews": "Views",
    "SavedView": "View of a list", "ListColumnChoice": "Column of a list",
    "ListChoice": "Columns of a list", "Plan": "Plan",
    "PlanRow": "Row of the plan", "Baselines": "Baselines", "Baseline": "Baseline",
    "Notice": "Notice", "NoticeWording": "Wording of a notice", "Guide": "Guide",
    "GuideQuestion": "Question of a guide", "CountryProfile": "Country profile",
    "Taxonomy": "Taxonomy", "Entry": "Entry of a taxonomy", "Identity": "Identity",
    "ImportMapping": "Mapping", "MappedColumn": "Column of a mapping",
    "Disclosure": "Disclosure", "Tombstone": "Tombstone",
    "Approval": "Approvals of a quarter", "ApprovalEntry": "Approval",
    "ApprovedFigures": "Approved figures", "ApprovedEvent": "Approved event",
    "Unlocking": "Unlocking", "HistoryLine": "Line of the history",
    "DoorCount": "Count of a sitting", "TypedCount": "Typed number",
    "SittingMark": "Mark of a sitting", "DeclaredQuestion": "Question of a slip",
    "SlipCount": "Slips of a sitting", "Ask": "Ask",
    "AskAnswer": "Answer to an ask", "Delivery": "Delivery", "TextMarker": "Marker in a text",
    "TextVersion": "Version of a text", "Coding": "Coding", "RetentionMark": "Mark of retention",
    "MergedEvent": "Merged event",
    "StatusEntry": "Entry of a status", "EvidenceItem": "Item of evidence",
    "SecondApproval": "Second approval", "HistoryValue": "Value in the history",
    "MappedWord": "Word of a mapping", "WithdrawalMark": "Mark of a withdrawal",
    "WithdrawnAnswer": "Withdrawn answer", "ProgrammeFact": "Fact", "Release": "Release",
    "ReleasedCell": "Cell of a release", "RegisterLine": "Line of the register",
    "Draft": "Draft", "PersonalSettings": "Personal settings", "FieldConflict": "Conflict",
  ]
}
