/// A value as a file holds it, where its kind is not known beforehand.
public indirect enum StoredValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case number(Int)
  /// Any other number, as it stands in the file.
  case decimal(String)
  /// True or false.
  case flag(Bool)
  /// A list in its order.
  case list([StoredValue])
  /// Members by name.
  case object([String: StoredValue])
  /// The value that says there is none.
  case null

  /// The text; nil for other kinds.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// Whether a text in it names one of the ids.
  func tells(of ids: Set<String>) -> Bool {
    switch self {
    case .text(let text): ids.contains { text.contains($0) }
    case .list(let elements): elements.contains { $0.tells(of: ids) }
    case .object(let members): members.values.contains { $0.tells(of: ids) }
    case .number, .decimal, .flag, .null: false
    }
  }
}
