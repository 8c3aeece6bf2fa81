import Foundation
import HeardKit
import HeardModel

/// Languages as people type them.
///
/// A tag of three letters says little: nearly every short word is one, and `yes` is Nyankpa. So it
/// is understood where the programme uses it already, or with `tag:` before it.
enum SpokenLanguage {
  private static let prefix = "tag:"

  /// The language that a text means.
  static func tag(_ text: String, _ desk: Desk) -> Result<LanguageTag, FieldProblem> {
    switch OptionInput.value(text, desk.spokenLanguageOptions) {
    case .success(let value):
      return LanguageTag(stored: value).map(Result.success) ?? .failure(.notALanguage(text))
    case .failure(.notAnOption(_, let near)):
      if let tag = other(text, desk) { return .success(tag) }
      return .failure(near == nil ? .notALanguage(text) : .notAnOption(text, nearest: near))
    case .failure(let problem): return .failure(problem)
    }
  }

  /// How a text is understood; what is not on the list stays as it is typed.
  static func understood(_ text: String, _ desk: Desk) -> Understood? {
    guard case .success(let tag) = tag(text, desk) else { return nil }
    let name = desk.formats.language(tag)
    let isListed = desk.spokenLanguageOptions.contains { $0.value == tag.stored }
    return Understood(
      isListed ? name : text,
      words: name == tag.stored ? name : "\(name) (\(tag.stored))",
      code: isListed ? tag.stored : nil)
  }

  /// A language that the list does not have under this name.
  private static func other(_ text: String, _ desk: Desk) -> LanguageTag? {
    let word = fold(text)
    if word.hasPrefix(prefix) {
      let tag = LanguageTag(stored: trimmed(String(text.dropFirst(prefix.count))))
      return tag.flatMap { $0.base.count <= 3 ? $0 : nil }
    }
    if let known = names[word] { return LanguageTag(stored: known) }
    guard let tag = LanguageTag(stored: text), tag != .undetermined else { return nil }
    if tag.base.count == 2 { return twoLetters.contains(tag.base) ? tag : nil }
    return desk.programme.testimonies.values.contains { $0.language == tag } ? tag : nil
  }

  private static let twoLetters = Set(
    Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.count == 2 })

  /// Languages by their names in all languages of the program, whichever the screen speaks.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for language in Words.languages {
      let formats = Formats(Words(language))
      let signed = LanguageTag.signLanguages.map(\.tag)
      for tag in twoLetters.sorted().compactMap(LanguageTag.init(stored:)) + signed {
        names[fold(formats.language(tag))] = tag.stored
      }
    }
    return names
  }()
}

extension FieldSpec {
  /// A language by its name or tag; any language may be spoken, also one that no list has.
  static func spokenLanguage(
    _ id: Code, _ member: WritableKeyPath<Subject, LanguageTag> & Sendable,
    section: String? = nil
  ) -> FieldSpec {
    FieldSpec(
      id, { _, desk in .lookup(desk.spokenLanguageOptions) }, section: section,
      read: { subject, _ in
        let tag = subject[keyPath: member]
        return tag == .undetermined ? "" : tag.stored
      },
      write: { text, subject, desk in
        if text.isEmpty {
          subject[keyPath: member] = .undetermined
          return nil
        }
        switch SpokenLanguage.tag(text, desk) {
        case .success(let tag):
          subject[keyPath: member] = tag
          return nil
        case .failure(let problem): return problem
        }
      }, understand: { text, _, desk in SpokenLanguage.understood(text, desk) })
  }
}
