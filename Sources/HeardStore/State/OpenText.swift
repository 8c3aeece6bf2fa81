import Glibc
import HeardModel

/// A text that another program has open: alone with the name of its draft in a folder that nobody
/// else reads, in memory where the machine has such a place.
///
/// The folder is held (flock) by this program and by what it starts, so that nobody takes it for
/// left while the other program runs.
public struct OpenText: Sendable {
  /// The text's file.
  public let path: String
  private let home: Folder
  private let name: String
  private let hold: Int32

  /// The file in which the text lies.
  static let file = "text.txt"

  /// Puts a text where another program can open it; the draft to which it belongs says by its focus
  /// in which field it is typed.
  ///
  /// - Throws: `StoreError` where it can be put nowhere.
  public init(_ text: String, of draft: Draft?, in drafts: DraftFolder?) throws(StoreError) {
    var trouble = StoreError.noFolder(path: FilePlace.editing.folder ?? "")
    for root in StateFolder.runtime(making: true) {
      do throws(StoreError) {
        self = try OpenText(text, TextOrigin(text, draft, drafts), in: root)
        return
      } catch { trouble = error }
    }
    throw trouble
  }

  private init(_ text: String, _ origin: TextOrigin, in root: StateFolder) throws(StoreError) {
    let home = try root.inside(FilePlace.editing.folder ?? "").folder
    let name = LeftTexts.newName()
    let folder = try home.makeInside(name, mode: 0o700)
    // Without O_CLOEXEC: the program that opens the text holds it as well.
    let hold = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY)
    flock(hold, LOCK_EX | LOCK_NB)
    do throws(StoreError) {
      try folder.replace(TextOrigin.file, with: origin.fileBytes(), mode: 0o600)
      // Editors want the last line to end.
      try folder.replace(Self.file, with: Array("\(text)\n".utf8), mode: 0o600)
    } catch {
      Glibc.close(hold)
      home.removeAll(name)
      throw error
    }
    (self.home, self.name, self.hold) = (home, name, hold)
    path = "\(folder.path)/\(Self.file)"
  }

  /// Takes the folder away with all that the other program left in it.
  public func close() {
    home.removeAll(name)
    Glibc.close(hold)
    LeftTexts.removeIfEmpty(home)
  }
}

/// To which draft a text belongs that another program has open; none of its words.
struct TextOrigin: Stored, Hashable {
  static let file = "origin.json"

  /// The folder of the drafts of its programme.
  var drafts = ""
  /// The draft.
  var draft = ""
  /// Its form.
  var form: Code = "testimony"
  /// The record that is edited; empty for a new one.
  var record = ""
  /// The event to which a new record belongs.
  var event: EventID?
  /// The field that holds the text; nil where no draft keeps it.
  var field: Code?
  /// Tells whether the text is still what it was.
  var was = ""

  init() {}

  init(_ text: String, _ draft: Draft?, _ drafts: DraftFolder?) {
    was = digest(text)
    guard let draft, let drafts else { return }
    self.drafts = drafts.key
    (self.draft, form, record, event) = (draft.id, draft.form, draft.record, draft.event)
    field = draft.focus
  }

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("drafts", &drafts)
    visitor.text("draft", &draft)
    visitor.required("form", &form)
    visitor.text("record", &record)
    visitor.value("event", &event)
    visitor.value("field", &field)
    visitor.text("was", &was)
  }

  /// The draft as it is where nothing of it was kept before.
  var newDraft: Draft {
    var draft = Draft()
    (draft.id, draft.form, draft.record, draft.event) = (self.draft, form, record, event)
    return draft
  }
}

/// Texts that programs had open which run no more.
enum LeftTexts {
  /// A name for the folder of a text: the process that made it, when that started, and a number.
  static func newName() -> String { String(Leftover.newName().dropFirst(7).dropLast(4)) }

  /// Takes each text into the draft to which it belongs, and takes its folder away.
  ///
  /// A text that belongs to one of `gone`, or to no draft, is only taken away. One of another
  /// programme waits until that is opened, since only there is known what may be kept.
  static func take(into drafts: () -> DraftFolder?, gone: () -> Set<String>) {
    for root in StateFolder.runtime(making: false) {
      guard let name = FilePlace.editing.folder, let home = (try? root.folder.inside(name)) ?? nil
      else { continue }
      for name in (try? home.names()) ?? [] where isLeft(name, home) {
        if take(name, home, into: drafts, gone) { home.removeAll(name) }
      }
      removeIfEmpty(home)
    }
  }

  /// Takes away the folder of texts and the one around it where nothing is in them: no trace stays in
  /// memory that is everybody's.
  static func removeIfEmpty(_ home: Folder) {
    rmdir(home.path)
    if let slash = home.path.lastIndex(of: "/") { rmdir(String(home.path[..<slash])) }
  }

  /// Whether neither the program that made a folder runs any more nor the one that it started.
  private static func isLeft(_ name: String, _ home: Folder) -> Bool {
    // Earlier versions named it by the process alone.
    let owner = Leftover(name: ".heard-\(name).tmp") ?? Leftover(name: ".heard-\(name)-0-0.tmp")
    guard let owner, !owner.isOwned else { return false }
    guard let folder = (try? home.inside(name)) ?? nil else { return true }
    let own = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(own) }
    return flock(own, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Takes a text into its draft; false where it has to stay as it is for now.
  private static func take(
    _ name: String, _ home: Folder, into drafts: () -> DraftFolder?, _ gone: () -> Set<String>
  ) -> Bool {
    guard let folder = (try? home.inside(name)) ?? nil else { return true }
    guard let origin: TextOrigin = StateFolder(folder: folder).read(TextOrigin.file) else {
      // What cannot be understood stays; without a word about its draft nobody could take it.
      return folder.status(TextOrigin.file) == nil
    }
    guard let field = origin.field else { return true }
    guard let drafts = drafts(), drafts.key == origin.drafts else { return false }
    guard let bytes = (try? folder.read(OpenText.file)) ?? nil else {
      return folder.status(OpenText.file) == nil
    }
    let isEnded = bytes.last == UInt8(ascii: "\n")
    let text = String(decoding: isEnded ? bytes.dropLast() : bytes[...], as: UTF8.self)
    if digest(text) == origin.was { return true }
    var draft = drafts.all().first { $0.id == origin.draft } ?? origin.newDraft
    draft.fields[field] = text
    (draft.focus, draft.cursor) = (field, nil)
    let written = folder.status(OpenText.file)?.st_mtim.tv_sec ?? 0
    draft.at = max(draft.at, Moment(seconds: written))
    if draft.tells(of: gone()) { return true }
    do throws(StoreError) { try drafts.keep(draft) } catch { return false }
    return true
  }
}

extension ProgrammeStore {
  /// Takes in what an editor still held when its program died; not what belongs to one of `gone`.
  func takeLeftTexts(_ settings: ProgrammeSettings, except gone: Set<String>) {
    LeftTexts.take(
      into: { try? DraftFolder(programme: settings.id, realPath: path) }, gone: { gone })
  }
}

extension DraftFolder {
  /// Takes in what an editor still held when its program died; not what belongs to one of `gone`.
  public func takeLeftTexts(except gone: @autoclosure () -> Set<String>) {
    LeftTexts.take(into: { self }, gone: gone)
  }
}
