import HeardKit
import HeardModel
import Synchronization
import TerminalCanvas
import Testing

@testable import HeardScreens

/// A screen that nobody sees reckons nothing until it is seen again, and loses nothing.
@Suite struct HiddenScreenTests {
  /// Counts how often it was asked to find its place again, and keeps what is typed on it.
  private struct Counting: Screen {
    final class Count: Sendable { let refreshed = Mutex(0) }
    let name = "help"
    let count = Count()
    var typed = ""
    private var eventsFound: Int?

    var refreshed: Int { count.refreshed.withLock { $0 } }
    func commands(_ desk: Desk) -> [Command] { [] }
    mutating func perform(_ command: Command, _ desk: inout Desk) {}
    func describe(_ desk: Desk) -> ScreenContent { ScreenContent(blocks: []) }
    func focus(_ desk: Desk) -> String { "" }
    mutating func refresh(_ desk: Desk) {
      count.refreshed.withLock { $0 += 1 }
      eventsFound = desk.programme.events.count
    }
    func draft(_ desk: Desk) -> Draft? {
      if typed.isEmpty { return nil }
      var draft = Draft()
      draft.id = "counting"
      draft.fields = ["title": typed, "found": eventsFound.map(String.init) ?? ""]
      return draft
    }
  }

  @Test func `a hidden screen finds its place again when it comes back, not before`() {
    var driver = Driver(at: .event(Fixture.lyon.id))
    let hidden = Counting()
    driver.application.below = [hidden]
    driver.press("m4")
    #expect(driver.programme.events[Fixture.lyon.id]?.status == .cancelled)
    driver.take(.state(.journalKept(except: 0)))
    #expect(hidden.refreshed == 0)
    driver.press("<Esc>")
    #expect(driver.application.screen is Counting)
    #expect(hidden.refreshed > 0)
  }

  @Test func `what is typed on a hidden screen is kept as it stands now`() {
    var driver = Driver(at: .event(Fixture.lyon.id))
    var hidden = Counting()
    hidden.typed = "half a title"
    driver.application.below = [hidden]
    let effects = driver.application.keepDrafts(driver.occasion)
    let kept = effects.compactMap { effect -> Draft? in
      if case .state(.keepDraft(let draft)) = effect { draft } else { nil }
    }
    #expect(kept.map(\.id) == ["counting"])
    #expect(kept.first?.fields["found"] == String(driver.programme.events.count))
  }
}
