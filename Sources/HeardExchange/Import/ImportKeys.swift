import HeardModel

/// By what a row is known again: its own number or code, else date, country and title.
///
/// The key is made of the words as they stand in the file, so that what was corrected here does not
/// change it. A column that only numbers the rows is no key: next year's sheet has the same.
struct ImportKeys {
  private var keys: [String] = []
  private var twins: [Int: Int] = [:]

  init(_ table: SheetTable, _ places: [EventImportField: Int]) {
    let reference = places[.reference].flatMap { place in
      Self.identifies(table.rows.map { $0.cell(place) ?? "" }) ? place : nil
    }
    let others = [EventImportField.start, .time, .country, .place, .title].compactMap { places[$0] }
    var seen: [String: (count: Int, line: Int)] = [:]
    for (index, row) in table.rows.enumerated() {
      let base = Self.base(row, reference, others)
      let before = seen[base]
      if let before { twins[index] = before.line }
      let count = (before?.count ?? 0) + 1
      seen[base] = (count, before?.line ?? row.line)
      keys.append("k-\(SheetCell.digest("\(base)\u{1F}\(count)".utf8))")
    }
  }

  /// The key of a row.
  func key(of index: Int) -> String { keys[index] }

  /// The line of the first row with the same words in the key.
  func twin(of index: Int) -> Int? { twins[index] }

  private static func base(_ row: SheetRow, _ reference: Int?, _ others: [Int]) -> String {
    if let reference, let text = row.cell(reference) { return "ref\u{1F}\(SheetCell.folded(text))" }
    let words = others.map { row.cell($0).map(SheetCell.folded) ?? "" }
    let isEmpty = words.allSatisfy(\.isEmpty)
    return (isEmpty ? row.cells.map(SheetCell.folded) : words).joined(separator: "\u{1F}")
  }

  /// Whether a column tells rows from each other, over more than one file.
  private static func identifies(_ texts: [String]) -> Bool {
    let full = texts.filter { !$0.isEmpty }
    let isNumbering = full.allSatisfy { Int($0).map { $0 < 10_000 } ?? false }
    return !full.isEmpty && !isNumbering && Set(full.map(SheetCell.folded)).count == full.count
  }
}

/// The events that are there already, found by key and by likeness.
struct EventsThere {
  private var byKey: [String: Event] = [:]
  private var byDay: [String: [Event]] = [:]

  init(_ programme: Programme) {
    for event in programme.events.values where !programme.erased.contains(event.id.text) {
      if !event.provenance.importKey.isEmpty { byKey[event.provenance.importKey] = event }
      // The row of an event that turned out to be this one is here, too.
      for merged in event.mergedFrom where !merged.importKey.isEmpty {
        byKey[merged.importKey] = event
      }
      if let start = event.start { byDay[start.dayText, default: []].append(event) }
    }
  }

  func event(key: String) -> Event? { byKey[key] }

  /// An event of the same day and country with much the same title.
  func like(_ event: Event) -> Event? {
    guard let start = event.start else { return nil }
    let near = (byDay[start.dayText] ?? []).filter {
      $0.country == event.country || $0.country == nil || event.country == nil
    }
    return near.sorted { $0.id < $1.id }.first { Self.areAlike($0.title, event.title) }
  }

  /// Whether titles share half of their words, or one stands in the other.
  private static func areAlike(_ a: String, _ b: String) -> Bool {
    let (first, second) = (SheetCell.folded(a), SheetCell.folded(b))
    if first.isEmpty || second.isEmpty { return first == second }
    if first.contains(second) || second.contains(first) { return true }
    let words = (Set(SheetCell.tokens(a)), Set(SheetCell.tokens(b)))
    let shared = words.0.intersection(words.1).count
    return shared * 2 >= min(words.0.count, words.1.count) && shared > 1
  }
}
