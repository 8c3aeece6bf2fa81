import HeardModel
import StrictJSON

/// JSON as it may be printed: canonical, and without a byte that a terminal obeys.
enum SafeJSON {
  /// The bytes of a tree; C1 controls and marks that reorder text are escaped, nothing is lost.
  static func bytes(_ value: JSONValue) -> [UInt8] {
    let plain = value.canonicalBytes()
    // Most answers hold none of the leading bytes of what must be escaped.
    guard plain.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xD8 || $0 == 0xEF }) else {
      return plain
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plain.count + 64)
    for scalar in String(decoding: plain, as: UTF8.self).unicodeScalars {
      if DirectedText.isControl(scalar) || DirectedText.isDirection(scalar) {
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        bytes.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }
}

/// The characters that tell a terminal or a page what to do instead of being read.
enum DirectedText {
  /// A control of C1, a separator of lines, or a mark of notes between them; controls of C0 are
  /// escaped or laid out before.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
      || scalar.value == 0xFEFF || (0xFFF9...0xFFFB).contains(scalar.value)
  }

  /// A mark that turns the direction of text around or isolates it.
  static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

// Values of the model as JSON; what is not known is null.
extension JSONValue {
  static func of(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
  static func of(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
  static func of(_ value: (some StoredText)?) -> JSONValue {
    value.map { .string($0.stored) } ?? .null
  }
  static func of(_ values: [some StoredText]) -> JSONValue {
    .array(values.map { .string($0.stored) })
  }

  /// What somebody said of a record; null where nobody said so.
  static func said(_ isTrue: Bool) -> JSONValue { isTrue ? .boolean(true) : .null }
  /// Counts by code, each as it is typed.
  static func counts(_ counts: [Code: Int]) -> JSONValue {
    .array(counts.sorted { $0.key < $1.key }.map { .string("\($0.stored)=\($1)") })
  }

  var isObject: Bool {
    if case .object = self { return true }
    return false
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
