import HeardModel

// What saves write over: in the history what tells nothing of anybody, on this machine the rest.
extension PreparedFile {
  /// What stood and stands in the members of a record whose values everybody may know.
  func valuesForAll(of key: RecordKey) -> [HistoryValue] {
    guard case .event = key, let (old, new) = versions(of: key) else { return [] }
    return HistoryValue.membersOfEvents.compactMap { id in
      let value = HistoryValue(id, before: nil, after: nil)
      let (before, after) = (old.value(at: value.path), new.value(at: value.path))
      return before == after ? nil : HistoryValue(id, before: before, after: after)
    }
  }

  /// What stood in a record and was written over or emptied, as far as its writer may keep it.
  func valuesWrittenOver(of key: RecordKey) -> [HistoryValue] {
    guard let (old, new) = versions(of: key) else { return [] }
    return Difference.ofMembers(from: old, to: new).compactMap { difference in
      guard let before = difference.before, key.mayKeepEarlier(difference.path),
        !difference.isOneCounted, let id = Code(stored: difference.path.names)
      else { return nil }
      return HistoryValue(id, before: before, after: difference.after)
    }
  }

  /// A record as it stood on disk and as it stands there after the save.
  private func versions(of key: RecordKey) -> (Record, Record)? {
    guard let old = onDisk[key], let new = saved.first(where: { $0.key == key })?.record else {
      return nil
    }
    return (old, new)
  }
}

extension ProgrammeStore {
  /// Keeps on this machine what a save has written over.
  ///
  /// A save is a save where that cannot be kept: undo is the other way back.
  func keepEarlier(
    _ files: [PreparedFile], _ name: ChangeName, _ erased: Set<String>, _ author: String,
    _ moment: Moment, _ settings: ProgrammeSettings
  ) {
    // Words that were to go are kept nowhere.
    if case .forgotten = name { return }
    let contacts = ErasedPart.contacts(in: erased)
    let lines = files.flatMap { file in
      file.file.edits.compactMap { edit -> HistoryLine? in
        let values = file.writtenOver[edit.key] ?? []
        if values.isEmpty || contacts.contains(edit.key.recordID) { return nil }
        var line = HistoryLine(
          at: moment, by: author, record: edit.key.recordID, what: name.historyWord,
          fields: file.changed[edit.key] ?? [])
        line.values = values
        return line
      }
    }
    if lines.isEmpty { return }
    try? EarlierFolder(settings.id, path).keep(lines, at: moment)
  }

  /// Lets go of what this person wrote over so long ago that it may not be kept any more.
  public func trimEarlier(_ settings: ProgrammeSettings, on day: CalendarDay) {
    EarlierFolder(of: settings.id, path)?.trim(on: day)
  }

  /// Lines of the history with what this machine still knows of their values.
  func withEarlier(_ lines: [HistoryLine], of id: String) -> [HistoryLine] {
    guard let settings = (try? settingsOnDisk()) ?? nil,
      let kept = EarlierFolder(of: settings.id, path)?.lines(of: id)
    else { return lines }
    var lines = lines
    var taken: Set<Int> = []
    for earlier in kept {
      let place = lines.indices.first { !taken.contains($0) && lines[$0].isOfSameSave(as: earlier) }
      guard let place else { continue }
      taken.insert(place)
      let known = Set(lines[place].values.map(\.id))
      lines[place].values += earlier.values.filter { !known.contains($0.id) }
    }
    return lines
  }
}

extension HistoryLine {
  fileprivate func isOfSameSave(as other: HistoryLine) -> Bool {
    at == other.at && by == other.by && record == other.record && fields == other.fields
  }
}

extension Difference {
  /// Whether somebody more or less was counted: undo steps back one by one, and nobody looks it up.
  fileprivate var isOneCounted: Bool {
    guard path.steps.first?.name == "attendance", case .number(let old)? = before,
      case .number(let new)? = after
    else { return false }
    return abs(new - old) == 1
  }
}

extension RecordKey {
  /// Whether what stood in a member of the record may be kept after it was written over.
  ///
  /// What two people wrote may be about anybody, and a filter may hold what somebody is called.
  fileprivate func mayKeepEarlier(_ path: FieldPath) -> Bool {
    let member = path.steps.first?.name ?? "conflicts"
    if ["id", "conflicts"].contains(member) { return false }
    switch self {
    case .event: return EventParts.mayBeLookedUp(path)
    case .view: return member != "filter"
    case .settings, .action, .organisation, .staff, .fact: return true
    // What is written over: a release never is.
    case .testimony, .approval, .release: return false
    }
  }
}
