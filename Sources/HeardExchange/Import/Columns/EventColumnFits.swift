import HeardModel

/// How well the columns of a sheet of events fit the fields, by all that speaks for it.
struct EventColumnFits {
  private let columns: [ColumnEvidence]
  private let rows: Int
  /// The places of columns with links by which people join.
  private let meetings: Set<Int>
  private let words = HeadingWords<EventImportField>()
  /// Whether a program for forms wrote the sheet, whose `start` and `end` are those of filling in.
  private let isFormExport: Bool

  init(_ table: SheetTable) {
    columns = table.columns.map { ColumnEvidence($0, table) }
    rows = table.rows.count
    meetings = Set(table.columns.map(\.place).filter { Self.isOfMeetings($0, table) })
    isFormExport = columns.count { Self.isOfForms($0.column.heading) } >= 2
  }

  /// All that fit.
  func fits() -> [ColumnFit<EventImportField>] {
    let fits = columns.flatMap { column in
      [title(column), start(column), attendance(column)].compactMap { $0 } + others(column)
    }
    return fits.map { fit in
      var fit = fit
      let isNumber = fit.field == .attendance
      fit.reasons += columns[fit.place].facts(of: rows, isNumber: isNumber)
      return fit
    }
  }

  /// Columns of Kobo, ODK and their like.
  private static func isOfForms(_ name: String) -> Bool {
    let made: Set<String> = [
      "deviceid", "instanceid", "meta/instanceid", "_uuid", "_id", "_submission_time", "key",
      "_index", "subscriberid", "simserial", "phonenumber", "__version__", "_validation_status",
      "submissiondate", "formdef_version", "_submitted_by", "today", "_status", "_tags",
    ]
    return made.contains(name.lowercased())
  }
}

// The title.
extension EventColumnFits {
  private func title(_ column: ColumnEvidence) -> ColumnFit<EventImportField>? {
    let (heading, cells) = (column.heading, column.cells)
    if cells.filled > 0, !cells.isWords || cells.isTruth || cells.isIdentifiers { return nil }
    if cells.isCountries && !heading.says(.title) { return nil }
    if cells.length > 160 || heading.says(.who, .standIn, .place, .reference, .status, .stamp) {
      return nil
    }
    if heading.says(.givenName, .familyName, .money, .grant, .said) { return nil }
    var score = titleScore(heading)
    let named = words.fields(column)
    let others = named.within.filter { ![.title, .start, .attendance, .notes].contains($0) }
    if !others.isEmpty && named.exact != .title && !heading.says(.title) { score = 0 }
    if let exact = named.exact, exact != .title { score = min(score, 30) }
    if score == 0 { return nil }
    var reasons: [ColumnReason] = []
    let isPlain = score >= 95
    if cells.isCategory, !isPlain {
      score -= 25
      reasons.append(.repeats)
    }
    if heading.isUnknown {
      if cells.isCategory || cells.length < 4 { return nil }
      reasons.append(.unknownWords)
    }
    return ColumnFit(
      place: column.column.place, field: .title, score: score, isWeak: score < 65, reasons: reasons)
  }

  private func titleScore(_ heading: Heading) -> Int {
    let lost = 12 * min(heading.unknown, 2)
    if heading.says(.description, .category) {
      return heading.senses == [.category] ? 30 : 0
    }
    if heading.says(.people, .expected, .came) && !heading.says(.event, .title)
      || heading.says(.count) && !heading.says(.name)
    {
      return 0
    }
    if heading.says(.title, .name) && heading.says(.event) { return 100 - lost }
    if heading.says(.title) { return 97 - lost * 2 }
    if heading.says(.event) { return heading.senses == [.event] ? 88 - lost : 60 - lost }
    if heading.says(.name), heading.senses.isSubset(of: [.name, .count]) { return 80 - lost * 2 }
    return heading.isUnknown && heading.unknown > 0 ? 30 : 0
  }
}

