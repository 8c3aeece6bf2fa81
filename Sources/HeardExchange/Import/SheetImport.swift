import HeardModel

/// A sheet on its way into a programme: columns, rows, what was corrected and decided.
///
/// It is a value and touches no file. Nothing is added to what a cell says; of a sheet of events,
/// words that are not understood go to the event's notes with the column's name.
public struct SheetImport: Sendable {
  /// The sheet as read.
  public let sheet: Sheet
  /// What it lists.
  public private(set) var subject: ImportSubject
  /// Its columns and rows.
  public private(set) var table: SheetTable
  /// Which column stands for what.
  public internal(set) var mapping: ImportMapping
  /// What has to be asked about the whole sheet, until it is answered.
  public internal(set) var questions: [ImportQuestion] = []
  /// What the dates tell about the order of day and month.
  public private(set) var dateEvidence = DateOrderEvidence.notNeeded
  /// All rows under the headings, as they were read last.
  public private(set) var rows: [ImportRow] = []
  /// Whether something was said of the sheet since its rows were read.
  public private(set) var isStale = true
  /// Whether rows are read only when `read` asks for it, since there are so many.
  public var readsLater = false
  private var reader: RowReader?
  private(set) var context: ImportContext
  private let proposed: ImportMapping
  /// What was kept of an earlier sheet, and what somebody has said of columns of this one.
  var kept: ImportMapping?
  var said: [String: String] = [:]
  var areEvents = false
  /// Which rows of a sheet of people are of its event; nil where nobody had to say so.
  public internal(set) var onlyRows: OnlyRows?
  /// The cells that stand in the notes although they may be about somebody, by line and column.
  public private(set) var keptCells: [Int: Set<String>] = [:]
  /// What was decided about all rows with one cause.
  public internal(set) var decisions: [DoubtDecision] = []
  /// The groups of rows that were answered by reading cells in another way.
  var answeredGroups: [DoubtGroup] = []
  /// What was said of rows that are perhaps an event twice, or somebody who is known.
  public internal(set) var alikeAnswers: [AlikePair: AlikeAnswer] = [:]
  /// Of which names records are made.
  var makes: Set<SheetMaking> = []
  /// Whose names some are, by the ids that they would get.
  var joined: [String: String] = [:]
  /// The names that name nothing of the programme.
  var names: [SheetName] = []
  private var places: [Int: Int] = [:]
  /// The cells that a person has put other words into, by line and place.
  public private(set) var corrected: [Int: [Int: String]] = [:]
  /// What a person has decided, by line.
  public private(set) var choices: [Int: ImportChoice] = [:]

  /// Takes a sheet with a mapping that was kept, or with the one that is most likely.
  public init(
    _ sheet: Sheet, of subject: ImportSubject = .events, mapping kept: ImportMapping? = nil,
    headerLine: Int? = nil, _ context: ImportContext, readsLater: Bool = false
  ) {
    self.sheet = sheet
    self.subject = subject
    self.context = context
    self.readsLater = readsLater
    table = subject.table(sheet, headerLine: headerLine)
    self.kept = kept
    let made = subject.proposed(
      for: table, from: kept, saying: [:], areEvents: false, only: nil, context)
    (mapping, questions, proposed) = (made.mapping, made.questions, made.mapping)
    changed()
  }

  /// The name of a column's field.
  public func field(of column: SheetColumn) -> String {
    mapping.columns.first { $0.id == column.name }?.field.stored ?? subject.dropped
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
    func isOpen(_ line: Int) -> Bool {
      guard let place = places[line] else { return false }
      return rows[place].knownPerson == nil
        && (rows[place].knownID == nil || !rows[place].differs.isEmpty)
    }
    let isNew = !rows.contains { $0.knownID != nil || $0.knownPerson != nil }
    return (mapping != proposed && isNew)
      || onlyRows != nil || decisions.contains { $0.lines.contains(where: isOpen) }
      || keptCells.contains { isOpen($0.key) && !$0.value.isEmpty }
      || !makes.isEmpty || alikeAnswers.keys.contains { isOpen($0.line) }
      || corrected.keys.contains(where: isOpen) || choices.keys.contains(where: isOpen)
  }

