/// A heading as it is understood: its words with what they say.
///
/// `grp_event/event_date`, `startDate`, `title/ca` and `Planned Dates:Start Date` are headings of
/// programs: the part behind the last sign counts, those before only where it is a word that needs
/// them, as `name` or `total`.
struct Heading: Sendable {
  /// What its words say.
  let senses: Set<HeadingSense>
  /// How many of its words say nothing that is known.
  let unknown: Int
  /// Its words, without those of a group before it and without its language.
  let words: String
  /// What it shares with the same column in other languages: `title` of `title/ca`.
  let stem: String
  /// The language that stands at its end, as `ca`.
  let language: String?

  /// Reads a heading, with the tag of a sheet whose columns are tagged.
  init(_ name: String, tag: String = "") {
    var parts = Self.parts(name)
    language = parts.count > 1 ? Self.language(parts) : nil
    if language != nil { parts.removeLast() }
    stem = parts.joined(separator: "/")
    let base = SheetCell.tokens(parts.last ?? "")
    words = base.joined(separator: " ")
    var (senses, unknown) = HeadingLexicon.standard.read(base)
    if senses.isSubset(of: Self.needy), base.count <= 2 {
      let group = parts.dropLast().flatMap { SheetCell.tokens($0) }
      senses.formUnion(HeadingLexicon.standard.read(group).senses)
    }
    if !tag.isEmpty {
      let tagged = HeadingLexicon.standard.read(SheetCell.tokens(tag)).senses
      senses.formUnion(tagged)
      if tag.contains("+f") || tag.contains("+m") { senses.insert(.some) }
      unknown = 0
    }
    if Self.opposites.contains(where: { $0.isSubset(of: Set(base)) }) {
      senses.remove(.some)
      senses.insert(.all)
    }
    (self.senses, self.unknown) = (senses, unknown)
  }

  /// Whether any word says one of these.
  func says(_ some: HeadingSense...) -> Bool { some.contains(where: senses.contains) }

  /// Whether nothing of it is known.
  var isUnknown: Bool { senses.isEmpty }

  /// The parts of a name: of one that people wrote it is one, and a language in brackets.
  private static func parts(_ name: String) -> [String] {
    let isMade = !name.contains(" ") || name.contains(":") && !name.contains(": ")
    guard isMade else {
      guard let open = name.lastIndex(where: { "([".contains($0) }) else { return [name] }
      let inside = name[name.index(after: open)...].filter { !")]".contains($0) }
      return languages.contains(SheetCell.folded(String(inside)))
        ? [SheetCell.trimmed(String(name[..<open])), String(inside)] : [name]
    }
    // `City/Town` are two words for one thing, `grp/city` is a city.
    let isAlternative = name.contains { $0.isUppercase } && !name.contains(":")
    let signs = isAlternative ? "" : "/.:["
    var parts = name.split { signs.contains($0) }.map { spaced(String($0)) }
    if parts.count > 1, parts.last?.allSatisfy({ $0.isNumber || $0 == "]" }) ?? false {
      parts.removeLast()
    }
    guard let last = parts.last else { return [name] }
    // `title_en`, `title-fr`.
    if let sign = last.lastIndex(where: { "_-/".contains($0) }), sign != last.startIndex,
      languages.contains(SheetCell.folded(String(last[last.index(after: sign)...])))
    {
      parts[parts.count - 1] = String(last[..<sign])
      parts.append(String(last[last.index(after: sign)...]))
    }
    return parts
  }

  private static func language(_ parts: [String]) -> String? {
    parts.last.map(SheetCell.folded).flatMap { languages.contains($0) ? $0 : nil }
  }

  /// `startDate` as `start Date`, `eventID` as `event ID`.
  private static func spaced(_ text: String) -> String {
    var spaced = ""
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      if place > 0, letter.isUppercase {
        let isNew = letters[place - 1].isLowercase || letters[place - 1].isNumber
        let endsRun =
          letters[place - 1].isUppercase && place + 1 < letters.count
          && letters[place + 1].isLowercase
          && !(letters[place + 1] == "s" && place + 2 == letters.count)
        if isNew || endsRun { spaced.append(" ") }
      }
      spaced.append(letter)
    }
    return spaced
  }

  // Words that say little without the group before them.
  private static let needy: Set<HeadingSense> = [
    .name, .reference, .date, .category, .count, .all, .title, .value, .status, .description,
  ]

  // Both together are all.
  private static let opposites: [Set<String>] = [
    ["women", "men"], ["men", "women"], ["hommes", "femmes"], ["homens", "mulheres"],
    ["hombres", "mujeres"], ["frauen", "manner"], ["male", "female"], ["adults", "children"],
  ]

  // Without those that are words of the six languages, too.
  private static let languages: Set<String> = [
    "en", "fr", "ja", "pt", "de", "es", "ca", "it", "nl", "eu", "gl", "ko", "zh", "ar", "ru", "pl",
    "sv", "da", "fi", "cy", "ga", "el", "uk", "pt-br", "en-gb", "english", "francais", "deutsch",
    "espanol", "portugues", "日本語",
  ]
}
