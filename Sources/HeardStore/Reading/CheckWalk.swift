import Glibc
import HeardModel
import StrictJSON

/// One walk through a programme folder: what stands there, file by file.
struct CheckWalk {
  let folder: Folder
  private(set) var faults: [FileFault] = []
  private(set) var records = CheckedRecords()
  private var rights: Rights

  init(_ folder: Folder, _ rights: Rights = Rights(ProgrammeSettings())) {
    self.folder = folder
    self.rights = rights
  }

  /// Reads what the rest depends on: the format, and whether a group shares the folder.
  mutating func readSettings() throws(StoreError) {
    let file = FilePlace.programmeFile
    guard let bytes = (try? folder.read(file)) ?? nil else { return }
    if let newer = newerFormat(bytes) { throw newer }
    guard let settings: ProgrammeSettings = try? decode(bytes, file: file) else { return }
    rights = Rights(settings)
  }

  /// Looks at what stands in the folder itself.
  mutating func checkRoot() {
    checkRights(of: ".", in: folder, named: "", rights.folder)
    let names = (try? folder.names()) ?? []
    checkTwins(names, in: "")
    for name in names {
      switch FilePlace(programme: name) {
      case let place? where place.file != nil: read(place)
      case nil: noteOther(name, path: name, nil, folder)
      default: break
      }
    }
  }

  /// Looks at a folder inside the programme's.
  mutating func check(_ place: FilePlace) {
    let name = place.folder ?? ""
    let inside: Folder
    let names: [String]
    do throws(StoreError) {
      guard let there = try folder.inside(place) else { return }
      inside = there
      names = try there.names()
    } catch {
      faults.append(folderFault(place, error))
      return
    }
    checkRights(of: name, in: folder, named: name, rights.of(place).folder)
    checkTwins(names, in: "\(name)/")
    let parts = shared(by: 2, names.count, CheckWalk(folder, rights)) { index, walk in
      walk.look(at: names[index], in: place, inside)
    }
    for part in parts {
      faults += part.faults
      records.absorb(part.records)
    }
  }

  /// Looks at one name in a folder inside the programme's.
  private mutating func look(at file: String, in place: FilePlace, _ inside: Folder) {
    let path = "\(place.folder ?? "")/\(file)"
    if place.holdsLines ? file.hasSuffix(".jsonl") : isRecordFile(file) {
      check(file, path, in: place, inside)
    } else {
      noteOther(file, path: path, place, inside)
    }
  }

  /// Looks at the records as a whole: their links and rules.
  mutating func checkRecords(on today: CalendarDay?) {
    faults += records.faults(on: today)
    records = CheckedRecords()
  }
}

private extension CheckWalk {
  mutating func check(
    _ file: String, _ path: String, in place: FilePlace, _ inside: Folder
  ) {
    if place.holdsLines {
      if let bytes = bytes(of: file, path, inside, place) { checkLines(bytes, path, place) }
      return
    }
    guard place.takes(stem(file)) else {
      let isKnown = status(
        file, path, inside, rights.of(place).file, isPrivate: place.row.isPrivate)
      if isKnown {
        faults.append(FileFault(file: path, kind: copy(file, of: place, inside) ?? .badName))
      }
      return
    }
    guard let bytes = bytes(of: file, path, inside, place) else {
      records.closed.insert(path)
      return
    }
    var checked = CheckedFile(path, bytes)
    records.take(&checked, in: place)
    checked.noteConflicts()
    records.files[path] = checked
  }

  /// Reads a file of the folder itself.
  mutating func read(_ place: FilePlace) {
    let name = place.file ?? ""
    guard let bytes = bytes(of: name, name, folder, place) else {
      if folder.status(name) != nil { records.closed.insert(name) }
      return
    }
    var checked = CheckedFile(name, bytes)
    records.take(&checked, in: place)
    checked.noteConflicts()
    records.files[name] = checked
  }

  /// A file's bytes; nil when it may not or cannot be read, which is noted.
  mutating func bytes(
    of file: String, _ path: String, _ inside: Folder, _ place: FilePlace
  ) -> [UInt8]? {
    let mode = rights.of(place).file
    guard status(file, path, inside, mode, isPrivate: place.row.isPrivate) else { return nil }
    do throws(FileFault) { return try inside.read(file) } catch {
      var fault = error
      fault.file = path
      faults.append(fault)
      return nil
    }
  }

