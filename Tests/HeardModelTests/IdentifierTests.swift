import HeardModel
import TestKit
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    "", "-", "-rf", "..", ".", "../x", "a/b", "/etc", "a\\b", "a\0", "a\n", "\n", " a", "a ", "A",
    "Event", "é", "e\u{301}", "a.json", "a_b", "~", "$HOME", "a:b", "con.", "p-ü", "ｐ-1", "p-１",
    "a\u{202E}b", "🙂", String(repeating: "a", count: 97), "a\u{0}.json", "%2e%2e", "*", "?",
  ])
  func `a text that is not safe as a file name is no id`(text: String) {
    #expect(EventID(stored: text) == nil)
  }

  @Test(arguments: ["a", "0", "2024-05-28-fr-lyon-4k7q", "t-7kq2m9x4ab", "a-", "a--b"])
  func `an id keeps its text`(text: String) throws {
    #expect(try #require(EventID(stored: text)).stored == text)
    #expect(EventID(stored: String(repeating: "a", count: 96)) != nil)
  }

  @Test func `ids that are made follow the rule of ids and do not meet`() {
    var source = IdentifierSource(seed: 7)
    var seen: Set<String> = []
    for _ in 0..<20_000 {
      let id: TestimonyID = source.make("t")
      #expect(TestimonyID(stored: id.text) == id)
      #expect(id.text.utf8.count == 12)
      seen.insert(id.text)
    }
    #expect(seen.count == 20_000)
  }

  @Test(arguments: [
    ("2024-05-28", "FR", "lyon", "2024-05-28-fr-lyon-"), ("2023", "JP", "", "2023-jp-"),
    ("", "", "", ""), ("2024-05", "BR", "../são", "2024-05-br-so-"),
    ("2024-06-12T14:00", "GB", "A B/c", "2024-06-12-gb-c-"),
  ])
  func `an event's id tells what is known of it, and nothing that is unsafe`(
    start: String, land: String, place: String, beginning: String
  ) {
    var source = IdentifierSource(seed: 3)
    let id = source.makeEvent(
      start: KnownDate(stored: start), country: CountryCode(stored: land), placeSlug: place)
    #expect(EventID(stored: id.text) == id)
    #expect(id.text.hasPrefix(beginning))
    #expect(id.text.utf8.count == beginning.utf8.count + 4)
  }

  @Test func `countries are those of ISO 3166-1 and no others`() {
    #expect(CountryCode.all.count == 249)
    #expect(CountryCode.all.contains(country("GB")))
    for text in ["UK", "gb", "XX", "EU", "G", "GBR", "", "AN", "ＧＢ", "G\u{0}"] {
      #expect(CountryCode(stored: text) == nil)
    }
    #expect(CountryCode.programmeCountries.count == 10)
  }

  @Test(arguments: ["fr", "pt-BR", "fsl", "zh-Hant-TW", "es-419", "und", "qabcdefg-1abcdefg"])
  func `a language keeps its tag`(text: String) throws {
    #expect(try #require(LanguageTag(stored: text)).stored == text)
  }

  @Test(arguments: [
    "", "f", "1a", "a1", "pt_BR", "pt-", "-pt", "f-pt", "français", "pt--BR", "toolonglanguage",
    "pt-toolonglanguage", "pt-\u{301}BR", "pt-BR\n", "aa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee",
  ])
  func `a text that is no language tag is refused`(text: String) {
    #expect(LanguageTag(stored: text) == nil)
  }
}
