import HeardKit

// Keys that were typed before the question could be seen that stands now.
//
// Who types without looking means the screen that was there; taken as an answer, such a key decides
// something that nobody has read.
extension Application {
  /// Whether a question stands that was never drawn: until then no key and no click answers it.
  public var hasUnseenQuestion: Bool { keysAhead != nil && question != nil }

  /// Notes that what is described now stands on the terminal, so that keys from here on mean it.
  public mutating func noteDrawn() {
    // Where the screen has no room, its question is not shown either.
    if !isTooSmall { keysAhead = nil }
  }

  /// Lays a question over the screen, which nobody has seen yet.
  mutating func lay(_ question: Question) {
    overlay = .question(question)
    keysAhead = 0
  }

  /// Drops a key, and says how many were dropped so far.
  mutating func dropKeyAhead() {
    let count = (keysAhead ?? 0) + 1
    keysAhead = count
    desk.refuse(desk.words("question.ahead", count: count))
  }
}
