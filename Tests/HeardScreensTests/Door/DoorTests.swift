import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// The door on terminals of every size, in every language.
@Suite struct DoorTests {
  static let sizes = [(32, 12), (80, 24), (140, 40)]

  /// The door of an event on a terminal of a size; keys are pressed where there is room for them.
  static func door(
    _ programme: Programme = Fixture.programme(), _ id: EventID = Fixture.lyon.id,
    language: String = "en", size: (Int, Int) = (80, 24)
  ) -> Driver {
    var driver = Driver(programme, language: language)
    driver.press("2/")
    driver.type("id:\(id.text)")
    driver.press("<Enter>c")
    driver.resize(columns: size.0, rows: size.1)
    return driver
  }

  static func programme(_ edit: (inout Event) -> Void) -> (Programme, EventID) {
    var programme = Fixture.programme()
    var event = Fixture.event("2024-11-30-fr-nice-aaaa", "Soirée", "FR", "Nice")
    event.start = KnownDate(stored: "2024-11-30")
    edit(&event)
    programme.events[event.id] = event
    return (programme, event.id)
  }

  @Test(arguments: Languages.all, sizes)
  func `the total, what the last press did and whether it is saved are seen`(
    language: String, size: (Int, Int)
  ) {
    var driver = Self.door(language: language, size: size)
    driver.press("+")
    let words = driver.application.desk.words
    #expect(driver.screen.contains(words("status.saved")))
    func more(_ total: String) -> String { words("door.more", count: 1, ["total": total]) }
    #expect(driver.screen.contains(more("85")))
    #expect(driver.rows.contains { $0.contains("█") })
    #expect(driver.rows.contains { $0.contains("85") && $0.contains(words("cell.total")) })
    driver.isHolding = true
    driver.press("+")
    #expect(driver.screen.contains(words("status.saving")))
    #expect(driver.screen.contains(more("86")))
    driver.release()
    #expect(driver.screen.contains(words("status.saved")))
  }

  @Test(arguments: Languages.all)
  func `on a telephone one press changes few cells`(language: String) {
    var driver = Self.door(language: language, size: (32, 12))
    driver.press("+")
    let before = driver.rows
    driver.press("+")
    let changed = zip(before, driver.rows).reduce(0) { sum, rows in
      sum + zip(rows.0, rows.1).count { $0 != $1 }
    }
    #expect(changed > 0 && changed <= 40)
  }

  @Test(arguments: Languages.all)
  func `digits give way to a plain number where warnings need the rows`(language: String) {
    let (programme, id) = Self.programme {
      $0.status = .planned
      $0.format = .hybrid
      $0.capacity = 1
    }
    var driver = Self.door(programme, id, language: language, size: (32, 12))
    driver.press("++")
    #expect(!driver.screen.contains("█"))
    #expect(driver.rows.contains { $0.trimmedStart.hasPrefix("2  ") })
    #expect(driver.lines.contains("\(driver.application.desk.words("cell.total")): 2"))
  }

  @Test func `in plain lines the total is a number with what it counts`() {
    let driver = Self.door()
    #expect(driver.lines.contains("all together: 84"))
    #expect(!driver.lines.contains { $0.contains("█") })
  }

