/// By which texts people of a team are known, so that a name and an id of one person are the same.
///
/// Made once for many quotes: each asks three times who somebody is.
public struct TeamNames: Sendable {
  private var names: [String: Set<String>] = [:]

  /// Of a team; of nobody, every text stands for itself.
  public init(_ team: [StaffID: StaffMember] = [:]) {
    for member in team.values {
      let own: Set<String> = [Self.plain(member.name), member.id.text]
      // Also as they are usually written, so that nothing has to be made plain to be looked up.
      for text in Set([member.name, Self.plain(member.name), member.id.text]) {
        names[text, default: []].formUnion(own)
      }
    }
    // Two of one name are the same whichever of its forms is written.
    for member in team.values {
      let same = names[Self.plain(member.name)] ?? []
      names[member.name, default: []].formUnion(same)
    }
  }

  /// All texts that stand for whom a text names, without heed to case and outer spaces.
  func all(_ person: String) -> Set<String> {
    if let known = names[person], !person.isBlank { return known }
    let plain = Self.plain(person)
    if plain.isEmpty { return [] }
    return (names[plain] ?? []).union([plain])
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
