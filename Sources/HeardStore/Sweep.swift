import Glibc
import HeardModel
import StrictJSON

/// Takes out of every place of the table what belongs to some people, testimonies or records.
///
/// It knows no place by itself: what each place says of its search and its sweep is done there. What
/// it cannot read it leaves, and names it.
struct Sweep {
  /// The ids that are gone: of events, people, testimonies, quotes, actions.
  private let ids: Set<String>
  private let programme: Folder
  private let settings: ProgrammeSettings
  /// Whether the programme folder may be written: one of another format is only read.
  private let isWritable: Bool
  /// What those are called, where it still stands somewhere: found in what people searched for.
  private var names: Set<String> = []
  /// Files that may still hold something, since they could not be read or changed.
  private(set) var left: [String] = []
  /// Files of the programme folder that were changed or taken away.
  private(set) var changed: [String] = []

  /// A sweep of a programme folder and of what this person keeps beside it.
  init(
    _ ids: Set<String>, _ programme: Folder, _ settings: ProgrammeSettings, isWritable: Bool
  ) {
    (self.ids, self.programme, self.settings) = (ids, programme, settings)
    self.isWritable = isWritable
  }

  /// Sweeps every place; those in which nobody's words can stand are not opened.
  mutating func run() {
    // First what they are called: afterwards nobody knows it any more.
    for place in FilePlace.allCases where place.row.search == .ids && !ids.isEmpty {
      each(of: place) { sweep, folder, name in sweep.learn(folder, name, place) }
    }
    for place in FilePlace.allCases where place.row.mayHoldWords {
      if ids.isEmpty && place.row.search != .everything { continue }
      if !isWritable && place.row.root == .programme { continue }
      switch place.row.sweep {
      case .nothing: break
      case .records:
        each(of: place) { sweep, folder, name in sweep.takeRecords(folder, name, place) }
      case .entries:
        each(of: place) { sweep, folder, name in sweep.takeEntries(folder, name, place) }
      case .files: each(of: place) { sweep, folder, name in sweep.takeFile(folder, name, place) }
      case .leftovers: takeLeftovers(place)
      }
    }
  }
}

// What goes.
extension Sweep {
  /// Takes a file away that is one of them, or its copy; else the parts that are.
  private mutating func takeRecords(_ folder: Folder, _ name: String, _ place: FilePlace) {
    let isOneEach =
      if case .each(_, .id) = place.row.files { place.row.list == nil } else { false }
    // What other programs leave beside a record begins with its id; so does what is kept of it.
    let id = CopyName(name).map { stem($0.original) } ?? String(stem(name).prefix { $0 != "." })
    if isOneEach, ids.contains(id) { return remove(folder, name, place) }
    guard let tree = tree(folder, name, place) else { return }
    replace(folder, name, tree, by: tree.removing(erased: ids), place)
  }

  /// Takes the entries of a file's list out that tell of them.
  private mutating func takeEntries(_ folder: Folder, _ name: String, _ place: FilePlace) {
    guard let list = place.row.list, let tree = tree(folder, name, place) else { return }
    var rest = tree.removing(erased: ids)
    if let entries = rest[list]?.elements {
      rest[list] = .array(entries.filter { !tells($0) })
    }
    replace(folder, name, tree, by: rest, place)
  }

  /// Takes a file away that tells of them.
  private mutating func takeFile(_ folder: Folder, _ name: String, _ place: FilePlace) {
    guard let tree = tree(folder, name, place) else { return }
    if tree.tells(of: ids) { remove(folder, name, place) }
  }

  /// Takes away what no running program needs: folders are named by the program that made them.
  private mutating func takeLeftovers(_ place: FilePlace) {
    guard let folder = (try? StateFolder.of(place))?.folder else { return }
    for name in (try? folder.names()) ?? [] {
      guard let process = pid_t(name), kill(process, 0) != 0, errno == ESRCH else { continue }
      folder.removeAll(name)
    }
  }

  private mutating func remove(_ folder: Folder, _ name: String, _ place: FilePlace) {
    do throws(StoreError) {
      try folder.remove(name)
      note(name, place)
    } catch {
      left.append(path(folder, name))
    }
  }

  private mutating func note(_ name: String, _ place: FilePlace) {
    guard place.row.root == .programme else { return }
    changed.append(place.folder.map { "\($0)/\(name)" } ?? name)
  }

  private mutating func replace(
    _ folder: Folder, _ name: String, _ tree: JSONValue, by rest: JSONValue, _ place: FilePlace
  ) {
    if rest == tree { return }
    let mode = Rights(settings).of(place).file
    do throws(StoreError) {
      try folder.replace(name, with: rest.canonicalBytes(), mode: mode)
      note(name, place)
    } catch {
      left.append(path(folder, name))
    }
  }
}

