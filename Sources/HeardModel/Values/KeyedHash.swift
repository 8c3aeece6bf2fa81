/// A hash that nobody makes without the key: HMAC of RFC 2104 with SHA-256.
public struct KeyedHash: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// The hash under a key of any length.
  public init(key: [UInt8]) {
    var block = key
    if key.count > 64 {
      var hash = SHA256()
      hash.add(key)
      block = hash.end()
    }
    block += [UInt8](repeating: 0, count: 64 - block.count)
    var (first, last) = (SHA256(), SHA256())
    first.add(block.map { $0 ^ 0x36 })
    last.add(block.map { $0 ^ 0x5c })
    (inner, outer) = (first, last)
  }

  /// The hash of some bytes in hexadecimal, 64 characters.
  public func hex(of bytes: [UInt8]) -> String {
    var first = inner
    first.add(bytes)
    var last = outer
    last.add(first.end())
    return SHA256.digits(of: last.end())
  }
}
