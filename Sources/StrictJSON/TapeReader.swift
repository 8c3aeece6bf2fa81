/// Reads a text once from start to end and writes its tape, without recursion.
///
/// A fault is found in the order of the text, save a duplicate name: its object's end shows it.
struct TapeReader {
  /// A container whose end has not been read yet.
  private struct OpenContainer {
    var entry = 0
    var isObject = false
    var count = 0
    /// The entry of the last name, while all names so far are plain and ascend.
    var lastName = 0
    var namesAscend = true
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var at = 0
  var entries = GrowingTape()
  private var current = OpenContainer()
  private var outer: [OpenContainer] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads the one value of the text and refuses anything beside it.
  mutating func readText() throws(JSONFault) -> [TapeEntry] {
    guard bytes.count <= limits.bytes else {
      throw fault(.tooLarge(limit: limits.bytes), at: 0)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw fault(.byteOrderMark, at: 0) }
    // Event files have about one value in sixteen bytes.
    entries = GrowingTape(room: bytes.count / 16 + 16)
    defer { entries.free() }
    skipSpace()
    guard at < bytes.count else { throw fault(.empty, at: at) }
    repeat {
      if try !readValue() { try finishValue() }
    } while !outer.isEmpty
    skipSpace()
    if at < bytes.count { throw unexpected(otherwise: .trailingContent) }
    return entries.whole
  }

  /// Reads a value at which the reader stands.
  ///
  /// - Returns: Whether a container was opened and the reader stands at its first value.
  private mutating func readValue() throws(JSONFault) -> Bool {
    guard at < bytes.count else { throw fault(.unterminated, at: at) }
    let byte = bytes[at]
    switch byte {
    case .quote: try readString()
    case .openBrace: return try open(.object)
    case .openBracket: return try open(.array)
    case .minus, .zero ... .nine: try readNumber()
    case .plus, .dot: throw fault(.badNumber, at: at)
    case .letter("t"): try readWord("true", .boolean)
    case .letter("f"): try readWord("false", .boolean)
    case .letter("n"): try readWord("null", .null)
    default: throw unexpected()
    }
    return false
  }

  private mutating func readWord(
    _ word: StaticString, _ kind: JSONNode.Kind
  ) throws(JSONFault) {
    let start = at
    for offset in 0..<word.utf8CodeUnitCount {
      guard at < bytes.count else { throw fault(.unterminated, at: at) }
      guard bytes[at] == word.utf8Start[offset] else { throw unexpected() }
      at += 1
    }
    entries.append(TapeEntry(kind, start: start, extent: at - start))
  }

  private mutating func open(_ kind: JSONNode.Kind) throws(JSONFault) -> Bool {
    guard outer.count < limits.depth else {
      throw fault(.tooDeep(limit: limits.depth), at: at)
    }
    outer.append(current)
    current = OpenContainer(entry: entries.count, isObject: kind == .object)
    entries.append(TapeEntry(kind, start: at))
    at += 1
    skipSpace()
    guard at < bytes.count else { throw fault(.unterminated, at: at) }
    if bytes[at] == closer {
      try close()
      return false
    }
    if current.isObject { try readName() }
    return true
  }

  /// The byte that ends the innermost open container.
  private var closer: UInt8 { current.isObject ? .closeBrace : .closeBracket }

  private mutating func close() throws(JSONFault) {
    at += 1
    if !current.namesAscend { try refuseDuplicates() }
    entries[current.entry].close(
      count: current.count, extent: entries.count - current.entry)
    if let container = outer.popLast() { current = container }
  }

  /// Goes from the end of a value to the next one, closing what ends in between.
  private mutating func finishValue() throws(JSONFault) {
    while !outer.isEmpty {
      current.count += 1
      skipSpace()
      guard at < bytes.count else { throw fault(.unterminated, at: at) }
      if bytes[at] == .comma { return try readComma() }
      guard bytes[at] == closer else { throw unexpectedAfterValue() }
      try close()
    }
  }

