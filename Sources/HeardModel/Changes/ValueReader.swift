/// Reads a stored value out of a value of which nobody knew the kind, as a file is read.
///
/// A member that is not there is empty; one that does not fit makes the whole unusable.
struct ValueReader: MemberVisitor {
  private let values: [String: StoredValue]
  private var fits = true

  private init(_ values: [String: StoredValue]) { self.values = values }

  /// The value that some members make; nil where one of them does not fit.
  static func read<T: Stored>(_ value: StoredValue) -> T? {
    guard case .object(let members) = value else { return nil }
    var reader = ValueReader(members)
    var read = T()
    read.members(&reader)
    return reader.fits ? read : nil
  }

  /// The values that a list makes; nil where one of them does not fit.
  static func read<T: Stored>(list value: StoredValue) -> [T]? {
    guard case .list(let elements) = value else { return nil }
    return every(elements) { read($0) }
  }

  private static func every<Element, T>(
    _ elements: [Element], _ read: (Element) -> T?
  ) -> [T]? {
    let values = elements.compactMap(read)
    return values.count == elements.count ? values : nil
  }

  private static func stored<T: StoredText>(_ value: StoredValue) -> T? {
    value.text.flatMap(T.init(stored:))
  }

  private static func wholeNumber(_ value: StoredValue) -> Int? {
    if case .number(let number) = value { number } else { nil }
  }

  /// What a member holds; nil where it is not there, and where it does not fit, which is noted.
  private mutating func take<T>(_ name: StaticString, _ read: (StoredValue) -> T?) -> T? {
    guard let value = values[name.description] else { return nil }
    let found = read(value)
    if found == nil { fits = false }
    return found
  }

  /// What a member holds by code.
  private mutating func takeByCode<K: StoredText & Hashable, V>(
    _ name: StaticString, _ read: (StoredValue) -> V?
  ) -> [K: V] {
    let pairs: [(K, V)]? = take(name) { value in
      guard case .object(let members) = value else { return nil }
      return Self.every(Array(members)) { member -> (K, V)? in
        guard let key = K(stored: member.key), let known = read(member.value) else { return nil }
        return (key, known)
      }
    }
    return Dictionary(pairs ?? []) { first, _ in first }
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    value = take(name) { $0.text } ?? ""
  }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    let found: T? = take(name) { Self.stored($0) }
    if let found { value = found } else { fits = false }
  }

  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    let found: T? = take(name) { Self.stored($0) }
    value = found
  }

  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    let found: Int? = take(name) { Self.wholeNumber($0) }
    if let found, !range.contains(found) { fits = false }
    value = found
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    let found: Bool? = take(name) { value in
      if case .flag(let flag) = value { flag } else { nil }
    }
    value = found ?? false
  }

  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    let found: [T]? = take(name) { value in
      guard case .list(let elements) = value else { return nil }
      return Self.every(elements) { Self.stored($0) }
    }
    value = found ?? []
  }

  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    let found: [Int]? = take(name) { value in
      guard case .list(let elements) = value else { return nil }
      return Self.every(elements) { Self.wholeNumber($0) }
    }
    value = found ?? []
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    let found: T? = take(name) { Self.read($0) }
    value = found ?? T()
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    let found: T? = take(name) { Self.read($0) }
    value = found
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    let found: [T]? = take(name) { Self.read(list: $0) }
    value = found ?? []
  }

  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    value = takeByCode(name) { Self.wholeNumber($0) }
  }

  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    value = takeByCode(name) { Self.stored($0) }
  }

  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    value = takeByCode(name) { $0.text }
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    value = values[name.description]
  }
}
