import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Clicks and the wheel, on what stands where it is seen.
@Suite struct MouseTests {
  /// Clicks on the first cell of a text that is seen.
  private func click(_ text: String, _ driver: inout Driver) throws {
    let row = try #require(driver.rows.firstIndex { $0.contains(text) }, "\(driver.screen)")
    let before = try #require(driver.rows[row].range(of: text)).lowerBound
    let column = TextWidth.columns(of: StyledText(String(driver.rows[row][..<before])))
    driver.press(.click(Position(column: column, row: row)))
  }

  private func focused(_ driver: Driver) -> String {
    driver.rows.first { $0.hasPrefix("›") } ?? ""
  }

  @Test func `a click goes to a row, and one on the row that has the focus opens it`() throws {
    var driver = Driver()
    driver.press("2")
    try click("Recife", &driver)
    #expect(focused(driver).contains("Recife"), "\(driver.screen)")
    try click("Recife", &driver)
    #expect(driver.rows[0].hasPrefix("Heard  Event  "), "\(driver.screen)")
    driver.press("<Esc>")
    try click("Vertrauensrunde", &driver)
    #expect(focused(driver).contains("Vertrauensrunde"))
    // Where nothing stands nothing happens.
    let before = driver.screen
    driver.press(.click(Position(column: 3, row: 0)))
    driver.press(.click(Position(column: 300, row: 300)))
    #expect(driver.screen == before)
  }

  @Test(arguments: [80, 32])
  func `a click on a part shows it`(columns: Int) throws {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>")
    driver.resize(columns: columns, rows: 24)
    try click("Attendance", &driver)
    #expect(driver.rows[1].contains("[Attendance]"), "\(driver.screen)")
    driver.resize(columns: 80, rows: 24)
    try click("Actions", &driver)
    #expect(driver.rows[1].contains("[Actions 1]"))
    try click("Overview", &driver)
    #expect(driver.rows[1].contains("[Overview]"))
  }

  @Test func `a click goes to a field, checks the one that was left, and turns a choice`() throws {
    var driver = Driver()
    driver.press("N")
    driver.press("<Tab>")
    driver.type("Frankreich-nord")
    try click("Place", &driver)
    #expect(focused(driver).contains("Place"), "\(driver.screen)")
    #expect(driver.screen.contains("! "))
    driver.type("Lyon")
    try click("Format", &driver)
    let before = focused(driver)
    try click("Format", &driver)
    #expect(focused(driver) != before && focused(driver).contains("Format"), "\(driver.screen)")
    try click("More", &driver)
    try click("More", &driver)
    #expect(driver.screen.contains("Lyon"))
    #expect(driver.application.desk.drafts.isEmpty)
  }

