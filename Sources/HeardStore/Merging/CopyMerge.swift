import HeardModel
import StrictJSON

/// A copy and its record merged, before anything is written.
struct CopyMerge {
  /// What is to stand in the record's file; nil when it stands there already.
  let result: [UInt8]?
  /// What may be kept of the copy.
  let kept: [UInt8]
  /// How many conflicts are new.
  let newConflicts: Int
  /// The names of the members that differ, by the record's id.
  let changed: [(record: String, fields: [String])]
  /// Disclosures that stood in one of them.
  let told: [Testimony]
  /// The records as they are after it.
  let records: [Record]
  /// What of it may not be kept.
  let closed: Set<String>

  /// Merges a copy's bytes with those of the record's file, if it is there.
  init(
    _ file: RecordFile, copy: [UInt8], original: [UInt8]?, _ erased: Set<String>,
    _ marks: MarkFolder, _ day: CalendarDay
  ) throws(StoreError) {
    if file.place == .programme, let newer = newerFormat(copy) { throw newer }
    var theirs = try Self.filled(copy, file, marks)
    let ours = try original.map { (bytes) throws(StoreError) in
      try Self.filled(bytes, file, marks)
    }
    // A copy from before an upgrade does not take it back.
    if file.place == .programme, let format = ours?["format"] { theirs["format"] = format }
    let raw = original.flatMap { try? JSONValue($0) }
    let merged = TreeMerge.merge(
      base: nil, ours: ours.map { $0.closed(beside: theirs) },
      theirs: ours.map { theirs.closed(beside: $0) } ?? theirs, rules: .ofFormat
    ).tree.map { tree in
      file.mapRecords(tree.removing(erased: erased)) {
        $0.closingConflicts().liftingConflicts()
      }
    }
    let (tree, records, told) = try PreparedFile.withoutDisclosures(
      try PreparedFile.settled(merged, file, day), file, day)
    self.told = told
    result = tree == raw ? nil : tree?.canonicalBytes()
    let (before, after) = (file.records(in: raw), file.records(in: tree))
    newConflicts = after.reduce(0) { count, record in
      count + record.value.conflictIDs.subtracting(before[record.key]?.conflictIDs ?? []).count
    }
    let most = PreparedFile.mostConflicts
    if newConflicts > 0, let full = after.first(where: { $0.value.conflictIDs.count > most }) {
      throw .tooManyConflicts(id: full.key, limit: most)
    }
    changed = after.keys.sorted().compactMap { id in
      let (was, now) = (before[id]?.members ?? [:], after[id]?.members ?? [:])
      let fields = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }
      return fields.isEmpty ? nil : (id, fields.sorted())
    }
    self.records = Array(records.values)
    closed = records.values.reduce(into: []) { $0.formUnion($1.closedIDs(on: day)) }
    kept = try Self.without(closed.union(erased), copy, file)
  }

  private static func filled(
    _ bytes: [UInt8], _ file: RecordFile, _ marks: MarkFolder
  ) throws(StoreError) -> JSONValue {
    let content: FileContent
    let tree: JSONValue
    do throws(FileFault) {
      content = try file.content(bytes)
      tree = try jsonTree(bytes, file: file.path)
    } catch { throw .unreadable(error) }
    return tree.stripped(content.fullest, content.lean).filled(from: content.full)
      .joined(with: try marks.marks(of: content.records.values.flatMap(\.consents)))
  }

  private static func without(
    _ ids: Set<String>, _ bytes: [UInt8], _ file: RecordFile
  ) throws(StoreError) -> [UInt8] {
    do throws(FileFault) {
      let tree = try jsonTree(bytes, file: file.path)
      let rest = tree.removing(erased: ids)
      return rest == tree ? bytes : rest.canonicalBytes()
    } catch { throw .unreadable(error) }
  }
}

extension JSONValue {
  /// The tree without what would open something that the same record elsewhere has closed.
  ///
  /// Without knowing what both began with, nobody knows whether it was opened in one or closed in
  /// the other.
  func closed(beside other: JSONValue) -> JSONValue {
    switch (self, other) {
    case (.object(let mine), .object(let others)):
      let isConsent = mine["entries"] != nil && mine["naming"] != nil
      var kept: [String: JSONValue] = [:]
      for (name, value) in mine {
        let beside = others[name]
        if Self.opening.contains(name), beside != value { continue }
        if isConsent, Self.narrowing.contains(name), let elements = value.elements {
          kept[name] = .array(elements.filter { beside?.elements?.contains($0) ?? false })
        } else {
          kept[name] = beside.map { value.closed(beside: $0) } ?? value
        }
      }
      return .object(kept)
    case (.array(let mine), .array(let others)):
      let byID = Dictionary(others.compactMap { it in it.recordID.map { ($0, it) } }) { $1 }
      return .array(
        mine.map { element in
          element.recordID.flatMap { byID[$0] }.map { element.closed(beside: $0) } ?? element
        })
    default: return self
    }
  }

  /// Flags that let something out, or more people in.
  private static let opening: Set<String> = [
    "sharedByGroup", "coversTranslations", "assent", "reviewed",
  ]
  /// Lists of a consent in which every entry lets one thing more be told.
  private static let narrowing: Set<String> = ["attributes", "communities"]
}
