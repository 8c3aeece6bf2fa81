/// Finds text among keys: a paste that the terminal did not mark arrives letter by letter, faster than
/// anybody types, and would be carried out as commands.
///
/// Four or more different letters or signs within 20 milliseconds are text. Digits, plus and minus are
/// what people press quickly where they count, and one key that is held down is one key.
public struct KeyBurst: Sendable {
  /// Within so many milliseconds.
  private static let span = 20
  /// So many different ones.
  private static let most = 4

  private var recent: [(letter: Character, at: Int)] = []
  private var lastOfText: Int?

  /// Nothing has arrived.
  public init() {}

  /// Whether keys that were read together, at a moment in milliseconds, are text or its rest.
  ///
  /// Of such keys none is to be carried out.
  public mutating func isText(_ keys: [Key], at moment: Int) -> Bool {
    recent.removeAll { moment - $0.at > Self.span }
    if let last = lastOfText, moment - last <= Self.span, !keys.isEmpty {
      lastOfText = moment
      return true
    }
    lastOfText = nil
    recent += keys.compactMap(Self.letter).map { ($0, moment) }
    guard Set(recent.map(\.letter)).count >= Self.most else { return false }
    recent = []
    lastOfText = moment
    return true
  }

  /// Forgets what arrived, since it was typed where text belongs.
  public mutating func forget() { (recent, lastOfText) = ([], nil) }

  private static func letter(_ key: Key) -> Character? {
    guard case .character(let character) = key.plain, !character.isNumber,
      !"+-= ".contains(character)
    else { return nil }
    return character
  }
}
