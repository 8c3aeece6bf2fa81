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

  /// Whether both keep the same value, or none.
  public static func == (a: Self, b: Self) -> Bool {
    a.box === b.box || a.wrappedValue == b.wrappedValue
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
