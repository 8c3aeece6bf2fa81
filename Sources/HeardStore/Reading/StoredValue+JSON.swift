import HeardModel
import StrictJSON

extension StoredValue {
  /// A value of a tree in the form of the model.
  init(_ value: JSONValue) {
    self =
      switch value {
      case .string(let text): .text(text)
      case .integer(let number): .number(number)
      case .decimal(let digits): .decimal(digits)
      case .boolean(let flag): .flag(flag)
      case .array(let elements): .list(elements.map(StoredValue.init))
      case .object(let members): .object(members.mapValues(StoredValue.init))
      case .null: .null
      }
  }
}

extension JSONValue {
  /// A value of the model as part of a tree.
  init(_ value: StoredValue) {
    self =
      switch value {
      case .text(let text): .string(text)
      case .number(let number): .integer(number)
      case .decimal(let digits): .decimal(digits)
      case .flag(let flag): .boolean(flag)
      case .list(let elements): .array(elements.map(JSONValue.init))
      case .object(let members): .object(members.mapValues(JSONValue.init))
      case .null: .null
      }
  }
}
