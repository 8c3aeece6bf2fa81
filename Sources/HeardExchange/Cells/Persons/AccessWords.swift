import HeardModel

/// What people write that they need to take part, as far as it is a kind that can be counted.
enum AccessWords {
  /// The kinds that a free text names, of those that a programme counts; nothing else of it is kept.
  static func codes(_ text: String, in known: Set<Code>) -> [Code] {
    let words = SheetCell.tokens(text)
    let joined = " \(words.joined(separator: " "))"
    return kinds.compactMap { code, stems, japanese in
      let isNamed =
        stems.contains { joined.contains(" \($0)") } || japanese.contains(where: text.contains)
      guard isNamed, known.contains(code) else { return nil }
      return code == "interpreter" && isSigned(joined, text) ? nil : code
    }
  }

  /// An interpreter of a sign language is one thing, not two.
  private static func isSigned(_ joined: String, _ text: String) -> Bool {
    codesOfSigns.contains { joined.contains(" \($0)") } || text.contains("手話")
  }

  private static let codesOfSigns = [
    "sign language", "bsl", "asl", "lsf", "libras", "lse", "dgs", "auslan", "langue des signes",
    "lengua de senas", "lengua de signos", "lingua de sinais", "gebardensprach", "gebarden",
  ]

  private static let kinds: [(Code, stems: [String], japanese: [String])] = [
    (
      "interpreter",
      [
        "interpret", "translat", "traduc", "traduct", "traduz", "tradut", "dolmetsch", "ubersetz",
      ], ["通訳", "翻訳"]
    ),
    ("signLanguage", codesOfSigns, ["手話"]),
    (
      "captions",
      [
        "caption", "subtitle", "sous titr", "legenda", "subtit", "untertitel", "live text",
        "speech to text", "velotyp", "stenocaption",
      ], ["字幕", "文字通訳", "要約筆記"]
    ),
    (
      "stepFree",
      [
        "step free", "stepfree", "wheelchair", "ramp", "lift", "elevator", "fauteuil", "rampe",
        "ascenseur", "plain pied", "cadeira de rodas", "rampa", "elevador", "silla de ruedas",
        "ascensor", "rollstuhl", "stufenlos", "barrierefrei", "aufzug",
      ], ["車椅子", "車いす", "段差", "バリアフリー", "エレベーター", "スロープ"]
    ),
    (
      "quietRoom",
      ["quiet", "calme", "sala tranquila", "sala calma", "sala silenciosa", "ruheraum", "ruhig"],
      ["静かな", "休憩室"]
    ),
    (
      "childcare",
      [
        "childcare", "child care", "creche", "garde d enfant", "baby sit", "babysit", "guarderia",
        "cuidado infantil", "cuidado de nin", "kinderbetreuung",
      ], ["託児", "保育"]
    ),
    (
      "easyLanguage",
      [
        "easy read", "easy language", "plain language", "falc", "facile a lire",
        "linguagem simples",
        "lectura facil", "lenguaje claro", "leichte sprache", "einfache sprache",
      ], ["やさしい日本語", "わかりやすい"]
    ),
    (
      "hearingLoop",
      [
        "hearing loop", "induction loop", "boucle magnetique", "boucle auditive", "anel de inducao",
        "bucle magnetico", "bucle de induccion", "induktionsschleife", "horschleife",
      ], ["ヒアリングループ", "磁気ループ"]
    ),
    (
      "travelCosts",
      [
        "travel cost", "travel expense", "frais de transport", "frais de deplacement",
        "custo de transporte", "passagem", "gastos de viaje", "fahrtkosten", "reisekosten",
      ], ["交通費"]
    ),
    (
      "prayerRoom",
      [
        "prayer", "salle de priere", "priere", "sala de oracao", "oracao", "sala de oracion",
        "oracion", "gebetsraum", "gebet",
      ], ["礼拝", "祈祷"]
    ),
  ]
}
