/// What one sitting counted at the door: how many it added and how many it took away.
///
/// Both only ever grow, so that the larger number of two copies is always the later one: a save, a
/// replay or a merge never counts a press twice and never loses one.
public struct DoorCount: StoredRecord, Hashable {
  /// The sitting; made when the door is opened.
  public var id: Code = "d-0"
  /// When it began, to tell the doors of one event from each other.
  public var began: Moment?
  /// How many it added, by what is counted: `total`, `inPerson`, `online`, `inRole`, or `role.` and a role.
  public var added: [Code: Int] = [:]
  /// How many it took away, by what is counted.
  public var taken: [Code: Int] = [:]

  /// A sitting before its first press.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.value("began", &began)
    visitor.counts("added", &added)
    visitor.counts("taken", &taken)
  }
}

/// A number that somebody typed at the door, with where every sitting stood at that moment.
///
/// An entry never changes: another number is another entry that names those in whose place it
/// stands. Two that nobody has replaced and that differ wait for somebody to choose.
public struct TypedCount: StoredRecord, Hashable {
  /// Tells the entry from the others of the same event.
  public var id: Code = "n-0"
  /// What the number is of, as the keys of a sitting's counts.
  public var what: Code = "total"
  /// The number.
  public var number: Int?
  /// Where the sittings stood that had counted it by then.
  public var since: [SittingMark] = []
  /// The entries in whose place it stands.
  public var replaces: [Code] = []

  /// A number before it is typed.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.required("what", &what)
    visitor.number("number", &number)
    visitor.records("since", &since)
    visitor.set("replaces", &replaces)
  }
}

/// Where one sitting stood when somebody typed a number.
public struct SittingMark: StoredRecord, Hashable {
  /// The sitting.
  public var id: Code = "d-0"
  /// How many it had added.
  public var added: Int?
  /// How many it had taken away.
  public var taken: Int?

  /// A mark before it is read.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.number("added", &added)
    visitor.number("taken", &taken)
  }
}

/// One question of a slip: who was asked it, who answered, and what.
///
/// Written in groups of at least five slips, so that no change of the file is one person's slip.
public struct DeclaredQuestion: StoredRecord, Hashable {
  /// The question about age.
  public static let ageBands: Code = "ageBands"

  /// The question: a community, or `ageBands`.
  public var id = Self.ageBands
  /// How many were asked it.
  public var asked: Int?
  /// How many answered it: the base of its shares.
  public var answered: Int?
  /// How many answered that nothing of it applies to them.
  public var none: Int?
  /// How many gave an answer, by the community or the band of age.
  public var counts: [Code: Int] = [:]

  /// A question that nobody was asked.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.number("asked", &asked)
    visitor.number("answered", &answered)
    visitor.number("none", &none)
    visitor.counts("counts", &counts)
  }
}
