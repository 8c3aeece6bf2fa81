import StrictJSON
import TestKit
import Testing

@Suite struct CanonicalWriterTests {
  private func text(_ value: JSONValue) -> String {
    String(decoding: value.canonicalBytes(), as: UTF8.self)
  }

  @Test func `names are sorted, two spaces indent, a newline ends`() throws {
    let value = try tree(#"{"b":[1,{"d":null,"c":true}],"a":{"x":-0,"w":1.50},"e":"é"}"#)
    #expect(
      text(value) == """
        {
          "a": {
            "w": 1.50,
            "x": -0
          },
          "b": [
            1,
            {
              "c": true,
              "d": null
            }
          ],
          "e": "é"
        }

        """)
  }

  @Test func `empty containers stay on their line`() throws {
    #expect(text(.object([:])) == "{}\n")
    #expect(text(.array([])) == "[]\n")
    #expect(text(try tree(#"{"a":{},"b":[]}"#)) == "{\n  \"a\": {},\n  \"b\": []\n}\n")
  }

  @Test func `scalars stand alone on their line`() {
    #expect(text(.null) == "null\n")
    #expect(text(.boolean(false)) == "false\n")
    #expect(text(.integer(.min)) == "-9223372036854775808\n")
    #expect(text(.string("")) == "\"\"\n")
  }

  @Test func `names are sorted by their bytes`() {
    // String itself would put the unit U+212B before é.
    let names = ["", "B", "a", "a b", "ab", "b", "z", "é", "\u{212B}", "日", "ﬁ", "😀"]
    let members = Dictionary(uniqueKeysWithValues: names.map { ($0, JSONValue.null) })
    let lines = text(.object(members)).split(separator: "\n").dropFirst().dropLast()
    #expect(
      lines.map { $0.split(separator: "\"", omittingEmptySubsequences: false)[1] }
        == names.map { $0[...] })
  }

  @Test func `only what must be escaped is`() {
    #expect(text(.string("\"\\\n\t\r\u{8}\u{C}")) == #""\"\\\n\t\r\b\f""# + "\n")
    #expect(text(.string("\u{0}\u{1B}\u{1F}\u{7F}")) == #""\u0000\u001b\u001f\u007f""# + "\n")
    #expect(text(.string("/ é 日 😀 \u{2028} \u{80}")) == "\"/ é 日 😀 \u{2028} \u{80}\"\n")
    #expect(text(.object(["a\"\n": .null])) == "{\n  \"a\\\"\\n\": null\n}\n")
  }

  @Test func `canonically equivalent texts keep the bytes they came with`() throws {
    let composed = try JSONValue(bytes("\"\u{E9}\""))
    let decomposed = try JSONValue(bytes("\"e\u{301}\""))
    #expect(composed.canonicalBytes() == bytes("\"\u{E9}\"\n"))
    #expect(decomposed.canonicalBytes() == bytes("\"e\u{301}\"\n"))
  }

  @Test(arguments: ["", "x", "1 ", " 1", "01", "1,2", "{}", "\"a\"", "99999999999999999999", "é"])
  func `a decimal that is no number is written as text`(_ decimal: String) throws {
    #expect(try JSONValue(JSONValue.decimal(decimal).canonicalBytes()) == .string(decimal))
  }

  @Test func `any tree reads back equal, and its bytes are written again alike`() throws {
    var random = RandomTree(source: .printed("round trip"))
    for round in 0..<1_000 {
      let value = random.value()
      let written = value.canonicalBytes()
      let again = try JSONValue(written)
      #expect(again == value, "round \(round)")
      #expect(again.canonicalBytes() == written, "round \(round)")
    }
  }

  @Test func `a member is read, set and removed by name`() throws {
    var value = try tree(#"{"a": 1}"#)
    value["b"] = .string("x")
    #expect(value["b"] == .string("x"))
    value["a"] = nil
    #expect(value == .object(["b": .string("x")]))
    #expect(JSONValue.array([])["a"] == nil)
    var list = JSONValue.array([.null])
    list["a"] = .null
    #expect(list == .array([.null]))
  }
}
