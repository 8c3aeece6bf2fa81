import HeardModel
import TerminalCanvas

/// Chooses which columns a list shows, and in which order; every step acts at once.
struct ColumnsScreen: Screen {
  /// One column of the list.
  struct Choice: Sendable {
    let id: Code
    /// By what the list is sorted that is sorted by it.
    let sortName: String
    /// Which way the list is sorted by it; nil where it is not.
    let sorted: Column.Order?
    /// Its heading: a key of the catalogs.
    let title: String
    /// Whether it is always shown.
    let isFixed: Bool
    var isOn: Bool
    /// Whether it is to be seen on a screen of this size.
    let hasRoom: Bool

    /// Whether it is shown: a key of the catalogs.
    fileprivate var state: String {
      if !isOn { return "toggle.no" }
      return !hasRoom ? "columns.noRoom" : isFixed ? "columns.always" : "toggle.yes"
    }

    /// Whether it is shown, and which way the list is sorted by it.
    fileprivate func told(_ words: Words) -> String {
      guard let sorted else { return words(state) }
      return words.list([
        words(state),
        words(sorted == .descending ? "columns.sortedDown" : "columns.sortedUp"),
      ])
    }
  }

  let name = "columns"
  private var list: any ListScreen
  private var choices: [Choice]
  private var cursor = 0

  init(_ list: any ListScreen, _ desk: Desk) {
    self.list = list
    choices = list.choices(desk)
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    command == .sort ? desk.words("columns.sort") : nil
  }

  func commands(_ desk: Desk) -> [Command] {
    [.showColumn, .moveEarlier, .moveLater, .sort, .usualColumns, .back] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .showColumn: turn(&desk)
    case .moveEarlier: move(-1, &desk)
    case .moveLater: move(1, &desk)
    case .sort:
      guard let column = choices[safe: cursor] else { return }
      list.sort(by: column.sortName, &desk)
      choices = list.choices(desk)
    case .usualColumns:
      list.show(columns: nil, &desk)
      choices = list.choices(desk)
      desk.say(desk.words("columns.asUsual"))
    case .back:
      desk.pop()
      desk.replace(with: list)
    default: cursor = ListMove.cursor(cursor, command, count: choices.count, page: desk.pageRows)
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (words, shown) = (desk.words, choices)
    let table = Table(
      columns: [
        Column(words("columns.place"), width: .fixed(6), alignment: .trailing),
        Column(words("columns.column"), width: .fill(minimum: 24, weight: 1)),
        Column(words("columns.shown"), width: .fill(minimum: 24, weight: 1)),
      ], rowCount: shown.count, cursor: cursor
    ) { place in
      let column = shown[place]
      return TableRow([
        StyledText(column.isOn ? "\(place + 1)" : "", .faint),
        StyledText(words(column.title), column.isOn ? .plain : .faint),
        StyledText(column.told(words), column.isOn ? .plain : .faint),
      ])
    }
    return ScreenContent(
      context: StyledText(words("screen.\(list.name)"), .faint),
      blocks: [.prose(Prose(words("columns.how"))), .gap, .table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard let column = choices[safe: cursor] else { return "" }
    return desk.words.labelled(desk.words(column.title), column.told(desk.words))
  }
}

extension ColumnsScreen {
  /// Shows a column behind those that are shown, or hides it.
  private mutating func turn(_ desk: inout Desk) {
    guard let column = choices[safe: cursor] else { return }
    if column.isFixed { return desk.refuse(desk.words("columns.isFixed")) }
    choices[cursor].isOn.toggle()
    if choices[cursor].isOn { moveIntoSight() }
    use(column.id, &desk)
    if let now = choices[safe: cursor], now.isOn, !now.hasRoom {
      desk.refuse(desk.words("columns.isCrowded"))
    }
  }

  /// What was chosen just now stands before what has no room anyway.
  private mutating func moveIntoSight() {
    let unseen = choices.firstIndex { $0.isOn && !$0.hasRoom && $0.id != choices[cursor].id }
    guard let unseen, unseen < cursor else { return }
    choices.insert(choices.remove(at: cursor), at: unseen)
  }

  private mutating func move(_ step: Int, _ desk: inout Desk) {
    let last = choices.count { $0.isOn } - 1
    guard let column = choices[safe: cursor], column.isOn else {
      return desk.refuse(desk.words("columns.notShown"))
    }
    let next = cursor + step
    guard (0...last).contains(next) else { return }
    choices.swapAt(cursor, next)
    use(column.id, &desk)
  }

  /// Shows what is chosen, with the focus on its column.
  private mutating func use(_ focused: Code, _ desk: inout Desk) {
    list.show(columns: choices.filter(\.isOn).map(\.id), &desk)
    choices = list.choices(desk)
    cursor = choices.firstIndex { $0.id == focused } ?? cursor
  }
}
