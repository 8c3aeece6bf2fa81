import HeardModel

/// Names and contacts that lie on this machine, for finding people of a sheet at other events.
///
/// They are compared and never shown.
public struct KnownNames: Hashable, Sendable {
  private var contacts: [String: [PersonID]] = [:]
  private var names: [PersonID: [Set<String>]] = [:]
  /// Who has a word in a name, so that not all have to be compared.
  private var people: [String: [PersonID]] = [:]

  /// The names of nobody.
  public init() {}

  /// The names and contacts of people.
  public init(_ identities: [Identity]) {
    for identity in identities.sorted(by: { $0.id < $1.id }) {
      for mark in Self.marks(of: identity.contact) {
        contacts[mark, default: []].append(identity.id)
      }
      for name in [identity.name, identity.nameReading] {
        guard let parts = Self.parts(of: name) else { continue }
        names[identity.id, default: []].append(parts)
        for part in parts { people[part, default: []].append(identity.id) }
      }
    }
  }

  /// Who somebody of a sheet perhaps is: those with the same name and contact, else those with
  /// the same contact, else those with the same name; namesakes are several.
  func people(like identity: Identity) -> (people: [PersonID], by: Resemblance)? {
    var seen = Set<PersonID>()
    let reached = Self.marks(of: identity.contact).flatMap { contacts[$0] ?? [] }
      .filter { seen.insert($0).inserted }
    let named = people(named: identity.name)
    let both = reached.filter(named.contains)
    if !both.isEmpty { return (both, .both) }
    if !reached.isEmpty { return (reached, .contact) }
    return named.isEmpty ? nil : (named, .name)
  }

  /// Those of whom one name holds all words of the other: `Sunita R. Rao` and `Rao Sunita`.
  private func people(named name: String) -> [PersonID] {
    guard let parts = Self.parts(of: name) else { return [] }
    let near = Set(parts.flatMap { people[$0] ?? [] })
    return near.filter { id in
      names[id, default: []].contains { $0.isSubset(of: parts) || $0.isSuperset(of: parts) }
    }.sorted()
  }

  /// Addresses in small letters, numbers by their last digits: in front of these some write the
  /// country and some do not.
  private static func marks(of contact: String) -> [String] {
    contact.split { ",;/\n".contains($0) }.compactMap { part in
      let text = SheetCell.folded(String(part))
      if text.contains("@") { return text }
      let digits = text.filter(\.isNumber)
      return digits.count >= 8 ? String(digits.suffix(8)) : nil
    }
  }

  /// The words of a name, in whatever order, without initials and titles; nil of one that many have,
  /// as a given name alone.
  private static func parts(of name: String) -> Set<String>? {
    let parts = Set(SheetCell.tokens(name).filter { $0.count > 1 && !titles.contains($0) })
    if parts.count > 1 { return parts }
    // Where no spaces are written a name is one word.
    let isWhole = parts.first.map { $0.count > 2 && !$0.contains(where: \.isASCII) } ?? false
    return isWhole && name.unicodeScalars.allSatisfy { $0.value > 0x2E7F } ? parts : nil
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "mme", "mlle", "sr", "sra", "dra", "herr",
    "frau",
  ]
}

/// In what somebody of a sheet is like somebody who is known.
public enum Resemblance: String, Hashable, Sendable {
  /// Name and contact.
  case both
  /// The contact; a family may share it.
  case contact
  /// The name; others may have it, too.
  case name
}

/// Somebody of another event whose name or contact is that of a line.
public struct Acquaintance: Hashable, Sendable {
  /// The person over all events.
  public let id: PersonID
  /// What they are called here.
  public let pseudonym: String
  /// In what they are like the line.
  public let by: Resemblance
  /// Whether they stand on the list of the event whose sheet it is.
  public let isListed: Bool
}

/// Those whose names lie on this machine and who stand on lists, for the lines of one sheet.
struct Acquaintances: Sendable {
  private let names: KnownNames
  private var pseudonyms: [PersonID: String] = [:]
  private var listed = Set<PersonID>()

  init(_ signIn: SignIn, _ programme: Programme) {
    names = signIn.known ?? KnownNames()
    if names == KnownNames() { return }
    for event in programme.events.values.sorted(by: { $0.id < $1.id }) {
      for person in event.participations where person.mergedInto == nil {
        if pseudonyms[person.id]?.isEmpty ?? true { pseudonyms[person.id] = person.pseudonym }
      }
    }
    listed = Set(signIn.event.participations.filter { $0.mergedInto == nil }.map(\.id))
  }

  /// Who the person of a line perhaps is.
  func people(like identity: Identity?) -> [Acquaintance] {
    guard let identity, let found = names.people(like: identity) else { return [] }
    return found.people.compactMap { id in
      pseudonyms[id].map {
        Acquaintance(id: id, pseudonym: $0, by: found.by, isListed: listed.contains(id))
      }
    }
  }
}
