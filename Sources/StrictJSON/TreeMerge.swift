/// The three-way merge of one record's trees: what we hold, what others wrote, what both knew.
///
/// - An object is merged member by member, a list of records by id, a list of texts as a set;
///   everything else is one value, and so are two objects with different ids.
/// - What one side left as it was takes the other side's value.
/// - An edit beats a deletion, without a conflict.
/// - Where both changed one value differently, ours stays, and both values enter the list
///   `conflicts` of the innermost record around it (an object with an id, else the root).
public struct TreeMerge {
  /// What became of both sides.
  public struct Result: Hashable, Sendable {
    /// The merged record; nil if it is gone.
    public var tree: JSONValue?
    /// What both sides changed differently, in an order that depends on the trees alone.
    public var conflicts: [Conflict]
  }

  /// One value that both sides changed differently.
  public struct Conflict: Hashable, Sendable {
    /// The id of the record that holds the entry; nil if that is a root without an id.
    public let record: String?
    /// The names that lead from that record to the value, joined by dots.
    public let path: String
    /// Our value, which stays in its place.
    public let kept: JSONValue
    /// Their value, which only the entry keeps.
    public let other: JSONValue

    /// The id of the entry, the same whichever side merges.
    public var id: String { conflictID(path: path, kept, other) }
  }

  /// Lists that are merged otherwise than others, by the names of their members.
  public struct Rules: Sendable {
    /// Records are only added to these: what one side took out stays.
    public let addedOnly: Set<String>
    /// The same, and the numbers in their records only grow: the larger of two is the later one.
    public let growing: Set<String>
    /// What a record is about and whether it closes that; nil where the order of its list says
    /// nothing.
    ///
    /// Nothing is taken out of a list of such records, and what two sides added at once
    /// about one matter stands so that what closes it comes last, whichever side merges.
    public let closing: @Sendable (JSONValue) -> (matter: String, closes: Bool)?

    /// Rules by the names of members; without any, all lists are alike.
    public init(
      addedOnly: Set<String> = [], growing: Set<String> = [],
      closing: @escaping @Sendable (JSONValue) -> (matter: String, closes: Bool)? = { _ in nil }
    ) {
      (self.addedOnly, self.growing, self.closing) = (addedOnly, growing, closing)
    }

    /// Whether all lists are alike.
    var isEmpty: Bool { addedOnly.isEmpty && growing.isEmpty }

    /// Whether a list is one of records that close something.
    func isOfAnswers(_ list: JSONValue?) -> Bool {
      list?.elements?.first.flatMap(closing) != nil
    }

    /// Whether nothing is taken out of a list of that name.
    func keepsAll(_ name: String) -> Bool { addedOnly.contains(name) || growing.contains(name) }
  }

  /// Merges what became of a record on two sides; nil means that a side has no such record.
  ///
  /// A conflict at a root that is no object is only told in the result: the tree has no place
  /// for it.
  public static func merge(
    base: JSONValue?, ours: JSONValue?, theirs: JSONValue?, rules: Rules = Rules()
  ) -> Result {
    var merge = TreeMerge(rules: rules)
    let outcome = merge.value(base, ours, theirs)
    var tree = outcome.value
    if case .object(let members) = tree {
      tree = .object(merge.enter(outcome.open, into: members))
    } else {
      merge.conflicts += outcome.open.map { $0.conflict(in: nil) }
    }
    return Result(tree: tree, conflicts: merge.conflicts)
  }

  private let rules: Rules
  private var conflicts: [Conflict] = []

  private init(rules: Rules) { self.rules = rules }
}

extension TreeMerge {
  /// A conflict on its way up to the record that will hold it.
  struct OpenConflict {
    var path: [String]
    let kept: JSONValue
    let other: JSONValue

    func conflict(in record: String?) -> Conflict {
      Conflict(record: record, path: path.joined(separator: "."), kept: kept, other: other)
    }

    func below(_ name: String) -> OpenConflict {
      OpenConflict(path: [name] + path, kept: kept, other: other)
    }
  }

  /// A merged value, and the conflicts in it that no record holds yet.
  struct Outcome {
    var value: JSONValue?
    var open: [OpenConflict] = []
  }

