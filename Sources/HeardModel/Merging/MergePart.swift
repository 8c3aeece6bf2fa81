/// A part of an event that stands once, so that of two events one of them has to hold.
///
/// What can stand there several times, as people, partners and topics, is no part: it is joined.
public enum MergePart: String, CaseIterable, Sendable, StoredText {
  /// What it is called.
  case title
  /// What kind of meeting it is.
  case type
  /// Whose event it is.
  case involvement
  /// In person, online or both.
  case format
  /// How far it is.
  case status
  /// Start, end and zone, which mean each other.
  case time
  /// State, region or prefecture.
  case region
  /// Town.
  case place
  /// House and room.
  case venue
  /// Where to connect.
  case onlineAddress
  /// The row of events and the number in it.
  case series
  /// How many people the room holds.
  case capacity
  /// How many came, with how that is known and by which roles.
  case attendance
  /// Where the number comes from, in words.
  case attendanceNote
  /// What people declared on slips.
  case declared
  /// The whole crowd of a host's event.
  case hostCrowd
  /// Contributions of people who did not want them kept.
  case unrecordedContributions
  /// Trust asked before and after.
  case pulses
  /// What was heard, for people who were not there.
  case summary
  /// Notes of the team.
  case notes
  /// What was settled afterwards.
  case closeOut
  /// How those who spoke are told what came of it.
  case feedback
  /// Who in the community agreed to this use.
  case communityGovernance
  /// Where the record comes from.
  case provenance

  /// Whether it is a text in which both can stand, one below the other.
  public var canHoldBoth: Bool { text != nil }

  /// Whether it holds numbers of people, which are never added up.
  public var isOfNumbers: Bool {
    switch self {
    case .attendance, .declared, .hostCrowd, .unrecordedContributions, .pulses: true
    default: false
    }
  }

  private var text: WritableKeyPath<Event, String>? {
    switch self {
    case .summary: \.summary
    case .notes: \.notes
    case .attendanceNote: \.attendance.note
    case .communityGovernance: \.communityGovernance
    default: nil
    }
  }
}

// What stands there, and how it is taken over.
extension MergePart {
  /// What stands in the part; nil where it is blank.
  func value(in event: Event) -> AnyHashable? {
    switch self {
    case .title: filled(event.title)
    case .type: event.type.map(AnyHashable.init)
    case .involvement: event.involvement.map(AnyHashable.init)
    case .format: event.format.map(AnyHashable.init)
    case .status: AnyHashable(event.status)
    case .time: event.start.map { AnyHashable([AnyHashable($0), event.end, event.zone]) }
    case .region: filled(event.region)
    case .place: filled(event.place)
    case .venue: filled(event.venue)
    case .onlineAddress: filled(event.onlineAddress)
    case .series: filled(event.series)
    case .capacity: event.capacity.map(AnyHashable.init)
    case .attendance: filled(event.attendance.numbersAlone)
    case .attendanceNote: filled(event.attendance.note)
    case .declared: filled(event.attendance.declared.numbersAlone)
    case .hostCrowd: event.attendance.hostCrowd.map(AnyHashable.init)
    case .unrecordedContributions: event.unrecordedContributions.map(AnyHashable.init)
    case .pulses: event.pulses.isEmpty ? nil : AnyHashable(event.pulses)
    case .summary: filled(event.summary)
    case .notes: filled(event.notes)
    case .closeOut: filled(event.closeOut)
    case .feedback: filled(event.feedback)
    case .communityGovernance: filled(event.communityGovernance)
    case .provenance: AnyHashable([event.provenance.kind.stored, event.provenance.source])
    }
  }

  private func filled<T: Stored & Hashable>(_ value: T) -> AnyHashable? {
    value == T() ? nil : AnyHashable(value)
  }

  private func filled(_ text: String) -> AnyHashable? { text.isEmpty ? nil : AnyHashable(text) }

  /// Takes over what stands in another event.
  func take(from other: Event, into event: inout Event) {
    switch self {
    case .title: event.title = other.title
    case .type: event.type = other.type
    case .involvement: event.involvement = other.involvement
    case .format: event.format = other.format
    case .status: event.status = other.status
    case .time:
      (event.start, event.end, event.zone) = (other.start, other.end, other.zone ?? event.zone)
    case .region: event.region = other.region
    case .place: event.place = other.place
    case .venue: event.venue = other.venue
    case .onlineAddress: event.onlineAddress = other.onlineAddress
    case .series: event.series = other.series
    case .capacity: event.capacity = other.capacity
    case .attendance: event.attendance.takeNumbers(of: other.attendance)
    case .attendanceNote: event.attendance.note = other.attendance.note
    case .declared: event.attendance.declared.takeNumbers(of: other.attendance.declared)
    case .hostCrowd: event.attendance.hostCrowd = other.attendance.hostCrowd
    case .unrecordedContributions:
      event.unrecordedContributions = other.unrecordedContributions
    case .pulses: event.pulses = other.pulses
    case .summary: event.summary = other.summary
    case .notes: event.notes = other.notes
    case .closeOut: event.closeOut = other.closeOut
    case .feedback: event.feedback = other.feedback
    case .communityGovernance: event.communityGovernance = other.communityGovernance
    case .provenance:
      event.provenance.kind = other.provenance.kind
      event.provenance.source = other.provenance.source
    }
  }

  /// Puts what stands in another event below what stands here; only of a text.
  func add(from other: Event, to event: inout Event) {
    guard let text else { return }
    event[keyPath: text] += "\n" + other[keyPath: text]
  }
}

extension Attendance {
  /// The numbers of attendances alone, without the presses and entries that they come from.
  var numbersAlone: Attendance {
    var numbers = Attendance()
    (numbers.source, numbers.total) = (source, total)
    (numbers.inPerson, numbers.online) = (inPerson, online)
    (numbers.roles, numbers.inRole) = (roles.filter { $0.value > 0 }, inRole)
    return numbers
  }

  /// Takes over how many came somewhere else, and how that is known.
  ///
  /// The rows of the sittings stay where they are: rows only grow, and two doors' rows in one event
  /// would add up to people who were counted twice. Where somebody counted here, the numbers are
  /// typed over what was counted.
  mutating func takeNumbers(of other: Attendance) {
    for number in Self.countedNumbers(of: [self, other]) where self[number] != other[number] {
      if isTallied { type(other[number], as: number) } else { self[number] = other[number] }
    }
    source = other.source
  }
}

extension DeclaredCommunities {
  /// The numbers alone, without the rows of the sittings that they come from.
  var numbersAlone: DeclaredCommunities {
    var numbers = self
    numbers.sittings = []
    return numbers
  }

  /// Takes over what was declared somewhere else; the rows stay, as those of attendances do.
  mutating func takeNumbers(of other: DeclaredCommunities) {
    let rows = sittings
    self = other
    sittings = rows
  }
}
