import TerminalCanvas

/// A whole number that is being typed where keys are otherwise commands.
struct NumberEntry: Sendable {
  /// What a key did.
  enum Step: Equatable {
    /// It was a digit, or took one away.
    case taken
    /// The number is complete; `isUsedUp` when the key means nothing more.
    case number(Int, isUsedUp: Bool)
    /// Nothing is being typed and the key is no digit.
    case notMine
  }

  // Enough for every crowd, and far from what a number can hold.
  private static let mostDigits = 8

  /// The digits so far.
  private(set) var digits = ""

  var isEmpty: Bool { digits.isEmpty }

  /// Takes a key; whatever ends the typing but Esc leaves a number.
  mutating func type(_ key: Key) -> Step {
    switch key.plain {
    case .character(let character) where character.wholeNumberValue.map { $0 < 10 } ?? false:
      add(character)
    case .paste(let text):
      let before = digits
      text.forEach { add($0) }
      if digits == before { return .notMine }
    case .character(let character) where !isEmpty && ",.' ".contains(character): break
    case .backspace where !isEmpty: digits.removeLast()
    case .escape where !isEmpty: digits = ""
    default:
      guard let number = Int(digits) else { return .notMine }
      digits = ""
      return .number(number, isUsedUp: key == .enter)
    }
    return .taken
  }

  private mutating func add(_ character: Character) {
    guard let value = character.wholeNumberValue, value < 10, digits.count < Self.mostDigits
    else { return }
    digits += String(value)
  }
}
