import HeardKit
import HeardModel
import HeardScreens
import Testing

/// How arguments and keys come into the texts of the catalogs.
@Suite struct TextFillingTests {
  private func words(_ language: String = "en", letters: Bool = true) -> Words {
    Words(LanguageTag(stored: language), hasNoLetterCommands: !letters)
  }

  @Test func `a key is told as the language calls it`() {
    #expect(words("en").key(.open) == "Enter")
    #expect(words("fr").key(.open) == "Entrée")
    #expect(words("en")("change.undoable", ["what": "Saved"]).contains(" u "))
    #expect(!words("en")("change.undoable", ["what": "Saved"]).contains("["))
  }

  @Test(arguments: Languages.all)
  func `where letters are switched off the first key that works is told`(language: String) {
    let words = words(language, letters: false)
    #expect(words.key(.help) == "F1")
    #expect(words.key(.palette) == ":")
    #expect(words.key(.mark) == words("key.byName", ["name": words("command.mark")]))
    #expect(words("key.unknown", ["key": "y"]).contains("F1"))
    #expect(!words("key.unknown", ["key": "y"]).contains("?"))
  }

  @Test(arguments: Languages.all)
  func `a part in brackets goes where a key in it does nothing`(language: String) {
    #expect(words(language)("change.undoable", ["what": "Saved"]).count > "Saved".count + 5)
    #expect(words(language, letters: false)("change.undoable", ["what": "Saved"]) == "Saved")
  }

  @Test(arguments: [true, false])
  func `braces and brackets that somebody typed stay as typed`(letters: Bool) {
    let typed = "[{key:undo}] {n} ]{[x]"
    let text = words(letters: letters)("change.undoable", ["what": typed])
    #expect(text.hasPrefix(typed))
    #expect((text == typed) == !letters)
  }

  @Test(arguments: Languages.all, [true, false])
  func `no place of a key and no bracket is left in a text`(language: String, letters: Bool)
    throws
  {
    let words = words(language, letters: letters)
    for key in Words.catalog(try #require(LanguageTag(stored: language))).keys {
      let text = words(key)
      #expect(!text.contains("{key:") && !text.contains { "[]".contains($0) }, "\(key): \(text)")
    }
  }

  @Test func `texts name other keys as soon as letters are switched off in the settings`() {
    var driver = Driver()
    #expect(driver.application.desk.words.key(.help) == "?")
    driver.press("9<Up><Down><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Space><Esc>")
    #expect(driver.application.desk.words.key(.help) == "F1")
  }

  @Test func `what was changed says no letter where letters are switched off`() {
    var settings = PersonalSettings()
    settings.hasNoLetterCommands = true
    var driver = Driver(settings: settings)
    driver.perform(.newEvent)
    driver.press("Soirée<Ctrl-S>")
    #expect(driver.news.contains("Soirée"))
    #expect(!driver.news.contains("undoes"))
    driver.press("<Esc>")
    #expect(driver.rows.last?.contains(": ") == true)
    #expect(driver.rows.last?.contains("F1 ") == true)
  }
}
