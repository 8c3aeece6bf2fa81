import HeardKit
import HeardModel
import TerminalCanvas

/// Everything that was said in this sitting, the newest first, each in full.
struct NewsScreen: Screen {
  let name = "news"
  let smallest = Size.telephone
  private var cursor = 0
  private var said: [Said] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] { ListMove.commands }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    cursor = ListMove.cursor(cursor, command, count: said.count, page: desk.pageRows)
  }

  mutating func refresh(_ desk: Desk) {
    said = desk.said.reversed()
    cursor = min(cursor, max(0, said.count - 1))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let said = said
    let table = Table(
      columns: [
        Column("", width: .fixed(6)), Column("", width: .fill(minimum: 40, weight: 1)),
      ],
      rowCount: said.count, cursor: said.isEmpty ? nil : cursor,
      emptyText: StyledText(desk.words("news.none"), .faint), showsHeader: false
    ) { index in
      TableRow([
        StyledText(Self.time(said[index].at, desk), .faint), said[index].news.styled,
      ])
    }
    var blocks: [Block] = []
    // In full above the list: a row shows only as much as fits.
    if said.indices.contains(cursor) { blocks = [.prose(Prose(said[cursor].news.text)), .gap] }
    return ScreenContent(blocks: blocks + [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard said.indices.contains(cursor) else { return desk.words("news.none") }
    return desk.words.list([Self.time(said[cursor].at, desk), said[cursor].news.text])
  }

  /// Hours and minutes, as history shows them.
  private static func time(_ moment: Moment, _ desk: Desk) -> String {
    let minutes = ((moment.seconds % 86_400) + 86_400) % 86_400 / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}

extension News {
  /// The sentence in the style of its kind.
  var styled: StyledText {
    switch kind {
    case .done: StyledText(text)
    case .refused: StyledText(text, .warning)
    case .bad: StyledText(text, .bad)
    }
  }
}
