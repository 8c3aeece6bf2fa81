import ArgumentParser
import HeardKit
import HeardListening
import HeardModel

/// Adds a testimony from a file of text.
struct AddTestimonyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "testimony",
    abstract: "Adds a testimony from a text file and prints its id.",
    discussion: """
      Every purpose is asked by itself: \
      \(ConsentPurpose.allCases.map(\.rawValue).joined(separator: ", ")). \
      What stands neither under --consent nor under --refused was not asked, and stays closed. \
      What nobody but who took it down could read, or nobody at all, is stored only with --yes. \
      Who refuses record is not kept: the file is not read and nothing is stored; with --yes the \
      event counts one contribution more. With --set triage=safeguarding the words are kept in \
      safeguarding/ of this machine alone, for the safeguarding lead (heard safeguarding).

      EXAMPLES
        heard add testimony --event 2024-05-28-fr-lyon --file notes.txt --consent record,learn
        heard add testimony --event 2024-05-28-fr-lyon --file - --consent record,learn,contact \
      --refused publish --speaker Amina --language fr < notes.txt
      """)

  @Option(
    help: ArgumentHelp("The event at which it was told.", valueName: "id"),
    completion: Completing.ids(.events))
  var event: String

  @Option(
    help: ArgumentHelp("The text in UTF-8; - reads the standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("What the speaker agreed to, with commas.", valueName: "purposes"),
    completion: Completing.commas(ConsentPurpose.allCases.map(\.rawValue)))
  var consent: [String] = []

  @Option(
    help: ArgumentHelp("What the speaker said no to, with commas.", valueName: "purposes"),
    completion: Completing.commas(ConsentPurpose.allCases.map(\.rawValue)))
  var refused: [String] = []

  @Option(parsing: .unconditional, help: "What the speaker is called here; never a real name.")
  var speaker: String?

  @Option(
    help: "The language of the words, as fr or pt-BR.",
    completion: Completing.values(of: "language", .testimony))
  var language: String?

  @Option(
    help: "How the words came onto the page: verbatim, notes, interpreted, writtenByPerson.",
    completion: Completing.values(of: "textKind", .testimony))
  var kind: String?

  @Option(
    help: "How consent was taken: written, oralWitnessed, recorded or paperSheet.",
    completion: Completing.values(of: "method", .testimony))
  var method: String?

  @Option(help: ArgumentHelp("The notice that the speaker was told.", valueName: "id"))
  var notice: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.testimony))
  var assignments: [String] = []

  @Flag(
    help: """
      Stores words that not everybody of the team could read; where keeping them is refused, \
      counts that somebody spoke.
      """)
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let spoken = language.map { ["language=\($0)"] } ?? []
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange([event], setting: spoken + assignments))
    var desk = opened.desk
    let words = desk.words
    let given = try purposes(consent, "--consent", words)
    let closed = try purposes(refused, "--refused", words)
    if let both = given.first(where: closed.contains) {
      throw Failure(words("cli.bothAnswers", ["purpose": both.stored]), .usage)
    }
    guard case .event(let event) = try FoundRecord(event, desk.insight, desk.unreadable, words)
    else {
      throw Failure(words("cli.noEvent", ["id": event]), .usage)
    }
    if closed.contains(.record) { return try refuse(event, opened) }
    try warnOfNoLead(event, desk)
    var sheet = try filled(event, given, closed, desk)
    if sheet.answers[.record] == .refused { return try refuse(event, opened) }
    repeat {
      sheet.testimony.id = desk.ids.make("t")
    } while opened.isTaken(.testimony(sheet.testimony.id, event: event.id))
    let testimony = sheet.finished(&desk)
    if !yes, !testimony.isForLead, let why = whoReads(testimony, desk) {
      throw Failure(words("cli.notStored", ["why": why]), .usage)
    }
    let change = Change(
      .added(kind: .testimony, title: event.title), before: nil, after: .testimony(testimony))
    guard let change else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(testimony.id.text)\n")
    opened.say("change.added", .testimony, event.title, saved)
    let code = testimony.consent.withdrawalCode
    if !code.isEmpty { Output.say(words("testimony.code", ["code": code])) }
    if testimony.isForLead { return desk.sayKept(testimony) }
    if let why = whoReads(testimony, desk) { Output.say(why) }
  }

  /// Stops before anything is read or typed where it is for a lead whom nobody has named.
  private func warnOfNoLead(_ event: Event, _ desk: Desk) throws {
    let mark = "triage=\(Triage.safeguarding.stored)"
    guard !yes, assignments.contains(where: { $0.filter { $0 != " " } == mark }),
      desk.leadContacts(at: event.id) == nil
    else { return }
    throw Failure(
      desk.words.inARow([desk.words("cli.noLead"), desk.words("cli.noLeadYes")]), .usage)
  }

  /// Keeps nothing of what was said; that somebody spoke is counted where the person says so.
  private func refuse(_ event: Event, _ opened: OpenedProgramme) throws {
    guard yes else { return Output.say(opened.desk.words("cli.recordRefused")) }
    var counted = event
    counted.unrecordedContributions = (event.unrecordedContributions ?? 0) + 1
    let change = Change(
      .edited(kind: .event, title: event.title), before: .event(event), after: .event(counted))
    guard let change, try opened.save(change) != .shown else { return }
    Output.say(opened.desk.words("testimony.counted"))
  }

  private func filled(
    _ event: Event, _ given: [ConsentPurpose], _ closed: [ConsentPurpose], _ desk: Desk
  ) throws -> TestimonySheet {
    var testimony = Testimony()
    testimony.event = event.id
    testimony.takenAt = desk.now
    testimony.takenBy = desk.settings.staff
    testimony.language =
      event.languages.first ?? desk.programme.profile(event.country).languages.first
      ?? .undetermined
    testimony.text = try TextFile.read(file, desk.words)
    var setter = FieldSetter(
      TestimonyFields.spec, TestimonySheet(testimony, on: desk.today), desk)
    try setter.set("speaker", to: speaker, option: "--speaker")
    try setter.set("language", to: language, option: "--language")
    try setter.set("textKind", to: kind, option: "--kind")
    try setter.set("method", to: method, option: "--method")
    try setter.set("notice", to: notice, option: "--notice")
    for purpose in given {
      try setter.set(field(of: purpose), to: ConsentState.given.stored, option: "--consent")
    }
    for purpose in closed {
      try setter.set(field(of: purpose), to: ConsentState.refused.stored, option: "--refused")
    }
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    setter.sayUnderstood()
    return setter.subject
  }

  /// The field in which a purpose is answered, as `mayRecord`.
  private func field(of purpose: ConsentPurpose) -> String {
    "may\(purpose.stored.prefix(1).uppercased())\(purpose.stored.dropFirst())"
  }

  private func purposes(
    _ texts: [String], _ option: String, _ words: Words
  ) throws -> [ConsentPurpose] {
    try ConsentCommand.read(texts, option, words)
  }

  /// That others cannot read it, since that is easily missed from a command line; nil where the
  /// whole team, or the lead for whom it is meant, can.
  private func whoReads(_ testimony: Testimony, _ desk: Desk) -> String? {
    let reader = desk.programme.reader(desk.settings)
    switch testimony.visibility(to: reader, on: desk.today) {
    // Where a disclosure goes is told by itself.
    case .open, .onlyLead, .hiddenForSafeguarding, .withdrawn: return nil
    case .onlyTaker(.record, _): return desk.words("cli.restricted")
    case .onlyTaker: return desk.words("cli.notToLearn")
    case .hidden: return desk.words("cli.nobodyCanRead")
    }
  }
}
