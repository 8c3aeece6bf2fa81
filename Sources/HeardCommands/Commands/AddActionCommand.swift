import ArgumentParser
import HeardKit
import HeardModel

/// Adds a follow-up action.
struct AddActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "Adds a follow-up action and prints its id.",
    discussion: """
      EXAMPLES
        heard add action --title "Interpreters on call" --due 2024-09-01 --owner "City clinic" \
      --theme communication --event 2024-05-28-fr-lyon
        heard add action --title "Quiet room" --testimony t-7kq2m9x4ab --testimony t-0c1d2e3f4g
      """)

  @Option(parsing: .unconditional, help: "What will be done.")
  var title: String

  @Option(parsing: .unconditional, help: "By which day, as 2024-09-01 or +3m.")
  var due: String?

  @Option(parsing: .unconditional, help: "Who answers for it.")
  var owner: String?

  @Option(
    help: """
      Themes with commas: education, research, governance, care, communication, workforce.
      """)
  var theme: String?

  @Option(
    help: "How far it reaches: local, regional, national or global.",
    completion: Completing.values(of: "level", .action))
  var level: String?

  @Option(
    help: "The country in which it is done, by code or name; else that of its event.",
    completion: Completing.countries)
  var country: String?

  @Option(
    help: ArgumentHelp("A testimony that it answers; several times.", valueName: "id"),
    completion: Completing.ids(.testimonies))
  var testimony: [String] = []

  @Option(
    help: ArgumentHelp("An event from which it comes; several times.", valueName: "id"),
    completion: Completing.ids(.events))
  var event: [String] = []

  @Option(parsing: .unconditional, help: "More about it.")
  var description: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.action))
  var assignments: [String] = []

  @Flag(help: "Saves also days that cannot be right: before what it answers, or after today.")
  var yes = false

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(event + testimony, setting: assignments))
    var desk = opened.desk
    var action = try filled(desk)
    repeat { action.id = desk.ids.make("a") } while opened.isTaken(.action(action.id))
    let change = Change(
      .added(kind: .action, title: action.title), before: nil, after: .action(action))
    guard let change else { return }
    if !yes { try opened.refuseOddDays(in: change) }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(action.id.text)\n")
    opened.say("change.added", .action, action.title, saved)
  }

  private func filled(_ desk: Desk) throws -> FollowUpAction {
    let events = try event.map { id in
      guard case .event(let found) = try FoundRecord(id, desk.insight, desk.unreadable, desk.words)
      else {
        throw Failure(desk.words("cli.noEvent", ["id": id]), .usage)
      }
      return found.id
    }
    let testimonies = try testimony.map { id in
      guard
        case .testimony(let found) = try FoundRecord(id, desk.insight, desk.unreadable, desk.words)
      else {
        throw Failure(desk.words("cli.noTestimony", ["id": id]), .usage)
      }
      return found.id
    }
    var blank = ActionFields.blank(desk, event: events.first, testimony: testimonies.first)
    (blank.events, blank.testimonies) = (events, testimonies)
    var setter = FieldSetter(ActionFields.spec, blank, desk, alsoSetting: [Self.theme])
    try setter.set("title", to: title, option: "--title")
    try setter.set("due", to: due, option: "--due")
    try setter.set("owner", to: owner, option: "--owner")
    try setter.set("theme", to: theme, option: "--theme")
    try setter.set("level", to: level, option: "--level")
    try setter.set("country", to: country, option: "--country")
    try setter.set("description", to: description, option: "--description")
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    setter.sayUnderstood()
    return setter.subject
  }

  /// Themes by the words of the filter, which are shorter than their labels.
  private static let theme = FieldSpec<FollowUpAction>.lookupMany("theme", \.themes) { _, _ in
    ActionTheme.allCases.map { FieldOption($0.stored, "\($0)") }
  }
}
