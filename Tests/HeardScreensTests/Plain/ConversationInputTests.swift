import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

/// Every screen into which something is typed, found by walking, and typed into in plain lines.
@Suite struct ConversationInputTests {
  private static let typed = "zztyped"

  @Test func `what is typed in plain lines arrives on every screen that takes text`() throws {
    let places = Walk.places().filter {
      $0.application.screen.takesText && $0.application.question == nil
    }
    for driver in places {
      var talk = Talk(driver)
      // Forms that begin with a choice are asked on until a text is asked for.
      for _ in 0..<40 where Self.asksForChoice(talk.conversation.application) { talk.type("") }
      talk.type(Self.typed)
      let arrived =
        talk.text.contains(Self.typed) || talk.effects.contains { "\($0)".contains(Self.typed) }
        || "\(talk.conversation.application.screen.describe(talk.conversation.application.desk))"
          .contains(Self.typed)
        || Self.holds(talk.conversation.application)
      #expect(arrived, "\(driver.application.screen.name): \(talk.text)")
    }
    // Fewer would mean that the walk goes astray, and then nothing above is tried.
    let names = Set(places.map(\.application.screen.name))
    #expect(
      names.isSuperset(of: [
        "eventForm", "testimonyForm", "actionForm", "organisationForm", "personForm", "seriesForm",
        "fileForm", "settings", "identityForm", "attendancePeople", "events", "testimonies",
        "actions", "people", "figures", "calendar", "import", "conflict", "staffForm",
      ]), "\(names.sorted())")
  }

  private static func asksForChoice(_ application: Application) -> Bool {
    guard let form = application.form?.filled, let entry = form.focused else { return false }
    switch entry.kind {
    case .line, .area, .lookup, .lookupMany: return false
    case .choice, .toggle, .many, .date, .number: return true
    }
  }

  private static func holds(_ application: Application) -> Bool {
    application.form?.filled.entries.contains { $0.value.text.contains(typed) } ?? false
  }
}

/// Pseudonyms and merged texts, which are typed on screens that are no forms.
@Suite struct ConversationTypingTests {
  @Test func `another pseudonym is typed at the door, and Enter alone puts it on the list`() {
    var talk = Talk()
    talk.type("events", "3", "attendance", "add person", "e")
    #expect(talk.said.contains { $0.contains("Pseudonym") }, "\(talk.text)")
    talk.type("Iara")
    #expect(talk.text.contains("Next: Iara"), "\(talk.text)")
    talk.type("")
    #expect(talk.programme.events[Fixture.lyon.id]?.participations.map(\.pseudonym) == ["Iara"])
    talk.type("e", "back", "")
    #expect(talk.programme.events[Fixture.lyon.id]?.participations.count == 2)
  }

  @Test func `a text that holds both versions is typed line by line`() throws {
    var driver = Driver(Walk.programme)
    driver.press("!")
    var talk = Talk(driver)
    talk.type("1", "3")
    #expect(talk.text.contains("Each line you type is added"), "\(talk.text)")
    talk.type("-", "Both", "versions", "save")
    #expect(
      talk.programme.events[Fixture.lyon.id]?.summary == "Both\nversions",
      "\(talk.all.joined(separator: "\n"))")
  }
}
