import HeardModel
import TerminalCanvas

/// A whole number that is being typed where keys are otherwise commands.
///
/// Enter and arrows set it, Esc drops it; whatever else is typed neither sets nor drops it.
struct NumberEntry: Sendable {
  /// What a key did.
  enum Step: Equatable {
    /// It was a digit, or took one away.
    case taken
    /// The number is complete; `isUsedUp` when the key means nothing more.
    case number(Int, isUsedUp: Bool)
    /// It is no part of a number, and the one that is being typed waits for its end.
    case refused
    /// Nothing is being typed and the key is no digit, or the key takes nothing away.
    case notMine
  }

  // More than any crowd, and less than a number can hold.
  private static let mostDigits = 15

  /// The digits so far.
  private(set) var digits = ""

  var isEmpty: Bool { digits.isEmpty }

  /// Takes a key.
  mutating func type(_ key: Key) -> Step {
    switch key.plain {
    case .character(let character) where character.isDigit: return add(String(character))
    case .paste(let text): return paste(text)
    case .character where isEmpty: return .notMine
    case .character(let character): return Self.separators.contains(character) ? .taken : .refused
    case .backspace where !isEmpty: digits.removeLast()
    case .escape where !isEmpty: digits = ""
    case .enter, .up, .down, .left, .right, .tab, .backTab: return end(key)
    default: return isEmpty || Self.harmless.contains(key) ? .notMine : .refused
    }
    return .taken
  }

  /// Forgets what is typed: it was set.
  mutating func clear() { digits = "" }

  private static let separators = ",.' \u{202F}\u{A0}"
  // Help, where am I, drawing anew, stopping and ending leave the number where it is.
  private static let harmless: [Key] = [
    .function(1), .control("w"), .control("l"), .control("z"), .control("c"),
  ]

  private func end(_ key: Key) -> Step {
    guard let number = Int(digits) else { return .notMine }
    return .number(number, isUsedUp: key == .enter)
  }

  private mutating func paste(_ text: String) -> Step {
    let isNumber = text.allSatisfy {
      $0.isDigit || $0.isWhitespace || Self.separators.contains($0)
    }
    guard isNumber else { return isEmpty ? .notMine : .refused }
    return add(text)
  }

  private mutating func add(_ text: String) -> Step {
    let more = text.compactMap { $0.isDigit ? $0.wholeNumberValue.map(String.init) : nil }
    guard digits.count + more.count <= Self.mostDigits else { return .refused }
    if more.isEmpty { return isEmpty ? .notMine : .refused }
    digits += more.joined()
    return .taken
  }
}

extension Character {
  fileprivate var isDigit: Bool { wholeNumberValue.map { $0 < 10 } ?? false }
}

extension AttendanceCell {
  /// The largest number that is believed: more is a slip of the finger and is refused.
  ///
  /// A host's whole crowd may be a city's festival; nobody counts more than a stadium at a door.
  var mostBelieved: Int { self == .hostCrowd ? 10_000_000 : 100_000 }
}

extension Desk {
  /// Says that a half-typed number waits for its end.
  mutating func refuse(halfTyped entry: NumberEntry) {
    refuse(words("number.halfTyped", ["n": entry.digits]))
  }

  /// Whether a number may stand in a cell; where it is beyond belief, says so.
  mutating func believes(_ number: Int, in cell: AttendanceCell) -> Bool {
    if number <= cell.mostBelieved { return true }
    refuse(
      words(
        "number.beyondBelief",
        ["n": words.number(number), "most": words.number(cell.mostBelieved)]))
    return false
  }
}
