/// The names of months in the languages whose dates Heard reads, wherever a date is typed or stands
/// in a sheet.
public enum MonthNames {
  /// The month of a name, or of three letters or more that begin names of one month only.
  ///
  /// The word is in small letters and without accents, as `marz` for `März`.
  public static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    var found: Int?
    for (place, name) in names.enumerated() where name.hasPrefix(word) {
      let month = place % 12 + 1
      if name == word { return month }
      if let found, found != month { return nil }
      found = month
    }
    return found
  }

  // English, French, Portuguese, German, Spanish, and other forms of German; Japanese counts months.
  private static let names =
    ("january february march april may june july august september october november december"
    + " janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
    + " janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"
    + " januar februar marz april mai juni juli august september oktober november dezember"
    + " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    + " janner feber mrz april mai juni juli august sept okt nov dez")
    .split(separator: " ").map(String.init)
}
