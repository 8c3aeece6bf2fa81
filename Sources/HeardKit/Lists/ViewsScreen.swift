import HeardModel
import TerminalCanvas

/// All views of lists: opens one, keeps the list that was shown as another, renames, removes.
struct ViewsScreen: Screen {
  let name = "views"
  /// The list from which one came.
  private let list: any ListScreen
  private var cursor = ListCursor<ViewID>()
  private var views: [NamedView] = []

  init(_ list: any ListScreen) { self.list = list }

  func commands(_ desk: Desk) -> [Command] {
    (views.isEmpty ? [] : [.open, .edit, .delete]) + [.newRecord] + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open:
      // Back leads to the list as it was, with its marks.
      if let view = focused?.view { desk.goInstead(.view(view.id)) }
    case .newRecord: desk.replace(with: ViewForm(list, desk))
    case .edit: if let focused { desk.push(ViewForm(renaming: focused, desk)) }
    case .delete:
      if let focused { desk.remove(focused) }
      refresh(desk)
    default: cursor.move(command, in: views.map(\.view.id), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    views = desk.views
    cursor.find(in: views.map(\.view.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (words, shown) = (desk.words, views)
    let table = Table(
      columns: [
        Column(words("view.name"), width: .fill(minimum: 20, weight: 2)),
        Column(words("view.list"), width: .fixed(width(words))),
        Column(words("filter.label"), width: .fill(minimum: 16, weight: 2), priority: 1),
        Column(words("view.whose"), width: .fill(minimum: 12, weight: 1)),
      ], rowCount: shown.count, cursor: cursor.place(in: shown.count),
      emptyText: StyledText(words("view.none"), .faint)
    ) { place in
      let view = shown[place].view
      return TableRow([
        StyledText(view.name), StyledText(words("screen.\(view.list.rawValue)"), .faint),
        StyledText(view.filter, .faint),
        StyledText(words(shown[place].isShared ? "view.shared" : "view.own"), .faint),
      ])
    }
    return ScreenContent(blocks: [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard let focused else { return desk.words("view.none") }
    return desk.words.list([
      focused.view.name, desk.words("screen.\(focused.view.list.rawValue)"),
      desk.words(focused.isShared ? "view.shared" : "view.own"),
    ])
  }

  private var focused: NamedView? { cursor.place(in: views.count).map { views[$0] } }

  private func width(_ words: Words) -> Int {
    ([words("view.list")] + QueryTarget.allCases.map { words("screen.\($0.rawValue)") })
      .map { TextWidth.columns(of: $0) }.max() ?? 0
  }
}
