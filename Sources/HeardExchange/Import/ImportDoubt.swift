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
  /// A time, and nothing tells by which clock; the country has several zones, or is not known.
  case zoneMissing(CountryCode?)
  /// Words for a zone that name none of that country, or several.
  case zoneUnknown(String)
  /// Words for a zone that is not the one of the place.
  case zoneDiffers(String, ZoneName)
  /// Midnight in UTC: that moment, or the day as a program writes it.
  case momentOrDay(String, moment: KnownDate, day: KnownDate)
  /// A time at night, which is perhaps how long it took.
  case nightTime(String)
  /// A day of the week that the date is not.
  case weekdayDiffers(String, KnownDate)
  /// The end lies before the start.
  case endBeforeStart(String)
  /// A country that has no such name.
  case countryUnknown(String)
  /// What can be several countries.
  case countrySeveral(String)
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
  /// The sheet has much the same on an earlier line: the same day and country, such a title.
  case likeLine(Int, title: String)
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
  /// Neither a title nor a date of its own; what it has, was filled from above.
  case noTitleNoDate
  /// A word for a sum among others, where the numbers are not those of other rows.
  case perhapsTotal(String)
  /// Below the last sum of the sheet, and without a date, as remarks are.
  case belowTotals
  /// What is to be the pseudonym is the person's name.
  case pseudonymIsName
  /// So many people of another sheet, or of this one before it was edited, stand on the list.
  case sheetBefore(Int)
  /// More in a part of those who came than came in all.
  case moreThanAll(column: String, count: Int, total: Int)
  /// Another column says the opposite of the one that tells who came.
  case comingContradicts(column: String, String)
  /// A line that stands for so many people.
  case severalPeople(Int)
  /// Perhaps somebody whose name lies on this machine, from another event or from this one's list.
  case knownPerson(Acquaintance)
  /// A question about the whole sheet is open.
  case asked(ImportQuestion.Cause)
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
    case .zoneMissing: "zoneMissing"
    case .zoneUnknown: "zoneUnknown"
    case .zoneDiffers: "zoneDiffers"
    case .momentOrDay: "momentOrDay"
    case .nightTime: "nightTime"
    case .weekdayDiffers: "weekdayDiffers"
    case .endBeforeStart: "endBeforeStart"
    case .countryUnknown: "countryUnknown"
    case .countrySeveral: "countrySeveral"
    case .numberWithNote: "numberWithNote"
    case .notANumber: "notANumber"
    case .wordUnknown: "wordUnknown"
    case .totalDiffers: "totalDiffers"
    case .countedButNot: "countedButNot"
    case .heldBeforeItsDay: "heldBeforeItsDay"
    case .looksLike: "looksLike"
    case .sameAsLine: "sameAsLine"
    case .likeLine: "likeLine"
    case .perhapsMerged: "perhapsMerged"
    case .tooManyCells: "tooManyCells"
    case .openQuote: "openQuote"
    case .manyLines: "manyLines"
    case .onlyOneCell: "onlyOneCell"
    case .noTitleNoDate: "noTitleNoDate"
    case .perhapsTotal: "perhapsTotal"
    case .belowTotals: "belowTotals"
    case .pseudonymIsName: "pseudonymIsName"
    case .sheetBefore: "sheetBefore"
    case .moreThanAll: "moreThanAll"
    case .comingContradicts: "comingContradicts"
    case .severalPeople: "severalPeople"
    case .knownPerson: "knownPerson"
    case .asked: "asked"
    }
  }
}

extension ImportDoubt {
  /// Whether a row with this doubt is taken only by itself.
  public var needsOwnAnswer: Bool {
    switch self {
    case .looksLike, .sameAsLine, .likeLine, .sheetBefore, .perhapsMerged, .onlyOneCell,
      .noTitleNoDate, .perhapsTotal, .belowTotals, .comingContradicts, .severalPeople,
      .knownPerson, .asked:
      true
    case .titleMissing, .dateUnreadable, .dateAmbiguous, .dateIsNumber, .yearOdd, .timeUnreadable,
      .zoneMissing, .zoneUnknown, .zoneDiffers, .momentOrDay, .nightTime, .weekdayDiffers,
      .endBeforeStart, .countryUnknown,
      .countrySeveral, .numberWithNote, .notANumber, .wordUnknown, .totalDiffers,
      .countedButNot, .heldBeforeItsDay, .tooManyCells, .openQuote, .manyLines, .pseudonymIsName,
      .moreThanAll:
      false
    }
  }

  /// The fields of the columns that the doubt is about, the most likely to be corrected first.
  public var fields: [String] {
    func names(_ fields: EventImportField...) -> [String] { fields.map(\.rawValue) }
    return switch self {
    case .titleMissing, .looksLike, .sameAsLine, .likeLine, .openQuote, .manyLines, .noTitleNoDate,
      .perhapsTotal, .belowTotals:
      names(.title)
    case .dateUnreadable, .dateAmbiguous, .dateIsNumber, .yearOdd, .heldBeforeItsDay, .momentOrDay:
      names(.start)
    case .timeUnreadable, .nightTime: names(.time, .start, .endTime, .end)
    case .weekdayDiffers: names(.start)
    case .zoneMissing: names(.zone, .place, .region, .country)
    case .zoneUnknown, .zoneDiffers: names(.zone, .time, .start)
    case .endBeforeStart: names(.end)
    case .countryUnknown, .countrySeveral: names(.country)
    case .numberWithNote, .notANumber: names(.inPerson, .attendance, .online, .capacity)
    case .totalDiffers, .moreThanAll: names(.attendance, .inPerson)
    case .countedButNot: names(.status)
    case .comingContradicts: [PersonImportField.status.rawValue]
    case .severalPeople: [PersonImportField.quantity.rawValue]
    case .knownPerson(let person):
      [(person.by == .contact ? PersonImportField.contact : .name).rawValue]
    case .pseudonymIsName, .sheetBefore: [PersonImportField.pseudonym.rawValue]
    case .wordUnknown(let field, _), .asked(.column(let field)): [field]
    case .perhapsMerged, .tooManyCells, .onlyOneCell, .asked: []
    }
  }

  /// The words of the cell that the doubt is about, where it is about one.
  public var text: String? {
    switch self {
    case .dateUnreadable(let text), .dateAmbiguous(let text, _, _), .dateIsNumber(let text, _),
      .timeUnreadable(let text), .nightTime(let text), .weekdayDiffers(let text, _),
      .endBeforeStart(let text), .countryUnknown(let text),
      .countrySeveral(let text),
      .numberWithNote(let text, _), .notANumber(let text), .wordUnknown(_, let text),
      .zoneUnknown(let text), .zoneDiffers(let text, _), .momentOrDay(let text, _, _):
      text
    default: nil
    }
  }
}
