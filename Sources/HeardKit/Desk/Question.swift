/// A question that waits for one of a few answers.
public struct Question: Hashable, Sendable {
  /// One answer.
  public struct Answer: Hashable, Sendable {
    /// Tells the answer from the others.
    public let id: String
    /// The answer in words.
    public let label: String

    /// An answer in words.
    public init(_ id: String, _ label: String) {
      self.id = id
      self.label = label
    }
  }

  /// Tells the question from others of the same screen.
  public let id: String
  /// The question in words, with what will happen.
  public let text: String
  /// The answers; the one that changes nothing is focused first.
  public let answers: [Answer]
  /// Which answer is focused.
  public var cursor: Int
  /// The first digits of an answer's number, where there are more than nine.
  public var typed = 0

  /// A question with its answers; the focused one changes nothing.
  public init(_ id: String, _ text: String, _ answers: [Answer], cursor: Int = 0) {
    self.id = id
    self.text = text
    self.answers = answers
    self.cursor = cursor
  }

  /// Takes a digit of the number of an answer: chooses it, or focuses it while another digit may
  /// follow.
  ///
  /// - Returns: the answer that can only be meant.
  public mutating func take(digit: Int) -> Answer? {
    let number = typed * 10 + digit
    guard answers.indices.contains(number - 1) else {
      typed = 0
      return nil
    }
    cursor = number - 1
    typed = number
    return number * 10 > answers.count ? answers[cursor] : nil
  }
}
