import ArgumentParser
import Glibc
import HeardKit

/// The words of a line that somebody is typing in a shell, and the one that is to be completed.
struct ShellWords {
  /// The words before that one, without quotes.
  let before: [String]
  /// What stands of it already, behind the `=` of an option that it may be joined to.
  let current: String
  /// How much of it bash takes for a word of its own, and completes no more.
  private let isDone: Int
  private let shell: CompletionShell?

  /// The words as a shell hands them over; bash cuts them at colons and equals signs.
  init(_ words: [String], _ index: Int, shell: CompletionShell?) {
    var start = max(0, min(index, words.count))
    var text = start < words.count ? words[start] : ""
    if shell == .bash {
      while start > 1,
        Self.isCut(words[start - 1]) || (start < words.count && Self.isCut(words[start]))
      {
        start -= 1
        text = words[start] + text
      }
    }
    text = Self.unquoted(text)
    if text.hasPrefix("--"), let sign = text.firstIndex(of: "=") {
      before = words[..<start].map(Self.unquoted) + [String(text[..<sign])]
      text = String(text[text.index(after: sign)...])
    } else {
      before = words[..<start].map(Self.unquoted)
    }
    current = text
    let end = text.lastIndex { $0 == ":" || $0 == "=" }
    isDone = end.map { text[...$0].count } ?? 0
    self.shell = shell
  }

  private static func isCut(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { $0 == ":" || $0 == "=" }
  }

  private static func unquoted(_ word: String) -> String {
    String(word.filter { !"\\\"'".contains($0) })
  }

  /// What was given for an option.
  func value(of option: String) -> String? {
    if let attached = before.last(where: { $0.hasPrefix("\(option)=") }) {
      return String(attached.dropFirst(option.count + 1))
    }
    guard let place = before.lastIndex(of: option), place + 1 < before.count else { return nil }
    return before[place + 1]
  }

  /// The programme that the line is about; nil where it cannot be read.
  var inquiry: Inquiry? {
    if let folder = value(of: "-C") {
      guard chdir(Self.home(folder)) == 0 else { return nil }
      unsetenv(ProgrammeFolder.variable)
    }
    var options = ProgrammeOptions()
    options.folder = value(of: "--programme").map(Self.home)
    return try? Inquiry(options)
  }

  private static func home(_ folder: String) -> String {
    guard folder == "~" || folder.hasPrefix("~/"), let home = Surroundings.variable("HOME") else {
      return folder
    }
    return home + folder.dropFirst()
  }

  /// The candidates as the shell reads them, those that begin with what is typed.
  func lines(_ candidates: [Candidate]) -> [String] {
    candidates.filter { $0.value.hasPrefix(current) }.compactMap { candidate in
      switch shell {
      case .zsh?: candidate.zsh
      case .fish?: candidate.fish
      default: candidate.bash(behind: isDone)
      }
    }
  }
}
