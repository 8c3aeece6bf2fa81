import HeardKit
import TerminalCanvas

/// The letters that stand for the rows of a list, so that one press takes one.
///
/// Left out are those that do something else at the door: e edits, g opens the grid, n notes a name,
/// p opens the form of a person, q ends, u undoes, x means no answer.
enum DoorLetters {
  private static let all = Array("abcdfhijklmorstvwyz")

  /// The letter of a row; nil for rows beyond the alphabet, which arrows reach.
  static func letter(_ row: Int) -> Character? { all.indices.contains(row) ? all[row] : nil }

  /// The row that a key stands for.
  static func row(_ key: Key, count: Int) -> Int? {
    guard case .character(let letter) = key.plain, let row = all.firstIndex(of: letter)
    else { return nil }
    return row < count ? row : nil
  }

  /// Whether a key is a letter or digit, which must do nothing but stand for a row; the one that
  /// opens the grid is none of them.
  static func isLetterOrDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key.plain, character != "g" else { return false }
    return character.isASCII && (character.isLetter || character.isNumber)
  }
}

extension Desk {
  /// Says that no row has this letter.
  mutating func refuse(letter key: Key) {
    guard case .character(let letter) = key.plain else { return }
    refuse(words("letter.unused", ["key": String(letter)]))
  }
}
