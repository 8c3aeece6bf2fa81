import HeardKit
import Testing

@testable import HeardScreens

/// The commands against the screens: one that nothing offers only takes a key and a text.
@Suite struct OfferedCommandTests {
  /// Commands that no list of a screen names, each with its reason.
  private static let elsewhere: [Command: String] = [
    .change: "a field in which something is chosen takes its keys itself; texts name them by it"
  ]

  @Test func `every command is offered by a screen, or everywhere`() throws {
    let lists = try SwiftSource.files(SwiftSource.rooms).flatMap { Self.lists(in: $0.text) }
    #expect(lists.count > 40)
    let named = Set(
      lists.flatMap { $0.matches(of: /\.([a-z][A-Za-z]*)\b/).map { String($0.1) } })
    for command in Command.allCases where Self.elsewhere[command] == nil {
      #expect(named.contains(command.rawValue), "nothing offers \(command)")
    }
    for command in Self.elsewhere.keys {
      #expect(!named.contains(command.rawValue), "\(command) is offered after all")
    }
  }

  @Test func `the key that is shown for a command asks for it, wherever it is offered`() {
    for driver in Walk.places() where driver.application.question == nil {
      let offered = driver.application.offered
      for command in offered {
        guard let key = KeyTable.binding(command)?.keys.first else { continue }
        let asked = KeyTable.command(for: key, among: offered)
        // Who has marked rows leaves the marks first, and the list after them.
        let isMeant = asked == command || (asked == .dropMarks && command == .back)
        #expect(
          isMeant, "\(driver.application.screen.name): \(key) asks for another than \(command)")
      }
    }
  }

  /// The bodies of what gives a list of commands, and the lists that are written out.
  private static func lists(in text: String) -> [Substring] {
    text.matches(of: /(?:->|:) \[Command\] (?:\{|=)/).map { match in
      let isBody = text[..<match.range.upperBound].hasSuffix("{")
      var depth = isBody ? 1 : 0
      var end = match.range.upperBound
      while end < text.endIndex {
        switch text[end] {
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        default: break
        }
        end = text.index(after: end)
        if depth == 0 && (isBody || text[..<end].hasSuffix("]")) { break }
      }
      return text[match.range.upperBound..<end]
    }
  }
}
