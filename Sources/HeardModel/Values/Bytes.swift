// Codes, ids and dates are most of what a folder holds, and all of it is read before the first
// frame: they are looked at by bytes, where characters would take several times as long.

extension String {
  /// Whether all its bytes are of a kind.
  @inline(__always)
  func hasOnlyBytes(_ isAllowed: (UInt8) -> Bool) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      for byte in bytes where !isAllowed(byte) { return false }
      return true
    }
  }
}

extension UInt8 {
  /// Whether it is one of `a` to `z`.
  var isLowerCaseLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  /// Whether it is one of `a` to `z` and `A` to `Z`.
  var isLetter: Bool { (self | 0x20).isLowerCaseLetter }
  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// Whether it is an ASCII letter or digit.
  var isLetterOrDigit: Bool { isLetter || isDigit }
}
