extension RecordKey {
  /// The file in which the record stands, as `events/ID.json`.
  public var file: String {
    switch self {
    case .testimony(_, let event): place.path(event.text)
    default: place.path(recordID)
    }
  }

  /// The place in which the record stands.
  public var place: FilePlace {
    switch self {
    case .settings: .programme
    case .event: .events
    case .testimony: .testimonies
    case .action: .actions
    case .organisation: .partners
    case .staff: .team
    case .approval: .approvals
    case .view: .views
    case .fact: .facts
    case .release: .releases
    }
  }
}

extension Programme {
  /// Takes over what now stands in some files, in the place of what stood in them before.
  ///
  /// Records with one of the keys stay as they are: they have edits that are not on disk yet.
  ///
  /// - Returns: the records that differ, as they were and as they are, ordered by their ids.
  public mutating func takeOver(
    _ files: [String], from read: Programme, except keys: Set<RecordKey> = []
  ) -> [Edit] {
    var edits: [Edit] = []
    let merged = mergedEvents
    for file in Set(files) {
      for key in Set(self.keys(in: file) + read.keys(in: file)) where !keys.contains(key) {
        // An older copy of what was told at a merged event: it stands where that went to.
        if case .testimony(let id, let event) = key, merged[event] != nil,
          testimonies[id].map({ $0.event != event }) ?? false
        {
          continue
        }
        let (before, after) = (record(key), read.record(key))
        guard before != after, let edit = Edit(before: before, after: after) else { continue }
        put(after, at: key)
        edits.append(edit)
      }
      takeOverOther(file, from: read)
    }
    if files.contains(where: { FilePlace(path: $0) == .withdrawn }) {
      let known = Set(edits.map(\.key))
      edits += closeByMarks().filter { !known.contains($0.key) }
    }
    for file in files where FilePlace(path: file) == .events {
      if let id = EventID(stored: Self.stem(of: file)) { returned[id] = read.returned[id] }
    }
    for event in leaveOutMerged() {
      let known = edits.first { $0.key == .event(event.id) }
      edits.removeAll { $0.key == .event(event.id) }
      let before = known == nil ? .event(event) : known?.before
      if before != nil, let edit = Edit(before: before, after: nil) { edits.append(edit) }
    }
    return edits.sorted { ($0.key.file, $0.key.recordID) < ($1.key.file, $1.key.recordID) }
  }

  /// The records that stand in a file.
  private func keys(in file: String) -> [RecordKey] {
    let name = Self.stem(of: file)
    switch FilePlace(path: file) {
    case .programme: return [.settings]
    case .partners: return organisations.keys.map(RecordKey.organisation)
    case .team: return team.keys.map(RecordKey.staff)
    case .views: return views.keys.map(RecordKey.view)
    case .events: return EventID(stored: name).map { [.event($0)] } ?? []
    case .actions: return ActionID(stored: name).map { [.action($0)] } ?? []
    case .approvals: return ApprovalPeriod(stored: name).map { [.approval($0)] } ?? []
    case .facts: return FactID(stored: name).map { [.fact($0)] } ?? []
    case .releases: return Code(stored: name).map { [.release($0)] } ?? []
    case .testimonies:
      guard let event = EventID(stored: name) else { return [] }
      return testimonies.values.filter { $0.event == event }
        .map { .testimony($0.id, event: event) }
    default: return []
    }
  }

  /// Takes over a file that holds no record which can be changed by itself.
  private mutating func takeOverOther(_ file: String, from read: Programme) {
    let name = Self.stem(of: file)
    switch FilePlace(path: file) {
    case .plan: plan = read.plan
    case .baselines: baselines = read.baselines
    case .notices: if let id = NoticeID(stored: name) { notices[id] = read.notices[id] }
    case .guides: if let id = NoticeID(stored: name) { guides[id] = read.guides[id] }
    case .mappings: if let id = Code(stored: name) { mappings[id] = read.mappings[id] }
    case .withdrawn:
      if let id = ConsentID(stored: name) { withdrawn[id] = read.withdrawn[id] }
    case .profiles: if let id = CountryCode(stored: name) { profiles[id] = read.profiles[id] }
    case .taxonomies:
      if let id = TaxonomyName(stored: name) { taxonomies[id] = read.taxonomies[id] }
    default: break
    }
  }

  /// The file's name without its folder and `.json`.
  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    return name.hasSuffix(".json") ? String(name.dropLast(5)) : ""
  }
}
