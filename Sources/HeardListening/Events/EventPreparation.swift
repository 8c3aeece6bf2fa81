import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What a coordinator settles before an event: its time elsewhere, what people need, who leads it,
/// and what stands beside it in the series.
enum EventPreparation {
  static func blocks(_ event: Event, _ desk: Desk) -> [Block] {
    var blocks = warnings(event, desk).map { Block.notice(Notice(.warning, $0)) }
    if let line = TimesElsewhere.line(event, desk) { blocks.append(.prose(Prose(line))) }
    return blocks.isEmpty ? [] : [.gap] + blocks
  }

  private static func warnings(_ event: Event, _ desk: Desk) -> [String] {
    let clashes = desk.insight.facilitatorClashes([event.id]).map { sentence($0, desk) }
    return [TimesElsewhere.oddity(event, desk), access(event, desk)].compactMap { $0 } + clashes
  }

  /// What is not arranged, by how far it is, and whether it has its follow-up actions; nil where
  /// nothing is missing.
  static func access(_ event: Event, _ desk: Desk) -> String? {
    let gaps = desk.insight.accessGaps(of: event)
    if gaps.isEmpty { return nil }
    let parts = AccessState.allCases.compactMap { state -> String? in
      let names = gaps.filter { $0.state == state }.map { gap in
        let what = desk.formats.label(gap.code, in: .access, of: desk.programme)
        return gap.people == 0
          ? what : desk.words("accessGaps.asked", count: gap.people, ["what": what])
      }
      if names.isEmpty { return nil }
      return desk.words.labelled(desk.words("access.\(state.stored)"), desk.words.list(names))
    }
    let isUnderWay = gaps.allSatisfy {
      desk.programme.actions[FollowUpAction.arranging($0.code, at: event.id)] != nil
    }
    return desk.words(
      isUnderWay ? "accessGaps.underWay" : "accessGaps.told",
      ["gaps": parts.joined(separator: "; ")])
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
    return place.isEmpty ? event.title : desk.words.bracketed(event.title, place)
  }

  /// The events of the series before and after, with the keys that open them; empty without any.
  static func besideInSeries(_ event: Event, _ desk: Desk) -> String {
    let (before, after) = desk.insight.neighbours(of: event.id)
    func text(_ row: EventRow?, _ key: String, _ command: Command) -> String? {
      guard let row else { return nil }
      let number = desk.programme.events[row.id]?.series.number.map { "\($0) · " } ?? ""
      return desk.words(
        key,
        [
          "key": desk.words.key(command),
          "event": number + (row.start?.dayText ?? desk.words("date.unknown")),
        ])
    }
    return [
      text(before, "series.before", .previousInSeries), text(after, "series.after", .nextInSeries),
    ].compactMap { $0 }.joined(separator: "   ")
  }
}
