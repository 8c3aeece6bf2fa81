import ArgumentParser

/// Imports what exists in a sheet.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports what a sheet lists: events, or the people of one event.",
    subcommands: [ImportEventsCommand.self, ImportPeopleCommand.self])
}
