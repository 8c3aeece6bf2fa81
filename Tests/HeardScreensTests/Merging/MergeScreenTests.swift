import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// Two that were entered twice, made one on the screens.
@Suite struct MergeScreenTests {
  private static let twinID: EventID = Fixture.id("2024-05-28-fr-lyon-9xw2")

  /// The fixture with the event of Lyon once more: another title, another number, more notes.
  private func programme() -> Programme {
    var programme = Fixture.programme()
    var twin = Fixture.lyon
    twin.id = Self.twinID
    twin.title = "Dialogue on care"
    twin.attendance.total = 80
    twin.notes = "Bring chairs."
    programme.events[twin.id] = twin
    return programme
  }

  @Test func `two that are marked stand side by side, and numbers wait for a choice`() {
    var driver = Driver(programme(), columns: 140)
    driver.press("2/dialogue<Enter><Home><Space><Space><Home>&")
    #expect(driver.lines[0].hasPrefix("Heard, Merge two events"))
    #expect(driver.screen.contains("Dialogue on care"), "\(driver.screen)")
    #expect(driver.screen.contains("to be chosen"))
    driver.press("<Ctrl-S>")
    #expect(driver.news.contains("never added up"), "\(driver.news)")
    #expect(driver.programme.events.count == 5)
    driver.press("<Enter><Ctrl-S>")
    #expect(driver.programme.events.count == 4)
  }

  @Test func `the other one is chosen from an event, and one undo parts them again`() throws {
    let before = programme()
    var driver = Driver(before, at: .event(Fixture.lyon.id), columns: 140)
    driver.press("&")
    #expect(driver.lines[0].hasPrefix("Heard, Merge with"))
    // The nearest day stands first.
    driver.press("<Enter>")
    #expect(driver.screen.contains("Bring chairs."))
    driver.press("<Ctrl-S><Enter><Enter><Ctrl-S>")
    let merged = try #require(driver.programme.events[Fixture.lyon.id])
    #expect(driver.programme.events[Self.twinID] == nil)
    // Twice pressed: the second number.
    #expect(merged.attendance.total == 80 && merged.notes == "Bring chairs.")
    #expect(merged.title == Fixture.lyon.title)
    #expect(driver.lines[0].hasPrefix("Heard, Event"))
    driver.press("u")
    #expect(driver.programme.events == before.events)
    #expect(driver.programme.testimonies == before.testimonies)
  }

  @Test func `what was told goes along, and a more closed rule is asked about`() {
    var programme = programme()
    programme.events[Self.twinID]?.attendance = Fixture.lyon.attendance
    programme.events[Fixture.lyon.id]?.confidentiality = .closed
    programme.events[Self.twinID]?.confidentiality = .open
    var driver = Driver(programme, at: .merge(Self.twinID, with: Fixture.lyon.id), columns: 140)
    driver.press("<Ctrl-S>")
    #expect(driver.application.question != nil)
    driver.press("1")
    #expect(driver.programme.events.count == 5)
    driver.press("<Ctrl-S>2")
    #expect(driver.programme.events[Self.twinID]?.confidentiality == .closed)
    #expect(driver.programme.testimonies[Fixture.heardInLyon.id]?.event == Self.twinID)
    #expect(driver.programme.events[Fixture.lyon.id] == nil)
    driver.press("u")
    #expect(driver.programme.events[Fixture.lyon.id] == nil)
  }

  @Test func `one or three marks say what is meant, and another country refuses`() {
    var driver = Driver(programme())
    driver.press("2<Home><Space>&")
    #expect(driver.news.contains("Mark the two"))
    var other = Driver(programme(), at: .merge(Fixture.lyon.id, with: Fixture.osaka.id))
    #expect(other.screen.contains("different countries"), "\(other.screen)")
    other.press("<Ctrl-S>")
    #expect(other.programme.events.count == 5)
  }

  @Test func `two people become one, whose second entry counts no more`() throws {
    var driver = Driver()
    let before = driver.programme
    driver.press("6/osaka<Esc>6<Home><Space><Space><Home>&")
    #expect(driver.lines[0].hasPrefix("Heard, Merge two people"), "\(driver.lines[0])")
    driver.press("<Enter>")
    let list = try #require(driver.programme.events[Fixture.osaka.id]?.participations)
    #expect(list.count == 3 && list.filter { $0.mergedInto != nil }.count == 1)
    driver.press("6")
    #expect(driver.screen.contains("2 of 2"), "\(driver.screen)")
    driver.press("u")
    #expect(driver.programme.events == before.events)
  }

  @Test func `from a person the others of the same list can be chosen, by no likeness of names`() {
    var driver = Driver(at: .person(Fixture.id("p-0000000000")))
    driver.press("&")
    #expect(driver.lines[0].hasPrefix("Heard, Merge with"))
    #expect(driver.screen.contains("ひなた") && driver.screen.contains("通訳"))
    #expect(!driver.screen.contains("さくら  "))
  }

  @Test func `a name that was taken over goes again with undo`() {
    var driver = Driver(
      at: .mergePeople(Fixture.id("p-0000000000"), with: Fixture.id("p-0000000001")))
    driver.press("<Enter>")
    let joins = driver.effects.contains {
      if case .folder(.joinIdentity(let gone, let kept)) = $0 {
        return gone == Fixture.id("p-0000000001") && kept == Fixture.id("p-0000000000")
      }
      return false
    }
    #expect(joins)
    driver.take(.folder(.identityJoined(Fixture.id("p-0000000000"))))
    driver.press("u")
    let parts = driver.effects.contains {
      if case .folder(.forgetIdentities(let people)) = $0 {
        return people == [Fixture.id("p-0000000000")]
      }
      return false
    }
    #expect(parts)
  }

  @Test(arguments: ["en", "fr", "ja"], [(80, 24), (140, 40)])
  func `both screens fit in every language`(language: String, size: (Int, Int)) {
    let places: [Place] = [
      .merge(Fixture.lyon.id, with: Self.twinID), .merge(Fixture.lyon.id, with: nil),
      .mergePeople(Fixture.id("p-0000000000"), with: Fixture.id("p-0000000001")),
    ]
    for place in places {
      let driver = Driver(
        programme(), language: language, at: place, columns: size.0, rows: size.1)
      #expect(!driver.lines.isEmpty && driver.rows.count == size.1)
      #expect(!driver.screen.contains("merge."), "\(driver.screen)")
    }
  }
}
