import HeardModel

/// Reads the rows of one sheet of events by one mapping, against what is there already.
struct EventRowReader {
  /// The order of day and month, given or found.
  let dateOrder: DateOrder?
  /// What the dates tell about it.
  let evidence: DateOrderEvidence
  private let sheet: Sheet
  private let table: SheetTable
  private let mapping: ImportMapping
  private let context: ImportContext
  private let places: [EventImportField: Int]
  private let natures: EventRowNatures
  private let dates: SheetDate
  private let filling: FilledColumns
  private let merged: MergedColumns
  private let keys: ImportKeys
  private let alike: AlikeRows
  /// The columns of which each counts some of those who came.
  private let parts: [Int]
  private var there: EventsThere

  init(_ sheet: Sheet, _ table: SheetTable, _ mapping: ImportMapping, _ context: ImportContext) {
    self.sheet = sheet
    self.mapping = mapping
    self.context = context
    var all: [EventImportField: [Int]] = [:]
    for column in table.columns {
      if let field: EventImportField = mapping.field(of: column.name) {
        all[field, default: []].append(column.place)
      }
    }
    let places = all.compactMapValues(\.first)
    let table = table.joining(
      all.filter { !$0.key.isRepeatable && $0.value.count > 1 }.map(\.value))
    (self.table, self.places) = (table, places)
    parts = Self.parts(table, all[.notes] ?? [])
    let dated = [places[.start], places[.end]].compactMap { $0 }
    evidence = SheetDate.evidence(
      in: table.rows.lazy.flatMap { row in dated.compactMap { row.cell($0) } })
    if case .found(let order) = evidence, mapping.dateOrder == nil {
      dateOrder = order
    } else {
      dateOrder = mapping.dateOrder
    }
    let dates = SheetDate(
      order: dateOrder,
      tellsMoments: SheetDate.areMoments(
        table.rows.lazy.flatMap { row in dated.compactMap { row.cell($0) } }),
      mayBeginWithYear: table.isJapanese)
    self.dates = dates
    let down = Set(mapping.columns.filter(\.isFilledDown).map(\.id))
    let filled = Set(table.columns.filter { down.contains($0.name) }.map(\.place))
    natures = EventRowNatures(table, places, filled: filled, dates)
    filling = FilledColumns(table, filled, natures)
    merged = MergedColumns(table, places, natures)
    keys = ImportKeys(table, places)
    alike = AlikeRows(table, places, dates, natures, filling)
    there = EventsThere(context.programme)
  }

  /// Reads a row with what was corrected in it.
  func read(_ index: Int, corrected: [Int: String], keeping kept: Set<String> = []) -> ImportRow {
    let row = table.rows[index].with(corrected)
    let nature =
      corrected.isEmpty ? natures[index] : natures.nature(of: index, with: row.cells)
    if case .skipped(let why) = nature {
      var skipped = ImportRow(skipped: why, line: row.line, cells: row.cells)
      compare(&skipped, index)
      return skipped
    }
    let cells = filling.cells(of: index, row.cells, but: Set(corrected.keys))
    var reading = EventReading(cells, table, mapping, places, dates, context, keeping: kept)
    reading.readAll()
    reading.event.provenance.importKey = keys.key(of: index)
    reading.event.provenance.source = source(cells)
    noteShape(row, index, cells, corrected, nature, &reading)
    var read = ImportRow(reading, line: row.line, cells: cells)
    compare(&read, index)
    return read
  }

  private static func parts(_ table: SheetTable, _ noted: [Int]) -> [Int] {
    noted.filter { place in
      let heading = Heading(table.columns[place].heading, tag: table.tags[place] ?? "")
      return heading.says(.some) && CellProfile(table, place).isNumbers
        && !heading.says(.expected, .planned, .absent, .not, .measure, .money, .capacity)
    }
  }

  /// Takes another programme to hold rows against.
  mutating func compare(against programme: Programme) { there = EventsThere(programme) }

  /// Finds out what a row is to what is there: new, the same, or doubtful.
  func compare(_ row: inout ImportRow, _ index: Int) {
    guard let event = row.event else {
      row.importedAs = there.event(key: keys.key(of: index))?.id
      return
    }
    if let known = there.event(key: event.provenance.importKey) {
      row.state = .here(known.id, differs: row.differences(from: known))
      return
    }
    var doubts = row.own
    if let twin = keys.twin(of: index) {
      doubts.append(.sameAsLine(twin))
    } else if let (line, title) = alike.before(index) {
      doubts.append(.likeLine(line, title: title))
    }
    if let like = there.like(event) { doubts.append(.looksLike(like.id, title: like.title)) }
    row.state = doubts.isEmpty ? .ready : .doubtful(doubts)
  }

  /// The file's name, and the row's own number where it has one.
  private func source(_ cells: [String]) -> String {
    guard let place = places[.reference], cells.indices.contains(place), !cells[place].isEmpty
    else { return sheet.name }
    return "\(sheet.name), \(cells[place])"
  }

  /// What speaks against a row as a whole.
  private func noteShape(
    _ row: SheetRow, _ index: Int, _ cells: [String], _ corrected: [Int: String],
    _ nature: RowNature, _ reading: inout EventReading
  ) {
    let width = table.columns.count
    if row.cells.count > width {
      let extra = row.cells[width...].filter { !$0.isEmpty }
      reading.doubts.append(.tooManyCells(extra))
      for text in extra { reading.note("", text) }
    }
    if row.hasOpenQuote { reading.doubts.append(.openQuote) }
    if row.lineCount > 30 { reading.doubts.append(.manyLines(row.lineCount)) }
    if let total = reading.event.attendance.tally {
      for place in parts where cells.indices.contains(place) {
        guard let count = SheetNumber.whole(cells[place]), count > total else { continue }
        reading.doubts.append(
          .moreThanAll(column: table.columns[place].name, count: count, total: total))
      }
    }
    if case .perhaps(let doubt) = nature { reading.doubts.append(doubt) }
    if nature == .perhaps(.noTitleNoDate) { reading.doubts.removeAll { $0 == .titleMissing } }
    if case .perhaps(.onlyOneCell) = nature { return }
    for place in merged.places where corrected[place] == nil {
      // A row that is perhaps no event is asked about that alone where most rows have a day.
      if case .perhaps = nature, !merged.isMostlyEmpty(place) { continue }
      if cells.indices.contains(place) && !cells[place].isEmpty { continue }
      let above = merged.above(index, place)
      if above.isEmpty { continue }
      if place == places[.title] { reading.doubts.removeAll { $0 == .titleMissing } }
      reading.doubts.append(.perhapsMerged(column: table.columns[place].name, above: above))
    }
  }
}
