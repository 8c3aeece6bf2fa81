/// Signs by which words in a cell are about a person: what nobody should find in a record without
/// somebody having looked.
enum PersonalWords {
  /// What gives a cell away.
  enum Sign: String, CaseIterable, Hashable, Sendable {
    /// An e-mail address or a telephone number.
    case contact
    /// A name, by its title, its initial, or a list of names.
    case name
    /// Speech, in quotation marks or reported, or in the first person.
    case speech
    /// Illness, disability, medicine.
    case health
    /// Somebody who was there: `the lady`, `la dame`, `she`.
    case somebody
    /// The column is about somebody, whatever the cell says.
    case heading
  }

  /// The first sign that a cell of a column gives, the surest first; nil where there is none.
  static func sign(_ text: String, under heading: String) -> Sign? {
    if holdsContact(text) { return .contact }
    let asks = PersonalHeading(heading)
    let isNumber = text.count { $0.isNumber } >= 7
    let hasWords = (text.contains(where: \.isLetter) || isNumber) && ComingWord(text) == nil
    if asks.isAboutPersons, hasWords, !SheetCell.saysNothing(text) { return .heading }
    if hasName(text) || asks.namesPeople && isNameList(text) { return .name }
    if !asks.isTopic && GivenNames.stand(in: text) { return .name }
    if hasSpeech(text) { return .speech }
    if SingledOut.stands(in: text) { return .somebody }
    return !asks.isTopic && hasHealth(text) ? .health : nil
  }

  /// A text as it may stand in a message: what is long, or about somebody's health, or an address,
  /// does not.
  static func masked(_ text: String) -> String {
    text.count > 40 || holdsContact(text) || hasHealth(text) || hasName(text) ? "…" : text
  }

  /// Whether an e-mail address or a telephone number stands in it.
  static func holdsContact(_ text: String) -> Bool {
    holdsAddress(text) || holdsNumber(text) || holdsHandle(text)
  }

  /// An address that is written so that no program finds it, a name of a network, a link to a chat,
  /// or a short telephone number.
  private static func holdsHandle(_ text: String) -> Bool {
    let folded = SheetCell.folded(text)
    if written.contains(where: folded.contains) { return true }
    return folded.split(whereSeparator: { " ,;()[]".contains($0) }).contains { word in
      if word.first == "@" { return word.dropFirst().count { isWordLetter($0) } >= 3 }
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0].count == 3 && parts[1].count == 4
        && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  private static let written = [
    "(at)", "[at]", " @ ", "＠", "whatsapp.com/", "wa.me/", "t.me/", "signal.group", "lives at ",
    "habite au ", "habite a ", "wohnt in der ", "vive en la calle", "mora na rua",
  ]

  private static func holdsAddress(_ text: String) -> Bool {
    let folded = SheetCell.folded(text)
    guard folded.contains("@") else { return false }
    return folded.split(whereSeparator: { " ,;<>()[]".contains($0) }).contains { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0].contains(where: isWordLetter)
        && parts[1].contains(where: isWordLetter)
    }
  }

  /// A run of nine digits or more with what stands between them in telephone numbers.
  ///
  /// Of one with a plus seven are enough. Days and links are none.
  private static func holdsNumber(_ text: String) -> Bool {
    // A number by itself is one, unless it begins as no other does.
    if text.allSatisfy(\.isNumber), text.first != "0" { return false }
    var (digits, hasPlus) = (0, false)
    for word in SheetCell.folded(text).split(separator: " ") {
      if word.contains("://") || word.hasPrefix("www.") || isDay(word) {
        (digits, hasPlus) = (0, false)
        continue
      }
      for letter in word {
        if letter.isASCII, letter.isNumber {
          digits += 1
          if digits >= (hasPlus ? 7 : 9) { return true }
        } else if letter == "+" {
          (digits, hasPlus) = (0, true)
        } else if !"()-./‐–".contains(letter) {
          (digits, hasPlus) = (0, false)
        }
      }
    }
    return false
  }

