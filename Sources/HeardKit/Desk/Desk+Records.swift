import HeardInsight
import HeardModel

extension Desk {
  /// What waits for this person, the most urgent first.
  var waiting: [WaitingItem] {
    insight.waiting(for: settings.role, countries: settings.countries, staff: settings.staff)
  }

  /// Removes an event that nothing else belongs to; others are cancelled instead.
  mutating func remove(event id: EventID) {
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

  /// Opens what somebody is waiting for.
  mutating func open(_ item: WaitingItem) {
    switch (item.matter, item.record) {
    case (.closeOut, .event(let id)): return push(CloseOutScreen(id))
    case (.tell, .event(let id)): return push(TellScreen(.event(id)))
    case (.tell, .action(let id)): return push(TellScreen(.action(id)))
    default: break
    }
    if case .conflicts = item.matter { return push(ConflictsScreen()) }
    switch item.record {
    case .approval(let quarter): push(ApprovalScreen(quarter))
    case .event(let id): push(EventScreen(id))
    case .testimony(let id, _): push(TestimonyScreen(id))
    case .action(let id): push(ActionScreen(id))
    case .staff: push(TeamScreen())
    case .settings, .organisation, .view: push(FiguresScreen())
    }
  }
}
