import HeardModel

/// What the rows of a sheet are held against.
public struct ImportContext: Sendable {
  /// The programme into which they are brought.
  public var programme: Programme
  /// What words in cells mean there.
  public var words: CellWords
  /// The day where this person is.
  public var today: CalendarDay

  /// What the rows are held against.
  public init(programme: Programme, words: CellWords, today: CalendarDay) {
    self.programme = programme
    self.words = words
    self.today = today
  }
}

/// A sheet of events on its way into a programme: columns, rows, what was mended and decided.
///
/// It is a value and touches no file. Nothing is added to what a cell says; words that are not
/// understood go to the event's notes with the column's name.
public struct EventImport: Sendable {
  /// The sheet as read.
  public let sheet: Sheet
  /// Its columns and rows.
  public private(set) var table: SheetTable
  /// Which column stands for what.
  public private(set) var mapping: ImportMapping
  /// What the dates tell about the order of day and month.
  public private(set) var dateEvidence = DateOrderEvidence.notNeeded
  /// All rows under the headings.
  public private(set) var rows: [ImportRow] = []
  private var reader: EventRowReader
  private var context: ImportContext
  private let proposed: ImportMapping
  private var places: [Int: Int] = [:]
  /// The cells that a person has put other words into, by line and place.
  public private(set) var mended: [Int: [Int: String]] = [:]
  /// What a person has decided, by line.
  public private(set) var choices: [Int: ImportChoice] = [:]

  /// Reads a sheet with a mapping that was kept, or with the one that is most likely.
  public init(
    _ sheet: Sheet, mapping kept: ImportMapping? = nil, headerLine: Int? = nil,
    _ context: ImportContext
  ) {
    self.sheet = sheet
    self.context = context
    table = SheetTable(sheet, fields: EventImportField.self, headerLine: headerLine)
    mapping = ImportMapping.proposed(for: table, from: kept)
    proposed = mapping
    reader = EventRowReader(sheet, table, mapping, context)
    readAll()
  }

  /// The field of a column.
  public func field(of column: SheetColumn) -> EventImportField {
    mapping.field(of: column.name) ?? .unknown
  }

  /// The first cells of a column that hold something, for who corrects the mapping.
  public func samples(of column: SheetColumn, count: Int = 3) -> [String] {
    Array(table.rows.lazy.compactMap { $0.cell(column.place) }.prefix(count))
  }

  /// Whether empty cells of a column mean the one above.
  public func isFilledDown(_ column: SheetColumn) -> Bool {
    mapping.columns.first { $0.id == column.name }?.isFilledDown ?? false
  }

  /// Whether a person has said anything of it that is not brought in yet.
  public var hasDecisions: Bool {
    let isOpen = { (line: Int) in places[line].map { rows[$0].knownID == nil } ?? false }
    return (mapping != proposed && !rows.contains { $0.knownID != nil })
      || mended.keys.contains(where: isOpen) || choices.keys.contains(where: isOpen)
  }

  /// The rows that are brought in as things stand.
  public var taken: [ImportRow] { rows.filter(\.isTaken) }

  /// The order of day and month that holds, given or found; nil while nobody knows.
  public var dateOrder: DateOrder? { reader.dateOrder }
}

// What a person decides.
extension EventImport {
  /// Says for which field a column stands; a field that another column had goes from there.
  public mutating func map(_ column: SheetColumn, to field: EventImportField) {
    if !field.isRepeatable {
      for other in table.columns where self.field(of: other) == field {
        mapping.set(other.name, to: EventImportField.notes)
      }
    }
    mapping.set(column.name, to: field)
    readAll()
  }

  /// Says at once what all columns stand for.
  public mutating func use(_ mapping: ImportMapping) {
    self.mapping = mapping
    readAll()
  }

  /// Says whether empty cells of a column mean the one above.
  public mutating func fillDown(_ column: SheetColumn, _ isFilledDown: Bool) {
    mapping.fillDown(column.name, isFilledDown)
    readAll()
  }

  /// Says in which order day and month stand; nil leaves it to the dates.
  public mutating func order(_ order: DateOrder?) {
    mapping.dateOrder = order
    readAll()
  }

  /// Says how the numbers are known where no column tells.
  public mutating func source(_ source: AttendanceSource?) {
    mapping.source = source
    readAll()
  }

  /// Takes another row for the headings.
  public mutating func header(line: Int) {
    table = SheetTable(sheet, fields: EventImportField.self, headerLine: line)
    mapping = ImportMapping.proposed(for: table, from: mapping)
    (mended, choices) = ([:], [:])
    readAll()
  }

  /// Puts other words into a cell; the sheet itself stays as it is.
  public mutating func mend(line: Int, place: Int, to text: String) {
    mended[line, default: [:]][place] = SheetCell.trimmed(text)
    guard let index = places[line] else { return }
    rows[index] = read(index)
  }

  /// Decides about a row; nil takes the decision back.
  public mutating func choose(_ choice: ImportChoice?, line: Int) {
    choices[line] = choice
    guard let index = places[line] else { return }
    rows[index].choice = choice
  }

  /// Holds the rows against a programme that has changed.
  public mutating func refresh(_ context: ImportContext) {
    self.context = context
    readAll()
  }

  private mutating func readAll() {
    reader = EventRowReader(sheet, table, mapping, context)
    dateEvidence = reader.evidence
    rows = table.rows.indices.map(read)
    places = Dictionary(rows.enumerated().map { ($1.line, $0) }) { first, _ in first }
  }

  private func read(_ index: Int) -> ImportRow {
    let line = table.rows[index].line
    var row = reader.read(index, mended: mended[line] ?? [:])
    row.choice = choices[line]
    return row
  }
}
