import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

/// Slips of paper on which people declared themselves, as they are entered at the door.
@Suite struct SlipsTests {
  private func slips(
    _ programme: Programme, _ id: EventID, language: String = "en", size: (Int, Int) = (80, 24),
    answer: String = "2"
  ) -> Driver {
    var driver = DoorTests.door(programme, id, language: language, size: size)
    driver.press("<Tab><Tab>")
    // Where nobody asks, it is certain who was given slips.
    if driver.application.question != nil { driver.press(answer) }
    return driver
  }

  /// 84 people counted in Brazil, where all may be declared; nobody asked yet.
  private func recife(_ edit: (inout Event) -> Void = { _ in }) -> (Programme, EventID) {
    var programme = Fixture.programme()
    programme.events[Fixture.recife.id]?.attendance.total = 84
    if var event = programme.events[Fixture.recife.id] {
      edit(&event)
      programme.events[event.id] = event
    }
    return (programme, Fixture.recife.id)
  }

  /// The sums in the file, without what tells them by sittings.
  private func declared(_ driver: Driver, _ id: EventID = Fixture.recife.id) -> DeclaredCommunities
  {
    var declared = driver.programme.events[id]?.attendance.declared ?? DeclaredCommunities()
    declared.sittings = []
    return declared
  }

  /// The sums with the slips in them that are in memory alone.
  private func entered(_ driver: Driver, _ id: EventID = Fixture.recife.id) -> DeclaredCommunities {
    driver.programme.events[id].map(driver.application.desk.withSlips)?.attendance.declared
      ?? DeclaredCommunities()
  }

