extension SheetImport {
  /// The rows that are perhaps an event twice, or somebody who is known, whatever was said of them.
  public var alikePairs: [AlikePair] { rows.flatMap(pairs) }

  /// What a row is perhaps that is there already; of people a line of the same sheet is none.
  public func pairs(of row: ImportRow) -> [AlikePair] {
    guard case .people = subject else { return row.alike }
    return row.alike.filter { if case .person = $0.other { true } else { false } }
  }

  /// Those of them about which nobody has said anything.
  public var openPairs: [AlikePair] {
    rows.flatMap { row in
      let settled = row.settled.compactMap { AlikePair($0, line: row.line) }
      return row.oneWith == nil
        ? pairs(of: row).filter { alikeAnswers[$0] == nil && !settled.contains($0) } : []
    }
  }

  /// Says of each of these lines whether it is the one whom it is like; nil takes it back.
  ///
  /// Of a line that is like several people it is said of the first.
  mutating func say(_ answer: AlikeAnswer?, of lines: [Int]) {
    for pair in lines.compactMap({ row(line: $0) }).compactMap({ pairs(of: $0).first }) {
      alikeAnswers[pair] = answer
    }
    changed()
  }
}