// What is found.
extension Sweep {
  /// Does something with each file of a place that is one or may be a copy of one.
  private mutating func each(
    of place: FilePlace, _ body: (inout Sweep, Folder, String) -> Void
  ) {
    guard let folder = home(of: place) else { return }
    let names = (try? folder.names()) ?? []
    let own = names.filter { name in
      if let file = place.file { return name == file || CopyName(name)?.original == file }
      return isRecordFile(name) || CopyName(name) != nil
    }
    for name in own { body(&self, folder, name) }
  }

  /// The folder in which a place's files lie; nil where there is none.
  private func home(of place: FilePlace) -> Folder? {
    guard place.row.root == .programme else {
      return (try? StateFolder.of(place, settings.id, programme.path))?.folder
    }
    return place.file != nil ? programme : (try? programme.inside(place)) ?? nil
  }

  /// Notes what those are called that stand in a file.
  private mutating func learn(_ folder: Folder, _ name: String, _ place: FilePlace) {
    let isOne = ids.contains(stem(name))
    guard let bytes = (try? folder.read(name)) ?? nil, isOne || mayTell(bytes),
      let tree = try? JSONValue(bytes)
    else { return }
    tree.names(of: ids, isOneOfThem: isOne, into: &names)
  }

  /// A file's tree; nil where nothing of it can be theirs, and where it cannot be read, which is
  /// noted.
  private mutating func tree(
    _ folder: Folder, _ name: String, _ place: FilePlace
  ) -> JSONValue? {
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try folder.read(name) else { return nil }
      bytes = read
    } catch {
      left.append(path(folder, name))
      return nil
    }
    if !names.isEmpty && place.row.search == .mentions || mayTell(bytes) {
      if let tree = try? JSONValue(bytes) { return tree }
      left.append(path(folder, name))
    }
    return nil
  }

  /// Whether bytes name one of the ids, or write letters in a way that could: most files do neither,
  /// and are not read as JSON.
  private func mayTell(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\\u00") || ids.contains { text.contains($0) }
  }

  /// Whether an entry names one of them, by id or by what they are called.
  private func tells(_ entry: JSONValue) -> Bool {
    entry.tells(of: ids) || entry.mentions(names)
  }

  private func path(_ folder: Folder, _ name: String) -> String { "\(folder.path)/\(name)" }
}

extension ProgrammeStore {
  /// Takes out of the folder, and out of all that this person keeps beside it, what was erased; a
  /// folder of another format is not written.
  ///
  /// - Returns: files that may still hold some of it, since they could not be read or changed.
  /// - Throws: `StoreError` where somebody else is writing in the folder for longer than a second.
  public func sweep(
    _ erased: Set<String>, _ settings: ProgrammeSettings
  ) throws(StoreError) -> [String] {
    let lock = try FolderLock(folder, milliseconds: 1000)
    defer { _ = lock }
    finishCommits()
    return sweepLocked(erased, settings)
  }

  /// The same under the folder's lock.
  func sweepLocked(_ erased: Set<String>, _ settings: ProgrammeSettings) -> [String] {
    // A format that this version does not write, or a file that it cannot read.
    let isWritable = (try? settingsOnDisk()) != nil
    var sweep = Sweep(erased, folder, settings, isWritable: isWritable)
    sweep.run()
    for file in sweep.changed {
      let place = (try? place(of: RecordFile(path: file))) ?? nil
      noteOwn(file, place?.status(RecordFile(path: file).name))
    }
    return sweep.left
  }
}

private extension JSONValue {
  /// Members that say what somebody is called.
  static let callings: Set<String> = ["pseudonym", "name", "nameReading"]

  /// What those are called that have one of the ids.
  func names(of ids: Set<String>, isOneOfThem: Bool, into names: inout Set<String>) {
    switch self {
    case .array(let elements):
      for element in elements { element.names(of: ids, isOneOfThem: isOneOfThem, into: &names) }
    case .object(let members):
      let own = [members["id"], members["person"]].compactMap { $0?.text }
      let isOne = isOneOfThem || own.contains(where: ids.contains)
      for (name, value) in members {
        if isOne, Self.callings.contains(name), let text = value.text, text.count > 2 {
          names.insert(text.lowercased())
        }
        value.names(of: ids, isOneOfThem: isOne && value.recordID == nil, into: &names)
      }
    default: break
    }
  }

  /// Whether a text in it holds one of the names as words of their own.
  func mentions(_ names: Set<String>) -> Bool {
    switch self {
    case .string(let text):
      let text = text.lowercased()
      return names.contains { name in
        text.ranges(of: name).contains { range in
          let before = range.lowerBound == text.startIndex ? nil : text[..<range.lowerBound].last
          let after = text[range.upperBound...].first
          return ![before, after].contains { $0?.isLetter ?? false }
        }
      }
    case .array(let elements): return elements.contains { $0.mentions(names) }
    case .object(let members): return members.values.contains { $0.mentions(names) }
    default: return false
    }
  }
}