// The day.
extension EventColumnFits {
  private func start(_ column: ColumnEvidence) -> ColumnFit<EventImportField>? {
    let (heading, cells) = (column.heading, column.cells)
    let isNamed = heading.says(.date) || words.fields(column).exact == .start
    if cells.filled > 0 {
      if cells.isNumbers && !isNamed || cells.isTruth || cells.isTimes || cells.isAddresses {
        return nil
      }
      if !cells.isDates && !cells.hasDates && words.fields(column).exact != .start { return nil }
    } else if !isNamed {
      return nil
    }
    if heading.says(.end) && !heading.says(.start) || heading.says(.measure) { return nil }
    var reasons: [ColumnReason] = []
    let isOfForm = isFormExport && Self.formTimes.contains(column.column.heading.lowercased())
    if heading.says(.stamp) || isOfForm { reasons.append(.stamp) }
    if cells.isMachineTime { reasons.append(.machineTime) }
    if heading.isUnknown { reasons.append(.unknownWords) }
    var score = startScore(heading, isNamed)
    if reasons.contains(.stamp) { score = heading.says(.event) ? 40 : 20 }
    if reasons.contains(.machineTime) { score = min(score - 45, 40) }
    if cells.filled > 0 && !cells.isDates { score -= cells.hasDates ? 10 : 25 }
    return ColumnFit(
      place: column.column.place, field: .start, score: max(score, 5),
      isWeak: !reasons.isEmpty || heading.unknown > 1, reasons: reasons)
  }

  private func startScore(_ heading: Heading, _ isNamed: Bool) -> Int {
    var score = 50
    if heading.says(.date, .start), heading.says(.event) {
      score = 100
    } else if heading.says(.date), heading.says(.came) {
      score = 98
    } else if heading.says(.date), heading.says(.start) {
      score = 96
    } else if heading.says(.date) || heading.says(.start) {
      score = 88
    } else if heading.says(.event) {
      score = 80
    } else if heading.says(.time) || isNamed {
      score = 75
    }
    if heading.says(.planned, .expected) { score -= 20 }
    if heading.says(.who, .standIn, .category) { score -= 25 }
    return score - 13 * min(heading.unknown, 2)
  }

  private static let formTimes: Set<String> = [
    "start", "end", "today", "starttime", "endtime", "submissiondate", "_submission_time",
  ]
}

// Who came.
extension EventColumnFits {
  private func attendance(_ column: ColumnEvidence) -> ColumnFit<EventImportField>? {
    let (heading, cells) = (column.heading, column.cells)
    let isNamed = words.fields(column).exact == .attendance
    if cells.isTruth && !cells.isBinary || cells.isDates || cells.isAddresses { return nil }
    if cells.isBinary && !isNamed && !heading.says(.people, .came, .all) { return nil }
    if cells.filled > 0 && !cells.isNumbers && !isNamed { return nil }
    if cells.filled == 0 && !isNamed { return nil }
    if heading.says(.capacity, .money, .measure, .grant) && !isNamed { return nil }
    if heading.says(.date, .place, .stamp), !isNamed, !heading.says(.people, .came) { return nil }
    if heading.says(.category, .status, .description, .said, .reference, .who, .standIn)
      && !heading.says(.people, .came, .all, .count)
    {
      return nil
    }
    let ofOthers: Set<HeadingSense> = [
      .reference, .who, .event, .description, .said, .variable, .value, .category,
    ]
    if !heading.says(.people, .came), !heading.senses.isDisjoint(with: ofOthers), !isNamed {
      return nil
    }
    if heading.says(.inPerson) != heading.says(.online) { return nil }
    // `participatory_space/id` tells which one it is, not how many.
    if heading.says(.reference), !heading.says(.count) { return nil }
    var reasons: [ColumnReason] = []
    if heading.says(.expected, .planned) { reasons.append(.expected) }
    if heading.says(.some, .absent, .not) { reasons.append(.some) }
    if heading.isUnknown, !cells.mayCountPeople || heading.unknown == 0 { return nil }
    var score = attendanceScore(heading, isNamed)
    if !reasons.isEmpty { score = heading.says(.came, .all) ? 35 : 20 }
    // `Number of tables`, `Total energy`: a number of what, nobody knows.
    let isOfPeople = heading.says(.people, .came) || isNamed
    if heading.unknown > (isOfPeople ? 1 : 0) {
      if !isOfPeople && reasons.isEmpty { score = 30 }
      reasons.append(.unknownWords)
    }
    if cells.filled > 0 && !cells.isNumbers { score -= 40 }
    return ColumnFit(
      place: column.column.place, field: .attendance, score: max(score, 5),
      isWeak: !reasons.isEmpty, reasons: reasons)
  }

