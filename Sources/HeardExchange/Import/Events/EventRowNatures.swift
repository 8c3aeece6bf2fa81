import HeardModel

/// What each row of a sheet of events is: an event, the sum of others, a remark.
///
/// It is judged by the row as it stands in the file. Were cells filled from above first, every sum
/// and every remark would have the country and the title of an event.
struct EventRowNatures: Sendable {
  private let table: SheetTable
  private let places: [EventImportField: Int]
  private let filled: Set<Int>
  private let dates: SheetDate
  private let numbers: [Int]
  private let lastEvent: Int
  private let tail: Int
  private var natures: [RowNature] = []
  private var sums: [Sums] = []
  private var firstTotals: Int?

  /// What the rows above come to, in the columns of numbers.
  private struct Sums: Sendable {
    var sinceTotals: [Int]
    var all: [Int]
    var country: String?
  }

  /// Judges all rows; `filled` are the places of the columns in which an empty cell means the one
  /// above.
  init(
    _ table: SheetTable, _ places: [EventImportField: Int], filled: Set<Int>, _ dates: SheetDate
  ) {
    (self.table, self.places, self.filled, self.dates) = (table, places, filled, dates)
    numbers = [EventImportField.attendance, .inPerson, .online].compactMap { places[$0] }
    lastEvent = Self.lastEvent(table, places, dates)
    tail = Self.tail(table, places, dates)
    var above = Sums(
      sinceTotals: numbers.map { _ in 0 }, all: numbers.map { _ in 0 }, country: nil)
    for (index, row) in table.rows.enumerated() {
      sums.append(above)
      let nature = nature(of: index, with: row.cells)
      natures.append(nature)
      note(OwnCells(row.cells, places, dates), index, nature, &above)
    }
  }

  /// What a row is as it stands in the file.
  subscript(index: Int) -> RowNature { natures[index] }

  /// Whether a row may become an event.
  func mayBeEvent(_ index: Int) -> Bool {
    switch natures[index] {
    case .record, .perhaps: true
    case .skipped: false
    }
  }

  /// Whether empty cells below can mean those of a row: never those of sums and remarks.
  func leads(_ index: Int) -> Bool {
    switch natures[index] {
    case .record, .perhaps, .skipped(.section), .skipped(.noEvent): true
    case .skipped: false
    }
  }

  /// What a row is with other words in some of its cells.
  func nature(of index: Int, with cells: [String]) -> RowNature {
    let own = OwnCells(cells, places, dates)
    if repeatsHeadings(own) { return .skipped(.headings) }
    if let sum = sum(own, index) { return sum }
    if isRemark(own, index) { return .skipped(.footnote) }
    if own.full.count == 1, table.columns.count > 2 { return alone(own.full[0], own, index) }
    if index >= tail, own.isNamed { return .perhaps(.belowTotals) }
    let hasNames = places[.title] != nil || places[.start] != nil
    if own.isNamed || !hasNames || isDateTyped(own) { return .record }
    return own.isToldApart ? .perhaps(.noTitleNoDate) : .skipped(.noEvent)
  }

  private mutating func note(
    _ own: OwnCells, _ index: Int, _ nature: RowNature, _ above: inout Sums
  ) {
    if let country = own.text(.country), nature != .skipped(.totals) { above.country = country }
    switch nature {
    case .record, .perhaps:
      for (place, number) in own.numbers(in: numbers).enumerated() {
        above.sinceTotals[place] += number ?? 0
        above.all[place] += number ?? 0
      }
    case .skipped(.totals):
      above.sinceTotals = numbers.map { _ in 0 }
      if firstTotals == nil { firstTotals = index }
    case .skipped: break
    }
  }

  /// The last row that has words of its own, by which the end of the table is known.
  private static func lastEvent(
    _ table: SheetTable, _ places: [EventImportField: Int], _ dates: SheetDate
  ) -> Int {
    let last = table.rows.indices.last { index in
      let own = OwnCells(table.rows[index].cells, places, dates)
      guard own.full.count > 1 || table.columns.count <= 2, own.isNamed || own.isToldApart else {
        return false
      }
      let first = own.full.first?.text ?? ""
      return !SumWords.isRemark(first) && !(SumWords.label(first)?.isAlone ?? false)
    }
    return last ?? -1
  }

  /// The first row below the last sum of a sheet, where no row down there has a date any more.
  private static func tail(
    _ table: SheetTable, _ places: [EventImportField: Int], _ dates: SheetDate
  ) -> Int {
    var below: Int?
    for (index, row) in table.rows.enumerated().reversed() {
      let own = OwnCells(row.cells, places, dates)
      let isSum = own.full.first.flatMap { SumWords.label($0.text) }?.isAlone ?? false
      if isSum && !own.hasDay {
        if below == nil { below = index + 1 }
      } else if own.hasDate {
        return below ?? table.rows.count
      }
    }
    return table.rows.count
  }
}

// Sums.
extension EventRowNatures {
  /// Whether a row sums up others: it says so, or its numbers are those of the rows above.
  private func sum(_ own: OwnCells, _ index: Int) -> RowNature? {
    for (place, text) in labels(of: own) {
      guard let label = SumWords.label(text) else { continue }
      if place == places[.reference], text.contains(where: \.isNumber) { continue }
      if let nature = sum(own, index, calledAt: place, text, label) { return nature }
    }
    return isSumByNumbers(own, index) ? .skipped(.totals) : nil
  }

