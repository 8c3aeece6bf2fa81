import HeardModel

/// Why a row is not brought in, and nobody is asked about it.
public enum ImportSkip: String, CaseIterable, Sendable {
  /// Sums of other rows.
  case totals
  /// The headings again.
  case headings
  /// A remark on the sheet.
  case footnote
  /// What the empty cells of the rows below mean.
  case section
  /// Nothing that an event could be told by: neither a title nor a date of its own.
  case noEvent
  /// A line of a sign-in sheet that is of another event.
  case otherEvent
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
  /// The day on which the line was sent, where a column tells it.
  public let answeredOn: CalendarDay?
  /// What is not taken, and why.
  public let refusals: [TraitRefusal]
  /// Whether they are under age, so that nothing but the status is taken.
  public let isMinor: Bool
  /// How many others the line stands for, of whom it says nothing but that they came as far.
  public let companions: Int
  /// The columns of whose words something is not taken, since it may be about anything.
  public let dropped: [String]
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
  /// The columns whose words would stand there, but may be about somebody.
  public private(set) var held: [String] = []
  /// The event that was made of it earlier, of a row that is none.
  public internal(set) var importedAs: EventID?
  /// What was decided about it; nil as long as nobody did.
  public internal(set) var choice: ImportChoice?
  /// The doubts that the row raises by itself, whatever is in the programme.
  private(set) var own: [ImportDoubt] = []
  /// The fields that it tells.
  private(set) var given: Set<EventImportField> = []
  /// The doubts about which it was decided for all rows with the same cause.
  public internal(set) var settled: [ImportDoubt] = []
  /// What it is perhaps, that is there already.
  public private(set) var alike: [AlikePair] = []
  /// What it is, that is there already, as a person said.
  public private(set) var oneWith: AlikePair.Other?
  /// The questions about the whole sheet for whose answer it waits.
  public internal(set) var asked: [ImportQuestion.Cause] = []

  init(skipped why: ImportSkip, line: Int, cells: [String]) {
    (self.line, self.cells, state) = (line, cells, .skipped(why))
  }

  init(_ reading: EventReading, line: Int, cells: [String]) {
    (self.line, self.cells, state) = (line, cells, .ready)
    (event, noted, held) = (reading.finished, reading.noted, reading.held)
    (own, given) = (reading.doubts, reading.given)
  }

  init(_ person: ImportedPerson, _ state: ImportState, line: Int, cells: [String]) {
    (self.line, self.cells, self.state, self.person) = (line, cells, state, person)
  }

  /// How many records it becomes: of a line for several people one for each.
  public var weight: Int { 1 + (person?.companions ?? 0) }

  /// Whether the row is brought in as things stand.
  public var isTaken: Bool {
    if !asked.isEmpty { return false }
    return switch state {
    case .ready: choice != .leftOut
    case .doubtful: choice == .accepted
    case .here(_, let differs): choice == .accepted && !differs.isEmpty
    case .listed, .skipped: false
    }
  }

  /// Whether a person has to look at it: something is doubtful, or differs from what is there.
  public var isOpen: Bool { !doubts.isEmpty || !differs.isEmpty }

  /// Has it wait for questions about the whole sheet, which no row answers.
  mutating func wait(for causes: [ImportQuestion.Cause]) {
    asked = causes
    let words = Set(
      causes.compactMap { cause -> String? in
        if case .word(let field, let text) = cause {
          "\(field) \(SheetCell.folded(text))"
        } else {
          nil
        }
      })
    let doubts = causes.map { ImportDoubt.asked($0) }
    switch state {
    case .ready where !doubts.isEmpty: state = .doubtful(doubts)
    case .doubtful(let own):
      let rest =
        own.filter { doubt in
          switch doubt {
          case .asked: false
          // The question asks about the same word.
          case .wordUnknown(let field, let text):
            !words.contains("\(field) \(SheetCell.folded(text))")
          default: true
          }
        } + doubts
      state = rest.isEmpty ? .ready : .doubtful(rest)
    case .ready, .here, .listed, .skipped: break
    }
  }

  /// Takes what was said of what it looks like.
  mutating func take(_ answers: [AlikePair: AlikeAnswer]) {
    (alike, oneWith) = (doubts.compactMap { AlikePair($0, line: line) }, nil)
    guard case .doubtful(let doubts) = state, alike.contains(where: { answers[$0] != nil })
    else { return }
    oneWith = alike.first { answers[$0] == .one }?.other
    switch oneWith {
    case .line?:
      // Nothing more is to be said of a row that is another one.
      (state, choice) = (.ready, .leftOut)
      return
    case .person(let id)? where doubts.contains { $0.isListed(id) }:
      state = .listed(id)
      return
    case .person?, .event?, nil: break
    }
    let rest = doubts.filter { doubt in
      guard let pair = AlikePair(doubt, line: line) else { return true }
      // One whom a person is known to be can stand on two lines.
      if case .person? = oneWith, case .line = pair.other { return true }
      return oneWith == nil && answers[pair] == nil
    }
    state = rest.isEmpty ? .ready : .doubtful(rest)
  }

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

  /// Whether it is taken as it is only by itself, never together with other rows: it is perhaps
  /// there already, has lost cells to merging, or is perhaps no event.
  public var needsOwnAnswer: Bool { doubts.contains(where: \.needsOwnAnswer) }
}
