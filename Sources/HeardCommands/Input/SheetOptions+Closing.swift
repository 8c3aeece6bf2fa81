import HeardExchange
import HeardKit
import HeardModel

// What is said of a sheet beside its rows.
extension SheetOptions {
  /// Says what comes of it: the sums before anything is saved, and the sheet's own beside them.
  func saySums(_ work: SheetImport, _ desk: Desk) { Output.say(lines: desk.sums(of: work)) }

  /// Prints the rows where a form was asked for, or a dry run shows them anyway.
  func print(
    _ work: SheetImport, _ desk: Desk, _ listing: Listing,
    _ inquiry: @autoclosure () throws -> Inquiry
  ) throws {
    guard let format = format ?? (dryRun ? .table : nil) else { return }
    if format == .json {
      let whole = [
        "rows": listing.json, "sums": ImportListing.sums(work),
        "columns": ImportListing.columns(work), "questions": ImportListing.questions(work),
        "names": ImportListing.names(work), "pairs": ImportListing.pairs(work),
        "minors": .integer(work.minors), "dropped": ImportListing.cells(work.droppedCells),
        "held": ImportListing.cells(work.heldCells), "doubts": ImportListing.doubts(work, desk),
      ]
      return try Output.write(SafeJSON.bytes(.object(whole)))
    }
    // What is the same of many rows is said below, once.
    let shown = format == .table ? listing.without("sentence") : listing
    try shown.print(format, inquiry())
  }

  /// Whether each row was printed with what is to be said of it.
  private var areRowsTold: Bool { format.map { $0 != .table } ?? false }

  /// Tells the doubts by their cause and the rows of which there is more to say, then how many
  /// stand how and what would answer for most of them.
  func finish(
    _ work: SheetImport, _ desk: Desk, counting kind: String, shown: (ImportRow) -> Bool
  ) {
    let words = desk.words
    sayDoubts(work, desk)
    if !areRowsTold { sayRows(work.rows.filter(shown), work.subject, desk) }
    let tally = work.tally
    Output.say(
      words(
        "import.summary",
        [
          "taken": taken(work, kind, words), "waiting": words.number(tally.waiting),
          "here": words.number(tally.here), "skipped": words.number(tally.skipped),
        ]))
    if let joined = words.joined(tally) { Output.say(joined) }
    let differ = tally.updated + tally.differing
    if differ > 0 {
      Output.say(
        words("import.differing", count: differ, ["taken": words.number(tally.updated)]))
    }
    sayClosing(work, desk)
    if !work.questions.isEmpty {
      Output.say(words("import.question.open", count: work.questions.count))
    }
  }

  /// Says what becomes of the columns that stand for nothing, then what has to be answered first:
  /// before anything is saved.
  func sayQuestions(_ work: SheetImport, _ words: Words) {
    Output.say(lines: words.fates(of: work))
    if !work.heldCells.isEmpty { Output.say(words("import.held.option")) }
    for question in work.questions {
      Output.say(words.sentence(question))
      if case .column = question.cause {
        Output.say(
          lines: question.options.filter { $0.column != nil }.map { "- \(words.label($0))" })
      }
      Output.say(lines: words.evidence(for: question, in: work))
      Output.say(lines: answers(to: question, work.subject, words))
    }
  }

  /// The options of the command line that answer.
  private func answers(
    to question: ImportQuestion, _ subject: ImportSubject, _ words: Words
  ) -> [String] {
    switch question.cause {
    case .column(let field):
      let column = question.options.first?.column?.name ?? ""
      let names = ["column": column, "field": field]
      let isAlone = question.columns.count == 1 && subject.dropped == "notes"
      return [words("import.question.map", names)]
        + (isAlone ? [words("import.question.mapNone", names)] : [])
    case .word(_, let text): return [words("import.question.saysWord", ["text": text])]
    case .severalEvents:
      guard let column = question.about?.name,
        case .only(let value)? = question.options.first?.answer
      else { return [] }
      return [words("import.question.only", ["column": column, "value": value])]
    case .whoCame: return [words("import.question.status")]
    case .kind: return [words("import.question.mapEvents")]
    case .sameName(let name):
      return [
        words(
          "import.question.join", ["text": name.text, "name": name.near.first?.text ?? "NAME"])
      ]
    }
  }

  /// The exit code of what is to be looked at: rows that wait, a sum that is another one.
  static func needsLook(_ work: SheetImport) -> Bool {
    if work.tally.waiting > 0 { return true }
    return switch work.subject {
    case .events: work.eventSums.differ
    case .people: work.peopleSums.differ
    }
  }

  private func taken(_ work: SheetImport, _ kind: String, _ words: Words) -> String {
    let taken = words("\(kind).\(dryRun ? "would" : "done")", count: work.tally.added)
    guard !dryRun, case .events = work.subject else { return taken }
    let came = words("count.attendances", count: work.eventSums.allSaved.attendances)
    return words("import.came", ["taken": taken, "attendances": came])
  }

  /// Says what there is to say of rows, those of which the same is said together.
  private func sayRows(_ rows: [ImportRow], _ subject: ImportSubject, _ desk: Desk) {
    var lines: [String: [Int]] = [:]
    var order: [String] = []
    for row in rows {
      let why = desk.sentences(of: row, subject, withDoubts: false).joined(separator: " ")
      if why.isEmpty { continue }
      if lines[why] == nil { order.append(why) }
      lines[why, default: []].append(row.line)
    }
    for why in order {
      guard let lines = lines[why], let first = lines.first else { continue }
      let all = desk.words.lines(lines)
      Output.say(
        lines.count == 1
          ? desk.words("import.waits", ["line": String(first), "why": why])
          : desk.words("import.waits.several", ["lines": all, "why": why]))
    }
  }
}
