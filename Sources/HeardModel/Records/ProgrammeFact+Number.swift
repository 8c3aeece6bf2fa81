// The number of a fact as people write it: `58.9` is 589 of which one digit stands behind the point.
extension ProgrammeFact {
  /// The number with its point, as `58.9`; empty where there is none.
  public var numberText: String {
    guard let number else { return "" }
    let behind = places ?? 0
    if behind == 0 { return String(number) }
    let digits = String(repeating: "0", count: max(0, behind + 1 - "\(number)".count)) + "\(number)"
    return "\(digits.dropLast(behind)).\(digits.suffix(behind))"
  }

  /// The number in units of its places; nil for a text that is no number of at most six places.
  public static func number(_ text: String) -> (number: Int, places: Int?)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }),
      parts.count == 1 || (1...6).contains(parts[1].count),
      let number = Int(parts.joined()), number <= 1_000_000_000_000
    else { return nil }
    return (number, parts.count == 1 ? nil : parts[1].count)
  }
}
