import ArgumentParser

/// Brings in what exists in a sheet.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings in what stands in a sheet: events, or the people of one event.",
    subcommands: [ImportEventsCommand.self, ImportPeopleCommand.self])
}
