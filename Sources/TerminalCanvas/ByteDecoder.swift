/// Puts bytes of UTF-8 together that may arrive one by one; bytes that fit nowhere are dropped.
public struct ByteDecoder: Sendable {
  private var bytes: [UInt8] = []

  /// Makes a decoder that waits for the first byte of a character.
  public init() {}

  /// Takes the next byte; returns the scalar that it completes.
  public mutating func decode(_ byte: UInt8) -> Unicode.Scalar? {
    if !bytes.isEmpty, byte & 0xC0 != 0x80 { bytes.removeAll() }
    bytes.append(byte)
    guard bytes.count >= Self.length(of: bytes[0]) else { return nil }
    defer { bytes.removeAll() }
    var decoder = Unicode.UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
