extension Programme {
  /// Who reads with these settings: the person whom they name, with what they do here.
  public func reader(_ settings: PersonalSettings) -> Reader {
    let own = settings.staff.flatMap { team[$0]?.roles } ?? []
    return Reader(
      staff: settings.staff, roles: [settings.role] + own.filter { $0 != settings.role })
  }
}

/// Whether a reader may see the words of a testimony, and what keeps them hidden.
public enum TestimonyVisibility: Hashable, Sendable {
  /// Everyone of the team may read it.
  case open
  /// Only this reader may: they took it down and it is a restricted draft, or not to be learned from.
  case onlyTaker(ConsentPurpose, ConsentState)
  /// Only this reader may: they are the safeguarding lead.
  case onlyLead
  /// Withdrawn or refused: nobody reads it.
  case withdrawn(ConsentState)
  /// Others may, this reader not: keeping it or learning from it is not given.
  case hidden(ConsentPurpose, ConsentState)
  /// Others may, this reader not: it goes to the safeguarding lead.
  case hiddenForSafeguarding

  /// Whether this reader may see the words.
  public var isReadable: Bool {
    switch self {
    case .open, .onlyTaker, .onlyLead: true
    case .withdrawn, .hidden, .hiddenForSafeguarding: false
    }
  }

  /// What hides the words, in one form for lists, filters and files: `record.expired`,
  /// `safeguarding`, `refused`; nil where this reader may see them.
  public var hiddenBy: String? {
    switch self {
    case .open, .onlyTaker, .onlyLead: nil
    case .withdrawn(.refused): "refused"
    case .withdrawn: "withdrawn"
    case .hidden(let purpose, let state): "\(purpose.rawValue).\(state.rawValue)"
    case .hiddenForSafeguarding: "safeguarding"
    }
  }
}

extension Testimony {
  /// Whether a reader may see the words: once keeping is withdrawn or refused nobody, a disclosure
  /// only the safeguarding lead, and until keeping and learning are given only who took it down.
  public func visibility(to reader: Reader, on today: CalendarDay) -> TestimonyVisibility {
    let record = consent.state(of: .record, on: today)
    if record.closes { return .withdrawn(record) }
    if triage == .safeguarding {
      return reader.roles.contains(.safeguardingLead) ? .onlyLead : .hiddenForSafeguarding
    }
    let learn = consent.state(of: .learn, on: today)
    let closed: (ConsentPurpose, ConsentState)? =
      record != .given ? (.record, record) : learn != .given ? (.learn, learn) : nil
    guard let closed else { return .open }
    let isTaker = takenBy != nil && takenBy == reader.staff
    return isTaker ? .onlyTaker(closed.0, closed.1) : .hidden(closed.0, closed.1)
  }
}
