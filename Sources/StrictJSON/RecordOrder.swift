/// The order of a merged list of records.
///
/// What was there keeps its order, or that of the side that changed it (theirs if both did). A
/// new record follows the one it was put behind; two sides' new records in one place are ordered
/// by id, so that both sides come to the same list.
struct RecordOrder {
  let numbers: [Int]

  /// Orders the numbers that survive, each of which stands for an id; each must be in ours or theirs.
  init(
    base: [Int], ours: [Int], theirs: [Int], ids: [String], survives: (Int) -> Bool
  ) {
    let base = base.filter(survives)
    let ours = ours.filter(survives)
    let theirs = theirs.filter(survives)
    let (isBase, isOurs) = (Members(base, of: ids.count), Members(ours, of: ids.count))
    let isTheirs = Members(theirs, of: ids.count)
    func isShared(_ number: Int) -> Bool {
      isBase[number] || isOurs[number] && isTheirs[number]
    }
    // Theirs lead where they have moved something.
    let isMoved = theirs.filter { isBase[$0] } != base.filter { isTheirs[$0] }
    let (lead, isLead) = isMoved ? (theirs, isTheirs) : (ours, isOurs)
    // What the leading side deleted and the other edited goes back to its old place.
    let revived = Self.runs(of: base) { isLead[$0] }
    let backbone = Self.joined(lead.filter(isShared), with: revived)
    let mine = Self.runs(of: ours, between: isShared)
    let others = Self.runs(of: theirs, between: isShared)
    numbers = Self.joined(
      backbone, with: mine.merging(others) { Self.merged($0, $1, by: ids) })
  }

  /// Which numbers are in a list.
  private struct Members {
    private var isIn: [Bool]

    init(_ numbers: [Int], of count: Int) {
      isIn = Array(repeating: false, count: count)
      for number in numbers { isIn[number] = true }
    }

    subscript(number: Int) -> Bool { isIn[number] }
  }

  /// The numbers that are no anchors, by the anchor they follow; nil is the start.
  private static func runs(
    of list: [Int], between isAnchor: (Int) -> Bool
  ) -> [Int?: [Int]] {
    var runs: [Int?: [Int]] = [:]
    var anchor: Int?
    for number in list {
      if isAnchor(number) { anchor = number } else { runs[anchor, default: []].append(number) }
    }
    return runs
  }

  private static func joined(_ anchors: [Int], with runs: [Int?: [Int]]) -> [Int] {
    if runs.isEmpty { return anchors }
    var all = runs[nil] ?? []
    all.reserveCapacity(all.count + anchors.count)
    for anchor in anchors {
      all.append(anchor)
      if let run = runs[anchor] { all += run }
    }
    return all
  }

  /// Merges two runs by id; each keeps its own order.
  private static func merged(_ first: [Int], _ second: [Int], by ids: [String]) -> [Int] {
    var merged: [Int] = []
    var rest = second[...]
    for number in first {
      while let other = rest.first, precedes(ids[other], ids[number]) {
        merged.append(other)
        rest.removeFirst()
      }
      merged.append(number)
    }
    return merged + rest
  }
}
