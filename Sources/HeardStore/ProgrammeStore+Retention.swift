import HeardModel
import StrictJSON

// What is past its time.
extension ProgrammeStore {
  /// Whose names are on this machine, and until when where a day is set; the names stay unread.
  public func keptIdentities() -> [KeptIdentity] {
    knownNames().map { KeptIdentity(id: $0.id, keepUntil: $0.keepUntil) }
  }

  /// The names and contacts that lie on this machine, to hold those of a sheet against them.
  public func knownNames() -> [Identity] {
    guard let inside = (try? folder.inside(.identities)) ?? nil else { return [] }
    return ((try? inside.names()) ?? []).filter(isRecordFile).compactMap { name -> Identity? in
      let id = stem(name)
      guard let bytes = (try? inside.read(name)) ?? nil,
        let identity: Identity = try? decode(bytes, file: FilePlace.identities.path(id)),
        identity.id.text == id
      else { return nil }
      return identity
    }
  }

  /// Takes out what is past its time: of the records, of names and contacts, and of what this
  /// machine keeps of removed records; drafts and undo that repeat it go as well.
  ///
  /// No lock of a quarter refuses it. Done once more after a cut, it finishes what was begun.
  ///
  /// - Returns: the files that still hold some of it, since they could not be changed or are no
  ///   place of the program's.
  /// - Throws: `StoreError`; then some of it may stand where it stood.
  public func retire(
    _ order: Retirement, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> [String] {
    // Before it is looked where some of it still stands.
    let unchanged = retireRemoved(order.rules, settings, moment.day)
    var forgetting = ForgetOrder()
    (forgetting.edits, forgetting.spoken) = (order.edits, order.spoken)
    let left = try forget(forgetting, settings: settings, by: author, at: moment)
    try takeIdentities(order.identities)
    return unchanged + left.filter { !unchanged.contains($0) }
  }

  /// Takes names away with whatever other programs left beside them.
  private func takeIdentities(_ people: [PersonID]) throws(StoreError) {
    if people.isEmpty { return }
    let lock = try FolderLock(folder)
    defer { _ = lock }
    guard let inside = try folder.inside(.identities) else { return }
    let gone = Set(people.map(\.text))
    for name in try inside.names() where gone.contains(stem(CopyName(name)?.original ?? name)) {
      try inside.remove(name)
    }
  }

  /// Takes out of removed records, and of copies that were merged, what their day has overtaken.
  ///
  /// - Returns: files that could not be changed.
  private func retireRemoved(
    _ rules: Set<RetentionRule>, _ settings: ProgrammeSettings, _ day: CalendarDay
  ) -> [String] {
    guard let removed = try? removedFolder(settings.id) else { return [] }
    var left: [String] = []
    for name in removed.names() {
      guard let bytes = (try? removed.folder.read(name)) ?? nil else { continue }
      do throws(StoreError) {
        if let event: Event = try? decode(bytes, file: name) {
          let due = event.pastTime(on: day, settings).filter { rules.contains($0.rule) }
          guard !due.isEmpty, let tree = try? JSONValue(bytes) else { continue }
          try removed.folder.replace(
            name, with: tree.without(due).canonicalBytes(), mode: 0o600)
        } else if let testimony: Testimony = try? decode(bytes, file: name),
          rules.contains(.testimonies), testimony.pastTime(on: day) != nil
        {
          try removed.remove(name)
        }
      } catch {
        left.append("\(removed.path)/\(name)")
      }
    }
    return left
  }
}

extension JSONValue {
  /// The tree of an event without what is past its time of the people on its list.
  fileprivate func without(_ due: [RetentionDue]) -> JSONValue {
    var tree = self
    tree["participations"] = self["participations"]?.elements.map { people -> JSONValue in
      .array(
        people.map { person -> JSONValue in
          var rest = person
          for item in due where item.person?.text == person.recordID {
            switch item.rule {
            case .accessNeeds: rest["accessNeeds"] = nil
            case .notes: rest["note"] = nil
            case .identities, .testimonies: break
            }
          }
          return rest
        })
    }
    return tree
  }
}
