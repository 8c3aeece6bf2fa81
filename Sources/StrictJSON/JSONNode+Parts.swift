// The parts of objects and arrays.
extension JSONNode {
  /// The members of an object in the order of the text.
  public struct Members: Sequence, IteratorProtocol {
    private let tape: Tape
    private var place: Int
    private let end: Int

    init(_ node: JSONNode) {
      tape = node.tape
      place = node.index + 1
      end = node.kind == .object ? node.index + node.entry.span : place
    }

    /// Moves to the next member; nil after the last.
    public mutating func next() -> (name: String, value: JSONNode)? {
      guard place < end else { return nil }
      let entry = tape.entries[place]
      let name = tape.bytes.withUnsafeBufferPointer { entry.string(in: $0) }
      let value = JSONNode(tape: tape, index: place + 1)
      place += 1 + value.entry.span
      return (name, value)
    }
  }

  /// The elements of an array in the order of the text.
  public struct Elements: Sequence, IteratorProtocol {
    private let tape: Tape
    private var place: Int
    private let end: Int

    init(_ node: JSONNode) {
      tape = node.tape
      place = node.index + 1
      end = node.kind == .array ? node.index + node.entry.span : place
    }

    /// Moves to the next element; nil after the last.
    public mutating func next() -> JSONNode? {
      guard place < end else { return nil }
      let value = JSONNode(tape: tape, index: place)
      place += value.entry.span
      return value
    }
  }

  /// The members of an object; none for other kinds.
  public var members: Members { Members(self) }

  /// The elements of an array; none for other kinds.
  public var elements: Elements { Elements(self) }

  /// How many members an object has; 0 for other kinds.
  public var memberCount: Int { kind == .object ? entry.count : 0 }

  /// How many elements an array has; 0 for other kinds.
  public var elementCount: Int { kind == .array ? entry.count : 0 }

  /// The member of this name; nil where there is none, and for other kinds.
  public func member(_ name: StaticString) -> JSONNode? {
    name.withUTF8Buffer { member($0) }
  }

  /// The member of this name; nil where there is none, and for other kinds.
  public func member(named name: String) -> JSONNode? {
    var name = name
    return name.withUTF8 { member($0) }
  }

  private func member(_ wanted: UnsafeBufferPointer<UInt8>) -> JSONNode? {
    let found: Int? = tape.entries.withUnsafeBufferPointer { entries in
      guard entries[index].kind == .object else { return nil }
      return tape.bytes.withUnsafeBufferPointer { bytes in
        let end = index + entries[index].span
        var next = index + 1
        while next < end {
          if entries[next].equals(wanted, in: bytes) { return next + 1 }
          next += 1 + entries[next + 1].span
        }
        return nil
      }
    }
    return found.map { JSONNode(tape: tape, index: $0) }
  }
}

extension JSONNode {
  /// The value and all its parts as a tree, which no longer needs the text.
  public var value: JSONValue {
    switch kind {
    case .object:
      var tree = [String: JSONValue](minimumCapacity: memberCount)
      for (name, node) in members { tree[name] = node.value }
      return .object(tree)
    case .array:
      var list: [JSONValue] = []
      list.reserveCapacity(elementCount)
      for node in elements { list.append(node.value) }
      return .array(list)
    case .string: return .string(string ?? "")
    case .integer: return .integer(integer ?? 0)
    case .decimal: return .decimal(decimal ?? "")
    case .boolean: return .boolean(boolean ?? false)
    case .null: return .null
    }
  }
}
