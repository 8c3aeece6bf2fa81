import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// Items that are named in plain lines: by number behind a key, and by what stands in them.
@Suite struct ConversationNamingTests {
  @Test(arguments: [
    ("e 3", "Event form: Dialogue on disability and care"), ("e3", "Event form: Dialogue"),
    ("c 3", "Attendance: Lyon"), ("edit 3", "Event form: Dialogue"), ("o 3", "Close-out"),
  ])
  func `a key with a number acts on that item`(line: String, place: String) {
    var talk = Talk()
    talk.type("events", line)
    #expect(talk.said.first?.hasPrefix(place) ?? false, "\(talk.text)")
  }

  @Test func `a key with a number removes that item and no other`() {
    var talk = Talk()
    talk.type("events", "D 1")
    #expect(talk.programme.events.count == 3, "\(talk.text)")
    #expect(talk.programme.events[Fixture.berlin.id] == nil)
  }

  @Test(arguments: ["e 1", "edit 1"])
  func `what cannot be done to an item says what the item is`(line: String) {
    var talk = Talk()
    talk.type(line)
    #expect(
      talk.said.contains {
        $0.contains(" cannot be done here: 1. Tell people: 4, Lyon")
      }, "\(talk.text)")
  }

  @Test func `a command that is for no item takes no number, and does nothing`() {
    var talk = Talk()
    talk.type("events", "1", "status cancelled", "back")
    for line in ["undo 3", "u 3"] {
      talk.type(line)
      #expect(
        talk.said == ["“Undo” is not done to an item of a list. Type it without the number."])
    }
    #expect(talk.programme.events[Fixture.berlin.id]?.status == .cancelled)
  }

  @Test(arguments: ["open lyon", "open dialogue", "open Dialogue on disability and care"])
  func `an item opens by what stands in it`(line: String) {
    var talk = Talk()
    talk.type("events", line)
    #expect(talk.said.first == "Event.", "\(talk.text)")
    #expect(talk.said.contains("Dialogue on disability and care"))
  }

  @Test func `several items that begin so are listed with their numbers`() {
    var talk = Talk()
    talk.type("events", "open 2024-05")
    #expect(talk.said.first == "2 items begin with \"2024-05\". Type a number:", "\(talk.text)")
    #expect(talk.said.contains { $0.hasPrefix("3. Date: May 28, 2024; Place: Lyon") })
    talk.type("3")
    #expect(talk.said.contains("Dialogue on disability and care"))
    talk.type("back", "open nothing of the kind")
    #expect(talk.said == ["No item here begins with \"nothing of the kind\"."])
  }

  @Test(arguments: ["open Brazil 2024", "open bra 2024"])
  func `a figure opens by its row and its column`(line: String) {
    var talk = Talk()
    talk.type("figures", line)
    #expect(talk.said.first?.hasPrefix("Events: 1 of 4") ?? false, "\(talk.text)")
    #expect(talk.text.contains("Roda de escuta"))
  }

  @Test(arguments: [("en", "right", "left"), ("fr", "droite", "gauche"), ("ja", "右へ", "左へ")])
  func `arrows are known by what they do`(language: String, right: String, left: String) {
    var talk = Talk(language: language)
    talk.type("events", "3")
    let first = talk.said.prefix(2)
    talk.type(right)
    #expect(talk.said.count > 1 && talk.said.prefix(2) != first, "\(talk.text)")
    talk.type(left)
    #expect(talk.said.prefix(2) == first, "\(talk.text)")
  }
}

/// What is said on every screen, wherever one comes.
@Suite struct ConversationTruthTests {
  /// Signs that say nothing to who hears them, and what stands for a record in files.
  private static func isWrong(_ line: String) -> Bool {
    line.contains(/[^.]\.\.([^.\/]|$)|[。．]\s*[.。]|[A-Za-z0-9] \.( |$)/)
      || line.contains(/(^|[ ;:])--([ ;]|$)/)
      || line.contains(/\b[aopst]-[0-9a-z]{8,}\b/)
  }

  @Test func `no line on any screen has two stops, a raw id or a double dash`() {
    for driver in Walk.places(depth: 2) {
      var talk = Talk(driver)
      talk.type(driver.application.screen.takesText ? ":where" : "where")
      let wrong = talk.all.filter(Self.isWrong)
      #expect(wrong.isEmpty, "\(driver.application.screen.name): \(wrong)")
    }
    #expect(Self.isWrong("84 people counted.. saved.") && Self.isWrong("Who you are s-effgkzx8vk"))
    #expect(Self.isWrong("Place: --; Title: A") && !Self.isWrong("Now: saved."))
  }

  @Test func `where one is in a form is told in words, not as files hold it`() {
    var settings = PersonalSettings()
    settings.staff = Fixture.member.id
    var talk = Talk(settings: settings)
    talk.type("events", "3", "attendance", "where")
    #expect(talk.said.first?.hasSuffix("84 people counted. saved.") ?? false, "\(talk.text)")
    talk.type("back", "testimony", "Said so", ".", "", "", "", "", ":where")
    #expect(talk.text.contains("May we keep it: not asked"), "\(talk.text)")
    talk.type("where")
    #expect(talk.text.contains("May we keep it: not asked"), "\(talk.text)")
  }
}
