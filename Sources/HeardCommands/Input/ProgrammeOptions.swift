import ArgumentParser

/// Which programme folder a command is about.
public struct ProgrammeOptions: ParsableArguments {
  /// The folder that was named; nil where none was.
  @Option(
    name: .customLong("programme"),
    help: ArgumentHelp(
      """
      The programme folder; without it HEARD_PROGRAMME, else the folder you are in or the nearest \
      programme around it.
      """, valueName: "folder"),
    completion: .directory)
  public var folder: String?

  /// Options that name no folder.
  public init() {}

  /// The folder that is meant.
  var path: String { folder ?? ProgrammeFolder.path }
}
