import Foundation
import TestKit
import Testing

@testable import HeardCommands

/// Disclosures from the command line: where they are kept, who is called, how they are handed over.
@Suite struct SafeguardingCommandTests {
  private static let words = "CANARY what happened behind the house at night"

  /// A programme with a lead, and one disclosure in it.
  private func told() throws -> (desktop: Desktop, id: String) {
    let desktop = try Desktop()
    try desktop.heard(
      "add", "member", "--name", "Imani Lead", "--role", "safeguardingLead", "--contact",
      "+33 1 23 45")
    let event = try desktop.addEvent()
    let added = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn,publish",
      "--speaker", "Amina", "--set", "triage=safeguarding", input: Self.words)
    #expect(added.code == 0, "\(added.said)")
    #expect(added.said.contains("kept in safeguarding/ of this machine alone"))
    #expect(added.said.contains("Call now: Imani Lead (+33 1 23 45)."))
    #expect(added.said.contains("heard safeguarding \(added.id) --seal"))
    for untrue in ["not given", "do not say who", "withdrawn", "refused"] {
      #expect(!added.said.contains(untrue), "\(added.said)")
    }
    return (desktop, added.id)
  }

  /// The files of this person in which the words stand, below their home.
  private func files(_ desktop: Desktop) throws -> [String] {
    try desktop.shell("grep -rl CANARY \"$HOME\" || true").lines
      .map { String($0.dropFirst(desktop.home.count + 1)) }.sorted()
  }

  @Test func `what is told stands in one file of this machine, also after the next start`() throws {
    let (desktop, id) = try told()
    #expect(try files(desktop) == ["programme/safeguarding/\(id).json"])
    #expect(
      try desktop.shell("stat -c %a \"$HEARD_PROGRAMME\"/safeguarding/*").text == "600\n")
    let started = try desktop.heard("--linear", input: "undo\nquit\n")
    #expect(started.text.contains("1 disclosure not handed over yet"), "\(started.text)")
    #expect(!started.text.contains("CANARY"))
    #expect(try files(desktop) == ["programme/safeguarding/\(id).json"])
    for command in [["list", "testimonies"], ["show", id], ["safeguarding"]] {
      for format in ["json", "plain"] {
        let answer = try desktop.run(Project.program, command + ["--format", format])
        #expect(answer.code == 0 && answer.text.contains(id), "\(command) \(answer.said)")
        #expect(!answer.text.contains("CANARY") && !answer.text.contains("Amina"))
      }
    }
    let listed = try desktop.heard("list", "testimonies", "--format", "json").objects.first
    #expect(listed?["hiddenBy"] as? String == "safeguarding")
    #expect(listed?["visibility"] as? String == "hiddenForSafeguarding")
    let edited = try desktop.heard("edit", id, "--set", "words=Others")
    #expect(edited.code == 3 && !edited.said.contains("withdrawn"), "\(edited.said)")
  }

  @Test func `without a lead nothing is read, and what to do first is said`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let add = [
      "add", "testimony", "--event", event, "--file", "/etc/hostname", "--set",
      "triage=safeguarding",
    ]
    let refused = try desktop.run(Project.program, add)
    #expect(refused.code == 2 && refused.said.contains("emergency number"), "\(refused.said)")
    #expect(try desktop.heard("list", "testimonies", "--format", "json").text == "[]\n")
    let stored = try desktop.run(Project.program, add + ["--yes"])
    #expect(stored.code == 0 && stored.said.contains("no safeguarding lead"), "\(stored.said)")
  }

  @Test func `an edit moves the words that stood there, once that is agreed to`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    let id = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn",
      input: Self.words
    ).id
    let asked = try desktop.heard("edit", id, "--set", "triage=safeguarding")
    #expect(asked.code == 2 && asked.said.contains("--yes"), "\(asked.said)")
    #expect(asked.said.contains("emergency number"))
    #expect(try files(desktop) == ["programme/testimonies/\(event).json"])
    let edited = try desktop.heard("edit", id, "--set", "triage=safeguarding", "--yes")
    #expect(edited.code == 0 && edited.said.contains("kept in safeguarding/"), "\(edited.said)")
    #expect(try files(desktop) == ["programme/safeguarding/\(id).json"])
  }

  @Test func `a page is written for its owner alone, and it waits for the receipt`() throws {
    let (desktop, id) = try told()
    func state() throws -> String? {
      try desktop.heard("safeguarding", "--list", "--format", "json").objects.first?["handingOver"]
        as? String
    }
    #expect(try state() == "kept")
    let page = "\(desktop.home)/page.html"
    let written = try desktop.heard("safeguarding", id, "--page", page)
    #expect(written.code == 0 && written.said.contains("--receipt"), "\(written.said)")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    for part in ["CANARY", "Amina", "Confidential", "Imani Lead", "Waiting rooms"] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(try desktop.shell("stat -c %a \"$HOME\"/page.html").text == "600\n")
    #expect(try desktop.heard("safeguarding", id, "--page", page).code == 3)
    #expect(try state() == "handedOver")
    let noted = try desktop.heard("safeguarding", id, "--receipt", "2024-017")
    #expect(noted.code == 0 && noted.said.contains("December 31, 2024"), "\(noted.said)")
    #expect(try state() == "received")
    let later = ["HEARD_NOW": "2024-12-31T09:00:00Z"]
    try desktop.heard("add", "action", "--title", "Chairs", environment: later)
    #expect(try desktop.heard("safeguarding", "--format", "json").text == "[]\n")
    #expect(try files(desktop) == ["page.html"])
  }

  @Test func `what is asked of none, or of two things at once, is refused`() throws {
    let (desktop, id) = try told()
    for arguments in [
      ["t-nowhere", "--receipt", "1"], [id], [id, "--receipt", " "],
      [id, "--receipt", "1", "--page", "x"], ["--receipt", "1"],
    ] {
      let answer = try desktop.run(Project.program, ["safeguarding"] + arguments)
      #expect(answer.code == 2 && answer.bytes.isEmpty, "\(arguments) \(answer.said)")
    }
  }

  @Test func `a sealed file goes through the program age, and shows by what the key is compared`()
    throws
  {
    let (desktop, id) = try told()
    let none = try desktop.heard("safeguarding", id, "--seal", "\(desktop.home)/none.age")
    #expect(none.code == 3 && none.said.contains("leadKey"), "\(none.said)")
    try desktop.shell(
      """
      sed -i 's/"id":/"leadKey": "age1invented", "id":/' "$HEARD_PROGRAMME/heard.json"
      mkdir "$HOME/bin" "$HOME/empty"
      printf '#!/bin/sh\\n[ "$3" = age1invented ] && tr A-Z N-ZA-M\\n' > "$HOME/bin/age"
      chmod +x "$HOME/bin/age"
      """
    ).expectDone()
    let file = "\(desktop.home)/told.age"
    let lacking = try desktop.heard(
      "safeguarding", id, "--seal", file, environment: ["PATH": "\(desktop.home)/empty"])
    #expect(lacking.code == 3 && lacking.said.contains("“age”"), "\(lacking.said)")
    #expect(!FileManager.default.fileExists(atPath: file))
    let path = ["PATH": "\(desktop.home)/bin:/usr/bin:/bin"]
    let sealed = try desktop.heard("safeguarding", id, "--seal", file, environment: path)
    #expect(sealed.code == 0, "\(sealed.said)")
    #expect(sealed.said.contains("67ca fd82 2f8f 7a84 3c9c 8732 d867 1382"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("PNANEL") && !text.contains("CANARY"))
    #expect(try desktop.shell("stat -c %a \"$HOME\"/told.age").text == "600\n")
    try desktop.shell("printf '#!/bin/sh\\nexit 1\\n' > \"$HOME/bin/age\"").expectDone()
    let failed = try desktop.heard(
      "safeguarding", id, "--seal", "\(desktop.home)/other.age", environment: path)
    #expect(failed.code == 3, "\(failed.said)")
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.home)/other.age"))
  }
}
