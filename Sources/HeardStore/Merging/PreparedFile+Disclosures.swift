import HeardModel
import StrictJSON

extension PreparedFile {
  /// The tree of a file without the words of disclosures, its records then, and the disclosures as
  /// they were told.
  ///
  /// Only of records that are being saved, or of all where a copy is merged. What a newer version put
  /// beside the words goes with them.
  static func withoutDisclosures(
    _ settled: (tree: JSONValue?, records: [RecordKey: Record]), _ file: RecordFile,
    _ day: CalendarDay
  ) throws(StoreError) -> (
    tree: JSONValue?, records: [RecordKey: Record], told: [Testimony]
  ) {
    let touched = Set(file.edits.map(\.key))
    var told: [String: Testimony] = [:]
    for (key, record) in settled.records where touched.isEmpty || touched.contains(key) {
      if case .testimony(let it) = record, it.tellsDisclosure { told[it.id.text] = it }
    }
    guard !told.isEmpty, let tree = settled.tree else {
      return (settled.tree, settled.records, [])
    }
    let rest = file.mapRecords(tree) { record in
      guard let id = record.recordID, let it = told[id] else { return record }
      return TreeWriter.tree(it.leftBehind())
    }
    let (left, records) = try Self.settled(rest, file, day)
    return (left, records, told.values.sorted { $0.id < $1.id })
  }
}
