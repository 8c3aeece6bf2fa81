import ArgumentParser
import HeardFollowUp
import HeardKit
import HeardModel

/// Adds a fact.
struct AddFactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fact",
    abstract: "Adds something that is known of the programme and prints its id.",
    discussion: """
      EXAMPLES
        heard add fact --kind keyDate --title "Launch" --from 2023-01 --set place=Davos
        heard add fact --kind commitment --title "Investment" --amount 50000000 --currency EUR
      """)

  @Option(
    help: """
      pillar, actionTrack, target, scholarship, surveyWave, committee, keyDate, project, context or \
      commitment.
      """,
    completion: Completing.values(of: "kind", .fact))
  var kind: String

  @Option(parsing: .unconditional, help: "What it is called.")
  var title: String

  @Option(help: "The day, or when it begins, as exact as known.")
  var from: String?

  @Option(help: "Where, where one country is meant.", completion: Completing.countries)
  var country: String?

  @Option(help: "An amount of money in whole units.")
  var amount: String?

  @Option(help: "The currency by its three letters.")
  var currency: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.fact))
  var assignments: [String] = []

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange(setting: assignments))
    var desk = opened.desk
    var setter = FieldSetter(FactFields.spec, ProgrammeFact(), desk)
    try setter.set("kind", to: kind, option: "--kind")
    try setter.set("title", to: title, option: "--title")
    try setter.set("from", to: from, option: "--from")
    try setter.set("country", to: country, option: "--country")
    try setter.set("amount", to: amount, option: "--amount")
    try setter.set("currency", to: currency, option: "--currency")
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    setter.sayUnderstood()
    var fact = setter.subject
    repeat { fact.id = desk.ids.make("f") } while opened.isTaken(.fact(fact.id))
    let change = Change(.added(kind: .fact, title: fact.title), before: nil, after: .fact(fact))
    guard let change else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(fact.id.text)\n")
    opened.say("change.added", .fact, fact.title, saved)
  }
}
