import HeardInsight

/// What every reader of cells needs: a cell without its edges, and texts that are compared.
enum SheetCell {
  /// A cell without spaces around it, and without the apostrophe that our own CSV puts before what
  /// a spreadsheet would take for a formula.
  static func plain(_ text: String) -> String {
    let text = trimmed(text)
    guard text.first == "'", let second = text.dropFirst().first, "=+-@'＝＋－＠".contains(second)
    else { return text }
    return String(text.dropFirst())
  }

  /// A text without spaces of any kind around it.
  static func trimmed(_ text: String) -> String {
    var part = text[...]
    while part.first.map(isBlank) ?? false { part.removeFirst() }
    while part.last.map(isBlank) ?? false { part.removeLast() }
    return String(part)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
  }

  /// A text as it is compared: without case, accents and width, one space between words.
  static func folded(_ text: String) -> String {
    let plain = String(decoding: Folded(text).bytes, as: UTF8.self)
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words and numbers of a folded text.
  static func tokens(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Several values in one cell.
  static func parts(_ text: String) -> [String] {
    text.split { ",;/、，\n\r\r\n|".contains($0) }.map { trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// Words by which people say that they do not know, or that there is nothing.
  static func saysNothing(_ text: String) -> Bool { nothing.contains(folded(text)) }

  /// Sixteen hexadecimal digits of the FNV-1a hash.
  static func digest(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The name of a file without its folder.
  static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static let nothing = Set(
    [
      "n/a", "na", "n.a.", "n/d", "nd", "n.d.", "nc", "n.c.", "s/d", "s/o", "-", "–", "—", "--",
      "?",
      "??", "tbc", "tbd", "t.b.c.", "t.b.d.", "to be confirmed", "to be determined", "unknown",
      "not known", "none", "à confirmer", "a confirmer", "à définir", "inconnu", "non connu",
      "non renseigné", "a definir", "a confirmar", "por confirmar", "por definir", "desconhecido",
      "desconocido", "sem dados", "sin datos", "no disponible", "k.a.", "k. a.", "keine angabe",
      "offen", "unbekannt", "noch offen", "未定", "不明", "なし", "未確認", "調整中", "#n/a", "#ref!",
      "#value!", "null",
    ].map(folded))
}
