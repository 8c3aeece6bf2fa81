import HeardKit
import HeardModel
import HeardScreens
import TerminalCanvas

/// Talks with the application in plain lines, as a person or a script would.
struct Talk {
  var conversation: Conversation
  /// What was said to the last line.
  private(set) var said: [String] = []
  /// Everything that was said.
  private(set) var all: [String] = []
  private(set) var effects: [Effect] = []
  var failing: StoreError?
  /// The files of the machine, by path; without any, nothing that reads them ever ends.
  var files: [String: String] = [:]
  private var seed: UInt64 = 1000
  private let now: Moment

  init(
    _ programme: Programme = Fixture.programme(), settings: PersonalSettings = PersonalSettings(),
    language: String = "en", drafts: [Draft] = [], readOnly: StoreError? = nil
  ) {
    self.init(
      Driver(
        programme, settings: settings, language: language, drafts: drafts, readOnly: readOnly))
  }

  /// Goes on in plain lines where somebody stood at the full screen.
  init(_ driver: Driver) {
    now = driver.now
    files = driver.files
    conversation = Conversation(driver.application, driver.occasion)
    report()
  }

  var programme: Programme { conversation.application.desk.programme }

  /// What was said to the last line, as one text.
  var text: String { said.joined(separator: "\n") }

  /// Types lines, and lets everything happen that follows from each.
  mutating func type(_ lines: String...) { type(lines) }

  /// Types the lines of a script.
  mutating func type(_ lines: [String]) {
    for line in lines { act { $0.take(line, $1) } }
  }

  /// Does something, and listens.
  mutating func act(_ work: (inout Conversation, Occasion) -> [Effect]) {
    seed += 1
    effects = []
    take(work(&conversation, occasion))
    report()
  }

  private var occasion: Occasion { Occasion(now: now, today: now.day, seed: seed) }

  private mutating func take(_ more: [Effect]) {
    effects += more
    for effect in more {
      guard let outcome = Driver.outcome(of: effect, failing) ?? read(effect) else { continue }
      take(conversation.take(outcome, occasion))
    }
  }

  private func read(_ effect: Effect) -> Outcome? {
    guard case .machine(.readSheet(let order)) = effect, !files.isEmpty else { return nil }
    return .machine(.sheet(Driver.read(order, files[order.path])))
  }

  private mutating func report() {
    said = conversation.report()
    all += said
  }
}
