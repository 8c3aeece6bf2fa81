import TerminalCanvas
import Testing

@Suite struct TextFieldTests {
  struct Example: Sendable {
    var before: String
    var keys: [Key]
    var after: String
  }

  // The bar is the cursor.
  static let examples: [Example] = [
    .init(before: "|", keys: [.character("a"), .character("é")], after: "aé|"),
    .init(before: "a|c", keys: [.character("水")], after: "a水|c"),
    .init(before: "e|", keys: [.character("\u{301}")], after: "é|"),
    .init(before: "👩|", keys: [.character("\u{200D}"), .character("🌾")], after: "👩‍🌾|"),
    .init(before: "a👨‍👩‍👧‍👦|b", keys: [.backspace], after: "a|b"),
    .init(before: "a|e\u{301}b", keys: [.delete], after: "a|b"),
    .init(before: "|a", keys: [.backspace], after: "|a"),
    .init(before: "a|", keys: [.delete], after: "a|"),
    .init(before: "ab|", keys: [.left, .left, .left], after: "|ab"),
    .init(before: "|ab", keys: [.right, .right, .right], after: "ab|"),
    .init(before: "a|b", keys: [.home], after: "|ab"),
    .init(before: "a|b", keys: [.end], after: "ab|"),
    .init(before: "a|b", keys: [.control("a")], after: "|ab"),
    .init(before: "a|b", keys: [.control("e")], after: "ab|"),
    .init(before: "ab|cd", keys: [.control("u")], after: "|cd"),
    .init(before: "ab|cd", keys: [.control("k")], after: "ab|"),
    .init(before: "one two|", keys: [.control("w")], after: "one |"),
    .init(before: "one, two |", keys: [.control("w"), .control("w")], after: "|"),
    .init(before: "ab|cd", keys: [.control("k"), .home, .control("y")], after: "cd|ab"),
    .init(before: "one two|", keys: [.wordLeft], after: "one |two"),
    .init(before: "|one, two", keys: [.wordRight, .wordRight], after: "one, two|"),
    .init(before: "a|b", keys: [.paste("1\n2\r\n3\u{1B}[31m")], after: "a1 2 3[31m|b"),
    .init(before: "|", keys: [.paste("a\tb")], after: "a b|"),
    .init(before: "|", keys: [.character("\u{7}"), .character("a")], after: "a|"),
    .init(before: "ab|", keys: [.control("u"), .control("z")], after: "ab|"),
    .init(
      before: "|", keys: [.character("a"), .character("b"), .control("z"), .control("r")],
      after: "ab|"),
    .init(before: "x|", keys: [.character("a"), .character("b"), .control("z")], after: "x|"),
    .init(
      before: "e|", keys: [.character("\u{301}"), .control("z"), .character("x")], after: "ex|"),
  ]

  @Test(arguments: examples)
  func `keys edit the line`(example: Example) {
    var field = Self.field(example.before)
    let used = example.keys.map { field.handle($0) }
    #expect(!used.contains(false))
    #expect(Self.text(field) == example.after)
  }

  @Test(arguments: [Key.enter, .up, .down, .tab, .backTab, .escape, .pageUp, .function(1)])
  func `keys that mean nothing to a line are left to the form`(key: Key) {
    var field = TextField("text", cursor: 2)
    let isUsed = field.handle(key)
    #expect(!isUsed)
    #expect(field == TextField("text", cursor: 2))
  }

  @Test func `setting the text can be undone`() {
    var field = TextField("typed")
    field.text = "suggested\nvalue"
    #expect(field.text == "suggested value" && field.cursor == 15)
    _ = field.handle(.control("z"))
    #expect(field.text == "typed")
  }

  static func field(_ picture: String) -> TextField {
    let parts = picture.split(separator: "|", omittingEmptySubsequences: false)
    return TextField(String(parts[0] + parts[1]), cursor: parts[0].count)
  }

  static func text(_ field: TextField) -> String {
    field.text.prefix(field.cursor) + "|" + field.text.dropFirst(field.cursor)
  }
}
