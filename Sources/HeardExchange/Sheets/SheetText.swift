import Foundation

/// The bytes of a file as UTF-8, with how they were written.
struct SheetText {
  let encoding: SheetEncoding
  let utf8: [UInt8]

  /// Finds out how a file is written, unless somebody says so.
  ///
  /// - Throws: `SheetFault.notText` for what no spreadsheet program writes as text.
  init(_ bytes: [UInt8], as given: SheetEncoding? = nil) throws(SheetFault) {
    encoding = given ?? Self.encoding(of: bytes)
    let marked = Self.withoutMark(bytes, encoding)
    switch encoding {
    case .utf8: utf8 = Array(String(decoding: marked, as: UTF8.self).utf8)
    case .utf16LittleEndian: utf8 = Self.utf16(marked, high: 1)
    case .utf16BigEndian: utf8 = Self.utf16(marked, high: 0)
    case .windows1252: utf8 = Self.latin(marked)
    case .shiftJIS:
      guard let text = String(data: Data(marked), encoding: .shiftJIS) else { throw .notText }
      utf8 = Array(text.utf8)
    }
    if utf8.contains(0) { throw .notText }
  }

  private static func encoding(of bytes: [UInt8]) -> SheetEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = utf16WithoutMark(bytes) { return wide }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return isShiftJIS(bytes) ? .shiftJIS : .windows1252
  }

  /// Text in UTF-16 has zeros on one side of its line ends and signs only.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> SheetEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in bytes.prefix(4000).enumerated() where byte == 0 { zeros[place % 2] += 1 }
    if zeros[1] > 1 && zeros[0] == 0 { return .utf16LittleEndian }
    if zeros[0] > 1 && zeros[1] == 0 { return .utf16BigEndian }
    return nil
  }

  /// Whether bytes are pairs of Shift JIS with kana among them; western text never is.
  private static func isShiftJIS(_ bytes: [UInt8]) -> Bool {
    var (pairs, kana, place) = (0, 0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x81...0x9F, 0xE0...0xFC:
        guard place < bytes.count, (0x40...0xFC).contains(bytes[place]), bytes[place] != 0x7F
        else { return false }
        if byte == 0x82 && bytes[place] >= 0x9F || byte == 0x83 { kana += 1 }
        pairs += 1
        place += 1
      case 0x80, 0xA0, 0xFD...0xFF: return false
      default: break
      }
    }
    // ‚ and ƒ, which have these bytes in Windows-1252, are next to never written.
    return kana * 20 > pairs
  }

  private static func withoutMark(_ bytes: [UInt8], _ encoding: SheetEncoding) -> ArraySlice<UInt8>
  {
    let mark: [UInt8] =
      switch encoding {
      case .utf8: [0xEF, 0xBB, 0xBF]
      case .utf16LittleEndian: [0xFF, 0xFE]
      case .utf16BigEndian: [0xFE, 0xFF]
      case .windows1252, .shiftJIS: []
      }
    return bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      units.append(UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high]))
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func latin(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  // The 32 places in which Windows-1252 differs from Latin-1; five of them are free.
  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
