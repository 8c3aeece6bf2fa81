import HeardModel

/// Lists the members of stored types and of all types inside them.
struct MemberLister: MemberVisitor {
  struct Member {
    let name: String
    var isRequired = false
    /// The fixed values of the member, where it has such.
    var values: [String] = []
  }

  private(set) var members: [String: [Member]] = [:]
  private var path: [String] = []

  mutating func list<T: Stored>(_ type: T.Type) {
    let name = "\(type)"
    if members[name] != nil { return }
    members[name] = []
    path.append(name)
    var value = T()
    value.members(&self)
    path.removeLast()
  }

  private mutating func note(
    _ name: StaticString, _ type: Any.Type? = nil, isRequired: Bool = false
  ) {
    let member = Member(
      name: name.description, isRequired: isRequired, values: type.map(fixedValues) ?? [])
    members[path.last ?? "", default: []].append(member)
  }

  private func fixedValues(_ type: Any.Type) -> [String] {
    guard let cases = type as? any (CaseIterable & StoredText).Type else { return [] }
    return texts(cases)
  }

  private func texts<T: CaseIterable & StoredText>(_ type: T.Type) -> [String] {
    type.allCases.map(\.stored)
  }

  mutating func text(_ name: StaticString, _ value: inout String) { note(name) }
  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    note(name, T.self, isRequired: true)
  }
  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    note(name, T.self)
  }
  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) { note(name) }
  mutating func flag(_ name: StaticString, _ value: inout Bool) { note(name) }
  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    note(name, T.self)
  }
  mutating func numbers(_ name: StaticString, _ value: inout [Int]) { note(name) }
  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    note(name)
    list(T.self)
  }
  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    note(name)
    list(T.self)
  }
  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    note(name)
    list(T.self)
  }
  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) { note(name, K.self) }
  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) { note(name, V.self) }
  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) { note(name, K.self) }
  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) { note(name) }
}
