import HeardModel
import StrictJSON
import TestKit
import Testing

@testable import HeardStore

/// Every member of every record, merged as the format says: what two people change apart stays,
/// numbers that grow take the larger, and what both change otherwise is a conflict.
@Suite struct MemberMergeTests {
  /// Where a value lies: names of members and ids of records.
  private typealias Path = [String]

  @Test func `what two people change apart stays, member by member`() throws {
    var random = RandomSource.printed("members that two people change")
    var leaves = 0
    for base in trees() {
      let paths = Self.leaves(of: base)
      leaves += paths.count
      for path in paths {
        let ours = base.changing(path, to: "ours")
        let other = random.pick(paths)
        if other == path { continue }
        let theirs = base.changing(other, to: "theirs")
        let merged = TreeMerge.merge(base: base, ours: ours, theirs: theirs, rules: .ofFormat)
        #expect(merged.conflicts.isEmpty, "\(path) \(other)")
        #expect(merged.tree == ours.changing(other, to: "theirs"), "\(path) \(other)")
      }
    }
    #expect(leaves > 300)
  }

  @Test func `what both change is a conflict, but for numbers that only grow`() {
    for base in trees() {
      for path in Self.leaves(of: base) {
        let (ours, theirs) = (base.changing(path, to: "ours"), base.changing(path, to: "theirs"))
        let merged = TreeMerge.merge(base: base, ours: ours, theirs: theirs, rules: .ofFormat)
        let grows =
          path.contains("sittings") || (path.contains("counts") && !path.contains("questions"))
        guard grows, case .integer? = base.value(at: path) else {
          // Of a list that grows everything else is ours.
          #expect(merged.conflicts.count == (grows ? 0 : 1), "\(path)")
          #expect(merged.tree?.value(at: path) == ours.value(at: path), "\(path)")
          continue
        }
        // Theirs is the larger one.
        #expect(merged.conflicts.isEmpty, "\(path)")
        #expect(merged.tree?.value(at: path) == theirs.value(at: path), "\(path)")
      }
    }
  }

  @Test func `nothing of a list is taken out that is only added to`() {
    let names = TreeMerge.Rules.ofFormat.addedOnly.union(TreeMerge.Rules.ofFormat.growing)
    var found: Set<String> = []
    for base in trees() {
      for path in Self.lists(of: base) where names.contains(path.last ?? "") {
        found.insert(path.last ?? "")
        let without = base.removing(path)
        for (ours, theirs) in [(without, base), (base, without)] {
          let merged = TreeMerge.merge(base: base, ours: ours, theirs: theirs, rules: .ofFormat)
          #expect(merged.tree?.value(at: path) == base.value(at: path), "\(path)")
        }
      }
    }
    #expect(found == names)
  }

  private func trees() -> [JSONValue] {
    func tree<T: Stored>(_ type: T.Type) -> JSONValue {
      TreeWriter.tree(Filler.fill(type), blanks: .containers)
    }
    return [
      tree(Event.self), tree(EventTestimonies.self), tree(FollowUpAction.self),
      tree(Organisations.self), tree(Team.self), tree(ProgrammeSettings.self),
      tree(ProgrammeFact.self), tree(Approval.self), tree(ImportMapping.self),
      tree(CountryProfile.self), tree(Baselines.self), tree(Taxonomy.self),
      tree(WithdrawalMark.self),
    ]
  }

  /// Every text and number but ids, and but what stands in conflicts and sets.
  private static func leaves(of tree: JSONValue, at path: Path = []) -> [Path] {
    switch tree {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { name, value in
        ["id", "conflicts"].contains(name) ? [] : leaves(of: value, at: path + [name])
      }
    case .array(let elements):
      elements.flatMap { element in
        element.recordID.map { leaves(of: element, at: path + [$0]) } ?? []
      }
    case .string, .integer: [path]
    default: []
    }
  }

  private static func lists(of tree: JSONValue, at path: Path = []) -> [Path] {
    switch tree {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { lists(of: $0.value, at: path + [$0.key]) }
    case .array(let elements):
      [path]
        + elements.flatMap { element in
          element.recordID.map { lists(of: element, at: path + [$0]) } ?? []
        }
    default: []
    }
  }
}

extension JSONValue {
  fileprivate func value(at path: [String]) -> JSONValue? {
    guard let step = path.first else { return self }
    let inner = elements?.first { $0.recordID == step } ?? self[step]
    return inner?.value(at: Array(path.dropFirst()))
  }

  /// The tree with another text or number at a path; theirs is the larger number.
  fileprivate func changing(_ path: [String], to side: String) -> JSONValue {
    guard let step = path.first else {
      switch self {
      case .string(let text): return .string("\(text) \(side)")
      case .integer(let number): return .integer(number + (side == "ours" ? 1 : 2))
      default: return self
      }
    }
    return replacing(step) { $0.changing(Array(path.dropFirst()), to: side) }
  }

  /// The tree with an empty list at a path.
  fileprivate func removing(_ path: [String]) -> JSONValue {
    guard let step = path.first else { return .array([]) }
    return replacing(step) { $0.removing(Array(path.dropFirst())) }
  }

  private func replacing(_ step: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    if let elements {
      return .array(elements.map { $0.recordID == step ? change($0) : $0 })
    }
    var tree = self
    if let inner = tree[step] { tree[step] = change(inner) }
    return tree
  }
}
