import Foundation
import HeardModel
import HeardStore
import Testing

/// A folder for one test, which is gone afterwards.
final class Scratch: Sendable {
  let path: String

  init() {
    _ = ownState
    var template = Array("\(NSTemporaryDirectory())/heard-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A scratch folder with a new programme in `programme`.
  static func programme(_ settings: ProgrammeSettings = ProgrammeSettings()) throws -> Scratch {
    let scratch = Scratch()
    try ProgrammeStore.create(at: scratch.programme, settings: settings)
    return scratch
  }

  /// Where the programme lies.
  var programme: String { "\(path)/programme" }

  /// A store on the programme, as one window of the program has it.
  func store(_ device: String = "device") throws -> ProgrammeStore {
    try ProgrammeStore(path: programme, device: device)
  }

  func load() throws -> LoadedProgramme { try store().load() }

  func write(_ text: String, to file: String, mode: mode_t = 0o600) throws {
    let path = "\(programme)/\(file)"
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, mode)
  }

  func write(_ value: some Stored, to file: String) throws {
    try write(String(decoding: value.fileBytes(), as: UTF8.self), to: file)
  }

  /// The text of a file; nil when it is not there.
  func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: "\(programme)/\(file)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every file below the programme with its bytes and the moment of its last change.
  func everything() -> [String: String] {
    var found: [String: String] = [:]
    let below = FileManager.default.enumerator(atPath: programme)
    while let name = below?.nextObject() as? String {
      var status = stat()
      lstat("\(programme)/\(name)", &status)
      let time = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_mode)"
      found[name] = "\(time)\n\(text(name) ?? "")"
    }
    return found
  }

  /// The names of what saves left behind.
  func leftovers() -> [String] { everything().keys.filter { $0.hasSuffix(".tmp") }.sorted() }

  func mode(_ file: String) -> mode_t {
    var status = stat()
    return lstat("\(programme)/\(file)", &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}

/// Drafts, settings and what was removed go into a folder of this run, never into the person's.
private let ownState: Void = {
  var template = Array("\(NSTemporaryDirectory())/heard-state-XXXXXX".utf8CString)
  guard let made = mkdtemp(&template) else { return }
  let path = String(cString: made)
  setenv("XDG_STATE_HOME", "\(path)/state", 1)
  setenv("XDG_CONFIG_HOME", "\(path)/config", 1)
  stateFolder.value = path
  atexit { try? FileManager.default.removeItem(atPath: stateFolder.value) }
}()

private final class Path: @unchecked Sendable { var value = "" }
private let stateFolder = Path()

/// Where this run keeps what belongs to the person and not to a programme.
var ownStateFolder: String { stateFolder.value }

/// A moment that never changes.
let noon = Moment(seconds: 1_717_243_200)

extension ProgrammeStore {
  /// Saves one record; both sides nil is no change.
  @discardableResult
  func save(_ before: Record?, _ after: Record?, by author: String = "Ada") throws -> [SavedRecord]
  {
    guard let edit = Edit(before: before, after: after) else { return [] }
    return try save([edit], by: author)
  }

  @discardableResult
  func save(_ edits: [Edit], by author: String = "Ada") throws -> [SavedRecord] {
    let isRemoval = edits.allSatisfy { $0.after == nil }
    let name: ChangeName =
      isRemoval ? .removed(kind: .event, title: "") : .edited(kind: .event, title: "")
    return try save(Change(name, edits), settings: ProgrammeSettings(), by: author, at: noon)
  }
}

extension Edit {
  static func of(_ before: Record?, _ after: Record?) throws -> Edit {
    try #require(Edit(before: before, after: after))
  }
}

extension Event {
  static func sample(_ id: String, title: String = "Circle") throws -> Event {
    var event = Event()
    event.id = try #require(EventID(stored: id))
    event.title = title
    event.type = "dialogue"
    event.involvement = .organised
    event.format = .inPerson
    event.confidentiality = .open
    return event
  }
}

extension Testimony {
  static func sample(_ id: String, at event: String, text: String = "Words") throws -> Testimony {
    var testimony = Testimony()
    testimony.id = try #require(TestimonyID(stored: id))
    testimony.event = try #require(EventID(stored: event))
    testimony.consent.id = try #require(ConsentID(stored: "c-\(id)"))
    testimony.text = text
    return testimony
  }
}
