import ArgumentParser
import Foundation
import HeardInsight
import HeardKit
import HeardModel
import HeardStore

/// A programme folder that was read to answer one question; makes nothing and writes nothing.
///
/// What costs time, as texts and names of countries, is made only when an answer needs it.
final class Inquiry {
  let programme: Programme
  /// The folder, as it was named.
  let path: String
  /// The first fault of every file that could not be used.
  let unreadable: [FileFault]
  /// What this person has chosen.
  private(set) lazy var settings = PersonalSettings.chosen
  private(set) lazy var words = Words(settings.language ?? Surroundings.language)
  private(set) lazy var formats = Formats(words)
  private(set) lazy var insight = Insight(
    programme, today: Surroundings.today,
    locale: Locale(identifier: (settings.language ?? Surroundings.language)?.stored ?? "en"))

  /// Reads the folder; where all is asked about one record that is named in full, only what an answer
  /// about it needs.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  convenience init(_ options: ProgrammeOptions, around id: String? = nil) throws {
    try self.init(options) { store throws(StoreError) in try Self.part(around: id, of: store) }
  }

  /// Reads only what a change of some records needs, where it is known that nothing else would be
  /// said.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  convenience init(_ options: ProgrammeOptions, of reach: ChangeReach) throws {
    try self.init(options) { store throws(StoreError) in
      store.load(toChange: reach, isDry: false)
    }
  }

  private init(
    _ options: ProgrammeOptions,
    part: (ProgrammeStore) throws(StoreError) -> LoadedProgramme?
  ) throws {
    path = options.path
    do throws(StoreError) {
      let store = try ProgrammeStore(path: options.path, device: "")
      let loaded: LoadedProgramme
      if let part = try part(store) {
        loaded = part
      } else {
        loaded = try store.load()
      }
      programme = loaded.programme
      unreadable = loaded.unreadable
    } catch {
      let words = Words(PersonalSettings.chosen.language ?? Surroundings.language)
      throw Failure(words.sentence(error), .io)
    }
  }

  private static func part(
    around id: String?, of store: ProgrammeStore
  ) throws(StoreError) -> LoadedProgramme? {
    guard let text = id?.lowercased(), let part = try store.load(around: text),
      FoundRecord.exact(text, part.programme) != nil
    else { return nil }
    return part
  }

  /// Who reads: decides whose words may be shown.
  var reader: Reader { programme.reader(settings) }

  /// A view of a list by its name: this person's own, else one that everybody shares; its filter
  /// as it reads today, which is said where that is not as it was kept.
  ///
  /// - Throws: `Failure` with the names that there are.
  func view(_ name: String, of list: QueryTarget?) throws -> SavedView {
    let shared = programme.views.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let views = (settings.views + shared).filter { $0.list == list }
    let wanted = Folded(name).bytes
    if var view = views.first(where: { Folded($0.name).bytes == wanted }) {
      let kept = Query.kept(view.filter, on: view.list)
      view.filter = kept.text
      if let key = kept.splitKey { Output.say(words.kept(as: key)) }
      return view
    }
    let names = views.map(\.name).joined(separator: ", ")
    throw Failure(
      words(names.isEmpty ? "cli.noViews" : "cli.noView", ["name": name, "names": names]), .usage)
  }

  /// Ends a command whose result is printed: says what is missing from it.
  ///
  /// - Throws: The exit code when files could not be read, so that no sum looks whole.
  func finish() throws {
    if unreadable.isEmpty { return }
    for fault in unreadable { Output.say(words.sentence(fault)) }
    Output.say(words("cli.unreadable", count: unreadable.count))
    throw ExitCode(Failure.Code.io.rawValue)
  }
}

extension PersonalSettings {
  /// What this person has chosen; looking for it does not make the folder of settings.
  public static var chosen: PersonalSettings {
    let home = Surroundings.variable("HOME") ?? "/"
    let given = Surroundings.variable("XDG_CONFIG_HOME") ?? ""
    let base = given.hasPrefix("/") ? given : "\(home)/.config"
    return access("\(base)/heard/\(FilePlace.settings.path(""))", R_OK) == 0
      ? load() : PersonalSettings()
  }
}