  @Test(arguments: Languages.all, DoorTests.sizes)
  func `slips are entered one after the other without leaving the keys`(
    language: String, size: (Int, Int)
  ) {
    let (programme, id) = recife()
    var driver = slips(programme, id, language: language, size: size)
    driver.press("ad3<Enter>a3<Enter>0<Enter>x<Enter>")
    // Four are in memory alone, and it is said so.
    let words = driver.application.desk.words
    #expect(declared(driver) == DeclaredCommunities())
    #expect(driver.screen.contains(words("slips.line.all", ["n": "4", "asked": "84"])))
    #expect(driver.screen.contains(words("slips.number", ["n": "5"])))
    #expect(driver.screen.contains(words("status.slips", count: 4)))
    driver.press("b<Enter>")
    #expect(declared(driver).asked == 84)
    #expect(declared(driver).answered == 4)
    #expect(
      declared(driver).communities == ["women": 2, "disabled": 1, "ethnicMinorities": 1])
    #expect(declared(driver).ageBands == ["25-34": 2])
    #expect(driver.screen.contains(words("status.saved")))
  }

  @Test func `a second press takes a tick away, and one age takes the place of another`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("aa12b<Enter>")
    #expect(entered(driver).communities == ["ethnicMinorities": 1])
    #expect(entered(driver).ageBands == ["18-24": 1])
  }

  @Test func `an empty slip is stored only by a key of its own`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("<Enter>")
    #expect(entered(driver) == DeclaredCommunities())
    #expect(driver.news.contains("0 if nothing applies"))
    driver.press("a0<Enter>")
    #expect(entered(driver).answered == 1)
    #expect(entered(driver).communities == [:])
  }

  @Test func `u takes the last slip back, also one without an answer`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("a<Enter>b<Enter>x<Enter>")
    #expect(driver.screen.contains("3 of 84") && driver.screen.contains("Slip 4"))
    driver.press("u")
    #expect(driver.screen.contains("2 of 84") && driver.screen.contains("Slip 3"))
    driver.press("u")
    #expect(entered(driver).communities == ["women": 1])
    #expect(driver.screen.contains("1 of 84") && driver.screen.contains("Slip 2"))
  }

  @Test func `where only those were asked whose slips are entered, each is one more asked`() {
    let (programme, id) = recife()
    var driver = slips(programme, id, answer: "3")
    driver.press("a<Enter>x<Enter>")
    #expect(entered(driver).asked == 2)
    #expect(entered(driver).answered == 1)
    driver.press("u")
    #expect(entered(driver).asked == 1)
  }

  @Test func `a half-ticked slip is neither left nor stored by accident`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("a<Tab>")
    #expect(driver.news.contains("not stored yet"))
    driver.press("<F2><Left>g")
    #expect(driver.screen.contains("[Slips]"))
    driver.press("<Esc>")
    #expect(driver.screen.contains("nothing ticked yet"))
    #expect(declared(driver) == DeclaredCommunities())
  }

  @Test(arguments: Languages.all)
  func `what the country closes is not shown, and it says why`(language: String) {
    let driver = slips(Fixture.programme(), Fixture.lyon.id, language: language)
    let desk = driver.application.desk
    let closed = desk.formats.label("ethnicMinorities", in: .community, of: desk.programme)
    #expect(!driver.rows.contains { $0.contains("[ ]") && $0.contains(closed) })
    #expect(
      driver.lines.contains {
        $0.contains(closed) && $0.contains(desk.formats.country(Fixture.country("FR")))
      })
    #expect(driver.screen.contains(desk.words("slips.line.all", ["n": "51", "asked": "84"])))
  }

  @Test func `a base larger than all who attended is a warning`() {
    let (programme, id) = recife {
      $0.attendance.total = 1
      $0.attendance.source = .counted
    }
    var driver = slips(programme, id)
    driver.press("a<Enter>b<Enter>")
    #expect(entered(driver).answered == 2)
    #expect(driver.screen.contains("2 is more than the 1 who attended"))
  }

  @Test func `no draft and no name of a change holds what stood on one slip`() throws {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("ad3")
    #expect(driver.application.nextDraft == nil)
    driver.press("<Enter>a<Enter>b<Enter>c<Enter>0<Enter>")
    let change = try #require(
      driver.effects.lazy.compactMap { effect -> Change? in
        if case .folder(.save(let change, _)) = effect { change } else { nil }
      }.first)
    #expect(change.name == .slip(title: "Recife"))
    driver.press("<Esc>u")
    #expect(declared(driver) == DeclaredCommunities())
  }

  @Test func `no change of the file is one slip`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("ad3<Enter>")
    for _ in 2...9 { driver.press("a<Enter>") }
    // Nine were entered: five are in the file, by one change, and four are not.
    let changes = driver.effects.compactMap { effect -> Change? in
      if case .folder(.save(let change, _)) = effect { change } else { nil }
    }
    #expect(changes.count == 1)
    #expect(declared(driver).answered == 5)
    #expect(entered(driver).answered == 9)
    #expect(driver.journal.isEmpty)
    // Over the border nothing goes back: the file would show that slip.
    driver.press("uuuuu")
    #expect(declared(driver).answered == 5 && entered(driver).answered == 5)
    #expect(driver.news.contains("five together"))
  }

  @Test func `fewer than five stay on paper, unless somebody wants them in the file`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("a<Enter>b<Enter><Esc><Esc>q")
    #expect(driver.screen.contains("2 slips are in memory only"))
    #expect(!driver.hasQuit)
    driver.press("1")
    #expect(entered(driver).answered == 2 && !driver.hasQuit)
    var paper = driver
    paper.press("q2")
    #expect(paper.hasQuit)
    #expect(declared(paper) == DeclaredCommunities())
    driver.press("q3")
    #expect(driver.hasQuit)
    #expect(declared(driver).answered == 2)
  }

  @Test func `slips in memory stay there when the door is left and opened again`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.press("a<Enter><Esc>c<Tab><Tab>")
    #expect(driver.screen.contains("Slip 2"))
    #expect(entered(driver).answered == 1)
  }

  @Test func `who was asked is settled when the part is opened, once`() {
    let (programme, id) = recife()
    var driver = DoorTests.door(programme, id)
    driver.press("<Tab><Tab>")
    let words = driver.application.desk.words
    #expect(driver.screen.contains("Who was given a slip"))
    // Not now: one may look, and come back.
    driver.press("1")
    #expect(driver.screen.contains("who was asked? E"))
    driver.press("<Tab><Shift-Tab>")
    #expect(driver.application.question == nil && driver.screen.contains("[Slips]"))
    // But nothing is stored on an unknown base; the ticks stay.
    driver.press("a2<Enter>")
    #expect(driver.news.contains("first say who was asked. E asks"))
    #expect(entered(driver).slips == nil)
    driver.press("E2")
    #expect(driver.screen.contains(words("slips.line.all", ["n": "0", "asked": "84"])))
    driver.press("<Enter>")
    #expect(entered(driver).slips == 1 && entered(driver).ageBands == ["18-24": 1])
  }

  @Test func `who was asked can be said otherwise before any slip`() {
    let (programme, id) = recife()
    var driver = slips(programme, id, answer: "3")
    driver.press("a<Enter>b<Enter>")
    #expect(entered(driver).asked == 2)
    #expect(driver.screen.contains("2 slips · asked: only these"))
    driver.press("E")
    #expect(driver.screen.contains("So far 2 were asked"))
    driver.press("3")
    #expect(driver.screen.contains("2 of 84 · asked: all 84"))
    driver.press("a<Enter>")
    #expect(entered(driver).asked == 84 && entered(driver).slips == 3)
  }

  @Test func `51 slips typed without looking are 51 slips`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    driver.isTypingAhead = true
    for _ in 1...51 { driver.press("a2<Enter>") }
    #expect(entered(driver).slips == 51)
    #expect(entered(driver).communities == ["women": 51])
    #expect(entered(driver).ageBands == ["18-24": 51])
    #expect(declared(driver).answered == 50)
    #expect(driver.screen.contains("51 of 84 · asked: all 84"))
  }

  @Test func `every question of the slips has its own base in the file`() {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    // With a community and an age, a community, nothing and an age, an age alone, left empty.
    driver.press("a3<Enter>d<Enter>02<Enter>4<Enter>x<Enter>")
    let sums = declared(driver)
    #expect((sums.asked, sums.answered) == (84, 4))
    let women = sums.question("women")
    #expect((women?.asked, women?.answered, women?.none) == (84, 3, 1))
    #expect(women?.counts == ["women": 1])
    #expect(sums.question("lgbtq")?.answered == 3 && sums.question("lgbtq")?.counts == [:])
    let ages = sums.question("ageBands")
    #expect((ages?.asked, ages?.answered, ages?.none) == (84, 3, nil))
    #expect(ages?.counts == ["18-24": 1, "25-34": 1, "35-44": 1])
  }

  @Test func `what the country closes has no base`() {
    let (programme, id) = DoorTests.programme {
      $0.attendance.total = 20
      $0.attendance.source = .counted
    }
    var driver = slips(programme, id)
    for _ in 1...5 { driver.press("a<Enter>") }
    #expect(declared(driver, id).question("women")?.answered == 5)
    #expect(declared(driver, id).question("ethnicMinorities") == nil)
  }

  @Test func `slips that another door has entered meanwhile stay when ours are taken back`() throws
  {
    let (programme, id) = recife()
    var driver = slips(programme, id)
    for _ in 1...5 { driver.press("a<Enter>") }
    // Another door's five, as they come in from the folder.
    var event = try #require(driver.programme.events[id])
    var other = EnteredSlip()
    (other.communities, other.base, other.questions) = (["women"], .among(84), ["women"])
    event.attendance.declared.add(Array(repeating: other, count: 5), by: "s-other")
    var read = FilesRead()
    read.files = ["events/\(id.text).json"]
    read.programme.events[id] = event
    driver.take(.folder(.filesRead(read)))
    #expect(declared(driver).communities == ["women": 10])
    driver.press("u")
    #expect(declared(driver).communities == ["women": 10])
    #expect(entered(driver).slips == 10)
  }
}
