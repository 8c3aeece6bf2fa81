import HeardModel

// A table and the releases that are out: what was said before, and what both tell together.
extension PublicTable {
  /// The table as a release under a name.
  public func release(_ name: Code, by person: String, at moment: Moment) -> Release {
    var release = Release()
    (release.id, release.by, release.at) = (name, person, moment)
    release.query = question.query.text
    release.measure = Code(stored: question.measure.rawValue) ?? release.measure
    release.rows = Code(stored: question.rows.rawValue)
    release.columns = question.columns.flatMap { Code(stored: $0.rawValue) }
    release.rule = rule
    release.cutOff = moment.day
    release.approvals = approvals
    for row in rows {
      for column in columns {
        release.cells.append(
          Self.released(cell(row, column), row, column, isEarlier: isEarlier(row, column)))
        if let base = base(row, column) {
          release.cells.append(Self.released(base, row, column, isBase: true))
        }
      }
    }
    return release
  }

  private static func released(
    _ cell: Cell, _ row: FigureGrid.Line, _ column: FigureGrid.Line, isEarlier: Bool = false,
    isBase: Bool = false
  ) -> ReleasedCell {
    var released = ReleasedCell()
    released.id = ReleasedCell.id(row.released, column.released, isBase: isBase)
    released.isEarlier = isEarlier
    switch cell {
    case .number(let number, let isLeast): (released.number, released.isLeast) = (number, isLeast)
    case .withheld: released.isWithheld = true
    case .none: released.sign = ReleasedSign.none
    case .forbidden: released.sign = .forbidden
    case .unknown: released.sign = .notKnown
    }
    return released
  }

  /// Keeps what an earlier release of the same said of cells that have moved by too little.
  ///
  /// Between two releases a rounded cell moves by 5 or 10 when one person comes and another number
  /// tips over, and an exact one by 1 to 7 when few come: either would tell of single persons.
  mutating func keep(_ release: Release) {
    let before = release.values
    for (place, cell) in cells {
      let id = ReleasedCell.id(place[0].released, place[1].released)
      guard let was = before[id], Self.movedLittle(was, cell, isRounded: isRounded) else {
        continue
      }
      cells[place] = was
      earlier.insert(place)
    }
    // So few of whom answered tells as much.
    for (place, base) in bases {
      let id = ReleasedCell.id(place[0].released, place[1].released, isBase: true)
      guard let was = before[id], Self.movedLittle(was, base, isRounded: isRounded) else {
        continue
      }
      bases[place] = was
    }
    if !earlier.isEmpty { kept = release.id }
    if case .rounded = verdict {
      verdict = .rounded(withheld: cells.values.count { $0 == .withheld })
    }
  }

  private static func movedLittle(_ was: Cell, _ now: Cell, isRounded: Bool) -> Bool {
    guard was != now, let a = was.rank, let b = now.rank else { return false }
    return abs(a - b) <= (isRounded ? 2 * SmallNumbers.step : SmallNumbers.smallest)
  }

  /// Looks whether something can be worked out that is withheld, from this table beside each
  /// release that is out.
  mutating func audit(_ releases: [Release]) {
    let own = ReleasedTable(self)
    for release in releases {
      guard let other = ReleasedTable(release) else { continue }
      switch own.verdict(beside: other) {
      case .holds, .contradicts: continue
      case .unsettled: verdict = .tooLarge
      case .narrows: verdict = .tells(beside: release.id)
      }
      return
    }
  }
}

extension PublicTable.Cell {
  /// Its place among counts; a withheld one lies between none and ten.
  fileprivate var rank: Int? {
    switch self {
    case .number(let number, _): number
    case .withheld: SmallNumbers.step
    case .none, .forbidden, .unknown: nil
    }
  }
}

extension Release {
  /// Whether it is an answer to the same question, by the same rule.
  func answers(_ table: PublicTable) -> Bool {
    rule == table.rule && query == table.question.query.text
      && measure.stored == table.question.measure.rawValue
      && rows?.stored == table.question.rows.rawValue
      && columns?.stored == table.question.columns?.rawValue
  }

  /// What stands in its cells, by their ids.
  var values: [String: PublicTable.Cell] {
    Dictionary(cells.map { ($0.id, $0.value) }) { first, _ in first }
  }
}

extension ReleasedCell {
  /// The id of a cell: row and column with a slash between them, and `answers` behind a base.
  static func id(_ row: String, _ column: String, isBase: Bool = false) -> String {
    "\(row)/\(column)\(isBase ? "/answers" : "")"
  }

