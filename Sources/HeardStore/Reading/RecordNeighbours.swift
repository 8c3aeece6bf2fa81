import Glibc
import HeardModel
import StrictJSON

extension ProgrammeStore {
  /// Reads only what an answer about one event, testimony or action needs, with the same rules.
  ///
  /// Nothing may be saved by what is read so: who closes, locks or undoes needs the whole.
  ///
  /// - Returns: nil where an answer needs everything, or where something of it cannot be read.
  /// - Throws: `StoreError` when there is no programme, or its own file cannot be used.
  public func load(around id: String) throws(StoreError) -> LoadedProgramme? {
    guard let near = RecordNeighbours(of: id, in: folder) else { return nil }
    var reader = ProgrammeReader(folder, only: near.files)
    try reader.readPart()
    return reader.loaded.unreadable.isEmpty ? reader.loaded : nil
  }
}

/// The files of which an answer about one event, testimony or action is made: its own, those of the
/// records that it is linked with, and all that are few.
///
/// It decides nothing of what is shown. A file is left out where nothing of the record can stand in it,
/// and taken where that is not sure.
struct RecordNeighbours {
  /// The files, as `events/ID.json`.
  private(set) var files: [String] = []
  private let folder: Folder

  /// Nil where an answer needs everything: people and organisations stand at any event.
  init?(of id: String, in folder: Folder) {
    self.folder = folder
    guard Identifier<Event>(stored: id) != nil else { return nil }
    var (events, told): (Set<String>, Set<String>) = ([id], [])
    var actions: [String]?
    if id.hasPrefix("t-"), !has(.events, id) {
      told = [id]
      events = self.events(telling: told)
    } else if id.hasPrefix("a-"), !has(.events, id), has(.actions, id) {
      let links = links(of: "\(id).json")
      told = links.testimonies
      events = told.isEmpty ? links.events : links.events.union(self.events(telling: told))
      actions = ["\(id).json"]
    } else if !has(.events, id) {
      return nil
    }
    let testimonies = Set(events.flatMap(self.testimonies))
    // One that is nowhere may stand in a file that cannot be read.
    guard told.isSubset(of: testimonies) else { return nil }
    take(events, actions ?? self.actions(ofEvents: events, testimonies))
  }

  private init(in folder: Folder) {
    self.folder = folder
    take([], [])
  }

  /// The files of which a change of some records is made; where they may be removed, `naming` has those
  /// taken, too, that may name them.
  ///
  /// An id that stands in one of the files that are few needs no other; whether it does, and whether
  /// there is such a record at all, tells who reads them. Nil where a change needs everything.
  static func files(
    toChange ids: [String], naming: Bool, in folder: Folder
  ) -> Set<String>? {
    let few = RecordNeighbours(in: folder)
    var files = Set(few.files)
    for id in ids {
      let isEvent = few.has(.events, id)
      if isEvent || id.hasPrefix("t-") || few.has(.actions, id) {
        guard let near = RecordNeighbours(of: id, in: folder) else { return nil }
        files.formUnion(near.files)
      }
      if !naming || isEvent { continue }
      let places: [FilePlace] =
        few.has(.actions, id) ? [.actions] : [.events, .testimonies, .actions]
      for place in places { files.formUnion(few.files(holding: [id], in: place)) }
    }
    return files
  }

  private mutating func take(_ events: Set<String>, _ actions: [String]) {
    for event in events {
      files += [FilePlace.events.path(event), FilePlace.testimonies.path(event)]
    }
    files += actions.map { "\(FilePlace.actions.folder ?? "")/\($0)" }
    for place in FilePlace.allCases where place.row.root == .programme {
      if let file = place.file { files.append(file) }
    }
    // Marks are read by the consents that they are of, tombstones by their names.
    let others = FilePlace.shownFolders.filter {
      ![.events, .testimonies, .actions, .withdrawn, .erased].contains($0)
    }
    for place in others {
      files += names(in: place).map { "\(place.folder ?? "")/\($0)" }
    }
    files.sort()
  }
}

extension RecordNeighbours {
  private func has(_ place: FilePlace, _ id: String) -> Bool {
    ((try? folder.inside(place)) ?? nil)?.status("\(id).json") != nil
  }

