import HeardKit
import HeardModel
import HeardScreens
import Testing

@Suite struct SettingsTests {
  private func saved(_ driver: Driver) -> PersonalSettings? {
    for effect in driver.effects.reversed() {
      if case .state(.saveSettings(let settings)) = effect { return settings }
    }
    return nil
  }

  @Test func `a name is kept as it is typed`() {
    var driver = Driver()
    driver.press("9Noor<Esc>")
    #expect(driver.application.desk.settings.name == "Noor")
    #expect(saved(driver)?.name == "Noor")
  }

  @Test func `saying who one is fills in the name`() {
    var driver = Driver()
    driver.press("9<Tab>Noor<Down><Enter><Tab>")
    #expect(driver.application.desk.settings.staff == Fixture.member.id)
    #expect(driver.application.desk.settings.name == "Noor Example")
    #expect(driver.screen.contains("Name                Noor Example"))
  }

  @Test func `the language acts at once, and every language has its own name`() {
    var driver = Driver()
    driver.press("9<Tab><Tab><Tab><Tab>")
    for language in Words.languages {
      driver.press("<Right>")
      #expect(driver.application.desk.words.language == language)
      let name = driver.application.desk.formats.language(language)
      #expect(driver.screen.contains(name), "\(name)")
    }
  }

  @Test func `countries are any of all countries`() {
    var driver = Driver()
    driver.press("9<Tab><Tab><Tab>France, Brazil<Esc>")
    #expect(saved(driver)?.countries.map(\.stored) == ["FR", "BR"])
  }

  @Test func `a country that is none keeps the others and is told when leaving`() {
    var driver = Driver()
    driver.press("9<Tab><Tab><Tab>Frnce<Esc>")
    if driver.screen.contains("Settings  ") { driver.press("<Esc>") }
    #expect(driver.application.desk.settings.countries.isEmpty)
    #expect(driver.news.contains("could not be understood"))
  }

  @Test func `one-letter commands can be switched off`() {
    var driver = Driver()
    driver.press("9<Up><Down><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Space><Esc>N")
    #expect(saved(driver)?.hasNoLetterCommands == true)
    #expect(driver.news.contains("One-letter commands are off"))
  }

  @Test func `the width of ambiguous signs is chosen, and one column is nothing chosen`() {
    var driver = Driver()
    driver.press("9<Tab><Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(driver.screen.contains("one column"))
    driver.press("<Right>")
    #expect(saved(driver)?.ambiguousWidth == .two)
    driver.press("<Right>")
    #expect(saved(driver)?.ambiguousWidth == .measured)
    driver.press("<Left><Left>")
    #expect(saved(driver)?.ambiguousWidth == nil)
  }
}
