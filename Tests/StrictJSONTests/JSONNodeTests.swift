import StrictJSON
import TestKit
import Testing

@Suite struct JSONNodeTests {
  private func root(_ text: String) throws -> JSONNode { try JSONDocument(bytes(text)).root }

  @Test func `a node says what it is`() throws {
    let kinds = try root(#"[{}, [], "", 1, 1.5, true, null, -0]"#).elements.map(\.kind)
    #expect(
      kinds == [.object, .array, .string, .integer, .decimal, .boolean, .null, .decimal])
  }

  @Test func `a member is found among others and past containers`() throws {
    let node = try root(#"{"z": [[1], {"a": 0}], "ab": {"a": 1}, "a": 2, "b": "x"}"#)
    #expect(node.member("a")?.integer == 2)
    #expect(node.member("b")?.string == "x")
    #expect(node.member("ab")?.member("a")?.integer == 1)
    #expect(node.member(named: "z")?.elementCount == 2)
  }

  @Test func `a member that is not there is nil`() throws {
    let node = try root(#"{"a": {"inner": 1}, "abc": 2}"#)
    #expect(node.member("inner") == nil)
    #expect(node.member("ab") == nil)
    #expect(node.member("") == nil)
    #expect(try root(#"["a", 1]"#).member("a") == nil)
    #expect(try root(#""a""#).member(named: "a") == nil)
  }

  @Test func `a member is found however its name is written`() throws {
    let node = try root(#"{"\u0061b": 1, "\u00e9": 2, "日本": 3}"#)
    #expect(node.member("ab")?.integer == 1)
    #expect(node.member("é")?.integer == 2)
    #expect(node.member(named: "e\u{301}")?.integer == 2)
    #expect(node.member("日本")?.integer == 3)
  }

  @Test(arguments: [
    #"{"id": 1, "text": 2, "di": 3, "": 4}"#, #"{"\u0069d": 1}"#, "{\"te\u{212A}t\": 1}",
    "{\"\u{212A}\": 1}", #"{"日本": 1, "text": 2}"#, "{}", #"["id"]"#, #""id""#,
  ])
  func `a search through members finds what a look at each finds`(_ text: String) throws {
    let node = try root(text)
    node.read { cursor in
      let search = MemberSearch(cursor)
      for name: StaticString in ["id", "di", "text", "teKt", "K", "日本", "", "i", "idd", "other"] {
        #expect(search.member(name)?.integer == node.member(name)?.integer, "\(name) in \(text)")
        #expect(cursor.member(name)?.integer == node.member(name)?.integer, "\(name) in \(text)")
      }
    }
  }

  @Test func `members come with their names in the order of the text`() throws {
    let node = try root(#"{"b": {"x": [1, 2]}, "\u0061": [], "c": 3}"#)
    #expect(node.members.map(\.name) == ["b", "a", "c"])
    #expect(node.members.map(\.value.kind) == [.object, .array, .integer])
    #expect(node.memberCount == 3)
    #expect(node.elementCount == 0)
    #expect(Array(node.elements).isEmpty)
  }

  @Test func `elements come in the order of the text`() throws {
    let node = try root(#"[[1, [2]], {"a": [3]}, 4, []]"#)
    #expect(node.elements.map(\.kind) == [.array, .object, .integer, .array])
    #expect(node.elementCount == 4)
    #expect(node.memberCount == 0)
    #expect(Array(node.members).isEmpty)
  }

  @Test func `values are read only as what they are`() throws {
    let node = try root(#"{"s": "1", "i": 1, "d": 1.0, "b": true, "f": false, "n": null}"#)
    #expect(node.member("s")?.integer == nil)
    #expect(node.member("s")?.decimal == nil)
    #expect(node.member("i")?.string == nil)
    #expect(node.member("i")?.decimal == "1")
    #expect(node.member("d")?.integer == nil)
    #expect(node.member("d")?.decimal == "1.0")
    #expect(node.member("b")?.boolean == true)
    #expect(node.member("f")?.boolean == false)
    #expect(node.member("n")?.boolean == nil)
    #expect(node.member("n")?.string == nil)
  }

  @Test func `a string is compared without being made`() throws {
    let nodes = Array(try root(#"["held", "h\u0065ld", "é", "helD", "", 1]"#).elements)
    #expect(nodes.map { $0.stringEquals("held") } == [true, true, false, false, false, false])
    #expect(nodes[2].stringEquals("é"))
    #expect(nodes[4].stringEquals(""))
    #expect(!nodes[5].stringEquals("1"))
    #expect(!nodes[0].stringEquals("hel"))
  }

  @Test func `a node knows its line and character`() throws {
    let node = try root("{\n  \"é\": \"日\", \"b\": [\n    12\n  ]\n}")
    #expect(node.position == (1, 1))
    #expect(try #require(node.member("é")).position == (2, 8))
    #expect(try #require(node.member("b")).position == (2, 18))
    #expect(try #require(node.member("b")?.elements.map(\.self).first).position == (3, 5))
  }

  @Test func `places are right in whatever order they are asked for`() throws {
    var random = RandomSource.printed("places in a text")
    let parts = (0..<400).map { _ in
      let text = String(
        repeating: ["a", "é", "日", "👩"].randomElement(using: &random) ?? "", count: 9)
      return Bool.random(using: &random) ? "\n\"\(text)\"" : "\"\(text)\""
    }
    let text = "[\(parts.joined(separator: ","))]"
    var expected: [(Int, Int)] = []
    var (line, column) = (1, 2)
    for part in parts {
      if part.first == "\n" { (line, column) = (line + 1, 1) }
      expected.append((line, column))
      column += part.unicodeScalars.filter { $0 != "\n" }.count + 1
    }
    let nodes = Array(try root(text).elements)
    for index in nodes.indices.shuffled(using: &random) {
      let (line, column) = nodes[index].position
      #expect([line, column] == [expected[index].0, expected[index].1])
    }
  }

  @Test func `a node outlives its document`() throws {
    func inner() throws -> JSONNode? { try root(#"{"a": ["kept"]}"#).member("a") }
    #expect(try inner()?.value == .array([.string("kept")]))
  }
}
