import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

@Suite struct LanguageTests {
  @Test func `keys are called as the keyboards of the language call them`() {
    var driver = Driver(language: "fr")
    driver.press("2")
    #expect(driver.screen.contains("Entrée Ouvrir"))
    driver.press("?")
    for name in ["Entrée", "Échap", "Pg. préc.", "Suppr", "Ctrl-R"] {
      #expect(driver.lines.joined().contains(name), "\(name)")
    }
    driver.press("<Esc>:ouvrir")
    #expect(driver.lines.contains { $0.contains("Ouvrir; Entrée") })
    var japanese = Driver(language: "ja")
    japanese.press("2<Enter>c?")
    #expect(japanese.lines.joined().contains("スペース"))
  }

  @Test func `sentences are joined with the signs of their language`() {
    var french = Driver(language: "fr")
    french.press("5w")
    #expect(french.news.contains("\u{A0}: présences"))
    var japanese = Driver(language: "ja")
    japanese.press("5w")
    #expect(japanese.news.contains("、") && japanese.news.contains("："))
    #expect(!japanese.news.contains(", ") && !japanese.news.contains(": "))
    japanese.press("3w")
    #expect(japanese.news.contains("Amandine、Dialogue"))
  }

  @Test(arguments: [
    ("fr", "evenement nouvel", "Nouvel événement"), ("fr", "ÉVÉNEMENT NOUVEL", "Nouvel événement"),
    ("ja", "ｲﾍﾞﾝﾄ", "イベント"), ("en", "ＮＥＷ　event", "New event"),
  ])
  func `the palette finds a name without regard to accents, width and order`(
    language: String, typed: String, name: String
  ) {
    var driver = Driver(language: language)
    driver.press(":")
    driver.type(typed)
    #expect(found(driver).contains(name))
    driver.type("qqq")
    #expect(found(driver).isEmpty)
  }

  /// The names of the commands in the palette.
  private func found(_ driver: Driver) -> [String] {
    (driver.application.describe().overlay?.blocks ?? []).flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return (0..<table.rowCount).map { table.row($0).cells[0].text }
    }
  }

  @Test(arguments: Languages.all)
  func `what is said at opening about rights takes one row`(language: String) {
    let words = Words(LanguageTag(stored: language))
    for key in ["rights.tightened", "rights.closed"] {
      for count in [1, 12_345] {
        #expect(TextWidth.columns(of: words(key, count: count)) <= 78, "\(key)")
      }
    }
  }

  @Test func `what was said last can be read again`() {
    var driver = Driver()
    driver.press(":last message<Enter>")
    #expect(driver.news == "No messages yet.")
    driver.press("2s")
    let said = driver.news
    #expect(!said.isEmpty)
    driver.press("<Down>")
    #expect(driver.news.isEmpty)
    driver.press(":last message<Enter>")
    #expect(driver.news == said)
  }
}
