extension Folded {
  /// Whether this text stands in one that is not folded: what `Folded(text).contains(self)` says.
  ///
  /// Where plain letters are looked for, nothing of the text is folded but what may begin them: so
  /// twenty thousand testimonies are searched as they stand, and not held in memory a second time.
  func stands(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { stands(in: $0) }
  }

  private func stands(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    // Ends of lines fold to spaces, and other scripts hang together in ways of their own.
    guard first != UInt8(ascii: " "), bytes.allSatisfy({ $0 < 0x80 }) else {
      if bytes.contains(where: { $0 >= 0x80 }), text.allSatisfy({ $0 < 0x80 }) { return false }
      var folder = Folder()
      folder.reserve(text.count)
      folder.append(utf8: text)
      return Folded(bytes: folder.bytes).contains(self)
    }
    return bytes.withUnsafeBufferPointer { PlainSearch(text: text, needle: $0, first: first).finds }
  }
}

/// Looks for plain letters in a text that is not folded.
private struct PlainSearch {
  let text: UnsafeBufferPointer<UInt8>
  let needle: UnsafeBufferPointer<UInt8>
  let first: UInt8
  private let holding: [Bool]

  init(
    text: UnsafeBufferPointer<UInt8>, needle: UnsafeBufferPointer<UInt8>, first: UInt8
  ) {
    (self.text, self.needle, self.first) = (text, needle, first)
    holding = FoldingTable.latinHolding[Int(first)]
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  var finds: Bool {
    var place = next(from: 0)
    while place < text.count {
      if text[place] < 0x80 {
        if holds(from: place, matched: 0) { return true }
        place = next(from: place + 1)
        continue
      }
      let length = Folder.length(text[place])
      if !isOfNoPlainLetter(place), mayHold(place, length) {
        let folded = FoldingTable.bytes(Folder.scalar(text, at: place, length: length))
        for start in folded.indices where folded[start] == first {
          let matched = matching(folded[start...], from: 0)
          if let matched, holds(from: place + length, matched: matched) { return true }
        }
      }
      place = next(from: place + length)
    }
    return false
  }

  /// The next place at which what is looked for may begin: eight bytes at once.
  private func next(from start: Int) -> Int {
    let upper = (0x61...0x7A).contains(first) ? first - 32 : first
    let raw = UnsafeRawBufferPointer(text)
    var place = start
    while place + 8 <= text.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let (one, other) = (word ^ (Self.ones &* UInt64(first)), word ^ (Self.ones &* UInt64(upper)))
      // The high bit of the lowest byte that is one of them; higher ones may be false.
      let found =
        (((one &- Self.ones) & ~one) | ((other &- Self.ones) & ~other) | word) & Self.highs
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < text.count {
      let byte = text[place]
      if byte == first || byte == upper || byte >= 0x80 { break }
      place += 1
    }
    return place
  }

  /// Whether the rest of what is looked for stands from a place on.
  private func holds(from start: Int, matched: Int) -> Bool {
    var (place, matched) = (start, matched)
    while matched < needle.count {
      guard place < text.count else { return false }
      if text[place] < 0x80 {
        guard Folder.folded(ascii: text[place]) == needle[matched] else { return false }
        matched += 1
        place += 1
      } else {
        let length = Folder.length(text[place])
        let folded = FoldingTable.bytes(Folder.scalar(text, at: place, length: length))
        guard let more = matching(folded[...], from: matched) else { return false }
        matched = more
        place += length
      }
    }
    return true
  }

  /// How much is matched behind some folded bytes; nil where they differ.
  private func matching(_ folded: ArraySlice<UInt8>, from matched: Int) -> Int? {
    var matched = matched
    for byte in folded {
      if matched == needle.count { return matched }
      guard byte == needle[matched] else { return nil }
      matched += 1
    }
    return matched
  }

  /// Whether a letter with an accent, or two that are joined, may be the first of what is sought.
  private func mayHold(_ place: Int, _ length: Int) -> Bool {
    guard length == 2 else { return true }
    let value = Int(text[place] & 0x1F) << 6 | Int(text[place + 1] & 0x3F)
    return value > 0x24F || holding[value - 0x80]
  }

  /// Whether a character folds to nothing plain, as kana, Han and most Hangul do.
  private func isOfNoPlainLetter(_ place: Int) -> Bool {
    guard place + 1 < text.count else { return false }
    let second = text[place + 1]
    return switch text[place] {
    case 0xE3: (0x81...0x83).contains(second) || second >= 0x90
    case 0xE4...0xE9, 0xEB, 0xEC: true
    case 0xEA: second >= 0xB0
    default: false
    }
  }
}
