import HeardModel

/// A value with what it is called.
public struct FieldOption: Hashable, Sendable {
  /// The value as the record holds it.
  public let value: String
  /// What it is called.
  public let label: String
  /// What else it is called by those who use it, as "LSF".
  public let alias: String?
  /// Whether people write the value, too, as `FR`; that of an organisation tells nobody anything.
  public let isCode: Bool

  /// A value with what it is called.
  public init(_ value: String, _ label: String, alias: String? = nil, isCode: Bool = false) {
    self.value = value
    self.label = label
    self.alias = alias
    self.isCode = isCode
  }

  /// What it is called, with the value where people write that, too: `France (FR)`.
  var labelWithCode: String {
    let code = " (\(value))"
    return isCode && !label.hasSuffix(code) ? label + code : label
  }

  /// Whether a folded text is the value, its label or its alias.
  func isCalled(_ folded: String) -> Bool {
    [value, label, alias ?? value].contains { fold($0) == folded }
  }
}

extension [FieldOption] {
  /// The options with the code behind a name with which another one begins: who types `Guinea` may
  /// mean Guinea-Bissau.
  var apart: [FieldOption] {
    var beginnings = Set<Substring>()
    for label in map(\.label) {
      for place in label.indices where !label[place].isLetter {
        beginnings.insert(label[..<place])
      }
    }
    return map { option in
      guard option.isCode, beginnings.contains(option.label[...]) else { return option }
      return FieldOption(
        option.value, option.labelWithCode, alias: option.alias, isCode: true)
    }
  }
}
