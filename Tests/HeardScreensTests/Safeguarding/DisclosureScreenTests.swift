import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// From what is told to the lead's receipt; nothing of what was told stands on the way.
@Suite struct DisclosureScreenTests {
  private static let words = "Zaunkoenig behind the house"

  private static func programme(withLead: Bool = true, key: String = "") -> Programme {
    var programme = Fixture.programme()
    if withLead { programme.team[Fixture.lead.id] = Fixture.lead }
    programme.settings.leadKey = key
    return programme
  }

  /// At the form of a new testimony in Lyon.
  private static func form(
    _ programme: Programme = Self.programme(), language: String = "en"
  ) -> Driver {
    var driver = Driver(programme, settings: TestimonyFormTests.settings(), language: language)
    driver.press("2/id:\(Fixture.lyon.id.text)<Enter><Enter>t")
    return driver
  }

  /// A disclosure that was just saved.
  private static func saved(
    _ programme: Programme = Self.programme(), canSeal: Bool = false
  ) -> Driver {
    var driver = form(programme)
    driver.canSeal = canSeal
    driver.perform(.forLead)
    driver.type(words)
    driver.press("<Ctrl-S>2")
    return driver
  }

  private func text(_ driver: Driver) -> String { driver.lines.joined(separator: "\n") }

  @Test(arguments: Languages.all)
  func `who receives it stands on the form as soon as it is marked, before anything is typed`(
    language: String
  ) {
    var driver = Self.form(language: language)
    #expect(!text(driver).contains("+33 1 23 45"))
    driver.perform(.forLead)
    #expect(text(driver).contains("Imani Lead") && text(driver).contains("+33 1 23 45"))
    // The cursor stays in the words.
    driver.type("Mots")
    #expect(driver.screen.contains("Mots") && text(driver).contains("+33 1 23 45"))
  }

  @Test func `where nobody is named the form says so before anything is typed, and what to do`() {
    var driver = Self.form(Self.programme(withLead: false))
    #expect(text(driver).contains("no safeguarding lead"))
    #expect(text(driver).contains("emergency number of the country"))
    driver.type("M")
    #expect(!text(driver).contains("no safeguarding lead"))
    driver.perform(.forLead)
    #expect(text(driver).contains("emergency number of the country"))
    var small = Self.form(Self.programme(withLead: false))
    small.resize(columns: 32, rows: 12)
    #expect(small.rows[0].contains("No safeg") || text(small).contains("No safeguarding lead"))
  }

  @Test func `a lead without a number is told as one`() {
    var programme = Self.programme()
    programme.team[Fixture.lead.id]?.contact = ""
    var driver = Self.form(programme)
    driver.perform(.forLead)
    #expect(text(driver).contains("Imani Lead (no number noted)"))
  }

  @Test func `after saving one is told whom to call, and no word is left in the program`() throws {
    var driver = Self.saved()
    #expect(text(driver).contains("Call now: Imani Lead (+33 1 23 45)."))
    #expect(text(driver).contains("not handed over"))
    #expect(driver.disclosures.map(\.text) == [Self.words])
    let id = try #require(driver.disclosures.first).id
    #expect(driver.programme.testimonies[id]?.tellsMore == false)
    for keys in ["", "u", "<Ctrl-R>", "<Esc>u", "1", "u", "<Ctrl-N>"] {
      driver.press(keys)
      #expect(!driver.screen.contains("Zaunkoenig"))
      #expect(!"\(driver.application)".contains("Zaunkoenig"), "\(keys)")
      #expect(driver.programme.testimonies[id]?.isForLead == true)
    }
  }

