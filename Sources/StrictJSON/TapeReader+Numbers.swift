// Numbers: an integer must fit 64 bits, any other keeps its text.
extension TapeReader {
  /// Reads a number at whose first byte the reader stands.
  ///
  /// `-0` is a decimal: as an integer it would lose its sign.
  mutating func readNumber() throws(JSONFault) {
    let start = at
    if bytes[at] == .minus { at += 1 }
    let digits = at
    try readDigits(of: start)
    if bytes[digits] == .zero && at > digits + 1 { throw fault(.badNumber, at: start) }
    let isNegativeZero = bytes[digits] == .zero && digits > start
    var kind: JSONNode.Kind = isNegativeZero ? .decimal : .integer
    if at < bytes.count, bytes[at] == .dot {
      kind = .decimal
      at += 1
      try readDigits(of: start)
    }
    if at < bytes.count, bytes[at] | 0x20 == .letter("e") {
      kind = .decimal
      at += 1
      if at < bytes.count, bytes[at] == .plus || bytes[at] == .minus { at += 1 }
      try readDigits(of: start)
    }
    if at < bytes.count, continuesNumber(bytes[at]) { throw fault(.badNumber, at: start) }
    let entry = TapeEntry(kind, start: start, extent: at - start)
    // Eighteen digits always fit.
    if kind == .integer, at - digits > 18, entry.integer(in: bytes) == nil {
      throw fault(.integerOutOfRange, at: start)
    }
    entries.append(entry)
  }

  private mutating func readDigits(of start: Int) throws(JSONFault) {
    let first = at
    while at < bytes.count, bytes[at].isDigit { at += 1 }
    guard at == first else { return }
    throw at == bytes.count ? fault(.unterminated, at: at) : fault(.badNumber, at: start)
  }

  /// What would make a number of another language: `0x1F`, `1_000`, `1.2.3`, `5f`.
  private func continuesNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case .dot, .plus, .minus, .zero ... .nine, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}

extension TapeEntry {
  /// The value of an integer's text, or nil if it does not fit.
  func integer(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = bytes[text]
    let isNegative = digits.first == .minus
    if isNegative { digits.removeFirst() }
    var value = 0
    for byte in digits {
      let digit = Int(byte & 0x0F)
      let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if overflowed || carried { return nil }
      value = sum
    }
    return value
  }
}
