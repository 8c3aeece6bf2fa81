import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct AttendanceTests {
  /// The door of one event, opened from the list of events.
  private func door(
    _ id: EventID, in programme: Programme = Fixture.programme(), readOnly: StoreError? = nil
  ) -> Driver {
    var driver = Driver(programme, readOnly: readOnly)
    driver.press("2/")
    driver.type("id:\(id.text)")
    driver.press("<Enter>c")
    return driver
  }

  private func attendance(_ driver: Driver, _ id: EventID) -> Attendance {
    driver.programme.events[id]?.attendance ?? Attendance()
  }

  private func programme(_ edit: (inout Event) -> Void) -> (Programme, EventID) {
    var programme = Fixture.programme()
    var event = Fixture.event("2024-11-30-fr-nice-aaaa", "Soirée", "FR", "Nice")
    event.start = KnownDate(stored: "2024-11-30")
    edit(&event)
    programme.events[event.id] = event
    return (programme, event.id)
  }

  @Test func `every press is one person and one change on disk`() {
    var driver = door(Fixture.lyon.id)
    driver.press("+=<Space>-")
    #expect(attendance(driver, Fixture.lyon.id).total == 86)
    let saves = driver.effects.filter { if case .folder(.save) = $0 { true } else { false } }
    #expect(saves.count == 4)
    #expect(driver.news == "One less: 86. u takes it back.")
  }

  @Test func `at the door undo takes back one press, elsewhere the whole run`() {
    var driver = door(Fixture.lyon.id)
    driver.press("+++u")
    #expect(attendance(driver, Fixture.lyon.id).total == 86)
    driver.press("<Esc>u")
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.news.contains("86 → 84"))
    driver.press("<Ctrl-R>")
    #expect(attendance(driver, Fixture.lyon.id).total == 86)
  }

  @Test func `a typed number sets the number, and Esc leaves the old one`() {
    var driver = door(Fixture.lyon.id)
    driver.press("97<Enter>")
    #expect(attendance(driver, Fixture.lyon.id).total == 97)
    driver.press("12<Esc>")
    #expect(attendance(driver, Fixture.lyon.id).total == 97)
    #expect(driver.screen.contains("Attendance"))
  }

  @Test(arguments: [
    "8a4", "8+", "8-4", "8q", "8u", "8<Tab>", "8<Left>", "8<F2>", "8<PgUp>", "8a b",
  ])
  func `nothing but Enter and the arrows up and down sets a half-typed number`(keys: String) {
    var driver = door(Fixture.lyon.id)
    driver.press(keys)
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.screen.contains("Heard  Attendance"))
    #expect(driver.screen.contains("8_") || driver.screen.contains("84_"))
    driver.press("<Esc>")
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.screen.contains("Heard  Attendance"))
  }

  @Test func `a letter within a number is refused with a word`() {
    var driver = door(Fixture.lyon.id)
    driver.press("8a")
    #expect(driver.news == "8 is not set yet: Enter sets it, Esc drops it.")
    driver.press("<F1>")
    #expect(driver.screen.contains("Count at the door"))
    driver.press("<Esc>5<Enter>")
    #expect(attendance(driver, Fixture.lyon.id).total == 85)
  }

  @Test func `a number beyond belief is refused and can be corrected`() {
    var driver = door(Fixture.lyon.id)
    driver.press("9999999999999<Enter>")
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.news.contains("9,999,999,999,999 is too many: 100,000 at most here"))
    driver.press("999999999")
    #expect(driver.news.contains("is not set yet"))
    for _ in 0..<13 { driver.press("<Backspace>") }
    driver.press("<Enter>")
    #expect(attendance(driver, Fixture.lyon.id).total == 99)
  }

  @Test(arguments: [("12\n", 12), ("1 200", 1200), ("12 Anna 3", 84), ("Anna\nBea", 84)])
  func `only a number is pasted as a number`(text: String, total: Int) {
    var driver = door(Fixture.lyon.id)
    driver.press(.paste(text))
    driver.press("<Enter>")
    #expect(attendance(driver, Fixture.lyon.id).total == total)
  }

  @Test func `on the row of those online a press counts online, and the button says so`() {
    let (programme, id) = programme { $0.format = .hybrid }
    var driver = door(id, in: programme)
    #expect(driver.screen.contains("+ One more in the room"))
    driver.press("+<Down>")
    #expect(driver.screen.contains("+ One more online"))
    driver.press("++-")
    #expect(attendance(driver, id).inPerson == 1)
    #expect(attendance(driver, id).online == 1)
  }

  @Test func `in the grid one more in the room is one more of all, where a total stands`() {
    let (programme, id) = programme {
      $0.format = .hybrid
      ($0.attendance.total, $0.attendance.inPerson, $0.attendance.online) = (50, 40, 10)
      $0.attendance.source = .counted
    }
    var driver = door(id, in: programme)
    driver.press("g<Home><Down>+")
    #expect(attendance(driver, id).inPerson == 41)
    #expect(attendance(driver, id).total == 51)
    #expect(attendance(driver, id).online == 10)
    driver.press("-<Down>-")
    #expect(attendance(driver, id).inPerson == 40)
    #expect(attendance(driver, id).online == 9)
    #expect(attendance(driver, id).total == 49)
  }

  @Test func `nobody is taken away where nobody is`() {
    let (programme, id) = programme { _ in }
    var driver = door(id, in: programme)
    driver.press("-")
    #expect(attendance(driver, id).tally == nil)
    #expect(driver.news.contains("nobody left"))
    driver.press("+--")
    #expect(attendance(driver, id).tally == 0)
    #expect(attendance(driver, id).source == .counted)
  }

  @Test func `a hybrid event counts the room and online apart and adds them up`() {
    let (programme, id) = programme { $0.format = .hybrid }
    var driver = door(id, in: programme)
    driver.press("++>.")
    driver.press(">,")
    #expect(attendance(driver, id).inPerson == 2)
    #expect(attendance(driver, id).online == 2)
    #expect(attendance(driver, id).total == nil)
    #expect(driver.screen.contains("4 people counted."))
  }

  @Test func `a total without parts stays a total when one more comes`() {
    let (programme, id) = programme {
      $0.format = .hybrid
      $0.attendance.total = 50
      $0.attendance.source = .counted
    }
    var driver = door(id, in: programme)
    driver.press("+>")
    #expect(attendance(driver, id).total == 52)
    #expect(attendance(driver, id).inPerson == nil)
    #expect(attendance(driver, id).online == nil)
  }

  @Test func `a tally replaces a list only after a question, and never adds to it`() {
    var driver = door(Fixture.osaka.id)
    #expect(driver.screen.contains("2 people on the list count as attended."))
    driver.press("+")
    #expect(attendance(driver, Fixture.osaka.id).tally == nil)
    #expect(driver.screen.contains("never added"))
    driver.press("1")
    #expect(attendance(driver, Fixture.osaka.id).tally == nil)
    driver.press("+3")
    #expect(attendance(driver, Fixture.osaka.id).tally == 3)
    driver.press("+")
    #expect(attendance(driver, Fixture.osaka.id).tally == 4)
  }

  @Test func `an estimate is not made a count by one press`() {
    var driver = door(Fixture.recife.id)
    driver.press("+3")
    #expect(attendance(driver, Fixture.recife.id).total == 41)
    #expect(attendance(driver, Fixture.recife.id).source == .estimated)
    driver = door(Fixture.recife.id)
    driver.press("+2")
    #expect(attendance(driver, Fixture.recife.id).total == 1)
    #expect(attendance(driver, Fixture.recife.id).source == .counted)
  }

  @Test func `how the number is known can be said`() {
    var driver = door(Fixture.lyon.id)
    driver.press("s3")
    #expect(attendance(driver, Fixture.lyon.id).source == .reported)
    #expect(driver.news.contains("counted → reported"))
  }

  @Test func `that nobody knows how a number is known can be said, and it keeps its number`() {
    var driver = door(Fixture.lyon.id)
    driver.press("s5")
    #expect(attendance(driver, Fixture.lyon.id).source == .notKnown)
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.news.contains("counted → source unknown"))
    #expect(driver.screen.contains("84 people; where this number comes from is not known."))
    driver.press("+")
    #expect(driver.screen.contains("The number here is 84, source unknown."))
  }

  @Test func `where nobody knows how people meet, a press presumes nothing of it`() {
    let (programme, id) = programme {
      $0.format = nil
      $0.capacity = 2
    }
    var driver = door(id, in: programme)
    driver.press("++")
    #expect(driver.screen.contains("The room holds 2, and 2 are in it."))
    #expect(attendance(driver, id).total == 2 && attendance(driver, id).inPerson == nil)
    driver = door(id, in: programme)
    driver.press(">++")
    #expect(attendance(driver, id).online == 1 && attendance(driver, id).inPerson == 2)
    #expect(attendance(driver, id).tally == 3)
    #expect(driver.programme.events[id]?.format == nil)
  }

  @Test func `people are counted first, and one key marks the event as held whose day has come`() {
    let (programme, id) = programme { $0.status = .planned }
    var driver = door(id, in: programme)
    driver.press("+")
    #expect(attendance(driver, id).total == 1)
    #expect(driver.screen.contains("This event is planned"))
    #expect(driver.screen.contains("m Mark as held"))
    driver.press("m")
    #expect(driver.programme.events[id]?.status == .held)
    driver.press("u")
    #expect(driver.programme.events[id]?.status == .planned)
    var later = door(Fixture.berlin.id)
    later.press("+")
    #expect(later.screen.contains("enters the figures once"))
    later.press("m")
    #expect(later.screen.contains("which is still to come"))
    later.press("<F1>")
    #expect(later.news.contains("Enter takes it"))
    later.press("<Esc>")
    #expect(later.programme.events[Fixture.berlin.id]?.status == .planned)
  }

  @Test func `nothing is counted in a folder that is only read`() {
    var driver = door(Fixture.lyon.id, readOnly: .readOnly(path: "/p"))
    driver.press("+")
    #expect(attendance(driver, Fixture.lyon.id).total == 84)
    #expect(driver.news.hasPrefix("Opened for reading only"))
  }

  @Test func `a full room is told`() {
    let (programme, id) = programme { $0.capacity = 2 }
    var driver = door(id, in: programme)
    driver.press("+")
    #expect(!driver.screen.contains("The room holds"))
    driver.press("+")
    #expect(driver.screen.contains("The room holds 2, and 2 are in it."))
    driver.press("+")
    #expect(driver.screen.contains("The room holds 2: 3 is 1 too many."))
    driver.press("300")
    #expect(driver.screen.contains("More than the room holds (2)"))
  }

  @Test func `where am I tells the number before anything else`() {
    var driver = door(Fixture.lyon.id)
    driver.press("w")
    #expect(driver.news.hasPrefix("Attendance: 84 all together, counted, Dialogue"))
  }
}

