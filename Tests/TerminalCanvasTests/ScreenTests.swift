import TerminalCanvas
import Testing

@Suite struct ScreenTests {
  private static func screen(overlay: Overlay? = nil) -> ScreenDescription {
    let table = Table(
      columns: [Column("Place", width: .fill(minimum: 8, weight: 1))], rowCount: 2, cursor: 0
    ) { TableRow([["Lyon", "大阪"][$0]].map { StyledText($0) }) }
    return ScreenDescription(
      heading: Heading(
        program: "Heard", place: "Events", context: "67 of 67", status: "saved"),
      blocks: [.table(table)], aside: [.line("Preview")], news: "Saved; u undoes it.",
      keys: [KeyHint("Enter", "open"), KeyHint("n", "new event"), KeyHint("?", "help")],
      overlay: overlay)
  }

  @Test func `a screen has its heading above, news and keys below`() {
    let picture = Picture(Self.screen(), columns: 40, rows: 8)
    #expect(
      picture.rows == [
        "Heard  Events           67 of 67 · saved", "  Place", "› Lyon", "  大阪", "", "",
        "  Saved; u undoes it.", " Enter open  n new event  ? help",
      ])
  }

  @Test(arguments: [
    (40, "Heard  Events           67 of 67 · saved"), (30, "Heard  Events 67 of 67 · saved"),
    (26, "Heard  Events  67… · saved"), (21, "Heard  Events   saved"), (8, "…  saved"),
  ])
  func `a short heading loses its context first and its status last`(columns: Int, row: String) {
    let shown = Picture(Self.screen(), columns: columns, rows: 8).rows[0]
    #expect(TextWidth.columns(of: shown) <= columns)
    if columns != 30 { #expect(shown == row) }
  }

  @Test func `a short line of keys drops from its end, but never help`() {
    #expect(Picture(Self.screen(), columns: 28, rows: 8).rows[7] == " Enter open  ? help")
    #expect(Picture(Self.screen(), columns: 12, rows: 8).rows[7] == " ? help")
  }

  @Test func `a wide terminal shows the preview, a narrow one does not`() {
    #expect(Picture(Self.screen(), columns: 110, rows: 8).rows[1].hasSuffix("  Preview"))
    #expect(!Picture(Self.screen(), columns: 109, rows: 8).rows[1].contains("Preview"))
  }

  @Test func `on a high screen the preview stands below, and cuts nothing beside it`() {
    let picture = Picture(Self.screen(), columns: 140, rows: 40)
    #expect(!picture.rows[1].contains("Preview"))
    #expect(picture.rows[30] == "  Preview")
    #expect(Picture(Self.screen(), columns: 160, rows: 40).rows[1].hasSuffix("  Preview"))
    #expect(Picture(Self.screen(), columns: 140, rows: 35).rows[1].hasSuffix("  Preview"))
    var guided = Self.screen()
    guided.guide = ["One step"]
    let rows = Picture(guided, columns: 140, rows: 40).rows
    #expect(rows[29] == "  Preview" && rows[37] == "  One step")
  }

  @Test func `an overlay lies over the content and has the cursor and the keys`() {
    let question = Overlay(
      title: "Erase", blocks: [.line("For good?")], keys: [KeyHint("y", "yes")],
      preferredColumns: 12)
    let picture = Picture(Self.screen(overlay: question), columns: 40, rows: 10)
    #expect(
      Array(picture.rows[3...5]) == [
        "  大阪     ┌─ Erase ────────┐", "           │   For good?    │",
        "           └────────────────┘",
      ])
    #expect(picture.rows[9] == " y yes")
    #expect(picture.canvas.cursor == Position(column: 14, row: 3))
  }

  @Test func `where a box has no room its words take the whole content`() {
    let question = Overlay(title: "Erase", blocks: [.line("For good?")], preferredColumns: 64)
    let picture = Picture(Self.screen(overlay: question), columns: 32, rows: 8)
    #expect(picture.rows[1] == "  For good?")
    #expect(picture.rows[0].hasPrefix("Heard  Events"))
    #expect(!picture.rows.joined().contains("Lyon"))
    #expect(picture.rows[6] == "  Saved; u undoes it.")
  }

  @Test func `below the smallest size only a sentence is shown`() {
    let canvas = CanvasRenderer.render(
      Self.screen(), size: Size(columns: 20, rows: 5), tooSmall: "Heard needs 60 columns.")
    let rows = (0..<5).map { canvas.text(ofRow: $0) }
    #expect(rows[0].hasPrefix("Heard needs 60 ") && rows[1].hasPrefix("columns."))
    #expect(!rows.joined().contains("Lyon"))
    var small = Self.screen()
    small.smallest = Size(columns: 20, rows: 5)
    let shown = CanvasRenderer.render(
      small, size: Size(columns: 20, rows: 5), tooSmall: "Heard needs more.")
    #expect(shown.text(ofRow: 0).hasPrefix("Heard  Events"))
  }

  @Test func `the ASCII form of a screen is ASCII`() {
    var description = Self.screen(
      overlay: Overlay(title: "T", blocks: [.line("A line that is too long")], preferredColumns: 9))
    description.blocks = [
      .fields(Fields([Field("A", .choice("b"))], cursor: 0)), .tabs(Tabs(["a"], current: 0)),
      .chart(
        BarChart(
          sentence: "s",
          rows: [
            .init("r", value: 7, valueText: "7", segments: [.init(3, .shaded), .init(4, .light)])
          ])),
      .table(
        Table(
          columns: [Column("c", width: .fixed(4), sorted: .ascending)], rowCount: 30, cursor: 3
        ) { _ in TableRow(["cut off"], isMarked: true) }),
    ]
    for row in Picture(description, columns: 60, rows: 20, glyphs: .ascii).rows {
      #expect(row.utf8.allSatisfy { $0 < 0x7F }, "\(row)")
    }
  }

  @Test func `no size is too small to draw, and the cursor is always inside`() {
    let fields = Fields(
      [
        Field(
          "水 label", .text(TextField("水の証言")), hint: "h", problem: "p", section: "s",
          suggestions: ["a", "b"], suggestionCursor: 1),
        Field("a", .area(TextArea("水の\n\n証言"))), Field("c", .choice("x"), suffix: "s"),
        Field("k", .checks([Check("水", isOn: true)], cursor: 0)),
      ])
    for columns in Array(0...14) + [59, 60, 110] {
      for rows in Array(0...9) + [24] {
        for cursor in 0..<4 {
          var focused = fields
          focused.cursor = cursor
          var description = Self.screen()
          description.blocks += [
            .fields(focused), .prose(Prose("水の証言")), .notice(Notice(.bad, "水の")),
            .tabs(Tabs(["水"], current: 0)),
            .chart(BarChart(sentence: "水", rows: [.init("水", value: .max, valueText: "9")])),
          ]
          if cursor == 3 { description.overlay = Overlay(title: "水", blocks: description.blocks) }
          let size = Size(columns: columns, rows: rows)
          let canvas = Picture(description, columns: columns, rows: rows).canvas
          #expect(canvas.size == size)
          #expect((canvas.cursor == nil) == (columns == 0 || rows == 0))
        }
      }
    }
  }
}
