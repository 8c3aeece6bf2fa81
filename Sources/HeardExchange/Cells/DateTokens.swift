import HeardModel

/// The numbers and words of a written date, taken apart.
struct DateTokens {
  struct Number {
    let value: Int
    let digits: Int
    /// What stands behind it in Japanese: 年, 月 or 日.
    var mark: Character?
  }

  private(set) var numbers: [Number] = []
  private(set) var month: Int?
  private(set) var isDotted = false
  private(set) var hasSlash = false
  private(set) var isJapanese = false
  private(set) var japaneseYear: Int?
  /// Minutes since midnight, where a time is written; midnight itself is what spreadsheets add.
  private(set) var minute: Int?

  /// Takes a folded text apart; nil where a word or sign in it belongs to no date.
  init?(_ text: String) {
    guard text.utf8.count <= 80 else { return nil }
    var rest = text
    if let era = Self.era(in: rest) { (rest, japaneseYear) = era }
    guard takeTime(&rest), takeWords(rest) else { return nil }
    if numbers.isEmpty && japaneseYear == nil { return nil }
  }

  /// Two numbers of which only the column can tell which is the day, as in `3/4/2024`.
  var openPair: (Int, Int)? {
    guard month == nil, !isJapanese, !isDotted, numbers.count == 3, openYear != nil else {
      return nil
    }
    return (numbers[0].value, numbers[1].value)
  }

  /// The year behind such a pair; two digits are of this century.
  var openYear: Int? {
    guard numbers.count == 3, numbers[0].digits <= 2, numbers[1].digits <= 2 else { return nil }
    if numbers[2].digits == 4 { return numbers[2].value }
    return numbers[2].digits == 2 && hasSlash ? 2000 + numbers[2].value : nil
  }

  /// Whether either end of three numbers of two digits can be the year.
  var isOpenYear: Bool {
    month == nil && japaneseYear == nil && numbers.count == 3
      && numbers.allSatisfy { $0.digits <= 2 } && (16...40).contains(numbers[0].value)
  }

  /// A day by the number of days since 30 December 1899, as spreadsheets keep it; 2000 to 2050.
  var dayNumber: KnownDate? {
    guard numbers.count == 1, month == nil, numbers[0].digits == 5, minute == nil,
      (36_526...54_789).contains(numbers[0].value)
    else { return nil }
    return KnownDate(CalendarDay(dayNumber: numbers[0].value - 25_569))
  }

  /// The date that can be read in one way only.
  var date: KnownDate? {
    if let japaneseYear { return made(japaneseYear, value(0), value(1), count: numbers.count) }
    if let month { return named(month) }
    switch numbers.count {
    case 1: return lone
    case 2 where numbers[0].digits == 4: return made(value(0), value(1), nil, count: 1)
    case 2 where numbers[1].digits == 4: return made(value(1), value(0), nil, count: 1)
    case 3 where numbers[0].digits == 4: return made(value(0), value(1), value(2), count: 2)
    case 3 where isDotted && numbers[2].digits == 4:
      return made(value(2), value(1), value(0), count: 2)
    case 3 where isDotted && numbers[2].digits == 2:
      return made(value(2).map { 2000 + $0 }, value(1), value(0), count: 2)
    default: return nil
    }
  }

  private var lone: KnownDate? {
    let number = numbers[0]
    if number.digits == 4, (1900...2200).contains(number.value), minute == nil {
      return KnownDate(year: number.value)
    }
    guard number.digits == 8 else { return nil }
    return made(number.value / 10_000, number.value / 100 % 100, number.value % 100, count: 2)
  }

  private func named(_ month: Int) -> KnownDate? {
    switch numbers.count {
    case 1 where numbers[0].digits == 4: return made(value(0), month, nil, count: 1)
    case 2:
      let isYearFirst = numbers[0].digits == 4
      let (year, day) = isYearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      if year.digits == 4 { return made(year.value, month, day.value, count: 2) }
      return year.digits == 2 && !isYearFirst
        ? made(2000 + year.value, month, day.value, count: 2) : nil
    default: return nil
    }
  }

