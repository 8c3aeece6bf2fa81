import HeardInsight
import HeardModel
import TerminalCanvas

/// A list of records: filtered, sorted, marked, with columns that are chosen, kept as views.
///
/// A list says which records it finds, what its columns are and what else can be done on it; all
/// that lists have in common is here.
public protocol ListScreen: FilteredScreen {
  /// A record as the list shows it.
  associatedtype Row: Identifiable & Sendable where Row.ID: Comparable & Sendable & StoredText
  /// By what the list can be ordered.
  associatedtype Order: ListOrder
  /// Which list it is, in filters, views and settings.
  static var kind: QueryTarget { get }
  /// All columns that it can show, the usual ones in their order.
  static var columns: [ListColumn<Row>] { get }
  /// Whether something stands beside it on a wide screen.
  static var hasAside: Bool { get }
  /// What it shows and what is done on it.
  var list: RecordList<Row, Order> { get set }
  /// The rows that the filter lets pass, in their order, and how many there are without it.
  func find(_ desk: Desk) -> (rows: FoundRows<Row>, of: Int)
  /// Takes in what stands beside the rows that were found, as their sums.
  mutating func takeFound(_ desk: Desk)
  /// Whether a marked record is still there.
  func isThere(_ id: Row.ID, _ desk: Desk) -> Bool
  /// What a row is called when it is read out.
  func title(_ row: Row, _ desk: Desk) -> String
  /// The list, filtered by the words of the filter language.
  init(filter: String)
}

extension ListScreen {
  /// Most lists show the focused record beside them.
  public static var hasAside: Bool { true }

  /// The filter of the list.
  public var filter: FilterLine {
    get { list.filter }
    set { list.filter = newValue }
  }

  /// The focused row and its place.
  public var spot: ListCursor<Row.ID> {
    get { list.cursor }
    set { list.cursor = newValue }
  }

  /// The focused record; nil in an empty list.
  public var focusedID: Row.ID? { list.focused?.id }

  /// Takes a key into the filter; a focused record that no longer fits gives way to the first.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let isTakenBack = takesBack(key)
    guard list.filter.type(key) else { return false }
    if isTakenBack { returnToSpot() }
    let focused = list.cursor.id
    refresh(desk)
    // What was focused no longer fits the filter: the first that fits is meant, not its place.
    if list.cursor.id != focused, !isTakenBack {
      list.cursor.move(.first, in: list.ids, page: 0)
    }
    return true
  }

  /// Most lists only find their rows anew.
  public mutating func refresh(_ desk: Desk) { findAgain(desk) }

  /// Most lists show nothing but their rows.
  public mutating func takeFound(_ desk: Desk) {}

  /// Finds the rows anew; focus and marks stay on their records.
  public mutating func findAgain(_ desk: Desk) {
    let (found, count) = find(desk)
    let rows = sorted(found, desk)
    list.take(rows, of: count)
    list.measured = ListColumns.measured(shownColumns(desk), rows, desk)
    var marks = list.marks
    marks.keep { isThere($0, desk) }
    list.marks = marks
    takeFound(desk)
  }

  /// The focused record, its place, the filter, and how many are marked.
  public func focus(_ desk: Desk) -> String {
    guard let row = list.focused, let place = list.cursor.place(in: list.rows.count) else {
      return emptyText(desk)
    }
    let mark = list.marks.contains(row.id) ? desk.words("list.isMarked") : ""
    return desk.words.list([
      desk.words(
        "focus.row",
        [
          "title": desk.words.list([title(row, desk), mark]), "n": String(place + 1),
          "all": String(list.rows.count),
          "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
        ]),
      marked(desk.words),
    ])
  }
}

// What can be asked for on every list.
extension ListScreen {
  /// The commands of this list among those of all lists, `rest` being less usual; with marks, what
  /// is done to them first.
  public func commands(
    own: [Command], marked: [Command] = [], rest: [Command] = []
  ) -> [Command] {
    let marks: [Command] =
      marked.isEmpty || list.rows.isEmpty ? [] : [.mark, .changeMarked, .markRange, .markAll]
    let first = list.marks.isEmpty ? [] : marked + [.dropMarks]
    let own = own.flatMap { $0 == .filter && !filter.isEmpty ? [$0, .clearFilter] : [$0] }
    let all =
      first + own + marks + [.sort, .reverseSort] + rest
      + [.chooseListColumns, .openViews, .saveView] + ListMove.commands
    var seen = Set<Command>()
    return all.filter { seen.insert($0).inserted }
  }