  /// What stands in it.
  var value: PublicTable.Cell {
    if isWithheld { return .withheld }
    if let number { return .number(number, isLeast: isLeast) }
    return switch sign {
    case .forbidden?: .forbidden
    case .notKnown?: .unknown
    case ReleasedSign.none?, nil: .none
    }
  }
}

extension FigureGrid.Line {
  /// The line as a release names it; the total has no name, what nobody noted is `?`.
  var released: String {
    switch self {
    case .value(let value): value.released.replacing("/", with: "∕")
    case .measure, .total: ""
    case .declared(let code): code.stored
    }
  }
}

extension FigureKeyValue {
  /// The value as it is typed in a filter; `?` where nobody noted it.
  public var released: String {
    switch self {
    case .country(let country): country.stored
    case .year(let year): KnownDate(year: year).dayText
    case .quarter(let year, let quarter): "\(KnownDate(year: year).dayText)-Q\(quarter)"
    case .month(let month): month.stored
    case .place(let name): name
    case .organisation(let id): id.text
    case .code(let code, _): code.stored
    case .format(let format): format.rawValue
    case .involvement(let involvement): involvement.rawValue
    case .series(let name): name
    case .language(let language): language.stored
    case .source(let source): source.rawValue
    case .status(let status): status.rawValue
    case .unknown: "?"
    }
  }

  /// The value of a key that a release names so; nil where there is none of that name.
  public init?(released text: String, _ key: FigureKey) {
    func code(_ list: TaxonomyName) -> FigureKeyValue? {
      Code(stored: text).map { .code($0, list) }
    }
    let value: FigureKeyValue? =
      if text == "?" {
        .unknown
      } else {
        switch key {
        case .country: CountryCode(stored: text).map { .country($0) }
        case .year: Int(text).map { .year($0) }
        case .quarter: Self.quarter(text)
        case .month: KnownDate(stored: text).map { .month($0) }
        case .place: .place(text)
        case .partner: OrganisationID(stored: text).map { .organisation($0) }
        case .type: code(.eventType)
        case .format: EventFormat(rawValue: text).map { .format($0) }
        case .involvement: Involvement(rawValue: text).map { .involvement($0) }
        case .about, .declared: code(.community)
        case .topic: code(.topic)
        case .series: .series(text)
        case .language: LanguageTag(stored: text).map { .language($0) }
        case .source: FigureSource(rawValue: text).map { .source($0) }
        case .status: EventStatus(rawValue: text).map { .status($0) }
        }
      }
    guard let value else { return nil }
    self = value
  }

  private static func quarter(_ text: String) -> FigureKeyValue? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), parts[1].first == "Q",
      let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter)
    else { return nil }
    return .quarter(year: year, quarter)
  }
}

// A release opened again.
extension PublicTable {
  /// A release as the table that was given out; nil of one whose keys or measure are not known.
  public init?(_ release: Release) {
    guard let measure = FigureMeasure(rawValue: release.measure.stored),
      let rowKey = release.rows.flatMap({ FigureKey(rawValue: $0.stored) })
    else { return nil }
    let columnKey = release.columns.flatMap { FigureKey(rawValue: $0.stored) }
    if release.columns != nil && columnKey == nil { return nil }
    question = TableQuestion(rowKey, columnKey, of: measure, Query(release.query))
    isRounded = release.rule == SmallNumbers.rule
    approvals = release.approvals
    var (rows, columns): ([FigureGrid.Line], [FigureGrid.Line]) = ([], [])
    for cell in release.cells {
      let parts = cell.id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1,
        let row = FigureGrid.Line(released: parts[0], rowKey),
        let column = columnKey == nil
          ? .measure(measure) : FigureGrid.Line(released: parts[1], columnKey)
      else { continue }
      if !rows.contains(row) { rows.append(row) }
      if !columns.contains(column) { columns.append(column) }
      if parts.count > 2 {
        bases[[row, column]] = cell.value
      } else {
        cells[[row, column]] = cell.value
        if cell.isEarlier { earlier.insert([row, column]) }
      }
    }
    (self.rows, self.columns) = (rows, columns)
    verdict =
      isRounded ? .rounded(withheld: cells.values.count { $0 == .withheld }) : .exposesNobody
    kept = nil
  }
}

extension FigureGrid.Line {
  /// The line that a release names so; nil where there is none of that name.
  fileprivate init?(released name: String, _ key: FigureKey?) {
    guard let key, !name.isEmpty else {
      self = .total
      return
    }
    if key == .declared {
      guard let code = Code(stored: name) else { return nil }
      self = .declared(code)
    } else {
      guard let value = FigureKeyValue(released: name, key) else { return nil }
      self = .value(value)
    }
  }
}
