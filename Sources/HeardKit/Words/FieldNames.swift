import HeardModel
import TerminalCanvas

/// Fields and their values in a person's words, from their paths in the file.
extension Desk {
  /// What a field is called: its label in the form, and in front the part of which it is a field.
  public func label(of path: FieldPath, in record: Record) -> String {
    var parts: [String] = []
    for (index, step) in path.steps.enumerated() {
      guard let id = step.id else { continue }
      let prefix = path.steps[...index]
      parts.append(part(step.name, id, FieldPath(steps: Array(prefix)), record))
    }
    let last = path.steps.last { $0.id == nil || path.steps.count == 1 }
    let names = path.names
    let own = "path.\(names)"
    let joined = "field.\(Self.joined(names))"
    let short = "path.\(last?.name ?? "")"
    let field = "field.\(last?.name ?? "")"
    let label = [own, joined, short, field].first(where: words.has).map { words($0) } ?? names
    return (parts + [label]).joined(separator: " · ")
  }

  /// A path as a form calls the field: `feedbackChannel` for `feedback.channel`.
  private static func joined(_ names: String) -> String {
    let parts = names.split(separator: ".").map(String.init)
    return (parts.prefix(1) + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() })
      .joined()
  }

  /// What a part of a record is called: the person's pseudonym, the step's title, the language.
  private func part(_ list: String, _ id: String, _ path: FieldPath, _ record: Record) -> String {
    for member in ["pseudonym", "title", "question"] {
      if case .text(let text)? = record.value(at: path.adding(member)), !text.isEmpty {
        return text
      }
    }
    if list == "translations", let tag = LanguageTag(stored: id) { return formats.language(tag) }
    if list == "partners", let organisation = OrganisationID(stored: id) {
      return programme.organisations[organisation]?.name ?? id
    }
    let key = "path.\(list)"
    return words.has(key) ? words(key) : id
  }

  /// A value as a person would say it.
  public func text(of value: StoredValue?, at path: FieldPath) -> String {
    let member = path.steps.last?.name ?? ""
    switch value {
    case nil, .null?: return words("conflict.empty")
    case .text(let text)?: return text.isEmpty ? words("conflict.empty") : label(of: text, member)
    // A year has no sign between its thousands.
    case .number(let number)?: return member == "year" ? String(number) : words.number(number)
    case .decimal(let digits)?: return digits
    case .flag(let flag)?: return words(flag ? "toggle.yes" : "toggle.no")
    case .list(let elements)?:
      return elements.map { text(of: $0, at: path) }.joined(separator: ", ")
    case .object(let members)?:
      return members.keys.sorted().map { name in
        words.labelled(label(ofMember: name), text(of: members[name], at: path.adding(name)))
      }.joined(separator: "; ")
    }
  }

  /// What a change did to one field: what it is called, what stood there and what stands there.
  public func difference(_ value: HistoryValue, in record: Record) -> String {
    difference(of: value.path, from: value.before, to: value.after, in: record)
  }

  /// What a change did to one field: what it is called, what stood there and what stands there.
  public func difference(
    of path: FieldPath, from before: StoredValue?, to after: StoredValue?, in record: Record
  ) -> String {
    words(
      "history.change",
      [
        "field": label(of: path, in: record), "before": text(of: before, at: path),
        "after": text(of: after, at: path),
      ])
  }

  private func label(ofMember name: String) -> String {
    let key = ["path.\(name)", "field.\(name)"].first(where: words.has)
    return key.map { words($0) } ?? name
  }

  /// Where the labels of values stand that are not called as their member.
  private static let lists = [
    "state": ["consent"], "status": ["status", "actionStatus", "feedback", "attendance"],
    "themes": ["theme"], "audiences": ["audience"], "kind": ["provenance"], "teamRoles": ["role"],
  ]

  /// One of a list of values by its label; any other text as it stands.
  private func label(of text: String, _ member: String) -> String {
    if member == "country", let code = CountryCode(stored: text) { return formats.country(code) }
    if let list = TaxonomyName(rawValue: member), let code = Code(stored: text) {
      return formats.label(code, in: list, of: programme)
    }
    if member == "type", let code = Code(stored: text) {
      let label = formats.label(code, in: .eventType, of: programme)
      if label != text { return label }
    }
    if let name = name(ofID: text, member) { return name }
    if member == "aboutCommunities", let code = Code(stored: text) {
      return formats.label(code, in: .community, of: programme)
    }
    let lists = Self.lists[member] ?? [member]
    let key = lists.map { "\($0).\(text)" }.first(where: words.has)
    return key.map { words($0) } ?? text
  }

  /// The name of whom an id stands for, in members that hold organisations or people of the team.
  private func name(ofID text: String, _ member: String) -> String? {
    switch member {
    case "partners", "organisation", "ownerOrganisation":
      OrganisationID(stored: text).flatMap { programme.organisations[$0]?.name }
    case "facilitators", "followedBy", "ownerStaff", "takenBy":
      StaffID(stored: text).flatMap { programme.team[$0]?.name }
    default: nil
    }
  }
}

extension FieldPath {
  /// The way to a member of what stands at this path.
  public func adding(_ name: String) -> FieldPath { FieldPath(steps: steps + [Step(name: name)]) }
}
