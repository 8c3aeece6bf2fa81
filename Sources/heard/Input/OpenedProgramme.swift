import Foundation
import HeardKit
import HeardModel
import HeardScreens
import HeardStore

/// A programme folder that was read, ready to be shown or asked.
struct OpenedProgramme {
  let store: ProgrammeStore
  let drafts: Result<DraftFolder, StoreError>
  let undo: UndoFolder?
  let loaded: LoadedProgramme
  let desk: Desk

  /// Opens the folder that is named, else HEARD_PROGRAMME, else the folder one is in.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  init(folder: String?) throws {
    let settings = PersonalSettings.load()
    let language = Surroundings.language
    let words = Words(settings.language ?? language)
    let path = folder ?? Surroundings.variable("HEARD_PROGRAMME") ?? "."
    do throws(StoreError) {
      store = try ProgrammeStore(path: path, device: Surroundings.device)
      loaded = try store.load()
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    let real = realpath(path, nil)
    defer { free(real) }
    let realPath = real.map { String(cString: $0) } ?? path
    let id = loaded.programme.settings.id
    drafts = Result { () throws(StoreError) in
      try DraftFolder(programme: id, realPath: realPath)
    }
    undo = try? UndoFolder(programme: id, realPath: realPath)
    let erased = loaded.programme.erased
    desk = Desk(
      programme: loaded.programme, unreadable: loaded.unreadable,
      copies: loaded.copies, readOnly: loaded.readOnly, settings: settings,
      machineLanguage: language,
      drafts: ((try? drafts.get().all()) ?? []).filter { !$0.tells(of: erased) },
      zones: { Surroundings.zones },
      occasion: Surroundings.occasion)
  }
}
