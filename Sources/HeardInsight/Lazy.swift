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

/// The last answers to questions that are asked again and again.
final class LastAnswer<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
  private let most: Int
  private let kept = Mutex<[(question: Question, answer: Answer)]>([])

  /// Nothing was asked yet; `most` is how many answers are kept, at least one.
  init(most: Int = 1) { self.most = most }

  /// The answer; `make` runs where the question is none of the last ones.
  func answer(_ question: Question, _ make: () -> Answer) -> Answer {
    kept.withLock { kept in
      if let place = kept.firstIndex(where: { $0.question == question }) {
        let known = kept.remove(at: place)
        kept.append(known)
        return known.answer
      }
      let answer = make()
      if kept.count == most { kept.removeFirst() }
      kept.append((question, answer))
      return answer
    }
  }
}

/// One state of the answers; each is equal to itself alone.
public struct Edition: Equatable, Sendable {
  private final class Mark: Sendable {}
  private let mark = Mark()

  /// Whether both are the same state.
  public static func == (a: Edition, b: Edition) -> Bool { a.mark === b.mark }
}
