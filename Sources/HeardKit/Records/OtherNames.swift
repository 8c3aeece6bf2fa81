import HeardModel

/// Names that have no place in what is handed out to somebody else.
///
/// Other people who were there, by pseudonym and as far as names are on this machine, are left out;
/// of the team the role stands there.
struct OtherNames: Sendable {
  private var people = SpokenWords()
  private var team: [(names: SpokenWords, role: String)] = []
  private let own: Set<String>

  /// The names of nobody yet; `own` are those of the person who gets it, which stay.
  init(besides own: [String]) {
    self.own = Set(own.flatMap { [$0] + Self.parts(of: $0) }.map { $0.lowercased() })
  }

  /// Leaves out what somebody is called.
  mutating func add(pseudonym: String) { Self.add(pseudonym, to: &people, besides: own) }

  /// Leaves out a name, each of its parts, and how somebody is reached.
  mutating func add(_ identity: Identity) {
    for name in [identity.name, identity.nameReading] {
      for part in [name] + Self.parts(of: name) { Self.add(part, to: &people, besides: own) }
    }
    Self.add(identity.contact, to: &people, besides: own)
  }

  /// Puts the role of a member of the team in the place of their name.
  mutating func add(_ member: StaffMember, role: String) {
    var names = SpokenWords()
    for part in [member.name] + Self.parts(of: member.name) {
      Self.add(part, to: &names, besides: own)
    }
    Self.add(member.contact, to: &names, besides: own)
    team.append((names, role))
  }

  /// The text without any of them.
  func removed(from text: String) -> String {
    team.reduce(people.removed(from: text)) { text, member in
      member.names.removed(from: text, leaving: member.role)
    }
  }

  private static func add(
    _ name: String, to names: inout SpokenWords, besides own: Set<String>
  ) {
    if !own.contains(name.lowercased()) { names.add(name: name) }
  }

  /// The parts of a name that can stand for it alone; "de" and "van" can not.
  private static func parts(of name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.count > 2 && $0.first?.isUppercase ?? false }
  }
}
