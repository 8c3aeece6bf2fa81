import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// What a line of 40 cells shows that follows the terminal's cursor, and nothing else.
@Suite struct BrailleLineTests {
  /// The first 40 columns of the row with the cursor.
  private static func line(_ driver: Driver) -> String {
    let canvas = driver.canvas
    guard let cursor = canvas.cursor else { return "no cursor" }
    return String(canvas.text(ofRow: cursor.row).prefix(40))
  }

  private static func driver(_ place: Place, columns: Int = 80, rows: Int = 24) -> Driver {
    Driver(
      settings: TestimonyFormTests.settings(), at: place, columns: columns, rows: rows)
  }

  private static var person: PersonID { Fixture.id("p-0000000000") }

  @Test(arguments: [
    (Place.event(Fixture.lyon.id), "Dialogue on disability"),
    (.testimony(Fixture.heardInLyon.id), "Amandine"),
    (.action(Fixture.interpreters.id), "Interpreter pool"),
    (.organisation(Fixture.organisation.id), "Collectif Exemple"),
    (.person(person), "さくら"),
  ])
  func `a record that is opened begins with its name, whatever its list shows`(
    place: Place, name: String
  ) {
    var programme = Fixture.programme()
    var partner = EventPartner()
    partner.id = Fixture.organisation.id
    programme.events[Fixture.lyon.id]?.partners = [partner]
    let driver = Driver(programme, settings: TestimonyFormTests.settings(), at: place)
    #expect(Self.line(driver).hasPrefix("  " + name), "\(Self.line(driver))")
  }

  @Test func `the name of an event is read at the door's size, too, and when one comes back to it`()
  {
    var driver = Self.driver(.event(Fixture.lyon.id), columns: 32, rows: 12)
    #expect(Self.line(driver).contains("Dialogue on disability"))
    driver.press("c<Esc>")
    #expect(Self.line(driver).contains("Dialogue on disability"))
  }

  @Test func `after the first key the cursor stands on the row that the keys act on`() {
    var driver = Self.driver(.action(Fixture.interpreters.id))
    driver.press("<Down>")
    #expect(Self.line(driver).hasPrefix("› "))
  }

  @Test func `an example is told as one, and an empty field that is left shows nothing`() {
    var driver = Self.driver(.newEvent())
    driver.press("One evening<Tab><Tab>")
    #expect(Self.line(driver).hasPrefix("› Date     (e.g. 2024-06-12"))
    driver.press("<Tab>")
    #expect(driver.rows.contains("  Date"))
  }

  @Test func `Enter stays once where something is wrong, and the row says what`() {
    var driver = Self.driver(.newEvent())
    driver.press("One evening<Tab><Ctrl-U>Narnia<Enter>")
    #expect(Self.line(driver).hasPrefix("› Country  Narnia   ! \"Narnia\""), "\(driver.screen)")
    driver.press("<Enter>")
    #expect(Self.line(driver).hasPrefix("› Date"))
    // Another text is looked at anew.
    driver.press("<Up>x<Enter>")
    #expect(Self.line(driver).hasPrefix("› Country  Narniax"))
    driver.press("<Tab>")
    #expect(Self.line(driver).hasPrefix("› Date"))
  }

  @Test func `a required field that stops saving says so on its row`() {
    var driver = Self.driver(.newEvent())
    driver.press("<Ctrl-S>")
    #expect(Self.line(driver).hasPrefix("› Title *     ! This must be filled in."))
  }

  @Test(arguments: [(80, 24), (60, 16), (32, 12)])
  func `a long title and Japanese options keep to their columns`(columns: Int, rows: Int) {
    var programme = Fixture.programme()
    let title = String(repeating: "長い題名 and more ", count: 20)
    programme.events[Fixture.lyon.id]?.title = title
    var driver = Driver(
      programme, language: "ja", at: .editEvent(Fixture.lyon.id), columns: columns, rows: rows)
    let steps = driver.rows
    #expect(steps.contains { $0.contains("…") })
    driver.perform(.fold)
    for _ in 0..<48 {
      driver.press("<Tab>康")
      let canvas = driver.canvas
      for row in 0..<rows {
        #expect(TextWidth.columns(of: canvas.text(ofRow: row)) <= columns)
      }
      #expect(canvas.cursor.map { $0.column < columns } ?? false)
      driver.press("<Backspace>")
    }
    #expect(driver.programme.events[Fixture.lyon.id]?.title == title)
  }
}
