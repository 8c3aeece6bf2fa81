import Foundation
import HeardModel
import HeardScreens
import HeardStore

/// A programme folder that was read, ready to be shown or asked.
struct OpenedProgramme {
  let store: ProgrammeStore
  let drafts: DraftFolder?
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
    drafts = try? DraftFolder(programme: loaded.programme.settings.id, realPath: realPath)
    undo = try? UndoFolder(programme: loaded.programme.settings.id, realPath: realPath)
    let erased = loaded.programme.erased
    desk = Desk(
      programme: loaded.programme, unreadable: words.files(loaded.unreadable),
      copies: words.copies(loaded.copies), readOnly: loaded.readOnly.map(words.sentence),
      settings: settings,
      machineLanguage: language, drafts: (drafts?.all() ?? []).filter { !$0.tells(of: erased) },
      zones: { Surroundings.zones },
      occasion: Surroundings.occasion)
  }
}
