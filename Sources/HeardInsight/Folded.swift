import Foundation

/// A text in the form in which texts are compared: case, accents and width make no difference.
///
/// Voicing marks of kana do make one: か is not が. The bytes are UTF-8, so that a text is found
/// inside another by its bytes.
public struct Folded: Hashable, Sendable {
  /// The folded text as UTF-8.
  public let bytes: [UInt8]

  /// A text that is folded already.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Folds a text.
  public init(_ text: String) {
    var folder = Folder()
    folder.append(text)
    bytes = folder.bytes
  }

  /// Folds several texts, kept apart so that nothing is found across two of them.
  public init(fields: [String]) {
    var folder = Folder()
    for field in fields where !field.isEmpty {
      folder.append(field)
      folder.end()
    }
    bytes = folder.bytes
  }

  /// The folded text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Whether the other text stands in this one.
  public func contains(_ needle: Folded) -> Bool {
    if needle.isEmpty { return true }
    return firstPlace(of: needle, from: 0) != nil
  }

  /// Whether this text begins with the other one.
  public func hasPrefix(_ needle: Folded) -> Bool { bytes.starts(with: needle.bytes) }

  /// Whether a word of this text begins with the other one.
  ///
  /// Han, kana and hangul stand without spaces: there every character may begin a word.
  func hasWord(beginningWith needle: Folded) -> Bool {
    Self.hasWord(beginningWith: needle, in: bytes, from: 0, to: bytes.count)
  }

  /// The same of a text that stands between two places of some folded bytes.
  static func hasWord(
    beginningWith needle: Folded, in bytes: [UInt8], from start: Int, to end: Int
  ) -> Bool {
    guard let first = needle.bytes.first else { return true }
    var next = start
    while let place = firstPlace(of: needle, in: bytes, from: next, to: end) {
      if place == start || first >= 0xE3 || !isOfWord(bytes[place - 1]) { return true }
      next = place + 1
    }
    return false
  }

  /// In how few pieces the letters of the other text stand in this one, in their order; nil where
  /// not all of them do, or the first begins no word.
  func pieces(of needle: Folded) -> Int? {
    guard hasInOrder(needle) else { return nil }
    let never = Int.max - 1
    var best = [Int](repeating: never, count: bytes.count)
    for (index, letter) in needle.bytes.enumerated() {
      var next = [Int](repeating: never, count: bytes.count)
      var before = never
      for place in bytes.indices {
        if bytes[place] == letter {
          if index > 0 {
            next[place] = min(place > 0 ? best[place - 1] : never, min(before + 1, never))
          } else if place == 0 || !Self.isOfWord(bytes[place - 1]) {
            next[place] = 1
          }
        }
        before = min(before, best[place])
      }
      best = next
    }
    return best.min().flatMap { $0 < never ? $0 : nil }
  }

  private func hasInOrder(_ needle: Folded) -> Bool {
    var left = needle.bytes[...]
    for byte in bytes where byte == left.first { left = left.dropFirst() }
    return left.isEmpty
  }

