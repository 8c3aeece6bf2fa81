/// A tree of values that keeps whatever it was read from, known or not.
///
/// Equality follows `String`: canonically equivalent texts are equal.
public enum JSONValue: Hashable, Sendable {
  /// Members by name.
  case object([String: JSONValue])
  /// Elements in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// A number without fraction and exponent.
  case integer(Int)
  /// Any other number as JSON writes it.
  case decimal(String)
  /// True or false.
  case boolean(Bool)
  /// The value that says there is none.
  case null

  /// Reads a text as strictly as a document.
  ///
  /// - Throws: The first fault, with its place.
  public init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONFault) {
    self = try JSONDocument(bytes, limits: limits).root.value
  }

  /// The member of an object; setting nil removes it, setting on other kinds does nothing.
  public subscript(name: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[name]
    }
    set {
      guard case .object(var members) = self else { return }
      // The tree lets go of its members first, so that they are changed in place.
      self = .null
      members[name] = newValue
      self = .object(members)
    }
  }
}

extension JSONValue {
  /// The members of an object; nil for other kinds.
  public var members: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The elements of an array; nil for other kinds.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  var isText: Bool {
    guard case .string = self else { return false }
    return true
  }

  /// The `id` that makes an object a record; nil for all else.
  public var recordID: String? {
    guard case .object(let members) = self, case .string(let id) = members["id"] else {
      return nil
    }
    return id
  }
}
