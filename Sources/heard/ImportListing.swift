import HeardExchange
import HeardModel
import HeardScreens
import StrictJSON

/// The rows of a sheet with what becomes of each, as they are printed.
enum ImportListing {
  /// The rows of a sheet of events; `added` has the ids of those that were brought in.
  static func rows(_ work: EventImport, added: [Int: EventID], _ desk: Desk) -> Listing {
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
          .of(desk.words.sentences(of: $0, desk.formats).joined(separator: " "))
        },
        RowValue("id") { .of(added[$0.line] ?? $0.knownID) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
        RowValue("differs") { .array($0.differs.map { .string($0) }) },
        RowValue("noted") { .array($0.noted.map { .string($0) }) },
      ], work.rows)
  }

  private static func state(of row: ImportRow, isAdded: Bool) -> String {
    if isAdded { return "added" }
    switch row.state {
    case .ready: return row.choice == .leftOut ? "leftOut" : "ready"
    case .doubtful: return row.isTaken ? "accepted" : "doubtful"
    case .here: return "here"
    case .skipped: return "skipped"
    }
  }

  /// The lines of a sign-in sheet; names and contacts are never printed.
  static func rows(
    _ work: PersonImport, _ event: Event, added: [Int: PersonID], _ desk: Desk
  ) -> Listing {
    Listing(
      [
        RowValue<PersonImportRow>("line", isInTable: true) { .integer($0.line) },
        RowValue("state", .fixed("import.state"), isInTable: true) {
          .string(state(of: $0, isAdded: added[$0.line] != nil))
        },
        RowValue("pseudonym", isInTable: true) { .of($0.participation.pseudonym) },
        RowValue("status", .fixed("attendance"), isInTable: true) {
          $0.state == .skipped ? .null : .of($0.participation.status)
        },
        RowValue("roles", .code(.role), isInTable: true) { .of($0.participation.roles) },
        RowValue("sentence", isInTable: true, isFlexible: true) {
          .of(
            desk.words.sentences(of: $0, event, desk.programme, desk.formats)
              .joined(separator: " "))
        },
        RowValue("id") { .of(added[$0.line] ?? $0.knownID) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
      ], work.rows)
  }

  private static func state(of row: PersonImportRow, isAdded: Bool) -> String {
    if isAdded { return "added" }
    switch row.state {
    case .ready: return "ready"
    case .doubtful: return row.isTaken ? "accepted" : "doubtful"
    case .listed: return "here"
    case .skipped: return "skipped"
    }
  }
}
