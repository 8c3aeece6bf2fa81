import Foundation
import HeardCommands

/// How an editor is called: the words that somebody typed for it, and what keeps it from leaving
/// copies behind.
struct EditorCommand {
  /// The program and its arguments, without the file.
  let words: [String]

  /// An editor as it stands in VISUAL or EDITOR; no shell reads it.
  init(_ typed: String) {
    let words = Self.split(typed)
    self.words = words + (words.first.map(Self.options) ?? [])
  }

  /// The words of a line: blanks part them, and quotation marks keep a word together.
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote != nil {
        word?.append(character)
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let ended = word { words.append(ended) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard let first = words.first, first.hasPrefix("~/"), let home = Surroundings.variable("HOME")
    else { return words }
    return [home + first.dropFirst()] + words.dropFirst()
  }

  /// What an editor takes so that it keeps no swap file, backup, undo file or history of the text.
  ///
  /// Everything else that its owner has set stays; of an editor that is not known, everything.
  static func options(_ program: String) -> [String] {
    let file = found(program)
    let given = name(program)
    // What is called vi or vim may be another one of them, as vim.basic.
    let names = [given, file.map(name) ?? given].map { $0.prefix { $0 != "." && $0 != "-" } }
    let isVim = names.contains { ["vim", "nvim", "gvim"].contains($0) }
    if isVim || names.contains("vi") && mentionsVim(file) {
      let settings = "silent! set noundofile nobackup nowritebackup viminfo= shada="
      // Once before and once after the settings of its owner.
      return ["-n", "-i", "NONE", "--cmd", settings, "-c", settings]
    }
    if names.contains("nano") { return ["-R"] }
    if names.contains("emacs") {
      return [
        "--eval",
        "(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil"
          + " create-lockfiles nil undo-tree-auto-save-history nil"
          + " savehist-additional-variables nil)",
      ]
    }
    return []
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The file of a program behind all links; nil where there is none.
  private static func found(_ program: String) -> String? {
    let folders = (Surroundings.variable("PATH") ?? "").split(separator: ":")
    let paths = program.contains("/") ? [program] : folders.map { "\($0)/\(program)" }
    guard let path = paths.first(where: { access($0, X_OK) == 0 }),
      let real = realpath(path, nil)
    else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether a program named vi is vim, or calls it: others would not start with its options.
  private static func mentionsVim(_ file: String?) -> Bool {
    guard let file, let bytes = FileManager.default.contents(atPath: file) else { return false }
    let isScript = bytes.starts(with: Data("#!".utf8))
    return bytes.range(of: Data((isScript ? "vim" : "Vi IMproved").utf8)) != nil
  }
}
