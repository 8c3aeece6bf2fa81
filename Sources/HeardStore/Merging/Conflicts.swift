import Glibc
import HeardModel
import StrictJSON

// What becomes of the conflicts of a record after its trees were merged.
extension JSONValue {
  /// The conflicts that the record itself holds.
  var conflictIDs: Set<String> {
    Set((self["conflicts"]?.elements ?? []).compactMap(\.recordID))
  }

  /// The record with the more closed value wherever two values decide who is exposed.
  ///
  /// Elsewhere our own value stays until somebody chooses; a name that one of two people closed
  /// must not be told meanwhile. Both values stay in the conflict.
  func closingConflicts() -> JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map { $0.closingConflicts() })
    case .object(let members):
      var record = JSONValue.object(
        Dictionary(
          uniqueKeysWithValues: members.map { name, value in
            (name, name == "conflicts" ? value : value.closingConflicts())
          }))
      guard let conflicts = record["conflicts"]?.elements else { return record }
      record["conflicts"] = .array(conflicts.map { record.close($0) })
      return record
    default: return self
    }
  }

  /// The record with the conflicts of its parts among its own, where screens look for them.
  ///
  /// A part's id goes in front of the conflict's, since two parts can have the same one.
  func liftingConflicts() -> JSONValue {
    guard var members else { return self }
    var lifted: [JSONValue] = []
    for name in members.keys.sorted() where name != "conflicts" {
      members[name] = members[name]?.takingConflicts(path: name, ids: [], into: &lifted)
    }
    if lifted.isEmpty { return self }
    var known = conflictIDs
    let fresh = lifted.filter { known.insert($0.recordID ?? "").inserted }
    members["conflicts"] = .array((members["conflicts"]?.elements ?? []) + fresh)
    return .object(members)
  }

  /// The tree without what was erased: no part with such an id, no conflict that tells of one.
  func removing(erased ids: Set<String>) -> JSONValue {
    ids.isEmpty ? self : removing(ErasedIDs(ids))
  }

  private func removing(_ erased: ErasedIDs) -> JSONValue {
    switch self {
    case .array(let elements):
      return .array(
        elements.filter { !erased.ids.contains($0.recordID ?? "") }.map { $0.removing(erased) })
    case .object(let members):
      let people = recordID.flatMap { erased.participations[$0] } ?? []
      let hasContact = !(recordID.map(erased.contacts.contains) ?? false)
      var kept: [String: JSONValue] = [:]
      for (name, value) in members where !erased.ids.contains(value.recordID ?? "") {
        if !hasContact && ErasedPart.contactMembers.contains(name) { continue }
        if name == "participations", !people.isEmpty, let list = value.elements {
          kept[name] = JSONValue.array(list.filter { !people.contains($0.recordID ?? "") })
            .removing(erased)
        } else if name == "conflicts", let entries = value.elements {
          let rest = entries.filter { !$0.tells(of: erased.ids.union(people)) }
          if !rest.isEmpty || entries.isEmpty { kept[name] = .array(rest) }
        } else {
          kept[name] = value.removing(erased)
        }
      }
      return .object(kept)
    default: return self
    }
  }
}

/// Erased ids, with the parts of records that have tombstones of their own.
private struct ErasedIDs {
  let ids: Set<String>
  let participations: [String: Set<String>]
  let contacts: Set<String>

  init(_ ids: Set<String>) {
    self.ids = ids
    participations = ErasedPart.participations(in: ids)
    contacts = ErasedPart.contacts(in: ids)
  }
}

extension JSONValue {
  /// Whether a text in it, or the path to it, names one of the ids.
  func tells(of ids: Set<String>) -> Bool {
    switch self {
    case .string(let text): ids.contains { text.holds($0) }
    case .array(let elements): elements.contains { $0.tells(of: ids) }
    case .object(let members): members.values.contains { $0.tells(of: ids) }
    default: false
    }
  }
}

extension String {
  /// Whether the bytes of an id stand in the text; for characters, a long text would be taken apart
  /// once for every id, while the folder is locked.
  fileprivate func holds(_ id: String) -> Bool {
    var (text, id) = (self, id)
    return text.withUTF8 { text in
      id.withUTF8 { id in
        guard let start = text.baseAddress, let wanted = id.baseAddress, !id.isEmpty else {
          return id.isEmpty
        }
        var place = 0
        while place + id.count <= text.count {
          let rest = text.count - id.count - place + 1
          guard let hit = memchr(start + place, Int32(id[0]), rest) else { return false }
          place = UnsafeRawPointer(hit) - UnsafeRawPointer(start)
          if memcmp(start + place, wanted, id.count) == 0 { return true }
          place += 1
        }
        return false
      }
    }
  }
}

private extension JSONValue {
  /// Chooses the more closed value of a conflict, if it is of that kind and nobody chose yet.
  mutating func close(_ entry: JSONValue) -> JSONValue {
    guard let path = entry["path"]?.text?.split(separator: ".").map(String.init),
      let name = path.last, let kept = entry["kept"]?.text, let other = entry["other"]?.text,
      ClosedValue.isMoreClosed(other, than: kept, member: name), replace(path[...], kept, by: other)
    else { return entry }
    var swapped = entry
    swapped["kept"] = .string(other)
    swapped["other"] = .string(kept)
    return swapped
  }

  /// Replaces a text at a path of members; false when another one stands there.
  mutating func replace(_ path: ArraySlice<String>, _ old: String, by new: String) -> Bool {
    guard let name = path.first, var member = self[name] else { return false }
    if path.count == 1 {
      guard member.text == old else { return false }
      self[name] = .string(new)
      return true
    }
    guard member.replace(path.dropFirst(), old, by: new) else { return false }
    self[name] = member
    return true
  }

  /// The part without its conflicts and those of its parts, which go into the list.
  func takingConflicts(
    path: String, ids: [String], into lifted: inout [JSONValue]
  ) -> JSONValue {
    switch self {
    case .array(let elements):
      return .array(
        elements.map { element in
          let place = element.recordID.map { "\(path)[\($0)]" } ?? path
          return element.takingConflicts(path: place, ids: ids, into: &lifted)
        })
    case .object(var members):
      let ids = ids + (recordID.map { [$0] } ?? [])
      let own = members.removeValue(forKey: "conflicts")?.elements ?? []
      var rest: [JSONValue] = []
      for var entry in own {
        guard let id = entry.recordID, let inner = entry["path"]?.text else {
          rest.append(entry)
          continue
        }
        entry["id"] = .string((ids + [id]).joined(separator: "."))
        entry["path"] = .string("\(path).\(inner)")
        lifted.append(entry)
      }
      for (name, value) in members {
        members[name] = value.takingConflicts(path: "\(path).\(name)", ids: ids, into: &lifted)
      }
      if !rest.isEmpty { members["conflicts"] = .array(rest) }
      return .object(members)
    default: return self
    }
  }
}
