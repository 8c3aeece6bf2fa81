import ArgumentParser

/// Which programme folder a command is about.
struct ProgrammeOptions: ParsableArguments {
  @Option(
    name: .customLong("programme"),
    help: ArgumentHelp(
      "The programme folder; without it HEARD_PROGRAMME, else the folder you are in.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  /// The folder that is meant.
  var path: String { folder ?? Surroundings.variable("HEARD_PROGRAMME") ?? "." }
}
