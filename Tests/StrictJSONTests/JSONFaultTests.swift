import StrictJSON
import Testing

@Suite struct JSONFaultTests {
  struct Place: Sendable {
    let text: String
    let line: Int
    let column: Int
  }

  @Test(arguments: [
    Place(text: "¦", line: 1, column: 1),
    Place(text: "¦x", line: 1, column: 1),
    Place(text: "[1¦,]", line: 1, column: 3),
    Place(text: "[\n¦x]", line: 2, column: 1),
    Place(text: "[\n  1¦,\n]", line: 2, column: 4),
    Place(text: "{\n  \"a\": 1,\n  ¦\"a\": 2\n}", line: 3, column: 3),
    Place(text: "\n\n\n   ¦x", line: 4, column: 4),
    Place(text: "[\r\n\r\n  ¦x]", line: 3, column: 3),
    Place(text: "[\"é\", ¦x]", line: 1, column: 7),
    Place(text: "[\"山田花子\", ¦x]", line: 1, column: 10),
    Place(text: "[\"😀\", ¦x]", line: 1, column: 7),
    Place(text: "[\"e\u{301}\", ¦x]", line: 1, column: 8),
    Place(text: "{\n  \"título\": \"日本\" ¦x\n}", line: 2, column: 18),
    Place(text: "[\n\"é\",\n\"é¦\n\"]", line: 3, column: 3),
    Place(text: "[\"é¦\n", line: 1, column: 4),
    Place(text: "[1,\n¦", line: 2, column: 1),
    Place(text: "[\n  \"é\",\n  ¦99999999999999999999\n]", line: 3, column: 3),
    Place(text: "[\n  \"é¦\\q\"]", line: 2, column: 5),
  ])
  func `a fault stands at its line and character`(_ place: Place) {
    let marked = MarkedText("place", place.text, .empty)
    #expect {
      try JSONDocument(marked.bytes)
    } throws: { error in
      guard let fault = error as? JSONFault else { return false }
      #expect(fault.line == place.line)
      #expect(fault.column == place.column)
      #expect(fault.offset == marked.offset)
      return true
    }
  }

  @Test func `a byte that is no character stands after the characters before it`() {
    let text = bytes("[\n\"é日") + [0xFF] + bytes("\"]")
    #expect {
      try JSONDocument(text)
    } throws: { error in
      let fault = error as? JSONFault
      return fault?.line == 2 && fault?.column == 4 && fault?.offset == 8
    }
  }
}
