import HeardModel

/// One row being read into an event: what it says, what is doubtful, what goes to the notes.
struct EventReading {
  var event = Event()
  var doubts: [ImportDoubt] = []
  /// The columns whose words stand in the notes.
  private(set) var noted: [String] = []
  /// The columns of the words that may be about somebody, so that they do not stand there.
  private(set) var held: [String] = []
  private let kept: Set<String>
  private var notes: [String] = []
  /// The fields that the row tells.
  var given = Set<EventImportField>()
  private let cells: [String]
  private let table: SheetTable
  let mapping: ImportMapping
  private let places: [EventImportField: Int]
  let dates: SheetDate
  let context: ImportContext

  init(
    _ cells: [String], _ table: SheetTable, _ mapping: ImportMapping,
    _ places: [EventImportField: Int], _ dates: SheetDate, _ context: ImportContext,
    keeping kept: Set<String> = []
  ) {
    self.cells = cells
    self.table = table
    self.mapping = mapping
    self.places = places
    self.dates = dates
    self.context = context
    self.kept = kept
  }

  /// The event with its notes.
  var finished: Event {
    var event = event
    event.notes = notes.joined(separator: "\n")
    return event
  }

  mutating func readAll() {
    readTexts()
    readCountry()
    readDates()
    readWords()
    readNumbers()
    readLists()
    readNotes()
  }

  /// Keeps words in the notes, under the name of their column, unless they may be about somebody.
  mutating func note(_ column: String, _ text: String) {
    if holds(column, text) { return }
    notes.append(column.isEmpty ? text : "\(column): \(text)")
    if !column.isEmpty && !noted.contains(column) { noted.append(column) }
  }

  /// Whether words are held back; what a person decided to keep is not.
  private mutating func holds(
    _ column: String, _ text: String, contactsOnly: Bool = false, areNames: Bool = false
  ) -> Bool {
    // Cells beyond the last column have no name.
    let name = column.isEmpty ? "+" : column
    if kept.contains(name) { return false }
    let isHeld =
      areNames
      ? true
      : contactsOnly
        ? PersonalWords.holdsContact(text) : PersonalWords.sign(text, under: column) != nil
    if isHeld && !held.contains(name) { held.append(name) }
    return isHeld
  }

  func cell(_ field: EventImportField) -> String {
    guard let place = places[field], cells.indices.contains(place) else { return "" }
    return cells[place]
  }

  /// Keeps a field's cell in the notes.
  mutating func note(_ field: EventImportField) {
    guard let place = places[field] else { return }
    // Who led an event is somebody, whatever the column is called.
    let name = table.columns[place].name
    if field == .facilitators, holds(name, cell(field), areNames: true) { return }
    note(name, cell(field))
  }

  private mutating func readTexts() {
    let texts: [(EventImportField, WritableKeyPath<Event, String>)] = [
      (.title, \.title), (.region, \.region), (.place, \.place), (.venue, \.venue),
      (.onlineAddress, \.onlineAddress), (.series, \.series.name), (.summary, \.summary),
    ]
    for (field, member) in texts {
      let text = cell(field)
      if text.isEmpty || (field != .title && SheetCell.saysNothing(text)) { continue }
      if let place = places[field], field != .title, field != .onlineAddress,
        holds(table.columns[place].name, text, contactsOnly: field != .summary)
      {
        continue
      }
      event[keyPath: member] = field == .summary ? text : Self.oneLine(text)
      given.insert(field)
    }
    if event.title.isEmpty { doubts.append(.titleMissing) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { SheetCell.trimmed(String($0)) }
      .joined(separator: " ")
  }

  private mutating func readNotes() {
    for column in table.columns where cells.indices.contains(column.place) {
      let field: EventImportField = mapping.field(of: column.name) ?? .unknown
      let text = cells[column.place]
      // The first column of a field is read; of a mapping by hand there may be a second one.
      let isRead = field != .notes && (places[field] == column.place || field == .leaveOut)
      if !isRead && !text.isEmpty { note(column.name, text) }
    }
  }
}

// Places.
extension EventReading {
  private mutating func readCountry() {
    let text = cell(.country)
    if text.isEmpty || SheetCell.saysNothing(text) { return }
    if let said = mapping.meaning(of: text, for: EventImportField.country)
      .flatMap(CountryCode.init(stored:))
    {
      event.country = said
      given.insert(.country)
      return
    }
    guard case .country(let country, let part, let saysMore) = CountryNames.read(text) else {
      let isSeveral = CountryNames.read(text) == .several
      doubts.append(isSeveral ? .countrySeveral(text) : .countryUnknown(text))
      return note(.country)
    }
    // `CA` beside San Diego is no country, and Georgia is one of two.
    let isGeorgia = SheetCell.folded(text) == "georgia"
    let isState = CountryCode(stored: "US").map { states in
      country != states && PlaceZones.isRegion(text, of: states)
        && PlaceZones.isPlace(event.place, of: states)
    }
    if isGeorgia || isState ?? false { doubts.append(.countrySeveral(text)) }
    event.country = country
    given.insert(.country)
    if let part, event.region.isEmpty {
      event.region = part
      given.insert(.region)
    } else if saysMore
      || part.map({ SheetCell.folded($0) != SheetCell.folded(event.region) }) ?? false
    {
      note(.country)
    }
  }
}

// Words, numbers and lists.
extension EventReading {
  private mutating func readWords() {
    if let value = word(.type), let code = Code(stored: value) { event.type = code }
    if let value = word(.format), let format = EventFormat(stored: value) { event.format = format }
    if let value = word(.status), let status = EventStatus(stored: value) { event.status = status }
    if let value = word(.involvement), let involvement = Involvement(stored: value) {
      event.involvement = involvement
    }
  }