  private func sum(
    _ own: OwnCells, _ index: Int, calledAt place: Int, _ text: String, _ label: SumLabel
  ) -> RowNature? {
    let isDated = own.hasDay && places[.start] != place
    let hasTitle =
      places[.title] != place && own.text(.title).map { !OwnCells.isNumeric($0) } ?? false
    if isKnown(label) {
      let isEvent = isDated || hasTitle
      return !isEvent || areSums(own, index) ? .skipped(.totals) : .perhaps(.perhapsTotal(text))
    }
    // `Total recall` on a day is an event; with nothing but numbers beside it, nobody knows.
    let others = Set([place] + labelPlaces)
    guard !isDated, own.full.count > 1, own.holdsNumbersOnly(but: others) else { return nil }
    guard own.numbers(in: numbers).contains(where: { $0 != nil }) else { return nil }
    return areSums(own, index) ? .skipped(.totals) : .perhaps(.perhapsTotal(text))
  }

  /// The cells that can call a row a sum: its first one, and those that name an event.
  private func labels(of own: OwnCells) -> [(place: Int, text: String)] {
    let fields: [EventImportField] = [
      .title, .start, .country, .region, .place, .venue, .reference, .type, .series,
    ]
    let named = Set(fields.compactMap { places[$0] })
    return own.full.enumerated()
      .filter { $0.offset == 0 || named.contains($0.element.place) }.map(\.element)
  }

  private var labelPlaces: [Int] {
    [EventImportField.country, .region, .place, .series].compactMap { places[$0] }
  }

  /// Whether the words beside the one for a sum say only of what: a country, a town of the sheet.
  private func isKnown(_ label: SumLabel) -> Bool {
    if label.isAlone || CountryNames.country(label.rest.joined(separator: " ")) != nil {
      return true
    }
    let places = labelPlaces
    return table.rows.contains { row in
      places.contains { place in
        guard let cell = row.cell(place) else { return false }
        return Set(SheetCell.tokens(cell)).isSuperset(of: label.rest)
      }
    }
  }

  private func isSumByNumbers(_ own: OwnCells, _ index: Int) -> Bool {
    if own.isNamed || !own.numbers(in: numbers).contains(where: { ($0 ?? 0) > 0 }) { return false }
    let country = places[.country].map { Set([$0]) } ?? []
    if own.holdsNumbersOnly() {
      return areSums(own, index) || isBelowAll(index)
    }
    // `France;;;75` below the events of France.
    return own.holdsNumbersOnly(but: country) && areSums(own, index)
      && own.text(.country).map(SheetCell.folded) == sums[index].country.map(SheetCell.folded)
  }

  /// Whether the numbers are those of the rows above, since the last sum or of all.
  private func areSums(_ own: OwnCells, _ index: Int) -> Bool {
    func are(_ sums: [Int]) -> Bool {
      let pairs = zip(own.numbers(in: numbers), sums).compactMap { number, sum in
        number.map { ($0, sum) }
      }
      return pairs.contains { $0.0 > 0 } && pairs.allSatisfy { $0.0 == $0.1 }
    }
    return are(sums[index].sinceTotals) || are(sums[index].all)
  }

  /// Whether no event and no other row of numbers stands below.
  private func isBelowAll(_ index: Int) -> Bool {
    index > lastEvent && index > 1
      && !table.rows[(index + 1)...].contains { row in
        OwnCells(row.cells, places, dates).numbers(in: numbers).contains { $0 != nil }
      }
  }
}

// Headings and remarks.
extension EventRowNatures {
  private func repeatsHeadings(_ own: OwnCells) -> Bool {
    own.full.count > 1
      && own.full.allSatisfy { place, text in
        table.columns.indices.contains(place)
          && SheetCell.folded(table.columns[place].name) == SheetCell.folded(text)
      }
  }

  /// Whether a row is a remark: one cell of words that says so, or that stands below the sums.
  private func isRemark(_ own: OwnCells, _ index: Int) -> Bool {
    guard let first = own.full.first, !own.hasDate,
      own.holdsNumbersOnly(but: [first.place])
    else { return false }
    if SumWords.isRemark(first.text) { return true }
    let isBelowTotals = firstTotals.map { $0 < index } ?? false
    return own.full.count == 1 && isBelowTotals && index > lastEvent
  }

  /// What a row is in which but one cell has words.
  private func alone(_ cell: (place: Int, text: String), _ own: OwnCells, _ index: Int)
    -> RowNature
  {
    // `France` above the events of France, in a column that is filled from above.
    if filled.contains(cell.place), index < lastEvent, leads(to: index + 1, cell.place) {
      return .skipped(.section)
    }
    if own.isNamed { return .perhaps(.onlyOneCell(cell.text)) }
    if SheetNumber.whole(cell.text) != nil { return .skipped(.noEvent) }
    return index > lastEvent ? .skipped(.footnote) : .perhaps(.onlyOneCell(cell.text))
  }

  private func leads(to index: Int, _ place: Int) -> Bool {
    table.rows.indices.contains(index) && table.rows[index].cell(place) == nil
  }

  /// Whether something was meant as a date, though nobody can read it.
  private func isDateTyped(_ own: OwnCells) -> Bool {
    guard own.text(.start) != nil, let place = places[.start] else { return false }
    return !own.holdsNumbersOnly(but: [place])
  }
}
