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
    let ofAttendees = columns.contains { isOfAttendee($0, .name, .givenName, .familyName) }
    let addressed = columns.contains { column in
      isOfAttendee(column) && words.fields(column).within.contains(.contact)
    }
    let hasWhole = columns.contains {
      isWholeName($0) && !isOfBuyer($0, ofAttendees, addressed)
        && !OtherNames.isLeftBehind($0.column.heading) && !OtherNames.isPreferred($0.column.heading)
    }
    return columns.flatMap { column -> [ColumnFit<PersonImportField>] in
      let place = column.column.place
      // A name that somebody left behind goes nowhere, whatever else its heading says.
      if OtherNames.isLeftBehind(column.column.heading) {
        return [ColumnFit(place: place, field: .leaveOut, score: 130)]
      }
      if isOfBuyer(column, ofAttendees, addressed) {
        return [ColumnFit(place: place, field: .leaveOut, score: 130)]
      }
      return [name(column, hasWhole: hasWhole)].compactMap { $0 } + status(column) + others(column)
    }
  }

  /// Whether a column names the one who came, beside others who paid or booked.
  private func isOfAttendee(_ column: ColumnEvidence, _ senses: HeadingSense...) -> Bool {
    let heading = column.heading
    return heading.says(.people) && !heading.says(.standIn, .count)
      && (senses.isEmpty || senses.contains { heading.senses.contains($0) })
  }

  /// Whether a column is a name or an address of nobody says whom, beside those of the attendees.
  private func isOfBuyer(
    _ column: ColumnEvidence, _ areNamed: Bool, _ areAddressed: Bool
  ) -> Bool {
    let heading = column.heading
    if heading.says(.people) || OtherNames.isPreferred(column.column.heading) { return false }
    return areNamed && heading.says(.name, .givenName, .familyName)
      || areAddressed && words.fields(column).exact == .contact
  }

  /// Whether a column counts those who come with somebody.
  static func countsCompanions(_ heading: String) -> Bool {
    let words = SheetCell.tokens(heading)
    return ["guests", "plus", "begleitpersonen"].contains(where: words.contains)
      || words.contains { $0.hasPrefix("accompagn") || $0.hasPrefix("acompan") }
      || heading.contains("同伴")
  }

  /// Whether a column holds first and last name, and others hold them once more.
  private func isWholeName(_ column: ColumnEvidence) -> Bool {
    guard column.heading.says(.name),
      !column.heading.says(.givenName, .familyName, .standIn, .who, .event, .reference)
    else {
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

  private func status(_ column: ColumnEvidence) -> [ColumnFit<PersonImportField>] {
    guard let fit = statusFit(column) else { return [] }
    // What does not tell who came may say that they cancelled.
    return [fit, ColumnFit(place: fit.place, field: .registration, score: 30)]
  }

  private func statusFit(_ column: ColumnEvidence) -> ColumnFit<PersonImportField>? {
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
    // Of a column in which nothing stands nobody learns who came.
    if cells.filled == 0 { score = min(score, 20) }
    if score <= 0 { return nil }
    return ColumnFit(
      place: column.column.place, field: .status, score: score, isWeak: !reasons.isEmpty,
      reasons: reasons)
  }

  private func others(_ column: ColumnEvidence) -> [ColumnFit<PersonImportField>] {
    let (exact, within) = words.fields(column)
    let isOfOther = column.heading.says(.standIn)
    var fits: [ColumnFit<PersonImportField>] = []
    if column.column.heading.isEmpty, column.cells.isAddresses {
      fits.append(ColumnFit(place: column.column.place, field: .contact, score: 60))
    }
    for (field, score) in [(exact, 100)] + within.map({ (Optional($0), 70) }) {
      guard let field, field != .name, field != .status, !isOfOther else { continue }
      // Remarks on people are taken only where somebody says so.
      if field == .note || score < 100 && !mayBe(field, column) { continue }
      let isWeak = field == .pseudonym && !OtherNames.isPseudonym(column.column.heading)
      fits.append(
        ColumnFit(
          place: column.column.place, field: field, score: rank(field, score), isWeak: isWeak))
    }
    return fits
  }

  /// Consent and contacts before all others that stand in the same heading.
  private func rank(_ field: PersonImportField, _ score: Int) -> Int {
    if field == .preferredName { return 110 }
    return score < 100 && [.consentCount, .contact].contains(field) ? 96 : score
  }

  private func mayBe(_ field: PersonImportField, _ column: ColumnEvidence) -> Bool {
    let heading = column.heading
    switch field {
    case .consentCount, .contact, .note, .leaveOut, .preferredName: return true
    case .quantity:
      return heading.says(.count) && !heading.says(.some, .measure, .money, .stamp)
    case .role, .presence, .organisation:
      return !heading.says(.came, .absent, .expected, .stamp, .date, .reference)
    default: return !heading.says(.stamp, .reference, .money)
    }
  }
}
