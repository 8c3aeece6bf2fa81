/// The slips of one event, by question; codes that were merged stand under their present one.
struct DeclaredSlips: Sendable {
  let asked: Int?
  let answered: Int?
  /// Numbers of the slips as a whole.
  private(set) var numbers: [Code: Int] = [:]
  /// The questions with a base of their own, or of which it is only noted that they were asked.
  private(set) var questions: [Code: DeclaredQuestion] = [:]
  /// Whether there are slips that ask about communities; an age alone is another question.
  let areOfCommunities: Bool

  init(_ declared: DeclaredCommunities, _ communities: MergedCodes) {
    asked = declared.asked
    answered = declared.answered
    areOfCommunities =
      declared.asked != nil || declared.answered != nil || !declared.communities.isEmpty
      || declared.questions.contains { $0.id != EventDeclarations.ageBands && $0.hasNumbers }
    for (code, number) in declared.communities {
      numbers[communities.current(code), default: 0] += number
    }
    if !declared.ageBands.isEmpty {
      numbers[EventDeclarations.ageBands] = declared.ageBands.values.reduce(0, +)
    }
    for question in declared.questions {
      let question = question.current(communities)
      questions[question.id] = questions[question.id].map { $0.joined(with: question) } ?? question
    }
  }

  /// The communities for which a number stands, of the whole or of a question.
  var named: Set<Code> {
    let own = questions.values.filter(\.hasNumbers).map(\.id)
    return Set(numbers.keys).union(own).subtracting([EventDeclarations.ageBands])
  }

  /// Whether a question is answered by slips here, and not by the list.
  func count(for question: Code) -> Bool {
    if areOfCommunities { return true }
    let isAsked = numbers[question] != nil || questions[question]?.hasNumbers ?? false
    return question == EventDeclarations.ageBands && isAsked
  }

  /// What the slips tell of a question.
  func answer(to question: Code) -> DeclaredAnswer {
    guard let own = questions[question] else { return ofTheWhole(question) }
    // More on the whole than on the question: slips from before it had a base of its own.
    if numbers[question] ?? 0 > own.total { return ofTheWhole(question) }
    if own.asked == 0 && own.total == 0 { return .notAsked }
    guard let answered = own.answered ?? answered else { return .notKnown }
    return .asked(
      DeclaredBase(
        asked: own.asked ?? asked, answered: answered, none: own.none, count: own.total,
        isFromSlips: true))
  }

  private func ofTheWhole(_ question: Code) -> DeclaredAnswer {
    guard let number = numbers[question] else { return asked == 0 ? .notAsked : .notKnown }
    guard let answered else { return .notKnown }
    return .asked(
      DeclaredBase(
        asked: asked, answered: answered, none: nil, count: number, isFromSlips: true))
  }
}

extension DeclaredQuestion {
  /// How many gave an answer that is a yes, over all that can be given.
  fileprivate var total: Int { counts.values.reduce(0, +) }

  /// Whether anything was asked on slips; without a number it is only noted that it was, or not.
  fileprivate var hasNumbers: Bool {
    [asked, answered, none].contains { $0 ?? 0 > 0 } || total > 0
  }

  // Under the code of today, with the numbers that are of this question.
  fileprivate func current(_ communities: MergedCodes) -> DeclaredQuestion {
    if id == EventDeclarations.ageBands { return self }
    var question = self
    question.id = communities.current(id)
    let own = counts.filter { communities.current($0.key) == question.id }.values.reduce(0, +)
    question.counts = own == 0 ? [:] : [question.id: own]
    return question
  }

  // On one slip both stood: who was asked one was asked the other, so bases are not added up.
  fileprivate func joined(with other: DeclaredQuestion) -> DeclaredQuestion {
    var joined = self
    joined.asked = [asked, other.asked].compactMap { $0 }.max()
    joined.answered = [answered, other.answered].compactMap { $0 }.max()
    joined.none = nil
    joined.counts.merge(other.counts, uniquingKeysWith: +)
    return joined
  }
}
