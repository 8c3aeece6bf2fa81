import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// People put on the list at the door.
@Suite struct DoorListTests {
  private let recife = Fixture.recife.id

  private func list(language: String = "en", size: (Int, Int) = (80, 24)) -> Driver {
    var driver = DoorTests.door(Fixture.programme(), recife, language: language, size: size)
    driver.press("p")
    return driver
  }

  private func people(_ driver: Driver) -> [Participation] {
    driver.programme.events[recife]?.participations ?? []
  }

  private func kept(_ driver: Driver) -> [Identity] {
    driver.effects.flatMap { effect -> [Identity] in
      if case .folder(.keepIdentities(let identities)) = effect { identities } else { [] }
    }
  }

  @Test(arguments: Languages.all, DoorTests.sizes)
  func `a person is two presses: what they came as, and Enter`(language: String, size: (Int, Int)) {
    var driver = list(language: language, size: size)
    let words = driver.application.desk.words
    #expect(driver.screen.contains(words("people.next", ["pseudonym": "7hd2-01"])))
    driver.press("b<Enter>ao<Enter><Enter>")
    #expect(people(driver).map(\.pseudonym) == ["7hd2-01", "7hd2-02", "7hd2-03"])
    #expect(
      people(driver).map(\.roles) == [["patientCarer"], ["communityMember", "interpreter"], []])
    #expect(Set(people(driver).map(\.id)).count == 3)
    #expect(people(driver).allSatisfy { $0.status == .attended })
    #expect(driver.screen.contains(words("people.next", ["pseudonym": "7hd2-04"])))
    driver.press("u")
    #expect(people(driver).count == 2)
  }

  @Test func `listed people are never added to the tally, and the screen says so`() {
    var driver = list()
    driver.press("a<Enter>")
    #expect(driver.programme.events[recife]?.attendance.tally == 40)
    #expect(driver.lines.contains { $0.contains("is not added: only the count is used.") })
  }

  @Test func `another pseudonym is typed, and none stands twice on a list`() {
    var driver = list()
    driver.press("e")
    for _ in 0..<8 { driver.press("<Backspace>") }
    driver.type("Iara qu")
    driver.press("<Enter><Enter>")
    #expect(people(driver).map(\.pseudonym) == ["Iara qu"])
    driver.press("eIara qu")
    driver.press("<Esc><Enter>")
    #expect(people(driver).map(\.pseudonym) == ["Iara qu", "7hd2-01"])
  }

  @Test func `a name goes apart, with whether the person may be written to`() throws {
    var driver = list()
    driver.press("a<Enter>n")
    driver.type("Jaciara Exemplo")
    driver.press("<Tab><Tab>")
    driver.type("jaci@example.org")
    driver.press("<Tab><Right><Ctrl-S>")
    let person = try #require(people(driver).first)
    let identity = try #require(kept(driver).first)
    #expect(identity.id == person.id)
    #expect(identity.name == "Jaciara Exemplo")
    #expect(person.pseudonym == "7hd2-01")
    #expect(person.consent?.allows(.contact, on: driver.now.day) == true)
    #expect(driver.screen.contains("[List 1]"))
    for effect in driver.effects {
      if case .folder(.save(let change, _)) = effect { #expect(!"\(change)".contains("Jaciara")) }
      if case .state(.keepDraft(let draft)) = effect { #expect(!"\(draft)".contains("Jaciara")) }
    }
  }

  @Test func `a name that is typed is not left without a question`() {
    var driver = list()
    driver.press("a<Enter>n")
    driver.type("Jaciara")
    driver.press("<Esc>1")
    #expect(driver.screen.contains("Jaciara"))
    driver.press("<F2>")
    #expect(driver.screen.contains("Jaciara"))
    driver.press("<Esc>2")
    #expect(driver.screen.contains("[List 1]"))
    #expect(kept(driver).isEmpty)
  }

  @Test func `several pasted lines are several people after one question`() {
    var driver = list()
    driver.press("c")
    driver.press(.paste("Anna\n Bea \n\nCarla\n"))
    #expect(people(driver).isEmpty)
    #expect(driver.screen.contains("You pasted 3 names (Anna, Bea, Carla …)"))
    driver.press("2")
    #expect(people(driver).map(\.pseudonym) == ["Anna", "Bea", "Carla"])
    #expect(people(driver).allSatisfy { $0.roles == ["healthProfessional"] })
    driver.press(.paste("Anna\nDora"))
    driver.press("2")
    #expect(people(driver).map(\.pseudonym) == ["Anna", "Bea", "Carla", "Anna 2", "Dora"])
    driver.press("u")
    #expect(people(driver).count == 3)
  }

  @Test func `pasted names that are names go apart, and undoing takes them away again`() {
    var driver = list()
    driver.press(.paste("Anna Exemplo\nBea Exemplo"))
    driver.press("3")
    #expect(people(driver).map(\.pseudonym) == ["7hd2-01", "7hd2-02"])
    #expect(kept(driver).map(\.name) == ["Anna Exemplo", "Bea Exemplo"])
    #expect(kept(driver).map(\.id) == people(driver).map(\.id))
    driver.press("u")
    #expect(people(driver).isEmpty)
    #expect(driver.effects.contains(.folder(.forgetIdentities(kept(driver).map(\.id)))))
  }

  @Test func `names that could not be kept are held and tried again`() {
    var driver = list()
    driver.press(.paste("Anna Exemplo\nBea Exemplo"))
    driver.press("3")
    driver.take(.folder(.identitiesFailed(kept(driver), .diskFull)))
    #expect(driver.screen.contains("2 changes not on disk"))
    driver.press("<Ctrl-S>")
    #expect(kept(driver).count == 4)
    #expect(driver.screen.contains("saved"))
  }

  @Test func `in the whole form several pasted lines are several people too`() {
    var driver = list()
    driver.press("p")
    driver.press(.paste("Anna\nBea\nCarla"))
    driver.press("2")
    #expect(people(driver).map(\.pseudonym) == ["Anna", "Bea", "Carla"])
  }

  @Test func `what somebody came as is found by typing the beginning of its name`() {
    var driver = list()
    driver.press("p")
    driver.type("Iara")
    driver.press("<Tab><Tab>")
    driver.type("interp")
    driver.press("<Enter><Ctrl-S>")
    #expect(people(driver).map(\.roles) == [["interpreter"]])
    driver.type("Jaci")
    driver.press("<Tab><Tab>")
    driver.type("pat")
    driver.press("<Enter>")
    driver.type("res")
    driver.press("<Enter><Ctrl-S>")
    #expect(people(driver).last?.roles == ["patientCarer", "researcher"])
  }
}
