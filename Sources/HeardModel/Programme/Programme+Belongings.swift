/// What hangs on a record, and so would be lost or left hanging if it were removed.
public struct Belongings: Hashable, Sendable {
  /// What goes along with a record.
  public enum Kind: String, CaseIterable, Sendable {
    /// People on the list of an event.
    case people
    /// Attendances that stand at an event.
    case attendances
    /// People who answered slips of an event.
    case slips
    /// Questions about trust of an event.
    case pulses
    /// Testimonies that a follow-up action answers.
    case testimonies
    /// What an organisation was given.
    case support
  }

  /// How many other records name it: while there are any, it is not removed.
  public internal(set) var naming = 0
  /// How much of each kind goes along: where there is any, removing it is asked about first.
  public internal(set) var along: [Kind: Int] = [:]

  /// Whether other records would name something that is not there.
  public var isNamed: Bool { naming > 0 }
  /// Whether it can be removed without a question.
  public var isNothing: Bool { naming == 0 && along.isEmpty }

  mutating func note(_ kind: Kind, _ count: Int?) {
    if let count, count > 0 { along[kind] = count }
  }
}

extension Programme {
  /// What hangs on a record; nothing for one that is not there.
  ///
  /// Testimonies count here also where keeping them was withdrawn: the answers stand in the file of
  /// their event.
  public func belongings(of key: RecordKey) -> Belongings {
    switch key {
    case .event(let id): belongings(of: id)
    case .action(let id): belongings(of: id)
    case .organisation(let id): belongings(of: id)
    case .staff(let id): belongings(of: id)
    case .settings, .testimony, .approval, .view, .fact, .release: Belongings()
    }
  }

  private func belongings(of id: EventID) -> Belongings {
    var found = Belongings()
    guard let event = events[id] else { return found }
    let told = Set(testimonies.values.filter { $0.event == id }.map(\.id))
    found.naming =
      told.count
      + actions.values.count { $0.events.contains(id) || !told.isDisjoint(with: $0.testimonies) }
    found.note(.people, event.participations.count)
    found.note(.attendances, event.attendance.tally)
    let declared = event.attendance.declared
    // Sums from before may have no common base.
    let answers =
      [declared.answered, declared.asked].compactMap { $0 } + declared.communities.values
      + declared.ageBands.values + declared.questions.compactMap(\.answered)
    found.note(.slips, answers.max())
    found.note(.pulses, event.pulses.count)
    return found
  }

  private func belongings(of id: ActionID) -> Belongings {
    var found = Belongings()
    guard let action = actions[id] else { return found }
    found.naming = actions.values.count { $0.mergedInto == id }
    found.note(.testimonies, action.testimonies.count)
    return found
  }

  private func belongings(of id: OrganisationID) -> Belongings {
    var found = Belongings()
    guard let organisation = organisations[id] else { return found }
    found.naming =
      events.values.count { event in
        event.partners.contains { $0.id == id }
          || event.participations.contains { $0.organisation == id }
      }
      + actions.values.count { $0.partners.contains(id) || $0.ownerOrganisation == id }
      + notices.values.count { $0.partners.contains(id) }
      + organisations.values.count { $0.mergedInto == id }
      + facts.values.count { $0.organisation == id }
    found.note(.support, organisation.support.count)
    return found
  }

  private func belongings(of id: StaffID) -> Belongings {
    var found = Belongings()
    found.naming =
      events.values.count { $0.facilitators.contains(id) }
      + testimonies.values.count { testimony in
        testimony.takenBy == id || testimony.codings.contains { $0.coder == id }
      }
      + actions.values.count { $0.followedBy == id || $0.ownerStaff == id }
    return found
  }
}
