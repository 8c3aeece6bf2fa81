import HeardInsight
import HeardModel
import TerminalCanvas

struct AttendanceScreen: Screen {
  let name = "attendance"
  static func open(_ id: EventID, _ desk: inout Desk) {}
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}

/// What is known of an event's attendance, as blocks.
enum AttendanceSummary {
  static func blocks(_ event: Event, _ desk: Desk) -> [Block] { [] }
}
