import HeardModel

/// What a cell of the figures counts.
public enum FigureMeasure: String, CaseIterable, Sendable {
  /// How many attended.
  case attendances
  /// Events held.
  case events
  /// People by pseudonym, each once.
  case people
  /// Testimonies.
  case testimonies
  /// Follow-up actions.
  case actions
  /// What people declared of themselves, in answers.
  case declared
  /// Attendances counted at the door.
  case counted
  /// Attendances from lists.
  case listed
  /// Attendances reported by others.
  case reported
  /// Attendances estimated.
  case estimated
  /// Attendances of which nobody noted how they are known.
  case unsourced
  /// Events of which nobody knows how many attended.
  case notKnown

  /// What a cross table can show.
  public static let choices: [FigureMeasure] = [
    .attendances, .events, .people, .testimonies, .actions, .declared,
  ]

  /// The columns of a flat table.
  public static let flat: [FigureMeasure] = [
    .events, .attendances, .counted, .listed, .reported, .estimated, .unsourced, .notKnown, .people,
    .testimonies, .actions,
  ]

  /// The source of attendances that it counts alone.
  public var source: FigureSource? { FigureSource(rawValue: rawValue) }

  /// Whether it counts persons, or what persons said: of these small numbers can point at somebody.
  public var countsPersons: Bool {
    switch self {
    case .events, .actions, .notKnown: false
    case .attendances, .people, .testimonies, .declared, .counted, .listed, .reported, .estimated,
      .unsourced:
      true
    }
  }

  /// Whether the counts of parts add up to that of the whole; somebody can be part of several.
  var addsUp: Bool { self != .people && self != .actions }
}