@Suite struct AttendanceGridTests {
  private func grid(_ id: EventID) -> Driver {
    var driver = Driver()
    driver.press("2/")
    driver.type("id:\(id.text)")
    driver.press("<Enter>cg")
    return driver
  }

  private func declared(_ driver: Driver) -> DeclaredCommunities {
    driver.programme.events[Fixture.lyon.id]?.attendance.declared ?? DeclaredCommunities()
  }

  @Test func `arrows go from number to number and digits set one`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Down><Down><Down>32<Down>18<Enter>")
    let roles = driver.programme.events[Fixture.lyon.id]?.attendance.roles
    #expect(roles == ["communityMember": 32, "patientCarer": 18])
    #expect(driver.news.contains("patient or carer: no number → 18"))
    driver.press("u")
    #expect(
      driver.programme.events[Fixture.lyon.id]?.attendance.roles == ["communityMember": 32])
    #expect(driver.news.contains("patient or carer: 18 → no number"))
  }

  @Test func `a letter does not set a half-typed number`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("8a")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 84)
    #expect(driver.news == "8 is not set yet: Enter sets it, Esc drops it.")
    driver.press("5<Enter>")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 85)
  }

  @Test func `after undo the cursor stands on the number that was concerned`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Down><Down><Down>32<Enter>18<Enter>u")
    #expect(driver.application.desk.programme.events[Fixture.lyon.id]?.attendance.roles.count == 1)
    driver.press("19<Enter>")
    #expect(
      driver.programme.events[Fixture.lyon.id]?.attendance.roles
        == ["communityMember": 32, "patientCarer": 19])
  }

  @Test func `those online at an event in person are counted only after a question`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Down><Down>")
    #expect(driver.screen.contains("+ One more online"))
    driver.press("+")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.online == nil)
    driver.press("2")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.online == 1)
    #expect(driver.programme.events[Fixture.lyon.id]?.format == .inPerson)
    driver.press("u+3")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.online == 1)
    #expect(driver.programme.events[Fixture.lyon.id]?.format == .hybrid)
  }

  @Test func `an emptied number is unknown and not nought`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Right><Down><Down><Del>")
    #expect(declared(driver).communities["women"] == nil)
    driver.press("0<Enter>")
    #expect(declared(driver).communities["women"] == 0)
  }

  @Test func `a number that the country closes cannot be filled and says why`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Right><Down><Down><Down>7<Enter>")
    #expect(declared(driver).communities["ethnicMinorities"] == nil)
    #expect(driver.news.contains("Not kept in France"))
  }

  @Test func `a community larger than who answered is a warning and stays`() {
    var driver = grid(Fixture.lyon.id)
    driver.press("<Right><Down><Down>60<Enter>")
    #expect(declared(driver).communities["women"] == 60)
    #expect(driver.screen.contains("women: 60 is more than the 51 who answered."))
  }

  @Test func `one press does not put a tally of one in the place of a list`() {
    var driver = grid(Fixture.osaka.id)
    driver.press("+")
    #expect(driver.programme.events[Fixture.osaka.id]?.attendance.tally == nil)
    driver.press("9<Enter>")
    #expect(driver.programme.events[Fixture.osaka.id]?.attendance.tally == 9)
  }

  @Test func `the summary tells numbers with their base, pulses with their mean`() {
    var programme = Fixture.programme()
    var lyon = Fixture.lyon
    var pulse = Pulse()
    pulse.before = [0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0]
    lyon.pulses = [pulse]
    programme.events[lyon.id] = lyon
    var driver = Driver(programme)
    driver.press("2/")
    driver.type("id:\(lyon.id.text)")
    driver.press("<Enter><Enter><Tab>")
    let text = driver.lines.joined(separator: "\n")
    #expect(text.contains("51 of 84 answered"))
    #expect(text.contains("disabled people: 31"))
    #expect(text.contains("before, 3 answers: 4.3"))
    #expect(text.contains("not representative"))
  }
}
