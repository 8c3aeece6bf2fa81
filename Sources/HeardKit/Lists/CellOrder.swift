import HeardInsight
import HeardModel

/// The order of cells as people read them: numbers by their size and before words, empty ones last.
public struct CellOrder {
  private let keys: [(number: Int?, rank: Int)?]

  /// The order of some cells; `thousands` is the sign between thousands in them.
  public init(_ texts: [String], thousands: String, _ collation: Collation) {
    let ranks = collation.ranks(texts)
    keys = zip(texts, ranks).map { text, rank in
      let text = trimmed(text)
      return Self.nothing.contains(text)
        ? nil : (number: Self.number(text, thousands: thousands), rank: rank)
    }
  }

  /// The places of the texts in their order; texts that are alike stay as they stood.
  public func places(descending: Bool) -> [Int] {
    keys.indices.sorted { a, b in
      guard let first = keys[a], let second = keys[b] else {
        return keys[a] == nil && keys[b] == nil ? a < b : keys[a] != nil
      }
      let (one, other) = ((first.number ?? .max, first.rank), (second.number ?? .max, second.rank))
      if one == other { return a < b }
      return (one < other) != descending
    }
  }

  /// What stands in cells of which nothing is known.
  private static let nothing: Set = ["", "–", "-", "--", "?"]

  /// The number with which a text begins, also with a sign between its thousands.
  static func number(_ text: String, thousands: String) -> Int? {
    var (digits, rest) = ("", text[...])
    while let character = rest.first {
      if character.isASCII && character.isNumber {
        digits.append(character)
      } else if digits.isEmpty || thousands != String(character)
        || rest.dropFirst().first.map({ !$0.isNumber }) ?? true
      {
        break
      }
      rest = rest.dropFirst()
    }
    return Int(digits)
  }
}
