extension JSONValue {
  /// Writes the one form that Heard gives to a tree, ending with a newline.
  ///
  /// Names are sorted by their UTF-8 bytes, two spaces indent, only what must be escaped is. A
  /// decimal whose text is no JSON number is written as a string: what was typed stays readable.
  public func canonicalBytes() -> [UInt8] {
    var writer = CanonicalWriter()
    writer.write(self, depth: 0)
    return writer.bytes + [.newline]
  }
}

/// The text of a tree as far as it is written.
private struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .object(let members): write(members, depth: depth)
    case .array(let elements): write(elements, depth: depth)
    case .string(let text): write(text)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let text): writeDecimal(text)
    case .boolean(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private mutating func write(_ members: [String: JSONValue], depth: Int) {
    bytes.append(.openBrace)
    var isFirst = true
    for (name, value) in members.sorted(by: { precedes($0.key, $1.key) }) {
      breakLine(isFirst: isFirst, depth: depth + 1)
      isFirst = false
      write(name)
      bytes.append(.colon)
      bytes.append(.space)
      write(value, depth: depth + 1)
    }
    if !isFirst { breakLine(isFirst: true, depth: depth) }
    bytes.append(.closeBrace)
  }

  private mutating func write(_ elements: [JSONValue], depth: Int) {
    bytes.append(.openBracket)
    var isFirst = true
    for value in elements {
      breakLine(isFirst: isFirst, depth: depth + 1)
      isFirst = false
      write(value, depth: depth + 1)
    }
    if !isFirst { breakLine(isFirst: true, depth: depth) }
    bytes.append(.closeBracket)
  }

  private mutating func breakLine(isFirst: Bool, depth: Int) {
    if !isFirst { bytes.append(.comma) }
    bytes.append(.newline)
    bytes.append(contentsOf: repeatElement(.space, count: depth * 2))
  }

  private mutating func writeDecimal(_ text: String) {
    let source = [UInt8](text.utf8)
    // What the reader would refuse, or read as something else, must not get into a file.
    if let document = try? JSONDocument(source), document.root.decimal == text {
      bytes.append(contentsOf: source)
    } else {
      write(text)
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(.quote)
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices where needsEscape(source[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        writeEscape(of: source[index])
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
    bytes.append(.quote)
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    byte < .space || byte == .quote || byte == .backslash || byte == .delete
  }

  private mutating func writeEscape(of byte: UInt8) {
    bytes.append(.backslash)
    switch byte {
    case .quote, .backslash: bytes.append(byte)
    case .newline: bytes.append(.letter("n"))
    case .tab: bytes.append(.letter("t"))
    case .carriageReturn: bytes.append(.letter("r"))
    case 0x08: bytes.append(.letter("b"))
    case 0x0C: bytes.append(.letter("f"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hexadecimalDigit(byte >> 4))
      bytes.append(hexadecimalDigit(byte & 0x0F))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? .zero + value : .letter("a") + value - 10
  }
}

/// Orders texts by their UTF-8 bytes; `String` would order them by canonical form.
func precedes(_ first: String, _ second: String) -> Bool {
  first.utf8.lexicographicallyPrecedes(second.utf8)
}