  @Test(arguments: [(31, 12), (32, 11), (1, 1), (0, 0)])
  func `where the window is smaller than a screen needs, keys do nothing`(columns: Int, rows: Int) {
    var driver = Self.door()
    driver.press("8")
    driver.resize(columns: columns, rows: rows)
    driver.press("+++q<Enter>u<F2>5<Tab><Esc>:")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 84)
    #expect(!driver.effects.contains(.terminal(.quit)))
    #expect(driver.application.tooSmall.contains("32 columns and 12 rows"))
    driver.resize(columns: 80, rows: 24)
    #expect(driver.screen.contains("8_"))
  }

  @Test func `a screen that is too small is left by Esc where the one below has room`() {
    var driver = Self.door(size: (40, 14))
    driver.press("<F12>")
    #expect(driver.application.tooSmall.contains("80 columns"))
    #expect(driver.application.tooSmall.contains("Esc goes back to: Attendance"))
    driver.press("n+")
    #expect(driver.application.tooSmall.contains("80 columns"))
    driver.press("<Esc>+")
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 85)
  }

  @Test func `Ctrl-C ends a program that has no room, unless something is not on disk`() {
    var driver = Self.door()
    driver.failing = .diskFull
    driver.press("+")
    driver.resize(columns: 20, rows: 5)
    driver.press("<Ctrl-C>")
    #expect(!driver.effects.contains(.terminal(.quit)))
    #expect(driver.application.tooSmall.contains("1 change is not on disk yet"))
    driver.failing = nil
    driver.resize(columns: 80, rows: 24)
    driver.press("<Ctrl-S>")
    driver.resize(columns: 20, rows: 5)
    driver.press("<Ctrl-C>")
    #expect(driver.effects.contains(.terminal(.quit)))
  }

  @Test func `a form keeps what is typed while the window is too small`() {
    var driver = Driver()
    driver.press("N")
    driver.type("Soir")
    driver.resize(columns: 40, rows: 10)
    driver.type("xxx")
    driver.press("<Esc>")
    driver.resize(columns: 80, rows: 24)
    driver.type("ée")
    #expect(driver.screen.contains("Soirée"))
  }

  @Test(arguments: Languages.all)
  func `a question is read whole on a telephone`(language: String) {
    let osaka = Fixture.osaka.id
    var driver = Self.door(Fixture.programme(), osaka, language: language, size: (32, 12))
    driver.press("+")
    let words = driver.application.desk.words
    let shown = driver.rows.joined().filter { $0 != " " }
    for key in ["door.askList", "door.keepList", "door.beginWithNone", "door.beginWithList"] {
      let text = key == "door.askList" ? words(key, count: 2) : words(key, ["n": "2"])
      #expect(shown.contains(text.filter { $0 != " " }), "\(text)\n\(driver.screen)")
    }
    driver.press("3")
    #expect(driver.programme.events[osaka]?.attendance.tally == 3)
  }

  @Test func `a blocked disk delays no key, and saved is said only after the write`() {
    var driver = Self.door()
    driver.isHolding = true
    for _ in 0..<84 { driver.press("+") }
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 168)
    #expect(driver.news == "One more: 168. u takes it back.")
    #expect(driver.screen.contains("saving"))
    driver.release()
    #expect(driver.screen.contains("saved"))
    #expect(driver.programme.events[Fixture.lyon.id]?.attendance.total == 168)
  }
}

@Suite struct RolesTests {
  private func roles(
    _ programme: Programme = Fixture.programme(), _ id: EventID = Fixture.lyon.id,
    language: String = "en", size: (Int, Int) = (80, 24)
  ) -> Driver {
    var driver = DoorTests.door(programme, id, language: language, size: size)
    driver.press("<Tab>")
    return driver
  }

  private func attendance(_ driver: Driver, _ id: EventID = Fixture.lyon.id) -> Attendance {
    driver.programme.events[id]?.attendance ?? Attendance()
  }

  @Test(arguments: Languages.all, DoorTests.sizes)
  func `one letter counts one of a role, and nobody more who came`(
    language: String, size: (Int, Int)
  ) {
    var driver = roles(language: language, size: size)
    driver.press("aab")
    #expect(attendance(driver).roles == ["communityMember": 2, "patientCarer": 1])
    #expect(attendance(driver).total == 84 && attendance(driver).inRole == 3)
    let desk = driver.application.desk
    #expect(driver.screen.contains(desk.words("door.came", count: 84)))
    let role = desk.formats.label("patientCarer", in: .role, of: desk.programme)
    #expect(driver.rows.contains { $0.contains("b  ") && $0.contains("1  \(role.prefix(8))") })
    #expect(driver.rows.last?.isEmpty == false)
    guard size.0 >= 80 else { return }
    let tab = desk.words(
      "door.tab", ["part": desk.words("door.part.roles"), "n": "3", "all": "84"])
    #expect(driver.screen.contains("[\(tab)]"))
    #expect(driver.rows.contains { $0.contains("81  \(desk.words("roles.none"))") })
  }

  @Test func `minus and a letter take one away, Esc takes none`() {
    var driver = roles()
    driver.press("aa-a")
    #expect(attendance(driver).roles["communityMember"] == 1)
    #expect(attendance(driver).total == 84 && attendance(driver).inRole == 1)
    #expect(driver.news == "One community member less: 1. Still 84. u takes it back.")
    driver.press("-<Esc>a")
    #expect(attendance(driver).roles["communityMember"] == 2)
    driver.press("-b")
    #expect(driver.news == "There is nobody left to take away.")
    #expect(attendance(driver).inRole == 2)
  }

  @Test func `one more role of the same person is no further person`() {
    var driver = roles()
    driver.press("a&b")
    #expect(attendance(driver).roles == ["communityMember": 1, "patientCarer": 1])
    #expect(attendance(driver).inRole == 1)
    #expect(driver.news.contains("the same person. People with a role: 1."))
    driver.press("&<Esc>b")
    #expect(attendance(driver).inRole == 2)
    driver.press("-&b")
    #expect(attendance(driver).roles["patientCarer"] == 1 && attendance(driver).inRole == 2)
    driver.press("uu")
    #expect(attendance(driver).roles == ["communityMember": 1, "patientCarer": 1])
    #expect(attendance(driver).inRole == 1)
  }

