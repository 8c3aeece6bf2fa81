import HeardModel

// What single words mean on a sign-in sheet, but for those of whether somebody came (`ComingWord`).
extension CellWords {
  static let ofPeople: [PersonImportField: [(String, [String])]] = [
    .presence: [
      (
        Presence.inPerson.stored,
        ["in person", "in-person", "onsite", "présentiel", "presencial", "vor ort", "対面", "会場"]
      ),
      (
        Presence.online.stored,
        ["remote", "en ligne", "distanciel", "on-line", "en línea", "オンライン", "zoom"]
      ),
    ],
    .consentCount: [
      (ConsentState.given.stored, yes + ["agreed", "accord", "d'accord", "同意", "同意する"]),
      (ConsentState.refused.stored, no + ["refus", "refused", "同意しない", "不同意"]),
    ],
  ]

  /// Words and marks that say yes or no and nothing else.
  static let truths = Set((yes + no + ["on", "off", "checked", "unchecked"]).map(SheetCell.folded))

  private static let yes = [
    "yes", "y", "x", "✓", "✔", "1", "true", "oui", "sim", "s", "sí", "si", "ja", "はい", "○", "〇",
    "◯", "☑", "✅", "vrai", "wahr", "j",
  ]
  private static let no = [
    "no", "n", "0", "false", "non", "não", "nao", "nein", "いいえ", "×", "✗", "✘", "✕",
    "faux", "falso", "falsch",
  ]
}
