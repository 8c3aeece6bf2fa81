import HeardInsight
import HeardModel
import StrictJSON

extension ApprovalRow {
  /// What is printed of a period; as approved stands what its newest approval counted, also once
  /// that was unlocked.
  static func values(_ insight: Insight) -> [RowValue<ApprovalRow>] {
    func entries(_ row: ApprovalRow) -> [ApprovalEntry] {
      insight.programme.approvals[row.period]?.inOrder ?? []
    }
    func approved(_ row: ApprovalRow) -> ApprovedFigures? { entries(row).last?.figures }
    func now(_ row: ApprovalRow) -> ApprovedFigures { insight.approvedFigures(of: row.period) }
    func ids(_ row: ApprovalRow, isByRight: Bool) -> JSONValue {
      .array(
        row.changes.filter { $0.isByRight == isByRight }.map { .string($0.event.text) })
    }
    return [
      RowValue("country", .country, isInTable: true) { .of($0.period.country) },
      RowValue("quarter", isInTable: true) { .string($0.period.quarterText) },
      RowValue("state", .fixed("approval.state"), isInTable: true) { .string($0.state.rawValue) },
      RowValue("events", isInTable: true) { .integer($0.events) },
      RowValue("open", isInTable: true) { .integer($0.checks) },
      RowValue("attendances", isInTable: true) { .of(now($0).attendances) },
      RowValue("approvedAttendances", isInTable: true) { .of(approved($0)?.attendances) },
      RowValue("locked", isInTable: true) { .boolean($0.lock != nil) },
      RowValue("by", isInTable: true, isFlexible: true) { .of($0.lock?.by ?? "") },
      RowValue("at", isInTable: true) { .of($0.lock?.at) },
      RowValue("lockedThrough") { .of($0.lockedThrough) },
      RowValue("daysLate") { .of($0.daysLate) },
      RowValue("changed") { ids($0, isByRight: false) },
      RowValue("withdrawn") { ids($0, isByRight: true) },
      RowValue("held") { .of(now($0).events) },
      RowValue("approvedHeld") { .of(approved($0)?.events) },
      RowValue("testimonies") { .of(now($0).testimonies) },
      RowValue("approvedTestimonies") { .of(approved($0)?.testimonies) },
      RowValue("approvals", .approvals) { .array(entries($0).map(JSONValue.of(entry:))) },
    ]
  }
}

extension JSONValue {
  /// An approval with all that it counted, and why it was unlocked.
  static func of(entry: ApprovalEntry) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(entry.id.stored), "at": .string(entry.at.stored), "by": .of(entry.by),
      "figures": .of(figures: entry.figures),
      "stillOpen": .object(
        Dictionary(
          uniqueKeysWithValues: entry.stillOpen.map { ($0.key.stored, .integer($0.value)) })),
      "unlocked": .null,
    ]
    if let unlocked = entry.unlocked {
      members["unlocked"] = .object([
        "at": .string(unlocked.at.stored), "by": .of(unlocked.by),
        "reason": .of(unlocked.reason),
      ])
    }
    return .object(members)
  }

  /// All numbers of a period, with the sum of its attendances.
  static func of(figures: ApprovedFigures) -> JSONValue {
    .object(Dictionary(uniqueKeysWithValues: figures.rows.map { ($0.name, .of($0.count)) }))
  }
}
