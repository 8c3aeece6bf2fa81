import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Drafts that are opened in another language than the one in which they were typed.
@Suite struct DraftLanguageTests {
  private func kept(_ driver: Driver) throws -> Draft {
    guard case .state(.keepDraft(let draft))? = driver.effects.last else {
      throw Missing()
    }
    return draft
  }

  private struct Missing: Error {}

  @Test func `what was chosen in one language reads right in another and is saved as chosen`()
    throws
  {
    var driver = Driver()
    driver.press("NSoirée<Tab>Germ<Down><Enter><Esc>")
    let draft = try kept(driver)
    #expect(draft.fields["country"] == "DE")
    var later = Driver(language: "ja", drafts: [draft])
    later.press("<Home><Enter>")
    #expect(later.screen.contains("ドイツ"))
    later.press("<Ctrl-S>")
    let event = later.programme.events.values.first { $0.title == "Soirée" }
    #expect(event?.country?.stored == "DE")
  }

  @Test func `several choices are kept one by one, and what chooses nothing as it was typed`()
    throws
  {
    var driver = Driver()
    driver.press("NSoirée<Ctrl-F>")
    for _ in 0..<30 where !driver.screen.contains("› Languages") { driver.press("<Tab>") }
    driver.press("French, Portuguese (Brazil), Kling<Esc>")
    let draft = try kept(driver)
    #expect(draft.fields["languages"] == "fr; pt-BR; Kling")
    var later = Driver(language: "fr", drafts: [draft])
    later.press("<Home><Enter>")
    #expect(later.screen.contains("français, portugais (Brésil), Kling"))
  }

  @Test func `a draft that was kept with labels still opens`() {
    var draft = Draft()
    draft.id = "event-older"
    draft.fields = ["title": "Soirée", "country": "Germany", "languages": "German, French"]
    var driver = Driver(drafts: [draft])
    driver.press("<Home><Enter>")
    #expect(driver.screen.contains("Germany"))
    driver.press("<Ctrl-S>")
    let event = driver.programme.events.values.first { $0.title == "Soirée" }
    #expect(event?.country?.stored == "DE")
    #expect(event?.languages.map(\.stored) == ["de", "fr"])
  }

  @Test func `a draft of the next event of a series keeps what came from the one before`() throws {
    var driver = Driver()
    driver.press("2/")
    driver.type("id:\(Fixture.lyon.id.text)")
    driver.press("<Enter>d<End> again<Esc>")
    let draft = try kept(driver)
    var later = Driver(drafts: [draft])
    later.press("<Home><Enter><Ctrl-S>")
    let title = "Dialogue on disability and care again"
    let event = later.programme.events.values.first { $0.title == title }
    #expect(event?.place == "Lyon")
    #expect(event?.country?.stored == "FR")
  }
}