  /// Whether the letters of the other text stand in this one in so few pieces that it is meant.
  ///
  /// So `lynhandi` stands in `Lyon: handicap`; a text of less than four letters means nothing so.
  public func holdsLetters(of needle: Folded) -> Bool {
    let count = needle.bytes.count
    guard count > 3, let pieces = pieces(of: needle) else { return false }
    return pieces <= max(2, count / 2 - 1)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Where the other text first stands at or after a byte; nil for an empty one.
  func firstPlace(of needle: Folded, from start: Int) -> Int? {
    Self.firstPlace(of: needle, in: bytes, from: start, to: bytes.count)
  }

  /// Where a text first stands between two places of some folded bytes; nil for an empty one.
  static func firstPlace(
    of needle: Folded, in bytes: [UInt8], from start: Int, to end: Int
  ) -> Int? {
    let length = needle.bytes.count
    guard let first = needle.bytes.first, end - start >= length else { return nil }
    return bytes.withUnsafeBytes { hay in
      needle.bytes.withUnsafeBytes { needle in
        guard let hay = hay.baseAddress, let needle = needle.baseAddress else { return nil }
        let last = end - length
        var place = start
        while place <= last {
          guard let hit = memchr(hay + place, Int32(first), last - place + 1) else { return nil }
          place = UnsafeRawPointer(hit) - hay
          if memcmp(hay + place, needle, length) == 0 { return place }
          place += 1
        }
        return nil
      }
    }
  }

  /// Where the other text stands in a text, as ranges of that text's characters.
  static func ranges(of needle: Folded, in text: String) -> [Range<Int>] {
    if needle.isEmpty { return [] }
    var folder = Folder()
    var ends: [Int] = []
    for character in text {
      folder.append(String(character))
      ends.append(folder.bytes.count)
    }
    let folded = Folded(folder)
    var ranges: [Range<Int>] = []
    var start = 0
    while let place = folded.firstPlace(of: needle, from: start) {
      let end = place + needle.bytes.count
      let first = ends.firstIndex { $0 > place } ?? 0
      let last = ends.firstIndex { $0 >= end } ?? max(ends.count - 1, 0)
      ranges.append(first..<last + 1)
      start = end
    }
    return ranges
  }

  private init(_ folder: Folder) { bytes = folder.bytes }
}

/// Turns texts into their folded bytes, scalar by scalar.
struct Folder {
  private(set) var bytes: [UInt8] = []
  // The kana that a voicing mark would change.
  private var lastKana: UInt32 = 0

  /// Closes a field: nothing that is typed holds this byte, so nothing is found across it.
  mutating func end() {
    bytes.append(0)
    lastKana = 0
  }

  /// Folds a text behind what is there.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  /// Folds the checked bytes of a text behind what is there.
  mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < utf8.count {
      let byte = utf8[place]
      if byte < 0x80 {
        append(ascii: byte)
        place += 1
        continue
      }
      let length = Self.length(byte)
      append(scalar: Self.scalar(utf8, at: place, length: length))
      place += length
    }
  }

