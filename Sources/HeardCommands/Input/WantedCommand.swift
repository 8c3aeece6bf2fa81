import Glibc
import HeardKit
import HeardModel

/// What somebody may have wanted who typed a word that is no command.
public enum WantedCommand {
  /// What people type after other programs, and where Heard does it.
  private static let elsewhere: [String: String] = [
    "events": "list events", "people": "list people", "participants": "list people",
    "testimonies": "list testimonies", "actions": "list actions", "partners": "list partners",
    "approvals": "list approvals", "team": "list team", "views": "list --help",
    "export": "list events --format csv", "csv": "list events --format csv",
    "search": "list events", "find": "list events", "ls": "list", "filter": "list events",
    "view": "show", "cat": "show", "log": "history", "blame": "history",
    "create": "add", "init": "new", "set": "edit", "update": "edit", "change": "edit",
    "remove": "delete", "rm": "delete", "del": "delete", "forget": "erase",
    "revert": "undo", "restore": "history", "stats": "figures", "report": "figures",
    "summary": "figures", "ics": "calendar", "ical": "calendar", "validate": "check",
    "verify": "check", "lint": "check", "status": "check", "join": "merge",
    "lock": "approve", "withdraw": "consent", "migrate": "upgrade", "man": "manual",
    "tutorial": "tour", "demo": "tour", "completion": "completions", "version": "--version",
    "linear": "--linear", "start": "open",
  ]

  /// The command that a word means that is none: what other programs call so, else the nearest name.
  static func nearest(to word: String, among commands: [String]) -> String? {
    let word = word.lowercased()
    if commands.contains(word) { return word }
    if let wanted = elsewhere[word] { return wanted }
    let names = commands + elsewhere.keys.filter { $0.utf8.count > 4 }.sorted()
    return HeardModel.nearest(to: word, in: names).map { elsewhere[$0] ?? $0 }
  }

  /// Refuses a first word that is neither a command nor anything that stands on the disk; one that is
  /// written as a path is left to be opened.
  ///
  /// - Throws: `Failure` with the command that is nearest.
  public static func refuse(_ word: String, among commands: [String]) throws {
    let isPath = word.contains("/") || word.hasPrefix(".") || word.hasPrefix("~")
    if word.hasPrefix("-") || isPath || commands.contains(word) || access(word, F_OK) == 0 {
      return
    }
    let words = Surroundings.words
    let near = nearest(to: word, among: commands).map { near in
      words("cli.noCommand.near", ["word": word, "command": "heard \(near)"])
    }
    throw Failure(near ?? words("cli.noCommand", ["word": word]), .usage)
  }

  /// Refuses help about a command that there is not.
  ///
  /// - Throws: `Failure` with the command that is nearest, or all of them.
  public static func refuseHelp(about word: String, among commands: [String]) throws {
    if commands.contains(word) || word.hasPrefix("-") { return }
    let words = Surroundings.words
    let near = nearest(to: word, among: commands).map { near in
      words("cli.noHelp.near", ["word": word, "command": "heard \(near)"])
    }
    let names = commands.joined(separator: ", ")
    throw Failure(near ?? words("cli.noHelp", ["word": word, "names": names]), .usage)
  }

  /// Refuses an option before any command that is nearly one of those there are.
  ///
  /// - Throws: `Failure` with the option that is nearest.
  public static func refuse(option word: String, among options: [String]) throws {
    let name = word.split(separator: "=").first.map(String.init) ?? word
    guard word.hasPrefix("--"), name.utf8.count > 3, !options.contains(name),
      let near = HeardModel.nearest(to: name, in: options)
    else { return }
    throw Failure(Surroundings.words("cli.noOption.near", ["option": name, "near": near]), .usage)
  }
}
