import HeardModel
import TestKit
import Testing

/// What can be worked out from a table that is for everybody.
@Suite struct TableAuditTests {
  @Test func `counts of 1 to 7 are withheld and the others rounded to 5`() {
    let shown = [0, 1, 7, 8, 12, 13, 17, 18, 93, 207].map(SmallNumbers.shown)
    #expect(shown == [0, nil, nil, 10, 10, 15, 15, 20, 95, 205])
    for count in 0...200 {
      #expect(SmallNumbers.possible(SmallNumbers.shown(count)).contains(count))
    }
  }

  @Test func `what is shown stands for exactly the counts that are shown so`() {
    for shown in Set((0...200).map(SmallNumbers.shown)) {
      let meant = (0...250).filter { SmallNumbers.shown($0) == shown }
      #expect(Array(SmallNumbers.possible(shown)) == meant)
    }
  }

  @Test func `the sum of a hidden pair tells of both`() {
    let one = TableAudit.Cell(row: 0, column: 0)
    #expect(TableAudit([[1, 1]], rowSums: [2]).verdict() == .narrows(one, to: 1...1))
    #expect(TableAudit([[7, 7]], rowSums: [14]).verdict() == .narrows(one, to: 7...7))
    #expect(TableAudit([[2, 3]], rowSums: [5]).verdict() == .narrows(one, to: 1...4))
    #expect(TableAudit([[3, 3]], rowSums: [6]).verdict() == .holds)
    #expect(TableAudit([[1, 1]]).verdict() == .holds)
  }

  @Test func `a headcount of 23 beside one shown 15 leaves 6 to 7`() {
    let verdict = TableAudit([[16, 7]], rowSums: [23]).verdict()
    #expect(verdict == .narrows(TableAudit.Cell(row: 0, column: 1), to: 6...7))
  }

  @Test func `sums that are of no such table are said to be so`() {
    #expect(TableAudit([[7, 7]], rowSums: [15]).verdict() == .contradicts)
    #expect(TableAudit([[3], [10]], rowSums: [3, 20], total: 23).verdict() == .contradicts)
  }

  @Test func `sums of another day that a table could have are reckoned with`() {
    #expect(TableAudit([[3, 5]], rowSums: [9]).verdict() == .holds)
    let one = TableAudit.Cell(row: 0, column: 0)
    #expect(TableAudit([[3, 5]], rowSums: [12]).verdict() == .narrows(one, to: 5...7))
  }

  @Test func `what is too large is not settled`() {
    let table = [[Int]](repeating: [3, 10], count: TableAudit.most + 1)
    #expect(TableAudit(table).verdict() == .unsettled)
  }

  @Test func `a table of 60 by 60 with all its sums is settled`() {
    var source = RandomSource(seed: 7)
    let counts = (0..<60).map { _ in (0..<60).map { _ in source.below(40) } }
    let verdict = TableAudit(
      counts, rowSums: counts.map { $0.reduce(0, +) },
      columnSums: (0..<60).map { column in counts.reduce(0) { $0 + $1[column] } }
    ).verdict()
    #expect(verdict == .holds)
  }

  @Test(arguments: 1...20) func `it says what all tables say that agree`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    for _ in 0..<50 {
      let attacked = Attack(&random)
      let told = attacked.audit.verdict()
      let values = attacked.valuesOfHidden()
      if values.contains(where: { $0.value.count < SmallNumbers.leastValues }) {
        guard case .narrows(let cell, let range) = told else {
          Issue.record("seed \(seed): \(attacked) passed as \(told)")
          continue
        }
        #expect(Array(range) == values[cell]?.sorted(), "seed \(seed): \(attacked)")
      } else {
        #expect(told == .holds, "seed \(seed): \(attacked)")
      }
    }
  }
}

/// A small table by chance with the sums that somebody knows, and all tables that agree with both.
private struct Attack: CustomStringConvertible {
  let counts: [[Int]]
  let rowSums: [Int?]
  let columnSums: [Int?]
  let total: Int?

  init(_ random: inout RandomSource) {
    let (rows, columns) = random.pick([(1, 2), (1, 3), (2, 2), (3, 1)])
    let most = random.pick([3, 8, 12, 20])
    counts = (0..<rows).map { _ in (0..<columns).map { _ in random.below(most) } }
    let table = counts
    rowSums = table.map { row in random.below(2) == 0 ? row.reduce(0, +) : nil }
    columnSums = (0..<columns).map { column in
      random.below(2) == 0 ? table.reduce(0) { $0 + $1[column] } : nil
    }
    total = random.below(3) == 0 ? table.joined().reduce(0, +) : nil
  }

  var description: String {
    "\(counts), rows \(rowSums), columns \(columnSums), total \(total as Int?)"
  }

  var shown: [[Int?]] { counts.map { $0.map(SmallNumbers.shown) } }

  var audit: TableAudit {
    TableAudit(counts, rowSums: rowSums, columnSums: columnSums, total: total)
  }

  /// Every value that each withheld count has in a table that is shown in the same way with the same sums.
  func valuesOfHidden() -> [TableAudit.Cell: Set<Int>] {
    let (columns, flat) = (counts[0].count, Array(shown.joined()))
    var values: [TableAudit.Cell: Set<Int>] = [:]
    for place in flat.indices where flat[place] == nil {
      values[TableAudit.Cell(row: place / columns, column: place % columns)] = []
    }
    var tried = [Int](repeating: 0, count: flat.count)
    func fill(_ place: Int) {
      if place == flat.count {
        guard agrees(tried, columns) else { return }
        for cell in values.keys {
          values[cell]?.insert(tried[cell.row * columns + cell.column])
        }
        return
      }
      for count in 0...30 where SmallNumbers.shown(count) == flat[place] {
        tried[place] = count
        fill(place + 1)
      }
    }
    fill(0)
    return values
  }

  private func agrees(_ flat: [Int], _ columns: Int) -> Bool {
    let rows = rowSums.indices.allSatisfy { row in
      rowSums[row].map { $0 == flat[(row * columns)..<((row + 1) * columns)].reduce(0, +) } ?? true
    }
    let lines = columnSums.indices.allSatisfy { column in
      columnSums[column].map { sum in
        sum == stride(from: column, to: flat.count, by: columns).reduce(0) { $0 + flat[$1] }
      } ?? true
    }
    return rows && lines && (total.map { $0 == flat.reduce(0, +) } ?? true)
  }
}
