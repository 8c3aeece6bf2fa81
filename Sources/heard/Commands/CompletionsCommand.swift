import ArgumentParser
import HeardCommands

/// Prints what a shell needs so that it completes what is typed after `heard`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints the completions of commands, options, ids and values for a shell.",
    discussion: """
      The shell asks heard for ids, fields and values of filters while you type. No name of a person \
      and no word of a testimony is told to it.

      EXAMPLES
        heard completions bash > ~/.local/share/bash-completion/completions/heard
        heard completions zsh > ~/.zfunc/_heard
        heard completions fish > ~/.config/fish/completions/heard.fish
      """)

  /// The shells for which there are completions.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    /// The script of the parser, with what it does not know of: the first word can be the folder of
    /// a programme, and bash cuts words at colons and equals signs.
    var script: String {
      switch self {
      case .bash: BashCompletions.script
      case .zsh:
        Heard.completionScript(for: .zsh).with(
          "        _files -/ && ret=0", behind: "_describe -V subcommand subcommands")
      case .fish:
        Heard.completionScript(for: .fish) + """

          complete -c 'heard' -n '__heard_should_offer_completions_for_positional "heard" -eq 1' \
          -fa '(__fish_complete_directories (commandline -t) "")'
          """
      }
    }
  }

  @Argument(help: "Which shell.")
  var shell: Shell

  func run() throws {
    let script = shell.script
    try Output.write(script.hasSuffix("\n") ? script : "\(script)\n")
  }
}

/// The script for bash.
private enum BashCompletions {
  static var script: String {
    Heard.completionScript(for: .bash)
      .with("        __heard_add_completions -d", behind: "COMPREPLY+=($(compgen -W 'open ")
      .with(previous, insteadOf: "local -r prev=\"${3}\"")
      .with(words, insteadOf: "complete -o filenames -F _heard heard")
  }

  /// The option before a word that was cut at its signs, as `--set` before `status=held`.
  private static let previous = #"""
        local prev="${3}"
        local -i start="${COMP_CWORD}"
        while [[ "${start}" -gt 1 ]]; do
            [[ "${COMP_WORDS[start]}" = [:=] || "${COMP_WORDS[start - 1]}" = [:=] ]] || break
            ((start--))
            prev="${COMP_WORDS[start - 1]}"
        done
        # An option that is joined to its value.
        if [[ "${start}" -lt "${COMP_CWORD}" && "${COMP_WORDS[start]}" = --* ]]; then
            prev="${COMP_WORDS[start]}"
        fi
    """#

  /// No backslash before a sign, which is none of a file, and no space where more is to be typed.
  private static let words = #"""
    _heard_words() {
        _heard "${@}"
        local word
        for word in "${COMPREPLY[@]}"; do
            [[ "${word}" = *[:=]* ]] && compopt +o filenames
            [[ "${word}" = *[:=/] ]] && compopt -o nospace
        done
        return 0
    }

    complete -o filenames -F _heard_words heard
    """#
}

extension String {
  /// The text with a line behind the first one that holds a piece.
  fileprivate func with(_ line: String, behind piece: String) -> String {
    edited(piece) { [$0, line] }
  }

  /// The text with other lines in the place of the first one that holds a piece.
  fileprivate func with(_ lines: String, insteadOf piece: String) -> String {
    edited(piece) { _ in [lines] }
  }

  private func edited(_ piece: String, _ edit: (String) -> [String]) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let place = lines.firstIndex(where: { $0.contains(piece) }) {
      lines.replaceSubrange(place...place, with: edit(lines[place]))
    }
    return lines.joined(separator: "\n")
  }
}
