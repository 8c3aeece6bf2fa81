import HeardKit
import HeardModel
import TerminalCanvas
import Testing

@testable import HeardScreens

/// Keys that were typed before a question could be seen answer nothing.
@Suite struct KeysAheadTests {
  /// A driver at an event, which types faster than anything is drawn.
  private func ahead() -> Driver {
    var driver = Driver(at: .event(Fixture.lyon.id))
    driver.isTypingAhead = true
    return driver
  }

  private func status(_ driver: Driver) -> EventStatus? {
    driver.programme.events[Fixture.lyon.id]?.status
  }

  @Test func `keys typed before the question is drawn are dropped, and it is said how many`() {
    var driver = ahead()
    driver.press("m4<Enter><Esc>")
    #expect(status(driver) == .held)
    #expect(driver.application.question?.id == "status")
    #expect(driver.news.contains("3 keys were typed"))
    #expect(driver.screen.contains("3 keys were typed"))
    // Once it stands on the screen, the same key is an answer.
    driver.application.noteDrawn()
    driver.press("4")
    #expect(status(driver) == .cancelled)
  }

  @Test func `a click and a turn of the wheel are no answers to what nobody has seen`() {
    var driver = ahead()
    driver.press("m")
    let focused = driver.application.question?.cursor
    for row in 0..<24 { driver.press(.click(Position(column: 20, row: row))) }
    driver.press(.wheel(1))
    #expect(status(driver) == .held)
    #expect(focused != nil && driver.application.question?.cursor == focused)
    #expect(driver.news.contains("25 keys were typed"))
  }

  @Test func `a question that follows another is one that nobody has seen yet`() {
    var driver = Driver(at: .event(Fixture.berlin.id))
    driver.press("c")
    driver.press("m")
    // The event's day is still to come, which is asked first.
    #expect(driver.application.question != nil)
    driver.isTypingAhead = true
    driver.press("<Esc>m2")
    #expect(driver.programme.events[Fixture.berlin.id]?.status == .planned)
    #expect(driver.news.contains("1 key was typed"))
  }

  @Test func `where the window has no room for the screen its question is not seen either`() {
    var driver = ahead()
    driver.press("m")
    driver.resize(columns: 20, rows: 5)
    driver.application.noteDrawn()
    #expect(driver.application.hasUnseenQuestion)
    driver.resize(columns: 80, rows: 24)
    driver.press("4")
    #expect(status(driver) == .held)
    driver.application.noteDrawn()
    #expect(!driver.application.hasUnseenQuestion)
  }

  @Test func `in plain lines answers come in their order, as they were piped in`() {
    var talk = Talk(ahead())
    talk.type("status", "4")
    #expect(talk.programme.events[Fixture.lyon.id]?.status == .cancelled, "\(talk.said)")
  }
}
