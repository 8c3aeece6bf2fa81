import HeardModel

/// The texts of one language, from its catalog.
///
/// A catalog is plain lines `key = text`; `{name}` stands for an argument, `key.one` and
/// `key.other` are the forms for numbers. What a catalog lacks is taken from the English one.
public struct Words: Sendable {
  /// The language of the texts.
  public let language: LanguageTag
  private let texts: [String: String]
  // Read once, and not at all where another language lacks nothing.
  private static let english = parse(englishCatalog)

  /// The languages for which there is a catalog, the first being the one that always works.
  public static let languages = ["en", "fr", "ja"].compactMap(LanguageTag.init(stored:))

  /// The texts of a language, or English when there is no catalog for it.
  public init(_ language: LanguageTag?) {
    let base = language?.base ?? "en"
    texts =
      switch base {
      case "fr": Self.parse(frenchCatalog)
      case "ja": Self.parse(japaneseCatalog)
      default: Self.english
      }
    self.language =
      Self.languages.first { $0.base == base } ?? Self.languages.first ?? .undetermined
  }

  /// The text under a key, with its arguments put in; the key itself where no catalog has it.
  public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let text = texts[key] ?? Self.english[key] else { return key }
    return Self.fill(text, arguments)
  }

  /// The text for a number: `key.one` or `key.other` by the language's own rule.
  public func callAsFunction(
    _ key: String, count: Int, _ arguments: [String: String] = [:]
  ) -> String {
    var arguments = arguments
    arguments["n"] = number(count)
    let form = "\(key).\(Self.pluralForm(of: count, language.base))"
    let other = "\(key).other"
    guard let text = texts[form] ?? texts[other] ?? Self.english[form] ?? Self.english[other] else {
      return key
    }
    return Self.fill(text, arguments)
  }

  /// Whether a catalog has a text under a key.
  public func has(_ key: String) -> Bool { texts[key] != nil || Self.english[key] != nil }

  /// All keys and texts of a language's own catalog, without what English lends it.
  public static func catalog(_ language: LanguageTag) -> [String: String] {
    switch language.base {
    case "fr": parse(frenchCatalog)
    case "ja": parse(japaneseCatalog)
    default: parse(englishCatalog)
    }
  }

  /// A number with the separators of the language.
  public func number(_ value: Int) -> String {
    let separator =
      switch language.base {
      case "fr": "\u{202F}"
      case "de", "es", "pt": "."
      default: ","
      }
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return value < 0 ? "-\(text)" : text
  }

  /// The form that a number takes, after the plural rules of Unicode's CLDR.
  static func pluralForm(of count: Int, _ language: String) -> String {
    switch language {
    case "ja": "other"
    case "fr", "pt": count == 0 || count == 1 ? "one" : "other"
    default: count == 1 ? "one" : "other"
    }
  }

  private static func fill(_ text: String, _ arguments: [String: String]) -> String {
    if arguments.isEmpty || !text.utf8.contains(UInt8(ascii: "{")) { return text }
    var filled = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      filled += rest[..<start]
      guard let end = rest[start...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: start)..<end])
      filled += arguments[name] ?? "{\(name)}"
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }

  /// Reads a catalog; by bytes, since this stands between the start and the first frame.
  private static func parse(_ catalog: String) -> [String: String] {
    var catalog = catalog
    return catalog.withUTF8 { bytes in
      var texts: [String: String] = [:]
      texts.reserveCapacity(2048)
      var start = 0
      while start < bytes.count {
        var end = start
        var equals: Int?
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
          if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
          end += 1
        }
        if let equals, bytes[start] != UInt8(ascii: "#") {
          let keyEnd =
            equals > start && bytes[equals - 1] == UInt8(ascii: " ") ? equals - 1 : equals
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
}
