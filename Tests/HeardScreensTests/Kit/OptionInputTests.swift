import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct OptionInputTests {
  private let options = [
    FieldOption("o-1", "Smith"), FieldOption("o-2", "Jones"),
    FieldOption("o-3", "Smith, Jones"), FieldOption("o-4", "Smith, Jones & Co., Ltd"),
    FieldOption("o-5", "Santé; pour tous"), FieldOption("o-6", "医療、福祉の会"),
  ]

  @Test(arguments: [
    ("Smith", ["o-1"]), ("Jones, Smith", ["o-2", "o-1"]), ("Smith, Jones", ["o-3"]),
    ("smith,   jones", ["o-1", "o-2"]), ("Smith; Jones", ["o-1", "o-2"]),
    ("Smith, Jones & Co., Ltd, Jones", ["o-4", "o-2"]),
    ("sante; pour tous; Smith, Jones, o-1", ["o-5", "o-3", "o-1"]),
    ("医療、福祉の会、Jones，Smith", ["o-6", "o-2", "o-1"]), (", ;", []), ("", []),
  ])
  func `a name that holds a comma is one value, the longest first`(text: String, ids: [String]) {
    #expect(OptionInput.values(text, options) == .success(ids))
  }

  @Test func `an organisation with commas in its name is added to those that stand there`() throws {
    var programme = Fixture.programme()
    for (id, name) in [("o-smith00001", "Smith, Jones, and Partners"), ("o-smith00002", "Smith")] {
      var organisation = Organisation()
      organisation.id = Fixture.id(id)
      organisation.name = name
      programme.organisations[organisation.id] = organisation
    }
    var partner = EventPartner()
    partner.id = Fixture.id("o-smith00001")
    programme.events[Fixture.lyon.id]?.partners = [partner]
    var driver = Driver(programme)
    driver.press("2/")
    driver.type("id:\(Fixture.lyon.id.text)")
    driver.press("<Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Partners") { driver.press("<Tab>") }
    driver.press("<End>, Coll<Down><Enter><Ctrl-S>")
    let partners = driver.programme.events[Fixture.lyon.id]?.partners.map(\.id.text)
    #expect(partners == ["o-smith00001", "o-invented01"])
  }

  @Test func `the beginning of a name with commas finds it, and choosing it replaces all of it`() {
    var programme = Fixture.programme()
    programme.organisations[Fixture.organisation.id]?.name = "Smith, Jones, and Partners"
    var driver = Driver(programme)
    driver.press("2/")
    driver.type("id:\(Fixture.lyon.id.text)")
    driver.press("<Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Partners") { driver.press("<Tab>") }
    driver.press("Smith, Jon<Down><Enter><Ctrl-S>")
    let partners = driver.programme.events[Fixture.lyon.id]?.partners.map(\.id)
    #expect(partners == [Fixture.organisation.id])
  }

  @Test func `two whose names together are the name of a third stay two`() {
    var programme = Fixture.programme()
    for option in options.prefix(3) {
      var organisation = Organisation()
      organisation.id = Fixture.id(option.value)
      organisation.name = option.label
      programme.organisations[organisation.id] = organisation
    }
    programme.events[Fixture.lyon.id]?.partners = ["o-1", "o-2"].map {
      var partner = EventPartner()
      partner.id = Fixture.id($0)
      return partner
    }
    var driver = Driver(programme)
    driver.press("2/")
    driver.type("id:\(Fixture.lyon.id.text)")
    driver.press("<Enter>e<Ctrl-F>")
    for _ in 0..<40 where !driver.screen.contains("› Partners") { driver.press("<Tab>") }
    #expect(driver.screen.contains("Smith; Jones"))
    driver.press("<End>; Coll<Down><Enter><Ctrl-S>")
    let partners = driver.programme.events[Fixture.lyon.id]?.partners.map(\.id.text)
    #expect(partners == ["o-1", "o-2", "o-invented01"])
  }
}
