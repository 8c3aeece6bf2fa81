/// What somebody of the team does; guides what screens show first, and separates nothing.
public enum TeamRole: String, CaseIterable, Sendable, StoredText {
  /// Logs events and attendance and chases what is open.
  case coordinator
  /// Takes down testimonies and answers for consent.
  case facilitator
  /// Looks at figures and answers for them.
  case manager
  /// Receives what is told in need of protection.
  case safeguardingLead
  /// Is there for people after they spoke.
  case supportContact
}

/// A member of the programme's own staff.
public struct StaffMember: StoredRecord, Hashable {
  /// Never changes.
  public var id = StaffID()
  /// Their name.
  public var name = ""
  /// What they do.
  public var roles: [TeamRole] = []
  /// The countries for which they do it.
  public var countries: [CountryCode] = []
  /// The languages in which they do it.
  public var languages: [LanguageTag] = []
  /// How to reach them at work.
  public var contact = ""
  /// No longer with the team.
  public var hasLeft = false
  /// Fields to which two people gave different values.
  public var conflicts: [FieldConflict] = []

  /// A member who is being filled in.
  public init() {}
  /// The id as it stands in the file.
  public var recordID: String { id.stored }
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("id", &id)
    visitor.text("name", &name)
    visitor.set("roles", &roles)
    visitor.set("countries", &countries)
    visitor.set("languages", &languages)
    visitor.text("contact", &contact)
    visitor.flag("left", &hasLeft)
    visitor.records("conflicts", &conflicts)
  }
}

/// The whole team: the file `team.json`.
public struct Team: Stored, Hashable {
  /// In the order in which they were entered.
  public var members: [StaffMember] = []

  /// Nobody.
  public init() {}
  /// Goes through all members.
  @inlinable public mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("members", &members)
  }
}
