import HeardModel

/// A row that is perhaps there already: an event further up in the sheet or in the programme, or a
/// person of another event.
public struct AlikePair: Hashable, Sendable {
  /// What a row is like.
  public enum Other: Hashable, Sendable {
    /// An earlier row, by its line.
    case line(Int)
    /// An event of the programme.
    case event(EventID)
    /// Somebody who is known on this machine.
    case person(PersonID)
  }

  /// The line of the row.
  public let line: Int
  /// What it is like.
  public let other: Other

  /// Whether they are perhaps one person, and not one event.
  public var isOfPeople: Bool { if case .person = other { true } else { false } }

  /// A row and what it is like.
  public init(line: Int, _ other: Other) { (self.line, self.other) = (line, other) }

  init?(_ doubt: ImportDoubt, line: Int) {
    switch doubt {
    case .sameAsLine(let earlier), .likeLine(let earlier, _): self.init(line: line, .line(earlier))
    case .knownPerson(let person): self.init(line: line, .person(person.id))
    case .looksLike(let id, _): self.init(line: line, .event(id))
    default: return nil
    }
  }
}

/// What is said of two that look like one.
public enum AlikeAnswer: String, CaseIterable, Sendable {
  /// They are one: a row is left out for an earlier one, or becomes part of what is here.
  case one
  /// They are two, and both come in.
  case two
}
