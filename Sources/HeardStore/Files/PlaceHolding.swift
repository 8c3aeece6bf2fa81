import Glibc
import HeardModel

/// What lies at a place: where that is, how much it is, and who of the machine may read it.
public struct PlaceHolding: Hashable, Sendable {
  /// The place.
  public let place: FilePlace
  /// The file, or the folder with its files.
  public let path: String
  /// How many files there are; of files with one value a line how many lines.
  public let count: Int
  /// The rights that its files have, as `0o600`, all of them together; nil where there is none.
  public let rights: Int?
}

extension ProgrammeStore {
  /// What lies at every place of the table; makes none and reads no words.
  public func holdings(_ settings: ProgrammeSettings) -> [PlaceHolding] {
    FilePlace.allCases.map { place in
      let home = home(of: place, settings)
      let path = home.map { home in place.file.map { "\(home)/\($0)" } ?? home }
      guard let home, let folder = try? Folder(home) else {
        return PlaceHolding(place: place, path: path ?? "", count: 0, rights: nil)
      }
      let names = ((try? folder.names()) ?? []).filter(place.owns)
      let modes = names.compactMap { folder.status($0).map { Int($0.st_mode & 0o777) } }
      let count = place.holdsLines ? names.reduce(0) { $0 + folder.lines(of: $1) } : names.count
      return PlaceHolding(
        place: place, path: path ?? "", count: count,
        rights: modes.isEmpty ? nil : modes.reduce(0) { $0 | $1 })
    }
  }

  /// The folder in which a place's files lie; nil where this machine can have none.
  private func home(of place: FilePlace, _ settings: ProgrammeSettings) -> String? {
    let root: String? =
      switch place.row.root {
      case .programme: path
      case .state, .stateOfProgramme: Self.personal("XDG_STATE_HOME", ".local/state")
      // What is there already is looked at; nothing is made for a look.
      case .runtime: StateFolder.runtime(making: false).first?.path
      case .configuration: Self.personal("XDG_CONFIG_HOME", ".config")
      }
    guard var home = root else { return nil }
    if let name = place.folder { home += "/\(name)" }
    if place.row.root == .stateOfProgramme { home += "/\(folderKey(settings.id, path))" }
    return home
  }
}

extension FilePlace {
  /// Whether a name in its folder is one of its own.
  fileprivate func owns(_ name: String) -> Bool {
    switch row.files {
    case .one(let own): name == own
    case .each: isRecordFile(name)
    case .lines: name.hasSuffix(".jsonl")
    case .any: true
    case .folders(let names):
      names.contains { $0.hasSuffix("-") ? name.hasPrefix($0) : name == $0 }
    }
  }
}

extension Folder {
  /// How many lines that are not empty a file has.
  fileprivate func lines(of name: String) -> Int {
    ((try? read(name)) ?? nil)?.split(separator: UInt8(ascii: "\n")).count ?? 0
  }
}
