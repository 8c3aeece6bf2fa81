import ArgumentParser
import HeardExchange
import HeardKit
import HeardModel
import HeardStore

/// Imports the people of one event from its sign-in sheet.
struct ImportPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Imports the people of an event from a sign-in sheet and prints their ids.",
    discussion: """
      Each line becomes a person under a pseudonym. Names and contacts are dropped, unless \
      --keep-names puts them into identities/, where only you can read them; they never stand in \
      the event, and neither do free words of needs, health or food, nor anything but the status of \
      who is under age. Communities and ages are taken only where the country's profile allows it and the \
      person agreed to be counted; an answer about consent counts only where the notice is known. \
      Where no column tells who came, --status says it; nobody is taken to have come otherwise.

      EXAMPLES
        heard import people sign-in.csv --event 2024-05-28-fr-lyon-4k7q --dry-run
        heard import people sign-in.csv --event 2024-05-28-fr-lyon --status attended
        heard import people sign-in.csv --event 2024-05-28-fr-lyon --notice n-general001 \
      --keep-names
        heard import people sign-in.csv --event 2024-05-28-fr-lyon --keep-names --one-person 3,7
      """)

  @OptionGroup var sheet: SheetOptions

  @Option(
    help: "The id of the event, or its beginning.",
    completion: Completing.ids(.events))
  var event: String

  @Flag(help: "Keeps names and contacts in identities/, readable by you alone.")
  var keepNames = false

  @Option(help: "The notice that everybody on the sheet was told, by its id.")
  var notice: String?

  @Option(
    help: ArgumentHelp(
      "How far all on the sheet came, where no column tells: attended or registered.",
      valueName: "attended|registered"))
  var status: String?

  @Option(
    name: .customLong("status-word"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What a word means for whether somebody came. Several times.", valueName: "word=status"))
  var statusWords: [String] = []

  @Option(
    help: ArgumentHelp(
      "The rows that are of this event, where the sheet has several; * for all.",
      valueName: "column=value"))
  var only: String?

  @OptionGroup var known: KnownPeopleOptions

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try sheet.dryRun ? Inquiry(options) : nil
    let opened = try sheet.dryRun ? nil : OpenedProgramme.toChange(options)
    guard var desk = opened?.desk ?? inquiry?.desk else { return }
    let words = desk.words
    // Only where names are kept they are held against those that lie here.
    let names = keepNames ? (opened?.store ?? inquiry?.store)?.knownNames() ?? [] : []
    guard case .event(let event) = try FoundRecord(self.event, desk.insight, desk.unreadable, words)
    else {
      throw Failure(words("cli.noRecord", ["id": self.event]), .usage)
    }
    let work = try work(event, KnownNames(names), desk)
    tell(work, event, words)
    AlikeOptions.sayOpen(work, desk)
    if let opened {
      sheet.saySums(work, desk)
      let people = try apply(work, event, opened, &desk)
      if sheet.format == nil {
        let ids = people.sorted { $0.key < $1.key }.flatMap(\.value)
        try Output.write(ids.map { "\($0.text)\n" }.joined())
      }
      try sheet.print(
        work, desk,
        ImportListing.rows(ofPeople: work, added: people.compactMapValues(\.first), desk),
        Inquiry(options))
    } else if let inquiry {
      try sheet.print(work, desk, ImportListing.rows(ofPeople: work, added: [:], desk), inquiry)
      sheet.saySums(work, desk)
    }
    if sheet.dryRun, work.tally.added > 0 { Output.say(words("import.people.lasting")) }
    sheet.finish(work, desk, counting: "import.people") {
      $0.waits || !($0.person?.refusals.isEmpty ?? true)
    }
    if SheetOptions.needsLook(work) { throw ExitCode(Failure.Code.faults.rawValue) }
  }

  private func work(_ event: Event, _ names: KnownNames, _ desk: Desk) throws -> SheetImport {
    var told: HeardModel.Notice?
    if let notice {
      told = NoticeID(stored: notice).flatMap { desk.programme.notices[$0] }
      if told == nil { throw Failure(desk.words("cli.noRecord", ["id": notice]), .usage) }
      if !(told?.isToldAtDoor ?? true) {
        throw Failure(desk.words("import.noticeOther", ["id": notice]), .usage)
      }
    }
    let read = try sheet.read(desk.words)
    var signIn = SignIn(event, keepsNames: keepNames, notice: told)
    signIn.known = names
    var work = SheetImport(
      read, of: .people(signIn),
      mapping: try sheet.mapping(desk, kind: "people"), headerLine: sheet.header,
      desk.importContext, readsLater: true)
    for (column, field) in try sheet.mapped(work, desk.words) { work.map(column, to: field) }
    try sheet.sayWords(&work, desk.words)
    try sayStatusWords(&work, desk.words)
    try sayOnly(&work, desk.words)
    if let status {
      guard let known = AttendanceStatus(stored: status), [.attended, .registered].contains(known)
      else {
        let problem = FieldProblem.notAnOption(status, nearest: "attended")
        throw Failure(
          desk.words(
            "cli.option", ["option": "--status", "problem": problem.sentence(desk.words)]), .usage)
      }
      work.everybody(known)
    }
    try sheet.readRows(&work, desk.words)
    try known.answer(&work, desk)
    if work.isStale { try sheet.readRows(&work, desk.words) }
    try sheet.accept(&work, desk.words)
    return work
  }

  /// Says what words of the sheet mean for whether somebody came.
  private func sayStatusWords(_ work: inout SheetImport, _ words: Words) throws {
    for text in statusWords {
      guard let (word, value) = Self.assigned(text) else {
        throw Failure(words("cli.notAssigned", ["text": text]), .usage)
      }
      guard AttendanceStatus(stored: value) != nil else {
        let nearest = AttendanceStatus.attended.stored
        let problem = FieldProblem.notAnOption(value, nearest: nearest)
        throw Failure(
          words(
            "cli.option", ["option": "--status-word", "problem": problem.sentence(words)]), .usage)
      }
      work.say(word, means: value, in: PersonImportField.status.rawValue)
    }
  }

  /// Says which rows are of the event.
  private func sayOnly(_ work: inout SheetImport, _ words: Words) throws {
    guard let only else { return }
    guard let (name, value) = Self.assigned(only) else {
      throw Failure(words("cli.notAssigned", ["text": only]), .usage)
    }
    let column = try sheet.column(name, work.table, words)
    work.only(OnlyRows(column: column.name, value: value == "*" ? nil : value))
  }

  private static func assigned(_ text: String) -> (String, String)? {
    text.lastIndex(of: "=").map { sign in
      (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
  }

  /// Says how the sheet was read: what of it is not kept is said each time.
  private func tell(_ work: SheetImport, _ event: Event, _ words: Words) {
    Output.say(
      words.reading(
        of: work.sheet, headerLine: work.table.headerLine, rows: work.table.rows.count))
    for column in work.table.columns {
      let field = work.field(of: column)
      guard sheet.dryRun, work.fate(of: column) == nil else { continue }
      Output.say(
        words(
          "import.column", ["column": column.name, "field": words.importField(field)]))
    }
    Output.say(words(keepNames ? "import.names.kept" : "import.names.dropped"))
    sheet.sayQuestions(work, words)
    if !event.aboutCommunities.isEmpty { Output.say(words("person.sensitiveList")) }
  }

  /// Saves the list, then the names behind the pseudonyms, each in a file of its own.
  private func apply(
    _ work: SheetImport, _ event: Event, _ opened: OpenedProgramme, _ desk: inout Desk
  ) throws -> [Int: [PersonID]] {
    try sheet.keep(work, opened)
    let made = desk.peopleChange(of: work.rows, on: event, from: work.sheet.name)
    guard let (change, people, identities) = made else { return [:] }
    opened.sayWhereLasting(try opened.save(change))
    do throws(StoreError) {
      try opened.store.keep(identities, settings: desk.programme.settings)
    } catch {
      throw Failure(
        desk.words("import.names.failed", ["why": desk.words.sentence(error)]), .io)
    }
    return people
  }
}
