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
      are set or none.

      EXAMPLES
        heard edit 2024-05-28-fr-lyon --set status=held --set attendance=84 \
      --set attendanceSource=counted
        heard edit 2024-05-28-fr-lyon --set "summary=What we heard about waiting."
        heard edit 2024-05-28-fr-lyon --set region=
        heard edit a-3m8c2q0v5d --set status=done --set "evidence=Chairs in both rooms"
        heard edit t-7kq2m9x4ab --set trustLoss=notListened,judged
        heard edit p-7kq2m9x4ab --event 2024-05-28-fr-lyon --set personAccess=captions
      """)

  @Argument(help: "The id of the record, or its beginning.")
  var id: String

  @Option(
    help: ArgumentHelp(
      "Of a person: the event on whose list it is changed, where they are on several.",
      valueName: "id"))
  var event: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A field and its value; can be given several times.", valueName: "field=value"))
  var assignments: [String]

  @Flag(help: "Saves also what hides a testimony from all but the safeguarding lead.")
  var yes = false

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(options)
    let words = opened.desk.words
    let found = try FoundRecord(id, opened.desk.insight, opened.desk.unreadable, words)
    if event != nil {
      guard case .person = found else {
        throw Failure(words("cli.eventOfPerson", ["id": id]), .usage)
      }
    }
    // One line for each kind of record whose form has its fields in a spec.
    let edited: (before: Record, after: Record, title: String)
    switch found {
    case .event(let it):
      let after = try edit(it, EventFields.spec, opened.desk, and: AttendanceFields.all)
      edited = (.event(it), .event(after), after.title)
    case .action(let it):
      let after = try edit(it, ActionFields.spec, opened.desk)
      edited = (.action(it), .action(after), after.title)
    case .organisation(let it):
      let after = try edit(it, OrganisationFields.spec, opened.desk)
      edited = (.organisation(it), .organisation(after), after.name)
    case .staff(let it):
      let after = try edit(it, StaffFields.spec, opened.desk)
      edited = (.staff(it), .staff(after), after.name)
    case .testimony(let it):
      let after = try TestimonyEdit(assignments, isSure: yes).edited(it, opened.desk)
      edited = (.testimony(it), .testimony(after), after.id.text)
    case .person(let it): return try edit(it, opened)
    }
    let kind = found.kind
    let change = Change(
      .edited(kind: kind, title: edited.title), before: edited.before, after: edited.after)
    guard let change else { return Output.say(words("form.nothingChanged")) }
    try opened.save(change)
    opened.say("change.edited", kind, edited.title)
  }

  private func edit(_ person: PersonID, _ opened: OpenedProgramme) throws {
    let edit = try PersonEdit(person, at: event, opened.desk)
    guard let change = try edit.change(setting: assignments, opened.desk).change else {
      return Output.say(opened.desk.words("form.nothingChanged"))
    }
    try opened.save(change)
    opened.say("change.edited", .event, edit.event.title)
  }

  private func edit<Subject: Sendable>(
    _ subject: Subject, _ spec: FormSpec<Subject>, _ desk: Desk,
    and more: [FieldSpec<Subject>] = []
  ) throws -> Subject {
    var setter = FieldSetter(spec, subject, desk, alsoSetting: more)
    for assignment in assignments { try setter.set(assignment) }
    try setter.check()
    return setter.subject
  }
}