  private func attendanceScore(_ heading: Heading, _ isNamed: Bool) -> Int {
    var score = 30
    let isOfPeople = heading.says(.people)
    if heading.says(.all) && (isOfPeople || heading.says(.came)) {
      score = heading.says(.came) ? 98 : 96
    } else if heading.says(.came) {
      score = isOfPeople ? 97 : 95
    } else if heading.says(.all) {
      score = 85
    } else if isOfPeople {
      score = 80
    } else if heading.says(.count) {
      score = isNamed ? 75 : 65
    } else if isNamed {
      score = 80
    }
    return heading.isUnknown ? score : score - 10 * min(heading.unknown, 2)
  }
}

// All other fields: by their words, unless the cells speak against it.
extension EventColumnFits {
  private func others(_ column: ColumnEvidence) -> [ColumnFit<EventImportField>] {
    let place = column.column.place
    if column.cells.isAddresses {
      return [ColumnFit(place: place, field: .leaveOut, score: 120)]
    }
    // Where and on what somebody filled the form in is nobody's business.
    let words = SheetCell.tokens(column.column.heading)
    if words.contains(where: Self.machines.contains) {
      return [ColumnFit(place: place, field: .leaveOut, score: 120)]
    }
    let (exact, within) = self.words.fields(column)
    var fits: [ColumnFit<EventImportField>] = []
    for (field, base) in [(exact, 100)] + within.map({ (Optional($0), 70) }) {
      guard let field, ![.title, .start, .attendance].contains(field),
        let score = score(field, column, base)
      else { continue }
      let isWeak = score < 50 && ImportMapping.askedOfEvents.contains(field)
      fits.append(ColumnFit(place: place, field: field, score: score, isWeak: isWeak))
    }
    return fits + byCells(column) + ways(column)
  }

  /// A number of those who were in the room, connected, or find a seat, by words of any kind.
  private func ways(_ column: ColumnEvidence) -> [ColumnFit<EventImportField>] {
    let (heading, cells) = (column.heading, column.cells)
    guard cells.isNumbers else { return [] }
    var fields: [EventImportField] = heading.says(.capacity) ? [.capacity] : []
    if heading.says(.inPerson) != heading.says(.online) {
      fields.append(heading.says(.online) ? .online : .inPerson)
    }
    return fields.compactMap { field in
      score(field, column, 75).map {
        ColumnFit(place: column.column.place, field: field, score: $0)
      }
    }
  }

  /// What a column without a name that is known is by its cells alone.
  private func byCells(_ column: ColumnEvidence) -> [ColumnFit<EventImportField>] {
    let place = column.column.place
    let cells = column.cells
    var fits: [ColumnFit<EventImportField>] = []
    if column.heading.says(.end), column.heading.says(.date) || column.heading.unknown == 0,
      cells.isDates, let score = score(.end, column, 90)
    {
      fits.append(ColumnFit(place: place, field: .end, score: score))
    }
    // `Von` and `Bis` can be times beside a column of the day.
    if cells.isTimes, !column.heading.says(.stamp) {
      let (isStart, isEnd) = (column.heading.says(.start), column.heading.says(.end))
      if isEnd, !isStart { fits.append(ColumnFit(place: place, field: .endTime, score: 90)) }
      if isStart, !isEnd { fits.append(ColumnFit(place: place, field: .time, score: 90)) }
    }
    guard column.heading.isUnknown || words.fields(column).exact == .region else { return fits }
    if cells.isEventStatus && !cells.isTruth {
      fits.append(ColumnFit(place: place, field: .status, score: 101))
    }
    guard column.heading.isUnknown else { return fits }
    if cells.isCountries { fits.append(ColumnFit(place: place, field: .country, score: 60)) }
    if cells.isFormats { fits.append(ColumnFit(place: place, field: .format, score: 58)) }
    return fits
  }

