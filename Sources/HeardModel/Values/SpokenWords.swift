/// What somebody said and what they are called, so that it is found again in other texts.
///
/// Words are found as any run of six of them, in scripts that set no spaces as any run of twelve
/// characters, whatever stands between them and in whichever case. Six words may stand in two texts
/// by chance: what is found is shown before it goes. Names and codes are found as a whole.
public struct SpokenWords: Hashable, Sendable {
  /// How long a run is: a word counts two, a character of a script without spaces one.
  private static let run = 12
  private var runs: Set<[String]> = []
  /// The words with which a run or a name begins: most words of a text are none of them.
  private var starts: Set<String> = []
  private var texts: [[String]] = []
  private var names: Set<[String]> = []
  /// What somebody is only called here; others may be called so, too.
  private var callings: Set<[String]> = []

  /// Nothing said.
  public init() {}

  /// Whether there is nothing to be found.
  public var isEmpty: Bool {
    runs.isEmpty && names.isEmpty && callings.isEmpty && texts.isEmpty
  }

  /// Adds what was said, wrote down or translated.
  public mutating func add(words text: String) {
    let words = Self.words(in: text).map(\.folded)
    if words.isEmpty { return }
    texts.append(words)
    addRuns(of: words)
  }

  /// Adds what somebody noted: it is found again by a run of its words, never by a piece of it.
  public mutating func add(notes text: String) {
    addRuns(of: Self.words(in: text).map(\.folded))
  }

  private mutating func addRuns(of words: [String]) {
    for start in words.indices {
      guard let end = Self.end(of: words, from: start) else { continue }
      runs.insert(Array(words[start..<end]))
      starts.insert(words[start])
    }
  }

  /// Adds a name, a code or an address; one letter alone names nobody.
  ///
  /// What somebody is only called here (`isCalling`) may stand elsewhere for others: it is shown, and
  /// nothing is taken away because of it alone.
  public mutating func add(name: String, isCalling: Bool = false) {
    let words = Self.words(in: name).map(\.folded)
    guard words.reduce(0, { $0 + $1.count }) > 1 else { return }
    if isCalling { callings.insert(words) } else { names.insert(words) }
    starts.insert(words[0])
  }

  /// Adds all that others hold.
  public mutating func add(_ other: SpokenWords) {
    runs.formUnion(other.runs)
    texts += other.texts
    names.formUnion(other.names)
    callings.formUnion(other.callings)
    starts.formUnion(other.starts)
  }

  /// Whether a text holds any of it.
  public func occur(in text: String) -> Bool { !ranges(in: text).isEmpty }

  /// Whether a text holds a run of the words, or a name or code; what somebody is only called may
  /// stand there for others.
  public func repeats(in text: String) -> Bool { !ranges(in: text, withCallings: false).isEmpty }

  /// Where a text holds any of it, in order and without overlaps.
  public func ranges(
    in text: String, withCallings: Bool = true
  ) -> [Range<String.Index>] {
    let names = withCallings ? names.union(callings) : names
    if runs.isEmpty && names.isEmpty { return [] }
    let words = Self.words(in: text)
    let folded = words.map(\.folded)
    var found: [Range<Int>] = []
    for start in words.indices where starts.contains(folded[start]) {
      if let end = Self.end(of: folded, from: start), runs.contains(Array(folded[start..<end])) {
        found.append(start..<end)
      }
      for name in names where folded[start...].starts(with: name) {
        found.append(start..<(start + name.count))
      }
    }
    var joined: [Range<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined.map {
      words[$0.lowerBound].range.lowerBound..<words[$0.upperBound - 1].range.upperBound
    }
  }

  /// Whether a short text, as somebody types it to search, is a piece of it: two words or more, or
  /// five characters of a script without spaces, or one word that `isRare`.
  public func hold(typed text: String, isRare: (String) -> Bool = { _ in false }) -> Bool {
    let words = Self.words(in: text).map(\.folded)
    guard !words.isEmpty else { return false }
    let isLong =
      words.reduce(0) { $0 + Self.weight($1) } >= 4 && (words.count > 4 || isSpaced(words))
    if isLong && texts.contains(where: { $0.holds(words) }) { return true }
    return words.count == 1 && texts.contains { $0.contains(words[0]) } && isRare(words[0])
  }

  /// The text without what it holds of it; `mark` stands where something was taken out.
  public func removed(from text: String, leaving mark: String = "[…]") -> String {
    var left = text
    for range in ranges(in: text).reversed() { left.replaceSubrange(range, with: mark) }
    return left
  }
}

extension SpokenWords {
  /// A word, or one character of a script without spaces.
  struct Word {
    let folded: String
    let range: Range<String.Index>
  }

  /// The words of a text; signs and spaces are none.
  static func words(in text: String) -> [Word] {
    var words: [Word] = []
    var start: String.Index?
    func close(_ end: String.Index) {
      guard let first = start else { return }
      let folded = text[first..<end].lowercased().replacing("\u{2019}", with: "'")
      words.append(Word(folded: folded, range: first..<end))
      start = nil
    }
    for index in text.indices {
      let character = text[index]
      if character.isUnspaced {
        close(index)
        let next = text.index(after: index)
        words.append(Word(folded: character.lowercased(), range: index..<next))
      } else if character.isLetter || character.isNumber {
        if start == nil { start = index }
      } else if Self.apostrophes.contains(character), start != nil,
        text[text.index(after: index)...].first?.isLetter ?? false
      {
        // Part of its word: « qu’on m’a dit » is no six words.
        continue
      } else {
        close(index)
      }
    }
    close(text.endIndex)
    return words
  }

  private static let apostrophes: Set<Character> = ["'", "\u{2019}"]

  private static func weight(_ word: String) -> Int { (word.first?.isUnspaced ?? false) ? 1 : 2 }

  private func isSpaced(_ words: [String]) -> Bool {
    words.allSatisfy { !($0.first?.isUnspaced ?? false) }
  }

  /// Where the shortest run that begins at a word ends; nil where the text ends before.
  private static func end(of words: [String], from start: Int) -> Int? {
    var sum = 0
    for index in start..<words.count {
      sum += weight(words[index])
      if sum >= run { return index + 1 }
    }
    return nil
  }
}

extension [String] {
  /// Whether these words stand in it, one after the other.
  fileprivate func holds(_ words: [String]) -> Bool {
    guard words.count <= count else { return false }
    return (0...(count - words.count)).contains { self[$0...].starts(with: words) }
  }
}

extension Character {
  /// Whether it belongs to a script that sets no spaces between words.
  fileprivate var isUnspaced: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    switch scalar {
    case 0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF: return isLetter
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: return isLetter
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
    default: return false
    }
  }
}

extension String {
  /// Whether nothing but spaces stands there.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
