import HeardModel

/// Rows of one sheet that are perhaps one event, typed twice with other signs or a slip of a key.
struct AlikeRows: Sendable {
  private var before: [Int: (line: Int, title: String)] = [:]

  private struct Row {
    let line: Int
    let title: String
    let letters: [Character]
    let words: Set<String>
    let numbers: [String]
    let place: String
    let time: String
  }

  init(
    _ table: SheetTable, _ places: [EventImportField: Int], _ dates: SheetDate,
    _ natures: EventRowNatures, _ filling: FilledColumns
  ) {
    func reader(_ cells: [String]) -> (EventImportField) -> String {
      { field in places[field].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? "" }
    }
    var days: [String: [Int]] = [:]
    for index in table.rows.indices where natures.mayBeEvent(index) {
      let text = reader(filling.cells(of: index, table.rows[index].cells))
      guard !text(.title).isEmpty, case .date(let start, _) = dates.read(text(.start)),
        start.exactDay != nil
      else { continue }
      let country = CountryNames.country(text(.country))?.stored ?? ""
      days["\(start.dayText) \(country)", default: []].append(index)
    }
    for indices in days.values where indices.count > 1 {
      var rows: [Row] = []
      for index in indices {
        let cells = filling.cells(of: index, table.rows[index].cells)
        let row = Self.row(table.rows[index].line, reader(cells))
        // Hundreds on one day are no slip of a key, and comparing each with all would take long.
        if let first = rows.suffix(Self.most).first(where: { Self.areAlike($0, row) }) {
          before[index] = (first.line, first.title)
        }
        rows.append(row)
      }
    }
  }

  /// The line and title of an earlier row that is perhaps the same event.
  func before(_ index: Int) -> (line: Int, title: String)? { before[index] }

  private static let most = 40

  private static func row(_ line: Int, _ text: (EventImportField) -> String) -> Row {
    let tokens = SheetCell.tokens(text(.title))
    let words = tokens.filter { !$0.allSatisfy(\.isNumber) }
    return Row(
      line: line, title: text(.title), letters: Array(words.joined()), words: Set(words),
      numbers: tokens.filter { $0.allSatisfy(\.isNumber) },
      place: SheetCell.folded(text(.place)), time: SheetCell.folded(text(.time)))
  }

  /// Whether titles differ in signs, in a letter or two, or in words that only one of them has.
  ///
  /// Another number, town or time of day makes another event.
  private static func areAlike(_ a: Row, _ b: Row) -> Bool {
    func differ(_ x: String, _ y: String) -> Bool { !x.isEmpty && !y.isEmpty && x != y }
    if a.numbers != b.numbers || differ(a.place, b.place) || differ(a.time, b.time) { return false }
    if a.letters == b.letters { return true }
    let fewer = min(a.words.count, b.words.count)
    if fewer > 1, a.words.isSubset(of: b.words) || b.words.isSubset(of: a.words) { return true }
    let longest = max(a.letters.count, b.letters.count)
    return longest >= 10 && NearLetters.isWithin(longest >= 20 ? 2 : 1, a.letters, b.letters)
  }
}
