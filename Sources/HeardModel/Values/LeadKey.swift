/// The public key of the safeguarding lead, to which the program `age` seals disclosures.
public struct LeadKey: Hashable, Sendable {
  /// The key as `age` takes it.
  public let text: String

  /// Takes a public key of `age`; nil for every other text.
  public init?(_ text: String) {
    let key = text.filter { !$0.isWhitespace }
    let isPlain = key.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    guard key.hasPrefix("age1"), isPlain else { return nil }
    self.text = key
  }

  /// By what two people compare the key over a telephone: the first eight groups of its SHA-256.
  public var fingerprint: String {
    let digits = Array(SHA256.hex(Array(text.utf8)).prefix(32))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
  }
}
