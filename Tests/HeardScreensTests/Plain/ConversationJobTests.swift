import HeardKit
import HeardModel
import HeardScreens
import Testing

/// Whole pieces of work in plain lines, as scripts.
@Suite struct ConversationJobTests {
  /// The same work in the words of each language.
  struct Job: Sendable, CustomTestStringConvertible {
    let language: String
    let event: [String]
    let counted: String
    let testimony: [String]
    let given: String

    var testDescription: String { language }
  }

  static let jobs = [
    Job(
      language: "en",
      event: [
        "new event", "Listening evening", "France", "2024-11-30", "Lyon", "", "hybrid", "save",
        "attendance", "status", "+", "+ 5", "in the room 60", "online 24",
      ], counted: "84 people counted.",
      testimony: [
        "events", "3", "testimony", "On m'a écoutée.", ".", "", "Amandine", "", "in writing",
        "yes", "yes", "no", "not today", "", "", "", "save",
      ], given: "Consent"),
    Job(
      language: "fr",
      event: [
        "nouvel événement", "Soirée d’écoute", "France", "30/11/2024", "Lyon", "", "hybride",
        "enregistrer", "compter", "m", "+", "+ 5", "sur place 60", "en ligne 24",
      ], counted: "84 personnes comptées.",
      testimony: [
        "evenements", "3", "temoignage", "On m'a écoutée.", ".", "", "Amandine", "", "par écrit",
        "oui", "oui", "non", "pas aujourd’hui", "", "", "", "enregistrer",
      ], given: "Consentement"),
    Job(
      language: "ja",
      event: [
        "イベント追加", "聴く会", "フランス", "2024年11月30日", "Lyon", "", "3", "保存",
        "受付", "m", "+", "+ 5", "会場 60", "オンライン 24",
      ], counted: "84",
      testimony: [
        "イベント", "3", "語り", "1", "On m'a écoutée.", ".", "", "Amandine", "", "2",
        "はい", "はい", "いいえ", "あとで", "", "", "", "保存",
      ], given: "同意"),
  ]

