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

  @Test func `a title without end is cut where columns are aligned, and whole everywhere else`()
    throws
  {
    let desktop = try Desktop()
    let title = String(repeating: "Ａ水 ", count: 100_000) + "end"
    let rest = """
      "type": "dialogue", "involvement": "organised", "format": "inPerson", "status": "held",
      "confidentiality": "open"}
      """
    for place in 0..<20 {
      let named = place == 7 ? title : "Short \(place)"
      try desktop.write(
        "{\"id\": \"e-\(place)\", \"title\": \"\(named)\", \(rest)", to: "events/e-\(place).json")
    }
    let table = try desktop.heard("list", "events")
    #expect(table.bytes.count < 60_000)
    #expect(table.text.contains("…"))
    for format in ["csv", "json", "plain"] {
      let whole = try desktop.heard("list", "events", "--format", format)
      #expect(whole.text.contains("Ａ水 end"), "\(format)")
    }
    let said = try desktop.heard("edit", "e-7", "--set", "place=Lyon").said
    #expect(said.utf8.count < 1000)
    let kept = try desktop.heard("show", "e-7", "--format", "json").object
    #expect(kept["title"] as? String == title)
  }

  @Test func `no message repeats a text of any length`() throws {
    let desktop = try Desktop()
    let words = "SECRET " + String(repeating: "what somebody said ", count: 5000)
    try desktop.write("{\"id\": \"e-1\", \"status\": \"\(words)\"}", to: "events/e-1.json")
    for asked in [
      ["check"], ["list", "events"], ["list", "events", "topic:\"\(words)\""],
      ["add", "event", "--title", "One", "--start", words],
      ["add", "event", "--title", "One", "--country", words],
    ] {
      let answer = try desktop.run(Project.program, asked)
      #expect(
        answer.said.utf8.count + answer.bytes.count < 2000,
        "\(asked[0]) \(asked.last?.prefix(9) ?? "")")
    }
  }

  @Test func `a text of more than a million characters that stands in a file stays whole`() throws {
    let desktop = try Desktop()
    let long = String(repeating: "a", count: 1_000_001)
    try desktop.write(
      """
      {"id": "e-1", "title": "A", "summary": "\(long)", "type": "dialogue",
       "involvement": "organised", "format": "inPerson", "status": "held", "confidentiality": "open"}
      """, to: "events/e-1.json")
    #expect(try desktop.heard("edit", "e-1", "--set", "place=Lyon").code == 0)
    let kept = try desktop.heard("show", "e-1", "--format", "json").object
    #expect((kept["summary"] as? String)?.count == 1_000_001)
    #expect(kept["place"] as? String == "Lyon")
  }

  @Test func `no memory left is told in a sentence, and nothing of what was in memory`() throws {
    let desktop = try Desktop()
    func check(megabytes: Int) throws -> Desktop.Answer {
      try desktop.shell(
        "ulimit -v \(megabytes * 1024); timeout 30 '\(Project.program)' check 2>&1")
    }
    // As little as an empty folder takes, and a file that takes more than the rest.
    let least = try stride(from: 48, through: 1200, by: 16).first {
      try check(megabytes: $0).code == 0
    }
    let said = String(repeating: "SECRET", count: 4_000_000)
    try desktop.write("{\"id\": \"e-1\", \"title\": \"\(said)\"}", to: "events/e-1.json")
    let answer = try check(megabytes: try #require(least) + 16)
    #expect(answer.code == 70)
    #expect(answer.lines.count == 1)
    #expect(answer.text.contains("no memory left"))
    #expect(!answer.text.contains("SECRET"))
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
      let allowed: [UInt8] = arguments.contains("csv") ? [0x0A, 0x09] : [0x0A]
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
