import HeardInsight
import HeardModel
import TerminalCanvas

struct TestimonyForm: Screen {
  let name = "testimonyForm"
  static func new(_ desk: Desk, event: EventID? = nil) -> TestimonyForm { TestimonyForm() }
  static func restored(_ draft: Draft, _ desk: Desk) -> TestimonyForm? { nil }
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}
