import HeardInsight
import HeardModel
import TerminalCanvas

/// What will be counted of an event, before somebody settles it: the numbers beside each other, and
/// what does not fit.
public enum CountPreview {
  /// The numbers in a line, then each remark; nothing for an event that was not held.
  public static func blocks(_ event: Event, _ desk: Desk) -> [Block] {
    guard let counts = desk.insight.counts(of: event.id) else { return [] }
    return [.prose(Prose(line(counts, desk.words)))]
      + desk.insight.countRemarks(of: event.id).map {
        .notice(Notice(.warning, desk.words.sentence($0)))
      }
  }

  /// How many came and how that is known, how many have a role, whose slips are in.
  public static func line(_ counts: CountsBesideEachOther, _ words: Words) -> String {
    let source = words("source.\(counts.figure.source.stored)")
    let came = counts.figure.count.map {
      words.bracketed(words("count.attendances", count: $0), source)
    }
    let inRole = counts.inRole.map { words("count.inRole", ["n": words.number($0)]) }
    let slips = counts.answered.map { answered in
      counts.asked.map {
        words("count.slips", ["n": words.number(answered), "all": words.number($0)])
      } ?? words("count.slipsOnly", ["n": words.number(answered)])
    }
    let parts = [came ?? source, inRole ?? "", slips ?? ""].filter { !$0.isEmpty }
    return words.labelled(words("count.willBe"), parts.joined(separator: " · "))
  }
}
