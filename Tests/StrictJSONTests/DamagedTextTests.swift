import StrictJSON
import TestKit
import Testing

@Suite struct DamagedTextTests {
  private static let event = bytes(
    #"""
    {
      "attendance": {"listed": true, "tally": {"total": 84, "weight": -1.50e+2}},
      "conflicts": [],
      "id": "2024-05-28-fr-lyon-4k7q",
      "participations": [
        {"id": "p-abcdefghij", "name": "Amélie Rocher", "note": "\u00e9\ud83d\ude00\n\"x\""},
        {"id": "p-klmnopqrst", "name": "山田花子", "tags": ["a", "b"], "told": false}
      ],
      "place": null,
      "título": "Dialogue 😀 on care"
    }
    """#)

  /// Reads, and goes over everything that was read; what was accepted must write and read alike.
  private func survives(_ text: [UInt8], _ comment: Comment) {
    guard let document = try? JSONDocument(text) else { return }
    let value = document.root.value
    touch(document.root)
    let written = value.canonicalBytes()
    #expect((try? JSONValue(written)) == value, comment)
  }

  private func touch(_ node: JSONNode) {
    _ = (node.string, node.integer, node.decimal, node.boolean, node.position)
    _ = (node.stringEquals("a"), node.member("id"), node.member(named: "é"))
    for (_, value) in node.members { touch(value) }
    for value in node.elements { touch(value) }
  }

  @Test func `the whole text is read`() throws {
    #expect(try JSONDocument(Self.event).root.memberCount == 6)
  }

  @Test func `a text cut anywhere is refused at its end`() {
    for length in 0..<Self.event.count {
      #expect {
        try JSONDocument(Array(Self.event.prefix(length)))
      } throws: { error in
        let fault = error as? JSONFault
        return fault?.offset == length && fault?.kind == (length == 0 ? .empty : .unterminated)
      }
    }
  }

  @Test func `a text cut at its start is refused`() {
    for length in 1..<Self.event.count {
      #expect(throws: JSONFault.self) { try JSONDocument(Array(Self.event.dropFirst(length))) }
    }
  }

  @Test func `no changed byte does harm`() {
    for index in Self.event.indices {
      for bit in 0..<8 {
        var text = Self.event
        text[index] ^= 1 << UInt8(bit)
        survives(text, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `no lost, doubled or foreign byte does harm`() {
    for index in Self.event.indices {
      var text = Self.event
      text.remove(at: index)
      survives(text, "without byte \(index)")
      text = Self.event
      text.insert(text[index], at: index)
      survives(text, "byte \(index) twice")
      for byte in [0x00, 0x22, 0x2C, 0x5C, 0x7B, 0x80, 0xC3, 0xED, 0xF4, 0xFF] as [UInt8] {
        text[index] = byte
        survives(text, "byte \(index) as \(byte)")
      }
    }
  }

  @Test func `random bytes do no harm`() {
    var source = RandomSource.printed("random bytes")
    for round in 0..<3_000 {
      let text = (0..<source.below(60)).map { _ in UInt8.random(in: 0...255, using: &source) }
      survives(text, "round \(round)")
    }
  }

  @Test func `random pieces of JSON do no harm`() {
    var source = RandomSource.printed("random pieces")
    let pieces =
      ["{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "1", "-", "0", ".5", "e9"]
      + ["true", "null", " ", "\n", "\\", "\\u", "d83d", "\\ude00", "é", "\u{301}", "e", "//"]
    for round in 0..<10_000 {
      let text = (0..<source.below(14)).map { _ in source.pick(pieces) }.joined()
      survives(bytes(text), "round \(round): \(text)")
    }
  }

  @Test func `a text of only opening marks is refused, not followed down`() {
    for mark in ["[", "{\"a\":", "[{\"a\":"] {
      let text = bytes(String(repeating: mark, count: 200_000))
      #expect(throws: JSONFault.self) { try JSONDocument(text) }
    }
  }

  @Test func `the deepest allowed tree can be read, written, compared and merged`() throws {
    let limits = JSONLimits(depth: 256)
    let opening = String(repeating: "{\"a\":[", count: 128)
    let text = bytes(opening + String(repeating: "]}", count: 128))
    let value = try JSONValue(text, limits: limits)
    #expect(try JSONValue(value.canonicalBytes(), limits: limits) == value)
    #expect(TreeMerge.merge(base: nil, ours: value, theirs: .object([:])).tree != nil)
  }
}
