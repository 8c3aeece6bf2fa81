import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// The columns that people choose, and the views in which they keep lists.
@Suite struct ListColumnsTests {
  @Test func `a column is shown, moved, and the choice is kept for this person`() {
    var driver = Driver(columns: 118, rows: 40)
    driver.press("2Y")
    #expect(driver.lines.contains("Column: Type; Shown: no"))
    focus("Type", &driver)
    driver.press("<Space>")
    #expect(driver.lines.contains { $0.contains("Column: Type; Shown: yes") })
    driver.press("-----<Esc>")
    #expect(driver.lines.contains { $0.contains("Type: dialogue") })
    let kept = driver.application.desk.settings.lists.first { $0.id == .events }
    #expect(
      kept?.columns.map(\.id.stored)
        == [
          "start", "place", "title", "type", "attendances", "testimonies", "actions", "told",
          "closedOut",
        ])
    #expect(driver.effects.contains { if case .state(.saveSettings) = $0 { true } else { false } })
    driver.press("12")
    #expect(driver.lines.contains { $0.contains("Type: dialogue") })
    driver.press("Yx<Esc>")
    #expect(!driver.lines.contains { $0.contains("Type: dialogue") })
    #expect(driver.application.desk.settings.lists.isEmpty)
  }

  @Test func `a column without which rows cannot be told never vanishes`() {
    var settings = PersonalSettings()
    settings.lists = [ListChoice(.events, ["region", "laterVersion"])]
    var driver = Driver(settings: settings)
    driver.press("2")
    #expect(driver.lines.contains { $0.contains("Title: Dialogue on disability") })
    #expect(driver.screen.contains("Region"))
    driver.press("Y<Home><Space>")
    #expect(driver.news.contains("always shown"))
    #expect(driver.lines.contains { $0.contains("Column: Date; Shown: always") })
  }

  @Test(arguments: ["2", "3", "4", "6", "7"])
  func `every list can show each of its columns on the smallest screen`(list: String) {
    for language in Languages.all {
      var driver = Driver(language: language)
      driver.press(list + "Y")
      let count = driver.lines.count { $0.hasPrefix("› ") || $0.contains(": ") }
      for _ in 0..<count { driver.press("<Space><Down>") }
      #expect(!driver.screen.contains("columns."))
      driver.press("<Esc>")
      #expect(!driver.lines.contains { $0.contains("field.") || $0.contains("cli.") })
      driver.press("<Down>*")
      #expect(!driver.screen.isEmpty)
    }
  }

  @Test func `with a column of its own the status does not stand among attendances`() {
    var driver = Driver(columns: 118, rows: 40)
    driver.press("2<Home>")
    #expect(driver.screen.contains("planned"))
    driver.press("Y")
    focus("Status", &driver)
    driver.press("<Space><Esc>")
    let berlin = driver.screen.split(separator: "\n").first { $0.contains("DE Berlin") }
    #expect(berlin?.matches(of: /planned/).count == 1)
    #expect(driver.screen.contains("Status"))
  }

  @Test func `a column that finds no room on this screen says so`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.venue = "House of the communities, room 4"
    var driver = Driver(programme)
    driver.press("2Y")
    focus("Venue", &driver)
    driver.press("<Space>")
    #expect(driver.news.contains("no room"))
    #expect(
      driver.lines.contains("› Place: 8; Column: Venue; Shown: yes, but this screen has no room"))
    driver.press("-----")
    #expect(driver.lines.contains("› Place: 3; Column: Venue; Shown: yes"))
    #expect(driver.lines.contains { $0.contains("Column: Told; Shown: yes, but") })
  }

  @Test func `a wide screen gives its room to the titles`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.title = "A title of some forty letters in all, no more"
    var driver = Driver(programme, columns: 140, rows: 40)
    driver.press("2")
    #expect(driver.screen.contains("A title of some forty letters in all, no more"))
  }

  @Test func `status and close-out have columns where titles have room beside them`() {
    var driver = Driver(columns: 118, rows: 40)
    driver.press("2")
    #expect(!driver.lines.contains { $0.contains("Status: held") })
    #expect(driver.lines.contains { $0.contains("Closed: 3 open") })
    driver.application.resize(Size(columns: 200, rows: 40))
    #expect(driver.lines.contains { $0.contains("Status: held") && $0.contains("Closed: 3 open") })
    driver.application.resize(Size(columns: 80, rows: 24))
    #expect(!driver.lines.contains { $0.contains("Status: held") || $0.contains("Closed: ") })
  }

  // Views.

  @Test func `a view keeps filter, order and columns under its name`() {
    var driver = Driver()
    driver.press("2/country:fr<Enter>sYj")
    focus("Region", &driver)
    driver.press("<Space><Esc>K")
    driver.type("France first")
    driver.press("<Ctrl-S>")
    #expect(driver.lines[0].contains("France first"))
    #expect(!driver.lines[0].contains("changed"))
    driver.press("x")
    #expect(driver.lines[0].contains("France first (changed)"))
    driver.press("12")
    #expect(!driver.lines[0].contains("France first"))
    driver.press("L<Enter>")
    #expect(driver.lines[0].contains("France first"))
    #expect(driver.lines[0].contains("1 of 4"))
    #expect(driver.lines[0].contains("by place"))
    #expect(driver.screen.contains("Region"))
    let view = driver.application.desk.settings.views.first
    #expect(view?.filter == "country:fr")
    #expect(view?.sort == "place")
    #expect(driver.programme.views.isEmpty)
  }

  @Test func `a view with the usual columns shows those that are usual on each screen`() {
    var driver = Driver()
    driver.press("2/lyon<Enter>KLyon<Ctrl-S>")
    #expect(driver.application.desk.settings.views.first?.columns.isEmpty == true)
    driver.application.resize(Size(columns: 200, rows: 40))
    #expect(driver.lines.contains { $0.contains("Status: held") })
    #expect(!driver.lines[0].contains("changed"))
  }

  @Test func `a shared view stands in the folder and comes back with u`() throws {
    var driver = Driver()
    driver.press("4/open:overdue<Enter>KLate<Tab><Space><Ctrl-S>")
    let view = try #require(driver.programme.views.values.first)
    #expect(view.name == "Late")
    #expect(view.list == .actions)
    #expect(view.id.text.hasPrefix("v-"))
    driver.press("L")
    #expect(driver.lines.contains { $0.contains("Name: Late") && $0.contains("everybody") })
    driver.press("eLateness")
    driver.press("<Ctrl-S>")
    #expect(driver.programme.views[view.id]?.name == "LateLateness")
    driver.press("D")
    #expect(driver.programme.views.isEmpty)
    driver.press("u")
    #expect(driver.programme.views[view.id]?.name == "LateLateness")
  }

  @Test func `the palette opens a view by its name from anywhere`() {
    var programme = Fixture.programme()
    var view = SavedView()
    view.id = Fixture.id("v-invented01")
    view.name = "Réunions à Lyon"
    view.filter = "lyon"
    programme.views[view.id] = view
    var driver = Driver(programme)
    driver.press("5:reunions lyon<Enter>")
    #expect(driver.lines[0].contains("Réunions à Lyon"))
    #expect(driver.lines[0].contains("1 of 4"))
  }

  @Test func `an opened view is kept again under its name, and another name makes another`() {
    var driver = Driver()
    driver.press("2/lyon<Enter>KOne<Ctrl-S>s")
    #expect(driver.lines[0].contains("One (changed)"))
    driver.press("K<Ctrl-S>")
    #expect(driver.application.desk.settings.views.map(\.name) == ["One"])
    #expect(driver.application.desk.settings.views.first?.sort == "place")
    #expect(!driver.lines[0].contains("changed"))
    driver.press("sK!<Ctrl-S>")
    #expect(driver.application.desk.settings.views.map(\.name) == ["One", "One!"])
    driver.press("x12KOne<Ctrl-S>")
    #expect(driver.screen.contains("Another view of this list already has this name."))
  }

  @Test func `a speaker's withdrawal number is kept in no view`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.consent.withdrawalCode = "river lamp stone boat"
    var driver = Driver(programme)
    driver.press("3/river lamp stone boat<Enter>KFound<Ctrl-S>")
    #expect(driver.lines.contains { $0.contains("a speaker's withdrawal number") })
    #expect(driver.application.desk.settings.views.isEmpty)
  }

  /// Goes to the column of a name in the list of columns.
  private func focus(_ column: String, _ driver: inout Driver) {
    driver.press("<Home>")
    for _ in 0..<60 {
      let focused = driver.lines.first { $0.hasPrefix("› ") } ?? ""
      if focused.contains("Column: \(column);") { return }
      driver.press("<Down>")
    }
    Issue.record("no column \(column)")
  }
}
