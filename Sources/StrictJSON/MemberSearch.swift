/// Finds members of one object that may lack most of those it is asked for.
///
/// Half of the members that a record can have are left out of its file. A bit for each name that
/// is there answers nearly every such question without a look at the names, and a place for each
/// bit finds nearly every member that is there at once.
public struct MemberSearch {
  /// The value whose members are found; one that is no object has none.
  public let object: JSONCursor
  private var names: UInt64 = 0
  // The bits that several names have.
  private var repeated: UInt64 = 0
  // How many entries behind the object's the name stands; 0 where only looking at all finds it.
  private var places = InlineArray<64, UInt8>(repeating: 0)

  /// Notes which names are there, and where.
  public init(_ object: JSONCursor) {
    self.object = object
    guard object.kind == .object else { return }
    let end = object.index + object.entry.span
    var next = object.index + 1
    while next < end {
      let name = object.entries[next]
      guard name.isPlain else {
        // It can be equal to a name of other bytes.
        (names, repeated) = (.max, .max)
        return
      }
      let bit = nameBit(object.bytes, name.text)
      repeated |= names & (1 << UInt64(bit))
      names |= 1 << UInt64(bit)
      places[bit] = UInt8(exactly: next - object.index) ?? 0
      next += 1 + object.entries[next + 1].span
    }
  }

  /// The member of this name; nil where there is none.
  public func member(_ name: StaticString) -> JSONCursor? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let bit = nameBit(wanted, 0..<wanted.count)
    guard names & (1 << UInt64(bit)) != 0 else { return nil }
    let place = Int(places[bit])
    guard repeated & (1 << UInt64(bit)) == 0, place > 0 else { return object.member(name) }
    let isThere = object.entries[object.index + place].equals(wanted, in: object.bytes)
    return isThere ? object.moved(to: object.index + place + 1) : nil
  }
}

/// One of 64 places, by the length of a name with its first and last byte.
@inline(__always)
private func nameBit(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int {
  if name.isEmpty { return 0 }
  let (first, last) = (bytes[name.lowerBound], bytes[name.upperBound - 1])
  return Int((first &* 5 &+ last &* 3 &+ UInt8(truncatingIfNeeded: name.count)) & 63)
}
