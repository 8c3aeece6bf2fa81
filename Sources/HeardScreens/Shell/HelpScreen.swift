import HeardKit
import TerminalCanvas

/// All keys of the screen from which help was asked for, from the one key table.
struct HelpScreen: Screen {
  let name = "help"
  let smallest = Size.telephone
  private let commands: [Command]
  private let origin: String
  private var cursor = 0

  init(_ commands: [Command], of origin: String) {
    var seen = Set<Command>()
    self.commands = commands.filter { seen.insert($0).inserted }
    self.origin = origin
  }

  func commands(_ desk: Desk) -> [Command] {
    [.moveUp, .moveDown, .pageUp, .pageDown, .first, .last]
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    cursor = ListMove.cursor(cursor, command, count: commands.count, page: desk.pageRows)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let shown = commands
    let keys = shown.map { command in
      // What has no key that works is in the palette.
      let own = KeyTable.binding(command)?.workingKeys(words) ?? []
      return (own.isEmpty ? [.character(":")] : own).map { KeyTable.name($0, words) }
        .joined(separator: " ")
    }
    let widest = keys.map { TextWidth.columns(of: $0) }.max() ?? 0
    let table = Table(
      columns: [
        Column(
          words("help.key"), width: .fixed(desk.isCompact ? 9 : min(max(widest, 10), 24))),
        Column(words("help.command"), width: .fill(minimum: 18, weight: 1)),
        Column(words("help.meaning"), width: .fill(minimum: 30, weight: 3), priority: 1),
      ],
      rowCount: shown.count, cursor: cursor
    ) { row in
      let command = shown[row]
      return TableRow([
        StyledText(keys[row], .accent),
        StyledText(words("command.\(command.rawValue)")),
        StyledText(words("meaning.\(command.rawValue)"), .faint),
      ])
    }
    // A text that is longer than its room moves on with the list.
    let text = Prose(words("help.of.\(origin)"), firstLine: cursor)
    return ScreenContent(
      context: StyledText(words("screen.\(origin)"), .faint),
      blocks: [.prose(text), .gap, .table(table)])
  }

  func focus(_ desk: Desk) -> String {
    let name = commands[cursor].rawValue
    return desk.words.labelled(desk.words("command.\(name)"), desk.words("meaning.\(name)"))
  }
}
