import HeardModel

/// Which people of a sign-in sheet are under age.
///
/// Whatever a column tells of it counts: an age, a day of birth, a class, a guardian. What is
/// doubtful counts as under age, since less is kept of them. Who gave an age above the limit is not
/// under it because somebody looks after them: adults have guardians, too.
struct MinorSigns: Sendable {
  private let columns: [(place: Int, asks: Asking)]
  private let age: Int
  private let day: CalendarDay

  /// What a column tells.
  private enum Asking: Sendable {
    case age, birth, birthYear, isMinor, isAdult, schoolClass, guardian, kind
  }

  init(_ table: SheetTable, _ event: Event, _ context: ImportContext) {
    age = context.programme.profile(event.country).ageOfConsent ?? 18
    day = event.start?.firstDay ?? context.today
    columns = table.columns.compactMap { column in
      Self.asking(column, table).map { (column.place, $0) }
    }
  }

  /// Whether a line is about somebody under age.
  func areShown(by row: SheetRow) -> Bool {
    let said = columns.compactMap { place, asks -> (text: String, asks: Asking)? in
      guard let text = row.cell(place), !SheetCell.saysNothing(text) else { return nil }
      return (text, asks)
    }
    let isOfAge = said.contains { tellsOfAge($0.text, $0.asks) }
    return said.contains { text, asks in
      isOfAge && asks == .guardian ? false : tells(text, asks)
    }
  }

  /// Whether a cell says by itself, and without any doubt, that somebody is of age.
  private func tellsOfAge(_ text: String, _ asks: Asking) -> Bool {
    if tells(text, asks) { return false }
    switch asks {
    case .age:
      let folded = SheetCell.folded(text)
      let numbers = folded.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
      guard let first = numbers.first else { return false }
      return (age..<120).contains(first) && !Self.below.contains { folded.contains($0) }
    case .birth: return tellsBirth(text)
    case .birthYear: return SheetNumber.whole(text).map { (1900...day.year).contains($0) } ?? false
    case .isAdult: return ComingWord(text) == .yes
    case .isMinor, .schoolClass, .guardian, .kind: return false
    }
  }

  private func tellsBirth(_ text: String) -> Bool {
    switch SheetDate(order: nil).read(text) {
    case .date, .dayNumber, .ambiguous: true
    case .none, .unreadable: false
    }
  }

  private func tells(_ text: String, _ asks: Asking) -> Bool {
    let word = ComingWord(text)
    switch asks {
    case .age: return isYoung(text)
    case .birth: return isYoung(bornOn: text)
    case .birthYear: return SheetNumber.whole(text).map { day.year - $0 - 1 < age } ?? false
    case .isMinor: return word == .yes || word == .cross || Self.saysMinor(text)
    case .isAdult: return word == .no || Self.saysMinor(text)
    case .schoolClass, .guardian: return word != .no
    case .kind: return Self.saysMinor(text)
    }
  }

  /// An age or a band of ages: one that reaches over the limit counts by its middle.
  private func isYoung(_ text: String) -> Bool {
    if Self.saysMinor(text) { return true }
    let folded = SheetCell.folded(text)
    let numbers = folded.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard let first = numbers.first, first < 120 else { return false }
    if folded.contains("代") { return first + 4 < age }
    if let last = numbers.dropFirst().first, last > first { return (first + last) / 2 < age }
    let isBelow = Self.below.contains { folded.contains($0) } && first <= age
    return isBelow || first < age && !Self.above.contains { folded.contains($0) }
  }

  private func isYoung(bornOn text: String) -> Bool {
    let dates: [KnownDate] =
      switch SheetDate(order: nil).read(text) {
      case .date(let date, _), .dayNumber(let date): [date]
      case .ambiguous(let dayFirst, let monthFirst): [dayFirst, monthFirst]
      case .none, .unreadable:
        SheetNumber.whole(String(text.prefix(4))).flatMap { KnownDate(stored: "\($0)") }.map {
          [$0]
        }
          ?? []
      }
    return dates.contains { born in
      let last = born.lastDay
      let hadBirthday = (last.month, last.day) <= (day.month, day.day)
      return day.year - last.year - (hadBirthday ? 0 : 1) < age
    }
  }

  private static func saysMinor(_ text: String) -> Bool {
    SheetCell.tokens(text).contains { word in minorStems.contains { word.hasPrefix($0) } }
      || japaneseMinors.contains(where: text.contains)
  }

