/// A large value that few records of a kind have: it lies in memory of its own, so that a record
/// without it is small.
///
/// It is a value as any other: whoever changes a copy changes that copy alone.
@propertyWrapper
public struct Apart<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline
  final class Box: Sendable {
    @usableFromInline let value: Value
    @usableFromInline init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box?

  /// Keeps a value, or none.
  @inlinable public init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  /// The value; nil where there is none.
  @inlinable public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }

  /// Whether there is a value.
  @inlinable public var isThere: Bool { box != nil }

  /// Changes the value, which is a blank one where there is none; a blank one is not kept.
  ///
  /// What stays as it was is not written anew.
  @inlinable public mutating func change(blank: Value, _ change: (inout Value) -> Void) {
    guard let box else {
      var value = blank
      change(&value)
      if value != blank { self.box = Box(value) }
      return
    }
    var value = box.value
    change(&value)
    if value == blank {
      self.box = nil
    } else if value != box.value {
      self.box = Box(value)
    }
  }

  /// Whether both keep the same value, or none.
  public static func == (a: Self, b: Self) -> Bool {
    guard a.box !== b.box else { return true }
    guard let first = a.box, let second = b.box else { return false }
    return first.value == second.value
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension Apart: CustomReflectable, CustomStringConvertible {
  /// What a test sees of a record is the value.
  public var customMirror: Mirror { Mirror(reflecting: wrappedValue as Any) }

  /// The value as it describes itself.
  public var description: String { "\(wrappedValue as Any)" }
}
