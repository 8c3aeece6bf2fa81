import TerminalCanvas
import TestKit
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("か\u{3099}", 2), ("水", 2), ("Ａ", 2),
    ("ｶ", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("𠮷", 2), ("😀", 2), ("👩‍🌾", 2), ("👍🏽", 2),
    ("🇫🇷", 2), ("❤️", 1), ("1️⃣", 1), ("👨‍👩‍👧‍👦", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("لا", 2), ("می‌خواهم", 7),
    ("क्षि", 3), ("ক্ষ", 2), ("กำ", 2), ("\t", 1), ("\u{7}", 1), ("\u{AD}", 1), ("\u{202E}", 1),
    ("\u{301}", 1), ("🪿", 1), ("a\r\nb", 3),
  ])
  func `a text takes as many columns as its display copy`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    #expect(TextWidth.columns(of: DisplayText.safe(text)) == columns)
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("\u{1B}[31m", "␛[31m"), ("a\tb", "a␉b"), ("a\nb", "a␊b"),
    ("a\r\nb", "a␍b"), ("\u{7F}", "␡"), ("\u{9B}31m", "�31m"), ("user\u{202E}txt", "user�txt"),
    ("a\u{200B}b", "a�b"), ("\u{FEFF}a", "�a"), ("a\u{2028}b", "a�b"), ("\u{E0001}x", "�x"),
    ("a\u{FFF9}b\u{FFFA}c\u{FFFB}", "a�b�c�"),
    ("👩‍🌾", "👩"), ("👍🏽", "👍"), ("❤️", "❤"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴"), ("می‌خواهم", "می‌خواهم"), ("ক্‍ষ", "ক্‍ষ"),
    ("a\u{200D}b", "ab"), ("e\u{301}", "e\u{301}"), ("\u{301}", " \u{301}"), ("🪿", "�"),
    ("e\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "e\u{300}\u{301}\u{302}\u{303}"),
  ])
  func `what controls, hides or overflows is shown harmlessly`(text: String, safe: String) {
    // Compared scalar by scalar, since canonically equal texts would pass as equal.
    #expect(Array(DisplayText.safe(text).unicodeScalars) == Array(safe.unicodeScalars))
  }

  @Test func `no control, bidi control or invisible character survives, alone or in a cluster`() {
    for value in Hostile.scalars {
      for text in ["\(value)", "a\(value)b", "水\(value)", "👩\(value)", "ब\(value)"] {
        for glyphs in [Glyphs.unicode, .ascii] {
          let safe = DisplayText.safe(text, glyphs: glyphs)
          #expect(!safe.unicodeScalars.contains(value), "U+\(String(value.value, radix: 16))")
        }
      }
      #expect(TextWidth.columns(of: String(Character(value))) == 1)
    }
  }

  @Test
  func `nothing that Unicode calls a control, an end of line, a format or ignorable is shown`() {
    // Signs around numbers are formats that are seen, and joiners stay where a script needs them.
    let seen: [ClosedRange<UInt32>] = [
      0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2,
      0x1_10BD...0x1_10BD, 0x1_10CD...0x1_10CD, 0x200C...0x200D,
    ]
    let kinds: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator,
    ]
    let unseen = (0...0x10_FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      (kinds.contains(scalar.properties.generalCategory)
        || scalar.properties.isDefaultIgnorableCodePoint)
        && !seen.contains { $0.contains(scalar.value) }
    }
    #expect(unseen.count > 4000)
    for scalar in unseen {
      let safe = DisplayText.safe("a\(scalar)b ब\(scalar) \(scalar)")
      #expect(!safe.unicodeScalars.contains(scalar), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("short", 10, "short"), ("0123456789", 10, "0123456789"), ("0123456789a", 10, "012345678…"),
    ("水水水水水水", 10, "水水水水…"), ("水水水水水", 10, "水水水水水"), ("", 3, ""),
  ])
  func `a text is cut where it has more columns`(text: String, columns: Int, shown: String) {
    #expect(TextWidth.cut(text, to: columns) == shown)
  }

  @Test func `cutting gives what cutting a whole text gives, however long it is`() {
    var random = RandomSource.printed("long texts")
    for _ in 0..<200 {
      let piece = (0..<30).map { _ in Hostile.text(using: &random) }.joined() + "x"
      let long = String(repeating: piece, count: 1000)
      let columns = Int.random(in: 1...40, using: &random)
      let cut = TextWidth.cut(long, to: columns)
      #expect(TextWidth.columns(of: cut) <= columns)
      #expect(long.hasPrefix(cut.dropLast()))
      #expect(TextWidth.columns(of: long, upTo: columns) == columns)
    }
  }

  @Test func `a pile of marks on one letter is no text without end`() {
    let pile = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(TextWidth.cut(pile, to: 20).utf8.count < 5000)
    #expect(TextWidth.columns(of: pile, upTo: 20) == 20)
  }

  @Test func `the stand-ins of ASCII terminals are ASCII`() {
    let text = String(String.UnicodeScalarView(Hostile.scalars))
    #expect(DisplayText.safe(text, glyphs: .ascii).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }

  @Test func `the copy of a copy is the same copy`() {
    var random = RandomSource(seed: 11)
    for _ in 0..<500 {
      let once = DisplayText.safe(Hostile.text(using: &random))
      #expect(DisplayText.safe(once) == once, "seed 11")
    }
  }
}
