import HeardModel
import StrictJSON

/// Writes a stored value as a tree; what is empty, nil or false is left out.
///
/// For a merge, empty lists and blank objects are kept: there, what is not there would look
/// deleted as a whole, and an edit of the other side would bring all of it back.
struct TreeWriter: MemberVisitor {
  /// Which members without content are written.
  enum Blanks {
    /// None, as in a file.
    case none
    /// Lists and objects, as in a merge.
    case containers
    /// All that has a blank form, to tell it from what this version does not know.
    case all
  }

  private var tree: [String: JSONValue] = [:]
  private let blanks: Blanks

  private init(_ blanks: Blanks) { self.blanks = blanks }

  /// The tree of a value.
  static func tree<T: Stored>(_ value: T, blanks: Blanks = .none) -> JSONValue {
    var writer = TreeWriter(blanks)
    var value = value
    value.members(&writer)
    return .object(writer.tree)
  }

  private var keepsBlanks: Bool { blanks != .none }

  private func nested<T: Stored>(_ value: T) -> JSONValue {
    TreeWriter.tree(value, blanks: blanks)
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    if !value.isEmpty || blanks == .all { tree[name.description] = .string(value) }
  }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    tree[name.description] = .string(value.stored)
  }

  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    if let value { tree[name.description] = .string(value.stored) }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    if let value { tree[name.description] = .integer(value) }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    if value || blanks == .all { tree[name.description] = .boolean(value) }
  }

  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    if !value.isEmpty || keepsBlanks {
      tree[name.description] = .array(value.map { .string($0.stored) })
    }
  }

  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    if !value.isEmpty { tree[name.description] = .array(value.map(JSONValue.integer)) }
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    let isBlank = value == T()
    if isBlank && !keepsBlanks { return }
    let object = nested(value)
    // What has an id of its own is there or not: half of it would be no record.
    if !isBlank || object["id"] == nil { tree[name.description] = object }
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    if let value { tree[name.description] = nested(value) }
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    if !value.isEmpty || keepsBlanks { tree[name.description] = .array(value.map(nested)) }
  }

  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    put(name, value.map { ($0.stored, .integer($1)) })
  }

  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    put(name, value.map { ($0.stored, .string($1.stored)) })
  }

  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    put(name, value.map { ($0.stored, .string($1)) })
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    if let value { tree[name.description] = JSONValue(value) }
  }

  private mutating func put(_ name: StaticString, _ pairs: [(String, JSONValue)]) {
    if pairs.isEmpty && !keepsBlanks { return }
    tree[name.description] = .object(Dictionary(pairs) { first, _ in first })
  }
}

extension Stored {
  /// The value as a file holds it: sorted members, two-space indent, a final newline.
  public func fileBytes() -> [UInt8] { TreeWriter.tree(self).canonicalBytes() }
}
