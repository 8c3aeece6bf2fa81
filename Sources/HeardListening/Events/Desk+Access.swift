import HeardInsight
import HeardKit
import HeardModel

extension Desk {
  // Time enough to find an interpreter, and to say so to those who asked.
  private static let daysBefore = 7

  /// Makes a follow-up action of everything that an event lacks so that all can take part; of what
  /// has one already none is made again.
  mutating func arrangeAccess(of id: EventID) {
    guard let event = programme.events[id] else { return }
    let gaps = insight.accessGaps(of: event)
    if gaps.isEmpty { return refuse(words("accessGaps.none")) }
    let edits = gaps.compactMap { gap -> Edit? in
      let action = action(for: gap, at: event)
      let isThere =
        programme.actions[action.id] != nil || programme.erased.contains(action.id.text)
      return isThere ? nil : Edit(before: nil, after: .action(action))
    }
    if edits.isEmpty { return refuse(words("accessGaps.made")) }
    change(Change(.addedSeveral(kind: .action, count: edits.count), edits))
  }

  private func action(for gap: AccessGap, at event: Event) -> FollowUpAction {
    var action = ActionFields.blank(self, event: event.id)
    action.id = FollowUpAction.arranging(gap.code, at: event.id)
    let what = formats.label(gap.code, in: .access, of: programme)
    action.title = words(
      gap.state == .notAsked ? "accessGaps.ask" : "accessGaps.arrange",
      ["what": what, "event": event.title])
    action.followedBy = settings.staff
    if let start = event.start?.firstDay {
      let early = start.adding(days: -Self.daysBefore)
      action.due = KnownDate(early > today ? early : max(today, start.adding(days: -1)))
    }
    return action
  }
}
