/// How the number of attendances at an event came about.
public enum AttendanceSource: String, CaseIterable, Sendable, StoredText {
  /// Somebody counted heads, at the door or in the room.
  case counted
  /// The people are on the event's list with an attending status.
  case listed
  /// Somebody else told the number: a host, a partner, a publication.
  case reported
  /// Somebody judged by eye.
  case estimated
  /// Nobody knows a number, or how the one that stands beside it came about.
  case notKnown
}

/// What is known of how many people attended an event.
public struct Attendance: Stored, Hashable {
  /// How the tally came about: counted, reported or estimated; nil where nobody said, or while there
  /// is no tally.
  public var source: AttendanceSource?
  /// All attendances, in person and online together.
  public var total: Int?
  /// Those in the room.
  public var inPerson: Int?
  /// Those connected from elsewhere.
  public var online: Int?
  /// Attendances by role; a person can have several roles, so they need not add up.
  public var roles: [Code: Int] = [:]
  /// How many people had at least one role that counts; each is in the total.
  public var inRole: Int?
  /// What each sitting counted at the door.
  public var counts: [DoorCount] = []
  /// What was typed at the door, with where the sittings stood then.
  public var typed: [TypedCount] = []
  /// What people declared about themselves, with how many were asked and answered.
  public var declared = DeclaredCommunities()
  /// The whole crowd of a host's event in which the programme only took part; never counted.
  public var hostCrowd: Int?
  /// Where the number comes from, in words.
  public var note = ""

  /// Nothing known.
  public init() {}

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.value("source", &source)
    visitor.number("total", &total)
    visitor.number("inPerson", &inPerson)
    visitor.number("online", &online)
    visitor.counts("roles", &roles)
    visitor.number("inRole", &inRole)
    visitor.records("counts", &counts)
    visitor.records("typed", &typed)
    visitor.object("declared", &declared)
    visitor.number("hostCrowd", &hostCrowd)
    visitor.text("note", &note)
  }

  /// The tally's number: the total, else what is known of both ways of attending.
  public var tally: Int? {
    if let total { return total }
    if inPerson == nil && online == nil { return nil }
    return (inPerson ?? 0) + (online ?? 0)
  }

  /// Whether it is known how the tally came about.
  public var isSourceKnown: Bool { source != nil && source != .notKnown }
}

/// Communities as people declared them themselves, never as somebody saw them.
///
/// Communities overlap, so their counts are never added up.
public struct DeclaredCommunities: Stored, Hashable {
  /// How many people were asked.
  public var asked: Int?
  /// How many answered: the base of every share.
  public var answered: Int?
  /// How many declared themselves part of a community.
  public var communities: [Code: Int] = [:]
  /// How many gave an age band.
  public var ageBands: [Code: Int] = [:]
  /// The questions of slips with the base of each; the members above mean the slip as a whole.
  public var questions: [DeclaredQuestion] = []
  /// What each sitting took in of slips; the members above are what they come to.
  public var sittings: [SlipCount] = []

  /// Nobody asked.
  public init() {}

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.number("asked", &asked)
    visitor.number("answered", &answered)
    visitor.counts("communities", &communities)
    visitor.counts("ageBands", &ageBands)
    visitor.records("questions", &questions)
    visitor.records("sittings", &sittings)
  }
}

/// How a figure of attendances is known.
///
/// Unlike the source in a file it tells a number of unknown source from no number at all.
public enum FigureSource: String, CaseIterable, Sendable, StoredText {
  /// Somebody counted heads, at the door or in the room.
  case counted
  /// The people are on the event's list with an attending status.
  case listed
  /// Somebody else told the number: a host, a partner, a publication.
  case reported
  /// Somebody judged by eye.
  case estimated
  /// There is a number, and nobody noted how it came about.
  case unsourced
  /// Nobody knows a number.
  case notKnown

  /// The source of a tally; one that nobody noted is not known, whatever else is.
  public init(ofTally source: AttendanceSource?) {
    switch source {
    case .counted: self = .counted
    case .listed: self = .listed
    case .reported: self = .reported
    case .estimated: self = .estimated
    case .notKnown, nil: self = .unsourced
    }
  }
}

/// A number of attendances that can be defended: how many, and how that is known.
public struct AttendanceFigure: Hashable, Sendable {
  /// Attendances; nil when nobody knows.
  public let count: Int?
  /// How the count came about; `notKnown` where there is none.
  public let source: FigureSource

  /// A count with its source.
  public init(count: Int?, source: FigureSource) {
    self.count = count
    self.source = source
  }
}

extension Event {
  /// Attendances by the rule, with how they are known.
  ///
  /// Of a held event the tally if there is one, else the listed people with an attending status
  /// and a counted role; never both. Other events have none. A tally of unknown source keeps its
  /// number.
  public func attendanceFigure(roles: Taxonomy) -> AttendanceFigure {
    guard status == .held else { return AttendanceFigure(count: nil, source: .notKnown) }
    if let tally = attendance.tally {
      return AttendanceFigure(count: tally, source: FigureSource(ofTally: attendance.source))
    }
    let listed = participations.count { $0.isCounted(roles: roles) }
    return listed > 0
      ? AttendanceFigure(count: listed, source: .listed)
      : AttendanceFigure(count: nil, source: .notKnown)
  }
}
