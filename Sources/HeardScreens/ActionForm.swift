import HeardInsight
import HeardModel
import TerminalCanvas

struct ActionForm: Screen {
  let name = "actionForm"
  static func new(
    _ desk: Desk, event: EventID? = nil, testimony: TestimonyID? = nil
  ) -> ActionForm { ActionForm() }
  static func edit(_ id: ActionID, _ desk: Desk) -> ActionForm { ActionForm() }
  static func restored(_ draft: Draft, _ desk: Desk) -> ActionForm? { nil }
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}