  private static func asking(_ column: SheetColumn, _ table: SheetTable) -> Asking? {
    let words = SheetCell.tokens(column.heading)
    let joined = " \(words.joined(separator: " ")) "
    func has(_ phrases: [String]) -> Bool { phrases.contains { joined.contains(" \($0)") } }
    func hasWord(_ list: Set<String>) -> Bool { words.contains(where: list.contains) }
    let name = column.heading
    let cells = CellProfile(table, column.place)
    if has(births) || ["生年月日", "誕生日", "生まれ"].contains(where: name.contains) {
      return cells.isNumbers && !cells.isDates ? .birthYear : .birth
    }
    if has(minors) || ["未成年", "18歳未満"].contains(where: name.contains) { return .isMinor }
    if has(adults) || ["成人", "18歳以上"].contains(where: name.contains) { return .isAdult }
    if hasWord(ages) || has(ageQuestions)
      || ["年齢", "年代", "いくつ", "何歳", "何才"].contains(where: name.contains)
    {
      return .age
    }
    if has(schoolYears) { return .schoolClass }
    if hasWord(classes) && !cells.isTruth || ["学年", "学級"].contains(where: name.contains) {
      return .schoolClass
    }
    // `_parent_index` is of rows, a parent organisation of organisations.
    let isOfRows =
      Heading(name).says(.reference) || hasWord(["table", "index", "event"])
      || has(["organi", "company", "associa", "entreprise", "empresa"])
    let isGuardian = has(guardians) && !isOfRows || name.contains("保護者")
    if isGuardian && !cells.isTruth { return .guardian }
    // A child's ticket.
    return hasWord(kinds) || ["チケット", "券種", "区分"].contains(where: name.contains) ? .kind : nil
  }

  private static let births = [
    "date of birth", "dob ", "birth", "born", "naissance", "ne le ", "nee le ", "nascimento",
    "nascid", "nacimiento", "nacid", "geburt", "geboren", "year of birth",
  ]
  private static let minors = [
    "under 18", "under 16", "under age", "underage", "minor ", "is minor", "mineur", "menor",
    "minderjahrig", "unter 18", "moins de 18",
  ]
  private static let adults = [
    "over 18", "18 or over", "18 and over", "adult ", "adulte ", "majeur", "maior de", "mayor de",
    "volljahrig", "uber 18", "plus de 18",
  ]
  private static let ages: Set<String> = ["age", "ages", "idade", "edad", "alter", "altersgruppe"]
  private static let ageQuestions = [
    "how old", "how many years", "cuantos anos", "quantos anos", "wie alt", "wie viele jahre",
    "combien d annees", "years old", "anos de idade", "anos tienes", "lebensjahr",
  ]
  private static let schoolYears = [
    "school year", "year group", "year at school", "annee scolaire", "niveau scolaire",
    "ano escolar",
    "curso escolar", "klassenstufe", "jahrgangsstufe",
  ]
  private static let kinds: Set<String> = [
    "ticket", "tickets", "billet", "tarif", "tarifa", "entrada", "ingresso", "category",
    "categorie",
    "categoria", "kategorie", "karte", "type", "tipo", "typ",
  ]
  private static let classes: Set<String> = [
    "grade", "class", "classe", "klasse", "schulklasse", "turma", "clase", "grado", "schuljahr",
    "yeargroup", "クラス",
  ]
  private static let guardians = [
    "parent", "guardian", "tuteur", "tutrice", "tutor", "responsable legal", "responsavel legal",
    "encarregado", "erziehungsberechtigt", "sorgeberechtigt", "mother", "father", "mere ", "pere ",
    "madre", "padre", "mae ", "pai ", "mutter", "vater", "eltern", "legal representative",
  ]
  private static let minorStems = [
    "minor", "child", "kid", "teen", "infant", "toddler", "mineur", "enfant", "adolesc", "menor",
    "crianca", "nino", "nina", "jugendlich", "kinder", "kind", "minderjahrig", "underage",
  ]
  private static let japaneseMinors = [
    "未成年", "子ども", "子供", "こども", "小学", "中学", "高校", "園児", "幼児", "児童",
  ]
  private static let below = [
    "under", "<", "below", "less than", "moins", "unter", "menos", "menor", "abaixo", "未満", "以下",
  ]
  private static let above = ["over", ">", "+", "plus", "uber", "mas de", "mais", "以上", "ab "]
}