  /// The rows that are brought in as things stand.
  public var taken: [ImportRow] { rows.filter(\.isTaken) }

  /// How many rows stand how.
  public var tally: ImportTally {
    var tally = ImportTally()
    for row in rows { tally.add(row) }
    return tally
  }

  /// The row that begins on a line.
  public func row(line: Int) -> ImportRow? { places[line].map { rows[$0] } }
}

// What a person decides.
extension SheetImport {
  /// Says for which field a column stands; a field that another column had goes from there.
  public mutating func map(_ column: SheetColumn, to field: String) {
    if !subject.isRepeatable(field) { said = said.filter { $0.value != field } }
    said[column.name] = field
    propose()
    changed()
  }

  /// Says at once what all columns stand for.
  public mutating func use(_ mapping: ImportMapping) {
    (self.mapping, kept, said) = (mapping, mapping, [:])
    propose()
    changed()
  }

  /// Reads the columns as those of an earlier sheet, as far as they are the same.
  public mutating func use(kept: ImportMapping) {
    self.kept = kept
    said = [:]
    mapping = kept
    let made = subject.proposed(
      for: table, from: kept, saying: [:], areEvents: areEvents, only: onlyRows, context)
    (mapping, questions) = (made.mapping, made.questions)
    changed()
  }

  /// Says whether empty cells of a column mean the one above.
  public mutating func fillDown(_ column: SheetColumn, _ isFilledDown: Bool) {
    mapping.fillDown(column.name, isFilledDown)
    changed()
  }

  /// Says in which order day and month stand; nil leaves it to the dates.
  public mutating func order(_ order: DateOrder?) {
    mapping.dateOrder = order
    changed()
  }

  /// Says by which clock the times in a country are told where the rows do not; nil takes it back.
  public mutating func zone(_ zone: ZoneName?, in country: CountryCode) {
    mapping.zones[country] = zone
    changed()
  }

  /// Says how the numbers are known where no column tells.
  public mutating func source(_ source: AttendanceSource?) {
    mapping.source = source
    changed()
  }

  /// Takes another row for the headings.
  public mutating func header(line: Int) {
    table = subject.table(sheet, headerLine: line)
    (corrected, choices, keptCells, onlyRows) = ([:], [:], [:], nil)
    (decisions, answeredGroups, alikeAnswers) = ([], [], [:])
    propose()
    changed()
  }

  /// Says something else that holds for a whole sign-in sheet.
  public mutating func use(_ signIn: SignIn) {
    guard case .people = subject else { return }
    subject = .people(signIn)
    propose()
    changed()
  }

  /// Takes the names on this machine, without reading the rows.
  public mutating func take(_ names: KnownNames) {
    if !subject.needsNames { return }
    subject.take(names)
    isStale = true
  }

  /// Takes over what was corrected and decided while these rows were being read.
  public mutating func takeOver(
    corrected: [Int: [Int: String]], choices: [Int: ImportChoice],
    kept: [Int: Set<String>] = [:], alike: [AlikePair: AlikeAnswer] = [:],
    only: OnlyRows? = nil, decided: [DoubtDecision] = []
  ) {
    (self.corrected, self.choices, keptCells) = (corrected, choices, kept)
    (decisions, alikeAnswers) = (decided, alike)
    if let only {
      onlyRows = only
      propose()
    }
    changed()
  }

  /// Puts other words into a cell; the sheet itself stays as it is.
  public mutating func correct(line: Int, place: Int, to text: String) {
    corrected[line, default: [:]][place] = SheetCell.trimmed(text)
    guard !isStale, makes.isEmpty, let index = places[line], case .events(let reader)? = reader
    else {
      // One line of a sign-in sheet can be the same person as another.
      return changed()
    }
    rows[index] = decided(
      reader.read(index, corrected: corrected[line] ?? [:], keeping: keptCells[line] ?? []))
  }

