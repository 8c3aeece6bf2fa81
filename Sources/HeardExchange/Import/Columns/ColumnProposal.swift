import HeardModel

/// What the columns of a sheet most likely stand for, and what has to be asked.
struct ColumnProposal<Field: ImportField> {
  /// The field of each column.
  private(set) var fields: [Field?]
  /// What is not clear, in the order of the fields.
  private(set) var questions: [ImportQuestion] = []
  private let table: SheetTable
  private let fits: [ColumnFit<Field>]
  private let fixed: [Int: Field]

  /// So near the best one, another column is as likely.
  private static var margin: Int { 10 }

  /// Gives each column the field that it fits best; `fixed` are those of which somebody said it.
  init(
    _ table: SheetTable, _ fits: [ColumnFit<Field>], fixed: [Int: Field], asking asked: [Field]
  ) {
    (self.table, self.fits, self.fixed) = (table, fits, fixed)
    fields = table.columns.map { fixed[$0.place] }
    assign()
    joinLanguages()
    for field in asked {
      if let question = question(field) { questions.append(question) }
    }
  }

  /// The best fits first; where two are as good, the one further left, which is asked about.
  private mutating func assign() {
    let order = Dictionary(
      Field.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var taken = Set(fixed.values.filter { !$0.isRepeatable })
    let sorted = fits.sorted { a, b in
      (b.score, a.place, order[a.field] ?? 0) < (a.score, b.place, order[b.field] ?? 0)
    }
    for fit in sorted where fields[fit.place] == nil {
      if !fit.field.isRepeatable && !taken.insert(fit.field).inserted { continue }
      fields[fit.place] = fit.field
    }
  }

  /// `title/ca` and `title/es` are one title, of which each row has that of its language.
  private mutating func joinLanguages() {
    let headings = table.columns.map { Heading($0.heading) }
    for (place, heading) in headings.enumerated() where heading.language != nil {
      guard let field = fields[place], !field.isRepeatable else { continue }
      for (other, twin) in headings.enumerated()
      where other != place && twin.language != nil && twin.stem == heading.stem {
        if fixed[other] == nil && fields[other]?.isRepeatable ?? true { fields[other] = field }
      }
    }
  }

  private func question(_ field: Field) -> ImportQuestion? {
    if fixed.values.contains(field) { return nil }
    let all = fits.filter { $0.field == field && fixed[$0.place] == nil }
    guard let best = all.first(where: { fields[$0.place] == field }) ?? unclaimed(all) else {
      return nil
    }
    let margin = best.isWeak ? Self.margin * 2 : Self.margin
    let rivals = all.filter { fit in
      fit.place != best.place && fit.score >= best.score - margin
        && (fields[fit.place]?.isRepeatable ?? true) && differ(best.place, fit.place)
    }
    if rivals.isEmpty && !best.isWeak { return nil }
    let options = ([best] + rivals).sorted { ($1.score, $0.place) < ($0.score, $1.place) }
      .prefix(8).map { fit in
        let column = table.columns[fit.place]
        return ImportQuestion.Option(
          answer: .column(column.name), column: column, reasons: fit.reasons)
      }
    let none = ImportQuestion.Option(answer: .noColumn, column: nil, reasons: [])
    return ImportQuestion(
      cause: .column(field: field.rawValue), options: options + [none], isOfAllRows: best.isWeak)
  }

  /// The best of columns that went to no field.
  private func unclaimed(_ all: [ColumnFit<Field>]) -> ColumnFit<Field>? {
    all.filter { fields[$0.place]?.isRepeatable ?? true }.max { $0.score < $1.score }
  }

  /// Whether another column would make another record of any row.
  private func differ(_ best: Int, _ other: Int) -> Bool {
    table.rows.contains { row in
      let (a, b) = (row.cell(best).map(SheetCell.folded), row.cell(other).map(SheetCell.folded))
      return b != nil && a != b
    }
  }
}
