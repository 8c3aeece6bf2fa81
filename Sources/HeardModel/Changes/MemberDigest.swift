/// A hash of what a record's members hold, to see whether it is still what it was.
///
/// Blank members leave no trace and the order of members has no meaning, so that a member which a
/// later version adds changes no digest that was made before.
public enum MemberDigest {
  /// The digest of a value, 64 hexadecimal characters.
  public static func digest(_ value: some Stored) -> String {
    var visitor = DigestVisitor()
    var copy = value
    copy.members(&visitor)
    // The length before each line keeps two lines from passing for one.
    let text = visitor.lines.sorted().map { "\($0.utf8.count):\($0)" }.joined()
    return SHA256.hex(Array(text.utf8))
  }

  /// A short mark of an id, from which the id cannot be read.
  public static func mark(_ id: String) -> Code {
    Code(stored: String(SHA256.hex(Array(id.utf8)).prefix(16))) ?? "none"
  }
}

/// Goes through the members of a value and notes each that is not blank as one line.
private struct DigestVisitor: MemberVisitor {
  private(set) var lines: [String] = []
  private var path = ""

  private mutating func add(_ name: StaticString, _ value: String) {
    lines.append("\(path)\(name)=\(value)")
  }

  private mutating func inside(_ name: String, _ visit: (inout DigestVisitor) -> Void) {
    let outer = path
    path += "\(name)."
    visit(&self)
    path = outer
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    if !value.isEmpty { add(name, value) }
  }
  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    add(name, value.stored)
  }
  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    if let value { add(name, value.stored) }
  }
  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    if let value { add(name, String(value)) }
  }
  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    if value { add(name, "true") }
  }
  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    for element in value { add(name, element.stored) }
  }
  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    if !value.isEmpty { add(name, value.map(String.init).joined(separator: " ")) }
  }
  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    if value != T() { inside(name.description) { value.members(&$0) } }
  }
  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    guard var there = value else { return }
    inside(name.description) { there.members(&$0) }
  }
  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    for index in value.indices {
      inside("\(name)[\(value[index].recordID)]") { value[index].members(&$0) }
    }
  }
  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    for (key, count) in value { lines.append("\(path)\(name).\(key.stored)=\(count)") }
  }
  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    for (key, it) in value { lines.append("\(path)\(name).\(key.stored)=\(it.stored)") }
  }
  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    for (key, it) in value { lines.append("\(path)\(name).\(key.stored)=\(it)") }
  }
  // Only open conflicts have such values, and they are no part of what is compared.
  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {}
}
