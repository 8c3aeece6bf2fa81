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
}

/// How a row stands.
public enum ImportState: Hashable, Sendable {
  /// Understood whole.
  case ready
  /// To be looked at.
  case doubtful([ImportDoubt])
  /// Was brought in before; the fields in which the row now differs.
  case here(EventID, differs: [String])
  /// Not brought in.
  case skipped(ImportSkip)
}

/// What a person decides about one row.
public enum ImportChoice: String, Sendable {
  /// Is brought in as it is understood; what is not understood stays in the notes.
  case accepted
  /// Is not brought in.
  case leftOut
}

/// One row of a sheet with what becomes of it.
public struct ImportRow: Sendable {
  /// The line of the file on which it begins.
  public let line: Int
  /// Its cells, with what was mended.
  public let cells: [String]
  /// How it stands.
  public let state: ImportState
  /// The event that it becomes, without an id; nil for a row that is skipped.
  public let event: Event?
  /// The columns whose words stand in the event's notes.
  public let noted: [String]
  /// What was decided about it; nil as long as nobody did.
  public var choice: ImportChoice?

  /// Whether the row is brought in as things stand.
  public var isTaken: Bool {
    switch state {
    case .ready: choice != .leftOut
    case .doubtful: choice == .accepted
    case .here, .skipped: false
    }
  }

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

  /// The fields in which it differs from that event.
  public var differs: [String] {
    if case .here(_, let fields) = state { return fields }
    return []
  }

  /// Whether it is perhaps there already, in the programme or above in the sheet.
  public var isTwin: Bool {
    doubts.contains { doubt in
      switch doubt {
      case .looksLike, .sameAsLine: true
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
