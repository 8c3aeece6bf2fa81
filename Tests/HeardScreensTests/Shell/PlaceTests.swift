import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// Places as links, and what becomes of those that cannot be shown.
@Suite struct PlaceTests {
  @Test func `a link names a place, a record or a part of it`() {
    #expect(Place(link: "figures") == .figures())
    #expect(Place(link: "Calendar") == .calendar())
    #expect(Place(link: "event/\(Fixture.lyon.id.text)") == .event(Fixture.lyon.id))
    #expect(Place(link: "event/\(Fixture.lyon.id.text)/people") == .event(Fixture.lyon.id, .people))
    let testimony = Fixture.heardInLyon.id
    #expect(Place(link: "testimony/\(testimony.text)/consent") == .testimony(testimony, .consent))
  }

  @Test(arguments: [
    "", "/", "event", "event/", "event//people", "event/../x", "event/a/nonsense",
    "event/a/people/b",
    "action/a/people", "nowhere", "figures/2024", "event/ID with space",
  ])
  func `what is no link is none`(text: String) {
    #expect(Place(link: text) == nil)
  }

  @Test(arguments: Place.named.map(\.name))
  func `every named place opens, with Home behind it`(name: String) throws {
    let place = try #require(Place(link: name))
    var driver = Driver(at: place)
    #expect(driver.news.isEmpty)
    let title = driver.rows[0]
    driver.press("<Esc>")
    #expect(driver.rows[0].hasPrefix("Heard  Home"))
    #expect(name == "home" || title != driver.rows[0])
  }

  @Test func `a record opens at its link`() {
    let event = Driver(at: .event(Fixture.lyon.id, .people))
    #expect(event.rows[0].hasPrefix("Heard  Event ") && event.screen.contains("[People"))
    let action = Driver(at: .action(Fixture.interpreters.id))
    #expect(action.screen.contains(Fixture.interpreters.title))
  }

  @Test(arguments: [
    Place.event(EventID(stored: "2030-xx-none") ?? EventID()),
    .testimony(TestimonyID(stored: "t-none") ?? TestimonyID()),
    .action(ActionID(stored: "a-none") ?? ActionID()),
    .organisation(OrganisationID(stored: "o-none") ?? OrganisationID()),
    .person(PersonID(stored: "p-none") ?? PersonID()),
  ])
  func `a record that is missing is said on Home`(place: Place) {
    let driver = Driver(at: place)
    #expect(driver.rows[0].hasPrefix("Heard  Home"))
    #expect(driver.news.contains("in this programme. Here is Home."))
    #expect(driver.news.contains("none"))
  }

  @Test func `why a place cannot be shown is said before drafts are`() throws {
    var draft = Draft()
    draft.form = "event"
    let driver = Driver(
      drafts: [draft], at: .event(try #require(EventID(stored: "2030-xx-none"))))
    #expect(driver.news.contains("There is no 2030-xx-none in this programme."))
  }

  @Test func `a record whose file cannot be read is said with its file`() throws {
    let id = try #require(EventID(stored: "2030-broken"))
    let fault = FileFault(file: "events/2030-broken.json", kind: .json(.unterminated))
    let driver = Driver(unreadable: [fault], at: .event(id))
    #expect(driver.rows[0].hasPrefix("Heard  Home"))
    #expect(driver.news.contains("events/2030-broken.json cannot be read"))
    #expect(driver.news.contains("8 says how to fix it"))
    // A person who is on no list that can be read may stand on the one that cannot.
    let person = Driver(
      unreadable: [fault], at: .person(try #require(PersonID(stored: "p-none"))))
    #expect(person.news.contains("events/2030-broken.json cannot be read"))
  }

  @Test func `a testimony that this person may not read stays closed, and it is said why`() {
    let driver = Driver(at: .testimony(Fixture.heardInRecife.id))
    #expect(driver.rows[0].hasPrefix("Heard  Home"))
    #expect(!driver.news.isEmpty)
    #expect(!driver.screen.contains("Jurema"))
  }

  /// Steps on the way, and what is done and over; so are all forms.
  private static let passing: Set = [
    "bulk", "columns", "conflict", "forget", "help", "historyLine", "import", "news", "settings",
    "trail", "views", "welcome",
  ]

  @Test func `every screen to which one returns tells its place`() {
    for driver in Walk.places() {
      let screen = driver.application.screen
      if screen.name.hasSuffix("Form") || Self.passing.contains(screen.name) { continue }
      #expect(screen.place(driver.application.desk) != nil, "\(screen.name)")
    }
  }

  @Test func `the trail leads back to a list as it was left`() {
    var driver = Driver()
    driver.press("2s/country:fr,br<Enter><Down>1z<Enter>")
    #expect(driver.rows[0].contains("country:fr,br") && driver.rows[0].contains("by place"))
    #expect(driver.focused.contains("BR"))
    driver.press("w")
    #expect(driver.news.contains("2 of 2"))
  }
}
