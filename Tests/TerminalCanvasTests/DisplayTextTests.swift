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
