/// One value inside a document, cheap to copy; it keeps the document's text alive.
public struct JSONNode: Sendable {
  /// What a value is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Members with names that differ.
    case object
    /// Elements in order.
    case array
    /// Text.
    case string
    /// A number without fraction and exponent, other than `-0`.
    case integer
    /// Any other number, kept as it is written.
    case decimal
    /// True or false.
    case boolean
    /// The value that says there is none.
    case null
  }

  let tape: Tape
  let index: Int

  var entry: TapeEntry { tape.entries[index] }

  /// What this value is.
  public var kind: Kind { entry.kind }

  /// The text of a string, with its escapes undone; nil for other kinds.
  public var string: String? {
    let entry = entry
    guard entry.kind == .string else { return nil }
    return tape.bytes.withUnsafeBufferPointer { entry.string(in: $0) }
  }

  /// The exact value of an integer; nil for other kinds, decimals such as `1.0` included.
  public var integer: Int? {
    let entry = entry
    guard entry.kind == .integer else { return nil }
    return tape.bytes.withUnsafeBufferPointer { entry.integer(in: $0) }
  }

  /// The text of any number as it is written; nil for other kinds.
  public var decimal: String? {
    let entry = entry
    guard entry.kind == .integer || entry.kind == .decimal else { return nil }
    return String(decoding: tape.bytes[entry.text], as: UTF8.self)
  }

  /// True or false; nil for other kinds.
  public var boolean: Bool? {
    let entry = entry
    guard entry.kind == .boolean else { return nil }
    return tape.bytes[Int(entry.start)] == .letter("t")
  }

  /// Compares a string without making one; false for other kinds.
  public func stringEquals(_ text: StaticString) -> Bool {
    let entry = entry
    guard entry.kind == .string else { return false }
    return text.withUTF8Buffer { wanted in
      tape.bytes.withUnsafeBufferPointer { entry.equals(wanted, in: $0) }
    }
  }

  /// Where the value starts, both counted from 1, the column in Unicode scalars.
  public var position: (line: Int, column: Int) {
    let entry = entry
    // A string's entry starts after its quote.
    let offset = Int(entry.start) - (entry.kind == .string ? 1 : 0)
    return tape.place(of: offset)
  }
}

extension TapeEntry {
  /// Compares a string's value with UTF-8 text, by bytes where that is enough.
  func equals(
    _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard isPlain else {
      return string(in: bytes) == String(decoding: wanted, as: UTF8.self)
    }
    guard extent == wanted.count else { return false }
    let own = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[text])
    let other = UnsafeRawBufferPointer(wanted)
    var next = 0
    // Eight bytes at once; the last eight may overlap those before.
    while next + 8 <= other.count {
      let one = own.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      if one != other.loadUnaligned(fromByteOffset: next, as: UInt64.self) { return false }
      next = next + 8 < other.count ? min(next + 8, other.count - 8) : other.count
    }
    while next < other.count {
      if own[next] != other[next] { return false }
      next += 1
    }
    return true
  }
}
