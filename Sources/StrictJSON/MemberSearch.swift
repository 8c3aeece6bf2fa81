/// Finds members of one object that may lack most of those it is asked for.
///
/// Half of the members that a record can have are left out of its file. A bit for each name that
/// is there answers nearly every such question without a search through the names.
public struct MemberSearch: Sendable {
  /// The value whose members are found; one that is no object has none.
  public let node: JSONNode
  private let names: UInt64

  /// Notes which names are there.
  public init(_ node: JSONNode) {
    self.node = node
    names = node.nameBits
  }

  /// The member of this name; nil where there is none.
  public func member(_ name: StaticString) -> JSONNode? {
    let isPossible = name.withUTF8Buffer { names & nameBit($0[...]) != 0 }
    return isPossible ? node.member(name) : nil
  }
}

extension JSONNode {
  /// The bits of all names of an object; all bits where a name can be equal to one of other bytes.
  fileprivate var nameBits: UInt64 {
    guard kind == .object else { return 0 }
    return tape.entries.withUnsafeBufferPointer { entries in
      tape.bytes.withUnsafeBufferPointer { bytes in
        let end = index + entries[index].span
        var next = index + 1
        var bits: UInt64 = 0
        while next < end {
          guard entries[next].isPlain else { return .max }
          bits |= nameBit(bytes[entries[next].text])
          next += 1 + entries[next + 1].span
        }
        return bits
      }
    }
  }
}

/// One of 64 bits, by the length of a name with its first and last byte.
@inline(__always)
private func nameBit(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
  guard let first = name.first, let last = name.last else { return 1 }
  return 1 << UInt64((first &* 5 &+ last &* 3 &+ UInt8(truncatingIfNeeded: name.count)) & 63)
}
