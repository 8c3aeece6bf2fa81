import HeardKit
import HeardModel
import TerminalCanvas

/// The number that the lead gave as a receipt, as it is typed.
struct Receipt: Hashable, Sendable {
  var number = ""
}

/// Notes the lead's receipt: from then on the disclosure is handed over, and goes after some days.
///
/// No draft is kept of it: it is one number, heard over a telephone.
struct ReceiptForm: FormScreen {
  let name = "receiptForm"
  var form: RecordForm<Receipt>
  private let id: TestimonyID

  init(_ id: TestimonyID, _ desk: Desk) {
    self.id = id
    form = RecordForm(Self.spec, Receipt(), draftID: "receipt", desk)
  }

  mutating func save(_ desk: inout Desk) {
    guard let receipt = subject(&desk) else { return }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    desk.run(.noteReceipt(trimmed(receipt.number), of: id))
    desk.pop()
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let days = desk.programme.settings.daysAfterReceipt
    return ScreenContent(blocks: [
      .prose(Prose(desk.words("disclosure.askReceipt", count: days))), .gap,
      form.block(desk),
    ])
  }

  private static let spec = FormSpec<Receipt>([
    .text("receipt", \.number, isRequired: true)
  ])
}
