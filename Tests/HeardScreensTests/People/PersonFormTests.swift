import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct PersonFormTests {
  /// A new line of an event's sheet.
  private func sheet(_ id: EventID, in programme: Programme = Fixture.programme()) -> Driver {
    var driver = Driver(programme)
    driver.press("2/")
    driver.type("id:\(id.text)")
    driver.press("<Enter>cpp")
    return driver
  }

  private func people(_ driver: Driver, _ id: EventID) -> [Participation] {
    driver.programme.events[id]?.participations ?? []
  }

  @Test func `a sheet is typed line by line`() {
    var driver = sheet(Fixture.recife.id)
    driver.press("Iara<Ctrl-S>Jaci<Tab><Left><Ctrl-S>Lia<Ctrl-S><Esc>")
    let list = people(driver, Fixture.recife.id)
    #expect(list.map(\.pseudonym) == ["Iara", "Jaci", "Lia"])
    #expect(list.map(\.status) == [.attended, .registered, .registered])
    #expect(Set(list.map(\.id)).count == 3)
    #expect(driver.screen.contains("[List 3]"))
    #expect(driver.application.desk.drafts.isEmpty)
  }

  @Test func `a chosen person keeps the id that they have over all events`() {
    var driver = sheet(Fixture.recife.id)
    driver.type("さく")
    driver.press("<Down><Enter>")
    #expect(driver.screen.contains("one person, one id"))
    driver.press("<Ctrl-S>")
    let person = people(driver, Fixture.recife.id).first
    #expect(person?.id.text == "p-0000000000")
    #expect(person?.pseudonym == "さくら")
  }

  @Test func `the same name without choosing is somebody new`() {
    var driver = sheet(Fixture.recife.id)
    driver.type("さくら")
    #expect(driver.screen.contains("already has this pseudonym"))
    driver.press("<Esc><Ctrl-S>")
    let person = people(driver, Fixture.recife.id).first
    #expect(person?.pseudonym == "さくら")
    #expect(person?.id.text != "p-0000000000")
  }

  @Test func `where the country closes communities there is no field, and it says why`() {
    var driver = sheet(Fixture.lyon.id)
    driver.press("<Ctrl-F>")
    #expect(!driver.screen.contains("Communities"))
    #expect(driver.screen.contains("No community is kept about a person in France."))
    driver = sheet(Fixture.recife.id)
    driver.press("<Ctrl-F>")
    #expect(driver.screen.contains("Communities"))
  }

  @Test func `a community is not kept unless the person agreed to be counted`() {
    var driver = sheet(Fixture.recife.id)
    driver.press("Iara<Ctrl-F>")
    driver.press("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Space><Ctrl-S>")
    #expect(driver.screen.contains("Kept only if the person agreed"))
    #expect(people(driver, Fixture.recife.id).isEmpty)
    driver.press("<Shift-Tab><Right><Ctrl-S>")
    let person = people(driver, Fixture.recife.id).first
    #expect(person?.communities == ["women"])
    #expect(person?.consent?.entries.map(\.purpose) == [.count])
    #expect(person?.consent?.allows(.count, on: driver.now.day) == true)
    #expect(person?.consent?.jurisdiction?.stored == "BR")
  }

  @Test func `withdrawing empties the traits, appends an entry and is not undone`() {
    var programme = Fixture.programme()
    var person = Participation()
    person.id = Fixture.id("p-invented01")
    person.pseudonym = "Iara"
    person.communities = ["women"]
    person.ageBand = "25-34"
    person.consent = Fixture.consent("c-invented01", [.count])
    programme.events[Fixture.recife.id]?.participations = [person]
    var driver = Driver(programme)
    driver.press("2/recife<Enter><Enter><Tab><Tab><Enter><Ctrl-F>")
    driver.press("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Right><Ctrl-S>")
    let after = people(driver, Fixture.recife.id).first
    #expect(after?.communities == [])
    #expect(after?.ageBand == nil)
    #expect(after?.consent?.entries.map(\.state) == [.given, .withdrawn])
    #expect(!driver.news.contains("u undoes it"))
    driver.press("u")
    #expect(people(driver, Fixture.recife.id).first == after)
  }

  @Test func `a draft holds no trait without consent`() throws {
    var driver = sheet(Fixture.recife.id)
    driver.press("Iara<Ctrl-F><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Space><Esc>")
    let draft = try #require(driver.application.desk.drafts.first)
    #expect(draft.fields["personPseudonym"] == "Iara")
    #expect(draft.fields["personCommunities"] == nil)
    var later = Driver(drafts: [draft])
    later.press("<Enter><Ctrl-S>")
    #expect(people(later, Fixture.recife.id).map(\.pseudonym) == ["Iara"])
  }

  @Test func `the answer stands with the wording that was told and how it was taken`() {
    var driver = sheet(Fixture.recife.id)
    driver.press("Iara<Ctrl-F><Tab><Tab><Tab><Tab><Tab>")
    #expect(driver.screen.contains("You can stop at any time."))
    driver.press("<Tab><Right><Tab><Right><Ctrl-S>")
    let consent = people(driver, Fixture.recife.id).first?.consent
    #expect(consent?.notice == Fixture.notice.id)
    #expect(consent?.noticeVersion == "2024-01")
    #expect(consent?.method == .written)
    #expect(consent?.obtainedAt == driver.now)
  }

  @Test func `a wording that is only proposed was told to nobody`() {
    var driver = sheet(Fixture.recife.id)
    driver.press("Iara<Ctrl-S>")
    #expect(people(driver, Fixture.recife.id).map(\.consent) == [nil])
  }

  @Test func `somebody is taken off the list after a question, and undo brings them back`() {
    var driver = Driver()
    driver.press("2/")
    driver.type("id:\(Fixture.osaka.id.text)")
    driver.press("<Enter><Enter><Tab><Tab><Enter><Ctrl-X>")
    #expect(people(driver, Fixture.osaka.id).count == 3)
    driver.press("2")
    #expect(people(driver, Fixture.osaka.id).count == 2)
    driver.press("u")
    #expect(people(driver, Fixture.osaka.id).count == 3)
  }

  @Test func `an event about a community warns before a list is begun`() {
    var programme = Fixture.programme()
    programme.events[Fixture.recife.id]?.aboutCommunities = ["women"]
    let driver = sheet(Fixture.recife.id, in: programme)
    #expect(driver.screen.contains("You need no list"))
  }
}
