import HeardKit
import HeardModel
import TerminalCanvas

/// One disclosure on its way to the lead: whom to call, how to hand it over, and the receipt.
///
/// Nothing of what was told is shown.
struct DisclosureScreen: Screen {
  let name = "disclosure"
  let smallest = Size.telephone
  private let id: TestimonyID

  init(_ id: TestimonyID) { self.id = id }

  func commands(_ desk: Desk) -> [Command] {
    switch DisclosureState(id, desk) {
    case .kept, .handedOver:
      [.noteReceipt] + (canSeal(desk) ? [.sealDisclosure] : []) + [.printDisclosure]
    case .standing, .saving, .notSaved, .received, .gone: []
    }
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard let disclosure = desk.disclosure(id) else { return }
    switch command {
    case .noteReceipt: desk.push(ReceiptForm(id, desk))
    case .sealDisclosure: desk.push(HandOverForm(desk.handOver(disclosure, .sealed), desk))
    case .printDisclosure: desk.push(HandOverForm(desk.handOver(disclosure, .page), desk))
    default: break
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let state = DisclosureState(id, desk)
    let event = self.event(desk)
    let title = event.flatMap { desk.programme.events[$0]?.title } ?? id.text
    var blocks: [Block] = []
    if state != .received && state != .gone {
      blocks += [.notice(Notice(.warning, desk.callSentence(at: event))), .gap]
    }
    blocks.append(.prose(Prose(lines(state, desk), isFocused: true)))
    return ScreenContent(context: StyledText(title, .faint), blocks: blocks)
  }

  func place(_ desk: Desk) -> Place? { .disclosure(id) }

  func focus(_ desk: Desk) -> String {
    desk.words("disclosure.state.\(DisclosureState(id, desk).name)")
  }
}

extension DisclosureScreen {
  private func event(_ desk: Desk) -> EventID? {
    desk.disclosure(id)?.event ?? desk.programme.testimonies[id]?.event
  }

  private func canSeal(_ desk: Desk) -> Bool {
    desk.disclosures.canSeal && desk.programme.settings.sealingKey != nil
  }

  /// How far it is, and what comes next.
  private func lines(_ state: DisclosureState, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    var lines = [
      StyledText(words("disclosure.state.\(state.name)"), state.style),
      StyledText(words("disclosure.about.\(state.name)")),
    ]
    let kept = desk.disclosure(id)
    if let kept, let at = kept.handedOverAt, !kept.handedOverHow.isEmpty {
      lines.append(
        StyledText(
          words(
            "disclosure.handedOver",
            [
              "how": kept.handedOverHow, "to": kept.handedOverTo, "when": desk.formats.moment(at),
            ])))
    }
    if let kept, kept.isReceived, let day = kept.removal(desk.programme.settings) {
      lines.append(
        StyledText(
          words(
            "disclosure.receivedAs", ["number": kept.receipt, "day": desk.formats.day(day)])))
    }
    guard state == .kept || state == .handedOver else { return lines }
    lines.append("")
    if canSeal(desk) { lines.append(StyledText(words("disclosure.waySealed"))) }
    lines.append(StyledText(words("disclosure.ways")))
    if !canSeal(desk) {
      let hasKey = desk.programme.settings.sealingKey != nil
      lines.append(StyledText(words(hasKey ? "disclosure.noProgram" : "disclosure.noKey"), .faint))
    }
    return lines
  }
}