  /// Does what every list does.
  public mutating func performInList(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .sort, .reverseSort: sort(command, &desk)
    case .mark, .markRange, .markAll, .dropMarks: mark(command, &desk)
    case .chooseListColumns: desk.push(ColumnsScreen(self, desk))
    case .openViews: desk.push(ViewsScreen(self))
    case .saveView: desk.push(ViewForm(self, desk))
    default: list.move(command, page: desk.pageRows)
    }
  }

  private mutating func mark(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .mark:
      guard let id = focusedID else { return }
      list.marks.toggle(id)
      list.move(.moveDown, page: 1)
    case .markRange:
      guard let id = focusedID else { return }
      list.marks.turnRange(at: id)
      desk.say(desk.words(list.marks.isRange ? "list.rangeBegun" : "list.rangeEnded"))
    case .markAll: list.marks.toggleAll(list.ids)
    default: list.marks = Marks()
    }
  }

  /// Marks the rows at some places; where all of them are marked, none of them.
  public mutating func mark(_ places: [Int]) {
    let ids = list.ids
    list.marks.toggleAll(places.filter(ids.indices.contains).map { ids[$0] })
  }

  /// The two that are meant to be one; nil where it is unclear which two are, which is said.
  ///
  /// Of those that are marked the focused one stays, else the first of the list; without marks the
  /// other one is still to be chosen.
  public func twoToMerge(_ desk: inout Desk) -> (kept: Row.ID, gone: Row.ID?)? {
    if list.marks.isEmpty { return focusedID.map { ($0, nil) } }
    let marked = list.chosen
    guard marked.count == 2 else {
      desk.refuse(desk.words("merge.markTwo"))
      return nil
    }
    return focusedID == marked[1] ? (marked[1], marked[0]) : (marked[0], marked[1])
  }

  /// Whether marks stand in the way of removing one record, which is said.
  public func keepsMarked(_ desk: inout Desk) -> Bool {
    if list.marks.isEmpty { return false }
    desk.refuseLastingly(desk.words("list.removesOne"))
    return true
  }
}

// What every list shows.
extension ListScreen {
  /// How many records are marked, and how many of them are not to be seen; empty without marks.
  public func marked(_ words: Words) -> String {
    if list.marks.isEmpty { return "" }
    let hidden = list.marks.hidden(from: list.ids)
    let text = words("list.marked", count: list.marks.count)
    return hidden == 0 ? text : words.list([text, words("list.markedHidden", count: hidden)])
  }

  /// The middle of the title line: marks, view, filter, order.
  public func context(_ desk: Desk) -> StyledText {
    var parts: [StyledText] = []
    let marks = marked(desk.words)
    if !marks.isEmpty { parts.append(StyledText(marks, .accent)) }
    if let view = viewTitle(desk) { parts.append(StyledText(view, .accent)) }
    parts.append(filter.context(list.rows.count, of: list.count, desk))
    if Order.allCases.count > 1 || list.sort.column != nil || list.sort.isDescending {
      parts.append(StyledText(sortWords(desk), .faint))
    }
    return parts.dropFirst().reduce(parts[0]) { $0 + StyledText("  ") + $1 }
  }

  /// The columns of the screen that the table has.
  @inlinable public func room(_ desk: Desk) -> Int {
    CanvasRenderer.contentSize(size: desk.size, hasAside: Self.hasAside).columns
  }

  /// Why no row is shown.
  @usableFromInline func emptyText(_ desk: Desk) -> String {
    filter.emptyText(
      "\(Self.kind.rawValue).none", noMatch: "\(Self.kind.rawValue).noMatch", for: Self.kind, desk)
  }

  /// The rows under the columns that are shown.
  @inlinable public func table(
    _ desk: Desk, _ setting: CellSetting? = nil, footer: TableRow? = nil
  ) -> Table {
    let list = list
    let (rows, marks) = (list.rows, list.marks)
    let columns = ListColumns(shownColumns(desk), measured: list.measured)
    let heads = columns.heads(desk.words, sorted: list.sort.mark)
    let cells = columns.setting(setting ?? CellSetting(desk), heads: heads, room: room(desk))
    let empty = emptyText(desk)
    return Table(
      columns: heads, rowCount: rows.count, cursor: list.cursor.place(in: rows.count),
      footer: footer, emptyText: StyledText(empty, .faint)
    ) { columns.row(rows[$0], cells, isMarked: marks.contains(rows[$0].id)) }
  }
}
