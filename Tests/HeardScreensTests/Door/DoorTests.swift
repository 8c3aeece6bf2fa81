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
    #expect(driver.screen.contains("84 → 85"))
    #expect(driver.rows.contains { $0.contains("█") })
    #expect(driver.rows.contains { $0.contains("85") && $0.contains(words("cell.total")) })
    driver.isHolding = true
    driver.press("+")
    #expect(driver.screen.contains(words("status.saving")))
    #expect(driver.screen.contains("85 → 86"))
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
    #expect(driver.screen.contains("167 → 168"))
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
  func `one letter counts one of a role and one attendance`(
    language: String, size: (Int, Int)
  ) {
    var driver = roles(language: language, size: size)
    driver.press("aab")
    #expect(attendance(driver).roles == ["communityMember": 2, "patientCarer": 1])
    #expect(attendance(driver).total == 87)
    #expect(driver.screen.contains("87"))
    let desk = driver.application.desk
    let role = desk.formats.label("patientCarer", in: .role, of: desk.programme)
    #expect(driver.rows.contains { $0.contains("b  ") && $0.contains("1  \(role.prefix(8))") })
    #expect(driver.rows.last?.isEmpty == false)
  }

  @Test func `minus and a letter take one away, Esc takes none`() {
    var driver = roles()
    driver.press("aa-a")
    #expect(attendance(driver).roles["communityMember"] == 1)
    #expect(attendance(driver).total == 85)
    driver.press("-<Esc>a")
    #expect(attendance(driver).roles["communityMember"] == 2)
    driver.press("-b")
    #expect(driver.news == "There is nobody left to take away.")
    #expect(attendance(driver).total == 86)
  }

  @Test func `roles that are not counted add to no total and are told apart`() {
    var driver = roles()
    driver.press("r")
    #expect(attendance(driver).roles == ["organiser": 1])
    #expect(attendance(driver).total == 84)
    #expect(driver.screen.contains("organiser (not counted)"))
    #expect(driver.screen.contains("84 all together · roles 0, not counted 1"))
    driver.press("u")
    #expect(attendance(driver).roles == [:])
  }

  @Test func `the chosen role is counted by plus, as in the count`() {
    var driver = roles()
    driver.press("<Down><Down>++")
    #expect(attendance(driver).roles == ["healthProfessional": 2])
    driver.press("<Esc>u")
    #expect(attendance(driver).total == 84)
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

  @Test func `a role does not begin a tally in the place of a list without a question`() {
    var driver = roles(Fixture.programme(), Fixture.osaka.id)
    driver.press("a")
    #expect(attendance(driver, Fixture.osaka.id).tally == nil)
    driver.press("3")
    #expect(attendance(driver, Fixture.osaka.id).tally == 3)
    driver.press("r")
    #expect(attendance(driver, Fixture.osaka.id).roles == ["communityMember": 1, "organiser": 1])
  }

  @Test func `where ways are counted apart a key turns between the room and online`() {
    let (programme, id) = DoorTests.programme { $0.format = .hybrid }
    var driver = roles(programme, id)
    driver.press("a>aa>a")
    #expect(attendance(driver, id).inPerson == 2)
    #expect(attendance(driver, id).online == 2)
  }
}
