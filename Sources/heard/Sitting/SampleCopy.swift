import Foundation
import HeardCommands
import HeardModel
import HeardStore

/// A copy of the sample programme in which everything may be tried out.
///
/// The state and the settings of the sitting lie in it as well, so that nothing is written outside.
struct SampleCopy {
  /// The folder of the copy.
  let path: String

  /// The programme inside.
  var programme: String { "\(path)/programme" }

  /// Where the sample lies: beside the installed program, beside the program itself, or in the
  /// checkout in which it was built.
  static var original: String? {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    var places = [folder.appendingPathComponent("../share/heard/sample-events").standardized.path]
    for _ in 0..<5 {
      places.append(folder.appendingPathComponent("sample-events").path)
      folder = folder.deletingLastPathComponent()
    }
    return places.first { access("\($0)/\(FilePlace.programmeFile)", R_OK) == 0 }
  }

  /// The copy of that name in this person's state folder, made where it is not there.
  ///
  /// - Throws: `StoreError` where there is no sample, which `original` tells before, or the copy
  ///   cannot be written.
  init(_ name: String) throws(StoreError) {
    guard let original = Self.original else { throw .noFolder(path: "sample-events") }
    path = "\(try StateFolder.of(.samples).path)/\(name)"
    if access("\(programme)/\(FilePlace.programmeFile)", R_OK) == 0 { return }
    do {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: original, toPath: programme)
      try Self.close(programme)
    } catch {
      throw .cannotWrite(path: path, errno: errno)
    }
  }

  /// Lets the rest of this process keep settings, drafts and undo inside the copy.
  ///
  /// What this person has chosen already holds there too. The clock is that of the sample, and runs.
  func moveIn() throws(StoreError) {
    let settings = PersonalSettings.load()
    let isThere = access("\(path)/config/heard/\(FilePlace.settings.path(""))", F_OK) == 0
    setenv("XDG_STATE_HOME", "\(path)/state", 1)
    setenv("XDG_CONFIG_HOME", "\(path)/config", 1)
    Surroundings.useSampleClock(since: TourPlace.firstOpened)
    if isThere { return }
    // Another programme's team is not that of the sample.
    var own = settings
    own.staff = nil
    own.countries = []
    try own.save()
  }

  /// A name for a copy that lasts as long as this process.
  static var passingName: String { "sample-\(getpid())" }

  /// Takes a copy away that may be there.
  static func remove(_ name: String) {
    guard let folder = try? StateFolder.of(.samples).path else { return }
    try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
  }

  /// Takes copies away whose process has ended without doing so.
  static func removeLeftovers() {
    guard let folder = try? StateFolder.of(.samples).path else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasPrefix("sample-"), let process = pid_t(name.dropFirst("sample-".count)) else {
        continue
      }
      if kill(process, 0) != 0 && errno == ESRCH { remove(name) }
    }
  }

  /// Takes the copy away with all that was tried out.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Whatever rights the sample was installed with: the copy is for this person alone.
  private static func close(_ folder: String) throws {
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    for name in try files.subpathsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: path, isDirectory: &isFolder)
      try files.setAttributes(
        [.posixPermissions: isFolder.boolValue ? 0o700 : 0o600], ofItemAtPath: path)
    }
  }
}

/// How far somebody is in the tour, and when its copy was opened first; it lies in the copy.
struct TourPlace: Stored {
  private var place: Int?
  private var isOver = false
  private var opened: Moment?

  init() {}
  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.number("place", &place, 0...100)
    visitor.flag("over", &isOver)
    visitor.value("opened", &opened)
  }

  private static var kept: TourPlace { StateFolder.read(.tour) ?? TourPlace() }

  /// The step at which the tour was left; nil when it has come to its end.
  static var current: Int? { kept.isOver ? nil : kept.place ?? 0 }

  /// When the copy was opened first, by the machine's clock: its own clock runs since then.
  static var firstOpened: Moment {
    if let opened = kept.opened { return opened }
    var kept = kept
    let now = Surroundings.machineNow
    kept.opened = now
    try? StateFolder.write(kept, to: .tour)
    return now
  }

  /// Keeps the step; nil when the tour has come to its end.
  static func note(_ place: Int?) {
    var kept = kept
    (kept.place, kept.isOver) = (place, place == nil)
    try? StateFolder.write(kept, to: .tour)
  }
}
