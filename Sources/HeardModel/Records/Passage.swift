extension String {
  /// Whether a passage stands here letter by letter; one that does not may stand here in another
  /// form.
  ///
  /// A shortcut for a long text, by bytes: it says yes only where both ends of the passage and what
  /// stands beside them are signs that are never parts of one letter. Blanks at the ends do not count,
  /// so that what stands before one would have to be looked at as well: no such passage is taken.
  func literallyHolds(_ passage: String) -> Bool {
    guard let first = passage.unicodeScalars.first, let last = passage.unicodeScalars.last,
      first.standsAlone, last.standsAlone, !first.isSpace, !last.isSpace
    else { return false }
    var (text, passage) = (self, passage)
    let length = passage.utf8.count
    let place = passage.withUTF8 { passage in text.withUTF8 { $0.firstPlace(of: passage) } }
    guard let place else { return false }
    let scalars = text.unicodeScalars
    let start = text.utf8.index(text.startIndex, offsetBy: place)
    let end = text.utf8.index(start, offsetBy: length)
    return (start == scalars.startIndex || scalars[scalars.index(before: start)].standsAlone)
      && (end == scalars.endIndex || scalars[end].standsAlone)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstPlace(of needle: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !needle.isEmpty, count >= needle.count else { return nil }
    for place in 0...(count - needle.count) where self[place] == needle[0] {
      var same = 1
      while same < needle.count, self[place + same] == needle[same] { same += 1 }
      if same == needle.count { return place }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { value <= 0x20 }

  /// Whether it is a space, a letter or a sign that is never a part of a letter with its neighbours.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    // Without the signs that are pictures, and the soft hyphen.
    case 0xA1...0xA8, 0xAA...0xAC, 0xAF...0x2FF: true
    case 0x2010...0x2027, 0x3001...0x3011, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
