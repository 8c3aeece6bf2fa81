import ArgumentParser
import HeardKit
import HeardModel

/// Puts somebody on the list of an event.
struct AddPersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Puts somebody on the list of an event and prints their id.",
    discussion: """
      A pseudonym is never the name. One that ends with the id of somebody who is known is that \
      person; any other is somebody new. Communities and age need countConsent=given, and a country \
      whose profile lets them stand on a person.

      EXAMPLES
        heard add person --event 2024-05-28-fr-lyon --pseudonym Marigold \
      --set personAccess=captions
        heard add person --event 2024-05-28-fr-lyon --pseudonym "Marigold p-7kq2m9x4ab" \
      --set personStatus=attended
      """)

  @Option(
    help: ArgumentHelp("The event on whose list they stand.", valueName: "id"),
    completion: Completing.ids(.events))
  var event: String

  @Option(parsing: .unconditional, help: "What they are called on lists; never a real name.")
  var pseudonym: String

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Any other field, as for heard edit; several times.", valueName: "field=value"),
    completion: Completing.settings(.person))
  var assignments: [String] = []

  @OptionGroup var saving: SavingOptions
  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let named = ["personPseudonym=\(pseudonym)"] + assignments
    let opened = try OpenedProgramme.toChange(
      options, dryRun: saving.dryRun, near: NearChange([event], setting: named))
    let edit = try PersonEdit(nil, at: event, opened.desk)
    let (change, person, _) = try edit.change(
      setting: assignments, pseudonym: pseudonym, opened.desk)
    guard let change else { return }
    let saved = try opened.save(change)
    if saved == .shown { return }
    try Output.write("\(person.id.text)\n")
    opened.say("change.edited", .event, edit.event.title, saved)
  }
}
