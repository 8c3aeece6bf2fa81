import HeardModel
import Testing

/// Sets every member of a stored value to something that is not empty and not its default.
struct Filler: MemberVisitor {
  private var count = 0

  static func fill<T: Stored>(_ type: T.Type) -> T {
    var filler = Filler()
    return filler.filled(type)
  }

  private mutating func filled<T: Stored>(_ type: T.Type) -> T {
    var value = T()
    value.members(&self)
    return value
  }

  /// A value of a type of texts, other than the one that stands there.
  private mutating func some<T: StoredText>(_ type: T.Type, not old: String?) -> T? {
    count += 1
    let candidates = ["x-\(count)"] + Self.texts
    let value = candidates.lazy.compactMap(T.init(stored:)).first { $0.stored != old }
    #expect(value != nil, "no text known for \(type)")
    return value
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    count += 1
    value = "\(name) \"é\" 日本\n\(count)"
  }
  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    if let new = some(T.self, not: value.stored) { value = new }
  }
  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    value = some(T.self, not: value?.stored)
  }
  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    count += 1
    value = min(range.upperBound, range.lowerBound + count)
    // The format of heard.json is checked by itself: a larger one is a newer version's.
    if name.description == "format" { value = 1 }
  }
  mutating func flag(_ name: StaticString, _ value: inout Bool) { value = true }
  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    value = [some(T.self, not: nil)].compactMap { $0 }
  }
  mutating func numbers(_ name: StaticString, _ value: inout [Int]) { value = Array(0...10) }
  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    value = filled(T.self)
  }
  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    value = filled(T.self)
  }
  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    value = [filled(T.self)]
  }
  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    value = [:]
    if let key = some(K.self, not: nil) { value[key] = count }
  }
  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    value = [:]
    if let key = some(K.self, not: nil) { value[key] = some(V.self, not: nil) }
  }
  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    value = [:]
    if let key = some(K.self, not: nil) { value[key] = "words \(count)" }
  }
  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    count += 1
    value = .list([.text("\(name)"), .number(count)])
  }

  /// One text at least for every kind of value, and two for every list of fixed values.
  private static let texts = [
    "FR", "pt-BR", "Europe/Paris", "2024-06-12", "2024-05-28T14:03:22Z",
    "coOrganised", "online", "held", "chathamHouse", "published", "arranged", "counted",
    "attended", "verbatim", "group", "concern", "positive", "coded", "low", "machine", "written",
    "given", "firstName", "country", "publish", "selfIdentify", "tallyOnly", "drafted", "EDU",
    "national", "long", "agreed", "manager", "testimonies", "participants", "FR-2024-Q2",
    "closeOut", "actions", "leftOut", "fully", "signed", "missed", "target", "done",
    "attendances", "dayFirst", "mono", "measured", "forbidden", "notKnown",
  ]
}
