import HeardModel
import StrictJSON

/// The edits of a change that belong into one file.
struct RecordFile {
  /// The place to which the file belongs; nil for a stranger in the folder itself.
  let place: FilePlace?
  let name: String
  private(set) var edits: [Edit] = []

  /// The file inside the programme folder, as `events/ID.json`.
  var path: String { place?.folder.map { "\($0)/\(name)" } ?? name }

  /// The files of a change, each once, in the order in which the change names them.
  ///
  /// - Throws: `StoreError.badID` for an id of which no record may be made.
  static func groups(of change: Change) throws(StoreError) -> [RecordFile] {
    var groups: [RecordFile] = []
    var places: [String: Int] = [:]
    for edit in change.edits {
      let file = RecordFile(edit.key)
      for id in [stem(file.name), edit.key.recordID]
      where Identifier<Event>(stored: id) == nil
        && ApprovalPeriod(stored: id) == nil
      {
        throw .badID(id)
      }
      let path = file.path
      let place = places[path] ?? groups.count
      if place == groups.count {
        places[path] = place
        groups.append(file)
      }
      groups[place].edits.append(edit)
    }
    return groups
  }

  private init(_ key: RecordKey) { self.init(path: key.file) }

  /// A file inside the programme folder, without edits.
  init(path: String) {
    place = FilePlace(path: path)
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The same file with other edits.
  func with(_ edits: [Edit]) -> RecordFile {
    var file = self
    file.edits = edits
    return file
  }

  /// Whether the file is one record and nothing else.
  var holdsOneRecord: Bool { list == nil }

  /// The member that holds the file's records; nil where the file is one record.
  private var list: String? { place?.row.list }
}

/// What a file's bytes hold, as records and as the trees that the model makes of it.
struct FileContent {
  /// The records.
  var records: [RecordKey: Record]
  // A tree is made where it is asked for: of a large file each takes its time.
  private let tree: (TreeWriter.Blanks) -> JSONValue

  /// The members that this version knows, as a file holds them.
  var lean: JSONValue { tree(.none) }
  /// The same with empty lists and blank objects.
  var full: JSONValue { tree(.containers) }
  /// The same with everything that is blank.
  var fullest: JSONValue { tree(.all) }

  init<T: Stored>(_ value: T, _ records: [Record]) {
    self.records = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
    tree = { TreeWriter.tree(value, blanks: $0) }
  }
}

extension RecordFile {
  /// Reads a file's bytes.
  ///
  /// - Throws: `FileFault` for the first thing in it that does not fit.
  func content(_ bytes: [UInt8]) throws(FileFault) -> FileContent {
    switch place {
    case .testimonies:
      let file: EventTestimonies = try named(bytes)
      return FileContent(
        file,
        file.testimonies.map { testimony in
          var testimony = testimony
          testimony.event = file.id
          return .testimony(testimony)
        })
    case .events:
      let event: Event = try named(bytes)
      return FileContent(event, [.event(event)])
    case .actions:
      let action: FollowUpAction = try named(bytes)
      return FileContent(action, [.action(action)])
    case .approvals:
      let approval = try decodeApproval(bytes, file: path)
      return FileContent(approval, [.approval(approval)])
    case .notices: return FileContent(try named(bytes) as Notice, [])
    case .guides: return FileContent(try named(bytes) as Guide, [])
    case .mappings: return FileContent(try named(bytes) as ImportMapping, [])
    case .facts:
      let fact: ProgrammeFact = try named(bytes)
      return FileContent(fact, [.fact(fact)])
    case .releases:
      let release: Release = try named(bytes)
      return FileContent(release, [.release(release)])
    case .withdrawn: return FileContent(try named(bytes) as WithdrawalMark, [])
    case .profiles: return FileContent(try decode(bytes, file: path) as CountryProfile, [])
    case .taxonomies: return FileContent(try decode(bytes, file: path) as Taxonomy, [])
    case .partners:
      let file: Organisations = try decode(bytes, file: path)
      return FileContent(file, file.organisations.map(Record.organisation))
    case .team:
      let file: Team = try decode(bytes, file: path)
      return FileContent(file, file.members.map(Record.staff))
    case .views:
      let file: SavedViews = try decode(bytes, file: path)
      return FileContent(file, file.views.map(Record.view))
    case .plan: return FileContent(try decode(bytes, file: path) as Plan, [])
    case .baselines: return FileContent(try decode(bytes, file: path) as Baselines, [])
    case .programme:
      let settings: ProgrammeSettings = try decode(bytes, file: path)
      return FileContent(settings, [.settings(settings)])
    // Private, of one value a line, or no file of the programme folder.
    case .identities, .safeguarding, .register, .erased, .history, .drafts, .journal, .undo,
      .earlier, .removed, .editing, .recent, .device, .seen, .tour, .samples, .settings, nil:
      throw FileFault(file: path, kind: .stranger)
    }
  }

