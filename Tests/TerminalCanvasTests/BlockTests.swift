import TerminalCanvas
import Testing

@Suite struct BlockTests {
  @Test func `a table shows titles, pointer, mark, sums and cuts what is too long`() {
    let names = ["Allyship at work, the fifth meeting", "水の証言の会", "Été"]
    let table = Table(
      columns: [
        Column("Title", width: .fill(minimum: 8, weight: 1)),
        Column("Said", width: .fixed(6), alignment: .trailing, sorted: .descending),
      ],
      rowCount: 3, cursor: 1, footer: TableRow(["All", "16"])
    ) { index in
      TableRow([StyledText(names[index]), StyledText("\(index + 4)")], isMarked: index == 2)
    }
    let picture = Picture([.table(table)], columns: 30)
    #expect(
      picture.content == [
        "  Title                 Said ↓",
        "  Allyship at work, t…       4",
        "› 水の証言の会               5",
        " *Été                        6",
        "  All                       16",
      ])
    #expect(picture.styles(ofRow: 3) == Array(repeating: .selected, count: 30))
    #expect(picture.canvas.cursor == Position(column: 2, row: 3))
  }

  @Test func `a table with more rows than fit shows where its cursor is`() {
    let table = Table(
      columns: [Column("Place", width: .fill(minimum: 4, weight: 1))], rowCount: 67, cursor: 11
    ) { TableRow([StyledText("row \($0 + 1)")]) }
    let picture = Picture([.table(table)], columns: 20, rows: 6)
    #expect(
      picture.content == [
        "  Place", "  row 10", "  row 11", "› row 12", "  row 13", "               12/67",
      ])
  }

  @Test func `headings and remarks in a table take its whole width`() {
    let rows: [TableRow] = [
      .heading("Waiting for you"), TableRow(["Close out", "Lyon"]), .note("and nothing else today"),
    ]
    let table = Table(
      columns: [
        Column("", width: .fixed(10)), Column("", width: .fill(minimum: 4, weight: 1)),
      ], rowCount: 3, cursor: 1, showsHeader: false
    ) { rows[$0] }
    #expect(
      Picture([.table(table)], columns: 30).content == [
        "  Waiting for you", "› Close out   Lyon", "  and nothing else today",
      ])
  }

  @Test func `unimportant columns leave a narrow table, the least important first`() {
    let columns = [
      Column("Name", width: .fixed(6)), Column("Second", width: .fixed(6), priority: 2),
      Column("First", width: .fixed(6), priority: 1),
      Column("Third", width: .fixed(6), priority: 3),
    ]
    func titles(_ width: Int) -> String {
      let table = Table(columns: columns, rowCount: 0) { _ in TableRow([]) }
      return Picture([.table(table)], columns: width).content[0]
    }
    #expect(titles(32) == "  Name    Second  First   Third")
    #expect(titles(31) == "  Name    Second  First")
    #expect(titles(23) == "  Name    First")
    #expect(titles(10) == "  Name")
  }

  @Test func `an empty table says so`() {
    let table = Table(
      columns: [Column("Place", width: .fixed(8))], rowCount: 0, cursor: 0,
      emptyText: "No events yet."
    ) { _ in TableRow([]) }
    let picture = Picture([.table(table)])
    #expect(picture.content == ["  Place", "  No events yet."])
    #expect(picture.canvas.cursor == Position(column: 2, row: 2))
  }

  @Test func `a grid tells its chosen cell by style and cursor`() {
    let table = Table(
      columns: ["A", "B", "C"].map { Column($0, width: .fixed(3)) }, rowCount: 2, cursor: 1,
      cursorColumn: 1
    ) { row in TableRow(["\(row)a", "\(row)b", "\(row)c"].map { StyledText($0) }) }
    let picture = Picture([.table(table)], columns: 20)
    #expect(picture.canvas.cursor == Position(column: 7, row: 3))
    #expect(picture.styles(ofRow: 3)[7...9].allSatisfy { $0 == .selected })
    #expect(picture.styles(ofRow: 3)[2...4].allSatisfy { $0 == .selectedFaint })
  }

  @Test func `only the rows in sight are asked for`() async {
    await confirmation("rows asked for", expectedCount: 17) { asked in
      let table = Table(
        columns: [Column("", width: .fixed(4))], rowCount: 1_000_000, cursor: 500_000
      ) { _ in
        asked()
        return TableRow(["x"])
      }
      _ = Picture([.table(table)], rows: 19)
    }
  }

  @Test func `a chart says its sentence, then label, number and bar`() {
    let chart = BarChart(
      sentence: "Japan counts most.",
      rows: [
        BarChart.Row("Japan", value: 80, valueText: "80"),
        BarChart.Row("日本", value: 5, valueText: "5"),
        BarChart.Row("Brazil", value: nil, valueText: "not known"),
        BarChart.Row(
          "Mixed", value: 40, valueText: "40",
          segments: [BarChart.Segment(30, .solid), BarChart.Segment(10, .light)]),
      ], cursor: 0)
    #expect(
      Picture([.chart(chart)], columns: 29).content == [
        "  Japan counts most.", "› Japan          80  ████████",
        "  日本            5  ▌", "  Brazil  not known", "  Mixed          40  ███░",
      ])
    #expect(
      Picture([.chart(chart)], columns: 29, glyphs: .ascii).content[1...] == [
        "> Japan          80  ########", "  日本            5  #", "  Brazil  not known",
        "  Mixed          40  ###.",
      ])
  }

  @Test func `notices, tabs, lines and prose stand below each other`() {
    let picture = Picture(
      [
        .tabs(Tabs(["People", "Tally"], current: 1)), .gap, .line("A line that is far too long"),
        .notice(Notice(.bad, "Not saved, the disk is full.")),
        .prose(Prose("One two three four five\nsix")),
      ], columns: 22, rows: 12)
    #expect(
      picture.content == [
        "  People   [Tally]", "", "  A line that is far …", "  ! Not saved, the", "  disk is full.",
        "  One two three four", "  five", "  six",
      ])
  }

  @Test func `scrolling prose beyond its end shows the last page`() {
    let prose = Prose("1\n2\n3\n4\n5", firstLine: 99, isFocused: true)
    let picture = Picture([.prose(prose)], rows: 2)
    #expect(picture.content == ["  4", "  5"])
    #expect(picture.canvas.cursor == Position(column: 2, row: 1))
  }

  @Test func `the focused block gets its rows before the others`() {
    func table(_ name: String, focused: Bool) -> Block {
      .table(
        Table(
          columns: [Column(name, width: .fixed(9))], rowCount: 20, cursor: 9, isFocused: focused
        ) { TableRow([StyledText("\(name) \($0)")]) })
    }
    let picture = Picture([table("a", focused: false), table("b", focused: true)], rows: 12)
    #expect(picture.content.count { $0.contains("a ") } == 2)
    #expect(picture.content.count { $0.contains("b ") } == 6)
    #expect(picture.textAtCursor.hasPrefix("b 9"))
  }

  @Test func `a number is shown in big digits where they fit, else plain, never in between`() {
    let number = Block.number(BigNumber(84, text: "84", label: "all together"))
    let big = Picture([number], columns: 20, rows: 5)
    #expect(
      big.content == [
        "  ██████  ██  ██", "  ██  ██  ██  ██", "  ██████  ██████", "  ██  ██      ██",
        "  ██████      ██",
      ])
    #expect(Picture([number], columns: 20, rows: 4).content == ["  84  all together"])
    #expect(Picture([number], columns: 12, rows: 8).content == ["  84  all t…"])
    let ascii = Picture([number], columns: 20, rows: 5, glyphs: .ascii)
    #expect(ascii.content.first == "  ######  ##  ##")
    let unknown = BigNumber(nil, text: "–", label: "all together")
    #expect(Picture([.number(unknown)], columns: 20, rows: 5).content == ["", "", "  ██████"])
  }

  @Test func `what has the focus and what warns come before big digits`() {
    let number = Block.number(BigNumber(84, text: "84", label: "all"))
    let table = Table(
      columns: [Column("", width: .fill(minimum: 4, weight: 1))], rowCount: 2, cursor: 0,
      showsHeader: false
    ) { TableRow([StyledText("row \($0)")]) }
    let notice = Block.notice(Notice(.warning, "Full"))
    #expect(
      Picture([number, .table(table), notice], columns: 20, rows: 7).content == [
        "  84  all", "› row 0", "  row 1", "  ! Full",
      ])
    #expect(Picture([number, .table(table), notice], columns: 20, rows: 8).content.count == 8)
  }

  @Test func `the parts of a screen move together where there are few columns`() {
    let tabs = Tabs(["Count", "Roles", "Slips", "List"], current: 0)
    #expect(
      Picture([.tabs(tabs)], columns: 40).content == ["  [Count]   Roles   Slips   List"])
    #expect(Picture([.tabs(tabs)], columns: 30).content == ["  [Count]  Roles  Slips  List"])
  }
}
