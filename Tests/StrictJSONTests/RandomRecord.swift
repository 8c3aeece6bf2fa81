import StrictJSON
import TestKit

/// Records as people keep them, and edits of them that write only texts never seen before.
struct RandomRecord {
  var source: RandomSource
  private var written = 0

  init(source: RandomSource) { self.source = source }

  private mutating func fresh(_ side: String) -> String {
    written += 1
    return "\(side)-\(written)"
  }

  mutating func record(depth: Int = 0) -> [String: JSONValue] {
    var members: [String: JSONValue] = ["id": .string(fresh("id"))]
    for name in ["a", "b", "c", "d", "e", "f"] where source.chance(80) {
      members[name] = value("base", depth: depth + 1)
    }
    return members
  }

  private mutating func value(_ side: String, depth: Int) -> JSONValue {
    switch source.below(depth < 4 ? 10 : 4) {
    case 0: .integer(source.below(3))
    case 1, 2: .string(fresh(side))
    case 3: source.pick([.null, .boolean(true), .decimal("1.50"), .array([]), .object([:])])
    case 4: .array([.integer(source.below(3)), .string(fresh(side))])
    case 5: .array((0..<source.below(5)).map { _ in .string(fresh(side)) })
    case 6, 7: .object(["x": value(side, depth: depth + 1), "y": value(side, depth: depth + 1)])
    case 8: .object(record(depth: depth))
    default: .array((0..<source.below(5)).map { _ in .object(record(depth: depth)) })
    }
  }

  /// A few edits somewhere in a tree; new texts and new names begin with the side.
  mutating func edited(_ tree: JSONValue, by side: String) -> JSONValue {
    switch tree {
    case .object(let members) where source.chance(95): .object(edited(members, by: side))
    case .array(let elements) where source.chance(95): .array(edited(elements, by: side))
    default: value(side, depth: 2)
    }
  }

  mutating func edited(_ members: [String: JSONValue], by side: String) -> [String: JSONValue] {
    var members = members
    for name in members.keys.sorted() where source.chance(35) {
      if name == "id" && source.chance(95) { continue }
      if source.chance(15) {
        members[name] = nil
      } else {
        members[name] = members[name].map { edited($0, by: side) }
      }
    }
    if source.chance(25) { members[fresh("\(side)-name")] = value(side, depth: 3) }
    return members
  }

  private mutating func edited(_ elements: [JSONValue], by side: String) -> [JSONValue] {
    var elements = elements
    if elements.count > 1, source.chance(15) { elements.shuffle(using: &source) }
    for index in elements.indices.reversed() {
      if source.chance(15) {
        elements.remove(at: index)
      } else if case .object = elements[index], source.chance(50) {
        elements[index] = edited(elements[index], by: side)
      }
    }
    if source.chance(40) {
      let isOfTexts = elements.first.map { $0.isString } ?? source.chance(50)
      var added = isOfTexts ? .string(fresh(side)) : JSONValue.object(record(depth: 3))
      // Both sides add this one now and then.
      if elements.allSatisfy({ $0["id"] != .string("both") }), source.chance(30) {
        added["id"] = .string("both")
      }
      elements.insert(added, at: source.below(elements.count + 1))
    }
    return elements
  }
}

extension JSONValue {
  var isString: Bool {
    guard case .string = self else { return false }
    return true
  }

  /// Every text in the tree, and every name with a colon behind it.
  var texts: Set<String> {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.texts) }
    case .object(let members):
      members.reduce(into: []) { $0.formUnion($1.value.texts.union(["\($1.key):"])) }
    default: []
    }
  }

  /// The tree with every list in one order, for what is equal up to order.
  var sorted: JSONValue {
    switch self {
    case .object(let members): .object(members.mapValues(\.sorted))
    case .array(let elements):
      .array(
        elements.map(\.sorted).sorted {
          $0.canonicalBytes().lexicographicallyPrecedes($1.canonicalBytes())
        })
    default: self
    }
  }
}
