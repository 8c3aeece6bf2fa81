import Foundation
import HeardCommands
import HeardKit
import HeardModel
import HeardStore

/// The editor that a person has chosen on this machine, for long texts.
enum OutsideEditor {
  /// Waits until the text has been written in the editor, and gives what then stands in its file.
  ///
  /// The file lies alone in a folder of the state folder, 0700, that is removed with all that the
  /// editor left in it.
  static func edit(_ text: String) -> TerminalOutcome {
    let editor =
      Surroundings.variable("VISUAL") ?? Surroundings.variable("EDITOR") ?? "vi"
    let lost = TerminalOutcome.writtenOutside(nil, problem: .editorLost(name: editor))
    guard let state = try? StateFolder.of(.editing) else { return lost }
    let folder = "\(state.path)/\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try? FileManager.default.removeItem(atPath: folder)
    let file = "\(folder)/text.txt"
    guard mkdir(folder, 0o700) == 0, write(text, file) else { return lost }
    // With its own arguments, as the shell reads them.
    let ended = OutsideProgram.run("\(editor) \"$1\"", [file])
    guard var bytes = FileManager.default.contents(atPath: file) else { return lost }
    // Editors end the last line; the text had none to end.
    if !text.hasSuffix("\n"), bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .writtenOutside(
      String(decoding: bytes, as: UTF8.self),
      problem: ended == 0 ? nil : .editorFailed(name: editor))
  }

  private static func write(_ text: String, _ file: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    return (try? handle.write(contentsOf: Data((text + "\n").utf8))) != nil
  }
}
