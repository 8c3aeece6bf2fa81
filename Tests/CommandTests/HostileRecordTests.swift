import Foundation
import TestKit
import Testing

@testable import HeardCommands

@Suite struct HostileRecordTests {
  /// Every control of C0 and C1, and every mark that turns text around.
  private static let felt: [Unicode.Scalar] =
    ([0x01...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069]
    as [ClosedRange<UInt32>])
    .flatMap { $0 }.compactMap(Unicode.Scalar.init)

  /// Them all, and what some terminals obey: OSC 52, OSC 8, a title, a cleared screen.
  private static let text =
    String(String.UnicodeScalarView(felt))
    + "\u{1B}]52;c;aGk=\u{7}\u{1B}]8;;http://x\u{1B}\\\u{9D}0;title\u{9C}\u{1B}[2J\u{9B}2J"

  private func hostileProgramme() throws -> Desktop {
    let desktop = try Desktop()
    let bad = String(decoding: try JSONEncoder().encode("A" + Self.text), as: UTF8.self)
    try desktop.write(
      """
      {"id": "e-1", "title": \(bad), "type": "dialogue", "involvement": "organised",
       "format": "inPerson", "status": "held", "confidentiality": "open", "place": \(bad),
       "region": \(bad), "venue": \(bad), "summary": \(bad), "notes": \(bad), "country": "FR",
       "onlineAddress": \(bad), "communityGovernance": \(bad),
       "attendance": {"note": \(bad)}, "closeOut": {"note": \(bad), "heardReason": \(bad)},
       "series": {"name": \(bad)}, "participations": [
         {"id": "p-1", "pseudonym": \(bad), "status": "attended", "roles": ["patientCarer"]}]}
      """, to: "events/e-1.json")
    try desktop.write(
      """
      {"id": "e-1", "testimonies": [{"id": "t-1", "language": "fr", "textKind": "notes",
       "speaksFor": "oneself", "type": "experience", "polarity": "concern", "stage": "recorded",
       "triage": "none", "pseudonym": \(bad), "text": \(bad), "consent": {"id": "c-1",
       "naming": "none", "entries": [
        {"id": "e-1", "purpose": "record", "state": "given", "at": "2024-06-12T10:00:00Z"},
        {"id": "e-2", "purpose": "learn", "state": "given", "at": "2024-06-12T10:00:00Z"}]}}]}
      """, to: "testimonies/e-1.json")
    try desktop.write(
      """
      {"id": "a-1", "title": \(bad), "level": "local", "horizon": "short", "status": "proposed",
       "owner": \(bad), "description": \(bad), "events": ["e-1"]}
      """, to: "actions/a-1.json")
    try desktop.write(
      "{\"organisations\": [{\"id\": \"o-1\", \"name\": \(bad), \"note\": \(bad)}]}",
      to: "partners.json")
    // A file whose name and content both are hostile, for the sentences about it.
    try desktop.write(
      "{\"id\": \(bad), \"title\": 3, \"status\": \(bad)}", to: "events/x\u{1B}[2J\u{9B}2J.json")
    return desktop
  }

  private static func obeyed(_ bytes: [UInt8], allowing allowed: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      felt.contains(scalar) && !allowed.contains(UInt8(truncatingIfNeeded: scalar.value))
        || scalar.value == 0
    }.map { String($0.value, radix: 16) }
  }

  @Test func `no byte of a record is obeyed by a terminal, in any form`() throws {
    let desktop = try hostileProgramme()
    var asked: [[String]] = []
    for format in ListFormat.allCases.map(\.rawValue) {
      for kind in ["events", "people", "testimonies", "actions", "partners"] {
        asked.append(["list", kind, "--format", format])
      }
      asked.append(["figures", "--by", "series", "--format", format])
    }
    for id in ["e-1", "t-1", "a-1", "o-1", "p-1"] {
      asked.append(["show", id])
      asked.append(["show", id, "--format", "json"])
    }
    for format in ["table", "json", "plain"] { asked.append(["check", "--format", format]) }
    for arguments in asked {
      let answer = try desktop.run(Project.program, arguments)
      #expect(!answer.bytes.isEmpty, "\(arguments)")
      // A tabulator inside a cell of CSV is what was typed; it moves the cursor and no more.
      let allowed: [UInt8] = arguments.contains { $0.hasPrefix("csv") } ? [0x0A, 0x09] : [0x0A]
      #expect(Self.obeyed(answer.bytes, allowing: allowed) == [], "\(arguments)")
      #expect(Self.obeyed(Array(answer.said.utf8), allowing: [0x0A]) == [], "\(arguments)")
    }
  }

  @Test func `JSON loses nothing by being safe`() throws {
    let desktop = try hostileProgramme()
    let events = try desktop.heard("list", "events", "--format", "json").objects
    #expect(events.first?["title"] as? String == "A" + Self.text)
  }

  @Test func `what is typed on the command line is not obeyed either`() throws {
    let desktop = try hostileProgramme()
    let bad = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"
    for arguments in [
      ["list", bad], ["list", "events", "\(bad):x"], ["list", "events", "country:\(bad)"],
      ["show", bad], ["--\(bad)"], ["edit", "e-1", "--set", "\(bad)=1"],
      ["edit", "e-1", "--set", "start=\(bad)"], ["figures", "--by", bad],
      ["open", "/nowhere/\(bad)", "--plain"], ["completions", bad], ["check", "/nowhere/\(bad)"],
    ] {
      let answer = try desktop.run(Project.program, arguments)
      #expect(answer.code != 0, "\(arguments)")
      #expect(Self.obeyed(Array(answer.said.utf8), allowing: [0x0A]) == [], "\(arguments)")
      #expect(Self.obeyed(answer.bytes, allowing: [0x0A]) == [], "\(arguments)")
    }
  }
}
