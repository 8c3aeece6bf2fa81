/// The time of day of a cell, or two of them, as people write them in six languages.
///
/// Nothing is guessed: a number without a word or sign for hours is no time, unless the other end
/// of the range has one, and `6 pm–8` stays unread.
struct SheetTime: Hashable {
  /// Minutes since midnight; 1440 for `24:00`.
  let start: Int
  /// Minutes since midnight of the end; below the start where it lies past midnight.
  let end: Int?
  /// The words or signs for the zone beside it.
  let zone: WrittenZone?

  /// Reads a text that is folded and holds nothing but times.
  ///
  /// Behind the `T` of an ISO date a minus begins the offset: `T14:00-05:00`.
  init?(folded text: String, afterT: Bool = false) {
    guard text.utf8.count <= 80 else { return nil }
    var scanner = TimeScanner(text)
    let head = scanner.head()
    guard let first = scanner.time() else { return nil }
    var second: TimeScanner.Time?
    let mayBeOffset = afterT || first.hasSeconds
    if !(mayBeOffset && scanner.isOffsetAhead), scanner.takeRangeMark(opened: head.opensRange) {
      second = scanner.time()
      if second == nil { return nil }
    }
    let (before, behind) = (WrittenZone.beside(head.words), WrittenZone.beside(scanner.rest))
    guard before.isUnderstood, behind.isUnderstood, before.zone == nil || behind.zone == nil,
      let times = Self.times(first, second)
    else { return nil }
    (start, end) = times
    zone = before.zone ?? behind.zone
  }

  /// Times that are known.
  init(start: Int, end: Int?) { (self.start, self.end, zone) = (start, end, nil) }

  /// Whether a cell says that there is no time, since it is the whole day.
  static func isWholeDay(_ folded: String) -> Bool { wholeDay.contains(folded) }

  private static let wholeDay = Set(
    [
      "all day", "all-day", "whole day", "full day", "toute la journée", "journée entière",
      "journée", "o dia todo", "dia todo", "dia inteiro", "o dia inteiro", "ganztägig",
      "ganztags", "den ganzen tag", "todo el día", "día completo", "終日", "一日", "一日中", "全日",
    ].map(SheetCell.folded))
}

// What the two mean beside each other.
extension SheetTime {
  private static func times(
    _ first: TimeScanner.Time, _ second: TimeScanner.Time?
  ) -> (Int, Int?)? {
    guard let second else {
      // `midnight` alone is the beginning of the day or its end.
      if first.isMidnight || first.isBare { return nil }
      return first.minute.map { ($0, nil) }
    }
    if first.isBare && second.isBare { return nil }
    guard let end = second.isMidnight ? 1440 : second.minute else { return nil }
    if let half = second.half, first.half == nil { return shared(first, half, until: end) }
    guard let start = first.minute else { return nil }
    // `午後2時～4時`: what stands before the first holds for both.
    if first.isHalfBefore, second.half == nil, let half = first.half, second.hour < 13,
      !second.isNamed
    {
      let end = second.hour == 12 ? second.minute : second.minute(in: half)
      return end.flatMap { $0 > start ? (start, $0) : nil }
    }
    // `6 pm–8` can be eight in the evening or in the morning.
    if first.half != nil, second.half == nil, !second.isMidnight, end <= start || end < 720 {
      return second.hour < 13 && !(first.half == .morning && end > start) ? nil : (start, end)
    }
    if second.isBare || first.isBare, end <= start { return nil }
    return (start, end)
  }

  /// `10–11:30 AM`: the half of the day stands for both, unless the start would be behind the end.
  private static func shared(
    _ first: TimeScanner.Time, _ half: TimeScanner.Half, until end: Int
  ) -> (Int, Int?)? {
    if first.hour > 12 || first.isNamed { return first.minute.map { ($0, end) } }
    let other: TimeScanner.Half = half == .morning ? .afternoon : .morning
    for half in half == .afternoon ? [half, other] : [half] {
      if let start = first.minute(in: half), start < end { return (start, end) }
    }
    return nil
  }
}

/// Takes times off a folded text from the left.
struct TimeScanner {
  /// Before or after noon.
  enum Half { case morning, afternoon }

  /// A time as it is written.
  struct Time {
    var hour = 0
    var minutes = 0
    var half: Half?
    /// Only a number, so that nothing says that it is an hour.
    var isBare = false
    /// `midnight`, which is the beginning or the end of a day.
    var isMidnight = false
    /// A word such as `noon`.
    var isNamed = false
    var hasSeconds = false
    /// The half stands before it, as in Japanese.
    var isHalfBefore = false

    /// Minutes since midnight; nil where there is no such time.
    var minute: Int? {
      if let half { return minute(in: half) }
      guard hour < 24 || (hour == 24 && minutes == 0) else { return nil }
      return hour * 60 + minutes
    }

    func minute(in half: Half) -> Int? {
      if hour > 12 { return half == .afternoon && hour < 24 ? hour * 60 + minutes : nil }
      return (hour % 12 + (half == .afternoon ? 12 : 0)) * 60 + minutes
    }
  }

