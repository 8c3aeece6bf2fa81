import ArgumentParser
import Foundation
import HeardModel
import HeardScreens

/// Adds a testimony from a file of text.
struct AddTestimonyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "testimony",
    abstract: "Adds a testimony from a text file and prints its id.",
    discussion: """
      Every purpose is asked by itself: record, learn, count, partners, publish, image, contact. \
      What stands neither under --consent nor under --refused was not asked, and stays closed. \
      Who refuses record is not kept: the file is not read and nothing is stored.

      EXAMPLES
        heard add testimony --event 2024-05-28-fr-lyon --file notes.txt --consent record,learn
        heard add testimony --event 2024-05-28-fr-lyon --file - --consent record,learn,contact \
      --refused publish --speaker Amina --language fr < notes.txt
      """)

  @Option(help: ArgumentHelp("The event at which it was told.", valueName: "id"))
  var event: String

  @Option(
    help: ArgumentHelp("The text in UTF-8; - reads the standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(help: ArgumentHelp("What the speaker agreed to, with commas.", valueName: "purposes"))
  var consent: [String] = []

  @Option(help: ArgumentHelp("What the speaker said no to, with commas.", valueName: "purposes"))
  var refused: [String] = []

  @Option(parsing: .unconditional, help: "What the speaker is called here; never a real name.")
  var speaker: String?

  @Option(help: "The language of the words, as fr or pt-BR.")
  var language: String?

  @Option(help: "How the words came onto the page: verbatim, notes, interpreted, writtenByPerson.")
  var kind: String?

  @Option(help: "How consent was taken: written, oralWitnessed, recorded or paperSheet.")
  var method: String?

  @Option(help: ArgumentHelp("The notice that the speaker was told.", valueName: "id"))
  var notice: String?

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options)
    var desk = opened.desk
    let words = desk.words
    let given = try purposes(consent, "--consent", words)
    let closed = try purposes(refused, "--refused", words)
    if let both = given.first(where: closed.contains) {
      throw Failure(words("cli.bothAnswers", ["purpose": both.stored]), .usage)
    }
    guard case .event(let event) = try FoundRecord(event, desk.insight, words) else {
      throw Failure(words("cli.noEvent", ["id": event]), .usage)
    }
    if closed.contains(.record) {
      return Output.say(words("cli.recordRefused", ["id": event.id.text]))
    }
    var testimony = try filled(event, desk)
    repeat {
      testimony.id = desk.ids.make("t")
    } while desk.programme.testimonies[testimony.id] != nil
    testimony.consent = try consent(given, closed, event, &desk)
    testimony.stage = given.contains(.record) ? .recorded : .draft
    testimony.text = try TextFile.read(file, words)
    let change = Change(
      .added(kind: .testimony, title: event.title), before: nil, after: .testimony(testimony))
    if let change { try opened.save(change) }
    try Output.write("\(testimony.id.text)\n")
    opened.say("change.added", .testimony, event.title)
    tellWhoReads(testimony, desk)
  }

  private func filled(_ event: Event, _ desk: Desk) throws -> Testimony {
    var testimony = Testimony()
    // Of an event in one language, that is the language of what was said there.
    if event.languages.count == 1, let only = event.languages.first { testimony.language = only }
    var setter = FieldSetter(FormSpec<Testimony>(Self.fields), testimony, desk)
    try setter.set("speaker", to: speaker, option: "--speaker")
    try setter.set("language", to: language, option: "--language")
    try setter.set("kind", to: kind, option: "--kind")
    testimony = setter.subject
    testimony.event = event.id
    testimony.takenAt = desk.now
    testimony.takenBy = desk.settings.staff
    return testimony
  }

  private func consent(
    _ given: [ConsentPurpose], _ closed: [ConsentPurpose], _ event: Event, _ desk: inout Desk
  ) throws -> Consent {
    var setter = FieldSetter(FormSpec<Consent>(Self.consentFields), Consent(), desk)
    try setter.set("method", to: method, option: "--method")
    try setter.set("notice", to: notice, option: "--notice")
    var consent = setter.subject
    consent.id = desk.ids.make("c")
    consent.noticeVersion = consent.notice.flatMap { desk.programme.notices[$0]?.version } ?? ""
    consent.jurisdiction = event.country
    if given.isEmpty && closed.isEmpty { return consent }
    consent.obtainedBy = desk.settings.name
    consent.obtainedAt = desk.now
    let answers = given.map { ($0, ConsentState.given) } + closed.map { ($0, .refused) }
    for (purpose, state) in answers {
      let id: ConsentID = desk.ids.make("e")
      consent.entries.append(
        ConsentEntry(
          id: Code(stored: id.text) ?? "e-0", purpose: purpose, state: state, at: desk.now,
          by: desk.settings.name))
    }
    return consent
  }

  private func purposes(
    _ texts: [String], _ option: String, _ words: Words
  ) throws -> [ConsentPurpose] {
    let options = ConsentPurpose.allCases.map { FieldOption($0.stored, $0.stored) }
    switch OptionInput.values(texts.joined(separator: ","), options) {
    case .success(let names): return names.compactMap(ConsentPurpose.init(stored:))
    case .failure(let problem):
      throw Failure(
        words("cli.option", ["option": option, "problem": problem.sentence(words)]), .usage)
    }
  }

  /// Says when others cannot read it, since that is easily missed from a command line.
  private func tellWhoReads(_ testimony: Testimony, _ desk: Desk) {
    let reader = Reader(staff: desk.settings.staff, roles: [desk.settings.role])
    switch testimony.visibility(to: reader, on: desk.today) {
    case .open, .onlyLead, .withdrawn: break
    case .onlyTaker(.record, _): Output.say(desk.words("cli.restricted"))
    case .onlyTaker: Output.say(desk.words("cli.notToLearn"))
    case .hidden, .hiddenForSafeguarding: Output.say(desk.words("cli.nobodyCanRead"))
    }
  }

  private static let fields: [FieldSpec<Testimony>] = [
    .text("speaker", \.pseudonym),
    FieldSpec(
      "language", { _, _ in .line }, read: { testimony, _ in testimony.language.stored },
      write: { text, testimony, _ in
        guard let tag = LanguageTag(stored: text) else {
          return .notAnOption(text, nearest: nil)
        }
        testimony.language = tag
        return nil
      }),
    .choice("kind", \.textKind, labels: "textKind"),
  ]

  private static let consentFields: [FieldSpec<Consent>] = [
    .lookup("method", \.method) { _, _ in
      ConsentMethod.allCases.map { FieldOption($0.stored, $0.stored) }
    },
    .lookup("notice", \.notice) { _, desk in
      desk.programme.notices.keys.sorted().map { FieldOption($0.text, $0.text) }
    },
  ]
}
