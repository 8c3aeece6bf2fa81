import HeardModel
import HeardTexts

/// The texts of one language, from its file in HeardTexts.
///
/// A file holds plain lines `key = text`; `{name}` stands for an argument, `key.one` and
/// `key.other` are the forms for numbers. `{key:COMMAND}` stands for the key of a command, and a
/// part in `[…]` is left out where a key in it does nothing. What a file lacks is taken from the
/// English one.
public struct Words: Sendable {
  /// The language of the texts.
  public let language: LanguageTag
  /// Whether commands of one letter are switched off, so that texts name other keys.
  public internal(set) var hasNoLetterCommands: Bool
  private let texts: [String: String]
  private let plural: PluralRule
  // Read once, and not at all where another language lacks nothing.
  private static let english = parse(0)

  /// The languages that have a file of texts, the first being the one that always works.
  public static let languages = (0..<Int(heard_language_count())).compactMap { place in
    LanguageTag(stored: String(cString: heard_language(Int32(place)).language))
  }

  /// The texts of a language, or English when there are none in it.
  public init(_ language: LanguageTag?, hasNoLetterCommands: Bool = false) {
    let place = Self.languages.firstIndex { $0.base == language?.base } ?? 0
    texts = place == 0 ? Self.english : Self.parse(place)
    self.language = Self.languages.isEmpty ? .undetermined : Self.languages[place]
    self.hasNoLetterCommands = hasNoLetterCommands
    plural = texts["language.plural"].flatMap(PluralRule.init(rawValue:)) ?? .one
  }

  /// The text under a key, with its arguments put in; the key itself where no catalog has it.
  public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let text = texts[key] ?? Self.english[key] else { return key }
    return filled(text, arguments)
  }

  /// The text for a number: `key.one` or `key.other` by the language's own rule.
  public func callAsFunction(
    _ key: String, count: Int, _ arguments: [String: String] = [:]
  ) -> String {
    var arguments = arguments
    arguments["n"] = number(count)
    let form = "\(key).\(plural.form(of: count))"
    let other = "\(key).other"
    guard let text = texts[form] ?? texts[other] ?? Self.english[form] ?? Self.english[other] else {
      return key
    }
    return filled(text, arguments)
  }

  /// One text of a language as it stands in its file, without reading all the others.
  ///
  /// Empty where there is none. For what has to be ready before anything else is.
  public static func single(_ key: String, _ language: LanguageTag?) -> String {
    let file = heard_language(Int32(languages.firstIndex { $0.base == language?.base } ?? 0))
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    let wanted = Array("\(key) = ".utf8)
    var start = 0
    while start < bytes.count {
      let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
      if line.starts(with: wanted) {
        return String(decoding: line.dropFirst(wanted.count), as: UTF8.self)
      }
      start = line.endIndex + 1
    }
    return ""
  }

  /// Whether a catalog has a text under a key.
  public func has(_ key: String) -> Bool { texts[key] != nil || Self.english[key] != nil }

  /// All keys and texts of a language's own file, without what English lends it; those of English
  /// where it has none.
  public static func catalog(_ language: LanguageTag) -> [String: String] {
    parse(languages.firstIndex { $0.base == language.base } ?? 0)
  }

  /// A number with the separators of the language.
  public func number(_ value: Int) -> String {
    let separator = self("language.thousands")
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return value < 0 ? "-\(text)" : text
  }

  /// Reads a file of texts; by bytes, since this stands between the start and the first frame.
  private static func parse(_ place: Int) -> [String: String] {
    let file = heard_language(Int32(place))
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    var texts: [String: String] = [:]
    texts.reserveCapacity(4096)
    var start = 0
    while start < bytes.count {
      var end = start
      var equals: Int?
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
        if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
        end += 1
      }
      if let equals, bytes[start] != UInt8(ascii: "#") {
        let keyEnd = equals > start && bytes[equals - 1] == UInt8(ascii: " ") ? equals - 1 : equals
        let first = equals + 1
        let textStart = first < end && bytes[first] == UInt8(ascii: " ") ? first + 1 : first
        texts[String(decoding: bytes[start..<keyEnd], as: UTF8.self)] =
          String(decoding: bytes[textStart..<end], as: UTF8.self)
      }
      start = end + 1
    }
    return texts
  }
}

/// Which numbers have a form of their own in a language, after the plural rules of Unicode's CLDR.
///
/// A file of texts names its rule under `language.plural`.
enum PluralRule: String {
  /// One form for all numbers.
  case none
  /// One is told from all others.
  case one
  /// None and one are told from all others.
  case zeroOne

  /// The end of the key under which the form of a number stands.
  func form(of count: Int) -> String {
    switch self {
    case .none: "other"
    case .one: count == 1 ? "one" : "other"
    case .zeroOne: count == 0 || count == 1 ? "one" : "other"
    }
  }
}
