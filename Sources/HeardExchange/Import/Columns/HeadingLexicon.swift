/// What words of headings say, in English, French, Japanese, Portuguese, German and Spanish.
///
/// A heading is read word by word, the longest run of words first, so that one that nobody has seen
/// is understood as far as its words are. Words of German and Japanese that are joined are taken
/// apart.
struct HeadingLexicon: Sendable {
  /// The only one; made once.
  static let standard = HeadingLexicon()

  private var whole: [String: Set<HeadingSense>] = [:]
  private var beginnings: [Substring: [(beginning: String, senses: Set<HeadingSense>)]] = [:]
  private static let longestRun = 4
  private static let longestJoined = 8

  private init() {
    for part in [Self.numbers, Self.dates, Self.names, Self.others] {
      for (sense, words) in part {
        for word in words.split(whereSeparator: \.isWhitespace) { add(word, sense) }
      }
    }
  }

  private mutating func add(_ word: Substring, _ sense: HeadingSense) {
    let text = SheetCell.tokens(String(word).replacing("_", with: " ").replacing("*", with: ""))
      .joined(separator: " ")
    guard word.hasSuffix("*") else {
      whole[text, default: []].insert(sense)
      return
    }
    var list = beginnings[text.prefix(3)] ?? []
    if let place = list.firstIndex(where: { $0.beginning == text }) {
      list[place].senses.insert(sense)
    } else {
      list.append((text, [sense]))
    }
    beginnings[text.prefix(3)] = list
  }

  /// What the words of a heading say, and how many of them say nothing that is known.
  func read(_ tokens: [String]) -> (senses: Set<HeadingSense>, unknown: Int) {
    var senses: Set<HeadingSense> = []
    var (unknown, place) = (0, 0)
    while place < tokens.count {
      let (found, length) = longest(tokens[place...])
      if let found {
        senses.formUnion(found)
        place += length
        continue
      }
      let token = tokens[place]
      place += 1
      if Self.isMark(token) { continue }
      let (inside, rest) = joined(token)
      senses.formUnion(inside)
      unknown += rest
    }
    senses.remove(.filler)
    return (senses, unknown)
  }

  private func longest(_ tokens: ArraySlice<String>) -> (Set<HeadingSense>?, length: Int) {
    for length in stride(from: min(Self.longestRun, tokens.count), through: 1, by: -1) {
      if let found = whole[tokens.prefix(length).joined(separator: " ")] { return (found, length) }
    }
    return (nil, 1)
  }

  /// `q1`, `2024`, a letter: no word.
  private static func isMark(_ token: String) -> Bool {
    if token.count == 1 { return token.utf8.count == 1 }
    return token.drop { $0.isASCII && $0.isLetter }.allSatisfy(\.isNumber)
      && token.count { $0.isLetter } <= 2 && token.contains(where: \.isNumber)
  }

  private func joined(_ token: String) -> (senses: Set<HeadingSense>, unknown: Int) {
    if token.unicodeScalars.contains(where: { $0.value >= 0x3040 }) { return runs(in: token) }
    if let compound = compound(token) { return (compound, 0) }
    return beginning(of: token).map { ($0, 0) } ?? ([], 1)
  }

  private func beginning(of token: String) -> Set<HeadingSense>? {
    beginnings[token.prefix(3)]?.filter { token.hasPrefix($0.beginning) }
      .max { $0.beginning.count < $1.beginning.count }?.senses
  }

  /// `anmeldedatum`, `teilnehmerzahl`: a known word before one that stands at the end of others.
  private func compound(_ token: String) -> Set<HeadingSense>? {
    for tail in Self.tails where token.hasSuffix(tail) && token.count >= tail.count + 3 {
      guard let behind = whole[tail] else { continue }
      let head = String(token.dropLast(tail.count))
      let short = head.hasSuffix("s") ? String(head.dropLast()) : head
      if let before = whole[head] ?? whole[short] ?? beginning(of: short) {
        return behind.union(before)
      }
    }
    return nil
  }

  /// The known words in a text without spaces; what is between them is unknown.
  private func runs(in token: String) -> (senses: Set<HeadingSense>, unknown: Int) {
    var senses: Set<HeadingSense> = []
    var unknown = 0
    var (rest, isInside) = (token[...], false)
    while !rest.isEmpty {
      let found = stride(from: min(Self.longestJoined, rest.count), through: 1, by: -1).lazy
        .compactMap { length in
          self.whole[String(rest.prefix(length))].map { (senses: $0, length: length) }
        }.first
      if let found {
        senses.formUnion(found.senses)
        rest = rest.dropFirst(found.length)
      } else {
        if !isInside { unknown += 1 }
        rest = rest.dropFirst()
      }
      isInside = found == nil
    }
    return (senses, unknown)
  }

  private static let tails = [
    "datum", "anzahl", "zahlen", "zahl", "namen", "name", "nummer", "titel", "zeitpunkt", "zeiten",
    "zeit", "stempel", "ort", "art", "ende", "beginn", "tag", "summe", "id",
  ]
}
