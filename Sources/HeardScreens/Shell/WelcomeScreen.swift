import HeardKit
import TerminalCanvas

/// The first screen of somebody who has no programme open: what to begin with.
struct WelcomeScreen: Screen {
  let name = "welcome"
  private let choices: [Choice]
  private var cursor = 0

  /// What to begin with.
  enum Choice: Hashable, Sendable {
    case tour
    case sample
    case new
    case sheet
    case folder
    case recent(String)
  }

  init(hasSample: Bool, recent: [String]) {
    // Who was here before goes on where they were; who was not is shown around first.
    choices =
      recent.map(Choice.recent) + (hasSample ? [.tour, .sample] : []) + [.new, .sheet, .folder]
  }

  func commands(_ desk: Desk) -> [Command] { [.open] + ListMove.commands }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    guard command == .open else {
      cursor = ListMove.cursor(cursor, command, count: choices.count, page: desk.pageRows)
      return
    }
    switch choices[cursor] {
    case .tour: desk.run(.leave(.tour))
    case .sample: desk.run(.leave(.sample))
    case .new: desk.push(NewProgrammeForm(desk))
    case .sheet: desk.push(NewProgrammeForm(desk, importingSheet: true))
    case .folder:
      desk.push(OpenFolderScreen())
      desk.run(.listFolders(""))
    case .recent(let path): desk.run(.checkFolder(path))
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let choices = choices
    let table = Table(
      columns: [
        Column("", width: .fixed(24)),
        Column("", width: .fill(minimum: 40, weight: 3)),
      ],
      rowCount: choices.count, cursor: cursor, showsHeader: false
    ) { index in
      let (title, meaning) = Self.texts(choices[index], desk.words)
      return TableRow([StyledText(title), StyledText(meaning, .faint)])
    }
    return ScreenContent(blocks: [
      .prose(Prose([StyledText(desk.words("welcome.what"))])), .gap, .table(table), .gap,
      .prose(Prose(desk.words("welcome.how"), style: .faint)),
    ])
  }

  func focus(_ desk: Desk) -> String {
    let (title, meaning) = Self.texts(choices[cursor], desk.words)
    return desk.words.labelled(title, meaning)
  }

  private static func texts(_ choice: Choice, _ words: Words) -> (String, String) {
    switch choice {
    case .tour: (words("welcome.tour"), words("welcome.tour.meaning"))
    case .sample: (words("welcome.sample"), words("welcome.sample.meaning"))
    case .new: (words("welcome.new"), words("welcome.new.meaning"))
    case .sheet: (words("welcome.sheet"), words("welcome.sheet.meaning"))
    case .folder: (words("welcome.folder"), words("welcome.folder.meaning"))
    case .recent(let path):
      (path.split(separator: "/").last.map(String.init) ?? path, path)
    }
  }
}