  /// Whether a file is a plain one that may be read; what is wrong with its rights is noted.
  mutating func status(
    _ file: String, _ path: String, _ inside: Folder, _ mode: mode_t, isPrivate: Bool
  ) -> Bool {
    guard let status = inside.status(file) else { return false }
    guard status.hasOwnKind, status.st_mode & S_IFMT == S_IFREG else {
      faults.append(FileFault(file: path, kind: .notAPlainFile))
      return false
    }
    if isPrivate && status.st_uid != geteuid() {
      faults.append(FileFault(file: path, kind: .foreignOwner))
      return false
    }
    checkRights(of: file, in: inside, named: path, mode)
    return true
  }

  mutating func checkRights(
    of name: String, in folder: Folder, named path: String, _ mode: mode_t
  ) {
    guard let status = folder.status(name) else { return }
    let wider = status.st_mode & 0o777 & ~mode
    if wider != 0 {
      faults.append(
        FileFault(file: path, kind: .openToOthers(mode: Int(status.st_mode & 0o777))))
    }
  }

  /// Names that a person or another machine would take for the same.
  mutating func checkTwins(_ names: [String], in folder: String) {
    // Texts are equal in Swift when they look equal, however their letters are put together.
    var seen: [String: String] = [:]
    for name in names {
      if let twin = seen.updateValue(name, forKey: name.lowercased()) {
        faults.append(FileFault(file: folder + name, kind: .twin(twin)))
      }
    }
  }

  /// What is no file of the format: left by a save, a copy of a sync, welcome, or a stranger.
  mutating func noteOther(
    _ name: String, path: String, _ place: FilePlace?, _ inside: Folder
  ) {
    if Leftover(name: name) != nil {
      faults.append(FileFault(file: path, kind: .leftover))
    } else if let copy = copy(name, of: place, inside) {
      faults.append(FileFault(file: path, kind: copy))
    } else if !Welcome.names.contains(where: name.hasPrefix) {
      faults.append(FileFault(file: path, kind: .stranger))
    }
  }

  /// That a file is a copy of a record beside it; nil when it is none.
  func copy(_ name: String, of place: FilePlace?, _ inside: Folder) -> FileFault.Kind? {
    let path = place?.folder.map { "\($0)/" } ?? ""
    return inside.copy(name, in: path).map { .syncCopy(of: "\(stem($0.original)).json") }
  }

  mutating func checkLines(_ bytes: [UInt8], _ path: String, _ place: FilePlace) {
    let newline = UInt8(ascii: "\n")
    let isTorn = bytes.last.map { $0 != newline } ?? false
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do throws(JSONFault) {
        let root = try JSONDocument(Array(line)).root
        if place == .history { noteMembers(HistoryLine.self, root, path, line: index + 1) }
        if place == .register { noteMembers(RegisterLine.self, root, path, line: index + 1) }
      } catch {
        // A crash can cut the last line off; the next save begins a new one.
        let isLeftover = isTorn && index == lines.count - 1
        let what: SyntaxFault = MergeMarks.isMark(line) ? .mergeMarks : SyntaxFault(error.kind)
        faults.append(
          FileFault(
            file: path, line: index + 1, column: error.column,
            kind: isLeftover ? .leftover : .json(what)))
      }
    }
  }

  mutating func noteMembers<T: Stored>(
    _ type: T.Type, _ root: JSONNode, _ path: String, line: Int
  ) {
    for var fault in RecordReader.read(type, from: root).1 {
      fault.file = path
      fault.line = line
      faults.append(fault)
    }
  }
}

/// Names that may stand in a programme folder although Heard does not make them.
private enum Welcome {
  static let names = [
    ".git", ".st", "README", "LICENSE", "COPYING", ".DS_Store", "desktop.ini", "Thumbs.db",
    ".directory", "lost+found",
  ]
}

extension FilePlace {
  /// Whether a file may have this name, without `.json`.
  func takes(_ name: String) -> Bool {
    guard case .each(_, let naming) = row.files else { return false }
    return switch naming {
    case .country: CountryCode(stored: name) != nil
    case .taxonomy: TaxonomyName(stored: name) != nil
    case .quarter: ApprovalPeriod(stored: name) != nil
    case .id, .made: Identifier<Event>(stored: name) != nil
    }
  }
}
