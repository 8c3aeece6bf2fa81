import HeardKit
import HeardModel
import HeardStore

/// What came of saving a change.
enum Saved {
  /// Nothing was to be written; what would change is printed.
  case shown
  /// It is on disk, and `heard undo` takes it back.
  case undoable
  /// It is on disk, and is not kept to be taken back.
  case lasting
}

extension OpenedProgramme {
  /// Opens a folder to change it; for a dry run nothing in it is touched.
  ///
  /// - Throws: `Failure` when the folder is only read.
  static func toChange(
    _ options: ProgrammeOptions, dryRun: Bool = false, near reach: NearChange? = nil
  ) throws -> OpenedProgramme {
    let opened = try OpenedProgramme(options, isDryRun: dryRun, near: reach)
    if let why = opened.desk.readOnly { throw Failure(opened.desk.words.sentence(why), .io) }
    if dryRun { return opened }
    Self.tellWaiting(opened.desk.words)
    let waiting = (try? opened.journal.get().waiting) ?? 0
    if waiting > 0 { Output.say(opened.desk.words("cli.left", count: waiting)) }
    return opened
  }

  /// Says it where somebody else holds the folder, so that nobody takes a command for dead.
  static func tellWaiting(_ words: Words) {
    FolderWait.tellOnce { Output.say(words("cli.waiting")) }
  }

  /// Puts the folder in order before something is written; whoever writes past `save` calls it first.
  ///
  /// A command that is refused leaves the folder as it is.
  func prepare() {
    let settings = desk.programme.settings
    if let above = ProgrammeFolder.above, above == store.path {
      Output.say(desk.words("cli.folderAbove", ["path": above]))
    }
    let tightened = store.prepareForWriting(settings)
    store.rememberFiles()
    if !tightened.isEmpty { Output.say(desk.sayingTightened(tightened.count)) }
    store.removeReceivedDisclosures(settings, on: desk.today)
  }

  /// Saves a change durably, says where others had changed the same, and keeps it to be taken back;
  /// in a dry run only prints what it would change.
  ///
  /// - Throws: `Failure` when it could not be written and what stood on disk is whole, or when it is
  ///   written and the disk did not confirm it, each with its own exit code.
  @discardableResult
  func save(_ change: Change) throws -> Saved {
    let (change, skipped) = try unlocked(change.counted())
    if !skipped.isEmpty { Output.say(skipped) }
    if isDryRun {
      try show(change)
      return .shown
    }
    // What was kept before is read by the records as they stood then.
    _ = undo?.load(desk.programme)
    try write(change)
    return remember(change.closed(on: desk.today)) ? .undoable : .lasting
  }

  /// Saves the change that takes another one back, which is kept no more then.
  func save(takingBack change: Change, keptAs parts: [Change]) throws -> Saved {
    let (change, skipped) = try unlocked(change)
    if !skipped.isEmpty { Output.say(skipped) }
    if isDryRun {
      try show(change)
      return .shown
    }
    try write(change)
    for part in parts { undo?.forget(part) }
    return .lasting
  }

  private func write(_ change: Change) throws {
    prepare()
    let words = desk.words
    do throws(StoreError) {
      let saved = try store.save(
        change, settings: desk.programme.settings, by: desk.settings.name, at: desk.now)
      let conflicts = saved.reduce(0) { $0 + $1.newConflicts }
      if conflicts > 0 { Output.say(words("save.conflicts", count: conflicts)) }
      for sentence in saved.compactMap(desk.broughtBack) { Output.say(sentence) }
      store.rememberOrder(after: saved)
      if let why = store.historyTrouble {
        Output.say(words("save.withoutHistory", ["why": words.sentence(why)]))
      }
    } catch {
      let isWritten = if case .notConfirmed = error { true } else { false }
      throw Failure(words.sentence(error), isWritten ? .notConfirmed : .io)
    }
  }

  /// Keeps a change as the terminal does; false where it is not kept.
  ///
  /// Where it cannot be undone, nothing older of its records may come back either.
  private func remember(_ change: Change) -> Bool {
    guard let undo else { return false }
    if !change.canBeUndone {
      undo.forget(desk.recordsWithoutUndo(after: change))
      return false
    }
    do throws(StoreError) { return try undo.remember(change, at: desk.now) } catch { return false }
  }

  /// As much of a change as no lock refuses; of a bulk change the rest is left out, and said so.
  private func unlocked(_ change: Change) throws -> (Change, skipped: String) {
    var desk = desk
    guard let allowed = desk.unlocked(change) else {
      throw Failure(desk.news?.text ?? "", .io)
    }
    return allowed
  }

  /// Stops at days that cannot be right, as a form asks about them.
  ///
  /// - Throws: `Failure` that says which, and how they are kept all the same.
  func refuseOddDays(in change: Change) throws {
    let days = desk.sentences(desk.oddDays(in: change), of: change)
    if days.isEmpty { return }
    throw Failure(desk.words("cli.oddDays", ["days": desk.words.inARow(days)]), .usage)
  }

  /// Says what was done to a record, and where nothing takes it back.
  func say(_ key: String, _ kind: RecordKind, _ title: String, _ saved: Saved = .undoable) {
    let words = desk.words
    say(
      words(key, ["kind": words("kind.\(kind.rawValue)"), "title": words.cut(title, to: 80)]), saved
    )
  }

  /// Says that nothing takes back what was saved, where that is so and a command says the rest.
  func sayWhereLasting(_ saved: Saved) {
    if saved == .lasting { Output.say(desk.words("cli.lasting")) }
  }

  /// Says which text another one took the place of, and whether it can be brought back.
  func say(_ replaced: ReplacedText, _ saved: Saved) {
    let words = desk.words
    let line = replaced.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let key =
      saved == .undoable
      ? "cli.replaced" : line.isEmpty ? "cli.replaced.untold" : "cli.replaced.final"
    Output.say(words(key, ["field": replaced.field, "text": words.cut(line, to: 60)]))
  }

  /// Says what was done, and where nothing takes it back.
  func say(_ sentence: String, _ saved: Saved) {
    let isFinal = saved == .lasting
    Output.say(isFinal ? desk.words("change.final", ["what": sentence]) : sentence)
  }
}
