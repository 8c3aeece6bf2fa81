import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Participation counts as a table whose every cell opens to the events behind it.
struct FiguresScreen: FilteredScreen {
  let name = "figures"
  var filter: FilterLine
  private var rowKey: FigureKey
  private var columnKey: FigureKey?
  private var measure: FigureMeasure
  private var grid: FigureGrid?
  private var rowCursor = ListCursor<FigureGrid.Line>()
  private var columnCursor = ListCursor<FigureGrid.Line>()
  /// The figures as they may be published, while they are shown so.
  private var published: PublicTable?

  init(_ place: FiguresPlace = FiguresPlace()) {
    filter = FilterLine(place.filter)
    (rowKey, columnKey, measure) = (place.rows, place.columns, place.measure)
    if isByDeclared { measure = .declared }
  }

  var spot: (ListCursor<FigureGrid.Line>, ListCursor<FigureGrid.Line>) {
    get { (rowCursor, columnCursor) }
    set { (rowCursor, columnCursor) = newValue }
  }

  func commands(_ desk: Desk) -> [Command] {
    let hasRows = !(grid?.rows.isEmpty ?? true)
    let list: [Command] = hasRows ? [.open] : []
    return list + [.chooseRows, .chooseColumns, .chooseMeasure]
      + (hasRows ? [.showPublic] : [])
      + (published?.verdict.isOpen ?? false ? [.giveOut] : [])
      + [.filter] + (filter.isEmpty ? [] : [.clearFilter]) + ListMove.commands
      + [.moveLeft, .moveRight]
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .chooseRows: askRows(&desk)
    case .chooseColumns: askColumns(&desk)
    case .chooseMeasure: askMeasure(&desk)
    case .open: open(&desk)
    case .showPublic:
      published = published == nil ? desk.publicTable(question) : nil
      refresh(desk)
    case .giveOut: askGivingOut(&desk)
    case .moveLeft: columnCursor.move(.moveUp, in: columns, page: 1)
    case .moveRight: columnCursor.move(.moveDown, in: columns, page: 1)
    default: rowCursor.move(command, in: rows, page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "figureRows": if let key = FigureKey(rawValue: answer) { splitRows(by: key) }
    case "figureColumns": splitColumns(by: FigureKey(rawValue: answer))
    case "giveOut": if answer == "giveOut" { giveOut(&desk) }
    default: if let chosen = FigureMeasure(rawValue: answer) { choose(chosen, &desk) }
    }
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    let grid = desk.figureGrid(TableQuestion(rowKey, shownColumnKey, of: measure, filter.query))
    self.grid = grid
    if published != nil { published = desk.publicTable(question) }
    rowCursor.find(in: rows)
    columnCursor.find(in: columns)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let grid else { return ScreenContent(blocks: []) }
    var context = StyledText(title(desk.words), .faint)
    if !filter.isEmpty { context += StyledText("  ") + StyledText(filter.text, .accent) }
    if let published {
      let table = PublicFigures(table: published, row: rowCursor.id, column: columnCursor.id)
      return ScreenContent(
        context: context,
        blocks: table.heading(desk) + filter.blocks(for: .events, desk)
          + table.blocks(desk))
    }
    let table = FigureTable(grid: grid, row: rowCursor.id, column: columnCursor.id)
    return ScreenContent(
      context: context,
      blocks: FigureWords.heading(table, filter.query, desk) + filter.blocks(for: .events, desk)
        + table.blocks(desk))
  }

  func place(_ desk: Desk) -> Place? {
    var place = FiguresPlace()
    (place.rows, place.columns, place.measure) = (rowKey, columnKey, measure)
    place.filter = trimmed(filter.text)
    return .figures(place)
  }

  func focus(_ desk: Desk) -> String {
    guard let grid, let row = rowCursor.id, let column = columnCursor.id else {
      return desk.words("figures.none")
    }
    let key = shownColumnKey ?? rowKey
    let place = desk.words.list([
      FigureLabels.label(row, rowKey, desk), FigureLabels.label(column, key, desk),
    ])
    let measure =
      shownColumnKey == nil ? "" : desk.words("figures.measure.\(self.measure.rawValue)")
    let value =
      published.map { PublicWords.spoken($0.cell(row, column), of: grid.measure, desk.words) }
      ?? FigureWords.spoken(grid.mark(row, column), of: grid.measure, desk.words)
    return desk.words.labelled(
      place, [measure, value].filter { !$0.isEmpty }.joined(separator: " "))
  }
}

// As they may be published.
extension FiguresScreen {
  /// The lines that are shown.
  private var rows: [FigureGrid.Line] { published?.rows ?? grid?.rows ?? [] }
  private var columns: [FigureGrid.Line] { published?.columns ?? grid?.columns ?? [] }

