import HeardModel

/// What people at several held events answered to one question about themselves, with its own base.
///
/// Counted in answers, never in people: somebody may have been at two events.
public struct DeclaredFigure: Hashable, Sendable {
  /// The community that was asked about.
  public let question: Code
  /// Events that asked, and of which it is known how many answered.
  public internal(set) var events = 0
  /// How many were asked at them; nil where that is not known of one of them.
  public internal(set) var asked: Int? = 0
  /// How many answered at them: the base of the share.
  public internal(set) var answers = 0
  /// How many said that nothing applies; nil where it was not kept apart at one of them.
  public internal(set) var none: Int? = 0
  /// How many said that they are part of the community.
  public internal(set) var count = 0
  /// How many of the count said it on slips.
  public internal(set) var onSlips = 0
  /// How many of the count said it for a list.
  public internal(set) var onLists = 0
  /// Events with answers of which nobody knows whether they asked this.
  public internal(set) var notKnown = 0
  /// How many answers there are at those; nil where that is not known of one of them.
  public internal(set) var notKnownAnswers: Int? = 0
  /// Events with answers where this may not be asked.
  public internal(set) var forbidden = 0
  /// Events with answers where this was not asked.
  public internal(set) var notAsked = 0
  /// Events without any answers that might have asked.
  var silent = 0
  /// Events without any answers where this may not be asked.
  var silentAndForbidden = 0

  /// What stands where the figure is shown.
  public var sign: DeclaredSign {
    if events > 0 { return count > 0 ? .number : .nobody }
    if notKnown > 0 { return .notKnown }
    let isClosed = forbidden + silentAndForbidden > 0 && notAsked + silent == 0
    return isClosed ? .forbidden : .neverAsked
  }

  /// The count in tenths of a percent of the answers; nil where there is no base.
  public var perMille: Int? {
    answers == 0 ? nil : (count * 2000 + answers) / (answers * 2)
  }
}

/// What stands where the count of a question is shown: five things that are never each other.
public enum DeclaredSign: String, CaseIterable, Sendable {
  /// Some said so.
  case number
  /// It was asked, and nobody said so.
  case nobody
  /// It was never asked.
  case neverAsked
  /// It may not be asked.
  case forbidden
  /// There are answers, and nobody knows whether it was asked.
  case notKnown
}

/// What people at several held events declared about themselves, question by question.
///
/// People can be in several communities, so the counts never add up, and each is a share of the
/// answers to that question, never of those who came. Of an event the slips count where there are
/// any, else the people on its list of whom consent to be counted is noted; never both.
public struct DeclaredFigures: Hashable, Sendable {
  /// Held events with answers, whatever they asked.
  public internal(set) var events = 0
  /// The questions in the order of the list of communities.
  public internal(set) var questions: [DeclaredFigure] = []

  /// The figure of a question; nil of one that is on no list and that nobody answered.
  public subscript(question: Code) -> DeclaredFigure? {
    questions.first { $0.question == question }
  }
}

extension Insight {
  /// What was declared at some events.
  public func declared(at ids: [EventID]) -> DeclaredFigures {
    let table = declarations
    var figures = DeclaredFigures()
    figures.questions = table.questions.map(DeclaredFigure.init)
    for place in ids.compactMap({ eventPlaces[$0] }) where events[place].status == .held {
      let row = table.rows[place]
      if row.answers.contains(where: { $0 != nil }) { figures.events += 1 }
      for number in figures.questions.indices {
        if let answer = row.answers[number] {
          figures.questions[number].add(answer, of: row.answered)
        } else if row.areForbidden[number] {
          figures.questions[number].silentAndForbidden += 1
        } else {
          figures.questions[number].silent += 1
        }
      }
    }
    return figures
  }

  /// Whether somebody at an event declared one of some communities.
  func isDeclared(_ codes: Set<Code>, at place: Int) -> Bool {
    let table = declarations
    let current = Set(codes.map(table.communities.current))
    return zip(table.questions, table.rows[place].answers).contains { question, answer in
      guard current.contains(question), case .asked(let base)? = answer else { return false }
      return base.count > 0
    }
  }

  /// What is known of a question at one event; nil where nothing was declared.
  public func declared(_ question: Code, at id: EventID) -> DeclaredAnswer? {
    guard let place = eventPlaces[id], let number = declarations.questions.firstIndex(of: question)
    else { return nil }
    return declarations.rows[place].answers[number]
  }

  /// What is known of every question at every event, reckoned when it is first asked for.
  private var declarations: DeclarationTable {
    kept.declarations.value { DeclarationTable(events, programme, today) }
  }
}

extension DeclaredFigure {
  init(_ question: Code) { self.question = question }

  fileprivate mutating func add(_ answer: DeclaredAnswer, of answered: Int?) {
    switch answer {
    case .forbidden: forbidden += 1
    case .notAsked: notAsked += 1
    case .notKnown:
      notKnown += 1
      notKnownAnswers = Self.sum(notKnownAnswers, answered)
    case .asked(let base):
      events += 1
      asked = Self.sum(asked, base.asked)
      answers += base.answered
      none = Self.sum(none, base.none)
      count += base.count
      if base.isFromSlips { onSlips += base.count } else { onLists += base.count }
    }
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return a + b
  }
}
