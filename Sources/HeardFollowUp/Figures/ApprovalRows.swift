import HeardInsight
import HeardKit
import HeardModel

/// What stands below the figures of a period, in its order.
struct ApprovalRows {
  private(set) var rows: [ApprovalScreen.Row] = []

  init(_ period: ApprovalPeriod, _ desk: Desk) {
    add("approval.changes", desk.insight.row(of: period).changes.map { .change($0) })
    let files: [ApprovalScreen.Item] = desk.unreadable.isEmpty ? [] : [.files]
    let checks = desk.insight.checks(of: period).map { ApprovalScreen.Item.check($0) } + files
    add("approval.checks", checks)
    if checks.isEmpty {
      rows += [.heading("approval.checks"), .note(desk.words("approval.nothingOpen"))]
    }
    // That nobody knows how many came stands among what is to be checked, and in the figures.
    add(
      "approval.remarks",
      desk.insight.countRemarks(in: period).filter { $0.remark != .notKnown }.map { .remark($0) })
    add(
      "approval.outside",
      desk.insight.eventsWithoutQuarter(beside: period).map { .outside($0) })
    if period.filter == nil {
      add("approval.events", desk.programme.events(in: period).map { .event($0.id) })
    }
    let approvals = desk.programme.approvals[period]?.inOrder ?? []
    add("approval.history", approvals.reversed().map { .entry($0.id) })
  }

  private mutating func add(_ heading: String, _ items: [ApprovalScreen.Item]) {
    if items.isEmpty { return }
    rows.append(.heading(heading))
    rows += items.map { .item($0) }
  }
}

extension ApprovalPeriod {
  /// The period in the words of the filter of events; nil where those cannot say it: no country has
  /// none.
  var filter: String? {
    guard let country else { return nil }
    let land = "country:\(country.stored.lowercased())"
    if year == nil { return "\(land) status:held -year:0001-9999" }
    guard let quarter else { return "\(land) year:\(quarterText)" }
    let begin = String(quarterText.prefix(4))
    let months = (quarter * 3 - 2...quarter * 3).map { "\(begin)-\($0 < 10 ? "0" : "")\($0)" }
    return "\(land) month:\(months.joined(separator: ","))"
  }
}
