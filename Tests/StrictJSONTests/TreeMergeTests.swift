import StrictJSON
import Testing

@Suite struct TreeMergeTests {
  private func merge(
    _ base: String?, _ ours: String?, _ theirs: String?
  ) throws -> TreeMerge.Result {
    TreeMerge.merge(
      base: try base.map(tree), ours: try ours.map(tree), theirs: try theirs.map(tree))
  }

  private func expect(
    _ base: String?, _ ours: String?, _ theirs: String?, becomes merged: String?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try merge(base, ours, theirs)
    #expect(result.tree == (try merged.map(tree)), sourceLocation: sourceLocation)
    #expect(result.conflicts.isEmpty, sourceLocation: sourceLocation)
  }

  // MARK: Objects and values

  @Test func `edits of different members both stay`() throws {
    try expect(
      #"{"a": 1, "b": 1, "c": 1}"#, #"{"a": 2, "b": 1, "c": 1}"#, #"{"a": 1, "b": 1, "c": 3}"#,
      becomes: #"{"a": 2, "b": 1, "c": 3}"#)
  }

  @Test func `edits of different members inside a member both stay`() throws {
    try expect(
      #"{"p": {"x": 1, "y": 1}}"#, #"{"p": {"x": 2, "y": 1}}"#, #"{"p": {"x": 1, "y": 2}}"#,
      becomes: #"{"p": {"x": 2, "y": 2}}"#)
  }

  @Test func `the same edit on both sides is one edit`() throws {
    try expect(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 2}"#, becomes: #"{"a": 2}"#)
  }

  @Test func `members added on either side stay`() throws {
    try expect(#"{}"#, #"{"a": 1}"#, #"{"b": [true]}"#, becomes: #"{"a": 1, "b": [true]}"#)
  }

  @Test func `members that only theirs knows stay`() throws {
    try expect(
      #"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 1, "later": {"x": [1, 2]}}"#,
      becomes: #"{"a": 2, "later": {"x": [1, 2]}}"#)
  }

  @Test func `objects that both added are merged`() throws {
    try expect(
      #"{}"#, #"{"p": {"x": 1}}"#, #"{"p": {"y": 2}}"#, becomes: #"{"p": {"x": 1, "y": 2}}"#)
  }

  @Test func `a member removed by one and left by the other is gone`() throws {
    try expect(#"{"a": 1, "b": 1}"#, #"{"b": 1}"#, #"{"a": 1, "b": 2}"#, becomes: #"{"b": 2}"#)
    try expect(#"{"a": 1, "b": 1}"#, #"{"a": 1, "b": 2}"#, #"{"b": 1}"#, becomes: #"{"b": 2}"#)
  }

  @Test func `an edited member beats its removal`() throws {
    try expect(
      #"{"a": 1, "b": 1}"#, #"{"b": 2}"#, #"{"a": 3, "b": 1}"#, becomes: #"{"a": 3, "b": 2}"#)
    try expect(
      #"{"a": 1, "b": 1}"#, #"{"a": 3, "b": 1}"#, #"{"b": 2}"#, becomes: #"{"a": 3, "b": 2}"#)
  }

  @Test func `null is a value and not an absence`() throws {
    try expect(
      #"{"a": 1, "b": 1}"#, #"{"a": null, "b": 1}"#, #"{"b": 1}"#, becomes: #"{"a": null, "b": 1}"#)
    let both = try merge(#"{"a": 1}"#, #"{"a": null}"#, #"{"a": 2}"#)
    #expect(both.conflicts.map(\.kept) == [.null])
  }

  // MARK: Whole records

  @Test func `a record that one side has not seen is taken`() throws {
    try expect(nil, nil, #"{"id": "e"}"#, becomes: #"{"id": "e"}"#)
    try expect(nil, #"{"id": "e"}"#, nil, becomes: #"{"id": "e"}"#)
    try expect(nil, nil, nil, becomes: nil)
  }

  @Test func `a record deleted by one and left by the other is gone`() throws {
    try expect(#"{"a": 1}"#, nil, #"{"a": 1}"#, becomes: nil)
    try expect(#"{"a": 1}"#, #"{"a": 1}"#, nil, becomes: nil)
    try expect(#"{"a": 1}"#, nil, nil, becomes: nil)
  }

  @Test func `an edited record beats its deletion`() throws {
    try expect(#"{"a": 1}"#, nil, #"{"a": 2}"#, becomes: #"{"a": 2}"#)
    try expect(#"{"a": 1}"#, #"{"a": 2}"#, nil, becomes: #"{"a": 2}"#)
  }

  // MARK: Lists of records

  @Test func `records of a list are merged by id`() throws {
    try expect(
      #"[{"id": "a", "x": 1, "y": 1}, {"id": "b", "x": 1}]"#,
      #"[{"id": "a", "x": 2, "y": 1}, {"id": "b", "x": 1}]"#,
      #"[{"id": "a", "x": 1, "y": 2}, {"id": "b", "x": 3}]"#,
      becomes: #"[{"id": "a", "x": 2, "y": 2}, {"id": "b", "x": 3}]"#)
  }

  @Test func `a record removed by one and left by the other leaves the list`() throws {
    try expect(
      #"[{"id": "a"}, {"id": "b"}, {"id": "c"}]"#, #"[{"id": "a"}, {"id": "c"}]"#,
      #"[{"id": "b"}, {"id": "c"}]"#, becomes: #"[{"id": "c"}]"#)
  }

  @Test func `an edited record stays in its place though the other removed it`() throws {
    let base = #"[{"id": "a"}, {"id": "b", "x": 1}, {"id": "c"}]"#
    let edited = #"[{"id": "a"}, {"id": "b", "x": 2}, {"id": "c"}]"#
    let removed = #"[{"id": "a"}, {"id": "c"}, {"id": "d"}]"#
    let merged = #"[{"id": "a"}, {"id": "b", "x": 2}, {"id": "c"}, {"id": "d"}]"#
    try expect(base, edited, removed, becomes: merged)
    try expect(base, removed, edited, becomes: merged)
  }

  @Test func `a new record follows the one it was put behind`() throws {
    try expect(
      #"[{"id": "a"}, {"id": "b"}]"#, #"[{"id": "n"}, {"id": "a"}, {"id": "m"}, {"id": "b"}]"#,
      #"[{"id": "a"}, {"id": "b"}, {"id": "z"}]"#,
      becomes: #"[{"id": "n"}, {"id": "a"}, {"id": "m"}, {"id": "b"}, {"id": "z"}]"#)
  }

  @Test func `a new record follows what is left before it`() throws {
    try expect(
      #"[{"id": "a"}, {"id": "b"}, {"id": "c"}]"#,
      #"[{"id": "a"}, {"id": "b"}, {"id": "n"}, {"id": "c"}]"#, #"[{"id": "a"}, {"id": "c"}]"#,
      becomes: #"[{"id": "a"}, {"id": "n"}, {"id": "c"}]"#)
  }

  @Test func `new records of both in one place come to one order on both sides`() throws {
    let base = #"[{"id": "a"}]"#
    let one = #"[{"id": "a"}, {"id": "m"}, {"id": "b"}]"#
    let other = #"[{"id": "a"}, {"id": "k"}, {"id": "z"}]"#
    let merged = #"[{"id": "a"}, {"id": "k"}, {"id": "m"}, {"id": "b"}, {"id": "z"}]"#
    try expect(base, one, other, becomes: merged)
    try expect(base, other, one, becomes: merged)
  }

  @Test func `a record that both added comes once`() throws {
    try expect(
      #"[{"id": "a"}]"#, #"[{"id": "a"}, {"id": "n", "x": 1}, {"id": "o"}]"#,
      #"[{"id": "t"}, {"id": "n", "y": 2}, {"id": "a"}]"#,
      becomes: #"[{"id": "t"}, {"id": "a"}, {"id": "n", "x": 1, "y": 2}, {"id": "o"}]"#)
  }

  @Test func `the order of the one side that changed it wins`() throws {
    let base = #"[{"id": "a"}, {"id": "b"}, {"id": "c"}]"#
    let moved = #"[{"id": "c"}, {"id": "a"}, {"id": "b"}]"#
    let edited = #"[{"id": "a"}, {"id": "b", "x": 1}, {"id": "c"}, {"id": "n"}]"#
    let merged = #"[{"id": "c"}, {"id": "n"}, {"id": "a"}, {"id": "b", "x": 1}]"#
    try expect(base, moved, edited, becomes: merged)
    try expect(base, edited, moved, becomes: merged)
  }

  @Test func `where both changed the order, theirs wins`() throws {
    try expect(
      #"[{"id": "a"}, {"id": "b"}, {"id": "c"}]"#, #"[{"id": "b"}, {"id": "a"}, {"id": "c"}]"#,
      #"[{"id": "c"}, {"id": "b"}, {"id": "a"}]"#,
      becomes: #"[{"id": "c"}, {"id": "b"}, {"id": "a"}]"#)
  }

  @Test func `a list with the same id twice is one value`() throws {
    let result = try merge(
      #"{"l": [{"id": "a"}]}"#, #"{"l": [{"id": "a"}, {"id": "a", "x": 1}]}"#,
      #"{"l": [{"id": "b"}]}"#)
    #expect(result.tree?["l"] == (try tree(#"[{"id": "a"}, {"id": "a", "x": 1}]"#)))
    #expect(result.conflicts.map(\.path) == ["l"])
  }

  // MARK: Sets and other lists

  @Test func `texts added or removed by either are added or removed`() throws {
    try expect(
      #"["a", "b", "c"]"#, #"["x", "c", "a"]"#, #"["a", "b", "y"]"#,
      becomes: #"["x", "a", "y"]"#)
  }

  @Test func `a text that both added comes once`() throws {
    try expect(#"[]"#, #"["a", "n"]"#, #"["n", "b"]"#, becomes: #"["a", "n", "b"]"#)
    try expect(#"{}"#, #"{"s": ["n"]}"#, #"{"s": ["n", "m", "m"]}"#, becomes: #"{"s": ["n", "m"]}"#)
  }

  @Test func `a list of other things is one value`() throws {
    try expect(#"{"l": [1, 2]}"#, #"{"l": [1, 2]}"#, #"{"l": [2]}"#, becomes: #"{"l": [2]}"#)
    let result = try merge(#"{"l": [1]}"#, #"{"l": [1, 2]}"#, #"{"l": [1, "x"]}"#)
    #expect(result.tree?["l"] == .array([.integer(1), .integer(2)]))
    #expect(result.conflicts.map(\.other) == [.array([.integer(1), .string("x")])])
  }

  @Test func `a list that is of texts on only two sides is one value`() throws {
    let result = try merge(#"{"l": [1]}"#, #"{"l": ["a"]}"#, #"{"l": ["b"]}"#)
    #expect(result.tree?["l"] == .array([.string("a")]))
    #expect(result.conflicts.map(\.path) == ["l"])
  }

  // MARK: Conflicts

  @Test func `where both changed a value ours stays and both enter the record`() throws {
    let result = try merge(
      #"{"id": "e", "attendance": {"tally": {"total": 80}}}"#,
      #"{"id": "e", "attendance": {"tally": {"total": 84}}}"#,
      #"{"id": "e", "attendance": {"tally": {"total": 90}}}"#)
    let conflict = try #require(result.conflicts.first)
    #expect(result.conflicts.count == 1)
    #expect(conflict.record == "e")
    #expect(conflict.path == "attendance.tally.total")
    #expect(conflict.kept == .integer(84))
    #expect(conflict.other == .integer(90))
    let expected = try tree(
      #"{"id": "e", "attendance": {"tally": {"total": 84}}, "conflicts": "#
        + #"[{"id": "\#(conflict.id)", "path": "attendance.tally.total", "kept": 84, "other": 90}]}"#
    )
    #expect(result.tree == expected)
  }

  @Test func `a conflict enters the innermost record around it`() throws {
    func text(_ status: String) -> String {
      #"{"id": "e", "people": [{"id": "p-1", "consent": {"status": "\#(status)"}}]}"#
    }
    let result = try merge(text("open"), text("given"), text("refused"))
    #expect(result.conflicts.map(\.record) == ["p-1"])
    #expect(result.conflicts.map(\.path) == ["consent.status"])
    #expect(result.tree?["conflicts"] == nil)
    guard case .array(let people) = result.tree?["people"] else {
      Issue.record("no people")
      return
    }
    #expect(people.first?["consent"]?["status"] == .string("given"))
    guard case .array(let entries) = people.first?["conflicts"] else {
      Issue.record("no entry")
      return
    }
    #expect(entries.map { $0["other"] } == [.string("refused")])
  }

  @Test func `a conflict outside any record enters the root`() throws {
    let result = try merge(#"{"a": {"b": 1}}"#, #"{"a": {"b": 2}}"#, #"{"a": {"b": 3}}"#)
    #expect(result.conflicts.map(\.record) == [nil])
    guard case .array(let entries) = result.tree?["conflicts"] else {
      Issue.record("no entry")
      return
    }
    #expect(entries.map { $0["path"] } == [.string("a.b")])
  }

  @Test func `values of different types are taken whole`() throws {
    let result = try merge(#"{"a": {"x": 1}}"#, #"{"a": {"x": 2}}"#, #"{"a": [1]}"#)
    #expect(result.tree?["a"] == (try tree(#"{"x": 2}"#)))
    #expect(result.conflicts.map(\.other) == [.array([.integer(1)])])
  }

  @Test func `objects with different ids are never mixed`() throws {
    let result = try merge(
      #"{"place": {"id": "a", "name": "A"}}"#, #"{"place": {"id": "b", "name": "B"}}"#,
      #"{"place": {"id": "a", "name": "A2"}}"#)
    #expect(result.tree?["place"] == (try tree(#"{"id": "b", "name": "B"}"#)))
    #expect(result.conflicts.map(\.other) == [try tree(#"{"id": "a", "name": "A2"}"#)])
  }

  @Test func `a conflict at a root that is no object is only told`() throws {
    let result = try merge("1", "2", "3")
    #expect(result.tree == .integer(2))
    #expect(result.conflicts.map(\.path) == [""])
  }

  @Test func `an entry's id is the same on both sides and in every run`() throws {
    let one = try merge(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": "é"}"#)
    let other = try merge(#"{"a": 1}"#, #"{"a": "é"}"#, #"{"a": 2}"#)
    #expect(one.conflicts.map(\.id) == other.conflicts.map(\.id))
    #expect(one.conflicts.map(\.id) == ["x-frwoo3uz2t"])
  }

  @Test func `entries with other paths or values have other ids`() throws {
    let results = [
      try merge(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 3}"#),
      try merge(#"{"b": 1}"#, #"{"b": 2}"#, #"{"b": 3}"#),
      try merge(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 4}"#),
      try merge(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": "3"}"#),
    ]
    #expect(Set(results.flatMap { $0.conflicts.map(\.id) }).count == 4)
  }

  @Test func `conflicts of both sides are kept and those taken out stay out`() throws {
    try expect(
      #"{"conflicts": [{"id": "x-1"}, {"id": "x-2"}]}"#,
      #"{"conflicts": [{"id": "x-2"}, {"id": "x-3"}]}"#,
      #"{"conflicts": [{"id": "x-1"}, {"id": "x-2"}, {"id": "x-4"}]}"#,
      becomes: #"{"conflicts": [{"id": "x-2"}, {"id": "x-3"}, {"id": "x-4"}]}"#)
  }

  @Test func `conflicts that one side settled altogether stay settled`() throws {
    try expect(
      #"{"conflicts": [{"id": "x-1"}], "a": 1}"#, #"{"a": 2}"#,
      #"{"conflicts": [{"id": "x-1"}, {"id": "x-2"}], "a": 1}"#,
      becomes: #"{"conflicts": [{"id": "x-2"}], "a": 2}"#)
  }

  @Test func `conflicts about conflicts are not made`() throws {
    try expect(
      #"{"conflicts": [{"id": "x-1", "kept": 1}]}"#, #"{"conflicts": [{"id": "x-1", "kept": 2}]}"#,
      #"{"conflicts": [{"id": "x-1", "kept": 3}]}"#,
      becomes: #"{"conflicts": [{"id": "x-1", "kept": 2}]}"#)
  }

  @Test func `a member called conflicts that Heard did not write loses nothing`() throws {
    try expect(
      #"{}"#, #"{"conflicts": "mine"}"#, #"{"conflicts": ["theirs", "mine"]}"#,
      becomes: #"{"conflicts": ["mine", "theirs"]}"#)
    let result = try merge(
      #"{"a": 1, "conflicts": "old"}"#, #"{"a": 2, "conflicts": "old"}"#,
      #"{"a": 3, "conflicts": "old"}"#)
    guard case .array(let entries) = result.tree?["conflicts"] else {
      Issue.record("no entry")
      return
    }
    #expect(entries.first == .string("old"))
    #expect(entries.count == 2)
  }

  @Test func `the same conflict enters only once`() throws {
    let once = try #require(try merge(#"{"a": 1}"#, #"{"a": 2}"#, #"{"a": 3}"#).tree)
    let again = TreeMerge.merge(
      base: try tree(#"{"a": 1}"#), ours: once, theirs: try tree(#"{"a": 3}"#))
    #expect(again.tree == once)
    #expect(again.conflicts.count == 1)
  }

  // MARK: Numbers that grow

  @Test func `of a list that grows the larger number stays, and an object of its name is no list`()
    throws
  {
    let rules = TreeMerge.Rules(growing: ["counts"])
    func merged(_ base: String, _ ours: String, _ theirs: String) throws -> JSONValue? {
      TreeMerge.merge(
        base: try tree(base), ours: try tree(ours), theirs: try tree(theirs), rules: rules
      ).tree
    }
    #expect(
      try merged(
        #"{"counts": [{"id": "a", "n": 5}]}"#, #"{"counts": [{"id": "a", "n": 4}]}"#,
        #"{"counts": [{"id": "a", "n": 5}, {"id": "b", "n": 1}]}"#)
        == tree(#"{"counts": [{"id": "a", "n": 5}, {"id": "b", "n": 1}]}"#))
    #expect(
      try merged(
        #"{"counts": {"x": 5}}"#, #"{"counts": {"x": 4}}"#, #"{"counts": {"x": 5, "y": 1}}"#)
        == tree(#"{"counts": {"x": 4, "y": 1}}"#))
  }
}
