import HeardKit

// Keys that were typed before the question could be seen that stands now, and text typed over it.
//
// Who types without looking means the screen that was there; taken as an answer, such a key decides
// something that nobody has read.
extension Application {
  /// So many milliseconds without a key it takes until somebody who typed on has seen a question.
  private static let pause = 250

  /// Whether a question stands that was never drawn: until then no key and no click answers it.
  public var hasUnseenQuestion: Bool { keysAhead != nil && question != nil }

  /// Whether somebody goes on typing although a question stands there.
  var isTypedOverQuestion: Bool {
    guard question != nil, let typedOver, let tick = desk.tick else { return false }
    return tick < typedOver
  }

  /// Notes that what is described now stands on the terminal, so that keys from here on mean it.
  public mutating func noteDrawn() {
    // Where the screen has no room, its question is not shown either.
    if !isTooSmall { keysAhead = nil }
  }

  /// Lays a question over the screen, which nobody has seen yet.
  mutating func lay(_ question: Question) {
    overlay = .question(question)
    (keysAhead, typedOver) = (0, nil)
  }

  /// Notes that a key came that is no answer: none is taken for so many milliseconds.
  mutating func noteTypedOver(_ span: Int) {
    typedOver = desk.tick.map { max($0 + span, typedOver ?? 0) }
  }

  /// Drops a key; says how many were dropped before the question could be seen, or that it waits
  /// for a pause.
  mutating func dropKeyAhead() {
    noteTypedOver(Self.pause)
    guard let count = keysAhead else { return desk.refuse(desk.words("question.pause")) }
    keysAhead = count + 1
    desk.refuse(desk.words("question.ahead", count: count + 1))
  }
}
