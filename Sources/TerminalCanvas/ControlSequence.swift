/// What terminals send for keys that are no characters, where it arrives in pieces.
public enum ControlSequence {
  /// The key of what follows Escape and `[` or `O`: `D`, `3~`, `1;5C`; nil for none that is known.
  public static func key(_ rest: String) -> Key? {
    guard let final = rest.last else { return nil }
    let numbers = rest.dropLast().split(separator: ";").map(String.init)
    if final == "~" { return editing[numbers.first ?? ""] }
    let modifier = numbers.count == 2 ? numbers[1] : ""
    switch modifier {
    case "": return plain[final]
    case "2": return shifted[final]
    case "3": return final == "D" ? .altLeft : final == "C" ? .altRight : nil
    case "5": return controlled[final]
    default: return nil
    }
  }

  /// Whether a character ends such a sequence, as `D` of the arrow to the left does.
  public static func isEnd(_ character: Character) -> Bool {
    ("A"..."H").contains(character) || ("P"..."S").contains(character) || character == "Z"
      || character == "~"
  }

  private static let plain: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let shifted: [Character: Key] = [
    "A": .shiftUp, "B": .shiftDown, "C": .shiftRight, "D": .shiftLeft,
  ]

  private static let controlled: [Character: Key] = [
    "C": .wordRight, "D": .wordLeft, "H": .controlHome, "F": .controlEnd,
  ]

  private static let editing: [String: Key] = [
    "1": .home, "2": .insert, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home,
    "8": .end, "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4),
    "15": .function(5), "17": .function(6), "18": .function(7), "19": .function(8),
    "20": .function(9), "21": .function(10), "23": .function(11), "24": .function(12),
  ]
}