  @Test func `roles that are not counted add to no total and are told apart`() {
    var driver = roles()
    driver.press("r")
    #expect(attendance(driver).roles == ["organiser": 1])
    #expect(attendance(driver).total == 84 && attendance(driver).inRole == nil)
    #expect(driver.screen.contains("Not counted among the 84"))
    #expect(driver.news.contains("organiser: 1, not among those counted"))
    driver.press("<Shift-Tab>")
    #expect(driver.screen.contains("Not counted: 1 organiser"))
    driver.press("u")
    #expect(attendance(driver).roles == [:])
  }

  @Test func `the chosen role is counted by plus, as in the count`() {
    var driver = roles()
    driver.press("<Down><Down>++")
    #expect(attendance(driver).roles == ["healthProfessional": 2])
    driver.press("<Esc>u")
    #expect(attendance(driver).roles == [:] && attendance(driver).total == 84)
  }

  @Test func `g opens the grid from the roles, and counts nobody`() {
    var driver = roles()
    driver.press("g")
    #expect(!driver.screen.contains("[Roles]"))
    #expect(attendance(driver).total == 84)
    #expect(attendance(driver).roles.isEmpty)
  }

  @Test func `a letter that stands for no role does nothing else`() {
    var driver = roles()
    driver.press("zqtT15")
    #expect(driver.screen.contains("[Roles]"))
    #expect(attendance(driver).total == 84)
    #expect(!driver.effects.contains(.terminal(.quit)))
  }

  @Test func `a role does not begin a count in the place of a list without a question`() {
    var driver = roles(Fixture.programme(), Fixture.osaka.id)
    driver.press("a")
    #expect(attendance(driver, Fixture.osaka.id).roles.isEmpty)
    // Only the role: the list stays the attendance.
    driver.press("1a")
    #expect(attendance(driver, Fixture.osaka.id).tally == nil)
    #expect(attendance(driver, Fixture.osaka.id).inRole == 2)
    var counting = roles(Fixture.programme(), Fixture.osaka.id)
    counting.press("a3")
    // From the two on the list, of whom one has a role now.
    #expect(attendance(counting, Fixture.osaka.id).tally == 2)
    counting.press("ar")
    #expect(attendance(counting, Fixture.osaka.id).tally == 2)
    counting.press("b")
    #expect(attendance(counting, Fixture.osaka.id).tally == 3)
    #expect(attendance(counting, Fixture.osaka.id).inRole == 3)
  }

  @Test func `where nobody was counted the first letter asks what it counts`() {
    let (programme, id) = DoorTests.programme { _ in }
    var driver = roles(programme, id)
    driver.press("a")
    #expect(driver.screen.contains("What does a letter count?"))
    driver.press("2ab")
    #expect(attendance(driver, id).tally == 3 && attendance(driver, id).inRole == 3)
    #expect(driver.screen.contains("The number follows"))
    // Somebody with a further role is nobody more.
    driver.press("&a")
    #expect(attendance(driver, id).tally == 3)
    var alone = roles(programme, id)
    alone.press("a1ab")
    #expect(attendance(alone, id).tally == nil && attendance(alone, id).inRole == 3)
    #expect(alone.screen.contains("3 have a role; nobody is counted yet."))
  }

  @Test func `more roles than people are asked about once, and then the number follows`() {
    let (programme, id) = DoorTests.programme {
      ($0.attendance.total, $0.attendance.source) = (2, .counted)
    }
    var driver = roles(programme, id)
    driver.press("aab")
    #expect(driver.screen.contains("3 would have a role, but 2 came. Count 3?"))
    driver.press("1")
    #expect(attendance(driver, id).total == 2 && attendance(driver, id).inRole == 2)
    driver.press("b2b")
    #expect(attendance(driver, id).total == 4 && attendance(driver, id).inRole == 4)
  }

  @Test func `where ways are counted apart a key turns between the room and online`() {
    let (programme, id) = DoorTests.programme { $0.format = .hybrid }
    var driver = roles(programme, id)
    driver.press("a2>aa>a")
    #expect(attendance(driver, id).inPerson == 2)
    #expect(attendance(driver, id).online == 2)
  }
}

/// Several doors of one event.
@Suite struct DoorsTests {
  private func attendance(_ driver: Driver) -> Attendance {
    driver.programme.events[Fixture.lyon.id]?.attendance ?? Attendance()
  }

  /// The programme after another window has counted so many at the door.
  private func counted(_ programme: Programme, _ step: Int, by id: Code) -> Programme {
    var programme = programme
    guard var event = programme.events[Fixture.lyon.id] else { return programme }
    var row = DoorCount()
    (row.id, row.began) = (id, Moment(stored: "2024-05-28T12:02:00Z"))
    if let next = event.attendance.counting(step, .inPerson, isSplit: false, in: row) {
      event.attendance = next
    }
    programme.events[event.id] = event
    return programme
  }

