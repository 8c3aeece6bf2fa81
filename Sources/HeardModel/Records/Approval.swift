/// What the approved events came to when they were approved.
public struct ApprovedFigures: Stored, Hashable {
  /// Events held.
  public var events: Int?
  /// Attendances counted by somebody.
  public var counted: Int?
  /// Attendances on an event's list.
  public var listed: Int?
  /// Attendances told by somebody else.
  public var reported: Int?
  /// Attendances judged by eye.
  public var estimated: Int?
  /// Attendances of which nobody noted how they are known; nil where there were none.
  public var unsourced: Int?
  /// Held events of which nobody knows the attendances.
  public var notKnown: Int?
  /// Distinct listed people who attended.
  public var people: Int?
  /// Testimonies, without those refused or withdrawn.
  public var testimonies: Int?
  /// Actions that came of the events.
  public var actions: Int?

  /// Nothing known.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.number("events", &events)
    visitor.number("counted", &counted)
    visitor.number("listed", &listed)
    visitor.number("reported", &reported)
    visitor.number("estimated", &estimated)
    visitor.number("unsourced", &unsourced)
    visitor.number("notKnown", &notKnown)
    visitor.number("people", &people)
    visitor.number("testimonies", &testimonies)
    visitor.number("actions", &actions)
  }
}

extension ApprovedFigures {
  /// All attendances together; nil where a part was not kept.
  public var attendances: Int? {
    let parts = [counted, listed, reported, estimated]
    return parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(unsourced ?? 0, +)
  }
}

extension ApprovedFigures {
  /// Every number by the name of its member, in their order: whoever tells them leaves none out.
  public var numbers: [(name: String, count: Int?)] {
    var visitor = NumberVisitor()
    var copy = self
    copy.members(&visitor)
    return visitor.numbers
  }

  /// Every number as it is told: the attendances stand before the parts of which they are the sum.
  public var rows: [(name: String, count: Int?)] { rows(hasUnsourced: true) }

  /// Every number as it is told, with those of unknown source only where there are any.
  public func rows(hasUnsourced: Bool) -> [(name: String, count: Int?)] {
    var rows = numbers.filter { hasUnsourced || $0.name != "unsourced" }
    let place = rows.firstIndex { Self.isPart($0.name) } ?? rows.count
    rows.insert(("attendances", attendances), at: place)
    return rows
  }

  /// Whether a number is a part of the attendances, and no number of something else.
  public static func isPart(_ name: String) -> Bool { !whole.contains(name) }

  private static let whole: Set<String> = [
    "events", "attendances", "notKnown", "people", "testimonies", "actions",
  ]
}

/// Goes through the numbers of a value, which holds nothing else.
private struct NumberVisitor: MemberVisitor {
  private(set) var numbers: [(name: String, count: Int?)] = []

  mutating func number(
    _ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>
  ) {
    numbers.append((name.description, value))
  }
  func text(_ name: StaticString, _ value: inout String) {}
  func required<T: StoredText>(_ name: StaticString, _ value: inout T) {}
  func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {}
  func flag(_ name: StaticString, _ value: inout Bool) {}
  func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {}
  func numbers(_ name: StaticString, _ value: inout [Int]) {}
  func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {}
  func object<T: Stored>(_ name: StaticString, _ value: inout T?) {}
  func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {}
  func counts<K: StoredText & Hashable>(_ name: StaticString, _ value: inout [K: Int]) {}
  func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {}
  func texts<K: StoredText & Hashable>(_ name: StaticString, _ value: inout [K: String]) {}
  func raw(_ name: StaticString, _ value: inout StoredValue?) {}
}

/// An event as it stood when it was approved, told by digests and without a word of it.
public struct ApprovedEvent: StoredRecord, Hashable {
  /// The event.
  public var id = EventID()
  /// The digest of all that is locked, without its people.
  public var digest = ""
  /// How confidential it was.
  public var confidentiality = Confidentiality.open
  /// The people on its list: marks of their ids with digests of status, roles and presence.
  public var people: [Code: String] = [:]
  /// Marks of the testimonies that counted.
  public var testimonies: [Code] = []

  /// An event before it is read.
  public init() {}
  /// The event's id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("digest", &digest)
    visitor.required("confidentiality", &confidentiality)
    visitor.texts("people", &people)
    visitor.set("testimonies", &testimonies)
  }
}

