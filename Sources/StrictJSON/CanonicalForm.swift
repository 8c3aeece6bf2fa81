// Whether a text already stands as `canonicalBytes` would write it: held against the tape, without a
// tree and without writing it anew.
extension JSONDocument {
  /// Whether the text is the one form that Heard gives to its tree, as `canonicalBytes` writes it.
  public var isCanonical: Bool { tape.withBuffers { FormCheck($0, $1).isCanonical } }

  /// Whether a name or text of exactly these characters stands anywhere in the document.
  public func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      tape.withBuffers { entries, bytes in
        entries.contains { entry in
          // No way to write a character takes more than twelve bytes.
          entry.kind == .string && entry.text.count <= wanted.count * 12
            && entry.equals(wanted, in: bytes)
        }
      }
    }
  }
}

extension Tape {
  fileprivate func withBuffers<Result>(
    _ use: (UnsafeBufferPointer<TapeEntry>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    entries.withUnsafeBufferPointer { entries in
      bytes.withUnsafeBufferPointer { use(entries, $0) }
    }
  }
}

/// Goes through a text and its tape side by side.
private struct FormCheck {
  private let entries: UnsafeBufferPointer<TapeEntry>
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var at = 0

  init(_ entries: UnsafeBufferPointer<TapeEntry>, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.entries = entries
    self.bytes = bytes
  }

  var isCanonical: Bool {
    var check = self
    return check.takeValue(depth: 0) && check.take(.newline) && check.at == bytes.count
  }

  private mutating func takeValue(depth: Int) -> Bool {
    let entry = entries[next]
    switch entry.kind {
    case .object, .array: return takeParts(of: entry, depth: depth)
    case .string: return takeString()
    // A number, and a word, has only one form that the reader takes.
    case .integer, .decimal, .boolean, .null:
      guard entry.text.lowerBound == at else { return false }
      at = entry.text.upperBound
      next += 1
      return true
    }
  }

  private mutating func takeParts(of container: TapeEntry, depth: Int) -> Bool {
    let isObject = container.kind == .object
    next += 1
    guard take(isObject ? .openBrace : .openBracket) else { return false }
    var last: Int?
    for index in 0..<container.count {
      guard index == 0 || take(.comma), takeLine(depth: depth + 1) else { return false }
      if isObject {
        if let last, !precedes(entries[last], entries[next]) { return false }
        last = next
        guard takeString(), take(.colon), take(.space) else { return false }
      }
      guard takeValue(depth: depth + 1) else { return false }
    }
    guard container.count == 0 || takeLine(depth: depth) else { return false }
    return take(isObject ? .closeBrace : .closeBracket)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func takeLine(depth: Int) -> Bool {
    guard take(.newline) else { return false }
    let end = at + depth * 2
    guard end <= bytes.count else { return false }
    while at < end {
      guard bytes[at] == .space else { return false }
      at += 1
    }
    return true
  }

  private mutating func takeString() -> Bool {
    let entry = entries[next]
    let text = entry.text
    guard text.lowerBound == at + 1 else { return false }
    if entry.isEscaped {
      let written = JSONValue.string(entry.string(in: bytes)).canonicalBytes()
      // Between its quotes, and without the newline of a whole text.
      guard bytes[text].elementsEqual(written.dropFirst().dropLast(2)) else { return false }
    } else if bytes[text].contains(.delete) {
      return false
    }
    at = text.upperBound + 1
    next += 1
    return true
  }

  private func precedes(_ first: TapeEntry, _ second: TapeEntry) -> Bool {
    if first.isEscaped || second.isEscaped {
      return first.string(in: bytes).utf8
        .lexicographicallyPrecedes(second.string(in: bytes).utf8)
    }
    return bytes[first.text].lexicographicallyPrecedes(bytes[second.text])
  }
}
