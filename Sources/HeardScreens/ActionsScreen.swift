import HeardInsight
import HeardModel
import TerminalCanvas

struct ActionsScreen: Screen {
  let name = "actions"
  init(filter: String = "") {}
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}

/// One action as cells of a table.
enum ActionCells {
  static func columns(_ words: Words) -> [Column] { [] }
  static func row(_ row: ActionRow, _ desk: Desk) -> TableRow { TableRow([]) }
}
