import HeardModel

/// Puts in words what is held about somebody, without the names of others.
struct AccessText {
  let subject: AccessCopy.Subject
  let programme: Programme
  let words: Words
  let formats: Formats
  let today: CalendarDay
  /// The testimonies that are meant, the oldest first.
  let testimonies: [Testimony]
  private let identity: Identity?
  private var others: OtherNames

  init(
    _ subject: AccessCopy.Subject, _ programme: Programme, _ words: Words, on today: CalendarDay,
    _ identities: [Identity]
  ) {
    (self.subject, self.programme, self.words, self.today) = (subject, programme, words, today)
    formats = Formats(words)
    testimonies = Self.testimoniesOf(subject, in: programme)
    let person = Self.personID(of: subject, in: programme)
    identity = identities.first { $0.id == person && subject == .person($0.id) }
    let events = Self.eventsOf(subject, in: programme)
    let parts = events.flatMap(\.participations)
    let merged = events.flatMap { event in
      person.map { event.entries(mergedInto: $0) } ?? []
    }
    let same = Set(merged.map(\.id))
    let own =
      parts.filter { $0.id == person }.map(\.pseudonym) + testimonies.map(\.pseudonym)
      + merged.map(\.pseudonym)
      + [identity?.name ?? "", identity?.nameReading ?? "", identity?.contact ?? ""]
    others = OtherNames(besides: own)
    for part in parts where part.id != person && !same.contains(part.id) {
      others.add(pseudonym: part.pseudonym)
    }
    let known = Set(testimonies.map(\.id))
    let there = Set(events.map(\.id))
    for testimony in programme.testimonies.values
    where there.contains(testimony.event) && !known.contains(testimony.id) {
      if testimony.person == nil || testimony.person != person {
        others.add(pseudonym: testimony.pseudonym)
      }
    }
    for other in identities where other.id != person { others.add(other) }
    for member in programme.team.values.sorted(by: { $0.id < $1.id }) {
      others.add(member, role: Self.role(of: member, words, formats))
    }
  }

  /// The events on whose lists the person stands, the earliest first.
  var events: [Event] {
    guard case .person(let id) = subject else { return [] }
    return Self.eventsOf(subject, in: programme)
      .filter { event in event.participations.contains { $0.id == id } }
  }
}

// Whom it is about, and who else was there.
extension AccessText {
  static func others(_ subject: AccessCopy.Subject, in programme: Programme) -> [PersonID] {
    let person = personID(of: subject, in: programme)
    let events = eventsOf(subject, in: programme)
    let there = Set(events.map(\.id))
    let speakers = programme.testimonies.values.filter { there.contains($0.event) }
      .compactMap(\.person)
    return Set(events.flatMap(\.participations).map(\.id) + speakers)
      .filter { $0 != person && !$0.isEmpty }.sorted()
  }

  private static func personID(
    of subject: AccessCopy.Subject, in programme: Programme
  ) -> PersonID? {
    switch subject {
    case .person(let id): id
    case .testimony(let id): programme.testimonies[id]?.person
    }
  }

  private static func testimoniesOf(
    _ subject: AccessCopy.Subject, in programme: Programme
  ) -> [Testimony] {
    switch subject {
    case .testimony(let id): programme.testimonies[id].map { [$0] } ?? []
    case .person(let id):
      programme.testimonies.values.filter { $0.person == id }.sorted {
        ($0.takenAt?.seconds ?? 0, $0.id) < ($1.takenAt?.seconds ?? 0, $1.id)
      }
    }
  }

  private static func eventsOf(
    _ subject: AccessCopy.Subject, in programme: Programme
  ) -> [Event] {
    let told = Set(testimoniesOf(subject, in: programme).map(\.event))
    return programme.events.values.filter { event in
      if told.contains(event.id) { return true }
      guard case .person(let id) = subject else { return false }
      return event.participations.contains { $0.id == id }
    }.sorted { ($0.start?.stored ?? "", $0.id) < ($1.start?.stored ?? "", $1.id) }
  }

  private static func role(
    of member: StaffMember, _ words: Words, _ formats: Formats
  ) -> String {
    let roles = member.roles.map { formats.label($0, "role") }
    return roles.isEmpty ? words("accessCopy.staff") : words.list(roles)
  }
}

// What is held, value by value.
extension AccessText {
  /// A value under the label of a field; nil where nothing stands there.
  func value(
    _ name: String, _ label: String, _ text: String, codes: [String]? = nil
  ) -> AccessCopy.Value? {
    text.isEmpty
      ? nil : AccessCopy.Value(name: name, label: words(label), text: text, codes: codes)
  }

  /// A text of the team, without the names of others.
  func noted(_ name: String, _ label: String, _ text: String) -> AccessCopy.Value? {
    value(name, label, others.removed(from: text))
  }

  func unnamed(_ text: String) -> String { others.removed(from: text) }

  /// Codes of a list in words.
  func codes(
    _ name: String, _ label: String, _ codes: [Code], _ list: TaxonomyName
  ) -> AccessCopy.Value? {
    value(
      name, label, words.list(codes.map { formats.label($0, in: list, of: programme) }),
      codes: codes.map(\.stored))
  }

  /// Who of the team it was, by their role.
  func role(of staff: StaffID?) -> String {
    guard let staff else { return "" }
    return programme.team[staff].map { Self.role(of: $0, words, formats) }
      ?? words("accessCopy.staff")
  }

  /// Who of the team it was, where only a name was noted.
  func role(named name: String) -> String {
    if name.isEmpty { return "" }
    let member = programme.team.values.first { $0.name == name }
    return member.map { Self.role(of: $0, words, formats) } ?? words("accessCopy.staff")
  }

  /// Whom it is about: what they are called, and how they are reached.
  var person: AccessCopy.Section? {
    guard case .person(let id) = subject else { return nil }
    let called =
      events.flatMap(\.participations).filter { $0.id == id }.map(\.pseudonym)
      + events.flatMap { $0.entries(mergedInto: id) }.map(\.pseudonym)
      + testimonies.map(\.pseudonym)
    var pseudonyms: [String] = []
    for name in called where !name.isEmpty && !pseudonyms.contains(name) { pseudonyms.append(name) }
    return AccessCopy.Section(
      kind: "person", id: id.text, title: words("accessCopy.person"),
      values: [
        value("pseudonyms", "field.personPseudonym", words.list(pseudonyms), codes: pseudonyms),
        value("name", "field.identityName", identity?.name ?? ""),
        value("nameReading", "field.identityReading", identity?.nameReading ?? ""),
        value("contact", "field.identityContact", identity?.contact ?? ""),
        value("language", "field.language", identity?.language.map(formats.language) ?? ""),
        value("keepUntil", "accessCopy.keepUntil", identity?.keepUntil.map(formats.day) ?? ""),
      ].compactMap { $0 })
  }
}
