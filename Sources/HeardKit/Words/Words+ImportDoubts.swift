import HeardExchange
import HeardModel

// Doubts by what causes them.
extension Words {
  /// Why the rows of a group wait: the same of all, or what it is in the first of them.
  public func sentence(_ group: DoubtGroup, _ formats: Formats) -> String {
    switch group.example {
    case .perhapsMerged(let column, _):
      return self("import.group.perhapsMerged", ["column": column])
    case .dateAmbiguous where !group.isSame: return self("import.group.dateAmbiguous")
    default:
      let why = sentence(group.example, formats)
      return group.isSame
        ? why
        : self("import.group.like", ["line": String(group.lines.first ?? 0), "why": why])
    }
  }

  /// A group with the number of its rows, its column and its lines.
  public func summary(_ group: DoubtGroup, _ formats: Formats) -> String {
    let column = group.cause.column
    return self(
      column.isEmpty ? "import.group.bare" : "import.group", count: group.lines.count,
      [
        "column": column, "why": sentence(group, formats), "lines": lines(group.lines),
      ])
  }

  /// Numbers of lines, those that follow each other as `4–9`; of many the first ones.
  public func lines(_ lines: [Int], most: Int = 12) -> String {
    var runs: [ClosedRange<Int>] = []
    for line in lines.sorted() {
      if let last = runs.last, last.upperBound + 1 == line {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    let said = runs.prefix(most).map { run in
      run.count == 1 ? String(run.lowerBound) : "\(run.lowerBound)–\(run.upperBound)"
    }.joined(separator: self("import.comma"))
    let rest = runs.dropFirst(most).reduce(0) { $0 + $1.count }
    return rest == 0 ? said : self("import.group.lines", ["lines": said, "n": number(rest)])
  }

  /// Why kept columns are not used: nobody but the person answers about consent.
  public func consentRefusal(of mapping: ImportMapping) -> String? {
    mapping.consentWords.first.map { word in
      self("import.mapping.consent", ["name": mapping.id.stored, "text": word.text])
    }
  }
}
