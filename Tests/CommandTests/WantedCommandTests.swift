import Foundation
import TestKit
import Testing

/// Words that are no command, and which folder is meant.
@Suite struct WantedCommandTests {
  @Test(arguments: [
    ("lst", "heard list"), ("delte", "heard delete"), ("shwo", "heard show"),
    ("Help", "heard help"), ("events", "heard list events"), ("evnets", "heard list events"),
    ("export", "heard list events --format csv"), ("rm", "heard delete"), ("ls", "heard list"),
    ("find", "heard list events"), ("log", "heard history"), ("stats", "heard figures"),
  ])
  func `a word that is nearly a command, or one of another program, names the command`(
    word: String, command: String
  ) throws {
    let desktop = try Desktop()
    for more in [[], ["x"], ["country:fr", "--format", "csv"]] {
      let answer = try desktop.run(Project.program, [word] + more)
      #expect(answer.code == 2 && answer.bytes.isEmpty)
      #expect(
        answer.said
          == "There is no folder \"\(word)\", and no command of that name. "
          + "Did you mean \"\(command)\"?\n")
    }
  }

  @Test func `a word that is near to nothing is told where the commands stand`() throws {
    let answer = try Desktop().heard("zzzzzzzzz")
    #expect(answer.code == 2 && answer.said.contains("heard --help"), "\(answer.said)")
    let line = try Desktop().heard("a\nb")
    #expect(line.code == 2 && line.said.split(separator: "\n").count == 1, "\(line.said)")
  }

  @Test func `a folder that is called as a command of another program is opened`() throws {
    let desktop = try Desktop()
    let answer = try desktop.shell(
      "cd \"$HOME\" && mv programme export && heard export < /dev/null > /dev/null")
    #expect(!answer.said.contains("no command of that name"), "\(answer.said)")
  }

  @Test(arguments: [
    (["--verison"], "There is no option --verison. Did you mean --version?\n"),
    (["--linaer"], "There is no option --linaer. Did you mean --linear?\n"),
    (["help", "lisst"], "There is no command \"lisst\". Did you mean \"heard list\"?\n"),
  ])
  func `a slip in an option or after help names what was meant`(
    arguments: [String], sentence: String
  ) throws {
    let answer = try Desktop().run(Project.program, arguments)
    #expect(answer.code == 2 && answer.bytes.isEmpty)
    #expect(answer.said == sentence)
  }

  @Test func `help about nothing that there is lists what there is`() throws {
    let none = try Desktop().heard("help", "zzzzzzzzz")
    #expect(none.code == 2 && none.bytes.isEmpty)
    #expect(none.said.contains("list, show") && none.said.contains("zzzzzzzzz"), "\(none.said)")
    #expect(try Desktop().heard("help", "add", "event").text.contains("--title"))
    let kind = try Desktop().heard("list")
    #expect(kind.code == 2 && kind.said.contains("testimonies"), "\(kind.said)")
  }

  @Test func `help tells of plain lines, the environment and the manual page`() throws {
    let help = try Desktop().heard("--help").text
    for word in [
      "--linear", "ENVIRONMENT", "HEARD_PROGRAMME", "NO_COLOR", "heard manual", "-C FOLDER",
      "docs/command-line.md", "--programme",
    ] { #expect(help.contains(word), "\(word)") }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let desktop = try Desktop()
    #expect(try desktop.heard("-V").text == desktop.heard("--version").text)
    #expect(try desktop.heard("manual").text.contains(".SH ENVIRONMENT"))
    let refused = try desktop.heard("list", "events", "--linear")
    #expect(refused.code == 2 && refused.said.contains("--format plain"), "\(refused.said)")
    let titled = try desktop.heard("add", "event", "--title", "-Vienna-C", "--country", "fr")
    #expect(titled.code == 0, "\(titled.said)")
  }

  @Test(arguments: [
    (["figures", "--by", "zzzzzzzz"], "involvement"),
    (["add", "event", "--title", "A", "--country", "zz"], "FR"),
    (["add", "event", "--title", "A", "--status", "zzzzzzzz"], "postponed"),
  ])
  func `a value that is near to nothing is refused with what there is`(
    arguments: [String], value: String
  ) throws {
    let answer = try Desktop().run(Project.program, arguments)
    #expect(answer.code == 2 && answer.bytes.isEmpty)
    #expect(answer.said.contains("is not on the list. There is: "), "\(answer.said)")
    #expect(answer.said.contains(value), "\(answer.said)")
  }
}

/// Which folder is meant.
@Suite struct ProgrammeFolderTests {
  /// Titles of the events of whatever programme a line of shell means, in the order of the list.
  private func titles(_ desktop: Desktop, _ line: String) throws -> [String] {
    let answer = try desktop.shell(line)
    return answer.objects.compactMap { $0["title"] as? String }
  }

  /// Two programmes beside each other, each with one event that is called as its folder.
  private func two() throws -> Desktop {
    let desktop = try Desktop()
    try desktop.heard("new", "\(desktop.home)/other", "--country", "fr")
    for name in ["programme", "other"] {
      let added = try desktop.heard(
        "add", "event", "--title", name, "--programme", "\(desktop.home)/\(name)")
      #expect(added.code == 0, "\(added.said)")
    }
    return desktop
  }

  @Test(arguments: [
    ("heard list events --format json", "programme"),
    ("heard --programme other list events --format json", "other"),
    ("heard --programme=other list events --format json", "other"),
    ("heard list events --format json --programme other", "other"),
    ("heard --programme programme list events --format json --programme other", "other"),
    ("heard -C other list events --format json", "other"),
    ("heard -C other/events list events --format json", "other"),
    ("heard -C other -C ../programme list events --format json", "programme"),
    ("heard -C other --programme ../programme list events --format json", "programme"),
    ("cd other/events && heard list events --format json", "programme"),
    ("unset HEARD_PROGRAMME; cd other && heard list events --format json", "other"),
    ("unset HEARD_PROGRAMME; cd other/events && heard list events --format json", "other"),
    ("export HEARD_PROGRAMME=other; heard list events --format json", "other"),
  ])
  func `the folder is what was named, else entered, else the variable's, else around one`(
    line: String, title: String
  ) throws {
    let desktop = try two()
    #expect(try titles(desktop, "cd \"$HOME\" && \(line)") == [title])
  }

  @Test func `files after a command begin in the folder that was entered`() throws {
    let desktop = try two()
    try desktop.write("Date;Title\n2024-06-12;A\n", to: "../sheets/e.csv")
    let imported = try desktop.shell(
      "cd \"$HOME\" && heard -C sheets --programme ../other import events e.csv")
    #expect(imported.code == 0 && imported.lines.count == 1, "\(imported.said)")
  }

  @Test(arguments: ["-C nowhere", "-C ''", "--programme ''", "--programme nowhere"])
  func `a folder that is not there is refused`(_ line: String) throws {
    let desktop = try Desktop()
    let answer = try desktop.shell("cd \"$HOME\" && heard \(line) list events")
    #expect(answer.code == 3 && answer.said.contains("There is no folder"), "\(answer.said)")
  }
}
