import HeardInsight
import HeardModel
import TerminalCanvas

struct OrganisationsScreen: Screen {
  let name = "organisations"
  init() {}
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}
