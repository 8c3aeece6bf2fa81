import Foundation
import TestKit
import Testing

@Suite struct PrintCommandTests {
  @Test func `a page is written for its owner alone and never over another file`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Salle d’attente", "--status", "planned")
    let file = "\(desktop.home)/page.html"
    let done = try desktop.heard("print", "signin", event, "--output", file)
    #expect(done.code == 0 && done.bytes.isEmpty && done.said.contains(file))
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let first = try String(contentsOfFile: file, encoding: .utf8)
    #expect(first.contains("<html lang=\"fr\">") && first.contains("Feuille de présence"))
    let again = try desktop.heard("print", "consent", event, "--output", file)
    #expect(again.code == 3 && again.said.contains("--replace"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == first)
    let replaced = try desktop.heard("print", "consent", event, "--output", file, "--replace")
    #expect(replaced.code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) != first)
    let names = try FileManager.default.contentsOfDirectory(atPath: desktop.home)
    #expect(!names.contains { $0.hasSuffix(".part") })
  }

  /// Private nodes in the folder of the test only: what is tried here must never meet a real device.
  @Test func `what is no plain file never gives way`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    try desktop.shell(
      "cd \"$HOME\" && mkfifo pipe && ln -s pipe link && mkdir folder && ln -s folder way"
    ).expectDone()
    for name in ["pipe", "link", "folder", "way"] {
      let path = "\(desktop.home)/\(name)"
      let before = Self.node(path)
      for arguments in [["print", "tables", event], ["calendar"]] {
        for more in [[], ["--replace"]] {
          let answer = try desktop.run(Project.program, arguments + ["--output", path] + more)
          #expect(answer.code == 3 && answer.bytes.isEmpty, "\(name)")
          #expect(answer.said.hasPrefix("Not written: \"\(path)\" is a folder"), "\(answer.said)")
        }
      }
      #expect(Self.node(path) == before)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: desktop.home)
    #expect(!names.contains { $0.hasSuffix(".part") })
    // A link to a plain file gives way itself; what it leads to stays.
    try desktop.shell("cd \"$HOME\" && echo kept > kept && ln -s kept mark").expectDone()
    let mark = try desktop.heard("calendar", "--output", "\(desktop.home)/mark", "--replace")
    #expect(mark.code == 0, "\(mark.said)")
    #expect(try String(contentsOfFile: "\(desktop.home)/kept", encoding: .utf8) == "kept\n")
  }

  /// What kind of node stands at a path, and which.
  private static func node(_ path: String) -> [UInt64] {
    var status = stat()
    lstat(path, &status)
    return [UInt64(status.st_mode), UInt64(status.st_ino)]
  }

  @Test func `a page goes to the standard output in the language that is asked for`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent("Waiting", "--status", "planned")
    let page = try desktop.heard("print", "signin", event, "--output", "-", "--language", "ja")
    #expect(page.text.contains("<html lang=\"ja\">") && page.text.contains("受付表"))
    let consent = try desktop.heard("print", "consent", event, "--output", "-")
    #expect(consent.text.contains("n’a pas encore de notice"))
    let tables = try desktop.heard(
      "print", "tables", event, "--output", "-", "--seats", "4", "--people", "10")
    #expect(tables.text.components(separatedBy: "<ol>").count == 4)
  }

  @Test(arguments: [
    ["print", "signin", "nothing", "--output", "-"], ["print", "poster", "x", "--output", "-"],
    ["print", "tables", "2024", "--output", "-", "--seats", "0"],
    ["print", "tables", "2024", "--output", "-", "--people", "-4"],
    ["print", "signin", "2024", "--output", "-", "--language", "français!"],
    ["print", "signin", "2024"], ["calendar", "contry:fr", "--output", "-"], ["calendar"],
  ])
  func `what is not understood is said and nothing printed`(arguments: [String]) throws {
    let desktop = try Desktop()
    _ = try desktop.addEvent()
    let answer = try desktop.run(Project.program, arguments)
    #expect(answer.code == 2, "\(answer.said)")
    #expect(answer.bytes.isEmpty)
    #expect(!answer.said.isEmpty)
  }

  @Test func `a place that cannot be written to is said`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    for arguments in [["print", "tables", event], ["calendar"]] {
      let answer = try desktop.run(
        Project.program, arguments + ["--output", "\(desktop.home)/nowhere/page"])
      #expect(answer.code == 3 && answer.said.contains("nowhere/page"))
    }
  }

  @Test func `a calendar holds the events that the filter lets pass`() throws {
    let desktop = try Desktop()
    _ = try desktop.run(
      Project.program,
      [
        "add", "event", "--title", "Soir", "--country", "fr", "--date", "2025-03-30 14:00",
        "--status", "confirmed",
      ])
    _ = try desktop.run(
      Project.program,
      [
        "add", "event", "--title", "Tarde", "--country", "br", "--date", "2025-04", "--status",
        "planned",
      ])
    let all = try desktop.heard("calendar", "--output", "-")
    #expect(all.code == 0)
    #expect(all.text.contains("DTSTART;TZID=Europe/Paris:20250330T140000\r\n"))
    #expect(all.said.contains("1 event is not in it"))
    let none = try desktop.heard("calendar", "-country:fr", "--output", "-")
    #expect(!none.text.contains("VEVENT"))
  }
}
