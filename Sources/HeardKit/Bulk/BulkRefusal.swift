import HeardModel

/// Why a record stays as it is where several are changed.
public enum BulkRefusal: Hashable, Sendable {
  /// A rule of its form stands against it.
  case problem(FieldProblem)
  /// There is no date that could be moved.
  case noDate
  /// The event lies ahead.
  case liesAhead
  /// Somebody was heard at the event: it was held.
  case wasHeld
  /// People stand there with traits that the country's profile keeps off persons.
  case traits
  /// This person may not read the words.
  case notReadable
  /// Nobody was asked yet whether it may be kept, or it has no words.
  case isDraft
  /// Consent or the work so far keeps it from the stage.
  case stage(StageObstacle)
  /// A manager approved its quarter, which locks it.
  case locked(QuarterLock)
  /// Its file cannot be read any more, and is not written over.
  case unreadable
  /// Somebody else changed it meanwhile.
  case moved
}
