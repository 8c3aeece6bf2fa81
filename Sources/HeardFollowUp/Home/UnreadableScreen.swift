import HeardKit
import HeardModel
import TerminalCanvas

/// Files that cannot be used: what is wrong with each, what becomes of it, and how it is corrected.
struct UnreadableScreen: Screen {
  let name = "unreadable"
  private var cursor = ListCursor<FileFault>()
  private var files: [FileFault] = []

  init() {}

  func commands(_ desk: Desk) -> [Command] { [.reload] + ListMove.commands }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .reload: desk.run(.reload)
    default: cursor.move(command, in: files, page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    files = desk.unreadable
    cursor.find(in: files)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let shown = files
    guard let place = cursor.place(in: shown.count) else {
      return ScreenContent(
        blocks: [.prose(Prose([StyledText(words("unreadable.none"))], isFocused: true))])
    }
    let table = Table(
      columns: [Column(words("unreadable.file"), width: .fill(minimum: 30, weight: 1))],
      rowCount: shown.count, cursor: place
    ) { TableRow([StyledText(shown[$0].file)]) }
    return ScreenContent(
      context: StyledText(words("unreadable.count", count: shown.count), .faint),
      blocks: [
        .prose(Prose(words("unreadable.meaning"))), .gap, .table(table), .gap,
        .notice(Notice(.bad, words.sentence(shown[place]))), .gap,
        .prose(Prose(words("unreadable.correct", ["file": shown[place].file]))),
        .prose(Prose(words("unreadable.check"), style: .faint)),
      ])
  }

  func place(_ desk: Desk) -> Place? { .unreadable }

  func focus(_ desk: Desk) -> String {
    guard let place = cursor.place(in: files.count) else { return desk.words("unreadable.none") }
    return desk.words(
      "unreadable.focus",
      [
        "file": files[place].file, "n": String(place + 1), "all": String(files.count),
        "why": desk.words.sentence(files[place]),
      ])
  }
}
