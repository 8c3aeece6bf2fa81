import HeardModel
import StrictJSON

/// The marks of what was refused or withdrawn, as they stand in the folder.
struct MarkFolder {
  private let folder: Folder
  /// The consents that have one: most have none, and no file is opened for those.
  let names: Set<String>

  /// - Throws: `StoreError` where nobody can tell which marks there are.
  init(_ folder: Folder) throws(StoreError) {
    self.folder = folder
    names = Set(try folder.inside(.withdrawn)?.names().filter(isRecordFile).map(stem) ?? [])
  }

  /// The marks of some consents.
  ///
  /// - Throws: `StoreError.unreadable` for one that cannot be read: what it closes is not known, so
  ///   nothing that it may close is written.
  func marks(of consents: [Consent]) throws(StoreError) -> [ConsentID: WithdrawalMark] {
    var marks: [ConsentID: WithdrawalMark] = [:]
    for id in consents.map(\.id) where marks[id] == nil && names.contains(id.text) {
      marks[id] = try mark(id)
    }
    return marks
  }

  /// The same where nothing is written: one that cannot be read closes all that it may.
  func closing(_ consents: [Consent]) -> [ConsentID: WithdrawalMark] {
    var marks: [ConsentID: WithdrawalMark] = [:]
    for id in consents.map(\.id) where marks[id] == nil && names.contains(id.text) {
      marks[id] = ((try? mark(id)) ?? nil) ?? .unread(id)
    }
    return marks
  }

  /// All that can be read.
  func all() -> [ConsentID: WithdrawalMark] {
    var marks: [ConsentID: WithdrawalMark] = [:]
    for name in names {
      guard let id = ConsentID(stored: name) else { continue }
      marks[id] = (try? mark(id)) ?? nil
    }
    return marks
  }

  private func mark(_ id: ConsentID) throws(StoreError) -> WithdrawalMark? {
    let path = FilePlace.withdrawn.path(id.text)
    guard let inside = try folder.inside(.withdrawn) else { return nil }
    do throws(FileFault) {
      guard let bytes = try inside.read("\(id.text).json") else { return nil }
      return try decode(bytes, file: path)
    } catch {
      var fault = error
      fault.file = path
      throw .unreadable(fault)
    }
  }

  /// Puts marks beside records in which something is refused or withdrawn.
  ///
  /// They are on disk before the records are: a power cut leaves a record closed, never open.
  ///
  /// - Returns: the consents whose marks were written.
  /// - Throws: `StoreError`; the records are not to be written then.
  @discardableResult
  func note(_ records: [Record], _ rights: Rights) throws(StoreError) -> [String] {
    var written: [String] = []
    let own = rights.of(.withdrawn)
    for consent in records.flatMap(\.consents) {
      guard let new = WithdrawalMark(consent) else { continue }
      let known = names.contains(consent.id.text) ? try mark(consent.id) : nil
      let joined = known?.joined(new) ?? new
      if joined == known { continue }
      let inside = try folder.makeInside(FilePlace.withdrawn.folder ?? "", mode: own.folder)
      let tree = TreeWriter.tree(joined)
      try inside.replace("\(consent.id.text).json", with: tree.canonicalBytes(), mode: own.file)
      written.append(consent.id.text)
    }
    return written
  }
}

extension ProgrammeStore {
  /// Puts marks beside records that are about to be written; a window is not told of its own.
  func noteMarks(of records: [Record], _ rights: Rights) throws(StoreError) {
    for id in try MarkFolder(folder).note(records, rights) {
      let inside = (try? folder.inside(.withdrawn)) ?? nil
      noteOwn(FilePlace.withdrawn.path(id), inside?.status("\(id).json"))
    }
  }
}

extension JSONValue {
  /// The tree with what marks say and its consents lack, as `Consent.joined(with:)` does it.
  func joined(with marks: [ConsentID: WithdrawalMark]) -> JSONValue {
    if marks.isEmpty { return self }
    switch self {
    case .array(let elements): return .array(elements.map { $0.joined(with: marks) })
    case .object(var members):
      if members["naming"] != nil, let id = recordID.flatMap(ConsentID.init(stored:)),
        let mark = marks[id]
      {
        let marked = mark.entries.filter(\.state.closes)
        let byID = Dictionary(marked.map { ($0.id.stored, $0) }) { first, _ in first }
        let entries = (members["entries"]?.elements ?? []).map { entry -> JSONValue in
          guard let answer = entry.recordID.flatMap({ byID[$0] }) else { return entry }
          let state = entry["state"]?.text.flatMap(ConsentState.init(stored:))
          if state?.closes ?? false { return entry }
          return TreeWriter.tree(answer.entry, blanks: .containers)
        }
        let known = Set(entries.compactMap(\.recordID))
        let lacking = marked.filter { !known.contains($0.id.stored) }
        members["entries"] = .array(
          entries + lacking.map { TreeWriter.tree($0.entry, blanks: .containers) })
        return .object(members)
      }
      return .object(members.mapValues { $0.joined(with: marks) })
    default: return self
    }
  }

  /// The tree with every testimony emptied and every person's traits out that marks close.
  ///
  /// What a newer version put beside the words goes with them.
  func closed(by marks: [ConsentID: WithdrawalMark]) -> JSONValue {
    if marks.isEmpty { return self }
    switch self {
    case .array(let elements): return .array(elements.map { $0.closed(by: marks) })
    case .object(var members):
      let consent = members["consent"]?.recordID.flatMap(ConsentID.init(stored:))
      guard let mark = consent.flatMap({ marks[$0] }) else {
        return .object(members.mapValues { $0.closed(by: marks) })
      }
      members["consent"] = members["consent"]?.joined(with: marks)
      // A testimony, or somebody's part in an event: only the second has a status.
      if members["status"] == nil {
        return mark.closesRecord ? emptied(members) : .object(members)
      }
      // Not where the person agreed again afterwards, with evidence: the mark knows only the no.
      let joined: Consent? = members["consent"].flatMap {
        try? decode($0.canonicalBytes(), file: "")
      }
      let isMarked = mark.entries.contains { $0.purpose == .count }
      let state = joined?.state(of: .count, on: CalendarDay(dayNumber: .max))
      if isMarked && state?.closes ?? true {
        members["communities"] = nil
        members["ageBand"] = nil
      }
      return .object(members)
    default: return self
    }
  }
}

/// What stays of a testimony's tree once keeping it is refused or withdrawn.
private func emptied(_ members: [String: JSONValue]) -> JSONValue {
  let tree = JSONValue.object(members)
  if let testimony: Testimony = try? decode(tree.canonicalBytes(), file: "") {
    return TreeWriter.tree(testimony.emptied())
  }
  // Nobody can tell what is what in it: only what says that it was closed.
  let kept: Set<String> = ["id", "consent", "language", "takenAt", "takenBy"]
  return .object(members.filter { kept.contains($0.key) })
}
