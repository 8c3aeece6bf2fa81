import StrictJSON
import Testing

@Suite struct TreeMergeLawTests {
  struct Sides {
    let base: JSONValue
    let ours: JSONValue
    let theirs: JSONValue

    var merged: TreeMerge.Result {
      TreeMerge.merge(base: base, ours: ours, theirs: theirs)
    }

    /// The same merge as the other side makes it.
    var mirrored: TreeMerge.Result {
      TreeMerge.merge(base: base, ours: theirs, theirs: ours)
    }
  }

  private static let rounds = 400

  private func forEachRound(
    _ purpose: String, _ check: (Sides, Comment) throws -> Void
  ) rethrows {
    var random = RandomRecord(source: .printed(purpose))
    for round in 0..<Self.rounds {
      let base = random.record()
      let sides = Sides(
        base: .object(base), ours: .object(random.edited(base, by: "ours")),
        theirs: .object(random.edited(base, by: "theirs")))
      try check(sides, "round \(round)")
    }
  }

  @Test func `what only one side changed becomes that side's`() {
    forEachRound("one side") { sides, comment in
      let (base, ours) = (sides.base, sides.ours)
      // Rules about other lists change nothing, though all is looked through for them.
      for rules in [TreeMerge.Rules(), TreeMerge.Rules(addedOnly: ["not there"])] {
        for result in [
          TreeMerge.merge(base: base, ours: ours, theirs: base, rules: rules),
          TreeMerge.merge(base: base, ours: base, theirs: ours, rules: rules),
          TreeMerge.merge(base: base, ours: ours, theirs: ours, rules: rules),
        ] {
          #expect(result.tree == ours, comment)
          #expect(result.conflicts.isEmpty, comment)
        }
      }
    }
  }

  @Test func `nothing that either side newly wrote disappears`() {
    forEachRound("nothing lost") { sides, comment in
      let new = sides.ours.texts.union(sides.theirs.texts).subtracting(sides.base.texts)
      let kept = sides.merged.tree?.texts ?? []
      #expect(new.subtracting(kept).isEmpty, comment)
    }
  }

  @Test func `a merge gives the same result each time`() {
    forEachRound("same again") { sides, comment in
      let (first, second) = (sides.merged, sides.merged)
      #expect(first == second, comment)
      #expect(first.tree?.canonicalBytes() == second.tree?.canonicalBytes(), comment)
    }
  }

  @Test func `both sides find the same conflicts, and without any the same tree`() {
    var settled = 0
    forEachRound("mirrored") { sides, comment in
      let (one, other) = (sides.merged, sides.mirrored)
      #expect(one.conflicts.map(\.id).sorted() == other.conflicts.map(\.id).sorted(), comment)
      guard one.conflicts.isEmpty else { return }
      settled += 1
      #expect(one.tree?.sorted == other.tree?.sorted, comment)
    }
    #expect(settled > 0 && settled < Self.rounds)
  }

  @Test func `edits of different members commute without conflict`() {
    var random = RandomRecord(source: .printed("disjoint edits"))
    for round in 0..<Self.rounds {
      var base: [String: JSONValue] = ["id": .string("e")]
      for name in ["a", "b", "c", "d", "e", "f"] { base[name] = .object(random.record()) }
      var ours = base
      var theirs = base
      for name in ["a", "b", "c"] { ours[name] = base[name].map { random.edited($0, by: "ours") } }
      for name in ["d", "e", "f"] {
        theirs[name] = base[name].map { random.edited($0, by: "theirs") }
      }
      let expected = ours.merging(["d", "e", "f"].map { ($0, theirs[$0] ?? .null) }) { $1 }
      let sides = Sides(base: .object(base), ours: .object(ours), theirs: .object(theirs))
      #expect(sides.merged.tree == .object(expected), "round \(round)")
      #expect(sides.mirrored.tree == .object(expected), "round \(round)")
      #expect(sides.merged.conflicts.isEmpty, "round \(round)")
    }
  }

  @Test func `edits of different records of a list commute up to order`() {
    var random = RandomRecord(source: .printed("disjoint records"))
    for round in 0..<Self.rounds {
      let records = (0..<6).map { _ in JSONValue.object(random.record(depth: 2)) }
      var ours = records
      var theirs = records
      ours[0...1] = [.object(random.record(depth: 2))]
      ours.append(.object(random.record(depth: 2)))
      theirs.removeLast()
      theirs[3]["note"] = .string("theirs")
      theirs.insert(.object(random.record(depth: 2)), at: random.source.below(5))
      let sides = Sides(base: .array(records), ours: .array(ours), theirs: .array(theirs))
      #expect(sides.merged.conflicts.isEmpty, "round \(round)")
      #expect(sides.merged.tree == sides.mirrored.tree, "round \(round)")
    }
  }

  @Test func `a merged tree is merged again without new conflicts`() {
    forEachRound("again") { sides, comment in
      let once = sides.merged
      let again = TreeMerge.merge(base: sides.theirs, ours: once.tree, theirs: sides.theirs)
      #expect(again.tree == once.tree, comment)
      #expect(again.conflicts.isEmpty, comment)
    }
  }

  @Test func `every conflict of the result has its entry in the tree`() {
    forEachRound("entries") { sides, comment in
      let result = sides.merged
      let texts = result.tree?.texts ?? []
      #expect(result.conflicts.allSatisfy { texts.contains($0.id) }, comment)
    }
  }
}