  /// What needs no merging: both sides agree, or one left it as it was.
  private func settled(
    _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?
  ) -> Outcome? {
    if ours == theirs || theirs == base { return Outcome(value: ours) }
    return ours == base ? Outcome(value: theirs) : nil
  }

  /// Whether a list of which nothing is taken out can lie in it: then also what only one side
  /// changed is looked through.
  private func mayHoldKept(_ ours: JSONValue?, _ theirs: JSONValue?) -> Bool {
    guard !rules.isEmpty, ours != theirs else { return false }
    switch (ours, theirs) {
    case (.object, .object): return !haveDifferentIDs(ours, theirs)
    case (.array(let mine), .array(let others)):
      return RecordLists([], mine, others) != nil
    default: return false
    }
  }

  private mutating func value(
    _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?
  ) -> Outcome {
    if let settled = settled(base, ours, theirs), !mayHoldKept(ours, theirs) { return settled }
    // Both changed it; where one deleted it, the other's edit stays.
    guard let ours, let theirs else { return Outcome(value: ours ?? theirs) }
    if case .object(let mine) = ours, case .object(let others) = theirs,
      !haveDifferentIDs(ours, theirs)
    {
      return object(base?.members ?? [:], mine, others)
    }
    if case .array(let mine) = ours, case .array(let others) = theirs,
      let list = array(base?.elements ?? [], mine, others)
    {
      return list
    }
    return Outcome(value: ours, open: [OpenConflict(path: [], kept: ours, other: theirs)])
  }

  /// Merges two lists if they can be merged; nil if they are one value each.
  private mutating func array(
    _ base: [JSONValue], _ ours: [JSONValue], _ theirs: [JSONValue]
  ) -> Outcome? {
    if let lists = RecordLists(base, ours, theirs) {
      return Outcome(value: .array(records(lists)))
    }
    guard base.allSatisfy(\.isText), ours.allSatisfy(\.isText), theirs.allSatisfy(\.isText) else {
      return nil
    }
    return Outcome(value: .array(mergedSet(base, ours, theirs)))
  }

  private mutating func object(
    _ base: [String: JSONValue], _ ours: [String: JSONValue], _ theirs: [String: JSONValue]
  ) -> Outcome {
    var members: [String: JSONValue] = [:]
    var open: [OpenConflict] = []
    let names = Set(ours.keys).union(theirs.keys).sorted(by: precedes)
    for name in names where name != conflictsName {
      let outcome =
        kept(name, base[name], ours[name], theirs[name])
        ?? value(base[name], ours[name], theirs[name])
      members[name] = outcome.value
      open += outcome.open.map { $0.below(name) }
    }
    members[conflictsName] = mergedConflicts(
      base[conflictsName], ours[conflictsName], theirs[conflictsName])
    guard case .string = members["id"] else {
      return Outcome(value: .object(members), open: open)
    }
    return Outcome(value: .object(enter(open, into: members)))
  }

  /// Merges lists of records by id; each record holds its own conflicts.
  private mutating func records(_ lists: RecordLists) -> [JSONValue] {
    var merged: [JSONValue?] = Array(repeating: nil, count: lists.ids.count)
    for number in merged.indices {
      let (our, their) = (lists.ours[number], lists.theirs[number])
      if our == nil && their == nil { continue }
      merged[number] = value(lists.base[number], our, their).value
    }
    return lists.inOrder(merged).compactMap { merged[$0] }
  }

  /// A list of which nothing is taken out; nil for every other value.
  private mutating func kept(
    _ name: String, _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?
  ) -> Outcome? {
    guard ours != theirs, rules.keepsAll(name) || rules.isOfAnswers(ours ?? theirs),
      let mine = list(ours), let others = list(theirs), let was = list(base),
      let lists = RecordLists(was, mine, others)
    else { return nil }
    let isGrowing = rules.growing.contains(name)
    var merged: [JSONValue?] = Array(repeating: nil, count: lists.ids.count)
    for number in merged.indices {
      guard let our = lists.ours[number], let their = lists.theirs[number] else {
        merged[number] = lists.ours[number] ?? lists.theirs[number]
        continue
      }
      let base = lists.base[number]
      merged[number] =
        isGrowing ? our.grown(with: their, since: base) : value(base, our, their).value
    }
    let order = closingLast(lists.inOrder(merged), merged, lists)
    return Outcome(value: .array(order.compactMap { merged[$0] }))
  }

