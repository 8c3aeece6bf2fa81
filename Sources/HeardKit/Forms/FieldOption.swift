import HeardModel

/// A value with what it is called.
public struct FieldOption: Hashable, Sendable {
  /// The value as the record holds it.
  public let value: String
  /// What it is called.
  public let label: String
  /// What else it is called by those who use it, as "LSF".
  public let alias: String?

  /// A value with what it is called.
  public init(_ value: String, _ label: String, alias: String? = nil) {
    self.value = value
    self.label = label
    self.alias = alias
  }

  /// Whether a folded text is the value, its label or its alias.
  func isCalled(_ folded: String) -> Bool {
    [value, label, alias ?? value].contains { fold($0) == folded }
  }
}
