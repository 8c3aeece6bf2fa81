import Foundation
import HeardCommands
import HeardKit
import HeardModel
import HeardStore

/// The editor that a person has chosen on this machine, for long texts.
enum OutsideEditor {
  /// Waits until the text has been written in the editor, and gives what then stands in its file.
  ///
  /// The file lies alone in a folder, 0700 and in memory where there is such a place, that is removed
  /// with all that the editor left in it.
  static func edit(
    _ text: String, of draft: Draft?, in drafts: DraftFolder?
  ) -> TerminalOutcome {
    let editor =
      Surroundings.variable("VISUAL") ?? Surroundings.variable("EDITOR") ?? "vi"
    let lost = TerminalOutcome.writtenOutside(nil, problem: .editorLost(name: editor))
    guard let open = try? OpenText(text, of: draft, in: drafts) else { return lost }
    defer { open.close() }
    let ended = OutsideProgram.run(EditorCommand(editor).words + [open.path])
    guard ended >= 0, var bytes = FileManager.default.contents(atPath: open.path) else {
      return lost
    }
    // Editors end the last line; the text had none to end.
    if !text.hasSuffix("\n"), bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .writtenOutside(
      String(decoding: bytes, as: UTF8.self),
      problem: ended == 0 ? nil : .editorFailed(name: editor))
  }
}
