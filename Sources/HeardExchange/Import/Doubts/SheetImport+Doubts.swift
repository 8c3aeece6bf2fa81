import HeardModel

// Doubts by their cause, and one answer for all rows with the same one.
extension SheetImport {
  /// The rows that wait by what they wait for, the most first; a row with two doubts is in two.
  public var doubtGroups: [DoubtGroup] {
    Self.sorted(groups(of: { $0.waits ? $0.doubts : [] }))
  }

  /// The groups that are open and those that were answered, the most rows first.
  public var allDoubtGroups: [DoubtGroup] {
    let open = groups(of: { $0.waits ? $0.doubts : [] })
    let decided = groups(of: \.settled).map { group in
      var group = group
      let isLeftOut = decisions.first { $0.cause == group.cause }?.isLeftOut ?? false
      group.answer = isLeftOut ? .leftOut : .asRead
      return group
    }
    var causes = Set(open.map(\.cause))
    return Self.sorted(
      open + (decided + answeredGroups).filter { causes.insert($0.cause).inserted })
  }

  private func groups(of doubts: (ImportRow) -> [ImportDoubt]) -> [DoubtGroup] {
    var groups: [DoubtCause: DoubtGroup] = [:]
    // Folding a word takes long, and thousands of rows have the same.
    var known: [DoubtAt: DoubtCause] = [:]
    for row in rows {
      var seen = Set<DoubtCause>()
      for doubt in doubts(row) {
        let column = column(of: doubt, in: row)
        let at = DoubtAt(doubt: doubt, place: column?.place)
        let cause = known[at] ?? cause(of: doubt, at: column)
        known[at] = cause
        guard seen.insert(cause).inserted else { continue }
        if groups[cause] == nil {
          groups[cause] = DoubtGroup(cause: cause, example: doubt, lines: [row.line])
        } else {
          groups[cause]?.lines.append(row.line)
          // One word in capitals or not is the same.
          let isWord = doubt.text != nil && !cause.word.isEmpty
          if groups[cause]?.example != doubt && !isWord { groups[cause]?.isSame = false }
        }
      }
    }
    return Array(groups.values)
  }

  /// What several doubts have in common.
  public func cause(of doubt: ImportDoubt, in row: ImportRow) -> DoubtCause {
    cause(of: doubt, at: column(of: doubt, in: row))
  }

  private struct DoubtAt: Hashable {
    let doubt: ImportDoubt
    let place: Int?
  }

  private func cause(of doubt: ImportDoubt, at column: SheetColumn?) -> DoubtCause {
    DoubtCause(
      kind: doubt.name, field: doubt.isOfCells ? column.map(field) ?? doubt.fields.first ?? "" : "",
      column: doubt.isOfCells ? column?.name ?? "" : "", word: doubt.shared)
  }

  /// The column of the cell that has to be looked at first: the one with the words of the doubt.
  public func column(of doubt: ImportDoubt, in row: ImportRow) -> SheetColumn? {
    let columns = table.columns
    if let name = doubt.named { return columns.first { $0.name == name } }
    let about = doubt.fields.compactMap { name in columns.first { field(of: $0) == name } }
    if about.count < 2 { return about.first }
    return about.first { column in
      row.cells.indices.contains(column.place) && row.cells[column.place] == doubt.text
    } ?? about.first
  }

  /// The columns of a row whose cells have to be looked at.
  public func wrongColumns(in row: ImportRow) -> [SheetColumn] {
    var seen = Set<Int>()
    return row.doubts.filter(\.isOfCells).compactMap { column(of: $0, in: row) }
      .filter { seen.insert($0.place).inserted }
  }

  /// How many of the rows that wait would be ready with an answer for one cause alone.
  public var settling: [DoubtCause: Int] {
    var counts: [DoubtCause: Int] = [:]
    for row in rows where row.waits {
      let causes = Set(row.doubts.map { cause(of: $0, in: row) })
      if causes.count == 1, let cause = causes.first { counts[cause, default: 0] += 1 }
    }
    return counts
  }

