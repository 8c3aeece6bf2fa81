import TerminalCanvas
import TestKit
import Testing

@Suite struct TextAreaTests {
  struct Example: Sendable {
    var before: String
    var keys: [Key]
    var after: String
  }

  // The bar is the cursor; lines wrap at ten columns.
  static let examples: [Example] = [
    .init(before: "a|b", keys: [.enter], after: "a\n|b"),
    .init(before: "a\n|b", keys: [.backspace], after: "a|b"),
    .init(before: "a|\nb", keys: [.delete], after: "a|b"),
    .init(before: "a|\nb", keys: [.right], after: "a\n|b"),
    .init(before: "a\n|b", keys: [.left], after: "a|\nb"),
    .init(before: "abc|\nx\nabcd", keys: [.down, .down], after: "abc\nx\nabc|d"),
    .init(before: "abc\nx\nabc|d", keys: [.up, .up], after: "abc|\nx\nabcd"),
    .init(before: "水水|\nabcdef", keys: [.down], after: "水水\nabcd|ef"),
    .init(before: "one two th|ree four", keys: [.up], after: "on|e two three four"),
    .init(before: "o|ne two three four", keys: [.down], after: "one two t|hree four"),
    .init(before: "one t|wo three four", keys: [.end], after: "one two| three four"),
    .init(before: "one two th|ree four", keys: [.home], after: "one two |three four"),
    .init(before: "one two th|ree four", keys: [.control("a")], after: "|one two three four"),
    .init(before: "one|\ntwo", keys: [.control("k")], after: "one|two"),
    .init(before: "o|ne\ntwo", keys: [.control("k"), .control("k")], after: "o|two"),
    .init(before: "o|ne", keys: [.paste("1\r\n2\u{0}\n\n3")], after: "o1\n2\n\n3|ne"),
    .init(before: "a\nb|\nc", keys: [.controlHome], after: "|a\nb\nc"),
    .init(before: "a\nb|\nc", keys: [.controlEnd], after: "a\nb\nc|"),
    .init(before: "a|\nb\nc", keys: [.paste("x\ny"), .control("z")], after: "a|\nb\nc"),
    .init(
      before: "|", keys: [.character("a"), .enter, .character("b"), .control("z"), .control("z")],
      after: "a|"),
    .init(
      before: "|",
      keys: [
        .paste("a\nb"), .control("u"), .backspace, .control("z"), .control("z"), .control("r"),
      ],
      after: "a\n|"),
    .init(before: "1\n2\n3\n4\n5|", keys: [.pageUp], after: "1\n2|\n3\n4\n5"),
  ]

  @Test(arguments: examples)
  func `keys edit the text`(example: Example) {
    var area = Self.area(example.before)
    let used = example.keys.map { area.handle($0, columns: 10, pageRows: 3) }
    #expect(!used.contains(false))
    #expect(Self.text(area) == example.after)
  }

  @Test func `up on the first line and down on the last are left to the form`() {
    var area = Self.area("one two| three four")
    let keys: [Key] = [.up, .down, .down, .tab, .escape]
    #expect(keys.map { area.handle($0, columns: 10) } == [false, true, false, false, false])
  }

  @Test func `undo goes back through every edit and redo through all again`() {
    for seed in UInt64(1)...40 {
      var random = RandomSource(seed: seed)
      var area = TextArea("start\nhere 水")
      for _ in 0..<60 { _ = area.handle(Self.edit(using: &random), columns: 12) }
      let edited = area.text
      while area.undo() {}
      #expect(area.text == "start\nhere 水", "seed \(seed)")
      while area.redo() {}
      #expect(area.text == edited, "seed \(seed)")
    }
  }

  @Test func `the text and its cursor stay whole whatever is typed`() {
    for seed in UInt64(100)...140 {
      var random = RandomSource(seed: seed)
      var area = TextArea()
      for _ in 0..<120 {
        let key =
          Bool.random(using: &random) ? Self.edit(using: &random) : Self.move(using: &random)
        _ = area.handle(key, columns: Int.random(in: 1...20, using: &random))
      }
      // Characters as people see them: put together and taken apart they are the same.
      let again = TextArea(area.text)
      #expect(again.text == area.text, "seed \(seed)")
      #expect(area.cursor <= again.end, "seed \(seed)")
      area.move(to: again.end)
      #expect(area == again, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 10, 40], [1, 2, 3, 5, 50])
  func `the cursor is in sight wherever it stands`(columns: Int, rows: Int) {
    var area = TextArea("One two three 水の証言の会 four\n\n👩‍🌾 five sixteenlettersw\n   \nend")
    area.move(to: TextPosition(paragraph: 0, offset: 0))
    repeat {
      let visible = area.visualLines(columns: columns, rows: rows)
      #expect(visible.lines.count <= rows)
      #expect(visible.lines.indices.contains(visible.cursorRow))
      #expect((0..<columns).contains(visible.cursorColumn))
      let before = area.cursor
      _ = area.handle(.right, columns: columns)
      if area.cursor == before { break }
    } while true
    #expect(area.cursor == area.end)
  }

  @Test func `all lines together are the text`() {
    let text = "One two three 水の証言の会、four five\n\nsixteenlettersword and   spaces"
    for columns in 1...30 {
      let visible = TextArea(text).visualLines(columns: columns, rows: 1_000)
      #expect(visible.lines.joined() == text.split(separator: "\n").joined())
      #expect(!visible.hasMoreAbove && !visible.hasMoreBelow)
    }
  }

  @Test func `lines break between words, between wide characters, not before a full stop`() {
    func lines(_ text: String, _ columns: Int) -> [String] {
      TextArea(text).visualLines(columns: columns, rows: 99).lines
    }
    #expect(lines("one two three", 8) == ["one two ", "three"])
    #expect(lines("one two", 7) == ["one two"])
    #expect(lines("one two  x", 7) == ["one two  ", "x"])
    #expect(lines("水の証言の会", 5) == ["水の", "証言", "の会"])
    #expect(lines("水の証言。会", 8) == ["水の証", "言。会"])
    #expect(lines("abcdefgh", 3) == ["abc", "def", "gh"])
  }

  static func area(_ picture: String) -> TextArea {
    let parts = picture.split(separator: "|", omittingEmptySubsequences: false)
    var area = TextArea(String(parts[0] + parts[1]))
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    area.move(to: TextPosition(paragraph: lines.count - 1, offset: lines.last?.count ?? 0))
    return area
  }

  static func text(_ area: TextArea) -> String {
    var lines = area.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = lines[area.cursor.paragraph]
    lines[area.cursor.paragraph] =
      line.prefix(area.cursor.offset) + "|" + line.dropFirst(area.cursor.offset)
    return lines.joined(separator: "\n")
  }

  static func edit(using random: inout RandomSource) -> Key {
    let keys: [Key] = [
      .character("a"), .character(" "), .character("水"), .character("\u{301}"),
      .character("\u{200D}"), .character("👩"), .character("🇫"), .enter, .backspace, .delete,
      .control("w"), .control("k"), .control("u"), .control("y"), .paste("x\n\ny\r\nक्ष"), .left, .up,
    ]
    return keys.randomElement(using: &random) ?? .enter
  }

  static func move(using random: inout RandomSource) -> Key {
    let keys: [Key] = [
      .left, .right, .up, .down, .home, .end, .wordLeft, .wordRight, .pageUp, .pageDown,
      .controlHome, .controlEnd, .control("z"), .control("r"),
    ]
    return keys.randomElement(using: &random) ?? .left
  }
}
