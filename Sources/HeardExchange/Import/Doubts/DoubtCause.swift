import HeardModel

/// What doubts of many rows have in common, so that one answer can hold for all of them.
public struct DoubtCause: Hashable, Sendable {
  /// The name of the doubt.
  public let kind: String
  /// The field that it is about; empty where it is about the whole row.
  public let field: String
  /// The name of its column; empty where it is about the whole row.
  public let column: String
  /// The word that all the cells have, folded, or the line or record that the rows are like.
  public let word: String

  /// What doubts have in common.
  public init(kind: String, field: String, column: String, word: String) {
    (self.kind, self.field, self.column, self.word) = (kind, field, column, word)
  }
}

/// A decision about rows with one cause that changes nothing of how cells are read.
public struct DoubtDecision: Hashable, Sendable {
  /// What the rows have in common.
  public let cause: DoubtCause
  /// The lines on which they began when it was decided; a row that comes later is asked about.
  public let lines: Set<Int>
  /// Whether the rows are left out; else they stand as they were read.
  public let isLeftOut: Bool

  /// A decision about rows.
  public init(_ cause: DoubtCause, lines: [Int], isLeftOut: Bool) {
    (self.cause, self.lines, self.isLeftOut) = (cause, Set(lines), isLeftOut)
  }
}

/// An answer that holds for all rows with one cause.
public enum DoubtAnswer: Hashable, Sendable {
  /// The cells were merged: an empty one means the one above.
  case asAbove
  /// In which order day and month stand.
  case order(DateOrder)
  /// The word means this value of its field.
  case means(String)
  /// The rows stand as they were read: what is not understood stays unknown.
  case asRead
  /// Each is the person whose name or contact is the same.
  case onePerson
  /// The rows are not brought in, and nothing waits for that.
  case leftOut

  /// The answer's name, for programs and for drafts; never changed.
  public var name: String {
    switch self {
    case .asAbove: "asAbove"
    case .order(let order): order.stored
    case .means: "means"
    case .asRead: "asRead"
    case .onePerson: "onePerson"
    case .leftOut: "leftOut"
    }
  }
}

/// The rows with one cause, and what can be said of all of them at once.
public struct DoubtGroup: Sendable {
  /// What they have in common.
  public let cause: DoubtCause
  /// The doubt of the first of them.
  public let example: ImportDoubt
  /// Whether the doubt is the same in all of them, to the letter.
  public internal(set) var isSame = true
  /// The lines on which they begin.
  public internal(set) var lines: [Int]
  /// What was answered; nil as long as nobody did.
  public internal(set) var answer: DoubtAnswer?
}

extension ImportDoubt {
  /// What tells the doubt from others of its kind: words of a cell, a line or a record.
  var shared: String {
    switch self {
    case .dateUnreadable(let text), .timeUnreadable(let text), .zoneUnknown(let text),
      .countryUnknown(let text), .countrySeveral(let text),
      .notANumber(let text), .wordUnknown(_, let text), .comingContradicts(_, let text):
      SheetCell.folded(text)
    case .zoneDiffers(let text, let zone): "\(SheetCell.folded(text)) \(zone.stored)"
    case .zoneMissing(let country): country?.stored ?? ""
    case .countedButNot(let status, _): status.stored
    case .likeLine(let line, _): String(line)
    case .looksLike(let id, _): id.text
    case .knownPerson(let person): person.by.rawValue
    case .asked(.word(_, let text)): SheetCell.folded(text)
    case .asked(.sameName(let name)): SheetCell.folded(name.text)
    case .asked(let cause): cause.name
    case .titleMissing, .dateAmbiguous, .dateIsNumber, .yearOdd, .momentOrDay, .nightTime,
      .weekdayDiffers, .endBeforeStart,
      .numberWithNote, .totalDiffers, .heldBeforeItsDay, .sameAsLine, .perhapsMerged,
      .tooManyCells, .openQuote, .manyLines, .onlyOneCell, .noTitleNoDate, .perhapsTotal,
      .belowTotals, .pseudonymIsName, .sheetBefore, .moreThanAll, .severalPeople:
      ""
    }
  }

  /// The column that the doubt names itself.
  var named: String? {
    switch self {
    case .perhapsMerged(let column, _), .moreThanAll(let column, _, _),
      .comingContradicts(let column, _):
      column
    default: nil
    }
  }

  /// Whether it is about single cells, and not about the row as a whole.
  var isOfCells: Bool {
    switch self {
    case .looksLike, .sameAsLine, .likeLine, .openQuote, .manyLines, .noTitleNoDate, .perhapsTotal,
      .belowTotals, .sheetBefore, .knownPerson, .tooManyCells, .onlyOneCell:
      false
    case .asked(.column), .asked(.word): true
    case .asked: false
    case .titleMissing, .dateUnreadable, .dateAmbiguous, .dateIsNumber, .yearOdd, .timeUnreadable,
      .zoneMissing, .zoneUnknown, .zoneDiffers, .momentOrDay, .nightTime, .weekdayDiffers,
      .endBeforeStart, .countryUnknown,
      .countrySeveral, .numberWithNote, .notANumber, .wordUnknown, .totalDiffers, .countedButNot,
      .heldBeforeItsDay, .perhapsMerged, .pseudonymIsName, .moreThanAll, .comingContradicts,
      .severalPeople:
      true
    }
  }
}
