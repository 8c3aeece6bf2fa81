import Glibc
import HeardModel
import StrictJSON

// Disclosures: what was told in need of protection, on this machine alone until the lead has it.
extension ProgrammeStore {
  /// The disclosures of this machine without anything that was told, the oldest first.
  ///
  /// Of one that cannot be read only the id is known; it is there all the same.
  public func disclosures() -> [Disclosure] {
    guard let inside = (try? folder.inside(.safeguarding)) ?? nil else { return [] }
    let erased = (try? erasedIDs()) ?? []
    let found = ((try? inside.names()) ?? []).filter(isRecordFile).compactMap { name in
      TestimonyID(stored: stem(name))
    }
    return found.filter { !erased.contains($0.text) }.map { id in
      var known = Disclosure()
      known.id = id
      if let read = (try? disclosure(id)) ?? nil { known = read.withoutWords() }
      return known
    }.sorted { a, b in
      let (first, second) = (a.at?.seconds ?? 0, b.at?.seconds ?? 0)
      return first != second ? first < second : a.id < b.id
    }
  }

  /// One disclosure with all that was told; nil where this machine has none of this id.
  ///
  /// - Throws: `StoreError.unreadable` for a file that cannot be understood.
  public func disclosure(_ id: TestimonyID) throws(StoreError) -> Disclosure? {
    guard let inside = try folder.inside(.safeguarding) else { return nil }
    let path = FilePlace.safeguarding.path(id.text)
    do throws(FileFault) {
      guard let bytes = try inside.read("\(id.text).json") else { return nil }
      return try decode(bytes, file: path)
    } catch {
      var fault = error
      fault.file = path
      throw .unreadable(fault)
    }
  }

  /// Notes that a disclosure was handed over, to whom and how; it is not received by that.
  ///
  /// - Throws: `StoreError`; nothing is noted then.
  public func noteHandedOver(
    _ id: TestimonyID, to lead: String, how: String, at moment: Moment,
    settings: ProgrammeSettings
  ) throws(StoreError) {
    try change(id, settings) { disclosure in
      disclosure.handedOverAt = moment
      (disclosure.handedOverTo, disclosure.handedOverHow) = (lead, how)
    }
  }

  /// Notes the number that the lead gave as a receipt: from now on the days run after which the
  /// disclosure is removed.
  ///
  /// - Throws: `StoreError`; nothing is noted then.
  public func noteReceipt(
    _ number: String, of id: TestimonyID, at moment: Moment, settings: ProgrammeSettings
  ) throws(StoreError) {
    try change(id, settings) { disclosure in
      (disclosure.receipt, disclosure.receivedAt) = (number, moment)
      if disclosure.handedOverAt == nil { disclosure.handedOverAt = moment }
    }
  }

  /// Removes the disclosures whose receipt was noted so long ago as the programme keeps them.
  ///
  /// Where somebody else holds the folder, they go the next time.
  public func removeReceivedDisclosures(_ settings: ProgrammeSettings, on day: CalendarDay) {
    let due = disclosures().filter { it in it.removal(settings).map { $0 <= day } ?? false }
    if due.isEmpty { return }
    let lock = try? FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    guard lock != nil, let inside = (try? folder.inside(.safeguarding)) ?? nil else { return }
    for it in due { try? inside.remove("\(it.id.text).json") }
  }

  /// Keeps what testimonies tell that only the lead receives, beside what is kept of them already.
  ///
  /// - Throws: `StoreError`; the testimonies are not to be emptied then.
  func keep(told testimonies: [Testimony], _ rights: Rights) throws(StoreError) {
    for testimony in testimonies {
      let new = Disclosure(of: testimony)
      let known = try disclosure(testimony.id)
      let joined = known?.joined(with: new) ?? new
      if joined == known || (known == nil && joined.isEmpty) { continue }
      try keepUnversioned(rights)
      try keep(joined, rights)
    }
  }

  private func change(
    _ id: TestimonyID, _ settings: ProgrammeSettings, _ change: (inout Disclosure) -> Void
  ) throws(StoreError) {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    let rights = Rights(try settingsOnDisk() ?? settings)
    if try erasedIDs().contains(id.text) { throw .erased(id: id.text) }
    guard var known = try disclosure(id) else {
      let file = "\(self.path)/\(FilePlace.safeguarding.path(id.text))"
      throw .cannotRead(path: file, errno: ENOENT)
    }
    change(&known)
    try keep(known, rights)
  }

  private func keep(_ disclosure: Disclosure, _ rights: Rights) throws(StoreError) {
    let own = rights.of(.safeguarding)
    let inside = try folder.makeInside(FilePlace.safeguarding.folder ?? "", mode: own.folder)
    let file = "\(disclosure.id.text).json"
    let tree = try merged(
      disclosure, with: file, in: inside, path: FilePlace.safeguarding.path(disclosure.id.text))
    try inside.replace(file, with: tree.canonicalBytes(), mode: own.file)
  }
}
