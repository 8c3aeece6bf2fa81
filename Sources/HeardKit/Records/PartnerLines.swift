import HeardModel

/// What partners did at an event as lines that people type: `Ensemble: host, funder; 40 chairs`.
///
/// A partner of whom nothing is noted has no line. Parts are codes or their names, in any number; what
/// stands behind the semicolon is a note.
public enum PartnerLines {
  /// The lines of those of whom something is noted.
  public static func text(_ partners: [EventPartner], _ programme: Programme) -> String {
    let names = programme.organisations.values.map { fold($0.name) }
    return partners.filter { !$0.roles.isEmpty || !$0.note.isEmpty }.map { partner in
      let name = programme.organisations[partner.id]?.name ?? ""
      // A name that two have stands for neither.
      let isPlain =
        !name.isEmpty && !name.contains { ":：;；\n".contains($0) }
        && names.count { $0 == fold(name) } == 1
      let roles = partner.roles.map(\.stored).joined(separator: ", ")
      let note = partner.note.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(isPlain ? name : partner.id.text): \(roles)" + (note.isEmpty ? "" : "; \(note)")
    }.joined(separator: "\n")
  }

  /// The partners with what some lines say of them; one that is new there becomes a partner.
  public static func partners(
    _ text: String, before: [EventPartner], _ desk: Desk
  ) -> Result<[EventPartner], FieldProblem> {
    var partners = before
    for place in partners.indices { (partners[place].roles, partners[place].note) = ([], "") }
    for part in text.split(whereSeparator: \.isNewline) {
      let line = trimmed(String(part))
      if line.isEmpty { continue }
      switch read(line, desk) {
      case .success(let partner):
        if let place = partners.firstIndex(where: { $0.id == partner.id }) {
          partners[place] = partner
        } else {
          partners.append(partner)
        }
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(partners)
  }

  private static func read(_ line: String, _ desk: Desk) -> Result<EventPartner, FieldProblem> {
    guard let colon = line.firstIndex(where: { ":：".contains($0) }) else {
      return .failure(.unreadableLine(line, as: desk.words("event.partnerExample")))
    }
    let rest = line[line.index(after: colon)...].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { ";；".contains($0) })
    var partner = EventPartner()
    switch OptionInput.value(trimmed(String(line[..<colon])), desk.organisationOptions) {
    case .success(let id): partner.id = OrganisationID(stored: id) ?? partner.id
    case .failure(let problem): return .failure(problem)
    }
    let roles = rest.first.map(String.init) ?? ""
    for role in OptionInput.parts(roles, desk.options(.partnerRole)) {
      switch OptionInput.code(role, of: .partnerRole, desk) {
      case .success(let code): if !partner.roles.contains(code) { partner.roles.append(code) }
      case .failure(let problem): return .failure(problem)
      }
    }
    partner.note = rest.count > 1 ? trimmed(String(rest[1])) : ""
    return .success(partner)
  }
}
