import Foundation
import HeardKit
import HeardModel
import HeardStore

/// A programme folder that was read, ready to be shown or asked.
public struct OpenedProgramme: Sendable {
  /// The folder.
  public let store: ProgrammeStore
  /// Where its drafts are kept, or why they cannot be.
  public let drafts: Result<DraftFolder, StoreError>
  /// Where what is not on disk is kept, or why it cannot be.
  public let journal: Result<Journal, StoreError>
  /// Where the machine keeps what can be undone; nil when it cannot be kept.
  public let undo: UndoFolder?
  /// The records and their answers, ready to be shown.
  public let desk: Desk
  /// Whether nothing is to be written: a change is only shown.
  let isDryRun: Bool
  /// Whether only what a change of some records needs was read.
  let isPart: Bool

  /// Opens the folder that is named, else the one that is meant (`ProgrammeFolder`).
  ///
  /// - Throws: `Failure` with the sentence for the person.
  public init(folder: String?) throws {
    try self.init(folder: folder, isDryRun: false) { store throws(StoreError) in
      (try store.load(), false)
    }
  }

  /// Opens a folder to change it, of which only as much is read as `reach` needs where that is known
  /// to be enough; for a dry run nothing is made beside it either.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  init(folder: String?, isDryRun: Bool, reach: ChangeReach? = nil) throws {
    try self.init(folder: folder, isDryRun: isDryRun) { store throws(StoreError) in
      if let part = reach.flatMap({ store.load(toChange: $0, isDry: isDryRun) }) {
        return (part, true)
      }
      return (isDryRun ? try store.load() : try store.loadToChange(), false)
    }
  }

  private init(
    folder: String?, isDryRun: Bool,
    reading read: (ProgrammeStore) throws(StoreError) -> (LoadedProgramme, isPart: Bool)
  ) throws {
    let settings = isDryRun ? PersonalSettings.chosen : PersonalSettings.load()
    let language = Surroundings.language
    let words = Words(settings.language ?? language)
    let path = folder ?? ProgrammeFolder.path
    var (loaded, isPart): (LoadedProgramme, Bool)
    do throws(StoreError) {
      store = try ProgrammeStore(path: path, device: isDryRun ? "" : Surroundings.device)
      (loaded, isPart) = try read(store)
      // A newer program's folder is only read: what was begun there is not for this one.
      if !isDryRun, loaded.readOnly == nil, store.finishBegun() {
        (loaded, isPart) = try read(store)
      }
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    let real = realpath(path, nil)
    defer { free(real) }
    let realPath = real.map { String(cString: $0) } ?? path
    let id = loaded.programme.settings.id
    if isDryRun {
      drafts = .failure(.noFolder(path: path))
      undo = nil
    } else {
      drafts = Result { () throws(StoreError) in
        try DraftFolder(programme: id, realPath: realPath)
      }
      undo = try? UndoFolder(programme: id, realPath: realPath)
      store.trimEarlier(loaded.programme.settings, on: Surroundings.today)
    }
    journal =
      isDryRun
      ? .failure(.noFolder(path: path))
      : Result { () throws(StoreError) in try Journal(programme: id, realPath: realPath) }
    self.isDryRun = isDryRun
    self.isPart = isPart
    let erased = loaded.programme.erased.union(loaded.gone)
    if !isDryRun { try? drafts.get().takeLeftTexts(except: erased) }
    var desk = Desk(
      programme: loaded.programme, unreadable: loaded.unreadable,
      copies: loaded.copies, readOnly: loaded.readOnly, settings: settings,
      machineLanguage: language,
      drafts: ((try? drafts.get().all()) ?? []).filter { !$0.tells(of: erased) },
      zones: { Surroundings.zones },
      occasion: Surroundings.occasion)
    if isPart { desk.isNumberElsewhere = { [store] in store.isTaken($0) } }
    self.desk = desk
  }
}
