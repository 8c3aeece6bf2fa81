import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Countries by periods: what is approved, what is complete and waits for it, what is late.
struct ApprovalsScreen: FilteredScreen {
  let name = "approvals"
  var filter: FilterLine
  private var isByYear: Bool
  private var grid: ApprovalGrid?
  private var rowCursor = ListCursor<CountryCode?>()
  private var columnCursor = ListCursor<ApprovalPeriod>()

  init(_ place: ApprovalsPlace = ApprovalsPlace()) {
    filter = FilterLine(place.filter)
    isByYear = place.isByYear
  }

  var spot: (ListCursor<CountryCode?>, ListCursor<ApprovalPeriod>) {
    get { (rowCursor, columnCursor) }
    set { (rowCursor, columnCursor) = newValue }
  }

  func commands(_ desk: Desk) -> [Command] {
    let cell: [Command] = focused == nil ? [] : [.open, .approve, .unlock]
    return cell + [.chooseColumns, .filter] + (filter.isEmpty ? [] : [.clearFilter])
      + ListMove.commands + [.moveLeft, .moveRight]
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    guard command == .chooseColumns else { return nil }
    return desk.words(isByYear ? "approvals.byQuarter" : "approvals.byYear")
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let row = focused { desk.go(.approval(row.period)) }
    case .approve: if let row = focused { look(at: row.period, &desk) }
    case .unlock: if let row = focused { desk.unlock(row.period) }
    case .filter, .clearFilter: changeFilter(command, desk)
    case .chooseColumns:
      isByYear.toggle()
      columnCursor = ListCursor()
      refresh(desk)
    case .moveLeft: columnCursor.move(.moveUp, in: grid?.columns ?? [], page: 1)
    case .moveRight: columnCursor.move(.moveDown, in: grid?.columns ?? [], page: 1)
    default: rowCursor.move(command, in: grid?.countries ?? [], page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    let grid = ApprovalGrid(filter.query, isByYear: isByYear, desk)
    self.grid = grid
    rowCursor.find(in: grid.countries)
    if columnCursor.id == nil, let newest = grid.newestOver(desk.today) {
      columnCursor.focus(newest)
    }
    columnCursor.find(in: grid.columns)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let grid else { return ScreenContent(blocks: []) }
    let words = desk.words
    var context = StyledText(
      words(isByYear ? "approvals.countryYear" : "approvals.countryQuarter"), .faint)
    // A narrow screen shows a part of them.
    if let first = grid.columns.first, let last = grid.columns.last, grid.columns.count > 1 {
      let (from, to) = (ApprovalWords.time(first, words), ApprovalWords.time(last, words))
      context += StyledText("  \(from)–\(to)", .faint)
    }
    if !filter.isEmpty { context += StyledText("  ") + StyledText(filter.text, .accent) }
    let sums = ApprovalWords.sums(grid, isByYear: isByYear, words)
    return ScreenContent(
      context: context,
      blocks: [.prose(Prose(sums))] + filter.blocks(for: .events, desk)
        + [.gap, .table(table(grid, desk))] + focusedInFull(desk))
  }

  func place(_ desk: Desk) -> Place? {
    .approvals(ApprovalsPlace(filter: trimmed(filter.text), isByYear: isByYear))
  }

  func focus(_ desk: Desk) -> String {
    let lines = detail(desk).map(\.text)
    if !lines.isEmpty { return desk.words.inARow(lines) }
    return filter.emptyText("approvals.none", noMatch: "events.noMatch", for: .events, desk)
  }
}

extension ApprovalsScreen {
  private var rowPlace: Int? { rowCursor.place(in: grid?.countries.count ?? 0) }
  private var columnPlace: Int? { columnCursor.place(in: grid?.columns.count ?? 0) }

  private func table(_ grid: ApprovalGrid, _ desk: Desk) -> Table {
    let empty = filter.emptyText("approvals.none", noMatch: "events.noMatch", for: .events, desk)
    return ApprovalTable(grid: grid, row: rowPlace, column: columnPlace, empty: empty).table(desk)
  }

  /// The period of the focused cell as it stands; nil where nothing is in it.
  private var focused: ApprovalRow? {
    guard let grid, let row = rowPlace, let column = columnPlace else { return nil }
    return grid.row(grid.countries[row], grid.columns[column])
  }

  private func focusedInFull(_ desk: Desk) -> [Block] {
    let lines = detail(desk)
    return lines.isEmpty ? [] : [.gap, .prose(Prose(lines))]
  }

  /// What stands in the focused cell in full.
  private func detail(_ desk: Desk) -> [StyledText] {
    if let focused { return ApprovalWords.detail(focused, desk) }
    guard let grid, let row = rowPlace, let column = columnPlace else { return [] }
    let period = grid.columns[column].of(grid.countries[row])
    return [
      StyledText(
        desk.words.labelled(desk.formats.quarter(period), desk.words("approvals.noEvent")), .faint)
    ]
  }

  /// Goes where one sees what will be counted; approving is asked there.
  private func look(at period: ApprovalPeriod, _ desk: inout Desk) {
    if let why = desk.reasonAgainstApproving(period) { return desk.refuse(why) }
    desk.go(.approval(period))
    desk.say(desk.words("approve.lookFirst"))
  }
}

/// The grid of approvals as a table whose single cells are chosen.
struct ApprovalTable {
  let grid: ApprovalGrid
  /// The places of the focused country and period.
  let row: Int?
  let column: Int?
  /// What is said where there is no row.
  let empty: String

  func table(_ desk: Desk) -> Table {
    let (grid, words) = (grid, desk.words)
    let cells = grid.countries.map { country in
      grid.columns.map { grid.row(country, $0) }
    }
    let names = grid.countries.map(desk.formats.country)
    let columns = columns(names, desk)
    return Table(
      columns: columns, rowCount: names.count, cursor: row, cursorColumn: column.map { $0 + 1 },
      footer: TableRow(
        [StyledText(ApprovalWords.legend(desk), .faint)], kind: .note, spoken: [0: ""]),
      emptyText: StyledText(empty, .faint)
    ) { index in
      let spoken = cells[index].enumerated().map { place, row in
        (place + 1, row.map { ApprovalWords.spoken($0, words) } ?? "")
      }
      return TableRow(
        [StyledText(names[index])] + cells[index].map { ApprovalWords.cell($0, desk) },
        spoken: Dictionary(uniqueKeysWithValues: spoken))
    }
  }

  /// Where not all fit, those at the right leave first, and those at the left once the focused one
  /// would.
  private func columns(_ names: [String], _ desk: Desk) -> [Column] {
    let widest = names.map { TextWidth.columns(of: $0) }.max() ?? 0
    let title = desk.words("approvals.country")
    let first = Column(
      title, width: .fixed(max(TextWidth.columns(of: title), min(widest, 20))))
    let states = ApprovalWords.widest(desk)
    let focused = column ?? 0
    return [first]
      + grid.columns.enumerated().map { place, period in
        let title = ApprovalWords.time(period, desk.words)
        let priority = place > focused ? 1000 + place : place < focused ? 500 - place : 0
        return Column(
          title, width: .fixed(max(TextWidth.columns(of: title), states)),
          priority: max(priority, 0))
      }
  }
}