  /// The elements of a list, none where there is no list; nil for a value that is none.
  private func list(_ value: JSONValue?) -> [JSONValue]? {
    guard let value else { return [] }
    return value.elements
  }

  /// The records in their order, but of what both sides added about one matter the closing ones last.
  private func closingLast(
    _ order: [Int], _ merged: [JSONValue?], _ lists: RecordLists
  ) -> [Int] {
    let own = lists.ours.numbers.filter { lists.theirs[$0] == nil }
    let their = lists.theirs.numbers.filter { lists.ours[$0] == nil }
    if own.isEmpty || their.isEmpty { return order }
    var last: [[Int]] = []
    for side in [own, their] {
      var byMatter: [String: [Int]] = [:]
      for number in side {
        if let matter = merged[number].flatMap(rules.closing)?.matter {
          byMatter[matter, default: []].append(number)
        }
      }
      last += byMatter.values.filter { run in
        run.last.flatMap { merged[$0] }.flatMap(rules.closing)?.closes ?? false
      }
    }
    last.sort { precedes(lists.ids[$0[0]], lists.ids[$1[0]]) }
    let moved = Set(last.joined())
    return order.filter { !moved.contains($0) } + last.joined()
  }

  /// The conflicts of both sides; what a person took out on either side stays out.
  private func mergedConflicts(
    _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?
  ) -> JSONValue? {
    if let settled = settled(base, ours, theirs) { return settled.value }
    let mine = ours.map { $0.elements ?? [$0] } ?? []
    let others = theirs.map { $0.elements ?? [$0] } ?? []
    guard let lists = RecordLists(base?.elements ?? [], mine, others) else {
      // Not a list that Heard wrote: everything stays.
      return .array(mine + others.filter { !mine.contains($0) })
    }
    var merged: [JSONValue?] = Array(repeating: nil, count: lists.ids.count)
    for number in merged.indices {
      let (our, their) = (lists.ours[number], lists.theirs[number])
      // A conflict about a conflict helps nobody: ours stays.
      let outcome = settled(lists.base[number], our, their) ?? Outcome(value: our ?? their)
      merged[number] = outcome.value
    }
    return .array(lists.inOrder(merged).compactMap { merged[$0] })
  }

  /// Puts conflicts into the record that holds them, each only once.
  private mutating func enter(
    _ open: [OpenConflict], into members: [String: JSONValue]
  ) -> [String: JSONValue] {
    guard !open.isEmpty else { return members }
    var members = members
    let held = members[conflictsName]
    var entries = held.map { $0.elements ?? [$0] } ?? []
    var known = Set(entries.compactMap(\.recordID))
    let record = JSONValue.object(members).recordID
    for conflict in open.map({ $0.conflict(in: record) }) {
      conflicts.append(conflict)
      if known.insert(conflict.id).inserted { entries.append(conflict.entry) }
    }
    members[conflictsName] = .array(entries)
    return members
  }
}

extension TreeMerge.Conflict {
  /// The form in which a record holds it.
  fileprivate var entry: JSONValue {
    .object(["id": .string(id), "path": .string(path), "kept": kept, "other": other])
  }
}

private let conflictsName = "conflicts"

private func haveDifferentIDs(_ first: JSONValue?, _ second: JSONValue?) -> Bool {
  guard let one = first?.recordID, let other = second?.recordID else { return false }
  return one != other
}

extension JSONValue {
  /// Two copies of a value in which numbers only grow; what is no number is theirs where only they
  /// have changed it, else ours.
  fileprivate func grown(with other: JSONValue, since base: JSONValue?) -> JSONValue {
    switch (self, other) {
    case (.integer(let one), .integer(let two)): return .integer(max(one, two))
    case (.object(let mine), .object(let others)):
      var members = others
      for (name, value) in mine {
        members[name] = others[name].map { value.grown(with: $0, since: base?[name]) } ?? value
      }
      return .object(members)
    default: return self == base ? other : self
    }
  }
}
