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
  private let filled: [[String]]
  private let keys: ImportKeys
  private var there: EventsThere
  private let sums: SheetSums

  init(_ sheet: Sheet, _ table: SheetTable, _ mapping: ImportMapping, _ context: ImportContext) {
    self.sheet = sheet
    self.table = table
    self.mapping = mapping
    self.context = context
    var places: [EventImportField: Int] = [:]
    for column in table.columns {
      if let field: EventImportField = mapping.field(of: column.name), places[field] == nil {
        places[field] = column.place
      }
    }
    self.places = places
    let dated = [places[.start], places[.end]].compactMap { $0 }
    evidence = SheetDate.evidence(
      in: table.rows.lazy.flatMap { row in dated.compactMap { row.cell($0) } })
    if case .found(let order) = evidence, mapping.dateOrder == nil {
      dateOrder = order
    } else {
      dateOrder = mapping.dateOrder
    }
    filled = Self.filled(table, mapping)
    keys = ImportKeys(table, places)
    there = EventsThere(context.programme)
    sums = SheetSums(table, places)
  }

  /// Reads a row with what was corrected in it.
  func read(_ index: Int, corrected: [Int: String]) -> ImportRow {
    let row = table.rows[index]
    var cells = filled[index]
    for (place, text) in corrected {
      while cells.count <= place { cells.append("") }
      cells[place] = text
    }
    if let skip = skip(index, cells) {
      return ImportRow(skipped: skip, line: row.line, cells: cells)
    }
    var reading = EventReading(cells, table, mapping, places, dateOrder, context)
    reading.readAll()
    reading.event.provenance.importKey = keys.key(of: index)
    reading.event.provenance.source = source(cells)
    noteShape(row, index, cells, corrected, &reading)
    var read = ImportRow(reading, line: row.line, cells: cells)
    compare(&read, index)
    return read
  }

  /// Takes another programme to hold rows against.
  mutating func compare(against programme: Programme) { there = EventsThere(programme) }

  /// Finds out what a row is to what is there: new, the same, or doubtful.
  func compare(_ row: inout ImportRow, _ index: Int) {
    guard let event = row.event else { return }
    if let known = there.event(key: event.provenance.importKey) {
      row.state = .here(known.id, differs: row.differences(from: known))
      return
    }
    var doubts = row.own
    if let twin = keys.twin(of: index) { doubts.append(.sameAsLine(twin)) }
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
    _ reading: inout EventReading
  ) {
    let width = table.columns.count
    if row.cells.count > width {
      let extra = row.cells[width...].filter { !$0.isEmpty }
      reading.doubts.append(.tooManyCells(extra))
      for text in extra { reading.note("", text) }
    }
    if row.hasOpenQuote { reading.doubts.append(.openQuote) }
    if row.lineCount > 30 { reading.doubts.append(.manyLines(row.lineCount)) }
    let full = cells.filter { !$0.isEmpty }
    if full.count == 1, width > 2 { reading.doubts.append(.onlyOneCell(full[0])) }
    guard full.count > 1 else { return }
    for place in sums.mergedPlaces where corrected[place] == nil {
      if cells.indices.contains(place) && !cells[place].isEmpty { continue }
      reading.doubts.append(
        .perhapsMerged(column: table.columns[place].name, above: sums.above(index, place)))
    }
  }

  private func skip(_ index: Int, _ cells: [String]) -> ImportSkip? {
    let full = cells.enumerated().filter { !$0.element.isEmpty }
    let headings = table.columns.map(\.name)
    if full.count > 1,
      full.allSatisfy({
        headings.indices.contains($0.offset)
          && SheetCell.folded(headings[$0.offset]) == SheetCell.folded($0.element)
      })
    {
      return .headings
    }
    return sums.isTotals(index, cells) ? .totals : nil
  }

  /// The cells of every row, with empty ones filled from above where a person said so.
  private static func filled(_ table: SheetTable, _ mapping: ImportMapping) -> [[String]] {
    let names = Set(mapping.columns.filter(\.isFilledDown).map(\.id))
    let places = table.columns.filter { names.contains($0.name) }.map(\.place)
    if places.isEmpty { return table.rows.map(\.cells) }
    var last: [Int: String] = [:]
    return table.rows.map { row in
      var cells = row.cells
      for place in places {
        if let text = row.cell(place) {
          last[place] = text
        } else if let above = last[place] {
          while cells.count <= place { cells.append("") }
          cells[place] = above
        }
      }
      return cells
    }
  }
}
