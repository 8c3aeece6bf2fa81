import HeardInsight
import HeardModel

extension Desk {
  /// What waits for this person, the most urgent first.
  public var waiting: [WaitingItem] {
    insight.waiting(for: settings.role, countries: settings.countries, staff: settings.staff)
  }

  /// What waits for this person, equal things together.
  public var waitingGroups: [WaitingGroup] { waiting.grouped(for: settings.role) }

  /// Removes an event that nothing else belongs to; others are cancelled instead.
  public mutating func remove(event id: EventID) {
    guard let event = programme.events[id], let row = insight.row(of: id) else { return }
    guard row.testimonies == 0 && row.actions == 0 else {
      return refuse(words("event.hasRecords"))
    }
    if let change = Change(
      .removed(kind: .event, title: event.title), before: .event(event), after: nil)
    {
      self.change(change)
    }
  }
}

extension WaitingItem {
  /// Where what is waited for is done.
  public var destination: Place {
    switch (matter, record) {
    case (.closeOut, .event(let id)): return .closeOut(id)
    case (.tell, .event(let id)), (.toldLacking, .event(let id)): return .tell(.event(id))
    case (.tell, .action(let id)), (.toldLacking, .action(let id)): return .tell(.action(id))
    case (.conflicts, _): return .conflicts()
    default: break
    }
    switch record {
    case .approval(let quarter): return .approval(quarter)
    case .event(let id): return .event(id)
    case .testimony(let id, _): return .testimony(id)
    case .action(let id): return .action(id)
    case .staff: return .team
    case .settings, .organisation, .view: return .figures()
    }
  }
}
