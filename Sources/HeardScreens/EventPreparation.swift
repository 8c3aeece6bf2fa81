import HeardInsight
import HeardModel
import TerminalCanvas

/// What a coordinator settles before an event: its time elsewhere, what people need, who leads it,
/// and its place in the series.
enum EventPreparation {
  static func blocks(_ event: Event, _ desk: Desk) -> [Block] {
    var blocks = warnings(event, desk).map { Block.notice(Notice(.warning, $0)) }
    let lines = [TimesElsewhere.line(event, desk), series(event, desk)].compactMap { $0 }
    if !lines.isEmpty { blocks.append(.prose(Prose(lines.map { StyledText($0) }))) }
    return blocks.isEmpty ? [] : [.gap] + blocks
  }

  private static func warnings(_ event: Event, _ desk: Desk) -> [String] {
    let clashes = desk.insight.facilitatorClashes([event.id]).map { sentence($0, desk) }
    return [TimesElsewhere.oddity(event, desk), access(event, desk)].compactMap { $0 } + clashes
  }

  /// What is not arranged; nil where nothing is missing.
  static func access(_ event: Event, _ desk: Desk) -> String? {
    let gaps = desk.insight.accessGaps(of: event)
    if gaps.isEmpty { return nil }
    let names = gaps.map { gap in
      let what = desk.formats.label(gap.code, in: .access, of: desk.programme)
      let state = desk.words("access.\(gap.state.stored)")
      return gap.people == 0
        ? "\(what) (\(state))"
        : desk.words("accessGaps.asked", count: gap.people, ["what": what, "state": state])
    }
    return desk.words("accessGaps.told", ["gaps": names.joined(separator: ", ")])
  }

  /// Who leads two events at once, and which.
  static func sentence(_ clash: FacilitatorClash, _ desk: Desk) -> String {
    desk.words(
      "clash.told",
      [
        "name": desk.programme.team[clash.staff]?.name ?? clash.staff.text,
        "first": named(clash.first, desk), "second": named(clash.second, desk),
      ])
  }

  private static func named(_ id: EventID, _ desk: Desk) -> String {
    guard let event = desk.programme.events[id] else { return id.text }
    let town = desk.programme.zone(of: event).map(desk.formats.city) ?? ""
    let minute = event.start?.minuteOfDay.map(desk.formats.time) ?? ""
    let day = event.start?.exactDay.map(desk.formats.shortDay) ?? ""
    let place = [town, day, minute].filter { !$0.isEmpty }.joined(separator: " ")
    return place.isEmpty ? event.title : "\(event.title) (\(place))"
  }

  /// The events of the series before and after, with the keys that open them.
  private static func series(_ event: Event, _ desk: Desk) -> String? {
    let (before, after) = desk.insight.neighbours(of: event.id)
    func text(_ row: EventRow?, _ key: String, _ command: Command) -> String? {
      guard let row else { return nil }
      let number = desk.programme.events[row.id]?.series.number.map { "\($0) · " } ?? ""
      return desk.words(
        key,
        [
          "key": KeyTable.binding(command)?.shownKey ?? "",
          "event": number + desk.formats.date(row.start),
        ])
    }
    let parts = [
      text(before, "series.before", .previousInSeries), text(after, "series.after", .nextInSeries),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "   ")
  }
}
