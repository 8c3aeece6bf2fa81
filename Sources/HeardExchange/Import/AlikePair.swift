import HeardModel

/// A row that is perhaps an event which is there already: further up in the sheet, or in the
/// programme.
public struct AlikePair: Hashable, Sendable {
  /// What a row is like.
  public enum Other: Hashable, Sendable {
    /// An earlier row, by its line.
    case line(Int)
    /// An event of the programme.
    case event(EventID)
  }

  /// The line of the row.
  public let line: Int
  /// What it is like.
  public let other: Other

  /// A row and what it is like.
  public init(line: Int, _ other: Other) { (self.line, self.other) = (line, other) }

  init?(_ doubt: ImportDoubt, line: Int) {
    switch doubt {
    case .sameAsLine(let earlier), .likeLine(let earlier, _): self.init(line: line, .line(earlier))
    case .looksLike(let id, _): self.init(line: line, .event(id))
    default: return nil
    }
  }
}

/// What a person says of two that look like one event.
public enum AlikeAnswer: String, CaseIterable, Sendable {
  /// They are one: a row is left out for an earlier one, or becomes part of an event that is here.
  case one
  /// They are two, and both come in.
  case two
}
