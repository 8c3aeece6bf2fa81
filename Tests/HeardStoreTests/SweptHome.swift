import Foundation
import HeardModel
import Testing

@testable import HeardStore

/// A person's home with a programme in it, of which nobody else knows.
final class SweptHome {
  private let scratch = Scratch()

  init() throws {
    try ProgrammeStore.create(at: programme, settings: ProgrammeSettings())
  }

  var programme: String { "\(scratch.path)/programme" }

  /// What stands in a file of a place.
  func text(_ file: String, of place: FilePlace) -> String? {
    (try? path(of: place)).flatMap { try? String(contentsOfFile: "\($0)/\(file)", encoding: .utf8) }
  }

  private func path(of place: FilePlace) throws -> String {
    let roots: [FilePlace.Root: String] = [
      .programme: programme, .state: "\(scratch.path)/state/heard",
      .stateOfProgramme: "\(scratch.path)/state/heard",
      .configuration: "\(scratch.path)/config/heard", .runtime: "\(scratch.path)/run/heard",
    ]
    var folder = try #require(roots[place.row.root])
    if let name = place.folder { folder += "/\(name)" }
    if place.row.root == .stateOfProgramme {
      folder += "/\(folderKey(ProgrammeSettings().id, programme))"
    }
    return folder
  }

  /// Puts a file into a place.
  func write(_ text: String, to file: String, of place: FilePlace) throws {
    let path = "\(try self.path(of: place))/\(file)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
  }

  /// Sweeps ids in a process of its own; the files that it names.
  func sweep(_ ids: [String]) throws -> String {
    let didEnd = try ChildProcess.run(
      "sweep", [programme, scratch.path, ids.joined(separator: " ")])
    #expect(didEnd)
    return try String(contentsOfFile: "\(scratch.path)/left", encoding: .utf8)
  }

  /// The files in which a word stands, in content or name.
  func files(holding words: [String]) -> [String] {
    let all = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { file in
      let bytes = FileManager.default.contents(atPath: "\(scratch.path)/\(file)") ?? Data()
      let text = String(decoding: bytes, as: UTF8.self)
      return words.contains { text.contains($0) || file.contains($0) }
    }.sorted()
  }
}
