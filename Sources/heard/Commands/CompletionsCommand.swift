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

    /// The script of the parser, and where it offers the commands the folders beside them: the first
    /// word can be the folder of a programme, which the parser does not know.
    var script: String {
      switch self {
      case .bash:
        Self.adding(
          "        __heard_add_completions -d", behind: "COMPREPLY+=($(compgen -W 'open ",
          in: Heard.completionScript(for: .bash))
      case .zsh:
        Self.adding(
          "        _files -/ && ret=0", behind: "_describe -V subcommand subcommands",
          in: Heard.completionScript(for: .zsh))
      case .fish:
        Heard.completionScript(for: .fish) + """

          complete -c 'heard' -n '__heard_should_offer_completions_for_positional "heard" -eq 1' \
          -fa '(__fish_complete_directories (commandline -t) "")'
          """
      }
    }

    private static func adding(_ line: String, behind start: String, in script: String) -> String {
      var lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if let place = lines.firstIndex(where: { $0.contains(start) }) {
        lines.insert(line, at: place + 1)
      }
      return lines.joined(separator: "\n")
    }
  }

  @Argument(help: "Which shell.")
  var shell: Shell

  func run() throws {
    let script = shell.script
    try Output.write(script.hasSuffix("\n") ? script : "\(script)\n")
  }
}
