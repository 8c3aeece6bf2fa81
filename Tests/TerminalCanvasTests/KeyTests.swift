import TerminalCanvas
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    (Key.character("ｎ"), Key.character("n")), (.character("？"), .character("?")),
    (.character("１"), .character("1")), (.character("／"), .character("/")),
    (.character("\u{3000}"), .character(" ")), (.character("é"), .character("é")),
    (.character("水"), .character("水")), (.enter, .enter), (.alt("ｘ"), .alt("x")),
  ])
  func `full-width letters and signs act as their plain ones`(key: Key, plain: Key) {
    #expect(key.plain == plain)
  }

  @Test(arguments: ["あ", "ア", "ー", "ｱ", "水", "한", "ㄱ", "ㅁ", "𠮷", "々"] as [Character])
  func `kana, hangul and han say that the input method is on`(character: Character) {
    #expect(Key.character(character).isFromInputMethod)
  }

  @Test(arguments: ["a", "é", "я", "ع", "?", "😀", "ｎ", "क"] as [Character])
  func `letters of other scripts do not`(character: Character) {
    #expect(!Key.character(character).isFromInputMethod)
  }
}
