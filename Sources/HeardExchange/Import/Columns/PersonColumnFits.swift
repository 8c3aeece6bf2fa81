/// What a column tells of whether people came.
enum ComingSense: Sendable {
  /// A mark or a time in it says that somebody came.
  case came
  /// A mark or a time in it says that somebody did not.
  case absent
  /// Its yes says that somebody meant to come.
  case expected
  /// Its words say how far somebody came.
  case words

  /// By the column's heading alone, so that it is the same whatever the sheet holds.
  init(_ heading: Heading) {
    if heading.says(.absent) || heading.says(.not) && heading.says(.came) {
      self = .absent
    } else if heading.says(.status) {
      self = .words
    } else if heading.says(.came), !heading.says(.expected) {
      self = .came
    } else {
      self = heading.says(.expected, .planned) ? .expected : .words
    }
  }
}

/// How well the columns of a sign-in sheet fit the fields: by their names, since what a cell says
/// of a person is no reason to take it for anything; only a name that can be several is held
/// against the cells.
struct PersonColumnFits {
  private let columns: [ColumnEvidence]
  private let rows: Int
  private let words = HeadingWords<PersonImportField>()

  init(_ table: SheetTable) {
    columns = table.columns.map { ColumnEvidence($0, table) }
    rows = table.rows.count
  }

  /// All that fit.
  func fits() -> [ColumnFit<PersonImportField>] {
    let hasWhole = columns.contains { isWholeName($0) }
    return columns.flatMap { column -> [ColumnFit<PersonImportField>] in
      [name(column, hasWhole: hasWhole), status(column)].compactMap { $0 } + others(column)
    }
  }

  /// Whether a column holds first and last name, and others hold them once more.
  private func isWholeName(_ column: ColumnEvidence) -> Bool {
    guard column.heading.says(.name), !column.heading.says(.givenName, .familyName) else {
      return false
    }
    let says = Set(columns.flatMap(\.heading.senses))
    return says.contains(.givenName) && says.contains(.familyName)
  }

  private func name(_ column: ColumnEvidence, hasWhole: Bool) -> ColumnFit<PersonImportField>? {
    let heading = column.heading
    if heading.says(.standIn, .who, .reference, .status, .category, .place, .event, .stamp, .date) {
      return nil
    }
    if column.cells.isTruth || column.cells.isDates || column.cells.isAddresses { return nil }
    let isNamed = words.fields(column).exact == .name
    let isPart = heading.says(.givenName, .familyName)
    let isWhole = heading.says(.name) && (heading.unknown == 0 || isNamed)
    guard isPart || isWhole || isNamed && !column.cells.isNumbers else { return nil }
    if heading.says(.expected, .came, .money, .measure, .description), !isNamed { return nil }
    // Parts of a name that stands whole beside them are dropped with it.
    if isPart && hasWhole { return nil }
    return ColumnFit(place: column.column.place, field: .name, score: 100)
  }

  private func status(_ column: ColumnEvidence) -> ColumnFit<PersonImportField>? {
    let (heading, cells) = (column.heading, column.cells)
    let exact = words.fields(column).exact
    let isNamed = exact == .status
    if let exact, !isNamed, exact != .name { return nil }
    if heading.says(.standIn, .who, .category, .description, .money, .measure, .count) {
      return nil
    }
    guard isNamed || heading.says(.came, .absent, .expected, .status) else { return nil }
    if heading.says(.name, .givenName, .familyName, .reference) && !isNamed { return nil }
    if cells.isAddresses || cells.isNumbers && !cells.isBinary && !cells.isTruth { return nil }
    if heading.says(.some) && !heading.says(.came, .absent) { return nil }
    // `Came from`, `Present address`.
    if !isNamed && !heading.says(.status) && !cells.tellsComing { return nil }
    var reasons: [ColumnReason] = []
    var score: Int
    switch ComingSense(heading) {
    case .came: score = cells.isDates || heading.says(.date, .time) ? 84 : 95
    case .absent:
      score = 70
      reasons.append(.some)
    case .expected:
      score = cells.isDates ? 0 : 40
      reasons.append(.expected)
    case .words: score = heading.says(.expected) ? 70 : 78
    }
    if heading.says(.online), !heading.says(.came, .absent) { score = 0 }
    score -= 10 * min(heading.unknown, 2)
    if score <= 0 { return nil }
    return ColumnFit(
      place: column.column.place, field: .status, score: score, isWeak: !reasons.isEmpty,
      reasons: reasons)
  }

  private func others(_ column: ColumnEvidence) -> [ColumnFit<PersonImportField>] {
    let (exact, within) = words.fields(column)
    let isOfOther = column.heading.says(.standIn)
    var fits: [ColumnFit<PersonImportField>] = []
    for (field, score) in [(exact, 100)] + within.map({ (Optional($0), 70) }) {
      guard let field, field != .name, field != .status, !isOfOther else { continue }
      if score < 100, !mayBe(field, column) { continue }
      fits.append(ColumnFit(place: column.column.place, field: field, score: rank(field, score)))
    }
    return fits
  }

  /// Consent and contacts before all others that stand in the same heading.
  private func rank(_ field: PersonImportField, _ score: Int) -> Int {
    score < 100 && [.consentCount, .contact].contains(field) ? 96 : score
  }

  private func mayBe(_ field: PersonImportField, _ column: ColumnEvidence) -> Bool {
    let heading = column.heading
    switch field {
    case .consentCount, .contact, .note, .leaveOut: return true
    case .role, .presence, .organisation:
      return !heading.says(.came, .absent, .expected, .stamp, .date, .reference)
    default: return !heading.says(.stamp, .reference, .money)
    }
  }
}
