import StrictJSON
import Testing

@Test func `a tree reads back from its own bytes`() throws {
  let tree = try JSONValue(Array(#"{"a": [1, -0, 2.50, "\u00e9\ud83d\ude00", {}], "b": null}"#.utf8))
  #expect(try JSONValue(tree.canonicalBytes()) == tree)
}
