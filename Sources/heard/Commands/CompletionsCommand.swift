import ArgumentParser
import HeardCommands

/// Prints what a shell needs so that it completes commands and options.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints the completions of commands and options for a shell.",
    discussion: """
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
  }

  @Argument(help: "Which shell.")
  var shell: Shell

  func run() throws {
    let script: String =
      switch shell {
      case .bash: Heard.completionScript(for: .bash)
      case .zsh: Heard.completionScript(for: .zsh)
      case .fish: Heard.completionScript(for: .fish)
      }
    try Output.write(script.hasSuffix("\n") ? script : "\(script)\n")
  }
}
