import ArgumentParser
import HeardKit
import HeardListening
import HeardModel

/// Shows what somebody agreed to, and notes a yes, a no, a withdrawal or evidence.
struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Shows what a speaker agreed to; notes a yes, a no, a withdrawal or evidence.",
    discussion: """
      Without --give, --refuse or --withdraw it prints how each purpose stands and what its yes \
      lacks as evidence; with --method, --evidence or --notice alone they are added to what was \
      given. What was refused or withdrawn opens again only with --method. A withdrawal prints \
      all that follows, and does nothing unless --yes is given.

      EXAMPLES
        heard consent t-7kq2m9x4ab
        heard consent t-7kq2m9x4ab --give publish,partners --method written --notice n-ht9zyk98wq
        heard consent t-7kq2m9x4ab --refuse image
        heard consent 4821-0937 --withdraw publish --dry-run
        heard consent t-7kq2m9x4ab --withdraw record --yes
        heard consent t-7kq2m9x4ab --method paperSheet --evidence "Sheet 17"
      """)

  @Argument(
    help: "The id of a testimony, or its withdrawal number.",
    completion: Completing.ids(.testimonies))
  var id: String

  @Option(
    help: ArgumentHelp("What the speaker agrees to, with commas.", valueName: "purposes"),
    completion: Completing.commas(ConsentPurpose.allCases.map(\.rawValue)))
  var give: [String] = []

  @Option(
    help: ArgumentHelp("What the speaker says no to, with commas.", valueName: "purposes"),
    completion: Completing.commas(ConsentPurpose.allCases.map(\.rawValue)))
  var refuse: [String] = []

  @Option(
    help: ArgumentHelp("What the speaker takes back, with commas.", valueName: "purposes"),
    completion: Completing.commas(ConsentPurpose.allCases.map(\.rawValue)))
  var withdraw: [String] = []

  @Option(help: ArgumentHelp("The notice that the speaker was told.", valueName: "id"))
  var notice: String?

  @Option(
    help: "How it was taken: written, oralWitnessed, recorded or paperSheet.",
    completion: Completing.values(of: "method", .testimony))
  var method: String?

  @Option(help: "The number of the paper sheet, or where the evidence lies.")
  var evidence = ""

  @Option(help: "Why, for a withdrawal or a correction; no words of the speaker.")
  var reason = ""

  @Option(help: "Numbers of places in other records that are to stay as they are, with commas.")
  var keep = ""

  @Flag(help: "Prints what would follow and changes nothing.")
  var dryRun = false

  @Flag(help: "Withdraws.")
  var yes = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    // What a withdrawal takes along can stand anywhere, and so can a number.
    let near = withdraw.isEmpty && id.lowercased().hasPrefix("t-") ? NearChange([id]) : nil
    let opened =
      try dryRun || (isQuestion || !withdraw.isEmpty && !yes)
      ? OpenedProgramme(options, isDryRun: true, near: near)
      : OpenedProgramme.toChange(options, near: near)
    let desk = opened.desk
    let testimony = try found(desk)
    if isQuestion { return try show(testimony, desk) }
    if !withdraw.isEmpty { return try takeBack(testimony, opened) }
    var writing = desk
    let after = try answered(testimony, &writing)
    let change = Change(
      .edited(kind: .testimony, title: testimony.id.text), before: .testimony(testimony),
      after: .testimony(after))
    guard let change else { return Output.say(desk.words("form.nothingChanged")) }
    if dryRun { return try show(after, desk) }
    try opened.save(change)
    try show(after, desk)
  }

  private var isQuestion: Bool {
    give.isEmpty && refuse.isEmpty && withdraw.isEmpty && notice == nil && method == nil
      && evidence.isEmpty
  }

  private func found(_ desk: Desk) throws -> Testimony {
    if let testimony = desk.programme.testimony(withCode: id) { return testimony }
    if desk.programme.isTakenBack(id) {
      throw Failure(desk.words("testimony.codeTakenBack"), .usage)
    }
    let found = try FoundRecord(id, desk.insight, desk.unreadable, desk.words)
    guard case .testimony(let testimony) = found else {
      throw Failure(desk.words("cli.noTestimony", ["id": id]), .usage)
    }
    return testimony
  }

  /// How each purpose stands, and what its yes lacks; no word of what was told.
  private func show(_ testimony: Testimony, _ desk: Desk) throws {
    let words = desk.words
    if testimony.isGone(desk.today) {
      // What else was agreed opens nothing any more.
      return try Output.write(lines: words("testimony.codeTakenBack") + "\n")
    }
    var text = testimony.id.text + "\n"
    for purpose in ConsentPurpose.allCases {
      let state = testimony.consent.state(of: purpose, on: desk.today)
      var line = words.labelled(
        desk.formats.label(purpose, "purpose"), desk.formats.label(state, "consent"))
      let lacks =
        state == .given && Self.opening.contains(purpose)
        ? desk.programme.evidenceLacks(testimony, [purpose]) : []
      if !lacks.isEmpty {
        let what = words.list(lacks.map { words("lack.\($0.rawValue)") })
        line = words.list([line, words("cli.evidenceLacks", ["what": what])])
      }
      text += "  \(line)\n"
    }
    try Output.write(lines: text)
  }

  /// Purposes whose yes opens something new, and so needs its evidence.
  private static let opening: Set<ConsentPurpose> = [.count, .partners, .publish]

  private func takeBack(_ testimony: Testimony, _ opened: OpenedProgramme) throws {
    var desk = opened.desk
    let purposes = try Self.read(withdraw, "--withdraw", desk.words)
    guard give.isEmpty, refuse.isEmpty else {
      throw Failure(desk.words("cli.withdrawAlone"), .usage)
    }
    let preview = ForgetPreview(.testimony(testimony.id), .withdraw(purposes), opened)
    let kept = try preview.kept(keep, desk.words)
    try preview.write(desk, keeping: kept)
    if dryRun { return }
    guard yes else { throw Failure(desk.words("cli.notForgotten"), .faults) }
    try preview.carryOut(desk.order(preview.plan, keeping: kept, reason: reason), opened)
    Output.say(
      desk.words(purposes.contains(.record) ? "testimony.withdrawn" : "forget.withdrawnDone"))
  }

  /// The testimony with the answers and the evidence.
  private func answered(_ testimony: Testimony, _ desk: inout Desk) throws -> Testimony {
    let words = desk.words
    let given = try Self.read(give, "--give", words)
    let refused = try Self.read(refuse, "--refuse", words)
    if let both = given.first(where: refused.contains) {
      throw Failure(words("cli.bothAnswers", ["purpose": both.stored]), .usage)
    }
    if testimony.isGone(desk.today) {
      throw Failure(words("cli.nobodyReads", ["id": testimony.id.text]), .usage)
    }
    if refused.contains(.record) { throw Failure(words("cli.closesRecord"), .usage) }
    var after = testimony
    let way = try readMethod(words)
    if let notice {
      guard let id = NoticeID(stored: notice), desk.programme.notices[id] != nil else {
        throw Failure(words("cli.noRecord", ["id": notice]), .usage)
      }
      let before = after.consent
      after.consent.notice = id
      after.consent.note(id, before: before, desk.programme)
    }
    if !given.isEmpty {
      if desk.settings.name.allSatisfy(\.isWhitespace) {
        throw Failure(words("testimony.reopenNeedsName"), .usage)
      }
      guard after.consent.notice != nil else {
        throw Failure(words("cli.giveNeedsNotice"), .usage)
      }
      guard way != nil else { throw Failure(words("cli.giveNeedsMethod"), .usage) }
      let isReadable = testimony.visibility(to: desk.reader, on: desk.today).isReadable
      guard isReadable else { throw Failure(words("problem.notYoursToOpen"), .usage) }
    }
    for purpose in given {
      after.consent = after.consent.answering(
        purpose, .given, because: reason, by: way, evidence: evidence, &desk)
    }
    for purpose in refused {
      after.consent = after.consent.answering(purpose, .refused, because: reason, &desk)
    }
    if given.isEmpty && refused.isEmpty && (way != nil || !evidence.isEmpty) {
      after.consent = after.consent.addingEvidence(way, evidence, &desk)
    }
    return after
  }

  private func readMethod(_ words: Words) throws -> ConsentMethod? {
    guard let method else { return nil }
    guard let way = ConsentMethod(stored: method) else {
      let problem = FieldProblem.notAnOption(method, nearest: nil).sentence(words)
      throw Failure(words("cli.option", ["option": "--method", "problem": problem]), .usage)
    }
    return way
  }

  /// The purposes that were named for an option.
  ///
  /// - Throws: `Failure` for a name that is none.
  static func read(
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
}
