import StrictJSON
import TestKit
import Testing

@Suite struct CanonicalFormTests {
  private func isCanonical(_ text: String) throws -> Bool {
    try JSONDocument(Array(text.utf8)).isCanonical
  }

  @Test(arguments: [
    "{}\n", "[]\n", "null\n", "-0\n", "\"\"\n", #""\"\\\n\u001b\u007f/ é 😀""# + "\n",
    "{\n  \"a\": {},\n  \"b\": [\n    1.50,\n    [],\n    {\n      \"é\": true\n    }\n  ]\n}\n",
  ])
  func `a text as the writer writes it is canonical`(_ text: String) throws {
    #expect(try isCanonical(text))
  }

  @Test(arguments: [
    "{}", " {}\n", "{ }\n", "{}\n\n", "{}\r\n", "[\n1\n]\n", "[\n  1 \n]\n", "[\n  1\n ]\n",
    "[\n  1\n  ]\n", "[\n\t1\n]\n", "[\n  1,2\n]\n", "[\n  1, \n  2\n]\n",
    "{\n  \"a\":1\n}\n", "{\n  \"a\" : 1\n}\n", "{\n  \"a\":  1\n}\n", "{\"a\": 1}\n",
    "{\n  \"b\": 1,\n  \"a\": 2\n}\n", "{\n  \"z\": 1,\n  \"\\n\": 2\n}\n",
    "\"\u{7F}\"\n", #""\u0041""# + "\n", #""\/""# + "\n", #""\u000a""# + "\n",
    #""\u001B""# + "\n", #""\u00e9""# + "\n",
  ])
  func `a text that the writer would write otherwise is not`(_ text: String) throws {
    #expect(try !isCanonical(text))
  }

  @Test func `random texts, some of them damaged, are judged as writing them anew would`() throws {
    var source = RandomSource.printed("canonical form")
    var judged: [Bool: Int] = [:]
    let pieces: [[UInt8]] = [" ", "\n", "  ", "\t", "\\n", "\\u0041", "\u{7F}", "é", "1", "0"]
      .map { Array($0.utf8) }
    for _ in 0..<400 {
      var record = RandomRecord(source: source)
      var bytes = JSONValue.object(record.record()).canonicalBytes()
      source = record.source
      for _ in 0..<source.below(3) {
        let place = source.below(bytes.count)
        switch source.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: source.pick(pieces), at: place)
        default: bytes.swapAt(place, source.below(bytes.count))
        }
      }
      guard let document = try? JSONDocument(bytes) else { continue }
      let isAsWritten = document.root.value.canonicalBytes() == bytes
      judged[isAsWritten, default: 0] += 1
      #expect(document.isCanonical == isAsWritten, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect((judged[true] ?? 0) > 50 && (judged[false] ?? 0) > 50)
  }

  @Test func `a name or text is found however it is written`() throws {
    func holds(_ text: String) throws -> Bool {
      try JSONDocument(Array(text.utf8)).holds("conflicts")
    }
    #expect(try holds(#"{"a":[{"conflicts":[]}]}"#))
    #expect(try holds(#"{"a":"conflicts"}"#))
    #expect(try holds(##"{"\u0063\u006f\u006e\u0066\u006c\u0069\u0063\u0074\u0073":1}"##))
    #expect(try !holds(#"{"conflict":["noconflicts","conflicts "]}"#))
  }
}
