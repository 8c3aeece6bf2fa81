import HeardKit
import HeardModel
import HeardScreens
import Testing

/// What becomes of changes that could not be written when their records change again.
@Suite struct UnsavedTests {
  private let occasion = Occasion(
    now: Driver().now, today: Driver().now.day, seed: 3)

  private func desk() -> Desk { Driver().application.desk }

  private func change(_ desk: inout Desk, _ edit: (inout Testimony) -> Void) -> Change? {
    guard let before = desk.programme.testimonies[Fixture.heardInLyon.id] else { return nil }
    var after = before
    edit(&after)
    desk.change(
      Change(
        .edited(kind: .testimony, title: "Amandine"),
        [Edit(before: .testimony(before), after: .testimony(after))].compactMap { $0 }))
    return desk.saving.last
  }

  private func words(_ change: Change?) -> [String] {
    (change?.edits ?? []).flatMap { [$0.before, $0.after] }.compactMap { record in
      if case .testimony(let testimony)? = record { testimony.text } else { nil }
    }
  }

  private func withdraw(_ testimony: inout Testimony) {
    testimony.text = ""
    testimony.consent.entries.append(
      ConsentEntry(
        id: "e-9", purpose: .record, state: .withdrawn, at: occasion.now, by: "Noor Example"))
  }

  @Test func `words that consent closed since are not tried again`() throws {
    var desk = desk()
    let first = try #require(change(&desk) { $0.text = "Mot nouveau." })
    desk.take(.folder(.saveFailed(first, .diskFull)))
    let second = try #require(change(&desk, withdraw))
    // It begins where the disk stands, and what could not be written is written with it.
    #expect(words(second) == [Fixture.heardInLyon.text, ""])
    #expect(desk.unsaved.isEmpty)
    desk.take(.folder(.saveFailed(second, .diskFull)))
    desk.saveAgain()
    #expect(!desk.saving.contains { words($0).contains("Mot nouveau.") })
    #expect(desk.programme.testimonies[Fixture.heardInLyon.id]?.text == "")
  }

  @Test func `a change that fails after consent closed its words does not keep them`() throws {
    var desk = desk()
    let first = try #require(change(&desk) { $0.text = "Mot nouveau." })
    let second = try #require(change(&desk, withdraw))
    desk.take(.folder(.saveFailed(first, .diskFull)))
    #expect(desk.unsaved.flatMap(words) == [Fixture.heardInLyon.text, ""])
    desk.take(.folder(.saveFailed(second, .diskFull)))
    #expect(desk.unsaved.flatMap(words) == [Fixture.heardInLyon.text, ""])
    desk.saveAgain()
    #expect(desk.saving.flatMap(words) == [Fixture.heardInLyon.text, ""])
  }

  @Test func `other records of a change that failed are still tried again`() throws {
    var desk = desk()
    var event = Fixture.lyon
    event.title = "New title"
    var testimony = Fixture.heardInLyon
    testimony.text = "Mot nouveau."
    let both = Change(
      .several(kind: .event, count: 2),
      [
        Edit(before: .event(Fixture.lyon), after: .event(event)),
        Edit(before: .testimony(Fixture.heardInLyon), after: .testimony(testimony)),
      ].compactMap { $0 })
    desk.change(both)
    desk.take(.folder(.saveFailed(both, .diskFull)))
    _ = change(&desk, withdraw)
    #expect(desk.unsaved.flatMap(\.edits).map(\.after) == [.event(event)])
  }

  @Test func `what was undone is not tried again`() throws {
    var desk = desk()
    let first = try #require(change(&desk) { $0.text = "Mot nouveau." })
    desk.take(.folder(.saveFailed(first, .diskFull)))
    desk.undo()
    #expect(desk.unsaved.isEmpty)
    #expect(desk.saving.last?.edits.map(\.after) == [.testimony(Fixture.heardInLyon)])
  }
}
