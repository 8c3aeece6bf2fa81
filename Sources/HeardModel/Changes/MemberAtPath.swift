/// Finds one member of a stored value by its path, and puts another value in its place.
///
/// It goes through `members` as reading and writing do, so a member that can be stored can be
/// chosen in a conflict without a word about it anywhere else.
struct MemberAtPath: MemberVisitor {
  private let steps: ArraySlice<FieldPath.Step>
  private let new: StoredValue?
  /// Whether something is put back as it stood: a list of records as a whole, too, and into an object
  /// that is there no more.
  private let takesWhole: Bool
  /// What stood there; nil when nothing did.
  private(set) var found: StoredValue?
  /// Whether the new value stands there now.
  private(set) var isSet = false
  /// Whether a person's words stand there, which may be any text.
  private(set) var isFreeText = false

  init(_ path: FieldPath, setting new: StoredValue? = nil, takesWhole: Bool = false) {
    self.init(path.steps[...], setting: new, takesWhole)
  }

  private init(
    _ steps: ArraySlice<FieldPath.Step>, setting new: StoredValue?, _ takesWhole: Bool
  ) {
    self.steps = steps
    self.new = new
    self.takesWhole = takesWhole
  }

  /// Whether a member is the one at which the path ends.
  private func ends(_ name: StaticString) -> Bool {
    steps.count == 1 && steps.first?.id == nil && leads(name)
  }

  private func leads(_ name: StaticString) -> Bool {
    steps.first.map { $0.name == name.description } ?? false
  }

  /// Takes a member of one value, with the way to write the new one; nil does not fit.
  private mutating func leaf<T>(
    _ name: StaticString, _ value: inout T, _ read: (T) -> StoredValue?,
    _ written: (StoredValue) -> T?
  ) {
    guard ends(name) else { return }
    found = read(value)
    if let new, let fitting = written(new) {
      value = fitting
      isSet = true
    }
  }

  /// Goes on inside a member.
  private mutating func descend<T: Stored>(_ value: inout T) {
    var inner = MemberAtPath(steps.dropFirst(), setting: new, takesWhole)
    value.members(&inner)
    (found, isSet, isFreeText) = (inner.found, inner.isSet, inner.isFreeText)
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    leaf(name, &value, { $0.isEmpty ? nil : .text($0) }, \.text)
    if ends(name) { isFreeText = true }
  }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    leaf(name, &value, { .text($0.stored) }) { $0.text.flatMap(T.init(stored:)) }
  }

  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    leaf(name, &value, { $0.map { .text($0.stored) } }) { new in
      guard let fitting = new.text.flatMap(T.init(stored:)) else { return nil }
      return .some(fitting)
    }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    leaf(name, &value, { $0.map(StoredValue.number) }) { new in
      guard case .number(let number) = new, range.contains(number) else { return nil }
      return number
    }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    leaf(name, &value, { .flag($0) }) { new in
      guard case .flag(let flag) = new else { return nil }
      return flag
    }
  }

  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    leaf(name, &value, { .list($0.map { .text($0.stored) }) }) { new in
      guard case .list(let elements) = new else { return nil }
      let values = elements.compactMap { $0.text.flatMap(T.init(stored:)) }
      return values.count == elements.count ? values : nil
    }
  }

  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    leaf(name, &value, { .list($0.map(StoredValue.number)) }) { new in
      guard case .list(let elements) = new else { return nil }
      let numbers = elements.compactMap { element -> Int? in
        guard case .number(let number) = element else { return nil }
        return number
      }
      return numbers.count == elements.count ? numbers : nil
    }
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    if leads(name), steps.count > 1 { descend(&value) }
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    // What is put back may have been emptied with all that it stood in.
    guard leads(name), steps.count > 1, var inner = value ?? (takesWhole ? T() : nil) else {
      return
    }
    descend(&inner)
    if value != nil || isSet { value = inner }
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    if takesWhole, ends(name) {
      guard let new, let list: [T] = ValueReader.read(list: new) else { return }
      (value, isSet) = (list, true)
      return
    }
    guard leads(name), let id = steps.first?.id,
      let place = value.firstIndex(where: { $0.recordID == id })
    else { return }
    descend(&value[place])
  }

  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {
    guard let key: K = key(below: name) else { return }
    found = value[key].map(StoredValue.number)
    guard case .number(let number)? = new else { return }
    value[key] = number
    isSet = true
  }

  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    guard let key: K = key(below: name) else { return }
    found = value[key].map { .text($0.stored) }
    guard let stored = new?.text.flatMap(V.init(stored:)) else { return }
    value[key] = stored
    isSet = true
  }

  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    guard let key: K = key(below: name) else { return }
    found = value[key].map(StoredValue.text)
    isFreeText = true
    guard let text = new?.text else { return }
    value[key] = text
    isSet = true
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {}

  /// The code under which a map holds the value; a code may have points in it.
  private func key<K: StoredText>(below name: StaticString) -> K? {
    guard leads(name), steps.count > 1 else { return nil }
    return K(stored: steps.dropFirst().map(\.name).joined(separator: "."))
  }
}
