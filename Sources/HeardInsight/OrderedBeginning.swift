import Foundation

extension String {
  /// The first eight bytes as a number in the order of texts: where two differ, the texts stand in
  /// the same order.
  var orderedBeginning: UInt64 {
    // Texts are compared as they are composed; the usual letters are composed already.
    var text =
      unicodeScalars.allSatisfy(\.isComposed) ? self : precomposedStringWithCanonicalMapping
    return text.withUTF8 { bytes in
      (0..<8).reduce(0) { $0 << 8 | UInt64($1 < bytes.count ? bytes[$1] : 0) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it stands in a composed text as it is, whatever is beside it.
  fileprivate var isComposed: Bool {
    switch value {
    case 0..<0x300, 0x2010...0x2027, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
