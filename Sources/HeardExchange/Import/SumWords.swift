import HeardModel

/// What a cell says that calls its row a sum of others.
struct SumLabel: Hashable {
  /// The words beside the one for a sum that a country has, or a title: `France`, `recall`.
  let rest: [String]
  /// Whether it says nothing but that it is a sum.
  var isAlone: Bool { rest.isEmpty }
}

/// Words by which rows of sheets say that they sum up others or are a remark, in six languages.
enum SumWords {
  /// Reads a cell: `Total`, `TOTAL : 3`, `Sous-total France`, `合 計`; nil where it names no sum.
  static func label(_ text: String) -> SumLabel? {
    guard mayBeLabel(text) else { return nil }
    let tokens = SheetCell.tokens(text)
    guard !tokens.isEmpty, tokens.count <= 6 else { return nil }
    if words.contains(tokens.joined()) { return SumLabel(rest: []) }
    guard let place = tokens.firstIndex(where: { parts(of: $0) != nil }),
      let within = parts(of: tokens[place])
    else { return nil }
    let others = tokens[..<place] + within + tokens[(place + 1)...]
    return SumLabel(rest: others.filter { !isKnownBeside($0) })
  }

  private static func isKnownBeside(_ token: String) -> Bool {
    beside.contains(token) || words.contains(token) || isTime(token)
  }

  /// Whether it is worth to look closer, by bytes: of thousands of cells hardly any is.
  private static func mayBeLabel(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.count > 90 { return false }
    // Japanese, and letters as wide as its own.
    if bytes.contains(where: { $0 >= 0xE3 }) { return true }
    let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return small.indices.dropLast(2).contains { place in
      stems.contains { $0.elementsEqual(small[place..<(place + 3)]) }
    }
  }

  /// Whether a word may be somebody's name or an ordinary one as well.
  static func isAmbiguous(_ text: String) -> Bool {
    !SheetCell.tokens(text).contains { words.contains($0) && !names.contains($0) }
      && !isJapanese(SheetCell.folded(text))
  }

  /// Whether a cell begins as remarks below a table do: `*`, `Source:`, `Mis à jour le …`.
  static func isRemark(_ text: String) -> Bool {
    let folded = SheetCell.folded(text)
    if let first = folded.first, "*※†‡¹²³".contains(first) { return true }
    if beginnings.contains(where: folded.hasPrefix) { return true }
    guard let end = folded.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    return remarks.contains(SheetCell.trimmed(String(folded[..<end])))
  }

  /// What else stands in a word that says sum; nil where it does not say so.
  private static func parts(of token: String) -> [String]? {
    if words.contains(token) { return [] }
    for word in joined where token.count > word.count {
      if token.hasSuffix(word) { return [String(token.dropLast(word.count))] }
      if token.hasPrefix(word) { return [String(token.dropFirst(word.count))] }
    }
    return nil
  }

  /// Whether a word is a number, a month or a quarter: `2024`, `juin`, `T1`, `3名`.
  private static func isTime(_ token: String) -> Bool {
    let digits = "qthsk".contains(token.first ?? " ") ? token.dropFirst() : token[...]
    let behind = digits.drop(while: \.isNumber)
    return behind.isEmpty || (behind.count == 1 && "名人件回年月".contains(behind))
      || MonthNames.month(token) != nil
  }

  private static func isJapanese(_ folded: String) -> Bool {
    joined.contains { folded.contains($0) }
  }

  private static let words = folded([
    "total", "totals", "totaux", "totale", "totales", "totais", "sum", "sums", "somme", "sommes",
    "summe", "summen", "gesamt", "insgesamt", "gesamtsumme", "gesamtzahl", "endsumme",
    "zwischensumme", "teilsumme", "suma", "soma", "subtotal", "subtotals", "subtotaux",
    "subtotales", "subtotais", "soustotal", "合計", "計", "総計", "小計", "累計", "総合計",
  ])

  private static let stems = ["tot", "sum", "som", "ges"].map { Array($0.utf8) }

  // Japanese has no spaces between words.
  private static let joined = ["総合計", "合計", "総計", "小計", "累計"]

  // Given names of people, or words that people are called by.
  private static let names = folded(["suma", "soma", "sum", "somme", "sums"])

  // What stands beside the word without making it another thing.
  private static let beside = folded([
    "grand", "general", "generale", "generaux", "generales", "geral", "gerais", "global", "overall",
    "all", "alle", "tous", "toutes", "todos", "todas", "sub", "sous", "sur", "zwischen", "jahr",
    "year", "annual", "annuel", "annee", "anual", "ano", "of", "the", "for", "in", "de", "des",
    "du",
    "d", "la", "le", "les", "do", "da", "dos", "das", "del", "el", "los", "der", "die", "im",
    "pour",
    "par", "por", "para", "participants", "participant", "people", "persons", "personnes",
    "attendance", "attendances", "presents", "presences", "pessoas", "personas", "participantes",
    "asistentes", "presenças", "teilnehmer", "teilnehmende", "teilnehmenden", "personen", "events",
    "event", "evenements", "eventos", "veranstaltungen", "参加者", "参加者数", "人数", "参加人数",
  ])

  private static let remarks = folded([
    "source", "sources", "note", "notes", "nb", "n.b.", "remarque", "remark", "quelle", "quellen",
    "stand", "hinweis", "anmerkung", "fuente", "nota", "fonte", "obs", "obs.", "出典", "注", "備考",
  ])

  private static let beginnings = folded([
    "last updated", "updated on", "as of ", "mis à jour", "mise à jour", "dernière mise à jour",
    "état au ", "aktualisiert am", "letzte aktualisierung", "stand vom", "actualizado",
    "última actualización", "atualizado", "última atualização", "更新日", "最終更新",
  ])

  private static func folded(_ words: [String]) -> Set<String> {
    Set(words.map(SheetCell.folded))
  }
}
