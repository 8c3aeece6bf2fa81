import Foundation
import HeardModel

/// Languages by the names and codes that people write, in six languages; also such as a programme
/// does not offer yet.
enum LanguageNames {
  /// The tag of one language; nil where the text names none.
  static func tag(_ text: String) -> LanguageTag? {
    let folded = SheetCell.folded(text)
    if let tag = names[folded] { return tag }
    // `pt-BR`, `en_GB`.
    let parts = folded.split { "-_".contains($0) }.map(String.init)
    guard parts.count == 2, parts[1].count == 2, codes.contains(parts[0]) else { return nil }
    return LanguageTag(stored: "\(parts[0])-\(parts[1].uppercased())")
  }

  /// The tags of several, joined by spaces or a word for `and`; nil where a part is none.
  static func tags(_ text: String) -> [LanguageTag]? {
    let words = SheetCell.folded(text).split { " &+・と".contains($0) }.map(String.init)
      .filter { !and.contains($0) }
    let tags = words.compactMap(tag)
    return tags.isEmpty || tags.count < words.count ? nil : tags
  }

  private static let and: Set = ["and", "et", "und", "y", "e"]

  private static let codes = Set(
    Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.count == 2 })

  /// Names with a region or a script.
  private static let regional = [
    "pt-BR", "pt-PT", "en-GB", "en-US", "es-ES", "es-MX", "es-419", "fr-CA", "de-AT", "de-CH",
    "zh-Hans", "zh-Hant",
  ]

  // What people write beside the names of CLDR, and codes of three letters.
  private static let others = [
    "es": "castellano|castillan|spa", "en": "eng", "fr": "fra|fre", "de": "deu|ger",
    "pt": "por", "ja": "jpn", "ar": "ara", "it": "ita", "zh": "mandarin|zho|chi|中文",
    "fa": "farsi", "jsl": "日本手話",
    "pt-BR": "Brazilian Portuguese|português brasileiro|português do Brasil|portugais du Brésil"
      + "|brasilianisches Portugiesisch|portugués brasileño|ブラジルポルトガル語",
  ]

  private static let names: [String: LanguageTag] = {
    var names: [String: LanguageTag] = [:]
    let all = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
    for language in CountryNames.languages.reversed() {
      let locale = Locale(identifier: language)
      for code in all {
        guard let tag = LanguageTag(stored: code),
          let name = locale.localizedString(forLanguageCode: code), name != code
        else { continue }
        names[SheetCell.folded(name)] = tag
      }
      for code in regional {
        guard let name = locale.localizedString(forIdentifier: code) else { continue }
        names[SheetCell.folded(name)] = LanguageTag(stored: code)
      }
    }
    for code in codes { names[code] = LanguageTag(stored: code) }
    for (tag, short) in LanguageTag.signLanguages { names[SheetCell.folded(short)] = tag }
    for (code, words) in others {
      for word in words.split(separator: "|") {
        names[SheetCell.folded(String(word))] = LanguageTag(stored: code)
      }
    }
    return names
  }()
}
