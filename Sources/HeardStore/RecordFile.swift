import HeardModel
import StrictJSON

/// The edits of a change that belong into one file.
struct RecordFile {
  let subfolder: Subfolder?
  let name: String
  private(set) var edits: [Edit] = []

  var path: String { subfolder.map { "\($0.rawValue)/\(name)" } ?? name }

  /// The files of a change, each once, in the order in which the change names them.
  static func groups(of change: Change) throws(StoreError) -> [RecordFile] {
    var groups: [RecordFile] = []
    for edit in change.edits {
      let file = RecordFile(edit.key)
      guard Identifier<Event>(stored: stem(file.name)) != nil else {
        throw .badID(edit.key.recordID)
      }
      if let place = groups.firstIndex(where: { $0.path == file.path }) {
        groups[place].edits.append(edit)
      } else {
        groups.append(file)
        groups[groups.count - 1].edits.append(edit)
      }
    }
    return groups
  }

  private init(_ key: RecordKey) {
    switch key {
    case .settings: (subfolder, name) = (nil, "heard.json")
    case .event(let id): (subfolder, name) = (.events, "\(id.text).json")
    case .testimony(_, let event): (subfolder, name) = (.testimonies, "\(event.text).json")
    case .action(let id): (subfolder, name) = (.actions, "\(id.text).json")
    case .organisation: (subfolder, name) = (nil, "partners.json")
    case .staff: (subfolder, name) = (nil, "team.json")
    }
  }

  /// The file's tree as it was and as it is to be, holding only the records of the change.
  func trees() throws(StoreError) -> (base: JSONValue?, ours: JSONValue?) {
    (tree(edits.compactMap(\.before)), tree(edits.compactMap(\.after)))
  }

  private func tree(_ records: [Record]) -> JSONValue? {
    switch edits.first?.key {
    case .testimony(_, let event):
      var file = EventTestimonies()
      file.id = event
      for case .testimony(let testimony) in records { file.testimonies.append(testimony) }
      return TreeWriter.tree(file)
    case .organisation:
      var file = Organisations()
      for case .organisation(let it) in records { file.organisations.append(it) }
      return TreeWriter.tree(file)
    case .staff:
      var file = Team()
      for case .staff(let member) in records { file.members.append(member) }
      return TreeWriter.tree(file)
    default:
      return records.first.map(\.tree)
    }
  }

  /// The records that a file's bytes hold.
  func records(from bytes: [UInt8]) throws(FileFault) -> [RecordKey: Record] {
    var records: [Record] = []
    switch edits.first?.key {
    case .testimony:
      let file: EventTestimonies = try decode(bytes, file: path)
      try checkName(file.recordID, file: path)
      for var testimony in file.testimonies {
        testimony.event = file.id
        records.append(.testimony(testimony))
      }
    case .organisation:
      let file: Organisations = try decode(bytes, file: path)
      records = file.organisations.map(Record.organisation)
    case .staff:
      let file: Team = try decode(bytes, file: path)
      records = file.members.map(Record.staff)
    case .event:
      let event: Event = try decode(bytes, file: path)
      try checkName(event.recordID, file: path)
      records = [.event(event)]
    case .action:
      let action: FollowUpAction = try decode(bytes, file: path)
      try checkName(action.recordID, file: path)
      records = [.action(action)]
    case .settings:
      records = [.settings(try decode(bytes, file: path))]
    case nil: break
    }
    return Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
  }

  /// Which members of each record the change touches, by their names only.
  func changedFields() -> [RecordKey: Set<String>] {
    var fields: [RecordKey: Set<String>] = [:]
    for edit in edits {
      fields[edit.key] = changedMembers(edit.before?.tree, edit.after?.tree)
    }
    return fields
  }
}

extension Record {
  var tree: JSONValue {
    switch self {
    case .settings(let it): TreeWriter.tree(it)
    case .event(let it): TreeWriter.tree(it)
    case .testimony(let it): TreeWriter.tree(it)
    case .action(let it): TreeWriter.tree(it)
    case .organisation(let it): TreeWriter.tree(it)
    case .staff(let it): TreeWriter.tree(it)
    }
  }

  /// How many fields wait for a person to choose between two values.
  var conflicts: Int {
    switch self {
    case .event(let it): it.conflicts.count
    case .testimony(let it): it.conflicts.count
    case .action(let it): it.conflicts.count
    case .settings, .organisation, .staff: 0
    }
  }
}

private func changedMembers(_ before: JSONValue?, _ after: JSONValue?) -> Set<String> {
  var old: [String: JSONValue] = [:]
  var new: [String: JSONValue] = [:]
  if case .object(let members)? = before { old = members }
  if case .object(let members)? = after { new = members }
  return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
}