  /// Lets a cell that may be about somebody stand in the notes, or takes it out again.
  public mutating func keep(_ keeps: Bool, cellOf column: String, line: Int) {
    if keeps {
      keptCells[line, default: []].insert(column)
    } else {
      keptCells[line]?.remove(column)
    }
    guard !isStale, let index = places[line], case .events(let reader)? = reader else {
      return changed()
    }
    rows[index] = decided(
      reader.read(index, corrected: corrected[line] ?? [:], keeping: keptCells[line] ?? []))
  }

  /// Decides about a row; nil takes the decision back.
  public mutating func choose(_ choice: ImportChoice?, line: Int) {
    choices[line] = choice
    guard let index = places[line] else { return }
    if case .line(let other)? = rows[index].oneWith, choice == .accepted {
      // Taken as it is, it is no longer the other one.
      return answer(AlikePair(line: line, .line(other)), nil)
    }
    let isLeftOut = decisions.contains { $0.isLeftOut && $0.lines.contains(line) }
    rows[index].choice = choice ?? (isLeftOut ? .leftOut : nil)
  }

  /// Says whether two that look alike are one event; nil takes it back.
  public mutating func answer(_ pair: AlikePair, _ answer: AlikeAnswer?) {
    alikeAnswers[pair] = answer
    guard !isStale, let index = places[pair.line], case .events(let reader)? = reader else {
      return changed()
    }
    reader.compare(&rows[index], index)
    rows[index] = decided(rows[index])
  }

  /// Holds the rows against a programme that has changed.
  public mutating func refresh(_ programme: Programme) {
    context.programme = programme
    switch (subject, reader) {
    case (.people(var signIn), _):
      guard let event = programme.events[signIn.event.id], event != signIn.event else { return }
      signIn.event = event
      use(signIn)
    case (.events, .events(var reader)?):
      reader.compare(against: programme)
      self.reader = .events(reader)
      for index in rows.indices {
        reader.compare(&rows[index], index)
        rows[index] = decided(rows[index])
      }
    case (.events, _): break
    }
  }
}

// Reading.
extension SheetImport {
  private enum RowReader: Sendable {
    case events(EventRowReader)
    case people(PersonRowReader)
  }

  /// Reads all rows anew.
  ///
  /// - Throws: `SheetFault.stopped` when the watch stops it; the rows then stand as before.
  public mutating func read(_ watch: SheetWatch = .none) throws(SheetFault) {
    var rows: [ImportRow] = []
    rows.reserveCapacity(table.rows.count)
    try watch.at(0, of: table.rows.count)
    findNames()
    var reader = makeReader()
    for index in table.rows.indices {
      if index % 64 == 0 { try watch.at(index, of: table.rows.count) }
      let corrected = corrected[table.rows[index].line] ?? [:]
      switch reader {
      case .events(let events):
        let kept = keptCells[table.rows[index].line] ?? []
        rows.append(decided(events.read(index, corrected: corrected, keeping: kept)))
      case .people(var people):
        rows.append(decided(people.read(index, corrected: corrected)))
        reader = .people(people)
      }
    }
    if case .events(let events) = reader { dateEvidence = events.evidence }
    self.reader = reader
    self.rows = rows
    places = Dictionary(rows.enumerated().map { ($1.line, $0) }) { first, _ in first }
    isStale = false
  }

  private func makeReader() -> RowReader {
    switch subject {
    case .events: .events(EventRowReader(sheet, table, mapping, namingContext))
    case .people(let signIn):
      .people(PersonRowReader(sheet, table, mapping, signIn, onlyRows, context))
    }
  }

  mutating func changed() {
    isStale = true
    // Without a watch nothing stops it.
    if !readsLater { try? read() }
  }

  private func decided(_ row: ImportRow) -> ImportRow {
    var row = row
    row.choice = choices[row.line]
    row.take(alikeAnswers)
    row = settled(row)
    row.wait(for: questions.filter { $0.touches(row.cells) }.map(\.cause))
    return row
  }
}
