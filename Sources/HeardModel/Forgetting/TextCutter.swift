/// A place of a record in which words of somebody were found.
public struct FoundWords: Hashable, Sendable {
  /// The record.
  public let record: RecordKey
  /// The member, as `feedback.summary`; of a list with the id, as `participations[p-1].note`.
  public let member: String
  /// What stands there, from a little before the words to a little after them.
  public let excerpt: String
  /// What becomes of it.
  public let fate: Fate

  /// What becomes of words that are found.
  public enum Fate: String, Sendable {
    /// They are taken out of the text, which stays.
    case cutOut
    /// The whole entry goes: a filter without its words would show something else.
    case removed
  }
}

/// Takes words out of every text of a stored value, and notes where.
struct TextCutter: MemberVisitor {
  private let spoken: SpokenWords
  /// The places at which they stay.
  private let kept: Set<String>
  private let path: String
  /// Whether what somebody is only called is found as well.
  private let withCallings: Bool
  private(set) var found: [(member: String, excerpt: String)] = []

  init(
    _ spoken: SpokenWords, keeping kept: Set<String> = [], at path: String = "",
    withCallings: Bool = true
  ) {
    (self.spoken, self.kept, self.path) = (spoken, kept, path)
    self.withCallings = withCallings
  }

  private mutating func cut(_ name: String, _ text: String) -> String {
    let ranges = spoken.ranges(in: text, withCallings: withCallings)
    guard let first = ranges.first else { return text }
    let start = text.index(first.lowerBound, offsetBy: -20, limitedBy: text.startIndex)
    let end = text.index(first.upperBound, offsetBy: 20, limitedBy: text.endIndex)
    let excerpt = text[(start ?? text.startIndex)..<(end ?? text.endIndex)]
    found.append(
      (path + name, excerpt.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    return kept.contains(path + name) ? text : spoken.removed(from: text)
  }

  private mutating func inside<T: Stored>(_ name: String, _ value: inout T) {
    var inner = TextCutter(
      spoken, keeping: kept, at: "\(path)\(name).", withCallings: withCallings)
    value.members(&inner)
    found += inner.found
  }

  mutating func text(_ name: StaticString, _ value: inout String) {
    // What somebody else is called stays theirs; who is erased goes by the tombstone.
    if name.description == "pseudonym" { return }
    value = cut(name.description, value)
  }

  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String]
  ) {
    for key in value.keys.sorted(by: { $0.stored < $1.stored }) {
      value[key] = cut("\(name).\(key.stored)", value[key] ?? "")
    }
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    inside(name.description, &value)
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    guard var there = value else { return }
    inside(name.description, &there)
    value = there
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    for index in value.indices {
      inside("\(name)[\(value[index].recordID)]", &value[index])
    }
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    guard case .text(let text)? = value else { return }
    value = .text(cut(name.description, text))
  }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {}
  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {}
  mutating func number(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>) {}
  mutating func flag(_ name: StaticString, _ value: inout Bool) {}
  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {}
  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {}
  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int]
  ) {}
  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {}
}
