import Foundation
import TestKit
import Testing

/// What `heard doctor` finds where there is no terminal; see EndToEndTests for one that answers.
@Suite struct DoctorCommandTests {
  /// A machine on which the clock goes.
  private static let going = ["HEARD_NOW": ""]

  private func finding(
    _ item: String, _ desktop: Desktop, _ environment: [String: String] = [:]
  ) throws -> [String: Any] {
    let answer = try desktop.heard(
      "doctor", "--format", "json", environment: Self.going.merging(environment) { $1 })
    return try #require(answer.objects.first { $0["item"] as? String == item }, "\(answer.text)")
  }

  private func isFine(_ finding: [String: Any]) -> Bool { finding["fine"] as? Bool ?? false }

  @Test func `each thing is one line and one object, and the exit code tells whether all are fine`()
    throws
  {
    let desktop = try Desktop()
    let lines = try desktop.heard("doctor", environment: Self.going)
    let objects = try desktop.heard("doctor", "--format", "json", environment: Self.going).objects
    let items = objects.compactMap { $0["item"] as? String }
    #expect(
      items == [
        "version", "locale", "language", "terminal", "line", "width", "escape", "settings", "state",
        "folder", "space", "locks", "git", "zones", "clock",
      ])
    #expect(lines.lines.count == items.count)
    for object in objects {
      #expect(Set(object.keys) == ["item", "fine", "sentence", "advice"])
      #expect((object["advice"] is NSNull) == isFine(object))
      #expect(object["sentence"] as? String != "")
    }
    #expect(lines.code == (objects.allSatisfy(isFine) ? 0 : 1), "\(lines.text)")
    #expect(lines.text.contains("Width of signs like é: fine. Not measured"))
  }

  @Test func `a stopped clock is told, with what to type`() throws {
    let answer = try Desktop().heard("doctor")
    #expect(answer.code == 1)
    #expect(answer.text.contains("Clock: look at this. HEARD_NOW has stopped the clock"))
    #expect(answer.text.contains("unset HEARD_NOW"))
  }

  @Test func `what others can read in the folder is counted`() throws {
    let desktop = try Desktop()
    #expect(isFine(try finding("folder", desktop)))
    chmod("\(desktop.programme)/heard.json", 0o644)
    let found = try finding("folder", desktop)
    #expect(!isFine(found))
    #expect((found["sentence"] as? String ?? "").contains("1 file or folder"))
  }

  @Test func `a file that is no record is a fault that is told by its number`() throws {
    let desktop = try Desktop()
    try desktop.write("{ torn", to: "events/x-1.json")
    chmod("\(desktop.programme)/events/x-1.json", 0o600)
    chmod("\(desktop.programme)/events", 0o700)
    let found = try finding("folder", desktop)
    #expect((found["sentence"] as? String ?? "").contains("fault"), "\(found)")
    #expect((found["advice"] as? String ?? "").contains("heard check"))
  }

  @Test func `without a programme none is looked at`() throws {
    let desktop = try Desktop()
    let found = try finding("folder", desktop, ["HEARD_PROGRAMME": "/nowhere"])
    #expect(isFine(found))
    #expect((found["sentence"] as? String ?? "").contains("/nowhere"))
  }

  @Test func `settings that cannot be understood are told by place and code, and stay`() throws {
    let desktop = try Desktop()
    for (text, code) in [("{ torn", "H1"), (#"{"role": "manager", "theme": "neon"}"#, "H2")] {
      try desktop.settle(text)
      let found = try finding("settings", desktop)
      #expect(!isFine(found))
      let sentence = found["sentence"] as? String ?? ""
      #expect(sentence.contains("settings.json") && sentence.contains(code), "\(sentence)")
      let file = "\(desktop.home)/config/heard/settings.json"
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
    try desktop.settle(#"{"role": "manager", "theme": "mono"}"#)
    #expect(isFine(try finding("settings", desktop)))
  }

  @Test func `the first screen says that settings are not in force`() throws {
    let desktop = try Desktop()
    let before = try desktop.heard("open", "--plain")
    #expect(!before.text.contains("Not all of your settings"))
    try desktop.settle(#"{"role": "manager", "theme": "neon"}"#)
    let screen = try desktop.heard("open", "--plain")
    #expect(screen.text.contains("Not all of your settings are in force"), "\(screen.text)")
    #expect(screen.text.contains("neon"))
    let talk = try desktop.heard("--linear", input: "quit\n")
    #expect(talk.text.contains("Not all of your settings are in force"), "\(talk.text)")
  }

  @Test func `a locale that the machine does not have is told, none at all is fine`() throws {
    let desktop = try Desktop()
    let other = try finding("locale", desktop, ["LC_ALL": "xx_YY.UTF-8"])
    #expect(!isFine(other))
    #expect((other["sentence"] as? String ?? "").contains("xx_YY.UTF-8"))
    #expect(isFine(try finding("locale", desktop, ["LC_ALL": ""])))
    #expect(isFine(try finding("locale", desktop, ["LC_ALL": "C"])))
  }

  @Test func `under version control, what identifies people has to be left out`() throws {
    let desktop = try Desktop()
    try FileManager.default.createDirectory(
      atPath: "\(desktop.programme)/.git", withIntermediateDirectories: true)
    #expect(isFine(try finding("git", desktop)))
    try desktop.write("identities/\n", to: ".gitignore")
    let found = try finding("git", desktop)
    #expect(!isFine(found))
    #expect((found["advice"] as? String ?? "").hasSuffix("safeguarding/"))
  }

  @Test func `the wait for slow keys says who decided it`() throws {
    let desktop = try Desktop()
    func sentence(_ environment: [String: String]) throws -> String {
      try finding("escape", desktop, environment)["sentence"] as? String ?? ""
    }
    #expect(try sentence([:]).contains("25 milliseconds"))
    #expect(try sentence(["SSH_CONNECTION": "1 2 3 4"]).contains("150 milliseconds"))
    try desktop.settle(#"{"role": "manager", "theme": "mono", "escapeWait": 400}"#)
    #expect(try sentence(["SSH_CONNECTION": "1 2 3 4"]).contains("400 milliseconds"))
    #expect(
      try sentence(["ESCDELAY": "70"]).contains(
        "70 milliseconds for the rest of a slow key: ESCDELAY"))
  }

  @Test func `looking makes no folder, and the width is not kept where nothing answers`() throws {
    let desktop = try Desktop()
    let nowhere = "\(desktop.home)/unborn"
    let away = ["XDG_CONFIG_HOME": "\(nowhere)/c", "XDG_STATE_HOME": "\(nowhere)/s"]
    let found = try finding("settings", desktop, away)
    #expect(isFine(found))
    #expect((found["sentence"] as? String ?? "").contains("not there yet"))
    let fixed = try desktop.heard("doctor", "--fix", "width", environment: away)
    #expect(fixed.code == 3)
    #expect(fixed.said.contains("no terminal that answers"))
    #expect(!FileManager.default.fileExists(atPath: nowhere))
  }

  @Test(arguments: ["es", "fr", "ja", "pt"])
  func `it speaks the language of the person`(language: String) throws {
    let desktop = try Desktop()
    try desktop.settle(#"{"role": "manager", "theme": "mono", "language": "\#(language)"}"#)
    let english = try Desktop().heard("doctor", environment: Self.going).lines
    let own = try desktop.heard("doctor", environment: Self.going).lines
    #expect(own.count == english.count)
    for line in own { #expect(!line.contains(": fine.") && !line.contains("cli.doctor")) }
  }
}