  private mutating func word(_ field: EventImportField) -> String? {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return nil }
    // What a mapping by hand says has to be a value of the field.
    let said = mapping.meaning(of: text, for: field).flatMap {
      context.words.value($0, for: field)
    }
    guard let value = said ?? context.words.value(text, for: field) else {
      doubts.append(.wordUnknown(field: field.rawValue, text))
      note(field)
      return nil
    }
    given.insert(field)
    return value
  }

  private mutating func readNumbers() {
    event.capacity = number(.capacity)
    var attendance = Attendance()
    attendance.total = number(.attendance)
    attendance.inPerson = number(.inPerson)
    attendance.online = number(.online)
    let isEstimate = [EventImportField.attendance, .inPerson, .online].contains { field in
      switch SheetNumber.read(cell(field)) {
      case .estimate, .noted(_, true): true
      default: false
      }
    }
    let said = word(.attendanceSource).flatMap(AttendanceSource.init(stored:))
    checkParts(&attendance)
    guard let tally = attendance.tally else {
      given.remove(.attendanceSource)
      return
    }
    // A cell that says nothing of it is no empty one: of this number nobody knows it.
    let isSilent = cell(.attendanceSource).isEmpty
    attendance.source = said ?? (isEstimate ? .estimated : isSilent ? mapping.source : nil)
    if mayCount(tally) {
      event.attendance = attendance
    } else {
      given.subtract([.attendance, .inPerson, .online, .attendanceSource])
      for field in [EventImportField.attendance, .inPerson, .online] where !cell(field).isEmpty {
        note(field)
      }
    }
  }

  /// In person and online have to come to the total; where not, the total stays and is doubted.
  private mutating func checkParts(_ attendance: inout Attendance) {
    guard let total = attendance.total else { return }
    let parts = (attendance.inPerson ?? 0) + (attendance.online ?? 0)
    let areAll = attendance.inPerson != nil && attendance.online != nil
    guard parts > total || (areAll && parts != total) else { return }
    doubts.append(.totalDiffers(total: total, parts: parts))
    for field in [EventImportField.inPerson, .online] where !cell(field).isEmpty { note(field) }
    (attendance.inPerson, attendance.online) = (nil, nil)
    given.subtract([.inPerson, .online])
  }

  /// Whether a number of people can stand; one that can says that the event was held.
  private mutating func mayCount(_ tally: Int) -> Bool {
    let isPast = event.start.map { $0.firstDay <= context.today } ?? true
    if !given.contains(.status) {
      if isPast {
        event.status = .held
        given.insert(.status)
      }
    } else if event.status != .held {
      if tally > 0 { doubts.append(.countedButNot(event.status, tally)) }
      return false
    }
    if let start = event.start, !isPast {
      doubts.append(.heldBeforeItsDay(start))
      return event.status == .held
    }
    return true
  }

  private mutating func number(_ field: EventImportField) -> Int? {
    let text = cell(field)
    switch SheetNumber.read(text) {
    case .none: return nil
    case .number(let number), .estimate(let number):
      given.insert(field)
      return number
    case .noted(let number, _):
      given.insert(field)
      doubts.append(.numberWithNote(text, number))
      note(field)
      return number
    case .unreadable:
      doubts.append(.notANumber(text))
      note(field)
      return nil
    }
  }

  private mutating func readLists() {
    event.languages = values(.languages).compactMap(LanguageTag.init(stored:))
    event.topics = values(.topics).compactMap(Code.init(stored:))
    event.facilitators = values(.facilitators).compactMap(StaffID.init(stored:))
    event.partners = values(.partners).compactMap(OrganisationID.init(stored:)).map { id in
      var partner = EventPartner()
      partner.id = id
      return partner
    }
  }

  /// The values of a cell of several; what is no known word goes to the notes, without a doubt but
  /// of a language.
  private mutating func values(_ field: EventImportField) -> [String] {
    let text = cell(field)
    if text.isEmpty || SheetCell.saysNothing(text) { return [] }
    var (known, other) = context.words.values(text, for: field)
    if let whole = mapping.meaning(of: Self.joined(other), for: field) {
      if !known.contains(whole) { known.append(whole) }
      other = []
    }
    for part in other {
      guard let said = mapping.meaning(of: part, for: field) else { continue }
      if !known.contains(said) { known.append(said) }
      other.removeAll { $0 == part }
    }
    if !other.isEmpty { note(field) }
    if !other.isEmpty, field == .languages {
      doubts.append(.wordUnknown(field: field.rawValue, Self.joined(other)))
    }
    if !known.isEmpty { given.insert(field) }
    return known
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: ", ") }
}
