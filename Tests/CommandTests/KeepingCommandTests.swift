import Foundation
import TestKit
import Testing

/// What leaves, what is handed out, what is past its time, and what is held.
@Suite struct KeepingCommandTests {
  private let settings = #"{"name": "Noor", "role": "manager", "theme": "standard"}"#

  private func register(_ desktop: Desktop) throws -> [[String: Any]] {
    try desktop.heard("register", "--format", "json").objects
  }

  private func file(_ desktop: Desktop, _ name: String) throws -> String {
    try String(contentsOfFile: "\(desktop.programme)/\(name)", encoding: .utf8)
  }

  @Test func `what leaves is noted by ids, with whom it is for and without a name`() throws {
    let desktop = try Desktop()
    try desktop.write(
      #"{"organisations": [{"id": "o-jhfb9hcpkv", "name": "Ensemble"}]}"#, to: "partners.json")
    let event = try desktop.addEvent("Evening", "--attendance", "12", "--source", "counted")
    let person = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Marigold").id
    #expect(try register(desktop).isEmpty)
    try desktop.heard(
      "list", "people", "country:fr", "Marigold", "--for", "o-jhfb9hcpkv", "--format", "csv")
    try desktop.heard("show", person)
    try desktop.heard("figures", "--by", "year")
    try desktop.heard("print", "tables", event, "--output", "\(desktop.home)/tables.html")
    try desktop.heard("calendar", "--output", "\(desktop.home)/calendar.ics")
    try desktop.heard("list", "events")
    let lines = try register(desktop)
    #expect(
      Set(lines.compactMap { $0["what"] as? String }) == [
        "list", "record", "figures", "page", "calendar",
      ])
    let list = try #require(lines.first { $0["what"] as? String == "list" })
    #expect(list["records"] as? [String] == [person])
    #expect(list["organisation"] as? String == "o-jhfb9hcpkv" && list["form"] as? String == "csv")
    #expect((list["query"] as? String)?.hasSuffix("…") == true)
    let folder = "\(desktop.programme)/register"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(try !file(desktop, "register/\(name)").contains("Marigold"))
    }
    let own = try desktop.heard("register", "--of", person, "--format", "json").objects
    #expect(Set(own.compactMap { $0["what"] as? String }) == ["list", "record"])
    #expect(try !desktop.heard("check").text.contains("register/"))
  }

  @Test func `for whom is refused where there is nobody of that name, and nothing leaves`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    try desktop.heard("add", "person", "--event", event, "--pseudonym", "Marigold")
    for wrong in [["--for", "o-nobody"], ["--for", event], ["--audience", "everybody"]] {
      let answer = try desktop.run(Project.program, ["list", "people"] + wrong)
      #expect(answer.code == 2 && answer.bytes.isEmpty, "\(wrong)")
    }
    #expect(try register(desktop).isEmpty)
    try desktop.heard("list", "events", "--audience", "partners")
    #expect(try register(desktop).first?["audience"] as? String == "partners")
  }

  @Test func `nothing is noted of people who are invented`() throws {
    let desktop = try Desktop()
    let event = try desktop.addEvent()
    try desktop.heard("add", "person", "--event", event, "--pseudonym", "Marigold")
    let text = try file(desktop, "heard.json")
    try desktop.write(
      text.replacingOccurrences(
        of: "\"format\": 2,", with: "\"format\": 2, \"provenance\": {\"kind\": \"synthetic\"},"),
      to: "heard.json")
    #expect(try desktop.heard("list", "people").text.contains("Marigold"))
    #expect(try register(desktop).isEmpty)
  }

  /// Somebody and somebody else at one event, both with names on this machine.
  private func peopled() throws -> (Desktop, event: String, person: String, number: String) {
    let desktop = try Desktop()
    try desktop.settle(settings)
    let event = try desktop.addEvent("Evening")
    try desktop.heard("add", "member", "--name", "Odile Ferrand", "--role", "facilitator")
    let other = try desktop.heard("add", "person", "--event", event, "--pseudonym", "Zaubernuss").id
    let person = try desktop.heard(
      "add", "person", "--event", event, "--pseudonym", "Marigold", "--set",
      "personNote=Came with Zaubernuss, whose name is Hamamelis; Odile Ferrand knows.", "--set",
      "personAccess=captions"
    ).id
    for (id, name) in [(other, "Hamamelis Virginiana"), (person, "Tagetes Erecta")] {
      try desktop.write(
        #"{"contact": "\#(id)@example.org", "id": "\#(id)", "name": "\#(name)"}"#,
        to: "identities/\(id).json")
    }
    let told = try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--consent", "record,learn", "--speaker",
      "Marigold", input: "Zaubernuss and I waited four hours.")
    let number = try #require(told.said.firstMatch(of: /\d{4}-\d{4}/)).0
    return (desktop, event, person, String(number))
  }

  @Test(arguments: ["html", "json", "txt"])
  func `a copy for a person holds what is theirs and nobody else's name`(form: String) throws {
    let (desktop, _, person, _) = try peopled()
    let path = "\(desktop.home)/copy.\(form)"
    let done = try desktop.heard("access", person, "--output", path, "--format", form)
    #expect(done.code == 0 && done.bytes.isEmpty, "\(done.said)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for own in ["Marigold", "Tagetes Erecta", "captions", "waited four hours", "Facilitator"] {
      #expect(text.contains(own), "\(own)")
    }
    for canary in ["Zaubernuss", "Hamamelis", "Virginiana", "Odile", "Ferrand"] {
      #expect(!text.contains(canary), "\(canary)")
    }
    #expect(text.contains("[…]"))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let again = try desktop.heard("access", person, "--output", path, "--format", form)
    #expect(again.code == 3)
    let line = try #require(try register(desktop).first)
    #expect(line["what"] as? String == "access" && line["records"] as? [String] == [person])
  }

  @Test func `by a withdrawal number there is that testimony alone, in the language asked for`()
    throws
  {
    let (desktop, _, _, number) = try peopled()
    let path = "\(desktop.home)/copy.txt"
    let digits = number.filter { $0 != "-" }
    let done = try desktop.heard(
      "access", digits, "--output", path, "--format", "txt", "--language", "fr")
    #expect(done.code == 0, "\(done.said)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("waited four hours") && text.contains("Ce que vous avez raconté"))
    #expect(!text.contains("captions") && !text.contains("Tagetes"))
    let registered = try String(
      decoding: JSONSerialization.data(withJSONObject: register(desktop)), as: UTF8.self)
    #expect(!registered.contains(digits) && !registered.contains(number))
  }

  @Test func `a copy goes into a plain file outside of the programme only`() throws {
    let (desktop, event, person, _) = try peopled()
    let link = "\(desktop.home)/link.html"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(desktop.home)/elsewhere.html")
    for path in ["-", link, desktop.home, "\(desktop.programme)/copy.html"] {
      let answer = try desktop.heard("access", person, "--output", path, "--replace")
      #expect(answer.code == 2 && answer.bytes.isEmpty, "\(path): \(answer.said)")
    }
    #expect(
      try desktop.heard("access", event, "--output", "\(desktop.home)/copy.html").code == 2)
  }

  @Test func `what the maker may not read is not in the copy, and is counted`() throws {
    let (desktop, event, person, _) = try peopled()
    try desktop.heard(
      "add", "testimony", "--event", event, "--file", "-", "--yes", "--speaker", "Marigold",
      input: "Siebenschlaefer spoke.")
    let path = "\(desktop.home)/copy.txt"
    let done = try desktop.heard("access", person, "--output", path, "--format", "txt")
    #expect(done.said.contains("1 testimony is not in it"))
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("Siebenschlaefer"))
  }

  @Test func `a name is shown by itself, and the look is noted without it`() throws {
    let (desktop, _, person, _) = try peopled()
    #expect(try desktop.heard("identity", person).text.contains("Name: Tagetes Erecta"))
    let line = try #require(try register(desktop).first)
    #expect(line["what"] as? String == "identity" && line["records"] as? [String] == [person])
    try FileManager.default.removeItem(atPath: "\(desktop.programme)/identities")
    #expect(try desktop.heard("identity", person).code == 2)
  }

  @Test func `what is past its time is listed, and taken out once somebody says yes`() throws {
    let (desktop, event, person, _) = try peopled()
    let listed = try desktop.heard("retention", "--format", "json").objects
    #expect(listed.map { $0["rule"] as? String } == ["accessNeeds"])
    #expect(listed.first?["person"] as? String == person)
    #expect(listed.first?["until"] as? String == "2024-09-10")
    let asked = try desktop.heard("retention", "--apply")
    #expect(asked.code == 1 && asked.said.contains("--yes"))
    #expect(try file(desktop, "events/\(event).json").contains("captions"))
    let done = try desktop.heard("retention", "--apply", "--yes")
    #expect(done.code == 0 && done.said.contains("1 thing"), "\(done.said)")
    let text = try file(desktop, "events/\(event).json")
    #expect(!text.contains("captions") && text.contains("r-accessNeeds-2024-12-01"))
    #expect(text.contains("Came with Zaubernuss"))
    let twice = try desktop.heard("retention", "--apply", "--yes")
    #expect(twice.code == 0 && twice.said.contains("Nothing is kept past its time."))
    #expect(try file(desktop, "events/\(event).json") == text)
    #expect(try desktop.heard("retention", "--class", "nonsense").code == 2)
  }

  @Test func `names go a year after the last event, or on the day that stands there`() throws {
    let (desktop, _, person, _) = try peopled()
    let name = "identities/\(person).json"
    try desktop.write(
      #"{"id": "\#(person)", "keepUntil": "2024-11-30", "name": "Tagetes Erecta"}"#, to: name)
    let later = ["HEARD_NOW": "2025-06-20T09:00:00Z"]
    let all = try desktop.run(
      Project.program, ["retention", "--class", "identities", "--format", "json"],
      environment: later)
    #expect(all.objects.count == 2)
    let done = try desktop.heard("retention", "--class", "identities", "--apply", "--yes")
    #expect(done.code == 0, "\(done.said)")
    #expect(!FileManager.default.fileExists(atPath: "\(desktop.programme)/\(name)"))
  }

  @Test func `an inventory counts what is held and holds no word of anybody`() throws {
    let (desktop, _, _, _) = try peopled()
    let path = "\(desktop.home)/inventory.csv"
    let done = try desktop.heard("inventory", "--format", "csv", "--output", path)
    #expect(done.code == 0, "\(done.said)")
    var texts = [try String(contentsOfFile: path, encoding: .utf8)]
    for form in ["table", "json", "plain"] {
      texts.append(try desktop.heard("inventory", "--format", form).text)
    }
    for text in texts {
      #expect(!text.isEmpty)
      for word in ["Marigold", "Zaubernuss", "Tagetes", "Hamamelis", "Odile", "waited", "Evening"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
    let rows = try desktop.heard("inventory", "--format", "json").objects
    func row(_ data: String) -> [String: Any]? { rows.first { $0["data"] as? String == data } }
    #expect(row("participations")?["people"] as? Int == 2)
    #expect(row("accessNeeds")?["records"] as? Int == 1)
    #expect(row("identities")?["records"] as? Int == 2)
    #expect(row("identities")?["versioned"] as? Bool == false)
    #expect(row("testimonies")?["consent"] as? String == "given")
    #expect(row("accessNeeds")?["kept"] as? String == "until 90 days after the event")
    #expect(row("participations")?["readers"] as? String == "owner")
  }
}
