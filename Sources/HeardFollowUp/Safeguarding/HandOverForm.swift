import HeardKit
import HeardModel
import TerminalCanvas

/// Asks where the sealed file or the page of a disclosure is written, and has it written.
///
/// No draft is kept of it: all that stands in it is proposed.
struct HandOverForm: FormScreen {
  let name = "handOverForm"
  var form: RecordForm<HandOver>
  private let way: HandOver.Way

  init(_ order: HandOver, _ desk: Desk) {
    way = order.way
    form = RecordForm(Self.spec, order, draftID: "handOver", desk)
  }

  mutating func save(_ desk: inout Desk) {
    guard let order = subject(&desk) else { return }
    if let readOnly = desk.readOnly { return desk.refuse(readOnly) }
    desk.run(.handOver(order))
    desk.pop()
  }

  func describe(_ desk: Desk) -> ScreenContent {
    var blocks: [Block] = []
    if way == .sealed, let key = form.original.key {
      let sentence = desk.words(
        "disclosure.fingerprint", ["name": form.original.lead, "groups": key.fingerprint])
      blocks += [.notice(Notice(.warning, sentence)), .gap]
    }
    return ScreenContent(
      context: StyledText(form.original.how, .faint),
      blocks: blocks + [
        form.block(desk), .gap,
        .prose(Prose(desk.words("disclosure.aboutFile.\(way.rawValue)"), style: .faint)),
      ])
  }

  private static let spec = FormSpec<HandOver>([
    .text("filePath", \.path, isRequired: true)
  ])
}
