import ArgumentParser

/// The program: opens a programme folder, or answers one question about it.
@main
struct Heard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard",
    abstract: "Runs inclusive health dialogues: what was said, done, and told to those who spoke.",
    version: "0.1.0",
    subcommands: [OpenCommand.self],
    defaultSubcommand: OpenCommand.self)
}
