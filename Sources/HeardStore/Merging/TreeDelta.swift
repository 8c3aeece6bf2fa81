import StrictJSON

/// What differs between two versions of a record's tree, as far as is needed to make the same of a
/// third one: of objects the members, of lists of records the records, by their ids.
struct TreeDelta {
  let before: JSONValue?
  let after: JSONValue?

  /// The difference that was kept once.
  init(before: JSONValue?, after: JSONValue?) {
    self.before = before
    self.after = after
  }

  /// The difference between two trees.
  ///
  /// Where `keepsRemoved` is off, of what was taken out only stands that it was, by an empty value:
  /// what somebody took back is then whatever stands there when it is taken out.
  init(from before: JSONValue?, to after: JSONValue?, keepsRemoved: Bool) {
    (self.before, self.after) = Self.parts(before, after, keepsRemoved)
  }

  /// A tree with what the difference has before or after in its place.
  func before(on tree: JSONValue) -> JSONValue { Self.put(before, beside: after, on: tree) ?? tree }

  /// A tree with what the difference has after in its place.
  func after(on tree: JSONValue) -> JSONValue { Self.put(after, beside: before, on: tree) ?? tree }

  private static func parts(
    _ one: JSONValue?, _ two: JSONValue?, _ keepsRemoved: Bool
  ) -> (JSONValue?, JSONValue?) {
    if one == two { return (nil, nil) }
    if case .object(let mine)? = one, case .object(let others)? = two,
      one?.recordID == two?.recordID
    {
      var (before, after): ([String: JSONValue], [String: JSONValue]) = ([:], [:])
      for name in Set(mine.keys).union(others.keys) {
        // What people on a list take back is no more than theirs.
        let keeps = keepsRemoved && name != "participations"
        (before[name], after[name]) = parts(mine[name], others[name], keeps)
      }
      if let id = mine["id"] { (before["id"], after["id"]) = (id, id) }
      return (.object(before), .object(after))
    }
    if case .array(let mine)? = one, case .array(let others)? = two,
      let known = byID(mine), let new = byID(others)
    {
      var (before, after): ([JSONValue], [JSONValue]) = ([], [])
      for element in mine {
        let pair = parts(element, new[element.recordID ?? ""], keepsRemoved)
        if let part = pair.0 { before.append(part) }
      }
      for element in others {
        let pair = parts(known[element.recordID ?? ""], element, keepsRemoved)
        if let part = pair.1 { after.append(part) }
      }
      return (.array(before), .array(after))
    }
    if two == nil, !keepsRemoved { return (one?.recordID.map { ["id": $0].mark } ?? .null, nil) }
    return (one, two)
  }

  private static func put(
    _ side: JSONValue?, beside other: JSONValue?, on tree: JSONValue?
  ) -> JSONValue? {
    if side == .null || side?.isMark ?? false { return tree }
    guard let side else { return nil }
    guard let other, let tree else { return side }
    switch (side, other, tree) {
    case (.object(let own), .object(let others), .object(var members)):
      for name in Set(own.keys).union(others.keys) where name != "id" {
        members[name] = put(own[name], beside: others[name], on: members[name])
      }
      return .object(members)
    case (.array(let own), .array(let others), .array(let elements)):
      guard let mine = byID(own), let theirs = byID(others), byID(elements) != nil else {
        return side
      }
      let there = Set(elements.compactMap(\.recordID))
      let kept = elements.compactMap { element -> JSONValue? in
        let id = element.recordID ?? ""
        if mine[id] == nil && theirs[id] == nil { return element }
        return put(mine[id], beside: theirs[id], on: element)
      }
      return .array(kept + own.filter { !there.contains($0.recordID ?? "") && !$0.isMark })
    default: return side
    }
  }

  /// The records of a list by their ids; nil for a list that holds anything else.
  private static func byID(_ elements: [JSONValue]) -> [String: JSONValue]? {
    var found: [String: JSONValue] = [:]
    for element in elements {
      guard let id = element.recordID, found.updateValue(element, forKey: id) == nil else {
        return nil
      }
    }
    return found
  }
}

extension [String: String] {
  /// A record of which is only known that it was taken out.
  fileprivate var mark: JSONValue {
    .object(mapValues(JSONValue.string).merging(["gone": .null]) { one, _ in one })
  }
}

extension JSONValue {
  fileprivate var isMark: Bool { self["gone"] == .null }
}
