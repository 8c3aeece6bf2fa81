import TerminalCanvas
import Testing

/// The function that ncurses asks, which Swift's module of the C library leaves out.
@_silgen_name("wcwidth") private func columnsAsked(_ sign: Int32) -> Int32

/// Signs that some terminals of East Asia draw in two columns.
///
/// How they are counted belongs to the whole process, so whatever counts them as wide runs in one of
/// its own.
@Suite struct AmbiguousWidthTests {
  @Test func `ambiguous signs take one column unless it is said otherwise`() {
    let isThere = TextWidth.useUTF8()
    #expect(isThere)
    #expect(!TextWidth.isAmbiguousWide)
    #expect(TextWidth.columns(of: "été — São Paulo → …") == 19)
    #expect(Glyphs.chosen(isASCII: false) == .unicode)
    #expect(Glyphs.chosen(isASCII: true) == .ascii)
  }

  @Test func `counted as wide they take two columns, and nothing else changes`() async {
    await #expect(processExitsWith: .success) {
      _ = TextWidth.useUTF8()
      TextWidth.countAmbiguous(asWide: true)
      // é is ambiguous, ã and ç are not; so are the dash, the arrow and the three dots.
      #expect(TextWidth.columns(of: "été") == 5)
      #expect(TextWidth.columns(of: "São") == 3)
      #expect(TextWidth.columns(of: "Ação") == 4)
      #expect(TextWidth.columns(of: "—→…") == 6)
      #expect(TextWidth.columns(of: "●▲█▓─·") == 12)
      #expect(TextWidth.columns(of: "日本語") == 6)
      #expect(TextWidth.columns(of: "plain") == 5)
      // A letter and its accent apart: the accent takes no column anywhere.
      #expect(TextWidth.columns(of: "e\u{301}") == 1)
      TextWidth.countAmbiguous(asWide: false)
      #expect(TextWidth.columns(of: "été —") == 5)
    }
  }

  @Test func `ncurses is told the same by the function that it asks`() async {
    await #expect(processExitsWith: .success) {
      _ = TextWidth.useUTF8()
      #expect(columnsAsked(0xE9) == 1)
      TextWidth.countAmbiguous(asWide: true)
      #expect(columnsAsked(0xE9) == 2)
      #expect(columnsAsked(0x61) == 1)
      #expect(columnsAsked(0x65E5) == 2)
      #expect(columnsAsked(0x301) == 0)
      #expect(columnsAsked(0x7) == -1)
    }
  }

  @Test func `a wide sign covers two cells, and what is drawn over half of it takes both`() async {
    await #expect(processExitsWith: .success) {
      _ = TextWidth.useUTF8()
      TextWidth.countAmbiguous(asWide: true)
      var canvas = Canvas(size: Size(columns: 6, rows: 1), glyphs: .chosen(isASCII: false))
      canvas.write("aéb", at: Position(column: 0, row: 0))
      #expect(canvas.text(ofRow: 0) == "aéb  ")
      #expect(canvas.row(0).map(\.content).dropFirst(2).first == .continuation)
      canvas.write("x", at: Position(column: 2, row: 0))
      #expect(canvas.text(ofRow: 0) == "a xb  ")
      // Half of it never stands at the edge.
      canvas.write("→", at: Position(column: 5, row: 0))
      #expect(canvas.text(ofRow: 0) == "a xb  ")
    }
  }

  @Test func `our own signs are ASCII where others would be wide`() async {
    await #expect(processExitsWith: .success) {
      TextWidth.countAmbiguous(asWide: true)
      #expect(Glyphs.chosen(isASCII: false) == .ascii)
    }
  }
}
