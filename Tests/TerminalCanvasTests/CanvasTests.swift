import TerminalCanvas
import TestKit
import Testing

@Suite struct CanvasTests {
  @Test func `a canvas of hostile text holds no control and its rows are exactly as wide`() {
    let seed: UInt64 = 2_024
    var random = RandomSource(seed: seed)
    for _ in 0..<60 {
      let size = Size(
        columns: Int.random(in: 0...30, using: &random), rows: Int.random(in: 0...6, using: &random)
      )
      var canvas = Canvas(size: size, glyphs: Bool.random(using: &random) ? .unicode : .ascii)
      for _ in 0..<40 {
        canvas.write(
          Hostile.text(using: &random),
          at: Position(
            column: Int.random(in: -2...32, using: &random),
            row: Int.random(in: -1...7, using: &random)),
          columns: Int.random(in: -1...20, using: &random))
      }
      for row in 0..<size.rows { expectWhole(canvas, row: row, seed: seed) }
    }
  }

  private func expectWhole(_ canvas: Canvas, row: Int, seed: UInt64) {
    var sum = 0
    var owed = 0
    for cell in canvas.row(row) {
      switch cell.content {
      case .continuation:
        owed -= 1
        #expect(owed >= 0, "a continuation belongs to a character; seed \(seed)")
      case .grapheme(let text, let columns):
        #expect(owed == 0, "a character has all its cells; seed \(seed)")
        owed = columns - 1
        sum += columns
        let hostile = text.unicodeScalars.filter { Hostile.scalars.contains($0) }
        #expect(hostile.isEmpty && TextWidth.columns(of: text) == columns, "seed \(seed)")
      }
    }
    #expect(owed == 0 && sum == canvas.size.columns, "seed \(seed)")
  }

  @Test func `a wide character that does not fit the last column becomes a space`() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    let written = canvas.write("水水水", at: Position(column: 0, row: 0))
    #expect(canvas.text(ofRow: 0) == "水水 ")
    #expect(written == 5)
  }

  @Test func `writing over half of a wide character takes away the other half`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("水水", at: Position(column: 0, row: 0))
    canvas.write("x", at: Position(column: 1, row: 0))
    #expect(canvas.text(ofRow: 0) == " x水")
    canvas.write("y", at: Position(column: 2, row: 0))
    #expect(canvas.text(ofRow: 0) == " xy ")
  }

  @Test func `the cursor never leaves the canvas`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.moveCursor(to: Position(column: 9, row: -3))
    #expect(canvas.cursor == Position(column: 3, row: 0))
    var nothing = Canvas(size: Size(columns: 0, rows: 0))
    nothing.moveCursor(to: Position(column: 0, row: 0))
    #expect(nothing.cursor == nil)
  }

  @Test func `text goes on after a span with its own style`() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.write(
      StyledText("水", .good) + StyledText("abcdef", .bad), at: Position(column: 0, row: 0))
    #expect(canvas.text(ofRow: 0) == "水abcd")
    #expect(canvas.row(0).map(\.style) == [.good, .good, .bad, .bad, .bad, .bad])
  }
}
