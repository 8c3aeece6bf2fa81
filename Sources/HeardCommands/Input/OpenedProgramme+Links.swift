import HeardModel

extension OpenedProgramme {
  /// A link as `event/2024-05-28-fr` with the whole id, where the ids of that kind leave no doubt; one
  /// with which no id begins stays as it is, and the screen says that nothing is there.
  ///
  /// - Throws: `Failure` with some of the ids where more than one begins so.
  public func completed(link: String) throws -> String {
    var parts = link.lowercased().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count > 1, !parts[1].isEmpty else { return link }
    let ids = ids(parts[0])
    let begun = ids.filter { $0.hasPrefix(parts[1]) }.sorted()
    guard !ids.contains(parts[1]), let first = begun.first else { return link }
    if begun.count > 1 {
      let few = begun.prefix(5).joined(separator: ", ")
      throw Failure(desk.words("cli.severalRecords", ["id": parts[1], "ids": few]), .usage)
    }
    parts[1] = first
    return parts.joined(separator: "/")
  }

  private func ids(_ kind: String) -> [String] {
    let programme = desk.programme
    switch kind {
    case "event": return programme.events.keys.map(\.text)
    case "testimony": return programme.testimonies.keys.map(\.text)
    case "action": return programme.actions.keys.map(\.text)
    case "organisation": return programme.organisations.keys.map(\.text)
    case "person": return desk.insight.foundPeople().ids.map(\.text)
    default: return []
    }
  }
}
