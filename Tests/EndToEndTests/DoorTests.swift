import Foundation
import Glibc
import TestKit
import Testing

/// The door as somebody meets it who counts on a telephone, over a slow line and a slow disk.
@Suite(.serialized) struct DoorTests {
  private let event = "2024-11-30-br-recife-aaaa"

  /// A programme with one event more, of which nothing is counted yet.
  private func programme(_ home: Scratch) throws -> (folder: String, file: String) {
    let folder = try home.programme()
    let file = "\(folder)/events/\(event).json"
    let text = """
      {"confidentiality": "open", "country": "BR", "format": "inPerson", "id": "\(event)",
      "involvement": "organised", "place": "Recife", "start": "2024-11-30", "status": "held",
      "title": "Roda de escuta", "type": "dialogue"}
      """
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return (folder, file)
  }

  /// The door of that event on a telephone.
  private func door(_ folder: String, _ home: Scratch) throws -> TmuxSession {
    let session = try TmuxSession("\(heard) \(folder)", home: home, columns: 32, rows: 12)
    try session.wait(for: "Home")
    try session.press("2")
    try session.wait(for: "Roda de escuta")
    try session.press("c")
    try session.wait(for: "Attendance")
    return session
  }

  private func attendance(_ file: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let record = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return record?["attendance"] as? [String: Any] ?? [:]
  }

  @Test func `84 people and 51 slips stand in the file as they were typed`() throws {
    let home = try Scratch()
    let (folder, file) = try programme(home)
    let session = try door(folder, home)
    try session.type(String(repeating: "+", count: 84))
    try session.press("Tab")
    try session.wait(for: "By role")
    try session.type("aabr-b")
    // A role is one of those who came, and an organiser none of them.
    try session.wait(for: "84 came · 2 with a role")
    try session.type("b")
    try session.wait(for: "84 came · 3 with a role")
    try session.type("b")
    try session.wait(for: "84 came · 4 with a role")
    try session.press("Tab")
    // The part asks first who was given slips: all who were counted.
    try session.wait(for: "Who was given a slip")
    try session.type("2")
    try session.wait(for: "0 of 84")
    try session.type("ad3")
    try session.press("Enter")
    try session.wait(for: "1 of 84")
    for slip in 2...51 {
      try session.type(slip % 3 == 0 ? "0" : slip % 2 == 0 ? "a4" : "d")
      try session.press("Enter")
    }
    try session.wait(for: "51 of 84", seconds: 60)
    try session.type("a1")
    try session.press("Enter")
    try session.wait(for: "52 of 84")
    try session.press("u")
    try session.wait(for: "51 of 84")
    // The fifty-first is in memory alone: the person wants it in the file all the same.
    try session.wait(for: "1 slip in memory")
    try session.press("C-c")
    try session.wait(for: "in memory only")
    try session.press("3")
    try session.wait(for: "[ended 0]")
    let stored = try attendance(file)
    let declared = stored["declared"] as? [String: Any] ?? [:]
    #expect(stored["total"] as? Int == 84)
    #expect(stored["source"] as? String == "counted")
    #expect(stored["inRole"] as? Int == 4)
    #expect(
      stored["roles"] as? [String: Int]
        == ["communityMember": 2, "organiser": 1, "patientCarer": 2])
    #expect(declared["asked"] as? Int == 84)
    #expect(declared["answered"] as? Int == 51)
    // Of the slips 2 to 51 every third says that nothing applies, the even ones of the others a.
    let others = (2...51).filter { $0 % 3 != 0 }
    let even = others.count { $0 % 2 == 0 }
    #expect(
      declared["communities"] as? [String: Int]
        == ["disabled": others.count - even + 1, "women": even + 1])
    #expect(declared["ageBands"] as? [String: Int] == ["25-34": 1, "35-44": even])
    // What stood together on a slip is nowhere: neither in the record nor beside it.
    #expect(files(folder, ".json").count == 1)
    #expect(files("\(folder)/events").count == 3)
  }

  @Test func `12 presses in one terminal and 7 in another are 19 people`() throws {
    let home = try Scratch()
    let (folder, file) = try programme(home)
    let one = try door(folder, home)
    let two = try door(folder, home)
    for number in 1...12 {
      try one.type("+")
      if number <= 7 { try two.type("+") }
    }
    // Each learns of the other by itself.
    try one.wait(for: "here 12 · other 7")
    try two.wait(for: "here 7 · other 12")
    try waitUntil(10, "19 in the file") { try attendance(file)["total"] as? Int == 19 }
    // A press taken back is one's own.
    try one.type("u")
    try one.wait(for: "here 11 · other 7")
    try two.wait(for: "here 7 · other 11")
    try waitUntil(10, "18 in the file") { try attendance(file)["total"] as? Int == 18 }
    #expect(try attendance(file)["conflicts"] == nil)
    try two.press("C-c")
    try two.wait(for: "[ended 0]")
    #expect(try attendance(file)["total"] as? Int == 18)
  }

  @Test func `a blocked disk delays no press, and what is called saved survives a kill`() throws {
    let home = try Scratch()
    let (folder, file) = try programme(home)
    let session = try door(folder, home)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try session.type(String(repeating: "+", count: 84))
    try session.wait(for: "One more: 84")
    #expect(session.screen.contains("saving"))
    #expect(try attendance(file).isEmpty)
    try session.type("-")
    try session.wait(for: "One less: 83")
    flock(descriptor, LOCK_UN)
    try session.wait(for: "saved")
    kill(try session.program(), SIGKILL)
    try session.wait(for: "[ended 137]")
    #expect(try attendance(file)["total"] as? Int == 83)
    // What gathered meanwhile was written together.
    let history = files("\(folder)/history", ".jsonl").compactMap {
      try? String(contentsOfFile: "\(folder)/history/\($0)", encoding: .utf8)
    }
    let lines = history.joined().split(separator: "\n").count
    #expect(lines > 0 && lines < 20, "\(lines) lines")
  }
}
