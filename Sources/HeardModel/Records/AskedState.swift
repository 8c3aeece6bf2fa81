/// Whether people at an event were asked about a community of which nobody counted anything.
public enum AskedState: String, CaseIterable, Hashable, Sendable, StoredText {
  /// Nobody knows it.
  case notKnown
  /// They were asked, and nobody declared it.
  case asked
  /// They were not asked.
  case notAsked
}

extension Event {
  /// The communities of which somebody has to say whether people were asked, and those of which
  /// somebody said so: no slip and no list tells it.
  public func unsettledCommunities(in programme: Programme, on day: CalendarDay) -> [Code] {
    programme.taxonomy(.community).offered.filter { code in
      let known = attendance.declared.question(code)
      // Slips that were entered one by one tell it themselves.
      if attendance.declared.isCounted(code) || known?.none != nil { return false }
      return switch declared(code, in: programme, on: day) {
      case .notKnown?: true
      case .notAsked?: known != nil
      case .asked(let base)?: known != nil && base.count == 0
      case .forbidden?, nil: false
      }
    }
  }

  /// What somebody said about a community of which nothing was counted.
  public func askedState(of community: Code) -> AskedState {
    guard let question = attendance.declared.question(community) else { return .notKnown }
    return question.asked == 0 ? .notAsked : .asked
  }

  /// Notes whether people were asked about a community of which nothing was counted.
  ///
  /// One that stood on slips has the base of the slips as a whole. Of an event that has only a list
  /// no numbers are noted: those of the list hold.
  public mutating func note(_ state: AskedState, of community: Code) {
    attendance.declared.questions.removeAll { $0.id == community }
    var question = DeclaredQuestion()
    question.id = community
    switch state {
    case .notKnown: return
    case .notAsked: question.asked = 0
    case .asked:
      let declared = attendance.declared
      (question.asked, question.answered) = (declared.asked, declared.answered)
    }
    attendance.declared.questions.append(question)
  }
}