  /// A date of a year, and so many of month and day as are counted.
  private func made(_ year: Int?, _ month: Int?, _ day: Int?, count: Int) -> KnownDate? {
    guard let year, (1900...2200).contains(year), count <= 2 else { return nil }
    guard count > 0, let month else { return minute == nil ? KnownDate(year: year) : nil }
    guard count > 1, let day else {
      let text = month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)"
      return minute == nil ? KnownDate(stored: text) : nil
    }
    return CalendarDay(year: year, month: month, day: day)
      .map { KnownDate($0, minuteOfDay: minute) }
  }

  private func value(_ place: Int) -> Int? {
    numbers.indices.contains(place) ? numbers[place].value : nil
  }
}

// Taking apart.
extension DateTokens {
  /// Reiwa and Heisei, the years of Japan's forms: 令和6年 is 2024.
  private static func era(in text: String) -> (rest: String, year: Int)? {
    if let short = shortEra(in: text) { return short }
    for (name, before) in [("令和", 2018), ("平成", 1988)] where text.hasPrefix(name) {
      let behind = text.dropFirst(name.count)
      guard let end = behind.firstIndex(of: "年") else { return nil }
      let number = behind[..<end] == "元" ? 1 : Int(behind[..<end])
      guard let number, (1...64).contains(number) else { return nil }
      return (String(behind[behind.index(after: end)...]), before + number)
    }
    return nil
  }

  /// The same with a letter, as `R6.7.3` or `H30/6/12`.
  private static func shortEra(in text: String) -> (rest: String, year: Int)? {
    let bases: [Character: Int] = ["r": 2018, "h": 1988, "s": 1925, "t": 1911, "m": 1867]
    guard let before = text.first.flatMap({ bases[$0] }) else { return nil }
    let behind = text.dropFirst()
    let digits = behind.prefix { $0.isASCII && $0.isNumber }
    let rest = behind.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let number = Int(digits), (1...64).contains(number),
      let mark = rest.first, "./-年".contains(mark)
    else { return nil }
    return (String(rest.dropFirst()), before + number)
  }

  /// Takes a time off the text: `14:00`, `14:00:00`, `14h30`, `2 pm`, `14時30分`.
  private mutating func takeTime(_ text: inout String) -> Bool {
    let characters = Array(text)
    for start in characters.indices where characters[start].isNumber {
      if start > 0, !" t,(".contains(characters[start - 1]) { continue }
      guard let time = WrittenTime(characters, from: start) else { continue }
      guard time.hour < 24, time.minute < 60 else { return false }
      if time.hour + time.minute > 0 { minute = time.hour * 60 + time.minute }
      text = String(characters[..<start]) + " " + String(characters[time.end...])
      return true
    }
    return true
  }

  private mutating func takeWords(_ text: String) -> Bool {
    var word = ""
    var digits = ""
    for character in text + " " {
      if let digit = character.wholeNumberValue, character.isASCII {
        guard takeWord(&word) else { return false }
        if digits.count >= 8 { return false }
        digits += String(digit)
        continue
      }
      take(&digits)
      switch character {
      case "年", "月", "日":
        isJapanese = true
        if word.isEmpty, !numbers.isEmpty { numbers[numbers.count - 1].mark = character }
      case ".": isDotted = isDotted || (numbers.count < 3 && word.isEmpty && month == nil)
      case "/": hasSlash = true
      case "-", ",", " ", "(", ")", "'", "’", "\u{FF08}", "\u{FF09}": break
      case let other where other.isLetter:
        word.append(other)
        continue
      default: return false
      }
      guard takeWord(&word) else { return false }
    }
    // `12. Juni` is dotted as well, but its month has a name.
    if month != nil || hasSlash { isDotted = false }
    return numbers.count <= 3
  }

  private mutating func take(_ digits: inout String) {
    if let value = Int(digits) { numbers.append(Number(value: value, digits: digits.count)) }
    digits = ""
  }

  private mutating func takeWord(_ word: inout String) -> Bool {
    defer { word = "" }
    if word.isEmpty || Self.ignored.contains(word) || Self.isWeekday(word) { return true }
    guard month == nil, let found = MonthNames.month(word) else { return false }
    month = found
    return true
  }

