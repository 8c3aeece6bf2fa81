import ArgumentParser
import HeardExchange
import HeardModel
import HeardScreens
import HeardStore

/// Brings in the people of one event from its sign-in sheet.
struct ImportPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Brings in the people of an event from a sign-in sheet and prints their ids.",
    discussion: """
      Each line becomes a person under a pseudonym. Names and contacts are dropped, unless \
      --keep-names puts them into identities/, where only you can read them; they never stand in \
      the event. Communities and ages are taken only where the country's profile allows it and the \
      person agreed to be counted; an answer about consent counts only where the notice is known.

      EXAMPLES
        heard import people sign-in.csv --event 2024-05-28-fr-lyon-4k7q --dry-run
        heard import people sign-in.csv --event 2024-05-28-fr-lyon --notice n-general001 \
      --keep-names
      """)

  @OptionGroup var sheet: SheetOptions

  @Option(help: "The id of the event, or its beginning.")
  var event: String

  @Flag(help: "Keeps names and contacts in identities/, readable by you alone.")
  var keepNames = false

  @Option(help: "The notice that everybody on the sheet was told, by its id.")
  var notice: String?

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try sheet.dryRun ? Inquiry(options) : nil
    let opened = try sheet.dryRun ? nil : OpenedProgramme.toChange(options)
    guard var desk = opened?.desk ?? inquiry?.desk else { return }
    let words = desk.words
    guard case .event(let event) = try FoundRecord(self.event, desk.insight, words) else {
      throw Failure(words("cli.noRecord", ["id": self.event]), .usage)
    }
    let work = try work(event, desk)
    tell(work, event, words)
    let waiting = work.rows.filter { !$0.doubts.isEmpty && !$0.isTaken }
    if let opened {
      let people = try apply(work, event, opened, &desk)
      if sheet.format == nil {
        try Output.write(people.sorted { $0.key < $1.key }.map { "\($0.value.text)\n" }.joined())
      }
      try sheet.print(ImportListing.rows(work, event, added: people, desk), Inquiry(options))
    } else if let inquiry {
      try ImportListing.rows(work, event, added: [:], desk)
        .print(sheet.format ?? .table, inquiry)
    }
    finish(work, event, waiting, desk)
    if !waiting.isEmpty { throw ExitCode(Failure.Code.faults.rawValue) }
  }

  private func work(_ event: Event, _ desk: Desk) throws -> PersonImport {
    var told: HeardModel.Notice?
    if let notice {
      told = NoticeID(stored: notice).flatMap { desk.programme.notices[$0] }
      if told == nil { throw Failure(desk.words("cli.noRecord", ["id": notice]), .usage) }
    }
    let read = try sheet.read(desk.words)
    var work = PersonImport(
      read, of: event, mapping: try sheet.mapping(desk, kind: "people"),
      headerLine: sheet.header, keepsNames: keepNames, notice: told, desk.importContext)
    for (column, field) in try sheet.mapped(work.table, PersonImportField.self, desk.words) {
      work.map(column, to: field)
    }
    for row in work.rows where sheet.accepts(row.line, row.isTwin) && !row.doubts.isEmpty {
      work.accept(line: row.line)
    }
    return work
  }

  /// Says how the sheet was read: what of it is not kept is said each time.
  private func tell(_ work: PersonImport, _ event: Event, _ words: Words) {
    Output.say(
      words.reading(
        of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count))
    for column in work.table.columns {
      let field = work.field(of: column)
      guard sheet.dryRun || field == .leaveOut else { continue }
      Output.say(
        words(
          "import.column", ["column": column.name, "field": words.importField(field.rawValue)]))
    }
    Output.say(words(keepNames ? "import.names.kept" : "import.names.dropped"))
    if !event.aboutCommunities.isEmpty { Output.say(words("person.sensitiveList")) }
  }

  /// Saves the list, then the names behind the pseudonyms, each in a file of its own.
  private func apply(
    _ work: PersonImport, _ event: Event, _ opened: OpenedProgramme, _ desk: inout Desk
  ) throws -> [Int: PersonID] {
    try sheet.keep(work.mapping, kind: "people", opened)
    let made = desk.peopleChange(of: work.rows, on: event, from: work.sheet.name)
    guard let (change, people, identities) = made else { return [:] }
    try opened.save(change)
    do throws(StoreError) {
      try opened.store.keep(identities, settings: desk.programme.settings)
    } catch {
      throw Failure(
        desk.words("import.names.failed", ["why": desk.words.sentence(error)]), .io)
    }
    return people
  }

  private func finish(
    _ work: PersonImport, _ event: Event, _ waiting: [PersonImportRow], _ desk: Desk
  ) {
    let words = desk.words
    for row in work.rows
    where !row.refusals.isEmpty || waiting.contains(where: { $0.line == row.line }) {
      let said = words.sentences(of: row, event, desk.programme, desk.formats)
      Output.say(
        words("import.waits", ["line": String(row.line), "why": said.joined(separator: " ")]))
    }
    let taken = work.rows.count(where: \.isTaken)
    let here = work.rows.count { if case .listed = $0.state { true } else { false } }
    let skipped = work.rows.count { $0.state == .skipped } + work.sheet.emptyRows
    Output.say(
      words(
        "import.summary",
        [
          "taken": words(sheet.dryRun ? "import.people.would" : "import.people.done", count: taken),
          "waiting": words.number(waiting.count), "here": words.number(here),
          "skipped": words.number(skipped + work.table.above.count),
        ]))
    if !waiting.isEmpty { Output.say(words("import.mend", count: waiting.count)) }
  }
}
