/// A rule that the records of a folder keep, apart from their form.
public enum RecordRule: String, CaseIterable, Hashable, Sendable {
  /// In person and online together are not the total.
  case partsDifferFromTotal
  /// More people of a community than people who answered.
  case moreThanAnswered
  /// More people answered than were asked.
  case moreAnsweredThanAsked
  /// The event ends before it starts.
  case endsBeforeStart
  /// A sensitive trait stands on a person although the country's profile forbids it.
  case traitNotAllowed
  /// A sensitive trait stands on a person who did not agree to be counted by it.
  case traitWithoutConsent
  /// A testimony is kept although its keeping was refused or withdrawn.
  case keptWithoutConsent
  /// Declined, not feasible or not possible without a reason.
  case reasonMissing
  /// An action was proposed before anything that it answers.
  case actionBeforeTestimony
  /// Somebody spoke at an event that was not held.
  case testimonyAtEventNotHeld
  /// Two people gave one field different values; nobody has chosen yet.
  case conflictOpen
  /// Answers from 0 to 10 that are not eleven counts.
  case pulseIsNotEleven
  /// An event differs from what was approved, although its quarter is locked.
  case changedWhileLocked
  /// An event is held on a day that is still to come.
  case heldInFuture
  /// An older file was put back: it lacks what was refused or withdrawn since.
  case closedByMark
  /// A number of slips stands for a question that the country's profile forbids to ask.
  case questionNotAllowed
  /// Something was done, decided or told before the earliest of what it answers.
  case dayBeforeAnswered
  /// Something that was done, decided or told is dated after today.
  case dayAhead
  /// An action was seen to be done, and nobody noted the day.
  case verifiedWithoutDay
  /// A number of attendances is not what was counted and typed: another program wrote it.
  case countsDiffer

  /// The stable code of the rule; a new rule takes a new number.
  public var code: String {
    switch self {
    case .partsDifferFromTotal: "H501"
    case .moreThanAnswered: "H502"
    case .moreAnsweredThanAsked: "H503"
    case .endsBeforeStart: "H504"
    case .traitNotAllowed: "H505"
    case .traitWithoutConsent: "H506"
    case .keptWithoutConsent: "H507"
    case .reasonMissing: "H508"
    case .actionBeforeTestimony: "H509"
    case .testimonyAtEventNotHeld: "H510"
    case .conflictOpen: "H511"
    case .pulseIsNotEleven: "H512"
    case .changedWhileLocked: "H513"
    case .heldInFuture: "H514"
    case .closedByMark: "H515"
    case .questionNotAllowed: "H516"
    case .dayBeforeAnswered: "H517"
    case .dayAhead: "H518"
    case .verifiedWithoutDay: "H519"
    case .countsDiffer: "H520"
    }
  }
}