  /// Words that stand in dates and tell nothing.
  static let ignored = Set(
    [
      "the", "of", "on", "st", "nd", "rd", "th", "le", "du", "de", "er", "ere", "a", "à", "den",
      "der", "am", "um", "uhr", "el", "del", "la", "do", "da", "as", "às", "o", "em", "dia", "h",
      "from", "t", "vom", "les", "los", "まで",
    ].map(SheetCell.folded))

  /// The day of the week that a written date names, from 1 for Monday; nil where none is, or several.
  static func weekday(in text: String) -> Int? {
    let folded = SheetCell.folded(text)
    var found = Set<Int>()
    for word in folded.split(whereSeparator: { !$0.isLetter }).map(String.init) {
      if let place = weekdays.firstIndex(of: word), place < 42 { found.insert(place % 7 + 1) }
      if word.hasSuffix("曜") || word.hasSuffix("曜日"), let first = word.first,
        let place = Self.japaneseDays.firstIndex(of: first)
      {
        found.insert(place + 1)
      }
    }
    for (place, day) in japaneseDays.enumerated()
    where ["(\(day))", "（\(day)）"].contains(where: text.contains) {
      found.insert(place + 1)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let japaneseDays = Array("月火水木金土日")

  private static func isWeekday(_ word: String) -> Bool {
    if word.hasSuffix("曜") || word.hasSuffix("曜日") { return true }
    if "月火水木金土日".contains(word) && word.count == 1 { return true }
    // `mar` is a month before it is a day.
    let isShort = (2...4).contains(word.count) && MonthNames.month(word) == nil
    return weekdays.contains { $0 == word || (isShort && $0.hasPrefix(word)) }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "lunes", "martes", "miercoles",
    "jueves", "viernes", "sabado", "domingo", "segunda", "terca", "quarta", "quinta", "sexta",
    "sabado", "domingo", "segundafeira", "tercafeira", "quartafeira", "quintafeira", "sextafeira",
    "sabado", "domingo", "sonnabend", "feira",
  ]
}

/// A time of day at some place of a text.
private struct WrittenTime {
  var hour = 0
  var minute = 0
  /// The place behind it.
  var end: Int

  init?(_ characters: [Character], from start: Int) {
    end = start
    guard let hour = Self.number(characters, &end), end - start <= 2 else { return nil }
    self.hour = hour
    let mark = end < characters.count ? characters[end] : " "
    if ":h時".contains(mark) {
      end += 1
      let before = end
      let minute = Self.number(characters, &end)
      if minute != nil && end - before != 2 { return nil }
      if mark == ":" && minute == nil { return nil }
      if minute == nil, mark == "h", end < characters.count, characters[end].isLetter { return nil }
      self.minute = minute ?? 0
      skipSeconds(characters)
      _ = takeHalf(characters)
    } else if !takeHalf(characters) {
      return nil
    }
  }

  private mutating func skipSeconds(_ characters: [Character]) {
    while end + 1 < characters.count, ":.".contains(characters[end]), characters[end + 1].isNumber {
      end += 1
      _ = Self.number(characters, &end)
    }
    if end < characters.count, "分".contains(characters[end]) { end += 1 }
  }

  /// Takes `am` or `pm`, with or without full stops.
  private mutating func takeHalf(_ characters: [Character]) -> Bool {
    var at = end
    while at < characters.count, characters[at] == " " { at += 1 }
    let word = characters[at...].prefix(4).filter { $0 != "." }
    guard word.count >= 2, word[word.startIndex] == "a" || word[word.startIndex] == "p",
      word[word.startIndex + 1] == "m", word.count < 3 || !word[word.startIndex + 2].isLetter
    else { return false }
    let isAfternoon = word[word.startIndex] == "p"
    if isAfternoon && hour < 12 { hour += 12 }
    if !isAfternoon && hour == 12 { hour = 0 }
    while at < characters.count, "apm.".contains(characters[at]) { at += 1 }
    end = at
    return true
  }

  private static func number(_ characters: [Character], _ at: inout Int) -> Int? {
    var value: Int?
    while at < characters.count, characters[at].isASCII, let digit = characters[at].wholeNumberValue
    {
      guard (value ?? 0) < 100_000 else { return nil }
      value = (value ?? 0) * 10 + digit
      at += 1
    }
    return value
  }
}