  /// What is published: of a table of every figure the one in whose column the cursor stands.
  private var question: TableQuestion {
    var counted = measure
    if shownColumnKey == nil, case .measure(let focused)? = columnCursor.id { counted = focused }
    return TableQuestion(rowKey, shownColumnKey, of: counted, filter.query)
  }

  private func askGivingOut(_ desk: inout Desk) {
    guard let published, published.verdict.isOpen else {
      return desk.refuse(desk.words("publish.nothing"))
    }
    let name = desk.releaseName(for: published).stored
    desk.ask(
      Question(
        "giveOut", desk.words("publish.askGiveOut", ["name": name]),
        [
          .init("keep", desk.words("publish.later")),
          .init("giveOut", desk.words("publish.giveOut")),
        ]))
  }

  private func giveOut(_ desk: inout Desk) {
    guard let published, published.verdict.isOpen else { return }
    let release = published.release(
      desk.releaseName(for: published), by: desk.settings.name, at: desk.now)
    guard let change = desk.adding(release), desk.change(change) else { return }
    desk.say(desk.words("release.made", ["name": release.id.stored]))
  }
}

extension FiguresScreen {
  private func open(_ desk: inout Desk) {
    if case .notYet(let events)? = published?.verdict {
      let ids = QueryTerm(.values(.id, events.map(\.text)))
      return desk.go(.events(Query(terms: [ids]).text))
    }
    guard let grid, let row = rowCursor.id, let column = columnCursor.id else { return }
    guard let figure = grid.figure(row, column), !figure.eventIDs.isEmpty else {
      return desk.refuse(desk.words("figures.noEvents"))
    }
    let text = FigureQuery.text(
      for: figure, grid.values(row, column), grid.measure(of: column),
      of: grid.declared(row, column)?.question, within: filter.query, desk)
    desk.go(.events(text))
  }

  /// What the cells count, and by what.
  private func title(_ words: Words) -> String {
    func key(_ key: FigureKey) -> String { words("figures.by.\(key.rawValue)") }
    if measure == .declared {
      let other = rowKey == .declared ? columnKey : rowKey
      return other.map { words("figures.declaredBy", ["rows": key($0)]) }
        ?? words("figures.measure.declared")
    }
    guard let columnKey else { return words("figures.flat", ["rows": key(rowKey)]) }
    return words(
      "figures.cross",
      [
        "rows": key(rowKey), "columns": key(columnKey),
        "measure": words("figures.measure.\(measure.rawValue)"),
      ])
  }

  /// What was declared has its communities as columns, where they are not the rows.
  private var shownColumnKey: FigureKey? {
    measure == .declared && rowKey != .declared ? .declared : columnKey
  }

  /// Whether declared communities are one of the keys that were chosen.
  private var isByDeclared: Bool { rowKey == .declared || columnKey == .declared }

  private mutating func splitRows(by key: FigureKey) {
    let wasDeclared = isByDeclared
    if key == columnKey { columnKey = rowKey }
    rowKey = key
    followKeys(wasDeclared)
  }

  // A table of every figure has them all already: one of them alone is split by years.
  private mutating func choose(_ chosen: FigureMeasure, _ desk: inout Desk) {
    if isByDeclared && chosen != .declared {
      return desk.refuse(desk.words("figures.answersNotPeople"))
    }
    measure = chosen
    if columnKey == nil && chosen != .declared { columnKey = rowKey == .year ? .country : .year }
  }

  private mutating func splitColumns(by key: FigureKey?) {
    if key == rowKey, let columnKey { rowKey = columnKey }
    columnKey = key
    followKeys(measure == .declared)
  }

  /// Declared communities are counted in answers alone; without them other things are.
  private mutating func followKeys(_ wasDeclared: Bool) {
    if isByDeclared {
      measure = .declared
    } else if wasDeclared {
      measure = .attendances
    }
  }

  private func askRows(_ desk: inout Desk) {
    let keys = FigureKey.allCases
    var question = Question(
      "figureRows", desk.words("figures.askRows"),
      keys.map { .init($0.rawValue, desk.words("figures.by.\($0.rawValue)")) })
    question.cursor = keys.firstIndex(of: rowKey) ?? 0
    desk.ask(question)
  }

  private func askColumns(_ desk: inout Desk) {
    let keys = FigureKey.allCases.filter { columnKey != nil || $0 != rowKey }
    var question = Question(
      "figureColumns", desk.words("figures.askColumns"),
      [.init("none", desk.words("figures.noColumns"))]
        + keys.map { .init($0.rawValue, desk.words("figures.by.\($0.rawValue)")) })
    question.cursor = columnKey.flatMap { keys.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    desk.ask(question)
  }

  private func askMeasure(_ desk: inout Desk) {
    let all = FigureMeasure.choices
    var question = Question(
      "figureMeasure", desk.words("figures.askMeasure"),
      all.map { .init($0.rawValue, desk.words("figures.measure.\($0.rawValue)")) })
    question.cursor = all.firstIndex(of: measure) ?? 0
    desk.ask(question)
  }
}
