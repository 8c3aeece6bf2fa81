import HeardModel
import StrictJSON

/// One member in which a record differs from what it was.
public struct Difference: Hashable, Sendable {
  /// The way to the member; of a list by id, to one of its parts.
  public let path: FieldPath
  /// What stood there; nil for nothing.
  public let before: StoredValue?
  /// What stands there; nil for nothing.
  public let after: StoredValue?
}

extension Edit {
  /// What the edit changes, member by member and part by part; of a new record all that stands in it.
  public var differences: [Difference] {
    Difference.all(from: before?.fullTree, to: after?.fullTree, [], inLists: true)
  }
}

extension Difference {
  /// In what two versions of a record differ; lists of records are told as a whole.
  static func ofMembers(from before: Record, to after: Record) -> [Difference] {
    all(from: before.fullTree, to: after.fullTree, [], inLists: false)
  }

  /// In what two trees differ at a place; `inLists` tells the parts of lists one by one.
  fileprivate static func all(
    from old: JSONValue?, to new: JSONValue?, _ steps: [FieldPath.Step], inLists: Bool
  ) -> [Difference] {
    if old == new { return [] }
    if old.isObject, new.isObject {
      let (was, now) = (old?.members ?? [:], new?.members ?? [:])
      return Set(was.keys).union(now.keys).sorted().flatMap { name in
        all(
          from: was[name], to: now[name], steps + [FieldPath.Step(name: name)], inLists: inLists)
      }
    }
    if inLists, let last = steps.last, last.id == nil, let (was, now) = parts(old, new) {
      return Set(was.keys).union(now.keys).sorted().flatMap { id -> [Difference] in
        let place = Array(steps.dropLast()) + [FieldPath.Step(name: last.name, id: id)]
        // A part that is new or gone is told as a whole.
        guard let before = was[id], let after = now[id] else {
          return one(was[id], now[id], place)
        }
        return all(from: before, to: after, place, inLists: true)
      }
    }
    return one(old, new, steps)
  }

  private static func one(
    _ old: JSONValue?, _ new: JSONValue?, _ steps: [FieldPath.Step]
  ) -> [Difference] {
    let (before, after) = (value(old), value(new))
    if before == after { return [] }
    return [Difference(path: FieldPath(steps: steps), before: before, after: after)]
  }

  /// The parts of two lists by their ids; nil where one is no list of records.
  private static func parts(
    _ old: JSONValue?, _ new: JSONValue?
  ) -> (was: [String: JSONValue], now: [String: JSONValue])? {
    guard let was = byID(old), let now = byID(new), !(was.isEmpty && now.isEmpty) else {
      return nil
    }
    return (was, now)
  }

  private static func byID(_ list: JSONValue?) -> [String: JSONValue]? {
    guard let list else { return [:] }
    guard let elements = list.elements else { return nil }
    let pairs = elements.compactMap { element in element.recordID.map { ($0, element) } }
    guard pairs.count == elements.count else { return nil }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func value(_ tree: JSONValue?) -> StoredValue? {
    guard let lean = tree?.withoutBlanks, !lean.isBlank else { return nil }
    return StoredValue(lean)
  }
}

extension JSONValue? {
  /// Whether members can stand there: it is an object, or nothing.
  fileprivate var isObject: Bool { self.map { $0.members != nil } ?? true }
}

extension JSONValue {
  fileprivate var isBlank: Bool {
    let blanks: [JSONValue] = [.null, .string(""), .boolean(false), .array([]), .object([:])]
    return blanks.contains(self)
  }

  /// The value without the members that hold nothing.
  fileprivate var withoutBlanks: JSONValue {
    switch self {
    case .object(let members):
      .object(members.mapValues(\.withoutBlanks).filter { !$0.value.isBlank })
    case .array(let elements): .array(elements.map(\.withoutBlanks))
    default: self
    }
  }
}
