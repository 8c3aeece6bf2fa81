/// The id of a conflict entry: `x-` and ten base32 characters of what is in conflict where.
///
/// The order of the values does not matter, so both sides give the entry the same id.
func conflictID(path: String, _ one: JSONValue, _ other: JSONValue) -> String {
  let values = [one.canonicalBytes(), other.canonicalBytes()]
    .sorted { $0.lexicographicallyPrecedes($1) }
  var hash = StableHash()
  hash.add(path.utf8)
  for value in values {
    // Canonical text has no zero byte: parts cannot run into each other.
    hash.add([0])
    hash.add(value)
  }
  let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
  // Fifty bits; the fourteen highest are folded in.
  let bits = hash.value ^ (hash.value >> 50)
  return "x-" + String((0..<10).map { alphabet[Int((bits >> ($0 * 5)) & 31)] })
}

/// FNV-1a with 64 bits: the same value in every run, which `Hasher` does not give.
private struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }
}
