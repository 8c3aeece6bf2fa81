import TerminalCanvas
import Testing

@Suite struct WindowTests {
  @Test func `the current row is in sight for all counts, cursors and heights`() {
    for height in 1...9 {
      for count in 1...24 {
        for cursor in 0..<count { expectInSight(cursor: cursor, count: count, height: height) }
      }
    }
  }

  private func expectInSight(cursor: Int, count: Int, height: Int) {
    let table = Table(
      columns: [Column("Row", width: .fixed(6))], rowCount: count, cursor: cursor,
      footer: TableRow(["sum"])
    ) { TableRow([StyledText("row \($0)")]) }
    let picture = Picture([.table(table)], columns: 12, rows: height)
    let pointed = picture.content.filter { $0.hasPrefix("›") }
    #expect(pointed == ["› row \(cursor)"], "\(cursor) of \(count) in \(height) rows")
    #expect(picture.textAtCursor.hasPrefix("row \(cursor)"))
    // No row stays empty while there is something to show.
    #expect(picture.content.count == min(height, count + 2))
  }

  @Test func `the focused field is in sight with its problem, for all fields and heights`() {
    for height in 2...9 {
      for cursor in 0..<15 {
        let fields = Fields(
          (0..<15).map {
            Field(
              "Field \($0)", .text(TextField("value \($0)")), problem: $0 % 3 == 0 ? "Odd." : nil,
              section: $0 % 5 == 0 ? "Section" : nil)
          }, cursor: cursor)
        let picture = Picture([.fields(fields)], rows: height)
        let pointed = picture.content.firstIndex { $0.hasPrefix("› Field \(cursor) ") }
        #expect(pointed != nil, "field \(cursor) in \(height) rows")
        #expect(picture.canvas.cursor?.row == pointed.map { $0 + 1 })
        if cursor % 3 == 0, let pointed {
          #expect(picture.content[pointed].hasSuffix("  ! Odd."))
        }
      }
    }
  }

  @Test func `the row of a chart that is current is in sight`() {
    for height in 2...8 {
      for cursor in 0..<12 {
        let chart = BarChart(
          sentence: "All.", rows: (0..<12).map(Self.bar),
          cursor: cursor)
        let picture = Picture([.chart(chart)], rows: height)
        #expect(picture.content.contains { $0.hasPrefix("› r\(cursor) ") })
      }
    }
  }

  private static func bar(_ number: Int) -> BarChart.Row {
    BarChart.Row("r\(number)", value: number, valueText: "\(number)")
  }
}
