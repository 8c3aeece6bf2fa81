import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas
import Testing

@Suite struct LongTextTests {
  private static let million = String(repeating: "水", count: 1_000_000)

  @Test func `a field takes a million characters and no more, and keeps what stands there`() throws
  {
    let field = FieldSpec<Event>.text("summary", \.summary, rows: 3)
    let desk = Driver().application.desk
    var event = Fixture.lyon
    #expect(field.write(Self.million, &event, desk) == nil)
    #expect(event.summary == Self.million)
    let problem = try #require(field.write(Self.million + "a", &event, desk))
    #expect(problem == .tooLong(limit: 1_000_000))
    #expect(problem.sentence(desk.words).contains("1,000,000"))
    #expect(event.summary == Self.million)
    // What came in by a file is longer, and does not stop the form.
    event.summary += "aa"
    let stands = event.summary
    #expect(field.write(stands, &event, desk) == nil)
    #expect(event.summary == stands)
  }

  @Test(arguments: ["en", "es", "fr", "ja", "pt"])
  func `no sentence about what was typed is longer than a few lines`(language: String) {
    let words = Words(LanguageTag(stored: language))
    let problems: [FieldProblem] = [
      .notADate(Self.million), .notANumber(Self.million),
      .notAnOption(Self.million, nearest: "Lyon"), .notAnOption(Self.million, nearest: nil),
      .fitsSeveral(Self.million, ["a", "b"]), .notALanguage(Self.million),
      .notOnTeam(Self.million, nearest: nil), .unreadableLine(Self.million, as: "x"),
      .notADecimal(Self.million), .notACurrency(Self.million), .notEleven(Self.million, 3),
      .nothingToSay(Self.million),
    ]
    let faults = [
      FileFault(file: "events/e-1.json", kind: .unknownValue(Self.million)),
      FileFault(file: "events/e-1.json", member: Self.million, kind: .missingMember),
      FileFault(file: "events/e-1.json", kind: .json(.duplicateMember(Self.million))),
    ]
    let sentences =
      problems.map { $0.sentence(words) } + faults.map { words.sentence($0) }
      + [words.sentence(StoreError.badID(Self.million))]
      + [words.sentence(QueryProblem.unknownValue(.topic, Self.million, nearest: nil))]
    for sentence in sentences { #expect(sentence.count < 400, "\(sentence.prefix(80))") }
  }

  @Test(arguments: ["en", "es", "fr", "ja", "pt"])
  func `a single text is the one of the catalog`(language: String) {
    let tag = LanguageTag(stored: language)
    let words = Words(tag)
    for key in ["terminal.crashed", "terminal.outOfMemory"] {
      #expect(!Words.single(key, tag).isEmpty)
      #expect(Words.single(key, tag) == words(key))
    }
    #expect(Words.single("not.there", tag).isEmpty)
  }

  @Test func `a list with a title without end is drawn as one with a long title is`() {
    func screen(_ title: String) -> String {
      var programme = Fixture.programme()
      programme.events[Fixture.lyon.id]?.title = title
      var driver = Driver(programme)
      driver.press("2")
      return driver.screen
    }
    let beginning = String(repeating: "Dialogue ", count: 400)
    #expect(screen(beginning) == screen(String(repeating: beginning, count: 300)))
  }
}
