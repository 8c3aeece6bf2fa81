/// A value that a file holds as one text.
public protocol StoredText: Sendable {
  /// Takes the text of a file; nil when it does not follow the rule of this kind of value.
  init?(stored: String)
  /// The text as it stands in files.
  var stored: String { get }
}

extension StoredText where Self: RawRepresentable, RawValue == String {
  /// Takes the text of one of the listed values.
  public init?(stored: String) { self.init(rawValue: stored) }
  /// The text of the value.
  public var stored: String { rawValue }
}

/// A value that a file holds as an object with named members.
///
/// `members` names every member once, and serves for reading, writing and listing alike, so the
/// three cannot disagree. A member whose value is empty, nil or false is left out of the file.
/// It is inlinable everywhere, so that reading a folder runs without generic detours: that halves
/// the time to the first screen.
public protocol Stored: Sendable {
  /// The value before anything is known.
  init()
  /// Goes through all members in the order in which the format is documented.
  mutating func members(_ visitor: inout some MemberVisitor)
}

/// A stored value that stands in a list and is told from the others by its id.
public protocol StoredRecord: Stored {
  /// The id as it stands in the file.
  var recordID: String { get }
}

/// Goes through the members of a stored value: reads them, writes them, or lists them.
public protocol MemberVisitor {
  /// A text in a person's words; left out when empty.
  mutating func text(_ name: StaticString, _ value: inout String)
  /// One value that must be there.
  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T)
  /// One value that may be unknown.
  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?)
  /// A whole number within a range, or unknown.
  mutating func number(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>)
  /// True or left out.
  mutating func flag(_ name: StaticString, _ value: inout Bool)
  /// A set of values without order.
  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T])
  /// A set of codes, of which the same few stand in most records.
  mutating func codes(_ name: StaticString, _ value: inout [Code])
  /// What a consent has in common with others, which may stand in memory once for all of them.
  mutating func share(_ terms: inout Apart<ConsentTerms>)
  /// A list of numbers whose places have meaning.
  mutating func numbers(_ name: StaticString, _ value: inout [Int])
  /// An object that is left out when it is blank.
  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T)
  /// An object that may be absent.
  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?)
  /// A list of records that are told apart by their ids.
  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T])
  /// Counts by code.
  mutating func counts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: Int])
  /// Values by code.
  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V])
  /// Texts by code.
  mutating func texts<K: StoredText & Hashable>(
    _ name: StaticString, _ value: inout [K: String])
  /// A value that is kept as it stands in the file, whatever it is.
  mutating func raw(_ name: StaticString, _ value: inout StoredValue?)
}

extension MemberVisitor {
  /// A set of codes like any other.
  @inlinable public mutating func codes(_ name: StaticString, _ value: inout [Code]) {
    set(name, &value)
  }

  /// Leaves everything where it is.
  @inlinable public mutating func share(_ terms: inout Apart<ConsentTerms>) {}

  /// A whole number from 0 up, or unknown.
  public mutating func number(_ name: StaticString, _ value: inout Int?) {
    number(name, &value, 0...100_000_000)
  }
}
