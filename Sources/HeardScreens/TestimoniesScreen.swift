import HeardInsight
import HeardModel
import TerminalCanvas

struct TestimoniesScreen: Screen {
  let name = "testimonies"
  init(filter: String = "") {}
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}

/// One testimony as cells of a table.
enum TestimonyCells {
  static func columns(_ words: Words) -> [Column] { [] }
  static func row(_ row: TestimonyRow, _ desk: Desk) -> TableRow { TableRow([]) }
}