  /// How many bytes a character outside ASCII takes, by its first.
  static func length(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  /// The character of so many bytes at a place, which begins no other.
  static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: Int, length: Int
  ) -> Unicode.Scalar {
    var value = UInt32(utf8[place]) & 0x7F >> UInt32(length)
    for next in 1..<length { value = value << 6 | UInt32(utf8[place + next] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// What a byte of ASCII folds to.
  @inline(__always)
  static func folded(ascii byte: UInt8) -> UInt8 {
    switch byte {
    case 0, 9, 10, 13: 32
    case 65...90: byte + 32
    default: byte
    }
  }

  /// Makes room for so many bytes.
  mutating func reserve(_ bytes: Int) { self.bytes.reserveCapacity(bytes) }

  /// Folds a scalar behind what is there.
  mutating func append(scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      append(ascii: UInt8(truncatingIfNeeded: value))
    } else if value <= 0x24F {
      lastKana = 0
      bytes.append(contentsOf: FoldingTable.latin[Int(value - 0x80)])
    } else if (0x4E00...0x9FFF).contains(value) {
      append(plain: scalar)
    } else if (0x0300...0x036F).contains(value) {
      return
    } else if FoldingTable.isVoicing(value) {
      appendVoicing(value)
    } else {
      for folded in FoldingTable.folded(scalar) { append(plain: folded) }
    }
  }

  private mutating func append(ascii byte: UInt8) {
    lastKana = 0
    bytes.append(Self.folded(ascii: byte))
  }

  private mutating func append(plain scalar: Unicode.Scalar) {
    let value = scalar.value
    lastKana = (0x3040...0x30FF).contains(value) ? value : 0
    if (0x800...0xFFFF).contains(value) {
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private mutating func appendVoicing(_ mark: UInt32) {
    let combining: UInt32 = mark == 0x309A || mark == 0xFF9F ? 0x309A : 0x3099
    guard lastKana != 0, let voiced = FoldingTable.voiced(lastKana, combining) else { return }
    bytes.removeLast(3)
    append(plain: voiced)
  }
}

/// What single scalars fold to; looked up for the scripts that are common, reckoned for others.
enum FoldingTable {
  /// The folded bytes of the scalars from U+0080 to U+024F.
  static let latin: [[UInt8]] = table(0x80...0x24F).map { scalars in
    scalars.flatMap { Array(String($0).utf8) }
  }
  private static let neighbourBytes = neighbours.map(utf8)
  private static let vietnameseBytes = vietnamese.map(utf8)
  private static let punctuationBytes = punctuation.map(utf8)
  private static let wideBytes = wide.map(utf8)
  private static let neighbours = table(0x370...0x6FF)
  private static let vietnamese = table(0x1E00...0x1EFF)
  private static let punctuation = table(0x2000...0x206F)
  private static let wide = table(0xFF00...0xFFEF)

  private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    scalars.flatMap { Array(String($0).utf8) }
  }

  /// For each letter of ASCII whether a scalar from U+0080 to U+024F folds to something that holds it.
  ///
  /// Most accented letters begin nothing that is sought: this tells without a look at what they are.
  static let latinHolding: [[Bool]] = (0..<0x80).map { letter in
    latin.map { $0.contains(UInt8(letter)) }
  }

  /// The bytes to which a scalar outside ASCII folds where no kana stands before it.
  static func bytes(_ scalar: Unicode.Scalar) -> [UInt8] {
    let value = scalar.value
    return switch value {
    case 0x80...0x24F: latin[Int(value - 0x80)]
    case 0x300...0x36F: []
    case 0x370...0x6FF: neighbourBytes[Int(value - 0x370)]
    case 0x1E00...0x1EFF: vietnameseBytes[Int(value - 0x1E00)]
    case 0x2000...0x206F: punctuationBytes[Int(value - 0x2000)]
    case _ where isVoicing(value): []
    case 0xFF00...0xFFEF: wideBytes[Int(value - 0xFF00)]
    default: utf8(folded(scalar))
    }
  }

  private static func table(_ range: ClosedRange<UInt32>) -> [[Unicode.Scalar]] {
    range.map { value in Unicode.Scalar(value).map(reckoned) ?? [] }
  }

  /// Whether a scalar voices the kana before it.
  static func isVoicing(_ value: UInt32) -> Bool {
    value == 0x3099 || value == 0x309A || value == 0xFF9E || value == 0xFF9F
  }

  /// The kana that another becomes by a voicing mark; nil where there is none.
  static func voiced(_ kana: UInt32, _ mark: UInt32) -> Unicode.Scalar? {
    guard let kana = Unicode.Scalar(kana), let mark = Unicode.Scalar(mark) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(kana)
    text.append(mark)
    let composed = String(text).precomposedStringWithCanonicalMapping.unicodeScalars
    return composed.count == 1 ? composed.first : nil
  }

  /// What a scalar folds to; nothing for a mark that makes no difference.
  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x370...0x6FF: return neighbours[Int(scalar.value - 0x370)]
    case 0x1E00...0x1EFF: return vietnamese[Int(scalar.value - 0x1E00)]
    case 0x2000...0x206F: return punctuation[Int(scalar.value - 0x2000)]
    case 0x3001...0x30FF: return [scalar]
    case 0xFF00...0xFFEF: return wide[Int(scalar.value - 0xFF00)]
    default: return reckoned(scalar)
    }
  }

  private static func reckoned(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if (0x3040...0x30FF).contains(scalar.value) { return [scalar] }
    if let plain = withoutDecomposition[scalar] { return Array(plain.unicodeScalars) }
    return String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter {
        !(0x0300...0x036F).contains($0.value) && !$0.properties.isDefaultIgnorableCodePoint
      }
      .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
      .filter { !(0x0300...0x036F).contains($0.value) }
      .flatMap { plain in withoutDecomposition[plain].map { Array($0.unicodeScalars) } ?? [plain] }
  }

  // Letters that Unicode does not take apart although people type them plain.
  private static let withoutDecomposition: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
    "ς": "σ", "’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\u{A0}": " ",
    "\u{3000}": " ",
  ]
}

extension String {
  fileprivate init(_ scalar: Unicode.Scalar) {
    self.init(Character(scalar))
  }
}