  private let characters: [Character]
  private var at = 0

  init(_ text: String) {
    var text = text
    for (written, meant) in Self.spellings { text = text.replacing(written, with: meant) }
    characters = Array(text)
  }

  // Words with a sign in them that would be taken for something else.
  private static let spellings = [
    ("a. m.", "am"), ("p. m.", "pm"), ("a.m.", "am"), ("p.m.", "pm"), ("a.m", "am"),
    ("p.m", "pm"), ("o'clock", "uhr"), ("o’clock", "uhr"), ("meio-dia", "meiodia"),
    ("meia-noite", "meianoite"), ("meio dia", "meiodia"), ("meia noite", "meianoite"),
    ("medio dia", "mediodia"), ("media noche", "medianoche"), ("apres-midi", "apresmidi"),
    ("l'apresmidi", "apresmidi"), ("l’apresmidi", "apresmidi"), ("mid-day", "midday"),
    ("jusqu'a", "jusqua"), ("jusqu’a", "jusqua"), ("時半", "時30分"),
  ]

  /// What is left, without signs around it.
  var rest: String { Self.bare(characters[min(at, characters.count)...]) }

  /// Whether the offset of a zone stands next, as `-05:00`, and nothing behind it.
  var isOffsetAhead: Bool {
    let ahead = characters[min(at, characters.count)...].drop { $0 == " " }
    return ahead.first == "-" && (ahead.dropFirst().first?.isNumber ?? false)
      && WrittenZone.offset(rest) != nil
  }

  /// The words before the first time, and whether they open a range, as `between`.
  mutating func head() -> (words: String, opensRange: Bool) {
    var first: Int?
    var opensRange = false
    while true {
      skipBlanks()
      if at >= characters.count || isTimeAhead { break }
      let start = at
      let word = takeWord()
      if word.isEmpty { at = start + 1 }
      if Self.opening.contains(word) {
        opensRange = true
      } else if first == nil, !Self.leading.contains(word) {
        first = start
      }
    }
    return (Self.bare(characters[(first ?? at)..<at]), opensRange)
  }

  private var isTimeAhead: Bool {
    if characters[at].isASCII && characters[at].isNumber { return true }
    if Self.japaneseHalves.contains(where: { isAhead($0.0) }) || isAhead("正午") { return true }
    var copy = self
    let word = copy.takeWord()
    if Self.noon.contains(word) || Self.midnight.contains(word) { return true }
    copy.skipBlanks()
    return ["am", "pm"].contains(word) && copy.isDigitAhead
  }

  private var isDigitAhead: Bool {
    at < characters.count && characters[at].isASCII && characters[at].isNumber
  }

  private func isAhead(_ text: String) -> Bool {
    characters[min(at, characters.count)...].starts(with: text)
  }

  private mutating func take(_ text: String) -> Bool {
    guard isAhead(text) else { return false }
    at += text.count
    return true
  }

  private mutating func skipBlanks() {
    while at < characters.count, " ,、(（)）".contains(characters[at]) { at += 1 }
  }

  /// Latin letters without a space between them.
  private mutating func takeWord() -> String {
    let start = at
    while at < characters.count, characters[at].isLetter, characters[at].utf8.count < 3 { at += 1 }
    return String(characters[start..<at])
  }

  private static func bare(_ part: ArraySlice<Character>) -> String {
    let signs = " ,.;()（）[]"
    let front = part.drop { signs.contains($0) }
    return String(front.reversed().drop { signs.contains($0) }.reversed())
  }

  private static let opening: Set = ["between", "entre", "zwischen"]
  private static let leading: Set = [
    "from", "at", "de", "das", "a", "as", "la", "las", "les", "le", "du", "von", "ab", "um", "des",
    "desde", "the", "los", "o", "kl", "starting", "start", "starts", "beginn", "debut", "inicio",
  ]
  private static let noon: Set = ["noon", "midday", "midi", "meiodia", "mediodia", "mittag"]
  private static let midnight: Set = [
    "midnight", "minuit", "meianoite", "medianoche", "mitternacht",
  ]
  private static let japaneseHalves: [(String, Half)] = [
    ("午前", .morning), ("午後", .afternoon),
  ]
}

// One time.
extension TimeScanner {
  /// Takes a time; nil where none stands there.
  mutating func time() -> Time? {
    skipBlanks()
    if at >= characters.count { return nil }
    if take("正午") { return Time(hour: 12, isNamed: true) }
    var half = Self.japaneseHalves.first { isAhead($0.0) }?.1
    if half != nil { at += 2 }
    if !isDigitAhead {
      let word = takeWord()
      if Self.noon.contains(word) { return Time(hour: 12, isNamed: true) }
      if Self.midnight.contains(word) { return Time(isMidnight: true, isNamed: true) }
      guard word == "am" || word == "pm" else { return nil }
      half = word == "am" ? .morning : .afternoon
      skipBlanks()
    }
    guard var time = digits() else { return nil }
    if let half {
      (time.half, time.isBare, time.isHalfBefore) = (half, false, true)
    } else if let half = takeHalf(time.hour) {
      (time.half, time.isBare) = (half, false)
    }
    guard time.minutes < 60, time.hour <= 24 else { return nil }
    return time.half == nil || time.hour > 0 || half != nil ? time : nil
  }

