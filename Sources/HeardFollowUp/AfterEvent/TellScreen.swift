import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What can honestly be told to the people of one event or action, and noting that it was.
struct TellScreen: Screen {
  let name = "tell"
  private let subject: TellingSubject
  private var firstLine = 0

  init(_ subject: TellingSubject) { self.subject = subject }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.insight.tellingRow(subject) != nil else { return [] }
    return [.tellDelivered, .tellAcknowledged, .tellNotPossible, .edit, .open] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .tellDelivered: desk.tell([subject], .delivered)
    case .tellNotPossible: desk.tell([subject], .notPossible)
    case .tellAcknowledged: desk.noteAcknowledged([subject])
    case .edit: desk.editTelling(of: subject)
    case .open:
      switch subject {
      case .event(let id): desk.go(.event(id))
      case .action(let id): desk.go(.action(id))
      }
    default:
      let last = lastLine(desk)
      firstLine = ListMove.cursor(
        min(firstLine, last), command, count: last + 1, page: max(1, room(desk).rows - 1))
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard desk.insight.tellingRow(subject) != nil else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("tell.gone")))])
    }
    let isCut = firstLine < lastLine(desk)
    return ScreenContent(
      context: StyledText(isCut ? desk.words("testimony.moreBelow") : "", .faint),
      blocks: [.scroll(Scroll(TellText(subject, desk).blocks, firstLine: firstLine))])
  }

  func place(_ desk: Desk) -> Place? { .tell(subject) }

  func focus(_ desk: Desk) -> String {
    guard let row = desk.insight.tellingRow(subject) else { return desk.words("tell.gone") }
    return desk.words.list([row.title, TellWords.state(row, desk.words).text])
  }

  private func room(_ desk: Desk) -> Size {
    CanvasRenderer.contentSize(size: desk.size, hasAside: false)
  }

  private func lastLine(_ desk: Desk) -> Int {
    let lines = Scroll(TellText(subject, desk).blocks).lineCount(columns: room(desk).columns)
    return max(0, lines - room(desk).rows)
  }
}
