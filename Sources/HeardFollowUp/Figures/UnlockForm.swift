import HeardKit
import HeardModel
import TerminalCanvas

/// Why a quarter is unlocked; the reason stays with the approval for good.
struct UnlockForm: FormScreen {
  let name = "unlock"
  var form: RecordForm<Unlocking>
  private let quarter: ApprovalPeriod

  init(_ quarter: ApprovalPeriod, _ desk: Desk) {
    self.quarter = quarter
    let id = "unlock-\(quarter.stored.lowercased())"
    form = RecordForm(Self.spec, Unlocking(), draftID: id, desk)
  }

  /// The form of a draft as it was left; nil when the quarter is not locked any more.
  static func restored(_ draft: Draft, _ desk: Desk) -> UnlockForm? {
    guard let quarter = ApprovalPeriod(stored: draft.record),
      desk.programme.approvals[quarter]?.lock != nil
    else { return nil }
    var screen = UnlockForm(quarter, desk)
    screen.form.form.restore(draft)
    return screen
  }

  func describe(_ desk: Desk) -> ScreenContent {
    ScreenContent(
      context: StyledText(desk.formats.quarter(quarter), .faint),
      blocks: [.prose(Prose(desk.words("unlock.why"))), .gap, form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? { form.draft("unlock", of: quarter.stored, desk) }

  mutating func save(_ desk: inout Desk) {
    guard let typed = subject(&desk) else { return }
    if let why = desk.reasonAgainstUnlocking(quarter) { return desk.refuse(why) }
    let change = desk.unlocking(of: quarter, because: trimmed(typed.reason))
    if make(change, &desk) { desk.pop() }
  }

  private static let spec = FormSpec<Unlocking>(
    [.text("unlockReason", \.reason, rows: 3, isRequired: true)],
    rules: { typed, _ in
      trimmed(typed.reason).isEmpty ? [("unlockReason", .reasonMissing)] : []
    })
}
