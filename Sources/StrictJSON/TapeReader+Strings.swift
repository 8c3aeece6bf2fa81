// Strings: every byte is checked here, so that a value can later be made without checks.
extension TapeReader {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Reads a string at whose quote the reader stands.
  mutating func readString() throws(JSONFault) {
    let start = at + 1
    var next = start
    var isEscaped = false
    var isASCII = true
    while true {
      next = plainEnd(from: next)
      guard next < bytes.count else { throw fault(.unterminated, at: bytes.count) }
      let byte = bytes[next]
      if byte == .quote { break }
      if byte == .backslash {
        isEscaped = true
        next = try escapeEnd(from: next)
      } else if byte < .space {
        throw fault(.controlCharacter, at: next)
      } else {
        isASCII = false
        next = try foreignEnd(from: next)
      }
    }
    at = next + 1
    entries.append(
      TapeEntry(
        stringAt: start, extent: next - start, isEscaped: isEscaped, isASCII: isASCII))
  }

  /// The end of a run of printable ASCII without quotes and backslashes.
  private func plainEnd(from start: Int) -> Int {
    var next = start
    while next + 8 <= bytes.count {
      let word = word(at: next)
      let quotes = word ^ (Self.ones &* UInt64(UInt8.quote))
      let backslashes = word ^ (Self.ones &* UInt64(UInt8.backslash))
      // The high bit of the lowest byte that is one of them; higher ones may be false.
      let below = (word &- Self.ones &* UInt64(UInt8.space)) & ~word
      let found =
        (below | ((quotes &- Self.ones) & ~quotes)
          | ((backslashes &- Self.ones) & ~backslashes) | word) & Self.highs
      if found != 0 { return next + found.trailingZeroBitCount / 8 }
      next += 8
    }
    while next < bytes.count {
      let byte = bytes[next]
      if byte < .space || byte >= 0x80 || byte == .quote || byte == .backslash { break }
      next += 1
    }
    return next
  }

  /// The end of a run of characters outside ASCII.
  private func foreignEnd(from start: Int) throws(JSONFault) -> Int {
    var next = start
    while next < bytes.count, bytes[next] >= 0x80 {
      let length = characterLength(at: next)
      guard length > 0 else { throw brokenCharacter(at: next) }
      next += length
    }
    return next
  }

  /// The bytes of the character at an offset, or 0 where UTF-8 has none (Unicode, table 3-7).
  func characterLength(at offset: Int) -> Int {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in 2..<max(length, 2) where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// A character that is none, or one that the end of the text cuts off.
  func brokenCharacter(at offset: Int) -> JSONFault {
    let wanted =
      switch bytes[offset] {
      case 0xC2...0xDF: 1
      case 0xE0...0xEF: 2
      case 0xF0...0xF4: 3
      default: 0
      }
    let rest = bytes[(offset + 1)...]
    let isCut = rest.count < wanted && rest.allSatisfy { $0 & 0xC0 == 0x80 }
    return isCut ? fault(.unterminated, at: bytes.count) : fault(.notUTF8, at: offset)
  }

  private func escapeEnd(from start: Int) throws(JSONFault) -> Int {
    guard start + 1 < bytes.count else { throw fault(.unterminated, at: bytes.count) }
    switch bytes[start + 1] {
    case .quote, .backslash, .letter("/"), .letter("b"), .letter("f"), .letter("n"),
      .letter("r"), .letter("t"):
      return start + 2
    case .letter("u"): return try unicodeEscapeEnd(from: start)
    default: throw fault(.badEscape, at: start)
    }
  }

  /// Checks `\uXXXX`, and that a surrogate is the first of a whole pair.
  private func unicodeEscapeEnd(from start: Int) throws(JSONFault) -> Int {
    let unit = try codeUnit(at: start)
    guard unit & 0xF800 == 0xD800 else { return start + 6 }
    guard unit < 0xDC00 else { throw fault(.loneSurrogate, at: start) }
    for (index, wanted) in [(start + 6, UInt8.backslash), (start + 7, .letter("u"))] {
      guard index < bytes.count else { throw fault(.unterminated, at: bytes.count) }
      guard bytes[index] == wanted else { throw fault(.loneSurrogate, at: start) }
    }
    let low = try codeUnit(at: start + 6)
    guard low & 0xFC00 == 0xDC00 else { throw fault(.loneSurrogate, at: start) }
    return start + 12
  }

  private func codeUnit(at start: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard index < bytes.count else { throw fault(.unterminated, at: bytes.count) }
      guard let digit = bytes[index].hexadecimal else { throw fault(.badEscape, at: start) }
      unit = unit << 4 | digit
    }
    return unit
  }
}

// Values out of checked text.
extension TapeEntry {
  /// Makes the string's value out of text that a reader has checked.
  func string(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let source = UnsafeBufferPointer(rebasing: bytes[text])
    if isPlain && source.count <= 15 {
      // Most strings are short ASCII, which needs no memory of its own and no second check.
      return String(unsafeUninitializedCapacity: source.count) { target in
        target.initialize(fromContentsOf: source)
      }
    }
    guard isEscaped else { return String(decoding: source, as: UTF8.self) }
    // No escape is shorter than what it stands for.
    return String(unsafeUninitializedCapacity: source.count) { target in
      unescape(source, into: target)
    }
  }

  private func unescape(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var read = 0
    var written = 0
    while read < source.count {
      if source[read] != .backslash {
        target[written] = source[read]
        read += 1
        written += 1
        continue
      }
      let (scalar, length) = escapedScalar(in: source, at: read)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        target[written] = byte
        written += 1
      }
      read += length
    }
    return written
  }

  private func escapedScalar(
    in source: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (Unicode.Scalar, length: Int) {
    switch source[start + 1] {
    case .letter("b"): return ("\u{08}", 2)
    case .letter("f"): return ("\u{0C}", 2)
    case .letter("n"): return ("\n", 2)
    case .letter("r"): return ("\r", 2)
    case .letter("t"): return ("\t", 2)
    case .letter("u"): break
    default: return (Unicode.Scalar(source[start + 1]), 2)
    }
    let unit = codeUnit(in: source, at: start)
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    let low = codeUnit(in: source, at: start + 6)
    let joined = 0x1_0000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)
    return (Unicode.Scalar(joined) ?? "\u{FFFD}", 12)
  }

  private func codeUnit(in source: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
    source[start + 2..<start + 6].reduce(0) { $0 << 4 | ($1.hexadecimal ?? 0) }
  }
}