  /// What can be said of all rows of a group at once, the most telling first.
  ///
  /// What a word means stands in `values(of:)`: they may be many.
  public func answers(for group: DoubtGroup) -> [DoubtAnswer] {
    switch group.example {
    case .perhapsMerged: [.asAbove, .asRead, .leftOut]
    case .dateAmbiguous: [.order(.dayFirst), .order(.monthFirst), .asRead, .leftOut]
    // The order is that of what is likelier: one of an event that stands there twice.
    case .sameAsLine, .likeLine, .looksLike, .sheetBefore: [.leftOut, .asRead]
    case .knownPerson: [.onePerson, .asRead, .leftOut]
    // Whether the answer is a column or a word for the whole sheet, it is given there.
    case .asked: []
    default: [.asRead, .leftOut]
    }
  }

  /// Answers for all rows of a group at once.
  public mutating func answer(_ group: DoubtGroup, _ answer: DoubtAnswer) {
    takeBack(group.cause)
    switch answer {
    case .asRead, .leftOut:
      decide(DoubtDecision(group.cause, lines: group.lines, isLeftOut: answer == .leftOut))
      return
    case .asAbove, .order, .means, .onePerson: break
    }
    var said = group
    said.answer = answer
    answeredGroups.append(said)
    switch answer {
    case .asAbove:
      if let column = table.column(named: group.cause.column) { fillDown(column, true) }
    case .order(let order): self.order(order)
    case .means(let value):
      if let word = group.example.text { say(word, means: value, in: group.cause.field) }
    case .onePerson: say(.one, of: group.lines)
    case .asRead, .leftOut: break
    }
  }

  /// Decides about all rows with a cause, without another reading of their cells.
  public mutating func decide(_ decision: DoubtDecision) {
    decisions.removeAll { $0.cause == decision.cause }
    decisions.append(decision)
    changed()
  }

  /// Takes an answer back, so that the rows wait again.
  public mutating func takeBack(_ cause: DoubtCause) {
    if decisions.contains(where: { $0.cause == cause }) {
      decisions.removeAll { $0.cause == cause }
      changed()
    }
    guard let place = answeredGroups.firstIndex(where: { $0.cause == cause }) else { return }
    let group = answeredGroups.remove(at: place)
    switch group.answer {
    case .asAbove:
      if let column = table.column(named: cause.column) { fillDown(column, false) }
    case .order: order(nil)
    case .means:
      if let word = group.example.text { unsay(word, in: cause.field) }
    case .onePerson: say(nil, of: group.lines)
    case .asRead, .leftOut, nil: break
    }
  }

  /// The row without the doubts about which it was decided for all rows with their cause.
  func settled(_ row: ImportRow) -> ImportRow {
    let decisions = decisions.filter { $0.lines.contains(row.line) }
    guard !decisions.isEmpty, case .doubtful(let doubts) = row.state else { return row }
    var row = row
    var isLeftOut = false
    row.settled = []
    let rest = doubts.filter { doubt in
      let cause = cause(of: doubt, in: row)
      guard let decision = decisions.first(where: { $0.cause == cause }) else { return true }
      row.settled.append(doubt)
      isLeftOut = isLeftOut || decision.isLeftOut
      return false
    }
    // Of a row that is left out nothing more has to be known.
    row.state = isLeftOut || rest.isEmpty ? .ready : .doubtful(rest)
    if isLeftOut { row.choice = row.choice ?? .leftOut }
    return row
  }

  private static func sorted(_ groups: [DoubtGroup]) -> [DoubtGroup] {
    groups.sorted { a, b in
      (b.lines.count, a.lines[0], a.cause.kind, a.cause.word)
        < (a.lines.count, b.lines[0], b.cause.kind, b.cause.word)
    }
  }
}
