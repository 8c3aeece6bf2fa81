import Foundation
import TestKit
import Testing

@testable import HeardCommands

@Suite struct ProgramTests {
  private static let endings = [
    "0 list events", "0 --version", "0 list --help", "0 check",
    "2 list nonsense", "2 list events --fromat json", "2 list events contry:fr",
    "2 figures --by contry", "2 figures --by country,year,type,format", "2 add event",
    "2 edit x --set a=b", "2 completions tcsh",
    "3 list events --programme /nowhere", "3 show x --programme /", "3 check /nowhere",
    "3 new /proc/nothing",
  ]

  @Test(arguments: endings)
  func `the exit code tells how a command ended`(_ ending: String) throws {
    let parts = ending.split(separator: " ").map(String.init)
    let answer = try Desktop().run(Project.program, Array(parts.dropFirst()))
    #expect(String(answer.code) == parts[0], "\(answer.said)")
    // What went wrong is never on the standard output.
    if answer.code >= 2 {
      #expect(answer.bytes.isEmpty)
      #expect(!answer.said.isEmpty)
    }
  }

  @Test func `one word that is no command is a folder to open`() throws {
    for word in ["./nowhere", "/nowhere", "~/nowhere"] {
      let answer = try Desktop().run(Project.program, [word])
      #expect(answer.code == 3)
      #expect(answer.said.contains("There is no folder \"\(word)\""), "\(answer.said)")
    }
    for word in ["help", "--help", "list", "add"] {
      #expect(!(try Desktop().run(Project.program, [word])).said.contains("There is no folder"))
    }
    #expect(try Desktop().run(Project.program, ["help"]).code == 0)
  }

