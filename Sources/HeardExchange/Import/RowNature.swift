/// What a row of a sheet is by the cells that it has itself, before any is filled from above.
enum RowNature: Hashable, Sendable {
  /// Tells of an event or a person.
  case record
  /// Perhaps does; somebody has to say so of this row by itself.
  case perhaps(ImportDoubt)
  /// Does not.
  case skipped(ImportSkip)
}

/// The cells that a row of events has itself, with what they tell of it.
struct OwnCells {
  /// The cells that hold something, by their places.
  let full: [(place: Int, text: String)]
  private let cells: [String]
  private let places: [EventImportField: Int]
  private let date: DateReading

  init(_ cells: [String], _ places: [EventImportField: Int], _ dates: SheetDate) {
    (self.cells, self.places) = (cells, places)
    full = cells.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    let start = places[.start].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    date = dates.read(start ?? "")
  }

  /// The words of a field's cell; nil where it is empty.
  func text(_ field: EventImportField) -> String? {
    guard let place = places[field], cells.indices.contains(place), !cells[place].isEmpty else {
      return nil
    }
    return cells[place]
  }

  /// Whether it has a title or a date, so that one can tell it from other rows.
  var isNamed: Bool { text(.title) != nil || hasDate }

  /// Whether its date can be read, if only in two ways.
  var hasDate: Bool {
    switch date {
    case .date, .ambiguous, .dayNumber: true
    case .none, .unreadable: false
    }
  }

  /// Whether its date is a day: sums are of a year at most.
  var hasDay: Bool {
    switch date {
    case .date(let date, _): date.exactDay != nil
    case .ambiguous, .dayNumber: true
    case .none, .unreadable: false
    }
  }

  /// Whether something else tells it from other rows: where it was, when, by what code.
  var isToldApart: Bool {
    if let code = text(.reference), Int(code) == nil { return true }
    return [EventImportField.place, .venue, .onlineAddress, .time].contains { text($0) != nil }
  }

  /// Whether nothing but numbers stands in it, apart from some places.
  func holdsNumbersOnly(but places: Set<Int> = []) -> Bool {
    full.allSatisfy { places.contains($0.place) || Self.isNumeric($0.text) }
  }

  /// The numbers in some columns.
  func numbers(in places: [Int]) -> [Int?] {
    places.map { cells.indices.contains($0) ? SheetNumber.whole(cells[$0]) : nil }
  }

  /// Whether a cell is a number, with signs or units beside it.
  static func isNumeric(_ text: String) -> Bool {
    SheetNumber.whole(text) != nil
      || (text.contains(where: \.isNumber) && !text.contains(where: \.isLetter))
  }
}
