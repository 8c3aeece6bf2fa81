import HeardInsight
import HeardKit
import HeardModel

// Approving and unlocking a quarter.
extension Desk {
  /// Why this person cannot approve or unlock a quarter now, as the whole sentence; nil when they
  /// can.
  public func reasonAgainstApproving(_ quarter: ApprovalPeriod) -> String? {
    if let why = reasonAgainstDeciding { return why }
    if let lock = programme.approvals[quarter]?.lock {
      return words.notice(lock, formats)
    }
    if programme.events(in: quarter).isEmpty {
      return words("approve.noEvents", ["quarter": formats.quarter(quarter)])
    }
    guard let last = quarter.lastDay, last >= today else { return nil }
    return words("approve.notOver", ["day": formats.day(last)])
  }

  /// Why this person cannot unlock a quarter; nil when they can.
  public func reasonAgainstUnlocking(_ quarter: ApprovalPeriod) -> String? {
    if let why = reasonAgainstDeciding { return why }
    return programme.approvals[quarter]?.lock == nil
      ? words("unlock.notLocked", ["quarter": formats.quarter(quarter)]) : nil
  }

  private var reasonAgainstDeciding: String? {
    if let readOnly { return words.sentence(readOnly) }
    if settings.role != .manager {
      return words("approve.managers", ["role": formats.label(settings.role, "role")])
    }
    if settings.name.isEmpty { return words("name.needed") }
    return unsaved.isEmpty ? nil : words("approve.unsaved", count: unsaved.count)
  }

  /// The change that approves a quarter as it stands now.
  public mutating func approval(of quarter: ApprovalPeriod) -> Change? {
    let before = programme.approvals[quarter]
    var approval = before ?? Approval(quarter)
    let id = Code(stored: "v-\(ids.characters(10))") ?? "v-0"
    approval.entries.append(
      insight.approvalEntry(
        of: quarter, id: id, at: now, by: settings.name, faultyFiles: unreadable.count))
    return Change(
      .approved(quarter), before: before.map(Record.approval), after: .approval(approval))
  }

  /// The change that unlocks a quarter.
  public func unlocking(of quarter: ApprovalPeriod, because reason: String) -> Change? {
    guard let before = programme.approvals[quarter] else { return nil }
    let after = before.unlocked(Unlocking(at: now, by: settings.name, reason: reason))
    return Change(.unlocked(quarter), before: .approval(before), after: .approval(after))
  }

  /// Asks whether a quarter is to be approved, with what is still open in it.
  mutating func askApproval(of quarter: ApprovalPeriod) {
    if let why = reasonAgainstApproving(quarter) { return refuse(why) }
    let open = insight.checks(of: quarter).count + unreadable.count
    let now = insight.approvedFigures(of: quarter)
    let quarterName = [
      "quarter": formats.quarter(quarter),
      "attendances": words("count.attendances", count: now.attendances ?? 0),
      "events": words("count.eventsHeld", count: now.events ?? 0),
    ]
    let text =
      open == 0
      ? words("approve.ask", quarterName) : words("approve.askOpen", count: open, quarterName)
    ask(
      Question(
        "approve", text,
        [.init("keep", words("answer.keep")), .init("approve", words("approve.answer"))]))
  }

  /// Approves a quarter: keeps its figures and locks its events.
  mutating func approve(_ quarter: ApprovalPeriod) {
    if let why = reasonAgainstApproving(quarter) { return refuse(why) }
    if let change = approval(of: quarter) { self.change(change) }
  }

  /// Opens the form that asks why a quarter is unlocked.
  mutating func unlock(_ quarter: ApprovalPeriod) {
    if let why = reasonAgainstUnlocking(quarter) { return refuse(why) }
    go(.unlock(quarter))
  }
}
