import StrictJSON

/// Any tree at all, for the reader and the writer.
public struct RandomTree {
  /// Where the chance comes from.
  public var source: RandomSource

  /// Makes trees of a source.
  public init(source: RandomSource) { self.source = source }

  /// A value of any kind, less often one with others inside the deeper it lies.
  public mutating func value(depth: Int = 0) -> JSONValue {
    switch source.below(depth < 5 ? 9 : 7) {
    case 0: .null
    case 1: .boolean(source.chance(50))
    case 2: .integer(source.pick([0, -1, .max, .min, source.below(1_000_000)]))
    case 3: .decimal(source.pick(["-0", "1.50", "1e400", "-2.5E-7", "12345678901234567890.5"]))
    case 4, 5, 6: .string(text())
    case 7: .array((0..<source.below(5)).map { _ in value(depth: depth + 1) })
    default: object(depth: depth)
    }
  }

  /// An object with up to five members.
  public mutating func object(depth: Int) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for _ in 0..<source.below(6) { members[text()] = value(depth: depth + 1) }
    return .object(members)
  }

  /// A text, empty too, of what has to be escaped and of what is easily broken.
  public mutating func text() -> String {
    let parts =
      ["a", "longer words", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}"]
      + ["é", "e\u{301}", "日本", "👩🏽‍🦽", "\u{2028}", "\u{FEFF}", "\u{D7FF}", "\u{10FFFF}", "\\u00"]
    return (0..<source.below(5)).map { _ in source.pick(parts) }.joined()
  }
}
