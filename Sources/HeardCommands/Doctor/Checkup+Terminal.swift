import Foundation
import HeardModel
import TerminalCanvas

// What is drawn on, and what lies between it and the person.
extension Checkup {
  var locale: Finding {
    guard TextWidth.useUTF8() else { return look(.locale, "locale.none") }
    let used = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? ""
    let given = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name in
      Surroundings.variable(name).map { (name: name, value: $0) }
    }.first
    if let given, given.value != used, !["C", "POSIX"].contains(given.value) {
      return look(
        .locale, "locale.other", ["name": given.name, "value": given.value, "locale": used])
    }
    return fine(.locale, "locale", ["locale": used])
  }

  private var name: String { Surroundings.variable("TERM") ?? "" }

  var device: Finding {
    guard terminal.isThere else { return fine(.terminal, "terminal.none") }
    if name.isEmpty || name == "dumb" { return look(.terminal, "terminal.dumb", ["name": name]) }
    guard let colours = terminal.colours else {
      return look(.terminal, "terminal.unknown", ["name": name])
    }
    let values = [
      "name": name, "colours": String(max(0, colours)), "columns": String(Output.columns ?? 0),
      "place": Self.description(of: name) ?? "?",
    ]
    if let columns = Output.columns, columns < 32 {
      return look(.terminal, "terminal.narrow", values)
    }
    return fine(.terminal, "terminal", values)
  }

  /// The file that describes a terminal, in the order in which ncurses looks for it.
  private static func description(of name: String) -> String? {
    guard let first = name.utf8.first else { return nil }
    var folders = [Surroundings.variable("TERMINFO")].compactMap { $0 }
    if let home = Surroundings.variable("HOME") { folders.append("\(home)/.terminfo") }
    folders += (Surroundings.variable("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
    folders += ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    let letter = Character(Unicode.Scalar(first))
    return folders.flatMap { folder in
      ["\(folder)/\(letter)/\(name)", "\(folder)/\(String(first, radix: 16))/\(name)"]
    }.first { (file: String) in access(file, R_OK) == 0 }
  }

  var line: Finding {
    let between = [
      ("SSH_CONNECTION", "ssh"), ("TMUX", "tmux"), ("STY", "screen"),
    ].filter { Surroundings.variable($0.0) != nil }.map(\.1)
    return between.isEmpty
      ? fine(.line, "line.none") : fine(.line, "line", ["names": words.list(between)])
  }

  var width: Finding {
    guard let measured = terminal.ambiguousColumns else { return fine(.width, "width.none") }
    let counted =
      switch settings.ambiguousWidth ?? .one {
      case .one: 1
      case .two: 2
      case .measured: measured
      }
    let values = ["measured": String(measured), "counted": String(counted)]
    return measured == counted
      ? fine(.width, "width", values) : look(.width, "width.differs", values)
  }

  var escape: Finding {
    let why =
      if Surroundings.variable("ESCDELAY") != nil {
        "variable"
      } else if settings.escapeWait != nil {
        "setting"
      } else {
        Surroundings.variable("SSH_CONNECTION") == nil ? "here" : "ssh"
      }
    return fine(
      .escape, "escape",
      ["n": String(terminal.escapeMilliseconds), "why": words("cli.doctor.escape.\(why)")])
  }

  // The letters of the Linux console are 512 at most.
  var console: [Finding] {
    guard terminal.isThere, name == "linux" else { return [] }
    return [
      words.language.stored.hasPrefix("ja")
        ? look(.console, "console.japanese") : fine(.console, "console")
    ]
  }
}
