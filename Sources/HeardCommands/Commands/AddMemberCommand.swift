import ArgumentParser
import HeardFollowUp
import HeardKit
import HeardModel

/// Adds a member of the team.
struct AddMemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: "Adds a member of the team and prints their id.",
    discussion: """
      EXAMPLES
        heard add member --name "Odile Ferrand" --role facilitator,supportContact --country fr \
      --language fr,pt --contact "desk 4"
      """)

  @Option(parsing: .unconditional, help: "The name that the team knows them by.")
  var name: String

  @Option(
    help: """
      What they do, with commas: coordinator, facilitator, manager, safeguardingLead, \
      supportContact.
      """)
  var role: String?

  @Option(
    help: "The countries that they work for, with commas; else all.",
    completion: Completing.countries)
  var country: String?

  @Option(help: ArgumentHelp("The languages that they work in, with commas.", valueName: "tags"))
  var language: String?

  @Option(parsing: .unconditional, help: "How to reach them.")
  var contact: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.team))
  var assignments: [String] = []

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let spoken = language.map { ["languages=\($0)"] } ?? []
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(setting: spoken + assignments))
    var desk = opened.desk
    var setter = FieldSetter(StaffFields.spec, StaffMember(), desk)
    try setter.set("name", to: name, option: "--name")
    try setter.set("teamRoles", to: role, option: "--role")
    try setter.set("teamCountries", to: country, option: "--country")
    try setter.set("languages", to: language, option: "--language")
    try setter.set("contact", to: contact, option: "--contact")
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    setter.sayUnderstood()
    var member = setter.subject
    repeat { member.id = desk.ids.make("s") } while desk.programme.team[member.id] != nil
    let change = Change(
      .added(kind: .staff, title: member.name), before: nil, after: .staff(member))
    guard let change else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(member.id.text)\n")
    opened.say("change.added", .staff, member.name, saved)
  }
}
