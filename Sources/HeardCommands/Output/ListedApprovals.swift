import HeardInsight
import HeardModel
import StrictJSON

extension QuarterRow {
  /// What is printed of a quarter.
  static func values(_ insight: Insight) -> [RowValue<QuarterRow>] {
    func entry(_ row: QuarterRow) -> ApprovalEntry? {
      insight.programme.approvals[row.quarter]?.locking
    }
    func ids(_ row: QuarterRow, isByRight: Bool) -> JSONValue {
      .array(
        row.changes.filter { $0.isByRight == isByRight }.map { .string($0.event.text) })
    }
    return [
      RowValue("country", .country, isInTable: true) { .of($0.quarter.country) },
      RowValue("quarter", isInTable: true) { .string($0.quarter.quarterText) },
      RowValue("events", isInTable: true) { .integer($0.events) },
      RowValue("open", isInTable: true) { .integer($0.checks) },
      RowValue("locked", isInTable: true) { .boolean($0.lock != nil) },
      RowValue("by", isInTable: true, isFlexible: true) { .of($0.lock?.by ?? "") },
      RowValue("at", isInTable: true) { .of($0.lock?.at) },
      RowValue("changed") { ids($0, isByRight: false) },
      RowValue("withdrawn") { ids($0, isByRight: true) },
      RowValue("held") { .of(insight.approvedFigures(of: $0.quarter).events) },
      RowValue("approvedHeld") { .of(entry($0)?.figures.events) },
      RowValue("attendances") { .of(insight.approvedFigures(of: $0.quarter).attendances) },
      RowValue("approvedAttendances") { .of(entry($0)?.figures.attendances) },
      RowValue("testimonies") { .of(insight.approvedFigures(of: $0.quarter).testimonies) },
      RowValue("approvedTestimonies") { .of(entry($0)?.figures.testimonies) },
    ]
  }
}