  /// Reads a record whose id is the file's name.
  private func named<T: StoredRecord>(_ bytes: [UInt8]) throws(FileFault) -> T {
    let record: T = try decode(bytes, file: path)
    try checkName(record.recordID, file: path)
    return record
  }

  /// The file's tree before and after the change, beside the tree that stands on disk.
  ///
  /// Records of the file that the change does not touch are in both as they stand on disk.
  func trees(beside theirs: JSONValue?) -> (base: JSONValue?, ours: JSONValue?) {
    guard let list else {
      return (edits.first?.before?.fullTree, edits.first?.after?.fullTree)
    }
    let others = theirs?[list]?.elements ?? []
    let isNew = theirs == nil
    return (
      tree(list, others, isNew: isNew, \.before), tree(list, others, isNew: isNew, \.after)
    )
  }

  private func tree(
    _ list: String, _ others: [JSONValue], isNew: Bool, _ side: (Edit) -> Record?
  ) -> JSONValue? {
    var waiting: [String: JSONValue] = [:]
    for edit in edits { waiting[edit.key.recordID] = side(edit)?.fullTree }
    let touched = Set(edits.map(\.key.recordID))
    var records: [JSONValue] = []
    for other in others {
      guard let id = other.recordID, touched.contains(id) else {
        records.append(other)
        continue
      }
      if let own = waiting.removeValue(forKey: id) { records.append(own) }
    }
    records += edits.compactMap { waiting[$0.key.recordID] }
    if isNew && records.isEmpty { return nil }
    guard place == .testimonies else { return .object([list: .array(records)]) }
    return .object(["id": .string(stem(name)), list: .array(records)])
  }

  /// The file's tree with something done to each of its records.
  func mapRecords(_ tree: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard let list else { return change(tree) }
    guard let records = tree[list]?.elements else { return tree }
    var tree = tree
    tree[list] = .array(records.map(change))
    return tree
  }

  /// The trees of all records in the file's, by their ids.
  func records(in tree: JSONValue?) -> [String: JSONValue] {
    guard let list else { return tree.map { [stem(name): $0] } ?? [:] }
    let records = tree?[list]?.elements ?? []
    return Dictionary(records.map { ($0.recordID ?? "", $0) }) { first, _ in first }
  }

  /// The tree of one record in the file's; nil where there is none.
  func record(_ key: RecordKey, in tree: JSONValue?) -> JSONValue? {
    guard let list else { return tree }
    return tree?[list]?.elements?.first { $0.recordID == key.recordID }
  }
}

extension Edit {
  /// Which members of the record the edit touches, by their names only.
  var changedMembers: Set<String> {
    let old = before?.tree.members ?? [:]
    let new = after?.tree.members ?? [:]
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }
}

extension Record {
  /// The record as a file holds it.
  var tree: JSONValue { tree(.none) }

  /// The record as a merge needs it.
  var fullTree: JSONValue { tree(.containers) }

  private func tree(_ blanks: TreeWriter.Blanks) -> JSONValue {
    switch self {
    case .settings(let it): TreeWriter.tree(it, blanks: blanks)
    case .event(let it): TreeWriter.tree(it, blanks: blanks)
    case .testimony(let it): TreeWriter.tree(it, blanks: blanks)
    case .action(let it): TreeWriter.tree(it, blanks: blanks)
    case .organisation(let it): TreeWriter.tree(it, blanks: blanks)
    case .staff(let it): TreeWriter.tree(it, blanks: blanks)
    case .approval(let it): TreeWriter.tree(it, blanks: blanks)
    case .view(let it): TreeWriter.tree(it, blanks: blanks)
    case .fact(let it): TreeWriter.tree(it, blanks: blanks)
    case .release(let it): TreeWriter.tree(it, blanks: blanks)
    }
  }
}
