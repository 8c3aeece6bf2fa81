import HeardModel
import StrictJSON

/// Reads a stored value out of a document, noting every member that does not fit.
///
/// A member that is not there is empty, whatever a new value of the type would begin with: what
/// somebody took out does not come back.
///
/// A fault never stops the reading: all faults of a file are told at once. A value with faults is
/// never used, so that a consent whose withdrawal cannot be read does not look given.
struct RecordReader: MemberVisitor {
  private let search: MemberSearch
  // A list of people has the same few names of the team and the same codes a hundred times.
  private let parts: SharedParts
  private(set) var faults: [FileFault] = []

  private init(_ node: JSONCursor, _ parts: SharedParts) {
    search = MemberSearch(node)
    self.parts = parts
  }

  /// Reads a value of a type; the faults carry members and places, the file is added later.
  ///
  /// What stood in a file before is held once, if the files are read with the same `parts`.
  static func read<T: Stored>(
    _ type: T.Type, from node: JSONNode, _ parts: SharedParts = SharedParts()
  ) -> (T, [FileFault]) {
    node.read { read(type, from: $0, parts) }
  }

  private static func read<T: Stored>(
    _ type: T.Type, from node: JSONCursor, _ parts: SharedParts
  ) -> (T, [FileFault]) {
    var value = T()
    guard node.kind == .object else {
      let place = node.position
      return (
        value,
        [
          FileFault(
            file: "", line: place.line, column: place.column,
            kind: .wrongType(expected: .object))
        ]
      )
    }
    var reader = RecordReader(node, parts)
    value.members(&reader)
    return (value, reader.faults)
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    value = ""
    guard let member = search.member(name) else { return }
    if let text = member.string(from: parts.texts) {
      value = text
    } else {
      note(name, member, .text)
    }
  }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    guard let member = search.member(name) else {
      let place = search.object.position
      faults.append(
        FileFault(
          file: "", line: place.line, column: place.column, member: name.description,
          kind: .missingMember))
      return
    }
    if let known: T = stored(name.description, member) { value = known }
  }

  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    value = nil
    guard let member = search.member(name) else { return }
    value = stored(name.description, member)
  }

  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    value = nil
    guard let member = search.member(name) else { return }
    value = number(name.description, member, range)
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    value = false
    guard let member = search.member(name) else { return }
    if let flag = member.boolean { value = flag } else { note(name, member, .flag) }
  }

  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    value = []
    guard let member = list(name) else { return }
    value.reserveCapacity(member.elementCount)
    var index = 0
    for element in member.elements {
      if let known: T = stored("\(name)[\(index)]", element) { value.append(known) }
      index += 1
    }
  }

  mutating func codes(_ name: StaticString, _ value: inout [Code]) {
    set(name, &value)
    if !value.isEmpty { value = parts.codes(value) }
  }

  mutating func share(_ terms: inout Apart<ConsentTerms>) { parts.share(&terms) }

  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    value = []
    guard let member = list(name) else { return }
    for element in member.elements {
      value.append(number(name.description, element, 0...100_000_000) ?? 0)
    }
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    value = T()
    guard let member = search.member(name) else { return }
    value = nested(name.description, member)
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    value = nil
    guard let member = search.member(name) else { return }
    let read: T = nested(name.description, member)
    value = read
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    value = []
    guard let member = list(name) else { return }
    value.reserveCapacity(member.elementCount)
    // The names of places are only made where a fault stands: most files have none.
    for element in member.elements {
      value.append(nested("\(name)[\(Self.id(element))]", element))
    }
    if value.count < 2 { return }
    let ids = value.map { $0.recordID }
    guard Self.hasRepeats(ids) else { return }
    var seen: Set<String> = []
    for (id, element) in zip(ids, member.elements) where !seen.insert(id).inserted {
      note("\(name)[\(Self.id(element))]", element, .repeatedID(Self.id(element)))
    }
  }

  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    value = [:]
    guard let member = members(name) else { return }
    for (key, element) in member.members {
      guard let known: K = code(name, key, element) else { continue }
      value[known] = number("\(name).\(key)", element, 0...100_000_000)
    }
  }

  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    value = [:]
    guard let member = members(name) else { return }
    for (key, element) in member.members {
      guard let known: K = code(name, key, element) else { continue }
      value[known] = stored("\(name).\(key)", element)
    }
  }

  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    value = [:]
    guard let member = members(name) else { return }
    for (key, element) in member.members {
      guard let known: K = code(name, key, element) else { continue }
      if let text = element.string { value[known] = text } else { note(name, element, .text) }
    }
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    value = search.member(name).map { StoredValue($0.node.value) }
  }
}

extension RecordReader {
  /// Most lists hold a few records: holding each id against those after it needs no set then.
  private static func hasRepeats(_ ids: [String]) -> Bool {
    if ids.count > 8 { return Set(ids).count < ids.count }
    return ids.indices.contains { place in ids[(place + 1)...].contains(ids[place]) }
  }

  private static func id(_ element: JSONCursor) -> String { element.member("id")?.string ?? "?" }

  private mutating func stored<T: StoredText>(
    _ name: @autoclosure () -> String, _ member: JSONCursor
  )
    -> T?
  {
    guard let text = member.string(from: parts.texts) else {
      note(name(), member, .wrongType(expected: .text))
      return nil
    }
    guard let known = T(stored: text) else {
      note(name(), member, .unknownValue(text))
      return nil
    }
    return known
  }

  private mutating func number(
    _ name: @autoclosure () -> String, _ member: JSONCursor, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let number = member.integer else {
      note(name(), member, .wrongType(expected: .number))
      return nil
    }
    guard range.contains(number) else {
      note(name(), member, .outOfRange(number))
      return nil
    }
    return number
  }

  private mutating func nested<T: Stored>(_ name: @autoclosure () -> String, _ member: JSONCursor)
    -> T
  {
    let (value, inner) = Self.read(T.self, from: member, parts)
    for var fault in inner {
      fault.member = fault.member.isEmpty ? name() : "\(name()).\(fault.member)"
      faults.append(fault)
    }
    return value
  }

  private mutating func list(_ name: StaticString) -> JSONCursor? {
    guard let member = search.member(name) else { return nil }
    if member.kind == .array { return member }
    note(name, member, .list)
    return nil
  }

  private mutating func members(_ name: StaticString) -> JSONCursor? {
    guard let member = search.member(name) else { return nil }
    if member.kind == .object { return member }
    note(name, member, .object)
    return nil
  }

  private mutating func code<K: StoredText>(
    _ name: StaticString, _ key: String, _ element: JSONCursor
  ) -> K? {
    if let known = K(stored: key) { return known }
    note("\(name).\(key)", element, .unknownValue(key))
    return nil
  }

  private mutating func note(
    _ name: StaticString, _ member: JSONCursor, _ expected: FileFault.ExpectedType
  ) {
    note(name.description, member, .wrongType(expected: expected))
  }

  private mutating func note(_ name: String, _ member: JSONCursor, _ kind: FileFault.Kind) {
    let place = member.position
    faults.append(
      FileFault(file: "", line: place.line, column: place.column, member: name, kind: kind))
  }
}