  /// The driver once it has read what the other window has put into the folder.
  private func read(_ programme: Programme, _ driver: inout Driver) {
    driver.take(.folder(.loaded(programme, unreadable: [])))
  }

  @Test func `who counted how many is seen, and what was typed`() {
    var driver = DoorTests.door(counted(Fixture.programme(), 31, by: "d-sam"))
    driver.press("+++")
    #expect(attendance(driver).total == 118)
    #expect(driver.rows.contains { $0.contains("Typed") && $0.contains("84") })
    #expect(driver.rows.contains { $0.contains("This door") && $0.contains("3") })
    #expect(
      driver.rows.contains {
        $0.contains("Other door") && $0.contains("31") && $0.contains("since 14:02")
      })
    #expect(driver.lines.contains { $0.contains("Other door") && $0.contains("31") })
    driver.resize(columns: 32, rows: 12)
    #expect(driver.screen.contains("here 3 · other 31"))
  }

  @Test func `one door alone is not told apart`() {
    let (programme, id) = DoorTests.programme { _ in }
    var driver = DoorTests.door(programme, id)
    driver.press("+++")
    #expect(!driver.screen.contains("This door"))
  }

  @Test func `undo at the door takes one's own press back, whatever others have counted since`() {
    var driver = DoorTests.door()
    driver.press("++")
    read(counted(driver.programme, 5, by: "d-sam"), &driver)
    #expect(attendance(driver).total == 91)
    driver.press("u")
    #expect(attendance(driver).total == 90)
    driver.press("<Esc>u")
    #expect(attendance(driver).total == 89)
    driver.press("<Ctrl-R>")
    #expect(attendance(driver).total == 90)
    #expect(attendance(driver).counts.contains { $0.id == "d-sam" && $0.added == ["total": 5] })
  }

  @Test func `a run of presses goes back as one, without what others counted in between`() {
    var driver = DoorTests.door()
    driver.press("++")
    read(counted(driver.programme, 5, by: "d-sam"), &driver)
    driver.press("+++")
    #expect(attendance(driver).total == 94)
    driver.press("<Esc>u")
    #expect(attendance(driver).total == 89)
    driver.press("<Ctrl-R>")
    #expect(attendance(driver).total == 94)
  }

  @Test func `a number is typed over what others counted only after a question`() {
    var driver = DoorTests.door(counted(Fixture.programme(), 31, by: "d-sam"))
    driver.press("90<Enter>")
    #expect(driver.screen.contains("Other doors have counted 31."))
    driver.press("1")
    #expect(attendance(driver).total == 115)
    driver.press("90<Enter>2")
    #expect(attendance(driver).total == 90)
    // What is counted after that is added, and undo leaves it.
    read(counted(driver.programme, 2, by: "d-sam"), &driver)
    #expect(attendance(driver).total == 92)
    driver.press("u")
    #expect(attendance(driver).total == 117)
  }

  @Test func `different numbers typed at once are told until somebody chooses`() {
    var programme = Fixture.programme()
    if var event = programme.events[Fixture.lyon.id] {
      var other = event.attendance
      other.type(90, as: .total)
      event.attendance.type(80, as: .total)
      event.attendance.typed += other.typed
      programme.put(Record.event(event).reckoned(), at: .event(event.id))
    }
    var driver = DoorTests.door(programme)
    #expect(attendance(driver).total == 80)
    #expect(driver.screen.contains("different numbers were typed at once, 80, 90"))
    driver.press("+")
    #expect(attendance(driver).contested.map(\.numbers) == [[81, 91]])
    driver.press("<Esc>5")
    #expect(driver.screen.contains("At 1 event different numbers were typed at once"))
    driver.press("!<Enter><Down><Enter>")
    #expect(attendance(driver).total == 91 && attendance(driver).contested.isEmpty)
    #expect(driver.programme.events[Fixture.lyon.id]?.conflicts.isEmpty == true)
  }

  @Test func `what another program wrote beside the counts is told at the door`() {
    var programme = counted(Fixture.programme(), 3, by: "d-sam")
    programme.events[Fixture.lyon.id]?.attendance.total = 99
    let driver = DoorTests.door(programme)
    #expect(driver.lines.contains { $0.contains("another program wrote 99") })
    #expect(driver.lines.contains { $0.contains("comes to 87") })
  }

  @Test func `a number of the form takes the place of what was counted, and presses go on`() {
    var driver = DoorTests.door()
    driver.press("+g<Down><Down><Down>7<Enter><Up>+")
    #expect(attendance(driver).roles == ["communityMember": 8])
    #expect(attendance(driver).typed.contains { $0.what == "role.communityMember" })
    driver.press("<Home><Del>")
    #expect(attendance(driver).total == nil)
    driver.press("+")
    #expect(attendance(driver).total == 1)
    driver.press("uu")
    #expect(attendance(driver).total == 85)
  }
}