  /// How well a field fits by words that count so much; nil where the cells speak against it.
  private func score(
    _ field: EventImportField, _ column: ColumnEvidence, _ base: Int
  ) -> Int? {
    let (heading, cells) = (column.heading, column.cells)
    let score = base - (base < 100 ? 5 * min(heading.unknown, 3) : 0)
    switch field {
    case .notes, .leaveOut: return field == .leaveOut && base < 100 ? 95 : score
    case .inPerson, .online:
      // `Online: 1` says yes; a row of noughts says that nobody was.
      let saysYes = cells.isTruth && !(cells.isBinary && cells.sum == 0)
      if saysYes || cells.isDates || heading.says(.event) { return nil }
      if cells.filled > 0 && !cells.isNumbers && base < 100 { return nil }
      if heading.says(.inPerson), heading.says(.online) { return nil }
      let isOther = heading.says(.expected, .planned, .absent, .some, .measure, .money)
      return isOther || heading.says(.value, .variable, .said, .reference) ? nil : score
    case .capacity:
      return cells.isTruth || cells.filled > 0 && !cells.isNumbers && base < 100 ? nil : score
    case .end:
      if cells.isTruth || cells.isTimes || cells.isNumbers && !heading.says(.date) { return nil }
      if heading.says(.stamp) || isFormExport && column.column.heading.lowercased() == "end" {
        return nil
      }
      return cells.isMachineTime || heading.says(.money) ? nil : score
    case .time:
      return cells.isDates || cells.isTruth || heading.says(.stamp, .end) ? nil : score
    case .onlineAddress:
      // A link is of anything: where one joins is said, or seen.
      return meetings.contains(column.column.place) || heading.says(.online)
        || base == 100 && heading.says(.event)
        ? score : nil
    case .reference: return referenceScore(column, base)
    default:
      if cells.isTruth || cells.isBinary || cells.isDates { return nil }
      if cells.isNumbers, [.status, .type, .format, .country, .languages].contains(field) {
        return nil
      }
      // `Municipality/State` is first of all a town.
      if field == .region, base < 100, Self.towns.contains(where: column.column.heading.contains) {
        return nil
      }
      if field == .status, base < 100, heading.says(.stamp, .money, .expected, .people, .who) {
        return nil
      }
      // The country of who organised it is perhaps another.
      return field == .country && heading.says(.who, .standIn, .stamp) ? score - 30 : score
    }
  }

  private static func isOfMeetings(_ place: Int, _ table: SheetTable) -> Bool {
    table.rows.prefix(40).contains { row in
      row.cell(place).map { cell in meetingHosts.contains(where: cell.contains) } ?? false
    }
  }

  private static let meetingHosts = [
    "zoom.", "teams.microsoft", "meet.google", "webex", "jit.si", "whereby.com",
  ]

  private static let machines: Set<String> = [
    "deviceid", "device", "latitude", "longitude", "gps", "geopoint", "altitude", "imei", "ip",
    "subscriberid", "simid", "phonenumber", "enumerator", "collector", "uuid",
  ]

  private static let towns = [
    "unicíp", "unicip", "idade", "iudad", "ville", "Ville", "city", "City", "town", "Town", "tadt",
  ]

  private func referenceScore(_ column: ColumnEvidence, _ base: Int) -> Int? {
    let heading = column.heading
    if column.cells.isTruth || column.cells.isDates { return nil }
    if heading.says(.who, .standIn, .people, .category, .place, .money) { return nil }
    return base < 100 && (heading.unknown > 0 || heading.says(.count)) ? nil : base
  }
}