  private mutating func readComma() throws(JSONFault) {
    let comma = at
    at += 1
    skipSpace()
    guard at < bytes.count else { throw fault(.unterminated, at: at) }
    if bytes[at] == closer { throw fault(.trailingComma, at: comma) }
    if current.isObject { try readName() }
  }

  /// Reads a member's name and its colon; the reader then stands at the value.
  private mutating func readName() throws(JSONFault) {
    guard bytes[at] == .quote else { throw unexpected() }
    let name = entries.count
    try readString()
    if current.namesAscend {
      let isFirst = current.count == 0
      current.namesAscend =
        entries[name].isPlain
        && (isFirst || precedes(entries[current.lastName], entries[name]))
      current.lastName = name
    }
    skipSpace()
    guard at < bytes.count else { throw fault(.unterminated, at: at) }
    guard bytes[at] == .colon else { throw unexpected(otherwise: .missingColon) }
    at += 1
    skipSpace()
  }

  @inline(__always)
  mutating func skipSpace() {
    // Between most marks and values there is none, or there is a whole line of it.
    if at < bytes.count, bytes[at] > .space { return }
    skipSpaces()
  }

  private mutating func skipSpaces() {
    var next = at
    while next < bytes.count {
      let byte = bytes[next]
      guard
        byte == .space || byte == .newline || byte == .carriageReturn || byte == .tab
      else { break }
      next += 1
      // Indentation is a good part of a file: as many spaces at once as the next word begins with.
      while next + 8 <= bytes.count {
        let others = word(at: next) ^ 0x2020_2020_2020_2020
        next += others.trailingZeroBitCount / 8
        if others != 0 { break }
      }
    }
    at = next
  }
}

extension TapeReader {
  /// Eight bytes at once, the first one lowest.
  func word(at offset: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  func fault(_ kind: JSONFault.Kind, at offset: Int) -> JSONFault {
    let position = linePosition(of: offset, in: bytes)
    return JSONFault(
      kind: kind, offset: offset, line: position.line, column: position.column)
  }

  /// The fault of the character at which the reader stands, or that it is none.
  func unexpected(otherwise kind: JSONFault.Kind? = nil) -> JSONFault {
    let length = characterLength(at: at)
    guard length > 0 else { return brokenCharacter(at: at) }
    if let kind { return fault(kind, at: at) }
    let text = String(decoding: bytes[at..<at + length], as: UTF8.self)
    return fault(.unexpectedCharacter(text.unicodeScalars.first ?? "\u{FFFD}"), at: at)
  }
}

private extension TapeReader {
  /// What stands after a value in a container, and is neither a comma nor the end.
  func unexpectedAfterValue() -> JSONFault {
    switch bytes[at] {
    case .quote, .openBrace, .openBracket, .minus, .zero ... .nine, .letter("t"), .letter("f"),
      .letter("n"):
      fault(.missingComma, at: at)
    default: unexpected()
    }
  }

  func precedes(_ first: TapeEntry, _ second: TapeEntry) -> Bool {
    let count = min(first.text.count, second.text.count)
    let one = first.text.lowerBound
    let other = second.text.lowerBound
    for offset in 0..<count where bytes[one + offset] != bytes[other + offset] {
      return bytes[one + offset] < bytes[other + offset]
    }
    return first.text.count < second.text.count
  }

  /// Compares the names of the object that ends here, by their values and canonical equivalence.
  func refuseDuplicates() throws(JSONFault) {
    var seen = Set<String>(minimumCapacity: current.count)
    var index = current.entry + 1
    for _ in 0..<current.count {
      let name = entries[index].string(in: bytes)
      guard seen.insert(name).inserted else {
        throw fault(.duplicateMember(name), at: Int(entries[index].start) - 1)
      }
      index += 1 + entries[index + 1].span
    }
  }
}