  @Test(arguments: [(80, 24), (32, 12)])
  func `an answer is chosen by two clicks, and clicks beside the question do nothing`(
    columns: Int, rows: Int
  ) throws {
    var driver = Driver()
    driver.press("2/lyon<Enter><Enter>m")
    driver.resize(columns: columns, rows: rows)
    driver.press(.click(Position(column: 2, row: 1)))
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .held)
    try click("(now)", &driver)
    driver.press("m")
    try click("ostponed", &driver)
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .held)
    try click("ostponed", &driver)
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .postponed)
  }

  @Test func `what was found is chosen by clicks, and so are commands`() throws {
    var driver = Driver()
    driver.press("<Ctrl-P>")
    driver.type("e")
    try click("Roda de escuta", &driver)
    try click("Roda de escuta", &driver)
    #expect(driver.rows[0].hasPrefix("Heard  Event  "), "\(driver.screen)")
    driver.press(":")
    driver.type("go")
    try click("Figures", &driver)
    try click("Figures", &driver)
    #expect(driver.rows[0].hasPrefix("Heard  Figures"), "\(driver.screen)")
  }

  @Test func `what lies under the palette is not clicked through it`() {
    var driver = Driver()
    driver.press("2:")
    let before = driver.screen
    for row in 0..<24 { driver.press(.click(Position(column: 0, row: row))) }
    #expect(driver.screen == before)
  }

  @Test func `slips are ticked on both sides, and a half-typed number is set as by an arrow`()
    throws
  {
    var driver = DoorTests.door()
    driver.press("<Tab><Tab>")
    try click("disabled", &driver)
    try click("disabled", &driver)
    #expect(driver.screen.contains("[x]  disabled"), "\(driver.screen)")
    try click("25–34", &driver)
    try click("25–34", &driver)
    #expect(driver.screen.contains("[x]  25–34"), "\(driver.screen)")
    driver = DoorTests.door()
    driver.press("g9")
    try click("online", &driver)
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 9, "\(driver.screen)")
    #expect(focused(driver).contains("online"))
  }

  @Test func `a click on a part at the door does not lose a half-typed number`() throws {
    var driver = DoorTests.door()
    driver.press("9")
    try click("Roles", &driver)
    #expect(driver.screen.contains("9_"))
    driver.press("<Enter>")
    try click("Roles", &driver)
    #expect(driver.screen.contains("[Roles]"), "\(driver.screen)")
  }

  @Test func `the wheel moves in lists and texts, and leaves a number at the door alone`() {
    var driver = Driver()
    driver.press("2")
    driver.press("<Home>")
    driver.press(.wheel(1))
    #expect(driver.screen.contains("› 2025") || driver.rows.firstIndex { $0.hasPrefix("›") } == 5)
    driver.press(.wheel(-1))
    #expect(driver.rows.firstIndex { $0.hasPrefix("›") } == 2, "\(driver.screen)")
    driver = DoorTests.door()
    driver.press("9")
    driver.press(.wheel(1))
    #expect(driver.screen.contains("9_"))
  }

  @Test(arguments: Walk.near.keys.sorted())
  func `no click anywhere on a screen traps or leaves it in pieces`(screen: String) throws {
    for start in try #require(Walk.near[screen]) {
      for cell in Self.cells(of: start.canvas) {
        var driver = start
        driver.press(.click(cell))
        driver.press(.click(cell))
        driver.press(.wheel(cell.row % 2 == 0 ? 1 : -1))
        #expect(driver.canvas.text(ofRow: 0).hasPrefix("Heard  "), "\(cell): \(driver.screen)")
      }
    }
  }

  @Test func `the walk for clicks meets tables, cells of tables, fields and parts`() {
    let canvases = Walk.near.values.flatMap { $0.map(\.canvas) }
    let kinds = Set(
      canvases.flatMap { canvas in Self.cells(of: canvas).map { Kind(canvas.target(at: $0)) } })
    #expect(kinds.isSuperset(of: [.row, .cell(0), .cell(1), .field, .part, .nothing]))
    #expect(Walk.near.count > 20, "\(Walk.near.keys.sorted())")
  }
}

extension MouseTests {
  /// What is clicked in one way: the rows of a table are, and so are the cells of one column.
  private enum Kind: Hashable {
    case row
    case cell(Int)
    case field, part, nothing

    init(_ target: ClickTarget?) {
      self =
        switch target {
        case .row(_, let column): column.map(Kind.cell) ?? .row
        case .field: .field
        case .part: .part
        case nil: .nothing
        }
    }
  }

  /// The first and the last cell of each kind, and a few all over the screen.
  private static func cells(of canvas: Canvas) -> Set<Position> {
    var cells = Set(
      stride(from: 0, to: canvas.size.rows, by: 9).map { Position(column: 5 + $0 * 2, row: $0) })
    var first: [Kind: Position] = [:]
    var last: [Kind: Position] = [:]
    for row in 0..<canvas.size.rows {
      for column in stride(from: 0, to: canvas.size.columns, by: 2) {
        let cell = Position(column: column, row: row)
        let kind = Kind(canvas.target(at: cell))
        first[kind] = first[kind] ?? cell
        last[kind] = cell
      }
    }
    cells.formUnion(first.values)
    cells.formUnion(last.values)
    return cells
  }
}
