import StrictJSON
import TestKit
import Testing

@Suite struct SharedTextsTests {
  @Test func `texts that are shared keep every byte of their own`() throws {
    var source = RandomSource.printed("shared texts")
    // Alike at both ends, equal when they are looked at and not by their bytes, long, short, escaped.
    let texts =
      ["Luciana Prates Avelar", "Luciana Prates Ave\u{301}lar", "Luciana Pr\u{E9}tes Avelar"]
      + ["Lucia\u{E9}0000 e Avelar", "Luciae\u{301}0000 Avelar", "sixteen letters.", "short"]
      + [
        "12345678 a 12345678", "12345678 b 12345678", "12345678 c 12345678",
        "a\nb 12345678 12345678",
      ]
      + [String(repeating: "long ", count: 13), String(repeating: "日本", count: 9), ""]
    let row = (0..<3000).map { _ in source.pick(texts) }
    let bytes = JSONValue.array(row.map(JSONValue.string)).canonicalBytes()
    let shared = SharedTexts()
    let read = try JSONDocument(bytes).root.read { list in
      list.elements.map { $0.string(from: shared) ?? "none" }
    }
    #expect(read.map { Array($0.utf8) } == row.map { Array($0.utf8) })
    #expect(try JSONDocument(Array("[17]".utf8)).root.read { $0.string(from: shared) } == nil)
  }
}
