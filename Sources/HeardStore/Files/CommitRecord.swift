import Glibc
import HeardModel
import StrictJSON

/// What a change of several files is about to do, written before the first of them is put in place:
/// so the next program can finish it, or leave everything as it was.
///
/// It holds names and digests, and the lines of the history; never what stands in the files. It lies
/// in the programme folder (`.heard-commit-PID-START-N.tmp`), since whoever opens that next has to
/// see it.
struct CommitRecord: Stored {
  /// The files.
  var files: [CommitFile] = []
  /// The lines of the history.
  var history: StoredValue?
  /// When.
  var at = Moment(seconds: 0)

  init() {}

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.records("files", &files)
    visitor.raw("history", &history)
    visitor.required("at", &at)
  }
}

/// One file of it.
struct CommitFile: StoredRecord {
  /// The file inside the programme folder.
  var file = ""
  /// The name under which its new content waits beside it; empty where it is taken away.
  var staged = ""
  /// The digest of what stood there; empty for nothing.
  var before = ""
  /// The digest of what is to stand there; empty for nothing.
  var after = ""

  init() {}
  var recordID: String { file }

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &file)
    visitor.text("staged", &staged)
    visitor.text("before", &before)
    visitor.text("after", &after)
  }
}

extension ProgrammeStore {
  /// Notes what is about to happen to several files; the name of the note, nil for a single one.
  func announce(
    _ staged: [StagedChange], _ lines: [HistoryLine], at moment: Moment
  ) throws(StoreError) -> String? {
    if staged.count < 2 { return nil }
    var record = CommitRecord()
    record.at = moment
    record.history = .list(lines.map { StoredValue(TreeWriter.tree($0)) })
    record.files = staged.map { change in
      var file = CommitFile()
      file.file = change.file.file.path
      file.staged = change.content?.temporary ?? ""
      file.before = digest(of: change.file.file)
      if case .write(let bytes) = change.file.step { file.after = SHA256.hex(bytes) }
      return file
    }
    let name = Leftover.newCommitName()
    do throws(StoreError) {
      try folder.replace(name, with: record.fileBytes(), mode: 0o600)
    } catch {
      try? folder.take(name)
      throw error.asNotWritten
    }
    return name
  }

  /// Finishes what programs that run no more had begun with several files, before anything is decided
  /// by what was read: half of an import, read as all of it, would let the other half come twice.
  ///
  /// - Returns: whether there was anything, so that the folder has to be read again.
  public func finishBegun() -> Bool {
    let hasBegun = ((try? folder.names()) ?? []).contains { name in
      Leftover(name: name).map { $0.isCommit && !$0.isOwned } ?? false
    }
    guard hasBegun else { return false }
    let lock = try? FolderLock(folder)
    defer { _ = lock }
    // Who holds the folder for so long finishes it before the own change.
    if lock != nil { finishCommits() }
    return true
  }

  /// Finishes what programs that run no more had begun with several files, or leaves everything as it
  /// was; under the folder's lock, before anybody changes these files again.
  func finishCommits() {
    for name in (try? folder.names()) ?? [] {
      guard let owner = Leftover(name: name), owner.isCommit, !owner.isOwned else { continue }
      if let bytes = (try? folder.read(name)) ?? nil,
        let record: CommitRecord = try? decode(bytes, file: name)
      {
        finish(record)
      }
      try? folder.take(name)
    }
  }

  /// Lets go of what this program noted and has done by now with new files.
  func forgetOwnCommits() {
    for name in (try? folder.names()) ?? [] {
      guard let owner = Leftover(name: name), owner.isCommit, owner.isOwn,
        let bytes = (try? folder.read(name)) ?? nil
      else { continue }
      let record: CommitRecord? = try? decode(bytes, file: name)
      for file in record?.files ?? [] where Leftover(name: file.staged) != nil {
        try? ((try? place(of: RecordFile(path: file.file))) ?? nil)?.take(file.staged)
      }
      try? folder.take(name)
    }
  }

  private func finish(_ record: CommitRecord) {
    let steps = record.files.map { ($0, step(of: $0)) }
    // What is not there any more, or was changed since, makes the rest half a change.
    guard steps.allSatisfy({ $0.1 != nil }), let erased = try? erasedIDs() else { return }
    for (file, step) in steps where step == .waits {
      let target = RecordFile(path: file.file)
      guard let place = (try? place(of: target)) ?? nil else { continue }
      if file.staged.isEmpty {
        try? place.take(target.name)
      } else if erased.contains(stem(target.name)) {
        try? place.take(file.staged)
      } else {
        try? place.place(StagedFile(name: target.name, temporary: file.staged))
      }
      try? place.sync(target.name)
    }
    guard let settings = try? settingsOnDisk(), case .list(let lines)? = record.history else {
      return
    }
    // What was erased meanwhile is taken out by the sweep; the history names no content.
    let told: [HistoryLine] = lines.compactMap {
      try? decode(JSONValue($0).canonicalBytes(), file: "history")
    }
    note(told, at: record.at, Rights(settings))
  }

  private enum Step {
    case done
    case waits
  }

  /// How far one file is; nil where it is neither as it was nor as it is to be.
  private func step(of file: CommitFile) -> Step? {
    let target = RecordFile(path: file.file)
    let now = digest(of: target)
    if now == file.after { return .done }
    guard now == file.before else { return nil }
    if file.staged.isEmpty { return .waits }
    guard Leftover(name: file.staged) != nil, let place = (try? place(of: target)) ?? nil,
      let bytes = (try? place.read(file.staged)) ?? nil, SHA256.hex(bytes) == file.after
    else { return nil }
    return .waits
  }

  private func digest(of file: RecordFile) -> String {
    ((try? bytes(of: file)) ?? nil).map(SHA256.hex) ?? ""
  }
}
