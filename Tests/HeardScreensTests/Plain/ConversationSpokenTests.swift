import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// Yes, no and what was understood, as people say it.
@Suite struct ConversationSpokenTests {
  /// What somebody answers, and in which language the screen speaks.
  struct Answers: Sendable, CustomTestStringConvertible {
    let screen: String
    let yes: String
    let no: String
    let later: String

    var testDescription: String { "\(yes) on a screen in \(screen)" }
  }

  static let answers = [
    Answers(screen: "en", yes: "yes", no: "no", later: "not today"),
    Answers(screen: "en", yes: "y", no: "n", later: "later"),
    Answers(screen: "en", yes: "Oui", no: "NON", later: "plus tard"),
    Answers(screen: "en", yes: "はい", no: "いいえ", later: "あとで"),
    Answers(screen: "fr", yes: "oui", no: "non", later: "pas maintenant"),
    Answers(screen: "fr", yes: "yes", no: "no", later: "not now"),
    Answers(screen: "ja", yes: "はい", no: "いいえ", later: "今日はしない"),
    Answers(screen: "pt", yes: "sim", no: "não", later: "hoje não"),
    Answers(screen: "es", yes: "si", no: "no", later: "más tarde"),
  ]

  @Test(arguments: answers)
  func `consent is answered as it is asked, by yes, no or not today`(_ answers: Answers) throws {
    var talk = Talk(language: answers.screen)
    talk.type("events", "3", "new testimony", "Said so", ".", "", "", "", "")
    // Without learning nobody could read it: that is asked before it is saved.
    talk.type(answers.yes, answers.no, answers.later, "save", "2")
    let new = talk.programme.testimonies.values.first { $0.text == "Said so" }
    let testimony = try #require(new, "\(talk.all.joined(separator: "\n"))")
    let today = talk.conversation.application.desk.today
    let states = ConsentPurpose.allCases.prefix(3).map {
      testimony.consent.state(of: $0, on: today)
    }
    #expect(states == [.given, .refused, .notAsked])
  }

  @Test func `an answer to consent is said back before the next purpose`() {
    var talk = Talk()
    talk.type("events", "3", "testimony", "Said so", ".", "", "", "", "", "yes")
    #expect(talk.said.first == "May we keep it: given", "\(talk.text)")
    talk.type("no")
    #expect(talk.said.first == "Learn from it: refused", "\(talk.text)")
  }

  @Test func `what was chosen or ticked is said back`() {
    var talk = Talk()
    talk.type("new event", "One evening", "", "", "", "", "hyb")
    #expect(talk.said.first == "Format: hybrid", "\(talk.text)")
    talk.type("skip")
    for _ in 0..<40 where !talk.said.contains(where: { $0.hasPrefix("Topics. ") }) { talk.type("") }
    talk.type("mental, 1")
    #expect(talk.said.first == "Topics: mental health, maternal health", "\(talk.text)")
  }

  @Test func `a tick takes yes and no in every language, a list of other values takes neither`() {
    let french = Words(LanguageTag(stored: "fr"))
    let tick = [FieldOption("yes", "oui"), FieldOption("", "non")]
    #expect(tick.answered("no", french)?.value == "")
    #expect(tick.answered("はい", french)?.value == "yes")
    let ways = [FieldOption("", "–"), FieldOption("written", "par écrit")]
    #expect(ways.answered("yes", french) == nil && ways.answered("no", french) == nil)
  }

  @Test func `a yes agrees to nothing that only its own words say`() {
    let words = Words(nil)
    let drops = [FieldOption("back", "Cancel"), FieldOption("yes", "Count only")]
    #expect(drops.meant("yes", words) == nil)
    #expect(drops.meant("no", words)?.value == "back")
    #expect(drops.meant("count", words)?.value == "yes")
    #expect(drops.meant("2", words)?.value == "yes")
    let asks = drops + [FieldOption("no", "Something was wrong")]
    #expect(asks.meant("oui", words)?.value == "yes")
    #expect(asks.meant("no", words)?.value == "no")
  }

  @Test func `more goes on from the question that is asked, and skip to the next heading`() {
    var talk = Talk()
    talk.type("events", "3", "testimony", "Said so", ".")
    #expect(talk.said.contains { $0.hasPrefix("Language. Question 3 of 16") }, "\(talk.text)")
    talk.type("skip")
    #expect(talk.said.first == "Consent", "\(talk.text)")
    #expect(talk.said.contains { $0.hasPrefix("Notice given. Question 5 of 16") })
    talk.type("more")
    #expect(talk.said.contains { $0.hasPrefix("Notice given. Question 5 of ") }, "\(talk.text)")
    #expect(!talk.text.contains("of 16"))
    talk.type("skip")
    #expect(talk.said.first == "What was said", "\(talk.text)")
  }

  @Test func `Ctrl-S as a line saves as on the screen, and what keys leave in a line is no text`() {
    var talk = Talk()
    talk.type("new event", "One\u{11} evening", "\u{13}")
    #expect(talk.text.contains("New event: One evening"), "\(talk.text)")
    #expect(talk.programme.events.values.contains { $0.title == "One evening" })
    talk.type("events", "\u{11}")
    #expect(talk.said.first?.hasPrefix("Ctrl-Q does nothing here.") ?? false, "\(talk.text)")
    talk.type("events", "3", "testimony", "Half a sent", "\u{13}")
    let desk = talk.conversation.application.desk
    let isKept = desk.programme.testimonies.values.contains { $0.text == "Half a sent" }
    #expect(isKept || talk.conversation.application.question != nil, "\(talk.text)")
  }

  @Test(arguments: Languages.all)
  func `help has one thing to type a line`(language: String) {
    var talk = Talk(language: language)
    talk.type("help")
    #expect(talk.said.count > 15)
    #expect(talk.said.dropFirst().allSatisfy { $0.count <= 110 }, "\(talk.text)")
  }
}
