import TestKit
import Testing

@testable import HeardInsight

@Suite struct FoldedTextsTests {
  // Plain, accented, joined and halved letters, marks that stand alone, kana with and without
  // voicing marks, Han, Hangul, other alphabets, spaces of all kinds and a flag.
  private static let pieces = [
    "a", "E", "o", "t", "S", "d", "é", "É", "e\u{301}", "œ", "Œ", "ß", "ẞ", "æ", "ø", "ł", "ı", "İ",
    "ﬁ", "Ｄ", "ｏ", "ﾊﾞ", "か", "か\u{3099}", "が", "ﾊ", "漢", "字", "한", "글", "ά", "Σ", "ς", "д", "Й",
    "ع", "ק", "ế", "\u{301}", "\u{3099}", "\u{FF9E}", " ", "\n", "\t", "\u{A0}", "\u{3000}", "’",
    "–",
    "…", "㎏", "①", "ℝ", "Ꜳ", "🇫🇷", "👩🏽‍🦽", "-", "'", "7",
  ]

  @Test func `a text is found in one that is not folded where it is in the folded one`() {
    var source = RandomSource.printed("folded texts")
    for _ in 0..<20_000 {
      let text = (0..<source.below(31)).map { _ in source.pick(Self.pieces) }.joined()
      let part = (0..<source.below(5)).map { _ in source.pick(Self.pieces) }.joined()
      let characters = Array(text)
      let start = characters.isEmpty ? 0 : source.below(characters.count)
      let inside = String(characters[start...].prefix(source.below(6)))
      for needle in [Folded(part), Folded(inside)] {
        #expect(
          needle.stands(in: text) == Folded(text).contains(needle),
          "\(needle.text) in \(text.debugDescription)")
      }
    }
  }
}
