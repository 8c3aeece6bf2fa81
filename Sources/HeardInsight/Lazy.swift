import Synchronization

/// A value that is made when it is first asked for, and only once, whoever asks.
final class Lazy<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value; `make` runs only the first time and must not ask for the same value.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
