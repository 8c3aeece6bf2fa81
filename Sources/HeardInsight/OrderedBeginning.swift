import Foundation

extension String {
  /// The first eight bytes as a number in the order of texts: where two differ, the texts stand in
  /// the same order.
  var orderedBeginning: UInt64 {
    var own = self
    // Plain letters are composed, if what follows them is a plain letter, too.
    let plain = own.withUTF8 { bytes in
      bytes.prefix(9).allSatisfy { $0 < 0x80 } ? Self.beginning(bytes) : nil
    }
    if let plain { return plain }
    // Texts are compared as they are composed; the usual letters are composed already.
    var text =
      unicodeScalars.allSatisfy(\.isComposed) ? self : precomposedStringWithCanonicalMapping
    return text.withUTF8(Self.beginning)
  }

  private static func beginning(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var beginning: UInt64 = 0
    for place in 0..<8 {
      beginning = beginning << 8 | UInt64(place < bytes.count ? bytes[place] : 0)
    }
    return beginning
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
