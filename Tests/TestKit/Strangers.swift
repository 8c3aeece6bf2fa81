import Foundation
import HeardModel

/// The files in the folders of a home that no place of the table of places has.
///
/// A home holds `state/heard`, `config/heard`, and perhaps `cache` and `run`.
public func strangers(inHome home: String) -> [String] {
  let kept = ["state", "config", "cache", "run", ".local", ".config", ".cache"]
  let all = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
  return all.filter { file in
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: "\(home)/\(file)", isDirectory: &isFolder)
    guard !isFolder.boolValue, kept.contains(where: { file.hasPrefix("\($0)/") }) else {
      return false
    }
    return !FilePlace.allCases.contains { $0.holds(file) }
  }
}

extension FilePlace {
  /// Whether a file of a home, as `state/heard/recent.json`, is one of the place's.
  fileprivate func holds(_ file: String) -> Bool {
    let parts = file.split(separator: "/").map(String.init)
    let roots: [[String]]
    switch row.root {
    case .programme: return false
    case .state, .stateOfProgramme: roots = [["state", "heard"]]
    case .configuration: roots = [["config", "heard"]]
    case .runtime: roots = [["run", "heard"], ["state", "heard"]]
    }
    guard let root = roots.first(where: { parts.starts(with: $0) }) else { return false }
    let rest = parts.dropFirst(root.count)
    guard let first = rest.first else { return false }
    switch row.files {
    case .one(let name): return Array(rest) == [name]
    case .any(let folder): return first == folder
    case .folders(let names): return rest.count > 1 && names.contains(where: first.hasPrefix)
    case .lines(let folder), .each(let folder, _):
      return first == folder && rest.count == (row.root == .stateOfProgramme ? 3 : 2)
    }
  }
}
