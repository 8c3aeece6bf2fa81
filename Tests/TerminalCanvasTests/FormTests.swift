import TerminalCanvas
import Testing

@Suite struct FormTests {
  private static func form(cursor: Int?, title: TextField = TextField("Dialogue")) -> Fields {
    Fields(
      [
        Field("Title", .text(title), hint: "As people say it.", isRequired: true),
        Field(
          "Country", .choice("France"), problem: "Not in the list.",
          suffix: StyledText("was Brazil", .faint)),
        Field(
          "Place", .text(TextField(), placeholder: "town"), suggestions: ["Lyon", "Lille"],
          suggestionCursor: 1),
        Field("In person", .toggle(isOn: true, text: "yes"), section: "How"),
        Field(
          "For",
          .checks([Check("women", isOn: true), Check("young people", isOn: false)], cursor: 1)),
        Field("Said", .area(TextArea("One two\nthree"), minimumRows: 2)),
      ], cursor: cursor)
  }

  @Test func `a form shows labels, values, problems and sections`() {
    #expect(
      Picture([.fields(Self.form(cursor: nil))], columns: 34, rows: 14).content == [
        "  Title *    Dialogue", "  Country    France  was Brazil",
        "    ! Not in the list.",
        "  Place", "", "  How", "  In person  [x] yes", "  For        [x] women",
        "             [ ] young people", "  Said", "    One two", "    three",
      ])
  }

  @Test func `the focused field shows its pointer, hint and suggestions`() {
    let title = Picture([.fields(Self.form(cursor: 0))], columns: 34, rows: 14)
    #expect(
      Array(title.content[..<2]) == ["› Title *    Dialogue", "    As people say it."])
    #expect(title.canvas.cursor == Position(column: 21, row: 1))
    #expect(title.styles(ofRow: 1)[13...].allSatisfy { $0 == .fieldFocused })
    let place = Picture([.fields(Self.form(cursor: 2))], columns: 34, rows: 16)
    #expect(
      Array(place.content[3..<6]) == [
        "› Place      (town)", "    Lyon", "  › Lille",
      ])
    #expect(place.canvas.cursor == Position(column: 13, row: 4))
  }

  @Test func `how a value was understood stands beside it, or below where there is no room`() {
    func fields(cursor: Int?, _ text: String = "2025-03-04") -> Block {
      .fields(
        Fields(
          [
            Field("Date", .text(TextField(text)), understood: "Tuesday, 4 March 2025"),
            Field("Place", .text(TextField("Lyon"))),
          ], cursor: cursor))
    }
    #expect(
      Picture([fields(cursor: nil)], columns: 44, rows: 4).content == [
        "  Date   2025-03-04  Tuesday, 4 March 2025", "  Place  Lyon",
      ])
    // The field keeps its width while its words come and go.
    #expect(
      Picture([fields(cursor: 0)], columns: 60, rows: 4).content.first
        == "› Date   2025-03-04            Tuesday, 4 March 2025")
    let narrow = Picture([fields(cursor: 0)], columns: 32, rows: 4)
    #expect(
      narrow.content == ["› Date   2025-03-04", "    Tuesday, 4 March 2025", "  Place  Lyon"])
    #expect(narrow.styles(ofRow: 2)[4] == .faint)
    #expect(
      LinearRenderer.lines(fields(cursor: nil), glyphs: .unicode) == [
        "Date: 2025-03-04 (Tuesday, 4 March 2025)", "Place: Lyon",
      ])
  }

  @Test func `a focused choice shows that arrows change it`() {
    let picture = Picture([.fields(Self.form(cursor: 1))], columns: 44, rows: 14)
    #expect(picture.content[1] == "› Country    ‹ France ›  was Brazil  ! Not …")
    #expect(picture.content[2].hasSuffix("! Not in the list."))
    #expect(picture.textAtCursor.hasPrefix("France"))
    let fixed = Fields([Field("Country", .choice("France", canChange: false))], cursor: 0)
    #expect(Picture([.fields(fixed)]).content == ["› Country  France"])
  }

  @Test func `the cursor stands in the box that Space turns`() {
    let checks = Picture([.fields(Self.form(cursor: 4))], columns: 60, rows: 14)
    #expect(checks.textAtCursor.hasPrefix(" ] young people"))
    let toggle = Picture([.fields(Self.form(cursor: 3))], columns: 60, rows: 14)
    #expect(toggle.textAtCursor.hasPrefix("x] yes"))
  }

  @Test func `the cursor of a long line is in sight at every place, on its character`() {
    let text = "The quick 水の証言 brown fox jumps éver the lazy 👩‍🌾 dog"
    for columns in 12...70 {
      for cursor in 0...text.count {
        let fields = Fields([Field("T", .text(TextField(text, cursor: cursor)))], cursor: 0)
        let picture = Picture([.fields(fields)], columns: columns)
        guard cursor < text.count else {
          #expect(picture.textAtCursor.allSatisfy { $0 == " " })
          continue
        }
        let character = text[text.index(text.startIndex, offsetBy: cursor)]
        let shown = DisplayText.safe(String(character))
        #expect(
          picture.textAtCursor.hasPrefix(shown) || picture.textAtCursor.hasPrefix("…"),
          "\(cursor) in \(columns) columns")
      }
    }
  }

  @Test func `a focused text takes the rows that are left and wraps where its keys say`() {
    let lines = (1...40).map { "line \($0)" }.joined(separator: "\n")
    let fields = Fields(
      [Field("Title", .text(TextField("x"))), Field("Said", .area(TextArea(lines)))], cursor: 1)
    let picture = Picture([.fields(fields)], columns: 60, rows: 20)
    #expect(picture.content.count == 20)
    #expect(picture.content[1] == "› Said ↑")
    #expect(picture.content[19] == "    line 40")
    #expect(picture.canvas.cursor == Position(column: 11, row: 20))
    let size = Size(columns: 60, rows: 23)
    #expect(CanvasRenderer.areaColumns(size: size, hasAside: false) == 56)
    let exact = String(repeating: "a", count: 56) + "b"
    let wrapped = Fields([Field("Said", .area(TextArea(exact)))], cursor: 0)
    #expect(Picture([.fields(wrapped)], columns: 60).content[2] == "    b")
  }
}
