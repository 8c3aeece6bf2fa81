import HeardModel

/// A kind of what is held of people.
public enum HeldData: String, CaseIterable, Sendable {
  /// Who was where under which pseudonym, as what.
  case participations
  /// Communities and ages that people declared of themselves.
  case traits
  /// What people needed so that they could take part.
  case accessNeeds
  /// What the team noted of people.
  case notes
  /// What people on lists agreed to.
  case listConsents
  /// What people told.
  case testimonies
  /// Names and contacts behind pseudonyms.
  case identities
  /// What was told in need of protection.
  case disclosures
  /// Names and contacts of the team.
  case team
  /// Notes on people at organisations.
  case contacts
  /// Who answers for what is done.
  case owners
  /// Who approved quarters.
  case approvers
  /// Who changed which fields.
  case history
  /// What left the folder.
  case register
  /// Which records were erased.
  case erased
  /// What was refused or withdrawn.
  case withdrawn
  /// What was searched for.
  case filters
  /// What was typed and is not saved.
  case drafts
  /// What can be taken back.
  case undo
  /// Removed records as they were.
  case removed
  /// A text that is open in an editor.
  case editing
  /// What this person chose, with their name.
  case settings
  /// Nothing of anybody.
  case nothing
}

/// How much of one kind is held in one place.
public struct Held: Hashable, Sendable {
  /// The place.
  public let place: FilePlace
  /// What it is.
  public let data: HeldData
  /// Of testimonies, how keeping them stands.
  public let consent: ConsentState?
  /// Of how many people it is; nil where nobody can tell.
  public let people: Int?
  /// How many records hold it; nil where only the files can be counted.
  public let records: Int?
}

extension Insight {
  /// What is held of people, place by place in the order of the table; no word of anybody.
  public var held: [Held] { FilePlace.allCases.flatMap { held(at: $0) } }

  private func held(at place: FilePlace) -> [Held] {
    func one(_ data: HeldData, people: Int? = nil, records: Int? = nil) -> [Held] {
      [Held(place: place, data: data, consent: nil, people: people, records: records)]
    }
    switch place {
    case .events: return heldOnLists
    case .testimonies: return heldTestimonies
    case .team: return one(.team, people: programme.team.count, records: programme.team.count)
    case .partners:
      return one(.contacts, records: programme.organisations.values.count { !$0.note.isEmpty })
    case .actions: return one(.owners, records: actions.count { !$0.owner.isEmpty })
    case .approvals: return one(.approvers)
    case .identities: return one(.identities)
    case .safeguarding: return one(.disclosures)
    case .register: return one(.register)
    case .erased: return one(.erased)
    case .withdrawn: return one(.withdrawn)
    case .history: return one(.history)
    case .views: return one(.filters)
    case .drafts, .journal: return one(.drafts)
    case .undo, .earlier: return one(.undo)
    case .removed: return one(.removed)
    case .editing: return one(.editing)
    case .settings: return one(.settings)
    // Conflicts that can stand in the first and in facts name records as those do.
    default: return one(.nothing)
    }
  }

  private var heldOnLists: [Held] {
    let all = events.flatMap(\.participations)
    func row(_ data: HeldData, _ holds: (Participation) -> Bool) -> Held {
      let own = all.filter(holds)
      return Held(
        place: .events, data: data, consent: nil, people: Set(own.map(\.id)).count,
        records: own.count)
    }
    return [
      row(.participations) { _ in true },
      row(.traits) { !$0.communities.isEmpty || $0.ageBand != nil },
      row(.accessNeeds) { !$0.accessNeeds.isEmpty },
      row(.notes) { !$0.note.isEmpty },
      row(.listConsents) { $0.consent != nil },
    ]
  }

  /// By how keeping them stands; what was refused or withdrawn holds no words any more.
  private var heldTestimonies: [Held] {
    ConsentState.allCases.compactMap { state in
      let own = testimonies.filter { $0.consent.state(of: .record, on: today) == state }
      if own.isEmpty { return nil }
      return Held(
        place: .testimonies, data: .testimonies, consent: state,
        people: Set(own.compactMap(\.person)).count, records: own.count)
    }
  }
}
