import HeardExchange
import HeardModel

// Questions about a whole sheet, and what becomes of its columns.
extension Words {
  /// A question as a sentence.
  public func sentence(_ question: ImportQuestion) -> String {
    switch question.cause {
    case .column(let field):
      let label = importField(field)
      let columns = question.columns.map(\.name)
      guard columns.count > 1 else {
        return self("import.question.one", ["column": columns.first ?? "", "field": label])
      }
      return self(
        "import.question.several",
        ["field": label, "columns": columns.joined(separator: " · ")])
    case .word(_, let text):
      return self(
        "import.question.word", ["text": text, "column": question.about?.name ?? ""])
    case .severalEvents:
      return self("import.question.severalEvents", ["column": question.about?.name ?? ""])
    case .whoCame: return self("import.question.whoCame")
    case .kind(let kind): return self("import.question.kind.\(kind.rawValue)")
    case .sameName(let name):
      return self(
        "import.question.sameName.\(name.making.rawValue)", ["text": name.text])
    }
  }

  /// One answer, with what speaks for or against it.
  public func label(_ option: ImportQuestion.Option) -> String {
    let reasons = option.reasons.map(sentence)
    let answer =
      switch option.answer {
      case .column(let name): name
      case .noColumn: self("import.option.none")
      case .means(let value): self("attendance.\(value)")
      case .only(let value): self("import.option.only", ["value": value])
      case .oneEvent: self("import.option.oneEvent")
      case .everybody(let status): self("import.option.\(status.stored)")
      case .events: self("import.option.events")
      case .sameAs(let known): self("import.option.sameAs", ["name": known.text])
      case .itself: self("import.option.itself")
      }
    return ([answer] + reasons).joined(separator: " · ")
  }

  /// Why a column fits more or less.
  public func sentence(_ reason: ColumnReason) -> String {
    switch reason {
    case .expected: self("import.reason.expected")
    case .some: self("import.reason.some")
    case .stamp: self("import.reason.stamp")
    case .machineTime: self("import.reason.machineTime")
    case .unknownWords: self("import.reason.unknownWords")
    case .repeats: self("import.reason.repeats")
    case .sum(let sum): self("import.reason.sum", ["sum": number(sum)])
    case .empty(let count, let all):
      self("import.reason.empty", ["n": number(count), "all": number(all)])
    }
  }

  /// The first rows of a sheet as the columns have them between which it is asked.
  public func evidence(for question: ImportQuestion, in work: SheetImport) -> [String] {
    question.columns.isEmpty
      ? []
      : work.evidence(for: question).map { line, cells in
        let said = zip(question.columns, cells).map { labelled($0.name, $1.isEmpty ? "–" : $1) }
        return self(
          "import.waits", ["line": String(line), "why": said.joined(separator: " · ")])
      }
  }

  /// What becomes of the columns that stand for no field, and which fields no column stands for.
  public func fates(of work: SheetImport, namingHeld: Bool = true) -> [String] {
    let fates = ColumnFate.allCases.compactMap { fate -> String? in
      let columns = work.columns(that: fate).map(\.name)
      return columns.isEmpty
        ? nil : self("import.fate.\(fate.rawValue)", ["columns": columns.joined(separator: " · ")])
    }
    return work.missing.map { self("import.missing.\($0)") } + fates
      + notKept(of: work, namingHeld)
  }

  /// What of a sheet is in no record: free words of people, people under age, cells about somebody.
  private func notKept(of work: SheetImport, _ namingHeld: Bool) -> [String] {
    func columns(_ list: [(column: String, count: Int)]) -> String {
      list.map { column, count in
        self("import.words.column", ["column": column, "n": number(count)])
      }.joined(separator: " · ")
    }
    let (minors, dropped) = (work.minors, work.droppedCells)
    let held = namingHeld ? work.heldCells : []
    let count = held.reduce(0) { $0 + $1.count }
    return (minors > 0 ? [self("import.minors", count: minors)] : [])
      + (dropped.isEmpty ? [] : [self("import.words.dropped", ["columns": columns(dropped)])])
      + (count > 0 ? [self("import.held", count: count, ["columns": columns(held)])] : [])
  }

  /// The doubt of a row that waits for a question.
  func sentence(_ cause: ImportQuestion.Cause) -> String {
    switch cause {
    case .column(let field): self("import.doubt.asked.column", ["field": importField(field)])
    case .word(_, let text): self("import.doubt.asked.word", ["text": text])
    case .severalEvents: self("import.doubt.asked.severalEvents")
    case .whoCame: self("import.doubt.asked.whoCame")
    case .kind: self("import.doubt.asked.kind")
    case .sameName(let name): self("import.doubt.asked.sameName", ["text": name.text])
    }
  }
}
