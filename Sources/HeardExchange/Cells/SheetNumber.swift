/// What a cell of a headcount column means.
enum NumberReading: Hashable {
  /// Nothing, or that nobody knows.
  case none
  /// A whole number.
  case number(Int)
  /// A whole number that the cell calls an estimate.
  case estimate(Int)
  /// A number with more words beside it, perhaps of estimation.
  case noted(Int, isEstimate: Bool)
  /// No whole number that could be read.
  case unreadable
}

/// Whole numbers as people write them in sheets.
enum SheetNumber {
  /// Reads a cell: `84`, `1 234`, `1.234`, `45名`, `~40`, `84 (51 slips)`.
  static func read(_ text: String) -> NumberReading {
    if text.isEmpty || SheetCell.saysNothing(text) { return .none }
    var rest = SheetCell.folded(text)[...]
    let isEstimate = takeEstimateMark(&rest)
    guard let number = takeNumber(&rest) else { return .unreadable }
    let behind = SheetCell.trimmed(String(rest))
    if behind.isEmpty || units.contains(behind) {
      return isEstimate ? .estimate(number) : .number(number)
    }
    // `12-15`, `12/15`, `12.5`: not one whole number.
    guard let first = behind.first, !"-–—/.,:%×x*".contains(first) else { return .unreadable }
    return .noted(number, isEstimate: isEstimate)
  }

  /// The whole number that a cell gives, whatever stands beside it; nil where it gives none.
  static func whole(_ text: String) -> Int? {
    switch read(text) {
    case .number(let number), .estimate(let number), .noted(let number, _): number
    case .none, .unreadable: nil
    }
  }

  private static func takeEstimateMark(_ text: inout Substring) -> Bool {
    for mark in estimateMarks where text.hasPrefix(mark) {
      let behind = text.dropFirst(mark.count).drop { $0 == "." || $0.isWhitespace || $0 == ":" }
      if behind.first?.isWholeNumber ?? false {
        text = behind
        return true
      }
    }
    return false
  }

  /// Takes a number with its separators of thousands off the beginning of a text.
  private static func takeNumber(_ text: inout Substring) -> Int? {
    var digits = takeDigits(&text)
    guard (1...9).contains(digits.count) else { return nil }
    if digits.count <= 3 {
      while let mark = text.first, " .,'’\u{A0}\u{202F}".contains(mark),
        text.dropFirst().prefix(while: isDigit).count == 3, digits.count <= 6
      {
        text = text.dropFirst()
        digits += takeDigits(&text)
      }
    }
    // `84.0` is what spreadsheets make of 84.
    if let mark = text.first, mark == "." || mark == "," {
      let decimals = text.dropFirst().prefix(while: isDigit)
      if decimals.contains(where: { $0 != "0" }) || decimals.count > 2 { return nil }
      if !decimals.isEmpty { text = text.dropFirst(decimals.count + 1) }
    }
    guard let number = Int(digits), number <= 100_000_000 else { return nil }
    return number
  }

  private static func takeDigits(_ text: inout Substring) -> String {
    let digits = text.prefix(while: isDigit)
    text = text.dropFirst(digits.count)
    return String(digits)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static let estimateMarks = [
    "~", "≈", "±", "+/-", "approximately", "approx", "about", "around", "circa", "ca", "c.",
    "environ", "env",
    "a peu pres", "pres de", "aproximadamente", "aprox", "cerca de", "unos", "unas",
    "mais ou menos", "por volta de", "ungefahr", "rund", "etwa", "約", "およそ", "est.", "est",
  ]

  private static let units: Set<String> = [
    "people", "persons", "participants", "attendees", "pax", "personnes", "pers", "pers.",
    "pessoas", "personas", "participantes", "asistentes", "personen", "teilnehmer",
    "teilnehmende", "人", "名",
  ]
}
