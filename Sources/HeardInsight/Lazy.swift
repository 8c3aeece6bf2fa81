import Synchronization

/// A value that is made when it is first asked for, and only once, whoever asks.
final class Lazy<Value: Sendable>: Sendable {
  private let kept: Mutex<Value?>

  /// A value that is still to be made, or one that is known already.
  init(_ value: Value? = nil) { kept = Mutex(value) }

  /// The value; `make` runs only the first time and must not ask for the same value.
  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let value = make()
      kept = value
      return value
    }
  }

  /// The value where somebody has asked for it.
  var made: Value? { kept.withLock { $0 } }
}

/// The last answer to a question that is asked again and again.
final class LastAnswer<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
  private let kept = Mutex<(question: Question, answer: Answer)?>(nil)

  /// The answer; `make` runs where another question was asked last.
  func answer(_ question: Question, _ make: () -> Answer) -> Answer {
    kept.withLock { kept in
      if let kept, kept.question == question { return kept.answer }
      let answer = make()
      kept = (question, answer)
      return answer
    }
  }
}
