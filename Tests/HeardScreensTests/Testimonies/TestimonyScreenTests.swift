import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct TestimonyScreenTests {
  @Test func `withdrawing the keeping removes the words for good, and each answer stays`() throws {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id] = Self.full
    var driver = Self.opened(programme)
    driver.press("e and more<Esc>W2")
    #expect(driver.lines.contains { $0.contains("Nobody can undo") })
    #expect(driver.lines.contains { $0.contains("Interpreter pool") })
    driver.press("<Esc>")
    #expect(driver.programme.testimonies[Self.full.id] == Self.full)
    driver.press("W2<End><Enter>")
    let left = try #require(driver.programme.testimonies[Self.full.id])
    #expect(left.text.isEmpty && left.translations.isEmpty && left.quotes.isEmpty)
    #expect(left.privateNote.isEmpty && left.contentWarning.isEmpty && left.pseudonym.isEmpty)
    #expect(left.consent.entries.count == Self.full.consent.entries.count + 1)
    #expect(left.consent.entries.last?.state == .withdrawn)
    #expect(driver.effects.contains(.state(.discardDraft("testimony-\(Self.full.id.text)"))))
    #expect(driver.application.desk.drafts.isEmpty)
    driver.press("uu<Ctrl-R>")
    #expect(driver.programme.testimonies[Self.full.id] == left)
    #expect(!driver.lines.contains { $0.contains("interprète") })
    #expect(driver.lines.contains { $0.contains("Withdrawn by the speaker") })
  }

  @Test func `withdrawing a purpose closes it and keeps the words`() throws {
    var driver = Self.opened()
    driver.press("W3")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id] == Fixture.heardInLyon)
    #expect(driver.lines.contains { $0.contains("only the person who took it down reads") })
    driver.press("<End><Enter>")
    #expect(driver.news.contains("stays closed in every copy"))
    let testimony = try #require(driver.programme.testimonies[Fixture.heardInLyon.id])
    #expect(testimony.text == Fixture.heardInLyon.text)
    #expect(testimony.consent.state(of: .learn, on: driver.now.day) == .withdrawn)
    driver.press("u")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id] == testimony)
  }

  @Test func `each purpose is shown with all its answers and their reasons`() {
    var driver = Self.opened()
    driver.press("W3<End><Enter><Tab><Tab>")
    #expect(driver.screen.contains("Learn from it: withdrawn"))
    #expect(driver.screen.contains("2024-05-28 13:00, given, Noor Example"))
    #expect(driver.screen.contains("2024-12-01 09:00, withdrawn, Noor Example"))
    #expect(driver.screen.contains("Quote in public: not asked"))
  }

  @Test func `words that may hurt are hidden until they are asked for`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id] = Self.full
    var driver = Self.opened(programme)
    #expect(driver.screen.contains("restraint"))
    for _ in 0..<5 {
      #expect(!driver.lines.contains { $0.contains("interpr\u{E8}te") || $0.contains("worried") })
      driver.press("<Tab>")
    }
    driver.press("v")
    #expect(driver.screen.contains("jamais à moi"))
    driver.press("v")
    #expect(!driver.screen.contains("jamais à moi"))
  }

  @Test func `reading back is noted with whether the speaker agrees`() {
    var driver = Self.opened()
    driver.press("b1")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id] == Fixture.heardInLyon)
    driver.press("b2")
    let testimony = driver.programme.testimonies[Fixture.heardInLyon.id]
    #expect(testimony?.readBack.at == driver.now)
    #expect(testimony?.readBack.by == "Noor Example")
    #expect(testimony?.readBack.isConfirmed == true)
    #expect(testimony?.stage == .readBack)
    driver.press("u")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id] == Fixture.heardInLyon)
  }

  @Test func `a quote is a passage of the words and nothing else`() throws {
    var driver = Self.opened()
    driver.press("Q, or so<Ctrl-S>")
    #expect(driver.screen.contains("are not in the testimony"))
    driver.press("<Ctrl-U>jamais à moi<Tab><Space><Ctrl-S>")
    let quote = try #require(driver.programme.testimonies[Fixture.heardInLyon.id]?.quotes.first)
    #expect(quote.text == "jamais à moi")
    #expect(quote.language.stored == "fr")
    #expect(quote.approval?.text == "jamais à moi")
    #expect(quote.approval?.by == "Noor Example")
    #expect(quote.id.text.hasPrefix("q-"))
  }

  @Test func `a quote is translated in its form`() throws {
    var programme = Fixture.programme()
    var quote = Quote()
    quote.id = Fixture.id("q-lyon000001")
    quote.text = "jamais à moi"
    quote.language = Fixture.language("fr")
    programme.testimonies[Fixture.heardInLyon.id]?.quotes = [quote]
    var driver = Self.opened(programme)
    driver.press("<Tab><Tab><Tab><Enter><Ctrl-F>")
    func go(to label: String) {
      for _ in 0..<20 {
        driver.perform(.whereAmI)
        if driver.news.contains(label) { return }
        driver.press("<Tab>")
      }
      Issue.record("no field \(label)")
    }
    go(to: "Language")
    driver.type("en")
    driver.press("<Tab>never to me")
    go(to: "Translated by")
    driver.type("Iris Vane")
    driver.press("<Ctrl-S>")
    let stored = driver.programme.testimonies[Fixture.heardInLyon.id]?.quotes.first
    let translation = try #require(stored?.translations.first)
    #expect(stored?.translations.count == 1 && translation.id.stored == "en")
    #expect(translation.text == "never to me" && translation.by == "Iris Vane")
  }

  @Test func `what may be told of a quote is explained by the rules`() {
    var programme = Fixture.programme()
    programme.testimonies[Fixture.heardInLyon.id] = Self.full
    programme.testimonies[Fixture.heardInLyon.id]?.contentWarning = ""
    var driver = Self.opened(programme)
    driver.press("<Tab><Tab><Tab>")
    #expect(driver.screen.contains("May not be quoted in public:"))
    #expect(driver.screen.contains("“quote in public” is not asked."))
    #expect(driver.screen.contains("No second person has checked it."))
  }

  @Test func `who may not read it learns which rule says so, and can note a no but no yes`() throws
  {
    var driver = Driver(settings: PersonalSettings())
    driver.press("3/recife<Enter><Enter>")
    #expect(driver.screen.contains("Only Noor Example, who took it down, may read it"))
    #expect(!driver.screen.contains("Esperei"))
    driver.press("<Ctrl-O>")
    #expect(!driver.lines.contains { $0.contains("Esperei") || $0.contains("Words") })
    driver.press("given")
    #expect(driver.lines.contains { $0.contains("\"given\" is not on the list") })
    driver.press("<Esc><Down>r<Ctrl-S>")
    let testimony = try #require(driver.programme.testimonies[Fixture.heardInRecife.id])
    #expect(testimony.text == Fixture.heardInRecife.text && testimony.stage == .draft)
    #expect(testimony.consent.state(of: .learn, on: driver.application.desk.today) == .refused)
    #expect(!driver.screen.contains("Esperei"))
  }

  @Test func `a form of a testimony that is withdrawn meanwhile closes, and keeps nothing`() {
    var driver = Self.opened()
    driver.press("e and a secret")
    var programme = driver.programme
    programme.testimonies[Fixture.heardInLyon.id]?.text = ""
    programme.testimonies[Fixture.heardInLyon.id]?.consent.entries.append(Self.withdrawn)
    _ = driver.application.take(.folder(.loaded(programme, unreadable: [])), driver.occasion)
    #expect(driver.news.contains("withdrawn or erased meanwhile"))
    #expect(!driver.lines.contains { $0.contains("secret") })
    driver.press("<Ctrl-S>")
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.text == "")
    #expect(!driver.lines.contains { $0.contains("secret") })
  }

  @Test func `a long text scrolls to its end and no further`() {
    var programme = Fixture.programme()
    let lines = (1...60).map { "ligne \($0)." }
    programme.testimonies[Fixture.heardInLyon.id]?.text = lines.joined(separator: "\n")
    var driver = Self.opened(programme)
    #expect(driver.screen.contains("more below"))
    driver.press("<End>")
    #expect(driver.screen.contains("ligne 60."))
    #expect(!driver.screen.contains("more below"))
    driver.press("<Down><Up>")
    #expect(driver.screen.contains("ligne 60."))
    driver.press("<Home>")
    #expect(driver.screen.contains("ligne 1."))
  }

  static var withdrawn: ConsentEntry {
    ConsentEntry(
      id: "e-w", purpose: .record, state: .withdrawn,
      at: Moment(stored: "2024-11-01T00:00:00Z") ?? Moment(seconds: 0), by: "Noor Example")
  }

  /// A testimony with everything in it that must go when its keeping is withdrawn.
  static var full: Testimony {
    var testimony = Fixture.heardInLyon
    testimony.contentWarning = "restraint"
    testimony.privateNote = "we were worried"
    var translation = Translation()
    translation.id = Fixture.language("en")
    translation.text = "They spoke to my interprète."
    testimony.translations = [translation]
    var quote = Quote()
    quote.id = Fixture.id("q-lyon000001")
    quote.text = "On a parlé à mon interprète"
    quote.language = Fixture.language("fr")
    testimony.quotes = [quote]
    return testimony
  }

  static func opened(_ programme: Programme = Fixture.programme()) -> Driver {
    var driver = Driver(programme, settings: TestimonyFormTests.settings())
    driver.press("3/Amandine<Enter><Enter>")
    return driver
  }
}
