import ArgumentParser
import HeardExchange
import HeardInsight
import HeardKit
import HeardModel

/// Imports events from a sheet.
struct ImportEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Imports events from a CSV file and prints their ids.",
    discussion: """
      Columns are known by their names in six languages, by what they hold and by each other; \
      where several fit, that is asked once for the sheet, and --map answers. Rows that \
      have to be looked at are told with the reason and left out, unless --accept or --yes takes \
      them as they are: what is not understood stays unknown, its words go to the notes. Sums and \
      remarks of the sheet are no events; what its rows come to is told beside its own total. A \
      row that was imported before is not added again; where it differs now, its event stays as \
      it is, unless --update lets the event take what the row says.

      EXAMPLES
        heard import events events-2024.csv --dry-run
        heard import events events-2024.csv --fill-down Pays --dry-run
        heard import events events-2024.csv --map "Nb pers.=attendance" --date-order day
        heard import events events-2024.csv --zone US=America/Chicago --dry-run
        heard import events events-2024.csv --keep-mapping paris
        heard import events events-2025.csv --mapping paris --yes
        heard import events events-2024.csv --update 12,15
      """)

  @OptionGroup var sheet: SheetOptions

  @Option(help: "In which order day and month stand, where the dates do not tell: day or month.")
  var dateOrder: DateOrderOption?

  @Option(
    name: .customLong("zone"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "By which clock the times in a country are told, where the rows do not say. Several times.",
      valueName: "country=zone"))
  var zone: [String] = []

  @Option(
    help: """
      How the numbers are known where no column tells: counted, reported, estimated or notKnown.
      """)
  var source: String?

  @Option(
    name: .customLong("fill-down"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Empty cells of this column mean the one above, as after merged cells. Several times.",
      valueName: "column"))
  var fillDown: [String] = []

  @Option(
    help: ArgumentHelp(
      "Lets the events of rows that differ take what the sheet says: all, or lines as 12,15.",
      valueName: "lines"))
  var update: String?

  @Option(
    name: .customLong("keep-cell"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Lets a cell that may be about somebody stand in the notes. Several times.",
      valueName: "line:column"))
  var keepCell: [String] = []

  @OptionGroup var alike: AlikeOptions

  @OptionGroup var names: SheetNameOptions

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try sheet.dryRun ? Inquiry(options) : nil
    let opened = try sheet.dryRun ? nil : OpenedProgramme.toChange(options)
    guard var desk = opened?.desk ?? inquiry?.desk else { return }
    let read = try sheet.read(desk.words)
    var work = SheetImport(
      read, mapping: try sheet.mapping(desk, kind: "events"), headerLine: sheet.header,
      desk.importContext, readsLater: true)
    try applyOptions(&work, desk)
    try sheet.readRows(&work, desk.words)
    if try names.join(&work, desk) { try sheet.readRows(&work, desk.words) }
    try keepCells(&work, desk.words)
    try alike.answer(&work, desk)
    tell(work, desk)
    AlikeOptions.sayOpen(work, desk)
    names.say(work, desk.words)
    try sheet.accept(&work, desk.words)
    try chooseUpdates(&work, desk)
    if let opened {
      sheet.saySums(work, desk)
      let ids = try apply(work, opened, &desk)
      if sheet.format == nil {
        try Output.write(ids.sorted { $0.key < $1.key }.map { "\($0.value.text)\n" }.joined())
      }
      try sheet.print(work, desk, ImportListing.rows(work, added: ids, desk), Inquiry(options))
    } else if let inquiry {
      try sheet.print(work, desk, ImportListing.rows(work, added: [:], desk), inquiry)
      sheet.saySums(work, desk)
    }
    sheet.finish(work, desk, counting: "import") {
      $0.waits || !$0.differs.isEmpty || $0.importedAs != nil
    }
    if SheetOptions.needsLook(work) { throw ExitCode(Failure.Code.faults.rawValue) }
  }

  /// Lets events take what their rows say, where that is asked for and no lock is on them.
  private func chooseUpdates(_ work: inout SheetImport, _ desk: Desk) throws {
    guard let update else { return }
    let named = SheetOptions.lines(update)
    guard update == "all" || !named.isEmpty else {
      let problem = FieldProblem.notAnOption(update, nearest: "all")
      throw Failure(
        desk.words(
          "cli.option", ["option": "--update", "problem": problem.sentence(desk.words)]), .usage)
    }
    for row in work.rows where !row.differs.isEmpty {
      guard update == "all" || named.contains(row.line), let id = row.knownID,
        let there = desk.programme.events[id]
      else { continue }
      if let lock = desk.programme.lock(of: there) {
        Output.say(
          desk.words(
            "import.waits",
            ["line": String(row.line), "why": desk.words.sentence(lock, desk.formats)]))
      } else {
        work.choose(.accepted, line: row.line)
      }
    }
  }

  /// Lets single cells stand in the notes that may be about somebody.
  private func keepCells(_ work: inout SheetImport, _ words: Words) throws {
    if keepCell.isEmpty { return }
    for text in keepCell {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let line = Int(parts[0]), let row = work.row(line: line) else {
        throw Failure(
          words(
            "cli.option",
            ["option": "--keep-cell", "problem": words("import.notALine", ["text": text])]),
          .usage)
      }
      let name =
        row.held.contains(parts[1]) ? parts[1] : try sheet.column(parts[1], work.table, words).name
      work.keep(true, cellOf: name, line: line)
    }
    try sheet.readRows(&work, words)
  }

  /// Takes over what the options say of columns, dates and numbers.
  private func applyOptions(_ work: inout SheetImport, _ desk: Desk) throws {
    for (column, field) in try sheet.mapped(work, desk.words) {
      work.map(column, to: field)
    }
    try sheet.sayWords(&work, desk.words)
    names.make(&work)
    for name in fillDown {
      work.fillDown(try sheet.column(name, work.table, desk.words), true)
    }
    if let dateOrder { work.order(dateOrder.order) }
    for text in zone {
      let (country, zone) = try named(text, desk)
      work.zone(zone, in: country)
    }
    if let source {
      guard let known = AttendanceSource(stored: source), known != .listed
      else {
        let problem = FieldProblem.notAnOption(source, nearest: nil)
        throw Failure(
          desk.words(
            "cli.option", ["option": "--source", "problem": problem.sentence(desk.words)]), .usage)
      }
      work.source(known)
    }
  }

  /// The country and the zone of `US=America/Chicago`.
  private func named(_ text: String, _ desk: Desk) throws -> (CountryCode, ZoneName) {
    func refuse(_ problem: FieldProblem) -> Failure {
      Failure(
        desk.words(
          "cli.option", ["option": "--zone", "problem": problem.sentence(desk.words)]), .usage)
    }
    guard let sign = text.firstIndex(of: "=") else {
      throw Failure(desk.words("cli.notAssigned", ["text": text]), .usage)
    }
    let code: String
    switch OptionInput.value(String(text[..<sign]), desk.countryOptions) {
    case .success(let value): code = value
    case .failure(let problem): throw refuse(problem)
    }
    let name = String(text[text.index(after: sign)...])
    guard let country = CountryCode(stored: code), let zone = ZoneName(stored: name),
      ZoneClock(zone) != nil
    else {
      let usual = CountryCode(stored: code).flatMap { desk.zoneOptions($0).first?.value }
      throw refuse(.notAnOption(name, nearest: usual))
    }
    return (country, zone)
  }

  /// Says how the file was read, before what comes of it.
  private func tell(_ work: SheetImport, _ desk: Desk) {
    let words = desk.words
    Output.say(
      words.reading(
        of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count))
    for column in work.table.columns {
      let field = work.field(of: column)
      // What is in no field is said each time, the rest where somebody is trying out.
      guard sheet.dryRun, work.fate(of: column) == nil else { continue }
      let label = words.importField(field)
      Output.say(words("import.column", ["column": column.name, "field": label]))
    }
    if let order = words.sentence(work.dateEvidence, given: work.mapping.dateOrder) {
      Output.say(order)
    }
    if let unsourced = words.unsourced(work) { Output.say(unsourced) }
    sheet.sayQuestions(work, words)
  }

  /// Saves what is taken, all as one change.
  private func apply(
    _ work: SheetImport, _ opened: OpenedProgramme, _ desk: inout Desk
  ) throws -> [Int: EventID] {
    try sheet.keep(work, opened)
    guard
      let (change, events) = desk.importChange(
        of: work.taken, making: work.made(of: work.taken))
    else { return [:] }
    opened.sayWhereLasting(try opened.save(change))
    return events
  }
}

/// An order of day and month as it is typed.
enum DateOrderOption: String, ExpressibleByArgument, CaseIterable {
  case day
  case month

  var order: DateOrder { self == .day ? .dayFirst : .monthFirst }
}
