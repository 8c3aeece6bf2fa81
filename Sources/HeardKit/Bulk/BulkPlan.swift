import HeardModel

/// What becomes of several records when one field of them is changed: nothing is changed yet.
struct BulkPlan<Subject: BulkRecord>: Sendable {
  /// What becomes of one record.
  enum Fate: Hashable, Sendable {
    case changes(Subject)
    case same
    case refused(BulkRefusal)
  }

  /// One record with what becomes of it.
  struct Row: Sendable {
    let before: Subject
    var fate: Fate

    // Those that change come first, then those that cannot.
    fileprivate var rank: Int {
      switch fate {
      case .changes: 0
      case .refused: 1
      case .same: 2
      }
    }
  }

  let field: BulkField<Subject>
  private(set) var rows: [Row]

  /// What a value makes of the records that are there.
  init(
    _ ids: [Identifier<Subject>], _ field: BulkField<Subject>, _ sheet: BulkSheet<Subject>,
    _ desk: Desk
  ) {
    self.field = field
    rows = ids.compactMap { Subject.stored($0, in: desk.programme) }.map { before in
      Row(before: before, fate: Self.fate(of: before, field, sheet, desk))
    }
    rows = rows.enumerated().sorted { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) }.map(\.1)
  }

  private static func fate(
    of before: Subject, _ field: BulkField<Subject>, _ sheet: BulkSheet<Subject>, _ desk: Desk
  ) -> Fate {
    if desk.fault(of: before.record.key) != nil { return .refused(.unreadable) }
    if let refusal = before.closed(desk) { return .refused(refusal) }
    var after = before
    if let refusal = field.put(sheet, &after, desk) { return .refused(refusal) }
    if after == before { return .same }
    if let lock = lock(before, after, desk) { return .refused(.locked(lock)) }
    // What was broken before is no reason to leave another field as it is.
    let old = before.broken(desk).map(\.field)
    if let new = after.broken(desk).first(where: { !old.contains($0.field) }) {
      return .refused(.problem(new.problem))
    }
    return .changes(after)
  }

  /// The lock of a quarter that stands against a change.
  private static func lock(_ before: Subject, _ after: Subject, _ desk: Desk) -> QuarterLock? {
    Edit(before: before.record, after: after.record)
      .flatMap { desk.programme.lock(against: $0, on: desk.today) }
  }

  /// Looks again: a record that was changed or locked by somebody else meanwhile is left as it is.
  mutating func refresh(_ desk: Desk) {
    for place in rows.indices {
      let before = rows[place].before
      guard case .changes(let after) = rows[place].fate else { continue }
      if Subject.stored(before.id, in: desk.programme) != before {
        rows[place].fate = .refused(.moved)
      } else if let lock = Self.lock(before, after, desk) {
        rows[place].fate = .refused(.locked(lock))
      }
    }
  }

  /// Which records cannot change, by the reason; the first reasons first.
  var leftOut: [(refusal: BulkRefusal, records: [Subject])] {
    var found: [(refusal: BulkRefusal, records: [Subject])] = []
    for row in rows {
      guard case .refused(let refusal) = row.fate else { continue }
      if let place = found.firstIndex(where: { $0.refusal == refusal }) {
        found[place].records.append(row.before)
      } else {
        found.append((refusal, [row.before]))
      }
    }
    return found
  }

  /// Whether only a reason keeps some of them as they are.
  var lacksReason: Bool {
    rows.contains { $0.fate == .refused(.problem(.reasonMissing)) }
  }

  var changed: Int { rows.count { $0.rank == 0 } }
  var refused: Int { rows.count { $0.rank == 1 } }
  var same: Int { rows.count { $0.rank == 2 } }

  /// All of it as one change; nil where nothing changes.
  func change(_ desk: Desk) -> Change? {
    let edits = rows.compactMap { row -> Edit? in
      guard case .changes(let after) = row.fate else { return nil }
      return Edit(before: row.before.record, after: after.record)
    }
    guard let only = rows.first, !edits.isEmpty else { return nil }
    let kind = Subject.recordKind
    if edits.count > 1 { return Change(.several(kind: kind, count: edits.count), edits) }
    let title = only.before.name(desk)
    let isStatus = field.id == "status" || field.id == "stage"
    return Change(
      isStatus ? .status(kind: kind, title: title) : .edited(kind: kind, title: title), edits)
  }

  /// How many events would tell more than before; to be asked first.
  var widened: Int {
    let order = Confidentiality.allCases
    return rows.count { row in
      guard case .changes(let after) = row.fate, case .event(let before) = row.before.record,
        case .event(let after) = after.record,
        let old = order.firstIndex(of: before.confidentialityOrClosed),
        let new = order.firstIndex(of: after.confidentialityOrClosed)
      else { return false }
      return new < old
    }
  }
}
