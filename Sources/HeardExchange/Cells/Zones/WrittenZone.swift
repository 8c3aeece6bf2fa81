/// What stands beside a time and says by which clock it is told.
enum WrittenZone: Hashable {
  /// So many seconds east of UTC, as `Z`, `+0100`, `UTC`.
  case offset(Int)
  /// Words that name a zone, which depend on the country.
  case words(String)

  /// What a text beside a time says; whether it is understood, if only as nothing.
  static func beside(_ text: String) -> (isUnderstood: Bool, zone: WrittenZone?) {
    if text.isEmpty || nothing.contains(text) { return (true, nil) }
    if let seconds = offset(text) { return (true, .offset(seconds)) }
    return ZoneWords.areZone(text) ? (true, .words(text)) : (false, nil)
  }

  /// Seconds east of UTC of `z`, `utc`, `+01:00`, `-0500`, `utc+2`, `gmt-3`.
  static func offset(_ folded: String) -> Int? {
    var text = folded.replacing("\u{2212}", with: "-").filter { $0 != " " }
    for name in ["utc", "gmt"] where text.hasPrefix(name) && text != "gmt" {
      text.removeFirst(3)
      if text.isEmpty { return 0 }
    }
    if text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      let number = Int(first)
    else { return nil }
    let (hours, minutes): (Int, Int)
    switch (parts.count, first.count) {
    case (1, 1...2): (hours, minutes) = (number, 0)
    case (1, 4): (hours, minutes) = (number / 100, number % 100)
    case (2, 1...2):
      guard parts[1].count == 2, let second = Int(parts[1]) else { return nil }
      (hours, minutes) = (number, second)
    default: return nil
    }
    guard hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
  }

  // What stands behind a time and belongs to it.
  private static let nothing: Set = ["uhr", "h", "hs", "hrs", "hours", "heures", "horas", "まで"]
}
