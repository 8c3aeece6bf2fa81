import HeardModel

/// Why a row has to be looked at by a person, as a fact with its evidence.
public enum ImportDoubt: Hashable, Sendable {
  /// No title, so that nobody can tell the event from others.
  case titleMissing
  /// A date that is none in any of the six languages.
  case dateUnreadable(String)
  /// A date whose day and month can be either.
  case dateAmbiguous(String, dayFirst: KnownDate, monthFirst: KnownDate)
  /// The number by which a spreadsheet keeps a day.
  case dateIsNumber(String, KnownDate)
  /// A year in which this programme cannot have met.
  case yearOdd(KnownDate)
  /// A time of day that is none.
  case timeUnreadable(String)
  /// The end lies before the start.
  case endBeforeStart(String)
  /// A country that has no such name.
  case countryUnknown(String)
  /// A number with other words beside it.
  case numberWithNote(String, Int)
  /// Words where a number should be.
  case notANumber(String)
  /// A word that is none of a field's values.
  case wordUnknown(field: String, String)
  /// In person and online do not come to the total.
  case totalDiffers(total: Int, parts: Int)
  /// A number of people at an event that was not held.
  case countedButNot(EventStatus, Int)
  /// A number of people, or that it was held, before its day has come.
  case heldBeforeItsDay(KnownDate)
  /// An event of the same day and country with much the same title is there.
  case looksLike(EventID, title: String)
  /// The sheet has the same again, first on this line.
  case sameAsLine(Int)
  /// Empty where cells above were perhaps merged; what stands above.
  case perhapsMerged(column: String, above: String)
  /// More cells than the sheet has columns.
  case tooManyCells([String])
  /// A quotation mark that is never closed.
  case openQuote
  /// A cell that takes so many lines that a quotation mark is perhaps missing.
  case manyLines(Int)
  /// One cell and nothing else, as a heading between rows.
  case onlyOneCell(String)
  /// What is to be the pseudonym is the person's name.
  case pseudonymIsName
  /// So many people of another sheet, or of this one before it was edited, stand on the list.
  case sheetBefore(Int)
}

/// Why a row is not brought in, and nobody is asked about it.
public enum ImportSkip: String, CaseIterable, Sendable {
  /// Sums of the rows above.
  case totals
  /// The headings again.
  case headings
  /// A line of a sign-in sheet that says nothing of anybody.
  case nobody
}

/// How a row stands.
public enum ImportState: Hashable, Sendable {
  /// Understood whole.
  case ready
  /// To be looked at.
  case doubtful([ImportDoubt])
  /// Was brought in before; the fields in which the row now differs.
  case here(EventID, differs: [String])
  /// The person stands on the event's list already.
  case listed(PersonID)
  /// Not brought in.
  case skipped(ImportSkip)
}

/// What a person decides about one row.
public enum ImportChoice: String, Sendable {
  /// Is brought in as it is understood; what is not understood stays in the notes. The event of a
  /// row that was brought in before takes what the row says now.
  case accepted
  /// Is not brought in.
  case leftOut
}

/// A person as a line of a sign-in sheet tells of them.
public struct ImportedPerson: Sendable {
  /// The part in the event, without an id; its pseudonym is empty where the sheet gives none.
  public let participation: Participation
  /// The name and contact, without an id; nil where they are not to be kept.
  public let identity: Identity?
  /// What the person answered about being counted, with the notice that they were told.
  public let consent: (state: ConsentState, notice: Notice)?
  /// What is not taken, and why.
  public let refusals: [TraitRefusal]
}

/// One row of a sheet with what becomes of it.
public struct ImportRow: Sendable {
  /// The line of the file on which it begins.
  public let line: Int
  /// Its cells, with what was corrected.
  public let cells: [String]
  /// How it stands.
  public internal(set) var state: ImportState
  /// The event that it becomes, without an id; nil for a row that is skipped, or of people.
  public private(set) var event: Event?
  /// The person whom it tells of; nil for a row that is skipped, or of events.
  public private(set) var person: ImportedPerson?
  /// The columns whose words stand in the event's notes.
  public private(set) var noted: [String] = []
  /// What was decided about it; nil as long as nobody did.
  public internal(set) var choice: ImportChoice?
  /// The doubts that the row raises by itself, whatever is in the programme.
  private(set) var own: [ImportDoubt] = []
  /// The fields that it tells.
  private(set) var given: Set<EventImportField> = []

  init(skipped why: ImportSkip, line: Int, cells: [String]) {
    (self.line, self.cells, state) = (line, cells, .skipped(why))
  }

  init(_ reading: EventReading, line: Int, cells: [String]) {
    (self.line, self.cells, state) = (line, cells, .ready)
    (event, noted) = (reading.finished, reading.noted)
    (own, given) = (reading.doubts, reading.given)
  }

  init(_ person: ImportedPerson, _ state: ImportState, line: Int, cells: [String]) {
    (self.line, self.cells, self.state, self.person) = (line, cells, state, person)
  }

