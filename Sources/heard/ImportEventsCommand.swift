import ArgumentParser
import HeardExchange
import HeardModel
import HeardScreens

/// Brings in events from a sheet.
struct ImportEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Brings in events from a CSV file and prints their ids.",
    discussion: """
      Columns are known by their names in six languages; --map says what is not known. Rows that \
      have to be looked at are told with the reason and left out, unless --accept or --yes takes \
      them as they are: what is not understood stays unknown, its words go to the notes. A row \
      that was brought in before is not added again.

      EXAMPLES
        heard import events events-2024.csv --dry-run
        heard import events events-2024.csv --map "Nb pers.=attendance" --date-order day
        heard import events events-2024.csv --keep-mapping paris
        heard import events events-2025.csv --mapping paris --yes
      """)

  @OptionGroup var sheet: SheetOptions

  @Option(help: "In which order day and month stand, where the dates do not tell: day or month.")
  var dateOrder: DateOrderOption?

  @Option(
    help: "How the numbers are known where no column tells: counted, reported or estimated.")
  var source: String?

  @Option(
    name: .customLong("fill-down"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Empty cells of this column mean the one above, as after merged cells. Several times.",
      valueName: "column"))
  var fillDown: [String] = []

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try sheet.dryRun ? Inquiry(options) : nil
    let opened = try sheet.dryRun ? nil : OpenedProgramme.toChange(options)
    guard var desk = opened?.desk ?? inquiry?.desk else { return }
    let read = try sheet.read(desk.words)
    var work = EventImport(
      read, mapping: try sheet.mapping(desk, kind: "events"), headerLine: sheet.header,
      desk.importContext)
    try settle(&work, desk)
    tell(work, desk)
    for row in work.rows where !row.doubts.isEmpty && sheet.accepts(row.line, row.isTwin) {
      work.choose(.accepted, line: row.line)
    }
    let waiting = work.rows.filter { !$0.doubts.isEmpty && !$0.isTaken }
    if let opened {
      let ids = try apply(work, opened, &desk)
      if sheet.format == nil {
        try Output.write(ids.sorted { $0.key < $1.key }.map { "\($0.value.text)\n" }.joined())
      }
      try sheet.print(ImportListing.rows(work, added: ids, desk), Inquiry(options))
    } else if let inquiry {
      let listing = ImportListing.rows(work, added: [:], desk)
      try listing.print(sheet.format ?? .table, inquiry)
    }
    finish(work, waiting, desk)
    if !waiting.isEmpty { throw ExitCode(Failure.Code.faults.rawValue) }
  }

  /// Takes over what the options say of columns, dates and numbers.
  private func settle(_ work: inout EventImport, _ desk: Desk) throws {
    for (column, field) in try sheet.mapped(work.table, EventImportField.self, desk.words) {
      work.map(column, to: field)
    }
    for name in fillDown {
      work.fillDown(try sheet.column(name, work.table, desk.words), true)
    }
    if let dateOrder { work.order(dateOrder.order) }
    if let source {
      guard let known = AttendanceSource(stored: source), known != .listed, known != .notKnown
      else {
        let problem = FieldProblem.notAnOption(source, nearest: nil)
        throw Failure(
          desk.words(
            "cli.option", ["option": "--source", "problem": problem.sentence(desk.words)]), .usage)
      }
      work.source(known)
    }
  }

  /// Says how the file was read, before what comes of it.
  private func tell(_ work: EventImport, _ desk: Desk) {
    let words = desk.words
    Output.say(
      words.reading(
        of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count))
    for column in work.table.columns {
      let field = work.field(of: column)
      // What is dropped is said each time, the rest where somebody is trying out.
      guard sheet.dryRun || field == .leaveOut else { continue }
      let label = words.importField(field.rawValue)
      Output.say(words("import.column", ["column": column.name, "field": label]))
    }
    if let order = words.sentence(work.dateEvidence, given: work.mapping.dateOrder) {
      Output.say(order)
    }
  }

  /// Saves what is taken, all as one change.
  private func apply(
    _ work: EventImport, _ opened: OpenedProgramme, _ desk: inout Desk
  ) throws -> [Int: EventID] {
    try sheet.keep(work.mapping, kind: "events", opened)
    let taken = work.taken
    guard let change = desk.importChange(of: taken) else { return [:] }
    try opened.save(change)
    return Dictionary(
      zip(taken.map(\.line), change.edits).compactMap { line, edit in
        EventID(stored: edit.key.recordID).map { (line, $0) }
      }
    ) { first, _ in first }
  }

  private func finish(_ work: EventImport, _ waiting: [ImportRow], _ desk: Desk) {
    let words = desk.words
    for row in waiting {
      let why = words.sentences(of: row, desk.formats).joined(separator: " ")
      Output.say(words("import.waits", ["line": String(row.line), "why": why]))
    }
    for row in work.rows {
      if case .here(_, let differs) = row.state, !differs.isEmpty {
        let why = words.sentences(of: row, desk.formats).joined(separator: " ")
        Output.say(words("import.waits", ["line": String(row.line), "why": why]))
      }
    }
    let taken = words(sheet.dryRun ? "import.would" : "import.done", count: work.taken.count)
    Output.say(
      words(
        "import.summary",
        [
          "taken": taken, "waiting": words.number(waiting.count),
          "here": words.number(
            work.rows.count { if case .here = $0.state { true } else { false } }),
          "skipped": words.number(
            work.rows.count { if case .skipped = $0.state { true } else { false } }
              + work.sheet.emptyRows + work.table.above.count),
        ]))
    if !waiting.isEmpty { Output.say(words("import.mend", count: waiting.count)) }
  }
}

/// An order of day and month as it is typed.
enum DateOrderOption: String, ExpressibleByArgument, CaseIterable {
  case day
  case month

  var order: DateOrder { self == .day ? .dayFirst : .monthFirst }
}
