/// The order of a merged list of records.
///
/// What was there keeps its order, or that of the side that changed it (theirs if both did). A
/// new record follows the one it was put behind; two sides' new records in one place are ordered
/// by id, so that both sides come to the same list.
struct RecordOrder {
  let ids: [String]

  /// Orders the ids that survive; each must be in ours or theirs.
  init(base: [String], ours: [String], theirs: [String], survives: (String) -> Bool) {
    let base = base.filter(survives)
    let ours = ours.filter(survives)
    let theirs = theirs.filter(survives)
    let lead = Self.isMoved(theirs, base) ? theirs : ours
    let shared = Set(base).union(Set(ours).intersection(theirs))
    // What the leading side deleted and the other edited goes back to its old place.
    let revived = Self.runs(of: base, between: Set(lead))
    let backbone = Self.joined(lead.filter(shared.contains), with: revived)
    let mine = Self.runs(of: ours, between: shared)
    let others = Self.runs(of: theirs, between: shared)
    ids = Self.joined(backbone, with: mine.merging(others, uniquingKeysWith: Self.merged))
  }

  private static func isMoved(_ side: [String], _ base: [String]) -> Bool {
    let was = Set(base)
    let still = Set(side)
    return side.filter(was.contains) != base.filter(still.contains)
  }

  /// The ids that are no anchors, by the anchor they follow; nil is the start.
  private static func runs(
    of list: [String], between anchors: Set<String>
  ) -> [String?: [String]] {
    var runs: [String?: [String]] = [:]
    var anchor: String?
    for id in list {
      if anchors.contains(id) { anchor = id } else { runs[anchor, default: []].append(id) }
    }
    return runs
  }

  private static func joined(_ anchors: [String], with runs: [String?: [String]]) -> [String] {
    (runs[nil] ?? []) + anchors.flatMap { [$0] + (runs[$0] ?? []) }
  }

  /// Merges two runs by id; each keeps its own order.
  private static func merged(_ first: [String], _ second: [String]) -> [String] {
    var merged: [String] = []
    var rest = second[...]
    for id in first {
      while let other = rest.first, precedes(other, id) {
        merged.append(other)
        rest.removeFirst()
      }
      merged.append(id)
    }
    return merged + rest
  }
}
