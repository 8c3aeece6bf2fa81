import ArgumentParser
import HeardFollowUp
import HeardKit
import HeardListening
import HeardModel

/// Sets fields of one record.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Sets fields of a record, under the same rules as its form.",
    discussion: """
      A field is named as in docs/command-line.md; nothing after = empties it. Either all fields \
      are set or none. A field that holds several values, or a value on each line, takes += and -= \
      to add and to take out. --where changes all events that a filter finds, as one change; those \
      that are locked are left out and counted.

      EXAMPLES
        heard edit 2024-05-28-fr-lyon --set status=held --set attendance=84 \
      --set attendanceSource=counted
        heard edit 2024-05-28-fr-lyon --set "summary=What we heard about waiting."
        heard edit 2024-05-28-fr-lyon --set region=
        heard edit 2024-05-28-fr-lyon --set topics+=mentalHealth --set topics-=language --dry-run
        heard edit --where "country:fr before:2024-01" --set beforeHeard=yes --yes
        heard edit a-3m8c2q0v5d --set status=done --set "evidence=Chairs in both rooms"
        heard edit o-jhfb9hcpkv --set "support+=2024 FR 10000 EUR Chairs"
        heard edit t-7kq2m9x4ab --set trustLoss=notListened,judged
        heard edit p-7kq2m9x4ab --event 2024-05-28-fr-lyon --set personAccess=captions
      """)

  @Argument(
    help: "The id of the record, or its beginning.",
    completion: Completing.ids(
      .events, .testimonies, .actions, .organisations, .team, .people, .facts))
  var id: String?

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Instead of an id: all events that a filter finds, as for heard list events.",
      valueName: "filter"),
    completion: Completing.filter)
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of a person: the event on whose list it is changed, where they are on several.",
      valueName: "id"),
    completion: Completing.ids(.events))
  var event: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A field and its value; can be given several times.", valueName: "field=value"),
    completion: Completing.settings())
  var assignments: [String]

  @Flag(
    help: """
      Saves also what hides a testimony from all but the safeguarding lead, and days that cannot be \
      right, and lets go of lines of a list; with --where, changes more than one event.
      """)
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options, dryRun: saving.dryRun, near: near)
    let (words, desk) = (opened.desk.words, opened.desk)
    guard let id, filter.isEmpty else {
      guard id == nil, !filter.isEmpty else { throw Failure(words("cli.idOrFilter"), .usage) }
      return try EventsEdit(filter, setting: assignments, isSure: yes).save(opened)
    }
    let found = try FoundRecord(id, desk.insight, desk.unreadable, words)
    if event != nil {
      guard case .person = found else {
        throw Failure(words("cli.eventOfPerson", ["id": id]), .usage)
      }
    }
    var replaced: [ReplacedText] = []
    // One line for each kind of record whose form has its fields in a spec.
    let edited: (before: Record, after: Record, title: String)
    switch found {
    case .event(let it):
      let after = try edit(it, EventFields.spec, desk, and: AttendanceFields.all, &replaced)
      edited = (.event(it), .event(after), after.title)
    case .action(let it):
      let after = try edit(it, ActionFields.spec, desk, &replaced)
      edited = (.action(it), .action(after), after.title)
    case .organisation(let it):
      let after = try edit(it, OrganisationFields.spec, desk, &replaced)
      edited = (.organisation(it), .organisation(after), after.name)
    case .staff(let it):
      let after = try edit(it, StaffFields.spec, desk, &replaced)
      edited = (.staff(it), .staff(after), after.name)
    case .fact(let it):
      let after = try edit(it, FactFields.spec, desk, &replaced)
      edited = (.fact(it), .fact(after), after.title)
    case .release(let it):
      throw Failure(words.sentence(StoreError.releaseStays(name: it.id.stored)), .io)
    case .testimony(let it):
      let (after, texts) = try TestimonyEdit(assignments, isSure: yes).edited(it, desk)
      replaced = texts
      edited = (.testimony(it), .testimony(after), after.id.text)
    case .person(let it): return try edit(it, opened)
    }
    let kind = found.kind
    let change = Change(
      .edited(kind: kind, title: edited.title), before: edited.before, after: edited.after)
    try save(change, kind, edited.title, replaced, opened)
    if case .testimony(let it) = edited.after, it.tellsDisclosure, !opened.isDryRun {
      desk.sayKept(it)
    }
  }

  /// What is around the record; nil where a filter, a person on any list or an id that is not written
  /// in full asks for everything.
  private var near: NearChange? {
    guard let id = id?.lowercased(), filter.isEmpty else { return nil }
    if id.hasPrefix("p-") { return NearChange(id, at: event, setting: assignments) }
    return event == nil ? NearChange([id], setting: assignments) : nil
  }

  private func edit(_ person: PersonID, _ opened: OpenedProgramme) throws {
    let edit = try PersonEdit(person, at: event, opened.desk)
    let edited = try edit.change(setting: assignments, opened.desk)
    try save(edited.change, .event, edit.event.title, edited.replaced, opened)
  }

  /// Saves what was changed, and says what it took the place of.
  private func save(
    _ change: Change?, _ kind: RecordKind, _ title: String, _ replaced: [ReplacedText],
    _ opened: OpenedProgramme
  ) throws {
    guard let change else { return Output.say(opened.desk.words("form.nothingChanged")) }
    if !yes { try opened.refuseOddDays(in: change) }
    let saved = try opened.save(change)
    if saved == .shown { return }
    if let edit = change.edits.first, let before = edit.before, let after = edit.after {
      opened.sayRemarks(from: before, to: after)
    }
    opened.say("change.edited", kind, title, saved)
    for text in replaced { opened.say(text, saved) }
  }

  private func edit<Subject: Sendable>(
    _ subject: Subject, _ spec: FormSpec<Subject>, _ desk: Desk,
    and more: [FieldSpec<Subject>] = [], _ replaced: inout [ReplacedText]
  ) throws -> Subject {
    var setter = FieldSetter(spec, subject, desk, alsoSetting: more, isSure: yes)
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    setter.sayUnderstood()
    replaced = setter.replaced
    return setter.subject
  }
}