  private static func isDay(_ word: Substring) -> Bool {
    let parts = word.split { "-./".contains($0) }.map { $0.prefix { $0.isNumber } }
    let lengths = parts.map(\.count)
    return parts.count >= 3
      && (lengths[0] == 4 && lengths[1] <= 2
        || lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4)
  }

  private static func isWordLetter(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber
  }
}

// Names.
extension PersonalWords {
  /// Whether a title stands before a name or behind it, or a given name before an initial.
  static func hasName(_ text: String) -> Bool {
    for title in japaneseTitles {
      var rest = text[...]
      while let range = rest.firstRange(of: title) {
        let before = text[..<range.lowerBound].last
        let behind = text[range.upperBound...].first
        // `様子` and `お客様` name nobody.
        if before?.isLetter ?? false, !(behind.map(isKanji) ?? false) || title != "様",
          !"客皆な".contains(before ?? " ")
        {
          return true
        }
        rest = text[range.upperBound...]
      }
    }
    let words = text.split { !$0.isLetter && !".'’-".contains($0) }.map(String.init)
    return zip(words, words.dropFirst()).contains { first, second in
      let title = first.hasSuffix(".") ? String(first.dropLast()) : first
      if titles.contains(title), isCapitalised(second) { return true }
      // Written in haste, without capitals.
      if isInitial(first), isCapitalised(second), second.count > 3 { return true }
      if smallTitles.contains(SheetCell.folded(title)), second.count > 2 { return true }
      return isCapitalised(first) && first.count > 2 && isInitial(second)
        && !notGiven.contains(first.lowercased())
    }
  }

  /// A given name and a surname each, or given names alone, between signs: `Tom; Ana`.
  static func isNameList(_ text: String) -> Bool {
    let parts = SheetCell.parts(text)
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let words = part.split(separator: " ").map(String.init)
        return (1...4).contains(words.count)
          && words.allSatisfy {
            isCapitalised($0) || isInitial($0) || $0.first.map(isKanji) ?? false
          }
      }
  }

  private static func isCapitalised(_ word: String) -> Bool {
    (word.first?.isUppercase ?? false) && word.dropFirst().contains(where: \.isLowercase)
  }

  private static func isInitial(_ word: String) -> Bool {
    word.count == 2 && word.last == "." && (word.first?.isUppercase ?? false)
  }

  private static func isKanji(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  private static let titles: Set<String> = [
    "Dr", "Mr", "Mrs", "Ms", "Mx", "Miss", "Prof", "Professor", "Doctor", "Nurse", "M", "Mme",
    "Mlle", "Madame", "Monsieur", "Docteur", "Sr", "Sra", "Srta", "Dra", "Dona", "Doña", "Señor",
    "Señora", "Senhor", "Senhora", "Herr", "Frau", "Fr", "Sister", "Brother", "Rev", "Mag",
  ]
  private static let smallTitles: Set<String> = [
    "mr", "mrs", "ms", "mme", "mlle", "madame", "monsieur", "dona", "doña", "dra", "sra", "srta",
    "herr",
  ]
  private static let japaneseTitles = ["さん", "様", "氏", "先生", "ちゃん", "くん"]
  private static let notGiven: Set<String> = [
    "room", "hall", "plan", "block", "building", "floor", "salle", "raum", "sala", "haus", "gate",
    "phase", "part", "group", "groupe", "gruppe", "grupo", "session", "option", "track", "line",
  ]
}

// Speech and health.
extension PersonalWords {
  /// Three words and more in quotation marks, somebody who says something, or an I.
  static func hasSpeech(_ text: String) -> Bool {
    for (open, close) in marks {
      guard let start = text.firstIndex(of: open),
        let end = text[text.index(after: start)...].firstIndex(of: close)
      else { continue }
      let inside = String(text[text.index(after: start)..<end])
      let isJapanese =
        inside.contains { !$0.isASCII && $0.isLetter } && (open == "「" || open == "『")
      if SheetCell.tokens(inside).count >= 3 || isJapanese && inside.count >= 4 { return true }
    }
    if holds(text, japaneseSpeech) { return true }
    let words = SheetCell.tokens(text)
    if words.indices.contains(where: { place in
      speech[words[place], default: []].contains { words[place...].starts(with: $0) }
    }) {
      return true
    }
    return words.count >= 4 && words.contains(where: firstPerson.contains)
  }

