/// Words on a sign-in sheet for who works at an event, in six languages.
enum StaffWords {
  /// Whether a text names somebody who is perhaps no participant.
  static func name(_ text: String) -> Bool {
    if japanese.contains(where: text.contains) { return true }
    return SheetCell.tokens(text).contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private static let stems = [
    "staff", "volunt", "team", "crew", "organis", "organiz", "facilit", "moderat", "host",
    "helper", "trainee", "intern", "benevol", "equipe", "personnel", "animat", "interpret",
    "interpr",
    "dolmetsch", "mitarbeit", "ehrenamt", "helfer", "equipo", "personal", "orador", "ponente",
    "speaker", "intervenant", "referent", "palestrant",
  ]
  private static let japanese = ["スタッフ", "ボランティア", "運営", "司会", "通訳", "講師"]
}
