import HeardKit
import HeardModel
import Testing

@testable import HeardScreens

/// What is undone in a later sitting.
@Suite struct UndoTests {
  @Test func `what can be undone is kept, and forgotten when it is undone`() throws {
    var driver = Driver()
    driver.press("2/lyon<Enter>c+")
    let change = try #require(driver.application.desk.undoable.last)
    #expect(driver.effects.contains(.state(.rememberUndo(change))))
    driver.press("<Esc>u")
    #expect(driver.effects.contains(.state(.forgetUndo(change))))
  }

  @Test func `changes of an earlier sitting are undone after those of this one`() throws {
    var first = Driver()
    first.press("2/lyon<Enter>c+<Esc>")
    let change = try #require(first.application.desk.undoable.last)
    var second = Driver(first.programme)
    _ = second.application.take(.state(.undoable([change])), second.occasion)
    second.press("u")
    #expect(second.programme.events[Fixture.lyon.id]?.attendance.total == 84)
  }

  @Test func `a change is undone although saving took out what somebody had refused`() {
    var programme = Fixture.programme()
    var event = Fixture.osaka
    var consent = Consent()
    consent.entries = [
      ConsentEntry(id: "e-1", purpose: .count, state: .refused, at: Moment(seconds: 0), by: "Noor")
    ]
    event.participations[0].consent = consent
    event.participations[0].ageBand = "25-34"
    programme.events[event.id] = event
    var driver = Driver(programme)
    driver.press("2*B<Down><Down><Enter>North<Enter><Enter>")
    #expect(driver.programme.events[event.id]?.participations[0].ageBand == nil)
    driver.press("u")
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
    #expect(driver.programme.events[event.id]?.participations[0].ageBand == nil)
    driver.press("<Ctrl-R>u")
    #expect(driver.programme.events.values.allSatisfy { $0.region.isEmpty })
  }

  @Test func `a change of consent forgets the event and the actions beside it`() throws {
    var driver = Driver()
    var testimony = Fixture.heardInLyon
    testimony.consent.entries.append(
      ConsentEntry(
        id: "e-9", purpose: .learn, state: .withdrawn, at: driver.now, by: "Noor Example"))
    let change = try #require(
      Change(
        .consent(purpose: .learn, state: .withdrawn), before: .testimony(Fixture.heardInLyon),
        after: .testimony(testimony)))
    var desk = driver.application.desk
    desk.change(change)
    let forgotten = desk.requests.compactMap { request -> [RecordKey]? in
      if case .effect(.state(.forgetUndoOf(let keys))) = request { keys } else { nil }
    }.flatMap { $0 }
    #expect(
      Set(forgotten) == [
        .testimony(testimony.id, event: Fixture.lyon.id), .event(Fixture.lyon.id),
        .action(Fixture.interpreters.id),
      ])
    driver.press("q")
  }
}