  @Test func `it stays on Home without its content until the receipt is noted`() {
    var driver = Self.saved()
    driver.press("1")
    #expect(driver.screen.contains("1 disclosure not handed over yet"))
    driver.press("<Enter>")
    #expect(driver.screen.contains("Dialogue on disability"))
    #expect(driver.screen.contains("not handed over"))
    driver.press("<Enter>n")
    #expect(text(driver).contains("30 days later"))
    driver.press("<Ctrl-S>")
    #expect(driver.disclosures.first?.isReceived == false)
    driver.press("2024-017<Ctrl-S>")
    #expect(driver.news.contains("December 31, 2024"))
    #expect(text(driver).contains("Receipt number 2024-017"))
    #expect(!text(driver).contains("Call now"))
    driver.press("n")
    #expect(driver.screen.contains("Heard  Disclosure"))
    driver.press("1")
    #expect(!driver.screen.contains("not handed over"))
  }

  @Test func `a sealed file shows by what the key is compared, and goes to the home folder`() throws
  {
    var driver = Self.saved(Self.programme(key: "age1invented"), canSeal: true)
    driver.press("s")
    #expect(text(driver).contains("67ca fd82 2f8f 7a84 3c9c 8732 d867 1382"))
    driver.press("<Ctrl-S>")
    let order = try #require(Self.orders(driver).first)
    #expect(order.way == .sealed && order.key?.text == "age1invented")
    #expect(order.path == "~/\(order.disclosure.text).age" && order.lead == "Imani Lead")
    #expect(!"\(order)".contains("Zaunkoenig"))
    #expect(text(driver).contains("Sealed file, for Imani Lead"))
    #expect(text(driver).contains("no receipt yet"))
    driver.press("1")
    #expect(driver.screen.contains("1 disclosure not handed over yet"))
  }

  @Test func `without a key or the program it is a page, and it is said why`() throws {
    var driver = Self.saved(canSeal: true)
    #expect(text(driver).contains("no key of the safeguarding lead"))
    driver.press("s")
    #expect(driver.screen.contains("Heard  Disclosure"))
    driver.press("P<Ctrl-S>")
    let order = try #require(Self.orders(driver).first)
    #expect(order.way == .page && order.path.hasSuffix(".html"))
    var other = Self.saved(Self.programme(key: "age1invented"))
    #expect(text(other).contains("“age” is not on this machine"))
    other.press("s")
    #expect(Self.orders(other).isEmpty)
  }

  @Test func `a save that fails keeps the words in the window and says so`() {
    var driver = Self.form()
    driver.failing = .diskFull
    driver.perform(.forLead)
    driver.type(Self.words)
    driver.press("<Ctrl-S>2")
    #expect(text(driver).contains("not saved"))
    #expect(driver.disclosures.isEmpty)
    driver.failing = nil
    driver.press("<Ctrl-S>")
    #expect(driver.disclosures.map(\.text) == [Self.words])
    #expect(text(driver).contains("not handed over"))
  }

  @Test func `what an earlier version left is offered to who took it down and to the lead`() throws
  {
    var programme = Self.programme()
    programme.testimonies[Fixture.heardInLyon.id]?.triage = .safeguarding
    #expect(!Driver(programme).screen.contains("not handed over"))
    var lead = PersonalSettings()
    (lead.staff, lead.role) = (Fixture.lead.id, .safeguardingLead)
    for settings in [TestimonyFormTests.settings(), lead] {
      var driver = Driver(programme, settings: settings)
      #expect(driver.screen.contains("1 disclosure not handed over yet"))
      driver.press("<Enter>")
      #expect(driver.screen.contains("still in the programme"))
      driver.press("<Enter>1")
      #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.text.isEmpty == false)
      driver.press("<Enter>2")
      #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.tellsMore == false)
      #expect(driver.disclosures.first?.text == Fixture.heardInLyon.text)
      #expect(text(driver).contains("Call now"))
      driver.press("u")
      #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.tellsMore == false)
    }
  }

  private static func orders(_ driver: Driver) -> [HandOver] {
    driver.effects.compactMap { if case .folder(.handOver(let order)) = $0 { order } else { nil } }
  }
}