  @Test(arguments: jobs)
  func `a coordinator logs an event and counts 84`(_ job: Job) throws {
    var talk = Talk(language: job.language)
    talk.type(job.event)
    let event = try #require(
      talk.programme.events.values.first { $0.title == job.event[1] }, "\(talk.text)")
    #expect(event.status == .held && event.format == .hybrid && event.place == "Lyon")
    #expect(event.start == KnownDate(stored: "2024-11-30"))
    #expect(event.attendance.inPerson == 60 && event.attendance.online == 24)
    #expect(event.attendance.tally == 84 && event.attendance.source == .counted)
    #expect(talk.text.contains(job.counted), "\(talk.text)")
  }

  @Test(arguments: jobs)
  func `a facilitator takes a testimony down, each purpose asked and nothing presumed`(
    _ job: Job
  ) throws {
    var talk = Talk(language: job.language)
    talk.type(job.testimony)
    let new = talk.programme.testimonies.values.filter { $0.text == "On m'a écoutée." }
    let testimony = try #require(new.first, "\(talk.all.joined(separator: "\n"))")
    #expect(testimony.pseudonym == "Amandine" && testimony.event == Fixture.lyon.id)
    let states = ConsentPurpose.allCases.map {
      testimony.consent.state(of: $0, on: talk.conversation.application.desk.today)
    }
    #expect(
      states == [.given, .given, .refused, .notAsked, .notAsked, .notAsked, .notAsked])
    #expect(testimony.consent.method == .written)
    // The withdrawal code is told as a question that waits until it was heard.
    #expect(talk.text.contains(testimony.consent.withdrawalCode))
  }

  @Test func `what is asked about a purpose is read out before its answers`() {
    var talk = Talk()
    talk.type("events", "3", "testimony", "Words", ".", "", "", "", "")
    #expect(
      talk.said.prefix(3) == [
        "May we keep it. Question 7 of 16.", "Now: not asked",
        "Only in English: “May we keep what you tell us?” "
          + "Not asked yet: the words are kept as a restricted draft. Only the person who took "
          + "them down can read it.",
      ])
    #expect(talk.said.suffix(3) == ["1. not asked (chosen)", "2. given", "3. refused"])
  }

  @Test func `a refusal keeps nothing of the words, after one question`() {
    var talk = Talk()
    talk.type("events", "3", "testimony", "Not to be kept", ".", "", "", "", "", "refused", "save")
    #expect(talk.said.contains { $0.hasPrefix("1. ") })
    let before = talk.programme.testimonies.count
    talk.type("2")
    #expect(talk.programme.testimonies.count == before)
    #expect(talk.programme.events[Fixture.lyon.id]?.unrecordedContributions == 1)
    #expect(talk.conversation.application.desk.drafts.isEmpty)
  }

  @Test func `a manager reads figures in words and opens the events behind one`() {
    var settings = PersonalSettings()
    settings.role = .manager
    var talk = Talk(settings: settings)
    talk.type("figures")
    #expect(talk.said.contains("1. country: Brazil; 2024: 40; all: 40"))
    talk.type("columns nothing")
    #expect(talk.said.contains { $0.contains("events: 1; attendances: 40") })
    talk.type("2")
    #expect(talk.said.contains { $0.hasPrefix("Events: ") })
  }

  @Test(arguments: [
    ("en", "testimonies", "action", "save"), ("fr", "temoignages", "action", "enregistrer"),
    ("ja", "go testimonies", "a", "保存"),
  ])
  func `an action is made from a testimony`(
    language: String, list: String, make: String, save: String
  ) throws {
    var talk = Talk(language: language)
    talk.type(list, "/ interprète", "1", make)
    #expect(talk.conversation.isInForm, "\(talk.text)")
    talk.type("A pool of interpreters", save)
    let action = try #require(
      talk.programme.actions.values.first { $0.title == "A pool of interpreters" }, "\(talk.text)")
    #expect(action.testimonies == [Fixture.heardInLyon.id])
  }

  @Test(arguments: [
    ("en", ["events", "open Recife", "tell them", "told", "", "1", "Letter", "32", "save"]),
    (
      "fr",
      [
        "evenements", "ouvrir Recife", "restituer", "informees", "", "1", "Letter", "32",
        "enregistrer",
      ]
    ),
    ("ja", ["イベント", "開く Recife", "報告する", "報告済み", "", "1", "Letter", "32", "保存"]),
  ])
  func `that people were told is noted, with whom, how and how many`(
    language: String, lines: [String]
  ) {
    var talk = Talk(language: language)
    talk.type(lines)
    let feedback = talk.programme.events[Fixture.recife.id]?.feedback
    #expect(feedback?.status == .delivered, "\(talk.all.joined(separator: "\n"))")
    #expect(feedback?.audiences == [.participants])
    #expect(feedback?.channel == "Letter" && feedback?.reached == 32)
  }

  @Test func `plain lines go on in the middle of a testimony, and the screen after them`() throws {
    var settings = PersonalSettings()
    settings.staff = Fixture.member.id
    var driver = Driver(settings: settings)
    driver.press("2<Enter>t")
    driver.type("Half a sent")
    driver.press("<Ctrl-T>")
    #expect(driver.effects.last == .terminal(.plainLines))
    var talk = Talk(driver)
    #expect(talk.text.contains("Now: Half a sent"))
    talk.type("ence", ".", "", "Amandine", "screen")
    #expect(talk.effects.contains(.terminal(.fullScreen)))
    driver.application = talk.conversation.application
    driver.application.resize(driver.size)
    #expect(driver.screen.contains("Half a sent"))
    #expect(driver.screen.contains("Amandine"))
    // The focus stands on the question that would have been next.
    let focused = driver.application.describe().blocks.compactMap { block -> Int? in
      if case .fields(let fields) = block { fields.cursor } else { nil }
    }
    #expect(focused == [4])
    driver.press("<Ctrl-S>")
    let kept = driver.programme.testimonies.values.first { $0.text == "Half a sent\nence" }
    #expect(kept?.pseudonym == "Amandine", "\(driver.screen)")
  }

  @Test func `the way into plain lines is open in a question, in the palette and while typing`() {
    for keys in ["2<Enter>m", ":", "N", "2/fr"] {
      var driver = Driver()
      driver.press(keys)
      driver.press("<F11>")
      #expect(driver.effects.last == .terminal(.plainLines), "\(keys)")
    }
    var driver = Driver()
    driver.press("2<Enter>m<Ctrl-T>")
    let talk = Talk(driver)
    #expect(talk.said.contains("3. held (now)"))
  }
}
