import TerminalCanvas
import TestKit
import Testing

@Suite struct LinearRendererTests {
  @Test func `every block has a linear form, the label before the value`() {
    let table = Table(
      columns: [Column("Place", width: .fixed(3)), Column("", width: .fixed(2), priority: 9)],
      rowCount: 3, cursor: 1, footer: TableRow(["All", "3"])
    ) { index in
      index == 0
        ? .heading("France")
        : TableRow(["Lyon \(index)", "\(index)"].map { StyledText($0) }, isMarked: index == 2)
    }
    let description = ScreenDescription(
      heading: Heading(program: "Heard", place: "Events", context: "all", status: "saved"),
      blocks: [
        .tabs(Tabs(["A", "B"], current: 1)), .gap, .line(StyledText("a", .bad) + "b"),
        .table(table), .notice(Notice(.warning, "Look.")), .prose(Prose("one\n\ntwo")),
        .chart(BarChart(sentence: "S.", rows: [.init("Japan", value: 3, valueText: "3")])),
        .fields(
          Fields(
            [
              Field("T", .text(TextField("v")), hint: "h", problem: "p", isRequired: true),
              Field("A", .area(TextArea("1\n2")), hint: "not shown"),
              Field("C", .checks([Check("x", isOn: true), Check("y", isOn: false)], cursor: nil)),
              Field("Y", .toggle(isOn: false, text: "yes"), section: "More"),
              Field("F", .choice("France"), suffix: "was Brazil"),
            ], cursor: 0)),
      ], news: "Saved.", keys: [KeyHint("n", "new"), KeyHint("?", "help")])
    #expect(
      LinearRenderer.lines(description) == [
        "Heard, Events, all, saved", "A, [B]", "ab", "France", "› Place: Lyon 1; 1",
        "* Place: Lyon 2; 2", "Place: All; 3", "! Look.", "one", "two", "S.", "Japan: 3",
        "› T *: v", "! p", "h", "A: 1", "2", "C: [x] x, [ ] y", "More", "Y: [ ] yes",
        "F: France was Brazil", "Saved.", "n new, ? help",
      ])
  }

  @Test func `all rows of a table are lines, not only those in sight`() {
    let table = Table(columns: [Column("N", width: .fixed(2))], rowCount: 5_000) {
      TableRow([StyledText("\($0)")])
    }
    let description = ScreenDescription(
      heading: Heading(program: "Heard", place: "All"), blocks: [.table(table)])
    let lines = LinearRenderer.lines(description)
    #expect(lines.count == 5_001 && lines.last == "N: 4999")
  }

  @Test func `no line holds a control character`() {
    var random = RandomSource(seed: 5)
    for _ in 0..<200 {
      let text = Hostile.text(using: &random)
      let description = ScreenDescription(
        heading: Heading(program: text, place: text),
        blocks: [
          .line(StyledText(text)), .prose(Prose(text)),
          .fields(Fields([Field(text, .text(TextField(text)), problem: text)])),
        ], keys: [KeyHint(text, text)])
      for line in LinearRenderer.lines(description) {
        #expect(!line.unicodeScalars.contains { Hostile.scalars.contains($0) }, "seed 5")
      }
    }
  }
}

/// Tables as they are read aloud.
@Suite struct TableReadingTests {
  @Test func `signs and bars have their words, and a dash alone is silence`() {
    let table = Table(
      columns: ["Date", "Bar", "Told"].map { Column($0, width: .fixed(4)) }, rowCount: 2
    ) { index in
      index == 0
        ? TableRow(["–", "███", "=5"], spoken: [1: "", 2: "5, listed"])
        : TableRow(["2024", "", "?"], isMarked: true, spoken: [2: "not known"])
    }
    #expect(table.readAloud.map(\.text) == ["Told: 5, listed", "Date: 2024; Told: not known"])
    #expect(table.readAloud.map(\.isMarked) == [false, true])
  }

  @Test func `headings and remarks cannot be chosen, rows and figures can`() {
    let rows: [TableRow] = [
      .heading("Part"), TableRow(["3 events"], kind: .wide), .note("said"), .note(""),
      TableRow(["Lyon"]),
    ]
    let table = Table(columns: [Column("", width: .fixed(9))], rowCount: 5, cursor: 4) { rows[$0] }
    #expect(table.readAloud.map(\.text) == ["Part", "3 events", "said", "Lyon"])
    #expect(table.readAloud.map { $0.place?.row } == [nil, 1, nil, 4])
    #expect(table.focusedPlace == table.readAloud.last?.place)
  }

  @Test func `a grid of numbers is read column by column, the label before its number`() {
    let columns = [Column("", width: .fixed(3)), Column("", width: .fixed(9))]
    let rows: [[StyledText]] = [
      ["", "How many", "", "Declared"], ["84", "all", "–", "asked"], ["", "", "31", "women"],
    ]
    let table = Table(
      columns: columns + columns, rowCount: 3, cursor: 2, cursorColumn: 2, valuesStandFirst: true
    ) { TableRow(rows[$0], spoken: $0 == 1 ? [2: "not known"] : [:]) }
    #expect(
      table.readAloud.map(\.text) == [
        "How many", "all: 84", "Declared", "asked: not known", "women: 31",
      ])
    #expect(table.readAloud.map(\.label) == ["", "all", "", "asked", "women"])
    #expect(table.focusedPlace == table.readAloud.last?.place)
  }

  @Test func `lines are parted between words`() {
    #expect(LinearRenderer.wrapped("one two three", columns: 8) == ["one two", "three"])
    #expect(LinearRenderer.wrapped("語りの会です", columns: 4) == ["語り", "の会", "です"])
    #expect(LinearRenderer.wrapped("", columns: 0) == [""])
  }
}
