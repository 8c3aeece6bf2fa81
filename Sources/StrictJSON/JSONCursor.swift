/// One value of a document while the document is read.
///
/// It keeps nothing alive, so that going through a hundred thousand of them counts no references, and
/// ends with the closure that gave it.
public struct JSONCursor {
  unowned(unsafe) let tape: Tape
  let entries: UnsafeBufferPointer<TapeEntry>
  let bytes: UnsafeBufferPointer<UInt8>
  let index: Int

  var entry: TapeEntry { entries[index] }

  /// Another value of the same document.
  func moved(to index: Int) -> JSONCursor {
    JSONCursor(tape: tape, entries: entries, bytes: bytes, index: index)
  }

  /// What this value is.
  public var kind: JSONNode.Kind { entry.kind }

  /// The same value, for as long as somebody wants it.
  public var node: JSONNode { JSONNode(tape: tape, index: index) }

  /// Where the value starts, as of a node.
  public var position: (line: Int, column: Int) { node.position }

  /// The text of a string; nil for other kinds.
  public var string: String? {
    entry.kind == .string ? entry.string(in: bytes) : nil
  }

  /// The exact value of an integer; nil for other kinds.
  public var integer: Int? {
    entry.kind == .integer ? entry.integer(in: bytes) : nil
  }

  /// True or false; nil for other kinds.
  public var boolean: Bool? {
    entry.kind == .boolean ? bytes[Int(entry.start)] == .letter("t") : nil
  }

  /// How many elements an array has; 0 for other kinds.
  public var elementCount: Int { kind == .array ? entry.count : 0 }

  /// The elements of an array; none for other kinds.
  public var elements: Elements { Elements(self) }

  /// The members of an object; none for other kinds.
  public var members: Members { Members(self) }

  /// The member of this name; nil where there is none, and for other kinds.
  public func member(_ name: StaticString) -> JSONCursor? {
    guard kind == .object else { return nil }
    return name.withUTF8Buffer { wanted in
      let end = index + entry.span
      var next = index + 1
      while next < end {
        if entries[next].equals(wanted, in: bytes) { return moved(to: next + 1) }
        next += 1 + entries[next + 1].span
      }
      return nil
    }
  }
}

extension JSONCursor {
  /// The elements of an array in the order of the text.
  public struct Elements: Sequence, IteratorProtocol {
    private var place: JSONCursor
    private let end: Int

    init(_ cursor: JSONCursor) {
      place = cursor.moved(to: cursor.index + 1)
      end = cursor.kind == .array ? cursor.index + cursor.entry.span : place.index
    }

    /// Moves to the next element; nil after the last.
    public mutating func next() -> JSONCursor? {
      guard place.index < end else { return nil }
      let value = place
      place = value.moved(to: value.index + value.entry.span)
      return value
    }
  }

  /// The members of an object in the order of the text.
  public struct Members: Sequence, IteratorProtocol {
    private var place: JSONCursor
    private let end: Int

    init(_ cursor: JSONCursor) {
      place = cursor.moved(to: cursor.index + 1)
      end = cursor.kind == .object ? cursor.index + cursor.entry.span : place.index
    }

    /// Moves to the next member; nil after the last.
    public mutating func next() -> (name: String, value: JSONCursor)? {
      guard place.index < end else { return nil }
      let name = place.entry.string(in: place.bytes)
      let value = place.moved(to: place.index + 1)
      place = value.moved(to: value.index + value.entry.span)
      return (name, value)
    }
  }
}

extension JSONNode {
  /// Reads the value without keeping any part of the document.
  public func read<Result>(_ body: (JSONCursor) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(tape) {
      try tape.entries.withUnsafeBufferPointer { entries in
        try tape.bytes.withUnsafeBufferPointer { bytes in
          try body(JSONCursor(tape: tape, entries: entries, bytes: bytes, index: index))
        }
      }
    }
  }
}
