import ArgumentParser
import HeardKit
import HeardModel
import HeardStore

/// Erases a person, a testimony, somebody's part in an event, or an organisation's contact.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erases a person, a testimony, a part in an event or an organisation's contact.",
    discussion: """
      Everything that would go, and everything that is found elsewhere or is out of reach, is \
      printed first; nothing is done then unless --yes is given. What was found in other records \
      has a number and stays with --keep. A tombstone without content takes it out of records, \
      drafts and copies on every other machine; what other records say of it goes there with \
      their files.

      EXAMPLES
        heard erase t-7kq2m9x4ab --dry-run
        heard erase p-7kq2m9x4ab --reason "asked by telephone" --requested-by "the person" --yes
        heard erase p-7kq2m9x4ab --event 2024-05-28-fr-lyon --yes
        heard erase o-3m8c2q0v5d --yes
        heard erase t-7kq2m9x4ab --yes --keep 2,3
        heard erase --git-help
      """)

  @Argument(
    help: "The id of a person, a testimony or an organisation, or a withdrawal number.",
    completion: Completing.ids(.people, .testimonies, .organisations))
  var id: String?

  @Option(
    help: ArgumentHelp("Of a person: only their part in this event.", valueName: "id"),
    completion: Completing.ids(.events))
  var event: String?

  @Option(help: "On which ground, as it may stand in the tombstone.")
  var reason = ""

  @Option(help: "Who asked: the person, a guardian, a rule; no name.")
  var requestedBy = ""

  @Option(help: "Numbers of places in other records that are to stay as they are, with commas.")
  var keep = ""

  @Flag(help: "Prints what would go and changes nothing.")
  var dryRun = false

  @Flag(help: "Erases.")
  var yes = false

  @Flag(help: "Prints how words are taken out of what git keeps.")
  var gitHelp = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    if gitHelp { return try Self.printGitHelp() }
    let opened =
      try dryRun || !yes
      ? OpenedProgramme(folder: options.path, isDryRun: true)
      : OpenedProgramme.toChange(options)
    var desk = opened.desk
    let words = desk.words
    guard let id else {
      throw Failure(words("cli.nothingToForget"), .usage)
    }
    let preview = ForgetPreview(try subject(id, desk), .erase, opened)
    let kept = try preview.kept(keep, words)
    try preview.write(desk, keeping: kept)
    if dryRun { return }
    guard yes else { throw Failure(words("cli.notForgotten"), .faults) }
    let order = desk.order(
      preview.plan, keeping: kept, requestedBy: requestedBy, reason: reason)
    try preview.carryOut(order, opened)
    Output.say(words("forget.erased"))
  }

  private func subject(_ id: String, _ desk: Desk) throws -> ForgetSubject {
    let words = desk.words
    if let testimony = desk.programme.testimony(withCode: id) { return .testimony(testimony.id) }
    if desk.programme.isTakenBack(id) {
      throw Failure(words("testimony.codeTakenBack"), .usage)
    }
    switch try FoundRecord(id, desk.insight, desk.unreadable, words) {
    case .testimony(let it): return .testimony(it.id)
    case .organisation(let it): return .contact(it.id)
    case .person(let it):
      guard let event else { return .person(it) }
      guard case .event(let found) = try FoundRecord(event, desk.insight, desk.unreadable, words),
        found.participations.contains(where: { $0.id == it })
      else { throw Failure(words("cli.noEvent", ["id": event]), .usage) }
      return .participation(it, at: found.id)
    case .event, .action, .staff, .fact, .release:
      throw Failure(words("cli.notErasable", ["id": id]), .usage)
    }
  }

  private static func printGitHelp() throws {
    let words = Words(PersonalSettings.load().language ?? Surroundings.language)
    try Output.write(
      """
      \(words("forget.gitHelp.why"))

        git clone --mirror URL copy.git
        cd copy.git
        git filter-repo --replace-text ../words.txt
        git push --force --mirror
        git reflog expire --expire=now --all
        git gc --prune=now --aggressive

      \(words("forget.gitHelp.after"))

      """)
  }
}

/// What would go, as the command line shows it.
struct ForgetPreview {
  let plan: Forgetting
  private let survey: ForgetSurvey

  init(_ subject: ForgetSubject, _ deed: ForgetDeed, _ opened: OpenedProgramme) {
    let programme = opened.desk.programme
    let people = Forgetting(subject, deed, in: programme).people
    plan = Forgetting(
      subject, deed, in: programme, identities: opened.store.identities(of: people))
    survey = opened.store.survey(plan, programme.settings)
  }

  /// The places with these numbers.
  ///
  /// - Throws: `Failure` for what is no number of a place.
  func kept(_ numbers: String, _ words: Words) throws -> Set<FoundWords> {
    var kept: Set<FoundWords> = []
    for text in numbers.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let number = Int(text), plan.found.indices.contains(number - 1) else {
        throw Failure(
          words(
            "cli.option",
            ["option": "--keep", "problem": words("cli.noSuchPlace", ["text": String(text)])]),
          .usage)
      }
      kept.insert(plan.found[number - 1])
    }
    return kept
  }

  /// Prints the lines of the plan, section by section.
  func write(_ desk: Desk, keeping kept: Set<FoundWords>) throws {
    let words = desk.words
    let rows = desk.rows(of: plan, survey, keeping: kept)
    var text = ""
    for section in ForgettingRow.Section.allCases {
      let own = rows.filter { $0.section == section }
      if own.isEmpty { continue }
      text += words("forget.section.\(section.rawValue)") + "\n"
      for row in own {
        let number = row.hit.flatMap { plan.found.firstIndex(of: $0) }.map { "\($0 + 1)." }
        let count = number ?? row.count.map(String.init) ?? "–"
        let fate = row.fate.isEmpty ? "" : " → \(row.fate)"
        text += "  \(count) \(words.list([row.what, row.place]))\(fate)\n"
      }
    }
    try Output.write(lines: text)
  }

  /// Does it, and names what may still hold some of it.
  ///
  /// - Throws: `Failure` where it could not be done, or not everywhere.
  func carryOut(_ order: ForgetOrder, _ opened: OpenedProgramme) throws {
    opened.prepare()
    let desk = opened.desk
    let left: [String]
    do throws(StoreError) {
      left = try opened.store.forget(
        order, settings: desk.programme.settings, by: desk.settings.name, at: desk.now)
    } catch {
      throw Failure(desk.words("forget.failed", ["why": desk.words.sentence(error)]), .io)
    }
    _ = opened.undo?.load(desk.programme)
    for change in [order.answers, Change(.forgotten, order.edits)].compactMap({ $0 }) {
      opened.undo?.forget(desk.recordsWithoutUndo(after: change))
    }
    opened.undo?.forget(erased: Set(order.tombstones.map(\.id.stored)))
    guard left.isEmpty else {
      throw Failure(desk.words("forget.left", ["files": desk.words.list(left)]), .io)
    }
  }
}