  @Test func `every command stands in the table of its document, and no other`() throws {
    let help = try Desktop().run(Project.program, ["--help"]).text
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first)
    // Two blanks before a name; more before what continues its line, and before the last sentence.
    let known = list.matches(of: #/(?m)^  ([a-z][a-z-]+) /#).map { String($0.1) }
    let document = try String(
      contentsOfFile: "\(Project.folder.path)/docs/command-line.md", encoding: .utf8)
    let told = document.matches(of: /(?m)^\| `heard ([a-z][a-z-]+)/).map { String($0.1) }
    #expect(known.count > 10)
    #expect(Set(told).union(["open"]) == Set(known))
  }

  @Test func `every command of the sources can be asked for`() throws {
    let sources = try ["heard", "HeardCommands"].flatMap { target in
      let folder = "\(Project.folder.path)/Sources/\(target)"
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return try names.filter { $0.hasSuffix(".swift") }
        .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }.joined()
    let commands = sources.matches(of: /struct (\w+): ParsableCommand/).map { String($0.1) }
    #expect(commands.count > 15)
    for command in commands where command != "Heard" {
      #expect(sources.contains("\(command).self"), "\(command) stands in no list of subcommands")
    }
  }

  @Test func `an unknown key of a filter tells the nearest`() throws {
    let answer = try Desktop().heard("list", "events", "contry:fr")
    #expect(answer.said == "contry is not a filter key. Did you mean country?\n")
  }

  @Test func `a filter can negate and keep words together`() throws {
    let desktop = try Desktop()
    let held = try desktop.addEvent("Mental health", "--status", "held", "--place", "São Paulo")
    let planned = try desktop.addEvent("Health of the mental kind", "--status", "planned")
    func ids(_ filter: String...) throws -> [String] {
      let answer = try desktop.run(
        Project.program, ["list", "events", "--format", "json"] + filter)
      return answer.objects.compactMap { $0["id"] as? String }
    }
    #expect(try ids("-status:held") == [planned])
    #expect(try ids("mental health") == [held])
    #expect(try ids("mental", "health").count == 2)
    #expect(try ids("-mental health") == [planned])
    #expect(try ids("-kind") == [held])
    #expect(try ids("place:São Paulo") == [held])
    #expect(try ids("place:Recife,São Paulo", "year:2024") == [held])
    #expect(try ids("status:held year:2024") == [held])
  }

  @Test func `a file that cannot be read is told, and the others are shown`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    try desktop.write("{\"id\": \"x-1\",}", to: "events/x-1.json")
    for format in ListFormat.allCases.map(\.rawValue) {
      let list = try desktop.heard("list", "events", "--format", format)
      #expect(list.code == 3)
      #expect(list.text.contains(id))
      #expect(list.said.contains("events/x-1.json:1:13: H101"))
      #expect(list.said.contains("1 file cannot be read"))
    }
    let check = try desktop.heard("check")
    #expect(check.code == 1)
    #expect(check.text.contains("\nevents/x-1.json:1:13: H101"))
    let fault = try #require(try desktop.heard("check", "--format", "json").objects.first)
    #expect(
      Set(fault.keys) == [
        "file", "line", "column", "code", "member", "stops", "remark", "sentence",
      ])
  }

  @Test func `a folder that lies open to others is told in one line that hides nothing else`()
    throws
  {
    let desktop = try Desktop()
    for _ in 0..<4 { _ = try desktop.addEvent() }
    try desktop.write("{\"id\": \"x-1\",}", to: "events/x-1.json")
    try desktop.shell("chmod -R go+r \"$HEARD_PROGRAMME\"").expectDone()
    let lines = try desktop.heard("check").text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("events/x-1.json:1:13: H101") == true)
    #expect(lines.last?.contains("H603") == true)
    let faults = try desktop.heard("check", "--format", "json").objects
    #expect(faults.count > 5)
  }

  @Test func `what others changed is told, does not fail the check, and is accepted`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent("Waiting rooms")
    #expect(try desktop.heard("check").said == "No faults were found.\n")
    let file = "\(desktop.programme)/events/\(id).json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try desktop.shell(
      "sed -i 's/Waiting rooms/Meeting rooms/' '\(file)' && rm \"$HEARD_PROGRAMME/.gitignore\""
    ).expectDone()
    #expect(try String(contentsOfFile: file, encoding: .utf8) != text)
    let told = try desktop.heard("check")
    #expect(told.code == 0 && told.said.contains("--strict"), "\(told.said)")
    #expect(
      told.lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        ".gitignore: H802", "events/\(id).json: H801",
      ])
    #expect(try desktop.heard("check", "--strict").code == 1)
    let accepted = try desktop.heard("check", "--accept")
    #expect(accepted.code == 0 && accepted.bytes.isEmpty, "\(accepted.text)")
    #expect(accepted.said.contains("files are accepted as they stand."), "\(accepted.said)")
    #expect(try desktop.heard("check", "--strict").code == 0)
    #expect(try desktop.heard("check", "--accept", "/").code == 3)
  }

  @Test func `a clean clone has no faults, and names behind pseudonyms that lie open are one`()
    throws
  {
    let desktop = try Desktop()
    _ = try desktop.addEvent()
    let git = "git -c user.name=x -c user.email=x@example.org -c commit.gpgsign=false"
    let clone = try desktop.shell(
      """
      umask 022 && cd "$HEARD_PROGRAMME" && git init -q . && git add -A && \(git) commit -qm x \
        && git clone -q . "$HOME/clone"
      """)
    #expect(clone.code == 0, "\(clone.said)")
    let check = try desktop.heard("check", "\(desktop.home)/clone")
    #expect(check.code == 0, "\(check.text)")
    #expect(check.lines.count == 1 && check.text.contains("H603"), "\(check.text)")
    #expect(check.said.contains("No faults were found."))
    let json = try desktop.heard("check", "\(desktop.home)/clone", "--format", "json")
    #expect(json.code == 0 && json.objects.allSatisfy { $0["remark"] as? Bool == true })
    #expect(try desktop.heard("check", "\(desktop.home)/clone", "--strict").code == 1)
    let names = try desktop.shell(
      """
      cd "$HOME/clone" && mkdir identities \
        && printf '{\\n  "id": "p-1"\\n}\\n' > identities/p-1.json && chmod 644 identities/p-1.json
      """)
    #expect(names.code == 0, "\(names.said)")
    let open = try desktop.heard("check", "\(desktop.home)/clone")
    #expect(open.code == 1 && open.text.contains("identities/p-1.json: H603"), "\(open.text)")
  }

  @Test func `a folder of a newer version is read and not written`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    try desktop.shell(
      "sed -i 's/\"format\": [0-9]*/\"format\": 99/' \"$HEARD_PROGRAMME/heard.json\""
    )
    .expectDone()
    #expect(try desktop.heard("list", "events").text.contains(id))
    for arguments in [
      ["add", "event", "--title", "A"], ["edit", id, "--set", "place=Lyon"],
      ["add", "action", "--title", "A"],
      ["add", "testimony", "--event", id, "--file", "-", "--consent", "record"],
    ] {
      let answer = try desktop.run(Project.program, arguments)
      #expect(answer.code == 3)
      #expect(answer.said.contains("format 99"))
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the owner of the machine may write everywhere"))
  func `a folder that may only be read is listed and not changed`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    try desktop.shell("chmod -R a-w \"$HEARD_PROGRAMME\"").expectDone()
    defer { _ = try? desktop.shell("chmod -R u+w \"$HEARD_PROGRAMME\"") }
    #expect(try desktop.heard("list", "events").code == 0)
    let edited = try desktop.heard("edit", id, "--set", "place=Lyon")
    #expect(edited.code == 3)
    #expect(edited.said.contains("reading only"))
  }

  @Test func `reading makes no folder and writes no file`() throws {
    let desktop = try Desktop()
    for arguments in [
      ["list", "events"], ["list", "testimonies", "--format", "json"], ["figures"], ["check"],
      ["show", "x"], ["list", "people", "--format", "plain"],
    ] { _ = try desktop.run(Project.program, arguments) }
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/state"))
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/config"))
  }

  @Test func `a reader that goes away ends a list quietly`() throws {
    let desktop = try Desktop()
    let sample = Project.sample
    let answer = try desktop.shell(
      """
      set -o pipefail
      for format in table json csv plain; do
        heard list people --programme '\(sample)' --format $format | head -n 1 > /dev/null || exit 9
      done
      """)
    #expect(answer.code == 0)
    #expect(answer.said.isEmpty)
  }

  @Test(arguments: [
    "heard --help > /dev/full", "heard open --plain > /dev/full",
    "printf 'events\\nquit\\n' | heard --linear > /dev/full",
    "(ulimit -f 0; heard --help > \"$HOME/result\")",
    "(ulimit -f 0; printf 'quit\\n' | heard --linear > \"$HOME/result\")",
  ])
  func `a result that cannot be printed in full is told`(line: String) throws {
    let answer = try Desktop().shell(line)
    #expect(answer.code == 3)
    #expect(answer.said.hasPrefix("The result could not be printed in full"), "\(answer.said)")
  }

  @Test(arguments: ["2024-12-01", "tomorrow", "2024-12-01T09:00:00", "2024-02-30T09:00:00Z", " "])
  func `a clock that is stopped at no moment is refused`(_ clock: String) throws {
    let answer = try Desktop().heard("list", "events", environment: ["HEARD_NOW": clock])
    #expect(answer.code == 2 && answer.bytes.isEmpty)
    #expect(answer.said.hasPrefix("HEARD_NOW is \"\(clock)\""), "\(answer.said)")
  }

  @Test func `a name with an end of line in it stays on the line of its sentence`() throws {
    let desktop = try Desktop()
    try desktop.write("{", to: "events/x\nNo faults were found.json")
    let list = try desktop.heard("list", "events")
    #expect(list.said.contains("events/x␊No faults were found.json:1:"), "\(list.said)")
    let show = try desktop.heard("show", "x\ny\u{1B}[2Jz")
    #expect(show.said.contains("x␊y␛[2jz") && !show.said.contains("\u{1B}"), "\(show.said)")
    let both = try desktop.heard("list", "events", "contry:fr", "yaer:2024")
    #expect(both.said.split(separator: "\n").count == 2, "\(both.said)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands`(_ shell: String) throws {
    let answer = try Desktop().heard("completions", shell)
    #expect(answer.code == 0)
    for name in ["list", "figures", "testimony", "programme"] {
      #expect(answer.text.contains(name))
    }
  }

  @Test(arguments: [
    "new", "check", "list", "show", "history", "add", "edit", "undo", "figures", "print",
    "calendar", "completions",
  ])
  func `the help of every command has examples`(_ command: String) throws {
    let help = try Desktop().heard(command, "--help").text
    #expect(help.contains("EXAMPLES\n  heard \(command)") || help.contains("$(heard \(command)"))
  }

  @Test func `a folder that is taken is not made again`() throws {
    let desktop = try Desktop()
    let id = try desktop.addEvent()
    let again = try desktop.heard("new", desktop.programme)
    #expect(again.code == 3)
    #expect(try desktop.heard("list", "events").text.contains(id))
    let wrong = try desktop.heard("new", "\(desktop.home)/other", "--country", "fr,zz")
    #expect(wrong.code == 2)
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/other"))
  }
}
