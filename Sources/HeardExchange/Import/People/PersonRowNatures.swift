import HeardModel

/// Which lines of a sign-in sheet are no people: sums, headings again, remarks below the list.
///
/// Given names can be words for a sum, as Soma and Suma; such a line is a sum only where its number
/// is that of the people above.
struct PersonRowNatures: Sendable {
  /// How many people stood on the lines before.
  var people = 0
  private let table: SheetTable
  private let names: Set<Int>
  private var isBelowTotals = false

  init(_ table: SheetTable, _ mapping: ImportMapping) {
    self.table = table
    names = Set(
      table.columns.filter {
        [PersonImportField.name, .pseudonym].contains(mapping.field(of: $0.name))
      }.map(\.place))
  }

  /// Why a line is no person; nil where it may be one.
  mutating func skip(_ row: SheetRow, isLast: Bool) -> ImportSkip? {
    let full = row.cells.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    if repeatsHeadings(full) { return .headings }
    if isSum(full, isLast: isLast) {
      isBelowTotals = true
      return .totals
    }
    return isRemark(full) ? .footnote : nil
  }

  private func repeatsHeadings(_ full: [(place: Int, text: String)]) -> Bool {
    full.count > 1
      && full.allSatisfy { place, text in
        table.columns.indices.contains(place)
          && SheetCell.folded(table.columns[place].name) == SheetCell.folded(text)
      }
  }

  private func isSum(_ full: [(place: Int, text: String)], isLast: Bool) -> Bool {
    let words = full.filter { $0.text.contains(where: \.isLetter) }
    let numbers = Self.numbers(full.map(\.text))
    guard let first = words.first else {
      // A number alone, below the last name.
      let isInNames = full.contains { names.contains($0.place) }
      return isLast && people > 0 && isInNames && numbers == [people]
    }
    guard words.count == 1, let label = SumWords.label(first.text), label.isAlone else {
      return false
    }
    if SumWords.isAmbiguous(first.text) { return people > 0 && numbers == [people] }
    return true
  }

  private func isRemark(_ full: [(place: Int, text: String)]) -> Bool {
    guard let first = full.first, full.dropFirst().allSatisfy({ OwnCells.isNumeric($0.text) })
    else { return false }
    // Below the sum, what stands alone is no name any more.
    if isBelowTotals && full.count == 1 { return true }
    // A star before a name marks a person.
    let isSign = !(first.text.first.map { $0.isLetter || $0.isNumber } ?? false)
    return SumWords.isRemark(first.text)
      && (!isSign || SheetCell.tokens(first.text).count > 3)
  }

  /// The numbers that stand in some cells, each once: `TOTAL : 3` has one.
  static func numbers(_ texts: [String]) -> Set<Int> {
    Set(
      texts.flatMap { text in
        SheetNumber.whole(text).map { [$0] }
          ?? SheetCell.tokens(text).compactMap(SheetNumber.whole)
      })
  }
}
