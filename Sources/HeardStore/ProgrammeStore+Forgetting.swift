import Glibc
import HeardModel
import StrictJSON

// What somebody wants to have gone.
extension ProgrammeStore {
  /// Forgets something: takes its words out of other records, puts tombstones, and sweeps every
  /// place of this person's.
  ///
  /// No lock of a quarter refuses it. Done once more after a cut, it finishes what was begun.
  ///
  /// - Returns: the files that still hold some of it, since they could not be changed or are no
  ///   place of the program's.
  /// - Throws: `StoreError`; then nothing is erased yet, but words may be out of other records.
  public func forget(
    _ order: ForgetOrder, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> [String] {
    let left = try forgetUnderLock(order, settings: settings, by: author, at: moment)
    // What was chosen to stay is no remainder, and a look needs no lock.
    return left
      + remains(of: order.spoken, settings).filter { file in
        !left.contains(file) && !order.keptFiles.contains { file.hasSuffix("/\($0)") }
      }
  }

  private func forgetUnderLock(
    _ order: ForgetOrder, settings: ProgrammeSettings, by author: String, at moment: Moment
  ) throws(StoreError) -> [String] {
    let lock = try FolderLock(folder)
    defer { _ = lock }
    let cuts = order.edits.isEmpty ? nil : Change(.forgotten, order.edits)
    for change in [order.answers, cuts].compactMap({ $0 }) {
      _ = try saveLocked(change, settings: settings, by: author, at: moment)
    }
    let rights = Rights(try settingsOnDisk() ?? settings)
    try put(order.tombstones, rights)
    note(
      order.tombstones.map {
        HistoryLine(at: moment, by: author, record: $0.id.stored, what: "erased", fields: [])
      }, at: moment, rights)
    var sweep = SweepOrder(erased: try erasedIDs(), marks: try MarkFolder(folder).all())
    (sweep.spoken, sweep.kept) = (order.spoken, order.keptViews)
    return sweepLocked(sweep, settings)
  }

  /// The names behind some pseudonyms, as far as they are on this machine.
  public func identities(of people: [PersonID]) -> [Identity] {
    guard let inside = (try? folder.inside(.identities)) ?? nil else { return [] }
    return people.compactMap { id in
      guard let bytes = (try? inside.read("\(id.text).json")) ?? nil else { return nil }
      return try? decode(bytes, file: FilePlace.identities.path(id.text))
    }
  }

  private func put(_ tombstones: [Tombstone], _ rights: Rights) throws(StoreError) {
    if tombstones.isEmpty { return }
    let own = rights.of(.erased)
    let inside = try folder.makeInside(FilePlace.erased.folder ?? "", mode: own.folder)
    for tombstone in tombstones {
      try inside.replace(
        "\(tombstone.id.stored).json", with: tombstone.fileBytes(), mode: own.file)
    }
  }
}

// Where words still stand.
extension ProgrammeStore {
  /// The files of the programme folder, and of what this person keeps beside it, in which words
  /// stand, whichever program put them there; without what version control and sync programs keep.
  public func remains(of spoken: SpokenWords, _ settings: ProgrammeSettings) -> [String] {
    if spoken.isEmpty { return [] }
    let roots = [
      path, Self.personal("XDG_STATE_HOME", ".local/state"),
      Self.personal("XDG_CONFIG_HOME", ".config"), Self.personal("XDG_CACHE_HOME", ".cache"),
    ].compactMap { $0 }
    // The last is that of the state once more.
    let passing = StateFolder.runtime(making: false).dropLast().map(\.path)
    return (roots + passing).flatMap { Self.files(below: $0) }.filter { Self.holds($0, spoken) }
  }

  /// Folders in which other programs keep versions that this one does not touch.
  private static let foreign: Set<String> = [".git", ".hg", ".svn", ".stversions", ".sync"]

  /// A folder of this person's on this machine, which is not made; nil where there can be none.
  static func personal(_ variable: String, _ fallback: String?) -> String? {
    let given = getenv(variable).map { String(cString: $0) } ?? ""
    if given.hasPrefix("/") { return "\(given)/heard" }
    guard let fallback, let home = getenv("HOME") else { return nil }
    return "\(String(cString: home))/\(fallback)/heard"
  }

  private static func files(below path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." || foreign.contains(name) { continue }
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: found += files(below: "\(path)/\(name)")
      case S_IFREG: found.append("\(path)/\(name)")
      default: break
      }
    }
    return found.sorted()
  }

  private static func holds(_ file: String, _ spoken: SpokenWords) -> Bool {
    guard
      let folder = try? Folder(
        String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex))),
      let name = file.split(separator: "/").last.map(String.init),
      let bytes = (try? folder.read(name)) ?? nil
    else { return false }
    if let tree = try? JSONValue(bytes) { return tree.repeats(of: spoken) }
    return spoken.repeats(in: String(decoding: bytes, as: UTF8.self))
  }
}

extension JSONValue {
  /// Whether a text in it holds a run of the words, or what somebody is called.
  fileprivate func repeats(of spoken: SpokenWords) -> Bool {
    switch self {
    case .string(let text): spoken.repeats(in: text)
    case .array(let elements): elements.contains { $0.repeats(of: spoken) }
    case .object(let members): members.values.contains { $0.repeats(of: spoken) }
    default: false
    }
  }
}

extension ProgrammeStore {
  /// What this machine knows of something that is to be forgotten.
  public func survey(
    _ plan: Forgetting, _ settings: ProgrammeSettings
  ) -> ForgetSurvey {
    var survey = ForgetSurvey(plan.subject)
    survey.identities = identities(of: plan.people)
    // By every id of it: a list that left names the people, a record by itself what it is.
    let ids = Set(plan.testimonies.map(\.id.text) + plan.tombstones)
    survey.register = registered(of: ids)
    let names = (try? folder.names()) ?? []
    // The folder may lie inside what version control keeps.
    survey.isVersioned =
      names.contains(".git")
      || ["/..", "/../.."].contains { access("\(path)\($0)/.git", F_OK) == 0 }
    survey.keepsVersions = names.contains { $0 == ".stversions" || $0 == ".stfolder" }
    for file in remains(of: plan.spoken, settings) where file.hasPrefix("\(path)/") {
      let inside = String(file.dropFirst(path.count + 1))
      let name = inside.split(separator: "/").last.map(String.init) ?? inside
      if CopyName(name) != nil {
        survey.copies.append(inside)
      } else if FilePlace(path: inside) == nil {
        survey.strangers.append(inside)
      }
    }
    return survey
  }
}
