import ArgumentParser
import HeardKit
import HeardListening
import HeardModel

/// Adds an event.
struct AddEventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: "Adds an event and prints its id.",
    discussion: """
      Dates are as exact as known: 2024, 2024-06, 2024-06-12 or "2024-06-12 14:00". Type, meeting, \
      involvement and confidentiality are not known until somebody says them; while it is not known \
      what may be told, the event counts as closed. A number of attendances says how it is known, \
      and that the event was held.

      EXAMPLES
        heard add event --title "Waiting rooms" --country fr --date 2024-06-12 --place Lyon
        heard add event --title "Town hall" --country br --date 2024-06 --status held \
      --attendance 84 --source counted
        heard add event --title "Allies at work" --country jp --set topics=allyship,language
      """)

  @Option(parsing: .unconditional, help: "What it is called, in the language of the place.")
  var title: String

  @Option(
    help: "Its country, by code or name.",
    completion: Completing.countries)
  var country: String?

  @Option(parsing: .unconditional, help: "When it starts, as exact as known.")
  var date: String?

  @Option(parsing: .unconditional, help: "When it ends, as exact as known.")
  var end: String?

  @Option(help: "Its town.")
  var place: String?

  @Option(
    help: "What kind of meeting it is, as dialogue, townHall or workshop.",
    completion: Completing.values(of: "type", .event))
  var type: String?

  @Option(
    help: "Where people meet: inPerson, online or hybrid.",
    completion: Completing.values(of: "format", .event))
  var meeting: String?

  @Option(
    help: "How far it is: planned, confirmed, held, cancelled or postponed.",
    completion: Completing.values(of: "status", .event))
  var status: String?

  @Option(
    help: "Whose event it is: organised, coOrganised or participated.",
    completion: Completing.values(of: "involvement", .event))
  var involvement: String?

  @Option(
    help: "The languages spoken or signed, as fr,fsl.",
    completion: Completing.values(of: "languages", .event))
  var language: String?

  @Option(help: "How many attended, in person and online together.")
  var attendance: String?

  @Option(
    help: "How that number is known: counted, reported, estimated or notKnown.",
    completion: Completing.values(of: "attendanceSource", .event))
  var source: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.event))
  var assignments: [String] = []

  @Flag(help: "Saves also days that cannot be right: before the event, or after today.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let spoken = language.map { ["languages=\($0)"] } ?? []
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(setting: spoken + assignments))
    var desk = opened.desk
    var event = try filled(desk)
    repeat {
      event.id = desk.ids.makeEvent(
        start: event.start, country: event.country, placeSlug: slug(event.place))
    } while opened.isTaken(.event(event.id))
    let change = Change(
      .added(kind: .event, title: event.title), before: nil, after: .event(event))
    guard let change else { return }
    if !yes { try opened.refuseOddDays(in: change) }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(event.id.text)\n")
    opened.say("change.added", .event, event.title, saved)
    opened.sayZoneMissing(of: event)
  }

  private func filled(_ desk: Desk) throws -> Event {
    var setter = FieldSetter(
      EventFields.spec, EventFields.blank(desk), desk, alsoSetting: AttendanceFields.all)
    try setter.set("title", to: title, option: "--title")
    try setter.set("country", to: country, option: "--country")
    try setter.set("start", to: date, option: "--date")
    try setter.set("end", to: end, option: "--end")
    try setter.set("place", to: place, option: "--place")
    try setter.set("type", to: type, option: "--type")
    try setter.set("format", to: meeting, option: "--meeting")
    try setter.set("status", to: status, option: "--status")
    try setter.set("involvement", to: involvement, option: "--involvement")
    try setter.set("languages", to: language, option: "--language")
    try setter.set("attendance", to: attendance, option: "--attendance")
    try setter.set("attendanceSource", to: source, option: "--source")
    if attendance != nil && status == nil {
      try setter.set("status", to: EventStatus.held.stored, option: "--status")
    }
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    let event = setter.subject
    if event.attendance.tally != nil {
      // A number of which nobody knows how it came about cannot be defended.
      if event.attendance.source == nil { throw Failure(desk.words("cli.sourceMissing"), .usage) }
      if event.status != .held { throw Failure(desk.words("cli.notHeld"), .usage) }
    }
    setter.sayUnderstood()
    return event
  }
}
