import HeardKit
import HeardModel
import HeardStore

extension OpenedProgramme {
  /// Opens a folder to change it.
  ///
  /// - Throws: `Failure` when the folder is only read.
  static func toChange(_ options: ProgrammeOptions) throws -> OpenedProgramme {
    let opened = try OpenedProgramme(folder: options.path)
    if let why = opened.desk.readOnly { throw Failure(opened.desk.words.sentence(why), .io) }
    let tightened = opened.store.prepareForWriting(opened.desk.programme.settings)
    opened.store.rememberFiles()
    if !tightened.isEmpty { Output.say(opened.desk.sayingTightened(tightened.count)) }
    return opened
  }

  /// Saves a change durably, and says where others had changed the same.
  ///
  /// - Throws: `Failure` when it could not be written and what stood on disk is whole, or when it is
  ///   written and the disk did not confirm it, each with its own exit code.
  func save(_ change: Change) throws {
    let words = desk.words
    let (change, skipped) = try unlocked(change)
    if !skipped.isEmpty { Output.say(skipped) }
    do throws(StoreError) {
      let saved = try store.save(
        change, settings: desk.programme.settings, by: desk.settings.name, at: desk.now)
      let conflicts = saved.reduce(0) { $0 + $1.newConflicts }
      if conflicts > 0 { Output.say(words("save.conflicts", count: conflicts)) }
      if let why = store.historyTrouble {
        Output.say(words("save.withoutHistory", ["why": words.sentence(why)]))
      }
    } catch {
      let isWritten = if case .notConfirmed = error { true } else { false }
      throw Failure(words.sentence(error), isWritten ? .notConfirmed : .io)
    }
  }

  /// As much of a change as no lock refuses; of a bulk change the rest is left out, and said so.
  private func unlocked(_ change: Change) throws -> (Change, skipped: String) {
    var desk = desk
    guard let allowed = desk.unlocked(change) else {
      throw Failure(desk.news?.text ?? "", .io)
    }
    return allowed
  }

  /// Says what was done to a record.
  func say(_ key: String, _ kind: RecordKind, _ title: String) {
    Output.say(desk.words(key, ["kind": desk.words("kind.\(kind.rawValue)"), "title": title]))
  }
}