  /// Words of illness, disability and medicine, by their beginnings.
  static func hasHealth(_ text: String) -> Bool {
    if holds(text, japaneseHealth) { return true }
    if text.split(whereSeparator: { !$0.isLetter }).contains(where: { short.contains(String($0)) })
    {
      return true
    }
    return SheetCell.tokens(text).contains { word in
      healthWords.contains(word) || health.contains { word.hasPrefix($0) }
    }
  }

  /// Whether one of these stands in a text; none that is Japanese does in plain letters.
  private static func holds(_ text: String, _ japanese: [String]) -> Bool {
    !text.utf8.allSatisfy { $0 < 0x80 } && japanese.contains(where: text.contains)
  }

  private static let marks: [(Character, Character)] = [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("‹", "›"), ("「", "」"), ("『", "』"),
    ("‘", "’"),
  ]
  /// Words of speech, each with those behind it, by their first.
  private static let speech = Dictionary(
    grouping: speechPhrases.map { $0.split(separator: " ").map(String.init) }, by: { $0[0] })
  private static let speechPhrases = [
    "said", "says", "told", "tells us", "complained", "explained that", "refused him",
    "refused her", "refused them", "a dit", "dit que", "raconte",
    "a raconte", "s est plaint", "s est plainte", "elle a", "il a ete", "disse", "contou",
    "dijo", "conto", "dice que", "sagte", "sagt", "erzahlte", "hat gesagt",
    "hat erzahlt", "er hat", "sie hat",
  ]
  private static let firstPerson: Set<String> = [
    "i", "my", "me", "je", "j", "moi", "yo", "mi", "meu", "minha", "ich", "mein", "meine", "mir",
    "mich",
  ]
  private static let japaneseSpeech = [
    "と言", "と話", "と述べ", "とおっしゃ", "と語", "私は", "私が", "私の", "わたし", "僕は",
  ]
  private static let short: Set<String> = [
    "MS", "HIV", "AIDS", "ADHD", "PTSD", "VIH", "TDAH", "COPD",
  ]
  private static let healthWords: Set<String> = [
    "ill", "sick", "hiv", "blind", "deaf", "pain", "malade", "maladie", "sida", "vih", "sourd",
    "sourde", "aveugle", "doente", "doenca", "surdo", "surda", "cego", "cega", "enfermo",
    "enferma", "enfermedad", "sordo", "sorda", "ciego", "ciega", "krank", "blinde", "taub",
    "ptsd", "adhd", "fainted", "collapsed", "overdose", "nuts", "vegan", "halal", "kosher",
  ]
  private static let health = [
    "cancer", "krebs", "diabet", "depress", "epilep", "asthma", "asma", "dement", "demenc",
    "alzheim", "autis", "schizo", "bipolar", "illness", "disease", "diagnos", "surger",
    "pregnan", "miscarr", "abort", "suicid", "addict", "alcoholi", "wheelchair", "allerg",
    "alerg", "medicat", "chemo", "chimio", "dialys", "dialis", "seizure", "psychiat", "psiquiat",
    "psychos", "trauma", "tumor", "tumour", "leuk", "leuc", "hepat", "tubercul", "disabilit",
    "handicap", "discapac", "deficien", "behinder", "rollstuhl", "schwanger", "enceinte",
    "gravid", "embaraz", "erkrank", "krankheit", "grossesse", "fauteuil roulant", "parkinson",
    "transplant", "hormon", "endometri", "lupus", "anxiet", "ansied", "angst", "fibromyal",
  ]
  private static let japaneseHealth = [
    "がん", "癌", "糖尿", "うつ", "鬱", "てんかん", "喘息", "認知症", "自閉", "病気", "疾患", "診断", "手術",
    "妊娠", "流産", "中絶", "自殺", "依存症", "車椅子", "車いす", "アレルギー", "障害", "障がい", "持病", "服薬",
    "難病", "精神", "難聴", "透析", "入院", "通院",
  ]
}
