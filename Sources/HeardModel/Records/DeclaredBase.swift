/// What is known of one question about themselves, of slips or of the list of one event.
public enum DeclaredAnswer: Hashable, Sendable {
  /// The country's profile forbids the question, whatever stands in the file: there is no base.
  case forbidden
  /// It was not asked.
  case notAsked
  /// Nobody knows whether it was asked, or of how many: answers were kept as a whole and no number
  /// stands for it, or a number stands there without a base.
  case notKnown
  /// It was asked, with how many answered and what.
  case asked(DeclaredBase)
}

/// The base of one question: how many were asked and answered, and how many said yes.
public struct DeclaredBase: Hashable, Sendable {
  /// How many were asked; nil where nobody knows.
  public let asked: Int?
  /// How many answered: what a count is a share of.
  public let answered: Int
  /// How many answered that nothing of it applies to them; nil where that was not kept apart.
  public let none: Int?
  /// How many said of themselves what was asked.
  public let count: Int
  /// Whether it was answered on slips, else for the list.
  public let isFromSlips: Bool

  /// A base whose numbers are known.
  public init(asked: Int?, answered: Int, none: Int?, count: Int, isFromSlips: Bool) {
    self.asked = asked
    self.answered = answered
    self.none = none
    self.count = count
    self.isFromSlips = isFromSlips
  }
}

extension Event {
  /// What is known of a question here: a community's code, or `ageBands`.
  ///
  /// Nil where nothing was declared at the event at all. Of one event slips count where there are
  /// any, else the people on the list of whom consent to be counted is noted; never both.
  public func declared(
    _ question: Code, in programme: Programme, on day: CalendarDay
  ) -> DeclaredAnswer? {
    DeclarationReader(programme, [self], on: day).read(self).answer(to: question)
  }
}
