import HeardModel
import TerminalCanvas

// The columns of a list and the views that keep them.
extension ListScreen {
  /// The columns where nobody has chosen.
  private func usual(_ desk: Desk) -> [Code] { usualColumns(desk).map(\.id) }

  @inlinable func usualColumns(_ desk: Desk) -> [ListColumn<Row>] {
    let room = room(desk)
    return Self.columns.filter { $0.isUsual && $0.leastRoom <= room }
  }

  /// The codes of the columns that are shown, in their order.
  func shownCodes(_ desk: Desk) -> [Code] { shownColumns(desk).map(\.id) }

  /// The columns that are shown; those without which a row cannot be told always among them.
  @inlinable public func shownColumns(_ desk: Desk) -> [ListColumn<Row>] {
    guard let codes = list.columns ?? desk.settings.columns(of: Self.kind) else {
      return usualColumns(desk)
    }
    return chosenColumns(codes, desk)
  }

  @usableFromInline func chosenColumns(_ codes: [Code], _ desk: Desk) -> [ListColumn<Row>] {
    var columns = codes.compactMap { code in Self.columns.first { $0.id == code } }
    columns =
      Self.columns.filter { column in
        column.isIdentifying && !columns.contains { $0.id == column.id }
      } + columns
    if columns.map(\.id) == usual(desk) { return columns }
    // Where somebody chose, what they put last leaves first.
    for place in columns.indices {
      columns[place].priority = columns[place].isIdentifying ? 0 : place + 1
    }
    return columns
  }

  /// All columns: those that are shown in their order, then the others.
  func choices(_ desk: Desk) -> [ColumnsScreen.Choice] {
    let shown = shownColumns(desk)
    let others = Self.columns.filter { column in !shown.contains { $0.id == column.id } }
    let heads = ListColumns(shown, measured: list.measured).heads(desk.words)
    let widths = Table.widths(of: heads, within: room(desk)) + others.map { _ in 0 }
    return zip(shown + others, widths).map { column, width in
      ColumnsScreen.Choice(
        id: column.id, sortName: column.sortName, sorted: list.sort.mark(column.sortName),
        title: column.title, isFixed: column.isIdentifying,
        isOn: shown.contains { $0.id == column.id }, hasRoom: width > 0)
    }
  }

  /// Shows other columns, or those that are usual; without a view they are kept for this person.
  public mutating func show(columns: [Code]?, _ desk: inout Desk) {
    if list.view == nil {
      list.columns = nil
      desk.keep(columns: columns, of: Self.kind)
    } else {
      list.columns = columns ?? usual(desk)
    }
    findAgain(desk)
  }

  /// What the list shows now, as a view.
  func present(_ desk: Desk) -> SavedView {
    var view = SavedView()
    view.list = Self.kind
    view.filter = trimmed(filter.text)
    view.sort = keptSort
    view.isDescending = list.sort.isDescending
    // The usual ones are not kept: on a wider screen there are more of them.
    let codes = shownCodes(desk)
    view.columns = codes == usual(desk) ? [] : codes.map(ListColumnChoice.init)
    return view
  }

  /// By what the list is sorted, as views and places keep it; nil for the only order of a list.
  private var keptSort: Code? {
    Order.allCases.count > 1 || list.sort.column != nil || list.sort.isDescending
      ? Code(stored: list.sort.name) : nil
  }

  /// The view that was opened on this list.
  var openedView: SavedView? { list.view }

  /// Shows a view; what it does not say is as usual.
  public mutating func open(_ view: SavedView, _ desk: Desk) {
    list.filter = FilterLine(kept: view.filter, on: Self.kind)
    if let sort = view.sort { take(sort: sort, isDescending: view.isDescending) }
    list.columns = view.columns.isEmpty ? nil : view.columns.map(\.id)
    findAgain(desk)
    // As it stands on this screen: a column that this version does not know is no change.
    var shown = present(desk)
    (shown.id, shown.name) = (view.id, view.name)
    list.view = shown
  }

  /// The name of the view that is shown, and whether it was changed since it was opened.
  func viewTitle(_ desk: Desk) -> String? {
    guard let view = list.view else { return nil }
    let name = desk.words.cut(view.name, to: 30)
    return present(desk).showsTheSame(as: view)
      ? name : desk.words.bracketed(name, desk.words("view.changed"))
  }
}

// Where one is on a list, to return to it.
extension ListScreen {
  /// Where one is: the filter, order, view, columns and focused record.
  public func place(_ desk: Desk) -> Place? {
    var place = ListPlace(Self.kind, trimmed(filter.text))
    place.sort = keptSort
    place.isDescending = list.sort.isDescending
    place.view = list.view?.id
    place.columns = list.columns
    place.focus = focusedID?.stored
    return .list(place)
  }

  /// The list as somebody left it; a view that is gone by then leaves its filter and order.
  ///
  /// Its rows are found when it is refreshed.
  public init(at place: ListPlace, _ desk: Desk) {
    self.init(filter: "")
    let view = desk.views.first { $0.view.id == place.view }?.view
    if let view { open(view, desk) }
    let isOfView = view != nil && [view?.filter, list.filter.text].contains(place.filter)
    if !isOfView { list.filter = FilterLine(place.filter) }
    if let sort = place.sort { take(sort: sort, isDescending: place.isDescending) }
    if list.view != nil { list.columns = place.columns }
    if let focus = place.focus.flatMap(Row.ID.init(stored:)) { list.cursor.focus(focus) }
    if place.isSearching { list.filter.open() }
  }
}

extension PersonalSettings {
  /// The columns that this person chose for a list; nil where they chose none.
  public func columns(of list: QueryTarget) -> [Code]? {
    lists.first { $0.id == list }?.columns.map(\.id)
  }
}

extension Desk {
  /// Keeps the columns of a list for this person; nil forgets them.
  public mutating func keep(columns: [Code]?, of list: QueryTarget) {
    settings.lists.removeAll { $0.id == list }
    if let columns { settings.lists.append(ListChoice(list, columns)) }
    run(.saveSettings(settings))
  }
}