  private func names(in place: FilePlace) -> [String] {
    let inside = (try? folder.inside(place)) ?? nil
    return ((try? inside?.names()) ?? []).filter(isRecordFile)
  }

  /// The events at which testimonies were told, as far as their files can hold them.
  private func events(telling ids: Set<String>) -> Set<String> {
    Set(files(holding: ids, in: .testimonies).map { stem($0) })
  }

  /// The files of a folder in which one of some ids can stand.
  private func files(holding ids: Set<String>, in place: FilePlace) -> [String] {
    guard let inside = (try? folder.inside(place)) ?? nil else { return [] }
    let names = names(in: place)
    let parts = shared(by: 2, names.count, [String]()) { index, found in
      let bytes = (try? inside.read(names[index])) ?? nil
      // One that cannot be read may hold them.
      if bytes.map({ mayHold(ids, $0) }) ?? true { found.append(place.path(stem(names[index]))) }
    }
    return parts.flatMap { $0 }
  }

  /// Whether consents can stand in no other files than some.
  static func consents(
    _ ids: Set<String>, standIn files: Set<String>, in folder: Folder
  ) -> Bool {
    let few = RecordNeighbours(in: folder)
    return [FilePlace.events, .testimonies].allSatisfy { place in
      files.isSuperset(of: few.files(holding: ids, in: place))
    }
  }

  /// Whether a testimony has a text as its id or as the number with which it is withdrawn.
  static func isTaken(_ text: String, in folder: Folder) -> Bool {
    let few = RecordNeighbours(in: folder)
    guard let inside = (try? folder.inside(.testimonies)) ?? nil else { return false }
    return few.files(holding: [text], in: .testimonies).contains { file in
      let root = few.root(of: RecordFile(path: file).name, in: inside)
      return root?.member("testimonies")?.elements.contains { testimony in
        [testimony.member("id"), testimony.member("consent")?.member("withdrawalCode")]
          .contains { $0?.string == text }
      } ?? false
    }
  }

  private func testimonies(at event: String) -> [String] {
    let file = "\(event).json"
    guard let root = root(of: file, in: (try? folder.inside(.testimonies)) ?? nil) else {
      return []
    }
    return root.member("testimonies")?.elements.compactMap { $0.member("id")?.string } ?? []
  }

  /// The files of the actions that came of some events or testimonies, with those that cannot be read.
  private func actions(ofEvents events: Set<String>, _ testimonies: Set<String>) -> [String] {
    guard let inside = (try? folder.inside(.actions)) ?? nil else { return [] }
    let names = names(in: .actions)
    let parts = shared(by: 2, names.count, [String]()) { index, found in
      let name = names[index]
      guard let root = root(of: name, in: inside) else { return found.append(name) }
      let links = Links(root)
      if !links.events.isDisjoint(with: events) || !links.testimonies.isDisjoint(with: testimonies)
      {
        found.append(name)
      }
    }
    return parts.flatMap { $0 }
  }

  private func links(of action: String) -> Links {
    Links(root(of: action, in: (try? folder.inside(.actions)) ?? nil))
  }

  private func root(of file: String, in inside: Folder?) -> JSONNode? {
    guard let bytes = (try? inside?.read(file)) ?? nil else { return nil }
    return (try? JSONDocument(bytes))?.root
  }
}

/// From what an action came.
private struct Links {
  let events: Set<String>
  let testimonies: Set<String>

  init(_ root: JSONNode?) {
    func ids(_ name: StaticString) -> Set<String> {
      Set(root?.member(name)?.elements.compactMap(\.string) ?? [])
    }
    events = ids("events")
    testimonies = ids("testimonies")
  }
}

/// Whether one of some ids can stand in a text: as it is, or with its letters written as `\u0061`.
private func mayHold(_ ids: Set<String>, _ bytes: [UInt8]) -> Bool {
  // The search of the machine's library ends at a zero, which no text of the format holds.
  (bytes + [0]).withUnsafeBytes { buffer in
    let text = buffer.bindMemory(to: CChar.self).baseAddress
    return text.map { text in
      strstr(text, "\\u") != nil || ids.contains { strstr(text, "\"\($0)\"") != nil }
    } ?? false
  }
}