/// That a lock was taken off, by whom, when and why.
public struct Unlocking: Stored, Hashable {
  /// When.
  public var at = Moment(seconds: 0)
  /// Who did it.
  public var by = ""
  /// Why; never empty.
  public var reason = ""

  /// An unlocking before it is read.
  public init() {}
  /// An unlocking with its reason.
  public init(at: Moment, by: String, reason: String) {
    (self.at, self.by, self.reason) = (at, by, reason)
  }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.text("reason", &reason)
  }
}

/// What can be open while a quarter is approved.
public enum ApprovalCheckKind: String, CaseIterable, Sendable, StoredText {
  /// Its day has passed and nobody said whether it was held.
  case saidHeld
  /// The event is not closed out.
  case closeOut
  /// Nobody knows how many attended.
  case attendance
  /// Two people gave one field different values.
  case conflicts
  /// A file cannot be read; it may belong to this quarter.
  case files
}

/// That a second person looked at an approval and agreed.
public struct SecondApproval: Stored, Hashable {
  /// When.
  public var at = Moment(seconds: 0)
  /// Who.
  public var by = ""

  /// A second approval before it is read.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.text("by", &by)
  }
}

/// One approval of a quarter; it locks until it is unlocked.
public struct ApprovalEntry: StoredRecord, Hashable {
  /// Tells the approval from the others of the quarter.
  public var id: Code = "v-0"
  /// When it was given.
  public var at = Moment(seconds: 0)
  /// Who gave it.
  public var by = ""
  /// What the events came to.
  public var figures = ApprovedFigures()
  /// What was still open, by how many.
  public var stillOpen: [ApprovalCheckKind: Int] = [:]
  /// The events that it covers.
  public var events: [ApprovedEvent] = []
  /// Who looked at it as the second person; nil where nobody has.
  public var second: SecondApproval?
  /// That it was unlocked; nil while it locks.
  public var unlocked: Unlocking?

  /// An approval before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("at", &at)
    visitor.text("by", &by)
    visitor.object("figures", &figures)
    visitor.counts("stillOpen", &stillOpen)
    visitor.records("events", &events)
    visitor.object("second", &second)
    visitor.object("unlocked", &unlocked)
  }
}

/// All approvals of one country's quarter; entries are only added and unlocked, never taken out.
///
/// Each entry carries its own unlocking, so what two machines did at once comes to the same in
/// whatever order it is joined: the quarter is locked while any entry is.
public struct Approval: StoredRecord, Hashable {
  /// The quarter; the file's name.
  public var id = ApprovalPeriod.none
  /// All approvals in the order in which they were given.
  public var entries: [ApprovalEntry] = []
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A quarter that nobody approved.
  public init() {}
  /// A quarter that nobody approved.
  public init(_ quarter: ApprovalPeriod) { id = quarter }
  /// The quarter as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.records("entries", &entries)
    visitor.records("conflicts", &conflicts)
  }

  /// The newest approval that locks; nil where none does.
  public var locking: ApprovalEntry? {
    entries.filter { $0.unlocked == nil }.max { $0.at < $1.at }
  }

  /// All approvals by their times, whether they lock or were unlocked since.
  public var inOrder: [ApprovalEntry] {
    // Of one moment as they stand in the file, where the later one comes later.
    entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// Who locked the quarter and when; nil where it is open.
  public var lock: QuarterLock? {
    locking.map { QuarterLock(quarter: id, by: $0.by, at: $0.at) }
  }

  /// The approval with every lock taken off.
  public func unlocked(_ unlocking: Unlocking) -> Approval {
    var approval = self
    for index in approval.entries.indices where approval.entries[index].unlocked == nil {
      approval.entries[index].unlocked = unlocking
    }
    return approval
  }

  /// Whether everything that another version says was approved or unlocked stands here, too.
  public func keeps(_ earlier: Approval) -> Bool {
    earlier.entries.allSatisfy { old in
      guard var new = entries.first(where: { $0.id == old.id }) else { return false }
      if old.unlocked == nil { new.unlocked = nil }
      return new == old
    }
  }
}

extension ApprovalPeriod {
  /// Stands for a quarter before it is read.
  static let none = ApprovalPeriod(unchecked: ())
}
