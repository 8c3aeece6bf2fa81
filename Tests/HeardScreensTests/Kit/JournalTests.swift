import HeardKit
import HeardModel
import Testing

/// That nothing is begun before it is kept, and what becomes of what earlier sittings left.
@Suite struct JournalTests {
  @Test func `a change is kept before it is written, and leaves when it is on disk`() throws {
    var driver = Driver()
    driver.isHolding = true
    driver.press("N")
    driver.type("Evening in Lyon")
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("saving"))
    #expect(driver.journal.count == 1)
    #expect(driver.journal.first?.draft != nil)
    driver.release()
    #expect(driver.journal.isEmpty)
  }

  @Test func `what could not be written stays kept, and is when it is tried again`() throws {
    var driver = Driver()
    driver.failing = StoreError.diskFull
    driver.press("N")
    driver.type("Evening in Lyon")
    driver.press("<Ctrl-S>")
    #expect(driver.journal.count == 1)
    driver.press("q")
    #expect(driver.screen.contains("kept here until Heard starts again"))
    driver.press("<Esc>")
    driver.failing = nil
    driver.press("<Ctrl-S>")
    #expect(driver.journal.isEmpty)
  }

  @Test func `where it can be kept nowhere, that is said, and ending asks`() throws {
    var driver = Driver()
    driver.take(.state(.journalFailed(StoreError.diskFull)))
    driver.failing = StoreError.diskFull
    driver.press("N")
    driver.type("Evening in Lyon")
    driver.press("<Ctrl-S>")
    #expect(driver.screen.contains("kept nowhere"))
    #expect(driver.screen.contains("do not end Heard"))
    driver.press("q")
    #expect(driver.screen.contains("End and lose the change"))
  }

  @Test func `what nobody has to look at is saved at the start, and the rest is asked`() throws {
    var driver = Driver()
    let event = try #require(driver.application.desk.programme.events.values.min { $0.id < $1.id })
    var (renamed, opened) = (event, event)
    renamed.title = "Renamed"
    opened.notes = "Typed"
    let plain = try left("0-0", event, renamed, nil)
    let doubtful = try left("1-0", renamed, opened, .opens)
    driver.take(.folder(.recovered([plain, doubtful])))
    #expect(driver.application.desk.programme.events[event.id]?.title == "Renamed")
    #expect(driver.screen.contains("Not saved when Heard last ended"))
    #expect(driver.effects.contains(.state(.forgetTaken)))
    // What waits is kept until somebody decides.
    #expect(driver.journal.map(\.change) == [doubtful.pending.change])
    driver.press("<Home><Enter>")
    #expect(driver.screen.contains("let more of somebody be known"))
    #expect(driver.screen.contains("It changes: Notes of the team."))
    driver.press("2")
    #expect(driver.application.desk.programme.events[event.id]?.notes == "Typed")
    #expect(driver.journal.isEmpty)
  }

  @Test func `a change of an earlier sitting can be let go of`() throws {
    var driver = Driver()
    let event = try #require(driver.application.desk.programme.events.values.min { $0.id < $1.id })
    var opened = event
    opened.notes = "Typed"
    driver.take(.folder(.recovered([try left("0-0", event, opened, .conflict)])))
    driver.press("<Home><Enter>3")
    #expect(driver.application.desk.programme.events[event.id] == event)
    #expect(driver.journal.isEmpty)
    #expect(!driver.screen.contains("Not saved when"))
  }

  @Test func `in a folder that is only read everything waits`() throws {
    var driver = Driver(readOnly: .readOnly(path: "/p"))
    let event = try #require(driver.application.desk.programme.events.values.min { $0.id < $1.id })
    var renamed = event
    renamed.title = "Renamed"
    driver.take(.folder(.recovered([try left("0-0", event, renamed, nil)])))
    #expect(driver.application.desk.programme.events[event.id] == event)
    #expect(driver.journal.count == 1)
    driver.press("<Home><Enter>2")
    #expect(driver.journal.count == 1)
  }

  private func left(
    _ id: String, _ before: Event, _ after: Event, _ doubt: LeftChange.Doubt?
  ) throws -> LeftChange {
    let change = try #require(
      Change(
        .edited(kind: .event, title: after.title), before: .event(before), after: .event(after)))
    return LeftChange(
      id: id, PendingChange(change, at: Moment(seconds: 1_700_000_000)), doubt: doubt,
      fields: ["notes"])
  }
}
