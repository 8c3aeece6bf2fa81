/// How far somebody came on the way from an invitation into the room.
public enum AttendanceStatus: String, CaseIterable, Sendable, StoredText {
  /// Was asked to come.
  case invited
  /// Said that they come.
  case registered
  /// Was there.
  case attended
  /// Registered and was not there; the absence of a confirmation is not this.
  case noShow
  /// Said that they do not come.
  case cancelled

  /// Whether somebody with this status attended.
  public var isAttending: Bool { self == .attended }
}

/// How somebody took part.
public enum Presence: String, CaseIterable, Sendable, StoredText {
  /// In the room.
  case inPerson
  /// From elsewhere.
  case online
}

/// One person's part in one event, under the pseudonym that is the person's id over all events.
public struct Participation: StoredRecord, Hashable {
  /// The person; one participation a person and event.
  public var id = PersonID()
  /// What the person is called on screens and lists; never the name that stands in `identities/`.
  public var pseudonym = ""
  /// How far they came.
  public var status = AttendanceStatus.registered
  /// What they came as; several are usual.
  public var roles: [Code] = []
  /// In the room or online, where known.
  public var presence: Presence?
  /// Communities that the person declared; only where the country's profile allows it.
  public var communities: [Code] = []
  /// The band of age that the person gave.
  public var ageBand: Code?
  /// The organisation for which the person came.
  public var organisation: OrganisationID?
  /// What the person agreed to about this list.
  @Apart public var consent: Consent? = nil
  // Few people's entries have any of it, and there are many entries.
  @usableFromInline var more = Apart<ParticipationMore>(wrappedValue: nil)
  /// By what a row of a sign-in sheet is known again: the sheet and the line, nothing of the person.
  public var importKey = ""

  /// A participation that is being filled in.
  public init() {}

  /// The person's id as it stands in the file.
  public var recordID: String { id.stored }

  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("pseudonym", &pseudonym)
    visitor.required("status", &status)
    visitor.codes("roles", &roles)
    visitor.value("presence", &presence)
    visitor.codes("communities", &communities)
    visitor.value("ageBand", &ageBand)
    visitor.value("organisation", &organisation)
    visitor.object("consent", &consent)
    more.change(blank: ParticipationMore()) { more in
      visitor.codes("accessNeeds", &more.accessNeeds)
      visitor.text("note", &more.note)
      visitor.value("mergedInto", &more.mergedInto)
      visitor.records("retention", &more.retention)
    }
    visitor.text("importKey", &importKey)
  }

  /// Whether this person counts as an attendance: was there, in at least one counted role.
  ///
  /// Somebody whose role is not known counts; organisers, facilitators and interpreters do not, and
  /// no entry that turned out to be somebody who stands there already.
  public func isCounted(roles list: Taxonomy) -> Bool {
    guard status.isAttending, mergedInto == nil else { return false }
    return roles.isEmpty || !roles.allSatisfy(list.isNotCounted)
  }
}

/// What few entries of a list of people have.
@usableFromInline
struct ParticipationMore: Hashable, Sendable {
  @usableFromInline var accessNeeds: [Code] = []
  @usableFromInline var note = ""
  @usableFromInline var mergedInto: PersonID?
  @usableFromInline var retention: [RetentionMark] = []

  @usableFromInline init() {}
}

extension Participation {
  /// What the person needs so that they can take part.
  public var accessNeeds: [Code] {
    get { more.wrappedValue?.accessNeeds ?? [] }
    set { more.change(blank: ParticipationMore()) { $0.accessNeeds = newValue } }
  }
  /// Notes of the team.
  public var note: String {
    get { more.wrappedValue?.note ?? "" }
    set { more.change(blank: ParticipationMore()) { $0.note = newValue } }
  }
  /// Whom this entry turned out to be; it is counted no more.
  public var mergedInto: PersonID? {
    get { more.wrappedValue?.mergedInto }
    set { more.change(blank: ParticipationMore()) { $0.mergedInto = newValue } }
  }
  /// What was taken out because its time was over.
  public var retention: [RetentionMark] {
    get { more.wrappedValue?.retention ?? [] }
    set { more.change(blank: ParticipationMore()) { $0.retention = newValue } }
  }
}

extension [Participation] {
  /// The places of those who count as attendances.
  ///
  /// A participation is a large value: here it is looked at where it stands and never copied.
  func countedPlaces(roles list: Taxonomy) -> [Int] {
    var places: [Int] = []
    for place in indices {
      guard self[place].status.isAttending, self[place].mergedInto == nil else { continue }
      let roles = self[place].roles
      if roles.isEmpty || !roles.allSatisfy(list.isNotCounted) { places.append(place) }
    }
    return places
  }
}

extension Taxonomy {
  /// Whether an entry of the list says that it is no attendance; a code that it lacks is one.
  fileprivate func isNotCounted(_ role: Code) -> Bool {
    entries.firstIndex { $0.id == role }.map { entries[$0].isNotCounted } ?? false
  }
}
