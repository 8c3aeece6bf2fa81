extension SheetImport {
  /// The rows that are perhaps an event twice, whatever was said of them.
  public var alikePairs: [AlikePair] {
    guard case .events = subject else { return [] }
    return rows.flatMap(\.alike)
  }

  /// Those of them about which nobody has said anything.
  public var openPairs: [AlikePair] {
    guard case .events = subject else { return [] }
    return rows.flatMap { row in
      let settled = row.settled.compactMap { AlikePair($0, line: row.line) }
      return row.oneWith == nil
        ? row.alike.filter { alikeAnswers[$0] == nil && !settled.contains($0) } : []
    }
  }
}
