import ArgumentParser

/// Adds a record.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract:
      "Adds an event, a person to its list, a testimony, an action, a member of the team or a fact.",
    discussion: """
      The id of the new record is all that goes to the standard output.

      EXAMPLES
        id=$(heard add event --title "Waiting rooms" --country fr --date 2024-06-12)
        heard add testimony --event "$id" --file notes.txt --consent record,learn
      """,
    subcommands: [
      AddEventCommand.self, AddPersonCommand.self, AddTestimonyCommand.self,
      AddActionCommand.self, AddMemberCommand.self, AddFactCommand.self,
    ])
}
