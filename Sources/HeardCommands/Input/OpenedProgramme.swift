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
  /// Where the machine keeps what can be undone; nil when it cannot be kept.
  public let undo: UndoFolder?
  /// The records and their answers, ready to be shown.
  public let desk: Desk

  /// Opens the folder that is named, else HEARD_PROGRAMME, else the folder one is in.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  public init(folder: String?) throws {
    let settings = PersonalSettings.load()
    let language = Surroundings.language
    let words = Words(settings.language ?? language)
    let path = folder ?? Surroundings.variable("HEARD_PROGRAMME") ?? "."
    let loaded: LoadedProgramme
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
    let read = loaded.programme
    try? drafts.get().takeLeftTexts(
      except: read.erased.union(
        read.testimonies.values.filter(\.consent.isFinallyClosed).map(\.id.text)))
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
