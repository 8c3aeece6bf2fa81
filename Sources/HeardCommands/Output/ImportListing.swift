import HeardExchange
import HeardKit
import HeardModel
import StrictJSON

/// The rows of a sheet with what becomes of each, as they are printed.
enum ImportListing {
  /// The rows of a sheet of events; `added` has the ids of those that were brought in.
  static func rows(_ work: SheetImport, added: [Int: EventID], _ desk: Desk) -> Listing {
    Listing(
      [
        RowValue<ImportRow>("line", isInTable: true) { .integer($0.line) },
        RowValue("state", .fixed("import.state"), isInTable: true) {
          .string(state(of: $0, isAdded: added[$0.line] != nil))
        },
        RowValue("start", .date, isInTable: true) { .of($0.event?.start) },
        RowValue("country", .country, isInTable: true) { .of($0.event?.country) },
        RowValue("title", isInTable: true) { .of($0.event?.title ?? $0.cells.first ?? "") },
        RowValue("attendances", isInTable: true) { .of($0.event?.attendance.tally) },
        RowValue("sentence", isInTable: true, isFlexible: true) {
          .of(desk.sentences(of: $0, .events).joined(separator: " "))
        },
        RowValue("id") { .of(added[$0.line] ?? $0.knownID) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
        RowValue("differs") { .array($0.differs.map { .string($0) }) },
        RowValue("noted") { .array($0.noted.map { .string($0) }) },
      ], work.rows)
  }

  private static func state(of row: ImportRow, isAdded: Bool) -> String {
    if isAdded { return row.knownID == nil ? "added" : "updated" }
    switch row.state {
    case .ready: return row.choice == .leftOut ? "leftOut" : "ready"
    case .doubtful: return row.isTaken ? "accepted" : "doubtful"
    case .here: return row.isTaken ? "updated" : "here"
    case .listed: return "here"
    case .skipped: return "skipped"
    }
  }

  /// The lines of a sign-in sheet; names and contacts are never printed.
  static func rows(
    ofPeople work: SheetImport, added: [Int: PersonID], _ desk: Desk
  ) -> Listing {
    Listing(
      [
        RowValue<ImportRow>("line", isInTable: true) { .integer($0.line) },
        RowValue("state", .fixed("import.state"), isInTable: true) {
          .string(state(of: $0, isAdded: added[$0.line] != nil))
        },
        RowValue("pseudonym", isInTable: true) { .of($0.person?.participation.pseudonym ?? "") },
        RowValue("status", .fixed("attendance"), isInTable: true) {
          $0.person.map { .of($0.participation.status) } ?? .null
        },
        RowValue("roles", .code(.role), isInTable: true) {
          .of($0.person?.participation.roles ?? [])
        },
        RowValue("sentence", isInTable: true, isFlexible: true) {
          .of(desk.sentences(of: $0, work.subject).joined(separator: " "))
        },
        RowValue("id") { .of(added[$0.line] ?? $0.knownPerson) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
      ], work.rows)
  }
}
