import HeardInsight
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// Lists stand by any of their columns, and both ways.
@Suite struct SortingTests {
  /// The values of a column of the list, from top to bottom.
  private func column(_ title: String, _ driver: Driver) -> [String] {
    driver.lines.compactMap { line in
      let parts = line.split(separator: ";").map { trimmed(String($0)) }
      guard line.contains("Title:") || line.contains("Name:") || line.contains("Date:") else {
        return nil
      }
      let part = parts.first { $0.contains("\(title): ") }
      return part.map {
        String($0[($0.firstRange(of: "\(title): ")?.upperBound ?? $0.startIndex)...])
      }
        ?? ""
    }
  }

  @Test func `s goes from column to column as they stand, S turns the order round`() {
    var driver = Driver()
    driver.press("2")
    let heads = driver.rows[1]
    #expect(heads.contains("Date ↓"))
    driver.press("s")
    #expect(driver.rows[1].contains("Place ↑"))
    driver.press("s")
    #expect(driver.rows[1].contains("Title ↑"))
    let up = column("Title", driver)
    driver.press("S")
    #expect(driver.rows[1].contains("Title ↓"))
    #expect(column("Title", driver) == up.reversed())
    #expect(driver.news.contains("highest first"))
    for _ in 0..<20 where !driver.rows[1].contains("Date ↓") { driver.press("s") }
    #expect(driver.rows[1].contains("Date ↓"), "round and round")
  }

  @Test func `plain signs mark the order too`() {
    var settings = PersonalSettings()
    settings.usesASCII = true
    var driver = Driver(settings: settings)
    driver.press("2s")
    #expect(driver.rows[1].contains("Place ^"))
    driver.press("S")
    #expect(driver.rows[1].contains("Place v"))
  }

  @Test(arguments: ["3", "6", "7"])
  func `lists with one order of their own are sorted by their columns as well`(key: String) {
    var driver = Driver()
    driver.press(key)
    #expect(!driver.rows[1].contains("↑"))
    driver.press("s")
    #expect(driver.rows[1].contains("↑"), "\(driver.rows[1])")
    driver.press("S")
    #expect(driver.rows[1].contains("↓"))
  }

  @Test func `a list is sorted by a column from where columns are chosen, and a view keeps it`() {
    var programme = Fixture.programme()
    for (place, capacity) in zip(programme.events.keys.sorted(), [9, 1_200, 80]) {
      programme.events[place]?.capacity = capacity
    }
    var driver = Driver(programme, columns: 200, rows: 40)
    driver.press("2Y")
    for _ in 0..<40 where !driver.focused.contains("Capacity") { driver.press("<Down>") }
    driver.press("<Space>")
    driver.press("s")
    #expect(driver.screen.contains("sorted by it"))
    driver.press("<Esc>")
    #expect(driver.rows[1].contains("Capacity↑"))
    #expect(column("Capacity", driver) == ["9", "80", "1,200", ""], "numbers by size, none last")
    driver.press("S")
    #expect(column("Capacity", driver) == ["1,200", "80", "9", ""], "none last this way too")
    driver.press("KBig<Ctrl-S>")
    let view = driver.application.desk.settings.views.first
    #expect(view?.sort == "capacity" && view?.isDescending == true)
    driver.press("12")
    #expect(driver.rows[1].contains("Date ↓"))
    driver.press("L<Enter>")
    #expect(driver.rows[1].contains("Capacity↓"))
    driver.press("1z<Enter>")
    #expect(driver.rows[1].contains("Capacity↓"), "the trail leads back to the order")
  }

  @Test func `plain lines sort by the name of a column, and turn the order round`() {
    var talk = Talk()
    talk.type("events")
    talk.type("sort title")
    #expect(talk.text.contains("by title"))
    talk.type("reverse")
    #expect(talk.text.contains("by title, highest first"))
    talk.type("sort by place")
    #expect(talk.text.contains("by place"))
    talk.type("sort nonsense")
    #expect(talk.text.contains("No column here is called “nonsense”"))
    #expect(talk.text.contains("Title") && talk.text.contains("Place"))
  }

  @Test func `cells stand by numbers, then by the language, and empty ones last both ways`() {
    let texts = ["", "ä", "2", "–", "10 open", "z", "1 open", "a", "1,200"]
    let order = CellOrder(texts, thousands: ",", Collation(Formats(Words(nil)).locale))
    #expect(
      order.places(descending: false).map { texts[$0] }
        == ["1 open", "2", "10 open", "1,200", "a", "ä", "z", "", "–"])
    #expect(
      order.places(descending: true).map { texts[$0] }
        == ["z", "ä", "a", "1,200", "10 open", "2", "1 open", "", "–"])
  }
}
