import HeardModel

/// What is asked before a programme can be made: where, for whom, and who one is.
public struct NewProgramme: Hashable, Sendable {
  /// The programme itself.
  public var settings = ProgrammeSettings()
  /// Where its folder is made; `~/` stands for the home of this person.
  public var folder = ""
  /// What this person is called.
  public var yourName = ""
  /// What this person does.
  public var yourRole = TeamRole.coordinator
  /// Whether a spreadsheet is brought in next.
  public var importsSheet = false

  /// A programme before anything is asked.
  public init() {}
}
