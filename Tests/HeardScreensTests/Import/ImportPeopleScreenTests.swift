import HeardExchange
import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

/// The screen on which a sign-in sheet goes onto the list of an event.
@Suite struct ImportPeopleScreenTests {
  private static let sheet = """
    Name;E-mail;Came as;Shoe size;Present
    Ana Silva;ana@example.org;researcher;38;x
    Jo Meyer;jo@example.org;gardener;41;x
    Ana Silva;;researcher;;x
    """
  private static let names = ["Ana", "Silva", "Meyer", "example.org"]

  /// At the people of the event in Lyon, with a sheet on the machine.
  private func atPeople(
    _ text: String = sheet, _ programme: Programme = Fixture.programme(), language: String = "en",
    columns: Int = 80, rows: Int = 24
  ) -> Driver {
    var driver = Driver(programme, language: language, columns: columns, rows: rows)
    driver.files = ["sign-in.csv": text]
    driver.press("2/lyon<Enter><Enter><Tab><Tab>")
    return driver
  }

  private func atRows(_ text: String = sheet) -> Driver {
    var driver = atPeople(text)
    driver.press("I")
    driver.type("sign-in.csv")
    driver.press("<Enter><Tab><Tab>")
    return driver
  }

  private func list(_ driver: Driver) -> [Participation] {
    driver.programme.events[Fixture.lyon.id]?.participations ?? []
  }

  private func kept(_ driver: Driver) -> [Identity] {
    driver.effects.flatMap { effect -> [Identity] in
      if case .folder(.keepIdentities(let names)) = effect { names } else { [] }
    }
  }

  @Test func `it opens from the people of an event, and shows whose people they are`() {
    var driver = atPeople()
    #expect(driver.screen.contains("I Sign-in sheet"))
    driver.press("I")
    #expect(driver.screen.contains("People of 2024-05-28 · Lyon"))
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Came as               Came as"))
    #expect(driver.screen.contains("Shoe size             Not imported"))
    #expect(driver.screen.contains("Names and contacts are not kept."))
    #expect(driver.screen.contains("ready          gets a number"))
  }

