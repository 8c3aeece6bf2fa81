/// Why a column fits a field more or less than others, as a fact.
public enum ColumnReason: Hashable, Sendable {
  /// Its heading speaks of those who were expected, invited or registered.
  case expected
  /// Its heading speaks of some of those who came, or of those who did not.
  case some
  /// Its heading speaks of when a row was written, sent or published.
  case stamp
  /// Its times have seconds, as only programs write them.
  case machineTime
  /// Its heading says nothing that is known.
  case unknownWords
  /// Few texts stand in it again and again.
  case repeats
  /// What its numbers add up to.
  case sum(Int)
  /// So many of all rows have nothing in it.
  case empty(Int, of: Int)
}

/// How well a column fits a field.
struct ColumnFit<Field: ImportField>: Sendable {
  /// The column, by its place.
  let place: Int
  /// The field.
  let field: Field
  /// How well, from nothing to a hundred and a little more.
  let score: Int
  /// Whether somebody has to say so even where no other column fits.
  var isWeak = false
  /// What speaks for or against it.
  var reasons: [ColumnReason] = []
}

/// A column with what its heading says and its cells hold.
struct ColumnEvidence: Sendable {
  let column: SheetColumn
  let heading: Heading
  /// What a row of tags says of it, as `#date+start`.
  let tag: String
  let cells: CellProfile
  /// How many rows have nothing in it.
  let empty: Int

  init(_ column: SheetColumn, _ table: SheetTable) {
    self.column = column
    tag = table.tags[column.place] ?? ""
    heading = Heading(column.heading, tag: tag)
    cells = CellProfile(table, column.place)
    empty = table.rows.count { $0.cell(column.place) == nil }
  }

  /// What the cells say of it, for who has to choose.
  func facts(of rows: Int, isNumber: Bool) -> [ColumnReason] {
    (isNumber ? [.sum(cells.sum)] : []) + (empty > 0 ? [.empty(empty, of: rows)] : [])
  }
}

extension HeadingWords {
  /// The fields that a heading names, with nothing beside it or among other words.
  func fields(_ evidence: ColumnEvidence) -> (exact: Field?, within: [Field]) {
    let name = evidence.column.heading
    let words = evidence.heading.words
    let exact = exact(name) ?? exact(words)
    let within = all(within: name) + all(within: words) + all(within: evidence.tag)
    return (
      exact,
      within.enumerated().filter { place, field in
        field != exact && within.firstIndex(of: field) == place
      }.map(\.element)
    )
  }
}
