import HeardInsight
import HeardModel
import TerminalCanvas

struct PersonForm: Screen {
  let name = "personForm"
  static func new(_ desk: Desk, event: EventID) -> PersonForm { PersonForm() }
  static func edit(_ person: PersonID, of event: EventID, _ desk: Desk) -> PersonForm {
    PersonForm()
  }
  static func restored(_ draft: Draft, _ desk: Desk) -> PersonForm? { nil }
  func commands(_ desk: Desk) -> [Command] { [] }
  mutating func perform(_ command: Command, _ desk: inout Desk) {}
  func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
  func focus(_ desk: Desk) -> String { "" }
}