  @Test func `who is known from another event keeps their id, and undoing keeps their name`() throws
  {
    var driver = atPeople("Name;Present\nNoor Haddad;x\nJo Meyer;x\n")
    let known = try #require(
      driver.programme.events.values.filter { $0.id != Fixture.lyon.id }
        .flatMap(\.participations).first { !$0.pseudonym.isEmpty })
    var identity = Identity()
    (identity.id, identity.name) = (known.id, "Noor Haddad")
    driver.identities = [identity]
    driver.press("I")
    driver.type("sign-in.csv")
    driver.press("<Enter>n<Tab>")
    #expect(driver.screen.contains("Has the name of \(known.pseudonym)"), "\(driver.screen)")
    #expect(driver.screen.contains("1\u{A0}each"), "\(driver.screen)")
    driver.press("d")
    #expect(driver.screen.contains("Line 2 is like \(known.id.text): one person?"))
    #expect(!driver.screen.contains("Haddad"), "\(driver.screen)")
    // The path is typed on the first part alone: Enter reads nothing again here.
    driver.press("<Enter>1<Esc><Tab>")
    #expect(driver.screen.contains("1 of them is known from another event."), "\(driver.screen)")
    #expect(driver.screen.contains("ready          さくら"), "\(driver.screen)")
    driver.press("<Ctrl-S>")
    #expect(list(driver).map(\.id).contains(known.id))
    #expect(kept(driver).map(\.name) == ["Jo Meyer"])
    driver.press("u")
    #expect(list(driver).isEmpty)
    let forgotten = driver.effects.flatMap { effect -> [PersonID] in
      if case .folder(.forgetIdentities(let people)) = effect { people } else { [] }
    }
    #expect(forgotten.count == 1 && !forgotten.contains(known.id))
  }

  @Test func `people come under pseudonyms, and no name stands in any record or draft`() {
    var driver = atRows()
    #expect(driver.screen.contains("2 people would be imported. Doubtful and left out: 1."))
    #expect(driver.screen.contains("Same as line 2.") == false)
    driver.press("<Ctrl-S>")
    #expect(list(driver).map(\.pseudonym) == ["Participant 1", "Participant 2"])
    #expect(driver.screen.contains("Participant 1"))
    #expect(kept(driver).isEmpty)
    let all = "\(driver.programme) \(driver.application.desk.drafts)"
    for name in Self.names { #expect(!all.contains(name)) }
  }

  @Test func `names are kept among the identities where somebody says so, and undo forgets them`() {
    var driver = atRows()
    driver.press("<Shift-Tab><Shift-Tab>n<Tab><Tab>")
    driver.press("<Ctrl-S>")
    #expect(kept(driver).map(\.name) == ["Ana Silva", "Jo Meyer"])
    #expect(kept(driver).map(\.id) == list(driver).map(\.id))
    #expect(!"\(driver.programme)".contains("Silva"))
    let people = list(driver).map(\.id)
    driver.press("u")
    #expect(list(driver).isEmpty)
    #expect(driver.effects.contains(.folder(.forgetIdentities(people))))
    #expect(driver.screen.contains("2 people would be imported."))
  }

  @Test func `twice adds nobody twice`() {
    var driver = atRows()
    driver.press("<Ctrl-S><Ctrl-S>")
    #expect(driver.news == "No row is ready to be imported.")
    driver.press("<Esc>I")
    driver.type("sign-in.csv")
    driver.press("<Enter><Tab><Tab><Ctrl-S>")
    #expect(list(driver).count == 2)
    #expect(driver.screen.contains("There already: 2."))
  }

  @Test func `a doubtful line is corrected, and no draft keeps what was typed`() throws {
    var driver = atRows()
    driver.press("f<Enter>")
    #expect(driver.screen.contains("Same as line 2."))
    driver.press("<Up><Ctrl-U>")
    driver.type("Kim Secret")
    #expect(driver.screen.contains("Line 4: ready"))
    driver.press("<Esc>1")
    let draft = try #require(driver.application.desk.drafts.first)
    #expect(draft.event == Fixture.lyon.id)
    #expect(!"\(draft)".contains("Secret"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("People of 2024-05-28 · Lyon"))
  }

  @Test func `the event is chosen at the start, or when a sheet of people was read as events`() {
    var driver = Driver()
    driver.files = ["sign-in.csv": Self.sheet]
    driver.press("2I<Ctrl-O>2")
    driver.type("lyo")
    driver.press("<Enter>")
    #expect(driver.screen.contains("People of 2024-05-28 · Lyon"))
    driver.press("<Esc>2I")
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("This looks like a sign-in sheet."))
    driver.press("L2")
    driver.press("<Enter>")
    #expect(driver.news.contains("More than one can be meant."))
    driver.type("recife")
    driver.press("<Enter>")
    #expect(driver.screen.contains("People of 2024-05-16 · Recife"))
    #expect(driver.screen.contains("E-mail                Contact"))
    driver.press("L1")
    #expect(!driver.screen.contains("People of"))
    #expect(driver.screen.contains("E-mail                Not imported"))
  }

  @Test func `the notice is said for the whole sheet, and consent counts only with it`() throws {
    var driver = atRows("Alias;Community;May we count you;Present\nFern;women;yes;x\n")
    #expect(driver.lines.joined().contains("--notice says it"))
    driver.press("<Shift-Tab><Shift-Tab>i2<Tab><Tab>")
    #expect(!driver.lines.joined().contains("--notice says it"))
    driver.press("<Ctrl-S>")
    let consent = try #require(list(driver).first?.consent)
    #expect(consent.notice == Fixture.notice.id)
    #expect(consent.evidence == "sign-in.csv, 2")
  }

  @Test func `a closed rule of the country stays closed`() {
    var driver = atRows("Alias;Community;May we count you;Present\nFern;women;yes;x\n")
    driver.press("<Shift-Tab><Shift-Tab>i2<Tab><Tab>")
    #expect(driver.screen.contains("Not kept about a person in France"))
    driver.press("<Ctrl-S>")
    #expect(list(driver).first?.communities == [])
  }

  @Test func `what the columns stand for is kept for people alone`() throws {
    var driver = atPeople("Aa;Present\nOak;x\n")
    driver.press("I")
    driver.type("sign-in.csv")
    driver.press("<Enter><Enter>")
    for _ in 0..<16 { driver.press("<Up>") }
    driver.press("<Enter>K")
    driver.type("door")
    driver.press("<Enter>")
    let kept = try #require(driver.programme.mappings["door"])
    #expect(kept.kind == "people")
    #expect(kept.columns.map(\.field) == ["pseudonym", "status"])
    driver.press("<Esc>I")
    driver.type("sign-in.csv")
    driver.press("<Enter>")
    #expect(driver.screen.contains("Aa                    Pseudonym"))
    driver.press("L1")
    #expect(driver.screen.contains("Aa                    Into the notes"))
  }

  @Test func `in plain lines a sheet of people goes in by words and numbers`() {
    var talk = Talk(atPeople())
    talk.type("import", "sign-in.csv")
    #expect(talk.text.contains("People of 2024-05-28 · Lyon"), "\(talk.text)")
    talk.type("next part", "save")
    let list = talk.programme.events[Fixture.lyon.id]?.participations
    #expect(list?.count == 2, "\(talk.text)")
    talk.type("undo")
    #expect(talk.programme.events[Fixture.lyon.id]?.participations.isEmpty ?? false)
    for name in Self.names.dropLast() { #expect(!talk.said.joined().contains(name)) }
  }

  @Test(arguments: Languages.all)
  func `every step is shown in cells and in plain lines`(_ language: String) {
    for (columns, rows) in [(80, 24), (140, 40), (20, 5)] {
      var driver = atPeople(language: language, columns: columns, rows: rows)
      driver.press("I")
      driver.type("sign-in.csv")
      for keys in [
        "<Enter>", "n", "L", "<Esc>E", "<Esc>S", "<Esc><Tab>", "<Tab>", "f<Enter>", "<Esc>*", "w",
      ] {
        driver.press(keys)
        #expect(!driver.screen.contains("import."), "\(language) \(driver.screen)")
        #expect(!driver.lines.joined().contains("import."), "\(language) \(driver.lines)")
      }
    }
  }
}
