import Synchronization

/// A checked text and the places of its values, in the order in which they stand.
///
/// A container's entry comes before those of its parts; a member is two entries, name and value.
final class Tape: Sendable {
  let bytes: [UInt8]
  let entries: [TapeEntry]
  private let places = Mutex(TextPlaces())

  init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONFault) {
    entries = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONFault) in
      var reader = TapeReader(buffer, limits: limits)
      return try reader.readText()
    }
    self.bytes = bytes
  }

  /// The line and column of a byte.
  func place(of offset: Int) -> TextPlaces.Place {
    bytes.withUnsafeBufferPointer { bytes in
      places.withLock { $0.place(of: offset, in: bytes) }
    }
  }
}

/// One value on the tape: what it is and where its text stands.
struct TapeEntry {
  private static let kindBits: UInt32 = 0b111
  private static let escapedBit: UInt32 = 1 << 3
  private static let nonASCIIBit: UInt32 = 1 << 4
  private static let countShift: UInt32 = 5

  /// The first byte; of a string, the byte after its quote.
  let start: UInt32
  /// Of a container, the entries up to the next value; else the bytes of its text.
  private(set) var extent: UInt32
  private var bits: UInt32

  init(_ kind: JSONNode.Kind, start: Int, extent: Int = 1) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.extent = UInt32(truncatingIfNeeded: extent)
    bits = UInt32(kind.rawValue)
  }

  init(stringAt start: Int, extent: Int, isEscaped: Bool, isASCII: Bool) {
    self.init(.string, start: start, extent: extent)
    if isEscaped { bits |= Self.escapedBit }
    if !isASCII { bits |= Self.nonASCIIBit }
  }

  var kind: JSONNode.Kind {
    JSONNode.Kind(rawValue: UInt8(truncatingIfNeeded: bits & Self.kindBits)) ?? .null
  }

  var isEscaped: Bool { bits & Self.escapedBit != 0 }

  /// Whether a string's text is its value, and equal to another only if the bytes are.
  var isPlain: Bool { bits & (Self.escapedBit | Self.nonASCIIBit) == 0 }

  /// The members or elements of a container.
  var count: Int { Int(bits >> Self.countShift) }

  /// The entries from this value to the next one beside it.
  var span: Int {
    // Object and array are the two lowest kinds.
    bits & Self.kindBits <= UInt32(JSONNode.Kind.array.rawValue) ? Int(extent) : 1
  }

  /// The bytes of a string without its quotes, or of a number.
  var text: Range<Int> { Int(start)..<Int(start) + Int(extent) }

  mutating func close(count: Int, extent: Int) {
    self.extent = UInt32(truncatingIfNeeded: extent)
    bits |= UInt32(truncatingIfNeeded: count) << Self.countShift
  }
}
