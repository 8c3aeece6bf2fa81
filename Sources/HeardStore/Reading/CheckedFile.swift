import HeardModel
import StrictJSON

/// One file that is being checked: its text and the faults found so far.
struct CheckedFile {
  let path: String
  private let root: JSONNode?
  // Most files hold none, and to look for them makes a text of every name in a file.
  private let mayHoldConflicts: Bool
  private(set) var faults: [FileFault]
  /// The parts of the lists that were looked into, by the way to the list and then by their ids.
  private var byID: [String: [String: JSONNode]] = [:]

  /// Reads a text; what it is as JSON and whether it stands as Heard writes it is noted.
  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    do throws(JSONFault) {
      let document = try JSONDocument(bytes)
      let root = document.root
      self.root = root
      mayHoldConflicts = document.holds("conflicts")
      faults = []
      if root.kind != .object {
        faults = [FileFault(file: path, line: 1, column: 1, kind: .notAnObject)]
      } else if !document.isCanonical {
        faults = [FileFault(file: path, kind: .notCanonical)]
      }
    } catch {
      root = nil
      mayHoldConflicts = false
      faults = [FileFault(file: path, error, in: bytes)]
    }
  }

  /// The value as a type; nil when a member of it does not fit, which is noted.
  mutating func read<T: Stored>(_ type: T.Type) -> T? {
    guard let root, root.kind == .object else { return nil }
    let (value, found) = RecordReader.read(type, from: root)
    for var fault in found {
      fault.file = path
      faults.append(fault)
    }
    return found.isEmpty ? value : nil
  }

  /// Notes a fault of a member, as `participations[p-7kq2m9x4ab].consent`, with its place.
  mutating func note(_ member: String, _ kind: FileFault.Kind) {
    let place = root.map { node(member, in: $0) }?.position
    faults.append(
      FileFault(
        file: path, line: place?.line, column: place?.column, member: member, kind: kind))
  }

  /// Notes every conflict that waits in the file, whichever record or part holds it.
  mutating func noteConflicts() {
    guard let root, mayHoldConflicts else { return }
    for (record, entry) in conflicts(in: root, at: "") {
      let inner = entry.member("path")?.string ?? ""
      let place = entry.position
      faults.append(
        FileFault(
          file: path, line: place.line, column: place.column,
          member: record.isEmpty ? inner : "\(record).\(inner)", kind: .rule(.conflictOpen)))
    }
  }

  /// The ids of a list of the file itself, in the order in which they stand.
  func ids(in list: StaticString) -> [String] {
    root?.member(list)?.elements.compactMap { $0.member("id")?.string } ?? []
  }

  /// Every id in the file that is the id of a part of it, with the path to that part.
  func parts() -> [(id: String, path: String)] {
    root.map { parts(of: $0, at: "") } ?? []
  }
}

private extension CheckedFile {
  /// The value at a path; the innermost one that is there where the path leads further.
  mutating func node(_ path: String, in root: JSONNode) -> JSONNode {
    var node = root
    var way = ""
    for step in path.split(separator: ".", omittingEmptySubsequences: true) {
      let name = String(step.prefix { $0 != "[" })
      guard let member = node.member(named: name) else { return node }
      node = member
      way += ".\(name)"
      guard let open = step.firstIndex(of: "["), step.hasSuffix("]") else { continue }
      let id = String(step[step.index(after: open)...].dropLast())
      guard let element = part(id, of: node, at: way) else { return node }
      node = element
      way += "[\(id)]"
    }
    return node
  }

  /// A part of a list by its id; a list is gone over once, however many of its parts have faults.
  private mutating func part(_ id: String, of list: JSONNode, at way: String) -> JSONNode? {
    if let known = byID[way] { return known[id] }
    var found: [String: JSONNode] = [:]
    for element in list.elements {
      if let own = element.member("id")?.string, found[own] == nil { found[own] = element }
    }
    byID[way] = found
    return found[id]
  }

  func conflicts(in node: JSONNode, at path: String) -> [(String, JSONNode)] {
    var found: [(String, JSONNode)] = []
    for (name, value) in node.members {
      if name == "conflicts" {
        found += value.elements.map { (path, $0) }
        continue
      }
      let inner = path.isEmpty ? name : "\(path).\(name)"
      found += conflicts(in: value, at: inner)
      for element in value.elements {
        let id = element.member("id")?.string.map { "[\($0)]" } ?? ""
        found += conflicts(in: element, at: inner + id)
      }
    }
    return found
  }

  func parts(of node: JSONNode, at path: String) -> [(id: String, path: String)] {
    var found: [(id: String, path: String)] = []
    for (name, value) in node.members where name != "conflicts" {
      let inner = path.isEmpty ? name : "\(path).\(name)"
      if value.kind == .object { found += parts(of: value, at: inner) }
      for element in value.elements {
        guard let id = element.member("id")?.string else { continue }
        found.append((id, "\(inner)[\(id)]"))
        found += parts(of: element, at: "\(inner)[\(id)]")
      }
    }
    return found
  }
}
