import HeardExchange
import HeardKit
import HeardModel

// Doubts by what causes them, each with the option that answers for all its rows.
extension SheetOptions {
  /// Says each doubt once: how many rows have it, in which column, and what answers.
  func sayDoubts(_ work: SheetImport, _ desk: Desk) {
    let groups = work.doubtGroups
    if groups.isEmpty { return }
    Output.say(desk.words("import.group.sum", count: work.tally.waiting))
    Output.say(
      lines: groups.map { group in
        let said = desk.words.summary(group, desk.formats)
        return desk.words.inARow(["- \(said)", step(for: group, work, desk)])
      })
  }

  /// Names the option that settles the most rows; what is left is corrected, or taken as it is.
  func sayClosing(_ work: SheetImport, _ desk: Desk) {
    let words = desk.words
    let steps = work.doubtGroups.compactMap { group in
      Self.option(for: group, work, desk).map { (option: $0, group: group) }
    }
    let settling = work.settling
    let best = steps.map { (option: $0.option, count: settling[$0.group.cause] ?? 0) }
      .max { $0.count < $1.count }
    if let best, best.count > 0 {
      Output.say(
        words(
          "import.group.closing",
          [
            "step": best.option, "n": words.number(best.count),
            "all": words.number(work.tally.waiting),
          ]))
    }
    let answered = Set(steps.map(\.group.cause))
    let others = work.rows.filter { row in
      row.waits && !row.doubts.contains { answered.contains(work.cause(of: $0, in: row)) }
    }
    let alone = others.count(where: \.needsOwnAnswer)
    if others.count > alone { Output.say(words("import.correct", count: others.count - alone)) }
    if alone > 0 { Output.say(words("import.correctEach", count: alone)) }
  }

  private func step(for group: DoubtGroup, _ work: SheetImport, _ desk: Desk) -> String {
    guard let option = Self.option(for: group, work, desk) else { return "" }
    guard work.asksMeaning(group) else {
      return desk.words("import.group.step", ["step": option])
    }
    guard let values = work.values(of: group.cause.field) else {
      return desk.words("import.group.stepCode", ["step": option])
    }
    let names = ["step": option, "values": values.joined(separator: desk.words("import.comma"))]
    return desk.words("import.group.stepWord", names)
  }

  /// The option that answers for all rows of a group; nil where they are looked at one by one.
  static func option(for group: DoubtGroup, _ work: SheetImport, _ desk: Desk) -> String? {
    if work.asksMeaning(group), let word = group.example.text { return "--word \"\(word)=VALUE\"" }
    switch group.example {
    case .perhapsMerged(let column, _): return "--fill-down \"\(column)\""
    case .dateAmbiguous: return "--date-order day|month"
    case .zoneMissing(let country?):
      let zone = desk.zoneOptions(country).first?.value ?? "ZONE"
      return "--zone \(country.stored)=\(zone)"
    case .knownPerson: return "--one-person all|LINES"
    case .asked(let cause):
      return work.questions.first { $0.cause == cause }.flatMap { option(for: $0) }
    default: return nil
    }
  }

  /// The option that answers a question about the whole sheet.
  private static func option(for question: ImportQuestion) -> String? {
    switch question.cause {
    case .column(let field):
      return question.options.first?.column.map { "--map \"\($0.name)=\(field)\"" }
    case .word(_, let text): return "--word \"\(text)=VALUE\""
    case .whoCame: return "--status attended|registered"
    case .severalEvents: return question.about.map { "--only \"\($0.name)=VALUE\"" }
    case .sameName(let name): return "--join \"\(name.text)=NAME|new\""
    case .kind: return nil
    }
  }

  /// Says what words of the sheet mean, in every column in which they stand.
  func sayWords(_ work: inout SheetImport, _ words: Words) throws {
    for text in self.words {
      guard let sign = text.lastIndex(of: "=") else {
        throw Failure(words("cli.notAssigned", ["text": text]), .usage)
      }
      let word = String(text[..<sign])
      let value = String(text[text.index(after: sign)...])
      if work.isOfConsent(word) {
        throw Failure(words("import.word.consent", ["text": word]), .usage)
      }
      let fields = work.fields(with: word)
      if fields.isEmpty { throw Failure(words("import.word.nowhere", ["text": word]), .usage) }
      let meant = fields.compactMap { field in
        work.value(value, of: field).map { (field: field, value: $0) }
      }
      if meant.isEmpty {
        let values = fields.flatMap { work.values(of: $0) ?? [] }
        let problem = FieldProblem.notAnOption(value, nearest: values.first)
        throw Failure(
          words("cli.option", ["option": "--word", "problem": problem.sentence(words)]), .usage)
      }
      for (field, value) in meant { work.say(word, means: value, in: field) }
    }
  }
}
