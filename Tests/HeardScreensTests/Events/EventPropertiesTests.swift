import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct EventPropertiesTests {
  private static let line =
    "Trust your clinic?; before 0 0 0 0 2 1 0 0 0 0 0; after 0 0 0 0 0 0 0 9 0 0 0; yes 12; no 9; "
    + "judged 4"

  /// The form of the event in Lyon with all its fields.
  private static func form(_ programme: Programme = Fixture.programme()) -> Driver {
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>e<Ctrl-F>")
    return driver
  }

  /// Goes to a field by its label.
  private static func go(to label: String, _ driver: inout Driver) -> Bool {
    for _ in 0..<60 {
      driver.perform(.whereAmI)
      if driver.news.contains(label) { return true }
      driver.press("<Tab>")
    }
    return false
  }

  private static func lyon(_ driver: Driver) -> Event? { driver.programme.events[Fixture.lyon.id] }

  @Test func `who in the community agreed is typed on the event, says what for, and is shown`() {
    var driver = Self.form()
    #expect(Self.go(to: "Agreed by community", &driver))
    #expect(driver.screen.contains("no quote goes out"))
    driver.type("Council of elders, 3 May")
    driver.press("<Ctrl-S>")
    #expect(Self.lyon(driver)?.communityGovernance == "Council of elders, 3 May")
    #expect(driver.lines.contains { $0.contains("Agreed by community: Council of elders, 3 May") })
  }

  @Test func `what a community agreed to for one event is not taken over into the next`() {
    var programme = Fixture.programme()
    programme.events[Fixture.lyon.id]?.communityGovernance = "Council of elders"
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter>d<Ctrl-S>")
    let events = driver.programme.events.values.filter { $0.title == Fixture.lyon.title }
    #expect(events.count == 2)
    #expect(events.filter { !$0.communityGovernance.isEmpty }.map(\.id) == [Fixture.lyon.id])
  }

  @Test func `trust before and after is typed as a line and shown with its means`() throws {
    var driver = Self.form()
    #expect(Self.go(to: "Trust, before, after", &driver))
    driver.type(Self.line)
    driver.press("<Ctrl-S>")
    let pulse = try #require(Self.lyon(driver)?.pulses.first)
    #expect(pulse.id == "trust" && pulse.question == "Trust your clinic?")
    #expect(pulse.before == [0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0])
    #expect(pulse.damagedYes == 12 && pulse.damagedNo == 9 && pulse.reasons == ["judged": 4])
    driver.press("<Tab>")
    let text = driver.lines.joined(separator: "\n")
    #expect(text.contains("before, 3 answers: 4.3"))
    #expect(text.contains("So few answers can point to a person"))
  }

  @Test func `one person who said yes, or gave a reason, is said to be few`() {
    for change: (inout Pulse) -> Void in [
      { $0.reasons = ["judged": 1] },
      { pulse in (pulse.damagedYes, pulse.damagedNo) = (1, 40) },
    ] {
      var programme = Fixture.programme()
      var pulse = Pulse()
      change(&pulse)
      programme.events[Fixture.lyon.id]?.pulses = [pulse]
      var driver = Driver(programme)
      driver.press("2/lyon<Enter><Enter><Tab>")
      #expect(driver.lines.joined(separator: "\n").contains("So few answers"))
    }
  }

  @Test func `enough answers are not said to be few`() {
    var programme = Fixture.programme()
    var pulse = Pulse()
    pulse.before = [0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0]
    programme.events[Fixture.lyon.id]?.pulses = [pulse]
    var driver = Driver(programme)
    driver.press("2/lyon<Enter><Enter><Tab>")
    let text = driver.lines.joined(separator: "\n")
    #expect(text.contains("before, 8 answers") && !text.contains("So few answers"))
  }

  @Test(arguments: [
    ("Trust?; before 1 2 3", "has 3 numbers. There must be eleven"),
    ("Trust?; judgd 4", "\"judgd\" is not on the list"),
    ("Trust?; hardly anybody", "cannot be read. Write it as: How far do you trust"),
    ("Trust?", "cannot be read. Write it as: How far do you trust"),
    ("befor 0 0 0 0 2 1 0 0 0 0 0; yes 12", "cannot be read. Write it as: How far do you trust"),
    ("judgd 4; yes 12", "\"judgd\" is not on the list"),
  ])
  func `a line of trust that cannot be read says why`(line: String, sentence: String) {
    var driver = Self.form()
    #expect(Self.go(to: "Trust, before, after", &driver))
    driver.type(line)
    driver.press("<Ctrl-S>")
    #expect(driver.lines.joined().contains(sentence))
    #expect(Self.lyon(driver)?.pulses == [])
  }

  @Test func `lines of trust give back what they were made of`() throws {
    let desk = Driver().application.desk
    let pulses = try PulseLines.pulses(Self.line + "\nSecond one; no 9", before: [], desk).get()
    #expect(pulses.count == 2 && Set(pulses.map(\.id)).count == 2)
    #expect(PulseLines.text(pulses) == Self.line + "\nSecond one; no 9")
    var odd = pulses
    odd[0].question = "Before; and after?"
    let again = try PulseLines.pulses(PulseLines.text(odd), before: odd, desk).get()
    #expect(again == odd)
  }

  @Test func `a retired reason, and a partner whose name another has, are read again`() throws {
    var programme = Fixture.programme()
    var retired = Taxonomy.Entry("oldReason")
    retired.isRetired = true
    var taxonomy = Taxonomy()
    taxonomy.entries = [retired]
    programme.taxonomies[.trustLoss] = taxonomy
    var twin = Fixture.organisation
    twin.id = try #require(OrganisationID(stored: "o-twin"))
    programme.organisations[twin.id] = twin
    let desk = Driver(programme).application.desk
    var pulse = Pulse()
    (pulse.question, pulse.reasons) = ("Trust?", ["oldReason": 9])
    let again = try PulseLines.pulses(PulseLines.text([pulse]), before: [pulse], desk).get()
    #expect(again == [pulse])
    var partner = EventPartner()
    (partner.id, partner.note) = (twin.id, "40 chairs")
    let text = PartnerLines.text([partner], desk.programme)
    #expect(try PartnerLines.partners(text, before: [partner], desk).get() == [partner])
  }

  @Test func `the part of a partner is typed with a note, and the partner keeps its place`() throws
  {
    let driver = Driver()
    let desk = driver.application.desk
    let names = desk.organisationOptions
    let first = try #require(names.first)
    var partner = EventPartner()
    partner.id = try #require(OrganisationID(stored: first.value))
    let typed = "\(first.label): host, funder; 40 chairs"
    let partners = try PartnerLines.partners(typed, before: [partner], desk).get()
    #expect(partners.map(\.roles) == [["host", "funder"]])
    #expect(partners.map(\.note) == ["40 chairs"])
    #expect(PartnerLines.text(partners, desk.programme) == typed)
    let emptied = try PartnerLines.partners("", before: partners, desk).get()
    #expect(emptied == [partner])
    #expect(throws: FieldProblem.self) {
      try PartnerLines.partners("nobody there: host", before: [], desk).get()
    }
  }
}
