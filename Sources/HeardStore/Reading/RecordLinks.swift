import HeardModel

/// Whether every id that a record names belongs to a record that is there.
///
/// A file that is there but cannot be read counts as there: one bad file is one fault. What was
/// erased is told by its tombstone, so a name that still leads to it is no fault.
struct RecordLinks {
  private let records: CheckedRecords
  private(set) var files: [String: CheckedFile]
  private var testimonies: Set<String> = []
  /// Ids of organisations and of the team; nil where their file cannot be read and may have any.
  private let organisations: Set<String>?
  private let team: Set<String>?
  /// Events that became others, with those.
  private let merged: [String: String]

  init(_ records: CheckedRecords) {
    self.records = records
    files = records.files
    organisations = Self.ids(.partners, records)
    team = Self.ids(.team, records)
    var programme = Programme()
    for event in records.events.values where !event.mergedFrom.isEmpty {
      programme.events[event.id] = event
    }
    merged = Dictionary(
      programme.mergedEvents.map { ($0.key.text, $0.value.text) }
    ) { first, _ in first }
  }

  private static func ids(_ place: FilePlace, _ records: CheckedRecords) -> Set<String>? {
    guard let name = place.file, let list = place.row.list else { return [] }
    guard let file = records.files[name] else { return records.closed.contains(name) ? nil : [] }
    if file.faults.contains(where: \.isNoJSON) { return nil }
    return Set(file.parts().filter { $0.path == "\(list)[\($0.id)]" }.map(\.id))
  }

  /// Notes links that lead nowhere, ids that stand twice, and what was erased and is back.
  mutating func check() {
    noteTestimonies()
    for (path, event) in records.events { check(event, path) }
    for (path, file) in records.testimonies { check(file, path) }
    for (path, action) in records.actions { check(action, path) }
    for (path, notice) in records.notices {
      for id in notice.partners { organisation(id, path, "partners") }
    }
    for (path, fact) in records.facts {
      if let id = fact.organisation { organisation(id, path, "organisation") }
    }
    for (path, it) in records.disclosures {
      if let event = it.event { link(event.text, .events, path, "event") }
      if let member = it.takenBy { staff(member, path, "takenBy") }
    }
    for (id, other) in merged {
      for place in [FilePlace.events, .testimonies] {
        files[place.path(id)]?.note("id", .wasMerged(into: other))
      }
    }
    noteErased()
  }
}

private extension RecordLinks {
  /// Ids of testimonies in all files; one that stands in two is noted in the second.
  mutating func noteTestimonies() {
    for path in files.keys.sorted() where path.hasPrefix("testimonies/") {
      // What stands there stands where its event went to.
      if merged[stem(path)] != nil { continue }
      for id in files[path]?.ids(in: "testimonies") ?? [] where !testimonies.insert(id).inserted {
        if !isNotedTwice(id, path) { files[path]?.note("testimonies[\(id)]", .repeatedID(id)) }
      }
    }
  }

  private func isNotedTwice(_ id: String, _ path: String) -> Bool {
    files[path]?.faults.contains { $0.kind == .repeatedID(id) } ?? false
  }

  mutating func check(_ event: Event, _ path: String) {
    for id in event.facilitators { staff(id, path, "facilitators") }
    for partner in event.partners {
      organisation(partner.id, path, "partners[\(partner.id.text)]")
    }
    for person in event.participations {
      let member = "participations[\(person.id.text)]"
      if let id = person.organisation { organisation(id, path, "\(member).organisation") }
      if let consent = person.consent { check(consent, path, "\(member).consent") }
    }
  }

  mutating func check(_ file: EventTestimonies, _ path: String) {
    link(file.id.text, .events, path, "id")
    let questions = Set(records.guides.values.flatMap { $0.questions.map(\.id) })
    for testimony in file.testimonies {
      let member = "testimonies[\(testimony.id.text)]"
      if let id = testimony.takenBy { staff(id, path, "\(member).takenBy") }
      check(testimony.consent, path, "\(member).consent")
      if let id = testimony.guideQuestion, !questions.contains(id) {
        files[path]?.note("\(member).guideQuestion", .dangling(id.stored))
      }
    }
  }

  mutating func check(_ action: FollowUpAction, _ path: String) {
    // A file that cannot be read may hold any testimony.
    if !records.closed.contains(where: { $0.hasPrefix("testimonies/") }) {
      for id in action.testimonies where !testimonies.contains(id.text) {
        dangling(id.text, path, "testimonies")
      }
    }
    for id in action.events { link(id.text, .events, path, "events") }
    for id in action.partners { organisation(id, path, "partners") }
    if let id = action.followedBy { staff(id, path, "followedBy") }
  }

  mutating func check(_ consent: Consent, _ path: String, _ member: String) {
    if let id = consent.notice { link(id.text, .notices, path, "\(member).notice") }
  }

  mutating func link(_ id: String, _ place: FilePlace, _ path: String, _ member: String) {
    let file = place.path(id)
    if place == .events, merged[id] != nil { return }
    if files[file] == nil && !records.closed.contains(file) { dangling(id, path, member) }
  }

  mutating func organisation(_ id: OrganisationID, _ path: String, _ member: String) {
    if organisations?.contains(id.text) == false { dangling(id.text, path, member) }
  }

  mutating func staff(_ id: StaffID, _ path: String, _ member: String) {
    if team?.contains(id.text) == false { dangling(id.text, path, member) }
  }

  mutating func dangling(_ id: String, _ path: String, _ member: String) {
    if !records.erased.contains(id) { files[path]?.note(member, .dangling(id)) }
  }

  mutating func noteErased() {
    if records.erased.isEmpty { return }
    for path in files.keys where !path.hasPrefix("erased/") {
      if records.erased.contains(stem(path)) { files[path]?.note("id", .wasErased(stem(path))) }
      for (id, member) in files[path]?.parts() ?? [] where records.erased.contains(id) {
        files[path]?.note(member, .wasErased(id))
      }
    }
  }
}
