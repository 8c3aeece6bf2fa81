import ArgumentParser
import HeardCommands
import HeardKit
import TerminalCanvas

/// Prints the manual page, made of the same tables as help and the screens.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual page, for man.",
    discussion: """
      EXAMPLES
        heard manual > ~/.local/share/man/man1/heard.1
      """)

  func run() throws { try Output.write(ManualPage.text) }
}

/// The manual page in the language of man.
enum ManualPage {
  /// The whole page.
  static var text: String {
    let about = Heard.configuration
    return [
      ".TH HEARD 1 \"\" \"Heard \(about.version)\" \"User Commands\"",
      ".SH NAME\nheard \\- \(escaped(about.abstract))",
      ".SH SYNOPSIS\n.B heard\n[\\fIfolder\\fR]\n.br\n.B heard\n\\fIcommand\\fR [\\fIoptions\\fR]",
      ".SH DESCRIPTION\n\(literal(Heard.introduction))",
      ".SH COMMANDS", commands, ".SH KEYS", keys, ".SH ENVIRONMENT", environment,
    ].joined(separator: "\n") + "\n"
  }

  private static var commands: String {
    about(Heard.configuration.subcommands, after: "heard")
  }

  private static func about(_ commands: [any ParsableCommand.Type], after path: String) -> String {
    commands.filter { $0.configuration.shouldDisplay }.map { command in
      let name = "\(path) \(command.configuration.commandName ?? "")"
      let help = Heard.helpMessage(for: command, columns: 78)
      let below = about(command.configuration.subcommands, after: name)
      return ".SS \(escaped(name))\n\(literal(help))" + (below.isEmpty ? "" : "\n\(below)")
    }.joined(separator: "\n")
  }

  private static var keys: String {
    let words = Words(nil)
    return KeyTable.bindings.compactMap { binding in
      if binding.keys.isEmpty { return nil }
      let names = binding.keys.map { KeyTable.name($0, words) }.filter { !$0.isEmpty }
      let meaning = words("meaning.\(binding.command.rawValue)")
      return ".TP\n.B \(escaped(names.joined(separator: ", ")))\n\(escaped(meaning))"
    }.joined(separator: "\n")
  }

  /// What the environment says to Heard, as help and the manual page tell it.
  static let variables = [
    ("HEARD_PROGRAMME", "The folder of the programme, where none is given."),
    ("HEARD_LINEAR", "Anything begins in plain lines."),
    ("HEARD_WATCH", "no: the folder is not watched for changes by others."),
    ("HEARD_NOW", "A moment such as 2024-12-01T09:00:00Z, at which the clock stands still."),
    (
      "HEARD_CLOCK_FROM",
      """
      A moment such as 2024-12-01T09:00:00Z, from which the clock runs since the program began, or \
      since the moment behind a slash.
      """
    ),
    ("ESCDELAY", "Milliseconds to wait for the rest of a key after Escape."),
    ("EDITOR", "Opens long texts, in memory where the machine has such a place."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language of the screens, where the settings name none."),
    ("NO_COLOR", "Anything leaves colours away."),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where settings, and drafts and what can be undone, lie."),
  ]

  private static var environment: String {
    variables.map { ".TP\n.B \(escaped($0))\n\(escaped($1))" }.joined(separator: "\n")
  }

  /// A text whose lines stay as they are.
  private static func literal(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return ".nf\n" + lines.map { escaped(String($0)) }.joined(separator: "\n") + "\n.fi"
  }

  /// A text in which nothing is an order to man.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }
}