  private mutating func digits() -> Time? {
    guard let (value, count) = number() else { return nil }
    var time = Time(hour: value, isBare: true)
    if count > 2 {
      // `1430h`; four digits alone can be a year.
      guard count == 4, takeHours() else { return nil }
      return Time(hour: value / 100, minutes: value % 100)
    }
    if at < characters.count, ":.".contains(characters[at]), isPair(at + 1) {
      let isDotted = characters[at] == "."
      at += 1
      time.minutes = number()?.value ?? 0
      while at < characters.count, ":.".contains(characters[at]), at + 1 < characters.count,
        characters[at + 1].isNumber
      {
        at += 1
        _ = number()
        time.hasSeconds = true
      }
      // `14.10` alone can be a day; `19.30` can not.
      time.isBare = isDotted && (1...12).contains(time.minutes)
      if takeHours() { time.isBare = false }
      return time
    }
    guard takeHours() else { return time }
    time.isBare = false
    takeMinutes(&time)
    return time
  }

  /// Minutes behind the word for hours: `14h30`, `14 Uhr 30`, `14時30分`; never the next hour.
  private mutating func takeMinutes(_ time: inout Time) {
    let before = at
    while at < characters.count, characters[at] == " " { at += 1 }
    guard isPair(at), let (minutes, _) = number() else { return at = before }
    let isMarked = take("分") || take("min") || take("mn") || take("m")
    let isAlone =
      at >= characters.count || !(characters[at].isLetter || ":.".contains(characters[at]))
    guard isMarked || isAlone else { return at = before }
    time.minutes = minutes
  }

  private func isPair(_ place: Int) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    return isDigit(place) && isDigit(place + 1) && !isDigit(place + 2)
  }

  private mutating func number() -> (value: Int, count: Int)? {
    let start = at
    while isDigitAhead { at += 1 }
    return Int(String(characters[start..<at])).map { ($0, at - start) }
  }

  /// A word or sign for hours, with a space before it or not.
  private mutating func takeHours() -> Bool {
    let before = at
    while at < characters.count, characters[at] == " " { at += 1 }
    if take("時") { return true }
    if Self.hours.contains(takeWord()) { return true }
    at = before
    return false
  }

  /// `am`, `pm`, or the part of a day that says the same.
  private mutating func takeHalf(_ hour: Int) -> Half? {
    let before = at
    while at < characters.count, characters[at] == " " { at += 1 }
    let phrase = String(characters[min(at, characters.count)...])
    for (words, half, hours) in Self.halves where hours.contains(hour) {
      guard let found = words.first(where: { Self.begins(phrase, with: $0) }) else { continue }
      at += found.count
      return half
    }
    at = before
    return nil
  }

  private static func begins(_ text: String, with words: String) -> Bool {
    text.hasPrefix(words) && !(text.dropFirst(words.count).first?.isLetter ?? false)
  }

  private static let hours: Set = [
    "h", "hs", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas", "uhr",
  ]

  private static let halves: [([String], Half, ClosedRange<Int>)] = [
    (["am"], .morning, 0...12), (["pm"], .afternoon, 0...24),
    (
      [
        "du matin", "da manha", "de la manana", "morgens", "vormittags", "in the morning",
      ], .morning, 1...11
    ),
    (
      [
        "de apresmidi", "da tarde", "de la tarde", "nachmittags", "in the afternoon",
      ], .afternoon, 1...7
    ),
    (["da tarde", "de la tarde"], .afternoon, 12...12),
    (
      ["du soir", "da noite", "de la noche", "abends", "in the evening", "at night"], .afternoon,
      5...11
    ),
  ]
}

// Between two times.
extension TimeScanner {
  /// Takes what stands between two ends; `opened` where a word before them asks for `and`.
  mutating func takeRangeMark(opened: Bool) -> Bool {
    let before = at
    skipBlanks()
    if take("から") || take("より") || takeSign() {
      skipSmallWords()
      return true
    }
    let word = takeWord()
    if Self.until.contains(word) || (opened && Self.and.contains(word)) {
      skipSmallWords()
      if at < characters.count, isTimeAhead { return true }
    }
    at = before
    return false
  }

  private mutating func takeSign() -> Bool {
    guard at < characters.count, "-–—〜~>→".contains(characters[at]) else { return false }
    while at < characters.count, "-–—〜~>→".contains(characters[at]) { at += 1 }
    return true
  }

  private mutating func skipSmallWords() {
    while true {
      skipBlanks()
      if at >= characters.count || isTimeAhead { return }
      let before = at
      if !Self.small.contains(takeWord()) { return at = before }
    }
  }

  private static let until: Set = [
    "to", "until", "till", "til", "a", "as", "ate", "bis", "hasta", "jusqua",
  ]
  private static let and: Set = ["and", "et", "e", "y", "und"]
  private static let small: Set = ["a", "as", "la", "las", "les", "o", "los", "le"]
}
