import StrictJSON
import Testing

@Suite struct JSONDocumentTests {
  @Test(
    arguments: [
      RefusedTexts.structure, RefusedTexts.commas, RefusedTexts.words, RefusedTexts.foreignText,
      RefusedTexts.strings, RefusedTexts.numbers, RefusedTexts.duplicates, RefusedTexts.limits,
      RefusedTexts.encoding,
    ].flatMap { $0 })
  func `a malformed text is refused with its fault and place`(_ text: MarkedText) {
    #expect {
      try JSONDocument(text.bytes, limits: text.limits)
    } throws: { error in
      guard let fault = error as? JSONFault else { return false }
      #expect(fault.kind == text.kind)
      #expect(fault.offset == text.offset)
      return true
    }
  }

  @Test(
    arguments: AcceptedTexts.structure + AcceptedTexts.numbers + AcceptedTexts.strings)
  func `a well-formed text becomes the tree it says`(_ text: AcceptedText) throws {
    let value = try JSONValue(bytes(text.text))
    #expect(value == text.tree)
    // String equality is canonical; the bytes are exact.
    #expect(value.canonicalBytes() == text.tree.canonicalBytes())
  }

  @Test func `a text of exactly the allowed size is read`() throws {
    let limits = JSONLimits(bytes: 5)
    #expect(try JSONValue(bytes("[1,2]"), limits: limits) == .array([.integer(1), .integer(2)]))
  }

  @Test func `a depth of exactly the limit is read`() throws {
    let limits = JSONLimits(depth: 2)
    #expect(try JSONValue(bytes("[[1]]"), limits: limits) == .array([.array([.integer(1)])]))
    #expect(try JSONValue(bytes("1"), limits: JSONLimits(depth: 0)) == .integer(1))
  }

  @Test func `limits outside their ranges are brought to the nearest end`() {
    #expect(JSONLimits(depth: -1, bytes: -1) == JSONLimits(depth: 0, bytes: 0))
    #expect(JSONLimits(depth: .max, bytes: .max) == JSONLimits(depth: 256, bytes: 256 << 20))
    #expect(JSONLimits.standard == JSONLimits(depth: 64, bytes: 64 << 20))
  }

  @Test func `duplicates are found among very many names`() throws {
    let names = (0..<3_000).map { "\"n\($0)\":\($0)" }
    #expect(try JSONDocument(bytes("{\(names.joined(separator: ","))}")).root.memberCount == 3_000)
    let twice = names + ["\"n1500\":0"]
    #expect(throws: JSONFault.self) {
      try JSONDocument(bytes("{\(twice.joined(separator: ","))}"))
    }
  }
}
