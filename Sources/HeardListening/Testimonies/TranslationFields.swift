import HeardKit
import HeardModel

/// A record while its form is open, with the one translation that the form shows.
protocol TranslationSheet: Sendable {
  var translation: Translation { get set }
}

/// The fields of one translation, of a testimony or of a quote.
enum TranslationFields {
  static func all<Subject: TranslationSheet>() -> [FieldSpec<Subject>] {
    [
      .spokenLanguage("translationLanguage", \.translation.id, section: "translation"),
      .text("translationText", \.translation.text, rows: 3, section: "translation"),
      .text("translationBy", \.translation.by, section: "translation"),
      .choice(
        "translationKind", \.translation.kind, labels: "translationKind", section: "translation"),
      .toggle("translationReviewed", \.translation.isReviewed, section: "translation"),
    ]
  }

  /// That words in another language say in which.
  static func rules(_ translation: Translation) -> [(field: Code, problem: FieldProblem)] {
    !translation.text.isEmpty && translation.id == .undetermined
      ? [("translationLanguage", .missing)] : []
  }
}

extension [Translation] {
  /// Puts a translation in the place of the one in its language; an emptied one takes it out.
  mutating func put(_ translation: Translation) {
    guard translation.id != .undetermined else { return }
    let place = firstIndex { $0.id == translation.id }
    switch (place, translation.text.isEmpty) {
    case (let place?, true): remove(at: place)
    case (let place?, false): self[place] = translation
    case (nil, false): append(translation)
    case (nil, true): break
    }
  }
}