  /// Whether the row is brought in as things stand.
  public var isTaken: Bool {
    switch state {
    case .ready: choice != .leftOut
    case .doubtful: choice == .accepted
    case .here(_, let differs): choice == .accepted && !differs.isEmpty
    case .listed, .skipped: false
    }
  }

  /// Whether a person has to look at it: something is doubtful, or differs from what is there.
  public var isOpen: Bool { !doubts.isEmpty || !differs.isEmpty }

  /// Whether it is doubtful, and left out as things stand.
  public var waits: Bool { !doubts.isEmpty && !isTaken }

  /// Why it has to be looked at.
  public var doubts: [ImportDoubt] {
    if case .doubtful(let doubts) = state { return doubts }
    return []
  }

  /// The event that the row was brought in as before.
  public var knownID: EventID? {
    if case .here(let id, _) = state { return id }
    return nil
  }

  /// The person on the list whom the line tells of again.
  public var knownPerson: PersonID? {
    if case .listed(let id) = state { return id }
    return nil
  }

  /// The fields in which it differs from that event.
  public var differs: [String] {
    if case .here(_, let fields) = state { return fields }
    return []
  }

  /// Whether it is perhaps there already, in the programme, on the list, or above in the sheet.
  public var isTwin: Bool {
    doubts.contains { doubt in
      switch doubt {
      case .looksLike, .sameAsLine, .sheetBefore: true
      default: false
      }
    }
  }
}

extension ImportDoubt {
  /// The doubt's name, for programs; never changed.
  public var name: String {
    switch self {
    case .titleMissing: "titleMissing"
    case .dateUnreadable: "dateUnreadable"
    case .dateAmbiguous: "dateAmbiguous"
    case .dateIsNumber: "dateIsNumber"
    case .yearOdd: "yearOdd"
    case .timeUnreadable: "timeUnreadable"
    case .endBeforeStart: "endBeforeStart"
    case .countryUnknown: "countryUnknown"
    case .numberWithNote: "numberWithNote"
    case .notANumber: "notANumber"
    case .wordUnknown: "wordUnknown"
    case .totalDiffers: "totalDiffers"
    case .countedButNot: "countedButNot"
    case .heldBeforeItsDay: "heldBeforeItsDay"
    case .looksLike: "looksLike"
    case .sameAsLine: "sameAsLine"
    case .perhapsMerged: "perhapsMerged"
    case .tooManyCells: "tooManyCells"
    case .openQuote: "openQuote"
    case .manyLines: "manyLines"
    case .onlyOneCell: "onlyOneCell"
    case .pseudonymIsName: "pseudonymIsName"
    case .sheetBefore: "sheetBefore"
    }
  }
}

/// How many rows of a sheet stand how.
public struct ImportTally: Hashable, Sendable {
  /// Rows that are brought in as new ones.
  public var added = 0
  /// Rows whose event takes what they say now.
  public var updated = 0
  /// Doubtful rows that are left out.
  public var waiting = 0
  /// Rows that were brought in before.
  public var here = 0
  /// Those of them that differ, and are not taken.
  public var differing = 0
  /// Rows that are not brought in, without anybody being asked.
  public var skipped = 0

  mutating func add(_ row: ImportRow) {
    switch row.state {
    case .here, .listed:
      here += 1
      if row.isTaken { updated += 1 } else if !row.differs.isEmpty { differing += 1 }
    case .ready, .doubtful:
      if row.isTaken {
        added += 1
      } else if row.doubts.isEmpty {
        skipped += 1
      } else {
        waiting += 1
      }
    case .skipped: skipped += 1
    }
  }
}

extension ImportDoubt {
  /// The fields of the columns that the doubt is about, the most likely to be corrected first.
  public var fields: [String] {
    func names(_ fields: EventImportField...) -> [String] { fields.map(\.rawValue) }
    return switch self {
    case .titleMissing, .looksLike, .sameAsLine, .openQuote, .manyLines: names(.title)
    case .dateUnreadable, .dateAmbiguous, .dateIsNumber, .yearOdd, .heldBeforeItsDay: names(.start)
    case .timeUnreadable: names(.time)
    case .endBeforeStart: names(.end)
    case .countryUnknown: names(.country)
    case .numberWithNote, .notANumber: names(.inPerson, .attendance, .online, .capacity)
    case .totalDiffers: names(.attendance, .inPerson)
    case .countedButNot: names(.status)
    case .pseudonymIsName, .sheetBefore: [PersonImportField.pseudonym.rawValue]
    case .wordUnknown(let field, _): [field]
    case .perhapsMerged, .tooManyCells, .onlyOneCell: []
    }
  }

  /// The words of the cell that the doubt is about, where it is about one.
  public var text: String? {
    switch self {
    case .dateUnreadable(let text), .dateAmbiguous(let text, _, _), .dateIsNumber(let text, _),
      .timeUnreadable(let text), .endBeforeStart(let text), .countryUnknown(let text),
      .numberWithNote(let text, _), .notANumber(let text), .wordUnknown(_, let text):
      text
    default: nil
    }
  }
}
