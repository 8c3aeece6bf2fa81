import HeardModel

/// A table as somebody outside has it, and what they can work out from two.
struct ReleasedTable {
  private let measure: String
  private let rows: String
  private let columns: String?
  private let rule: Code
  private let terms: Set<String>
  /// What each count can be, by the names of its row and column; sums are none of them.
  private var ranges: [[String]: ClosedRange<Int>] = [:]
  private var hidden: Set<[String]> = []
  /// Cells of which nobody outside knows how large they can be.
  private var open: Set<[String]> = []

  init(_ table: PublicTable) {
    measure = table.question.measure.rawValue
    rows = table.question.rows.rawValue
    columns = table.question.columns?.rawValue
    rule = table.rule
    terms = Set(table.question.query.terms.map(\.text))
    for row in table.rows where row != .total {
      for column in table.columns where column != .total {
        take(
          table.cell(row, column), row.released, column.released,
          isEarlier: table.isEarlier(row, column))
      }
    }
  }

  /// A release; nil of one whose counts no key splits.
  init?(_ release: Release) {
    guard let rows = release.rows else { return nil }
    measure = release.measure.stored
    self.rows = rows.stored
    columns = release.columns?.stored
    rule = release.rule
    terms = Set(Query(release.query).terms.map(\.text))
    for cell in release.cells {
      let parts = cell.id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      // Sums are of what is shown, and bases are of answers.
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty || columns == nil else {
        continue
      }
      take(cell.value, parts[0], parts[1], isEarlier: cell.isEarlier)
    }
  }

  private mutating func take(
    _ cell: PublicTable.Cell, _ row: String, _ column: String, isEarlier: Bool
  ) {
    let isRounded = rule == SmallNumbers.rule
    switch cell {
    case .number(let number, let isLeast):
      var range = isRounded ? SmallNumbers.possible(number) : number...number
      if isEarlier {
        // It has moved since, by no more than what lets it stay.
        let reach = isRounded ? 2 * SmallNumbers.step : SmallNumbers.smallest
        range = max(0, range.lowerBound - reach)...(range.upperBound + reach)
      }
      if isLeast { open.insert([row, column]) } else { ranges[[row, column]] = range }
    case .withheld:
      ranges[[row, column]] = SmallNumbers.possible(nil)
      hidden.insert([row, column])
    case .none: ranges[[row, column]] = 0...0
    case .forbidden: break
    case .unknown: open.insert([row, column])
    }
  }

  /// What can be worked out from two tables that are out together.
  func verdict(beside other: ReleasedTable) -> TableAudit.Verdict {
    guard measure == other.measure, let counted = FigureMeasure(rawValue: measure) else {
      return .holds
    }
    if terms == other.terms && counted.addsUp {
      for (one, two) in [(self, other), (other, self)] {
        let verdict = one.verdict(withSumsOf: two)
        if verdict != .holds { return verdict }
      }
    }
    if rows == other.rows, columns == other.columns, terms != other.terms {
      if terms.isSuperset(of: other.terms) { return narrowed(of: other, by: self) }
      if terms.isSubset(of: other.terms) { return narrowed(of: self, by: other) }
    }
    return .holds
  }

  /// Of two tables of which one counts a part of the other: whether the rest is a small number
  /// that can be told.
  private func narrowed(of whole: ReleasedTable, by part: ReleasedTable) -> TableAudit.Verdict {
    // What exposes nobody differs by what exposes nobody.
    let isExact = whole.rule != SmallNumbers.rule && part.rule != SmallNumbers.rule
    if isExact { return .holds }
    for (place, all) in whole.ranges {
      guard let some = part.ranges[place] else { continue }
      let rest = max(0, all.lowerBound - some.upperBound)...max(0, all.upperBound - some.lowerBound)
      let isSmall = rest.overlaps(1...SmallNumbers.smallest)
      if isSmall && rest.count < SmallNumbers.leastValues {
        return .narrows(TableAudit.Cell(row: 0, column: 0), to: rest)
      }
    }
    return .holds
  }

  /// Whether the sums that another table gives tell what is withheld here.
  private func verdict(withSumsOf other: ReleasedTable) -> TableAudit.Verdict {
    if hidden.isEmpty { return .holds }
    let rowSums = sums(of: other, along: rows)
    let columnSums = columns.map { sums(of: other, along: $0) } ?? [:]
    if rowSums.isEmpty && columnSums.isEmpty { return .holds }
    let heads = Set(ranges.keys.map { $0[0] }).sorted()
    let feet = Set(ranges.keys.map { $0[1] }).sorted()
    let cells = heads.map { row in feet.map { ranges[[row, $0]] ?? 0...Self.any } }
    let places = hidden.compactMap { place -> TableAudit.Cell? in
      guard let row = heads.firstIndex(of: place[0]), let column = feet.firstIndex(of: place[1])
      else { return nil }
      return TableAudit.Cell(row: row, column: column)
    }
    func verdict(
      _ rowSums: [String: ClosedRange<Int>], _ columnSums: [String: ClosedRange<Int>]
    ) -> TableAudit.Verdict {
      TableAudit(
        ranges: cells, hidden: places, rowSums: heads.map { rowSums[$0] },
        columnSums: feet.map { columnSums[$0] }
      ).verdict()
    }
    let all = verdict(rowSums, columnSums)
    guard all == .contradicts else { return all }
    // Some numbers have changed since: each sum may still be the one that holds.
    let single: [([String: ClosedRange<Int>], [String: ClosedRange<Int>])] =
      rowSums.sorted { $0.key < $1.key }.map { ([$0.key: $0.value], [:]) }
      + columnSums.sorted { $0.key < $1.key }.map { ([:], [$0.key: $0.value]) }
    return single.lazy.map { verdict($0, $1) }.first { $0 != .holds && $0 != .contradicts }
      ?? .holds
  }

  /// What the counts of another table come to along a key that both have, where its other key splits
  /// events without counting one twice.
  private func sums(of other: ReleasedTable, along key: String) -> [String: ClosedRange<Int>] {
    let place = other.rows == key ? 0 : other.columns == key ? 1 : nil
    guard let place, [rows, columns] != [other.rows, other.columns] else { return [:] }
    let across = place == 0 ? other.columns : other.rows
    // Both must add up to the same: each along what it splits beside the key.
    let own = rows == key ? columns : rows
    guard Self.addsUp(across), Self.addsUp(own) else { return [:] }
    var sums: [String: ClosedRange<Int>] = [:]
    for (cell, range) in other.ranges {
      let sum = sums[cell[place]] ?? 0...0
      sums[cell[place]] = (sum.lowerBound + range.lowerBound)...(sum.upperBound + range.upperBound)
    }
    // With a part of it not known nothing is known of the sum.
    for cell in other.open { sums[cell[place]] = nil }
    return sums
  }

  private static func addsUp(_ key: String?) -> Bool {
    key.map { FigureKey(rawValue: $0)?.isPartition ?? false } ?? true
  }

  /// More than anybody counts: of such a count nothing is known.
  private static let any = 10_000_000
}
