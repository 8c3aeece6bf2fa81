import Foundation
import HeardModel
import HeardScreens
import HeardStore

/// A programme folder that was read, ready to be shown or asked.
struct OpenedProgramme {
  let store: ProgrammeStore
  let drafts: DraftFolder?
  let loaded: LoadedProgramme
  let desk: Desk
  /// Tells of changes by others; nil when it is not wanted or not possible.
  let watch: FolderWatch?

  /// Opens the folder that is named, else HEARD_PROGRAMME, else the folder one is in.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  init(folder: String?, forWriting: Bool = true, watching: Bool = false) throws {
    let settings = PersonalSettings.load()
    let language = Surroundings.language
    let words = Words(settings.language ?? language)
    let path = folder ?? Surroundings.variable("HEARD_PROGRAMME") ?? "."
    let following: FollowedFolder?
    do throws(StoreError) {
      store = try ProgrammeStore(path: path, device: Surroundings.device)
      // Before anything is read, so that no change falls in between.
      following = watching ? FollowedFolder(store) : nil
      var read = try store.load()
      if forWriting && read.readOnly == nil {
        read.tightened = store.prepareForWriting(read.programme.settings)
      }
      loaded = read
    } catch {
      throw Failure(words.sentence(error), .io)
    }
    let real = realpath(path, nil)
    defer { free(real) }
    let realPath = real.map { String(cString: $0) } ?? path
    drafts = try? DraftFolder(programme: loaded.programme.settings.id, realPath: realPath)
    if forWriting {
      // What was erased on another machine may still lie on this one.
      drafts?.forget(loaded.programme.erased)
      try? store.forgetRemoved(loaded.programme.erased, loaded.programme.settings.id)
    }
    var desk = Desk(
      programme: loaded.programme, unreadable: words.files(loaded.unreadable),
      copies: words.copies(loaded.copies), readOnly: loaded.readOnly.map(words.sentence),
      settings: settings,
      machineLanguage: language, drafts: drafts?.all() ?? [], zones: { Surroundings.zones },
      occasion: Surroundings.occasion)
    if !loaded.tightened.isEmpty {
      let isShared = loaded.programme.settings.isSharedByGroup
      desk.say(
        words(isShared ? "rights.closed" : "rights.tightened", count: loaded.tightened.count))
    }
    watch = following?.watch
    if let why = following?.why { desk.say(words.sentence(why)) }
    self.desk = desk
  }
}
