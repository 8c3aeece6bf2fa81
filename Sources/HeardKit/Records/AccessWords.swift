import HeardInsight
import HeardModel

/// What people asked for so that they could take part, and what came of it, in words.
public enum AccessWords {
  /// What is asked for, with how many people of the list asked.
  public static func name(_ request: AccessRequest, _ desk: Desk) -> String {
    let what = desk.formats.label(request.code, in: .access, of: desk.programme)
    return request.people == 0
      ? what : desk.words("accessGaps.asked", count: request.people, ["what": what])
  }

  /// How many of the things that were asked for were not arranged; nil where all were, or where
  /// nobody said so of one yet.
  public static func shortfall(_ event: Event, _ words: Words) -> String? {
    let asked = event.accessRequests
    let lacking = asked.count { $0.state == .notArranged }
    guard lacking > 0, asked.allSatisfy(\.isSettled) else { return nil }
    return words("closeOut.shortfall", count: lacking, ["all": words.number(asked.count)])
  }

  /// The access list with each state, behind how many things fell short.
  public static func outcome(_ event: Event, _ desk: Desk) -> String {
    let listed = event.access.sorted { $0.key < $1.key }.map { code, state in
      desk.words.labelled(
        desk.formats.label(code, in: .access, of: desk.programme),
        desk.words("access.\(state.stored)"))
    }
    return ([shortfall(event, desk.words)].compactMap { $0 } + listed).joined(separator: " · ")
  }

  /// What was asked for and of which nobody said whether it was there.
  public static func open(_ event: Event, _ desk: Desk) -> String {
    let open = event.accessRequests.filter { !$0.isSettled }
    return desk.words(
      "closeOut.missing.access",
      ["needs": desk.words.list(open.map { name($0, desk) })])
  }
}
