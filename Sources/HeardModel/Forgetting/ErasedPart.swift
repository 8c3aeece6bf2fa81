/// Names of tombstones for what is no record by itself: somebody's part in one event, and what tells
/// of people at an organisation.
public enum ErasedPart {
  /// The tombstone of somebody's part in one event: the person stays where else they are.
  public static func participation(_ person: PersonID, at event: EventID) -> String {
    "\(person.text)-at-\(event.text)"
  }

  /// The tombstone of an organisation's contact: its notes and site.
  public static func contact(of organisation: OrganisationID) -> String {
    "\(organisation.text)-contact"
  }

  /// The people whose part in one event is erased, by the event.
  public static func participations(in erased: Set<String>) -> [String: Set<String>] {
    var people: [String: Set<String>] = [:]
    for id in erased {
      guard let sign = id.firstRange(of: "-at-") else { continue }
      people[String(id[sign.upperBound...]), default: []].insert(String(id[..<sign.lowerBound]))
    }
    return people
  }

  /// The organisations whose contact is erased.
  public static func contacts(in erased: Set<String>) -> Set<String> {
    Set(erased.filter { $0.hasSuffix("-contact") }.map { String($0.dropLast("-contact".count)) })
  }

  /// The members of an organisation that can tell of people there.
  public static let contactMembers: Set<String> = ["note", "website", "conflicts"]
}

extension Organisation {
  /// The organisation without what can tell of people there.
  public func withoutContact() -> Organisation {
    var organisation = self
    (organisation.note, organisation.website, organisation.conflicts) = ("", "", [])
    return organisation
  }
}

extension ErasedPart {
  /// The tombstone of a withdrawal number, by which its speaker still gets an answer.
  ///
  /// The answer is that nothing is kept. The number does not stand in it.
  public static func code(_ code: String) -> String {
    "code-\(SHA256.hex(Array(code.lowercased().utf8)).prefix(16))"
  }
}
