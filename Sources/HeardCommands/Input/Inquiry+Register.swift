import Glibc
import HeardKit
import HeardModel
import HeardStore

// What leaves the folder by a command.
extension Inquiry {
  /// The folder, for what no programme that was read holds; nil where it is gone by now.
  var store: ProgrammeStore? { try? ProgrammeStore(path: path, device: "") }

  /// Notes in the register that something left the folder, and says where that fails.
  ///
  /// Nothing is noted where everybody is invented, and where the folder may only be read.
  func register(_ line: RegisterLine) {
    // Before this machine gets a name, which would make a folder for it.
    if programme.isInvented || faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 { return }
    do throws(StoreError) {
      try ProgrammeStore(path: path, device: Surroundings.device)
        .register(line, settings: programme.settings)
    } catch {
      Output.say(words("register.notWritten", ["why": words.sentence(error)]))
    }
  }

  /// Writes what a command made, and notes that it left unless it only stands on a screen.
  ///
  /// - Throws: `Failure` when it could not be written, or a file is there and may not give way.
  func write(
    _ bytes: [UInt8], to output: String, replacing: Bool, noting line: RegisterLine,
    evenOnScreen: Bool = false
  ) throws {
    let isPrinted = output == "-"
    // Where the reader of a pipe goes away the program ends within the writing.
    if isPrinted && (Output.leaves || evenOnScreen) { register(line) }
    try OutputFile.write(bytes, to: output, replacing: replacing, words)
    if !isPrinted { register(line) }
  }
}
