import TestKit
import Testing

@testable import HeardModel

@Suite struct KeyedHashTests {
  // The vectors of RFC 4231.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `a hash under a key is that of the standard`(key: [UInt8], text: [UInt8], hash: String) {
    #expect(KeyedHash(key: key).hex(of: text) == hash)
  }

  @Test func `bytes that come in pieces have the hash of the whole`() {
    var random = RandomSource.printed("pieces of a hash")
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for _ in 0..<50 {
      var hash = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let size = min(rest.count, random.below(150))
        hash.add(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(SHA256.digits(of: hash.end()) == SHA256.hex(bytes))
    }
  }
}
