import Foundation
import HeardModel
import HeardStore
import StrictJSON
import Testing

@Suite struct ProgrammeCheckTests {
  @Test func `a whole programme has no faults`() throws {
    let scratch = try sound()
    #expect(try faults(scratch) == [])
  }

  @Test func `the sample programme has no faults but the rights of a fresh copy`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sample = root.appendingPathComponent("sample-events").path
    let found = try ProgrammeCheck.faults(path: sample).filter { $0.code != "H603" }
    #expect(found.map { "\($0.file) \($0.code) \($0.member)" } == [])
  }

  @Test func `every fault of a file is told with its place, not only the first`() throws {
    let scratch = try sound()
    try scratch.write(
      """
      {
        "capacity": -1,
        "country": "XX",
        "format": "online",
        "id": "e-2",
        "languages": "fr",
        "status": 7
      }

      """, to: "events/e-2.json")
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code) \($0.member)" } == [
        "1:1 H201 confidentiality", "1:1 H201 involvement", "1:1 H201 type",
        "2:15 H204 capacity", "3:14 H203 country", "6:16 H202 languages", "7:13 H202 status",
      ])
  }

  @Test func `a check changes nothing`() throws {
    let scratch = try sound()
    try scratch.write("{", to: "events/e-2.json", mode: 0o644)
    try scratch.write("{", to: "events/.heard-999999-1-1.tmp")
    let before = scratch.everything()
    _ = try faults(scratch)
    #expect(scratch.everything() == before)
  }

  @Test func `faults come in the order of files, lines and columns`() throws {
    let scratch = try sound()
    for id in ["z", "a", "m"] { try scratch.write("{", to: "events/\(id).json") }
    try scratch.write("[]", to: "team.json")
    let found = try ProgrammeCheck.faults(path: scratch.programme).map(\.file)
    #expect(found == found.sorted())
    #expect(Set(found).isSuperset(of: ["events/a.json", "events/m.json", "team.json"]))
  }

  @Test func `names are held against the rule of ids and against each other`() throws {
    let scratch = try sound()
    try scratch.write("{}", to: "events/Bad.json")
    try scratch.write("{}", to: "events/-rf.json")
    try scratch.write("{}", to: "events/é.json")
    try scratch.write("{}", to: "events/e\u{301}.json")
    try scratch.write("{}", to: "events/E-1.json")
    try scratch.write(text(Event.sample("e-9")), to: "events/e-8.json")
    try scratch.write(text(CountryProfile()), to: "profiles/fr.json")
    try scratch.write(
      text(CountryProfile.builtIn(CountryCode(stored: "GB"))), to: "profiles/FR.json")
    try scratch.write(text(Taxonomy()), to: "taxonomies/colours.json")
    let found = try faults(scratch)
    #expect(
      Set(found) == [
        "events/Bad.json H301 ", "events/-rf.json H301 ", "events/é.json H301 ",
        "events/e\u{301}.json H301 ", "events/E-1.json H301 ", "events/e-1.json H303 ",
        "events/é.json H303 ", "events/e-8.json H302 id", "profiles/fr.json H301 ",
        "profiles/fr.json H303 ", "profiles/FR.json H302 country",
        "taxonomies/colours.json H301 ",
      ])
  }

  @Test func `a link that leads nowhere is found wherever it stands`() throws {
    let scratch = try sound()
    try change(scratch, "events/e-1.json") { tree in
      tree["facilitators"] = ["s-none"]
      tree["partners"] = [["id": "o-none"]]
      tree["participations"] = [
        [
          "id": "p-1", "status": "attended", "organisation": "o-none",
          "consent": ["id": "c-9", "naming": "none", "notice": "n-none"],
        ]
      ]
    }
    try change(scratch, "testimonies/e-1.json") { tree in
      var testimony = try #require(element(0, tree["testimonies"]))
      testimony["takenBy"] = "s-none"
      testimony["guideQuestion"] = "q-none"
      testimony["consent"]?["notice"] = "n-none"
      tree["testimonies"] = .array([testimony])
    }
    try change(scratch, "actions/a-1.json") { tree in
      tree["testimonies"] = ["t-none"]
      tree["events"] = ["e-none"]
      tree["partners"] = ["o-none"]
      tree["followedBy"] = "s-none"
    }
    try change(scratch, "notices/n-1.json") { $0["partners"] = ["o-none"] }
    var other = EventTestimonies()
    other.id = try #require(EventID(stored: "e-none"))
    try scratch.write(text(other), to: "testimonies/e-none.json")
    var disclosure = Disclosure()
    disclosure.id = try #require(TestimonyID(stored: "d-1"))
    disclosure.event = other.id
    disclosure.takenBy = StaffID(stored: "s-none")
    try scratch.write(text(disclosure), to: "safeguarding/d-1.json")
    let found = try faults(scratch)
    #expect(
      found.sorted() == [
        "actions/a-1.json H401 events", "actions/a-1.json H401 followedBy",
        "actions/a-1.json H401 partners", "actions/a-1.json H401 testimonies",
        "events/e-1.json H401 facilitators",
        "events/e-1.json H401 participations[p-1].consent.notice",
        "events/e-1.json H401 participations[p-1].organisation",
        "events/e-1.json H401 partners[o-none]", "notices/n-1.json H401 partners",
        "safeguarding/d-1.json H401 event", "safeguarding/d-1.json H401 takenBy",
        "testimonies/e-1.json H401 testimonies[t-1].consent.notice",
        "testimonies/e-1.json H401 testimonies[t-1].guideQuestion",
        "testimonies/e-1.json H401 testimonies[t-1].takenBy",
        "testimonies/e-none.json H401 id",
      ])
  }

  @Test func `one bad file is one fault and makes no link dangle`() throws {
    let scratch = try sound()
    for file in ["events/e-1.json", "team.json", "partners.json", "notices/n-1.json"] {
      try scratch.write("{", to: file)
    }
    #expect(
      try faults(scratch) == [
        "events/e-1.json H101 ", "notices/n-1.json H101 ", "partners.json H101 ",
        "team.json H101 ",
      ])
  }

  @Test func `what was erased and is back is found`() throws {
    let scratch = try sound()
    for id in ["a-1", "p-1", "t-1"] {
      var stone = Tombstone()
      stone.id = try #require(Code(stored: id))
      try scratch.write(text(stone), to: "erased/\(id).json")
    }
    #expect(
      try faults(scratch) == [
        "actions/a-1.json H402 id", "events/e-1.json H402 participations[p-1]",
        "identities/p-1.json H402 id", "testimonies/e-1.json H402 testimonies[t-1]",
      ])
  }

  @Test func `a testimony that stands in two files is found`() throws {
    let scratch = try sound()
    try scratch.write(text(heldEvent("e-2")), to: "events/e-2.json")
    let twice = try #require(scratch.text("testimonies/e-1.json"))
    try scratch.write(twice.replacing("\"e-1\"", with: "\"e-2\""), to: "testimonies/e-2.json")
    #expect(try faults(scratch) == ["testimonies/e-2.json H205 testimonies[t-1]"])
    #expect(try scratch.load().unreadable.map(\.code) == ["H205"])
  }

  @Test(arguments: RecordRule.allCases)
  func `every rule finds a record that breaks it`(rule: RecordRule) throws {
    let scratch = try sound()
    let member = try breakRule(rule, scratch)
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(found.contains { $0.kind == .rule(rule) && $0.member == member }, "\(found)")
    #expect(found.allSatisfy { $0.line != nil })
  }

  @Test func `rights, owners and what is no plain file are told`() throws {
    let scratch = try sound()
    chmod("\(scratch.programme)/events/e-1.json", 0o644)
    chmod("\(scratch.programme)/actions", 0o755)
    chmod(scratch.programme, 0o750)
    chmod("\(scratch.programme)/identities/p-1.json", 0o640)
    symlink("/etc/passwd", "\(scratch.programme)/identities/p-2.json")
    #expect(
      try faults(scratch) == [
        " H603 ", "actions H603 ", "events/e-1.json H603 ", "identities/p-1.json H603 ",
        "identities/p-2.json H601 ",
      ])
    if getuid() != 0 { return print("skipped: only root can give a file to somebody else") }
    chown("\(scratch.programme)/identities/p-1.json", 4242, 4242)
    chown("\(scratch.programme)/events/e-1.json", 4242, 4242)
    #expect(try faults(scratch).contains("identities/p-1.json H602 "))
    #expect(try !faults(scratch).contains("events/e-1.json H602 "))
  }

  @Test func `a group's rights are no fault where the programme says that it shares`() throws {
    var settings = ProgrammeSettings()
    settings.isSharedByGroup = true
    let scratch = try Scratch.programme(settings)
    try scratch.store().save(nil, .event(Event.sample("e-1")))
    try scratch.store().save(nil, .settings(settings))
    #expect(try faults(scratch) == [])
  }

  @Test func `leftovers, copies of a sync and strangers are told by name`() throws {
    let scratch = try sound()
    for name in [
      "events/.heard-1-1-1.tmp", "events/notes.txt", "events/e-1.sync-conflict-20240601-1-AB.json",
      "events/e-1 (Ada's conflicted copy 2024-06-01).json", "events/e-1 (1).json",
      "events/e-1~", "events/deep/x.json", "plans.json",
    ] {
      try scratch.write("{}", to: name)
    }
    for name in [".gitattributes", "README.md", ".stignore", ".git/config", "LICENSE"] {
      try scratch.write("", to: name)
    }
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.file) \($0.code)" } == [
        "events/.heard-1-1-1.tmp H702", "events/deep H703",
        "events/e-1 (1).json H704", "events/e-1 (Ada's conflicted copy 2024-06-01).json H704",
        "events/e-1.sync-conflict-20240601-1-AB.json H704", "events/e-1~ H704",
        "events/notes.txt H703", "plans.json H703",
      ])
    #expect(found.contains { $0.kind == .syncCopy(of: "e-1.json") })
  }

  @Test func `another form of the same record is told, and a torn history`() throws {
    let scratch = try sound()
    let tree = try #require(scratch.text("events/e-1.json"))
    try scratch.write(tree.replacing("\n", with: ""), to: "events/e-1.json")
    try scratch.write("{\"at\": \"never\"}\n{\n{}{\n{\"at", to: "history/2024-06-x.jsonl")
    let found = try ProgrammeCheck.faults(path: scratch.programme)
    #expect(
      found.map { "\($0.file) \($0.line ?? 0) \($0.code)" } == [
        "events/e-1.json 0 H701", "history/2024-06-x.jsonl 1 H203",
        "history/2024-06-x.jsonl 2 H101", "history/2024-06-x.jsonl 3 H101",
        "history/2024-06-x.jsonl 4 H702",
      ])
  }

  @Test func `a byte that is no letter any more is told wherever it stands`() throws {
    let scratch = try sound()
    let text = try #require(scratch.text("actions/a-1.json"))
    let bytes = Array(text.utf8)
    let was = try scratch.load().programme.actions.values.first
    var silent: [Int] = []
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 0x80
      try Data(flipped).write(to: URL(fileURLWithPath: "\(scratch.programme)/actions/a-1.json"))
      if try faults(scratch).isEmpty { silent.append(place) }
    }
    #expect(silent == [])
    #expect(was != nil)
  }

  @Test func `every code stands for one thing only`() {
    let kinds: [FileFault.Kind] = [
      .json(.empty), .notAnObject, .missingMember, .wrongType(expected: .text),
      .unknownValue(""), .outOfRange(0), .repeatedID(""), .badName, .nameDiffers(id: ""),
      .twin(""), .notAPlainFile, .foreignOwner, .openToOthers(mode: 0), .cannotRead(errno: 0),
      .dangling(""), .wasErased(""), .notCanonical, .leftover, .stranger, .syncCopy(of: ""),
    ]
    let codes = (kinds + RecordRule.allCases.map { .rule($0) }).map {
      FileFault(file: "", kind: $0).code
    }
    #expect(Set(codes).count == codes.count)
    #expect(RecordRule.allCases.map(\.code) == (501...512).map { "H\($0)" })
  }

  private func faults(_ scratch: Scratch) throws -> [String] {
    try ProgrammeCheck.faults(path: scratch.programme).map { "\($0.file) \($0.code) \($0.member)" }
  }
}

// A programme in which everything is as it should be, and ways to spoil it.
extension ProgrammeCheckTests {
  private func heldEvent(_ id: String) throws -> Event {
    var event = try Event.sample(id)
    event.status = .held
    event.country = CountryCode(stored: "GB")
    event.start = KnownDate(stored: "2024-05-28T14:00")
    event.end = KnownDate(stored: "2024-05-28T17:00")
    return event
  }

  private func sound() throws -> Scratch {
    let scratch = try Scratch.programme()
    var event = try heldEvent("e-1")
    event.facilitators = [try #require(StaffID(stored: "s-1"))]
    var person = Participation()
    person.id = try #require(PersonID(stored: "p-1"))
    person.communities = ["women"]
    person.consent = Consent()
    person.consent?.id = try #require(ConsentID(stored: "c-1"))
    person.consent?.entries = [
      ConsentEntry(id: "k-1", purpose: .count, state: .given, at: noon, by: "Ada")
    ]
    event.participations = [person]
    var pulse = Pulse()
    pulse.before = Array(repeating: 1, count: 11)
    event.pulses = [pulse]
    event.attendance.total = 9
    event.attendance.inPerson = 5
    event.attendance.online = 4
    event.attendance.declared.asked = 9
    event.attendance.declared.answered = 8
    event.attendance.declared.communities = ["women": 7]
    try scratch.write(text(event), to: "events/e-1.json")
    var file = EventTestimonies()
    file.id = event.id
    var testimony = try Testimony.sample("t-1", at: "e-1")
    testimony.consent.notice = NoticeID(stored: "n-1")
    file.testimonies = [testimony]
    try scratch.write(text(file), to: "testimonies/e-1.json")
    var action = FollowUpAction()
    action.id = try #require(ActionID(stored: "a-1"))
    action.title = "Ask first"
    action.testimonies = [testimony.id]
    action.events = [event.id]
    action.proposedOn = CalendarDay(stored: "2024-06-01")
    try scratch.write(text(action), to: "actions/a-1.json")
    try scratch.write(#"{"members": [{"id": "s-1"}]}"#, to: "team.json")
    try scratch.write(#"{"organisations": [{"id": "o-1"}]}"#, to: "partners.json")
    for file in ["team.json", "partners.json"] { try change(scratch, file) { _ in } }
    var notice = Notice()
    notice.id = try #require(NoticeID(stored: "n-1"))
    try scratch.write(text(notice), to: "notices/n-1.json")
    var identity = Identity()
    identity.id = person.id
    try scratch.write(text(identity), to: "identities/p-1.json")
    return scratch
  }

  private func text(_ value: some Stored) -> String {
    String(decoding: value.fileBytes(), as: UTF8.self)
  }

  private func element(_ index: Int, _ list: JSONValue?) -> JSONValue? {
    guard case .array(let elements)? = list else { return nil }
    return elements[index]
  }

  private func change(
    _ scratch: Scratch, _ file: String, _ edit: (inout JSONValue) throws -> Void
  ) throws {
    var tree = try JSONValue(Array(#require(scratch.text(file)).utf8))
    try edit(&tree)
    try scratch.write(String(decoding: tree.canonicalBytes(), as: UTF8.self), to: file)
  }

  /// Breaks a rule in the sound programme; the member at which it must be told.
  private func breakRule(_ rule: RecordRule, _ scratch: Scratch) throws -> String {
    switch rule {
    case .partsDifferFromTotal:
      try change(scratch, "events/e-1.json") { $0["attendance"]?["online"] = 5 }
      return "attendance.total"
    case .moreThanAnswered:
      try change(scratch, "events/e-1.json") {
        $0["attendance"]?["declared"]?["communities"] = ["women": 9]
      }
      return "attendance.declared.communities.women"
    case .moreAnsweredThanAsked:
      try change(scratch, "events/e-1.json") { $0["attendance"]?["declared"]?["asked"] = 7 }
      return "attendance.declared.answered"
    case .endsBeforeStart:
      try change(scratch, "events/e-1.json") { $0["end"] = "2024-05-28T13:59" }
      return "end"
    case .traitNotAllowed:
      try change(scratch, "events/e-1.json") { $0["country"] = "FR" }
      return "participations[p-1].communities"
    case .traitWithoutConsent:
      try change(scratch, "testimonies/e-1.json") { tree in
        var testimony = try #require(element(0, tree["testimonies"]))
        testimony["communities"] = ["women"]
        tree["testimonies"] = .array([testimony])
      }
      return "testimonies[t-1].communities"
    case .keptWithoutConsent:
      try change(scratch, "testimonies/e-1.json") { tree in
        var testimony = try #require(element(0, tree["testimonies"]))
        testimony["consent"]?["entries"] = [
          ["id": "k-1", "purpose": "record", "state": "refused", "at": "2024-05-28T14:00:00Z"]
        ]
        tree["testimonies"] = .array([testimony])
      }
      return "testimonies[t-1].text"
    case .reasonMissing:
      try change(scratch, "actions/a-1.json") { $0["status"] = "declined" }
      return "reason"
    case .actionBeforeTestimony:
      try change(scratch, "actions/a-1.json") { $0["proposedOn"] = "2024-05-01" }
      return "testimonies"
    case .testimonyAtEventNotHeld:
      try change(scratch, "events/e-1.json") { $0["status"] = "cancelled" }
      return "testimonies[t-1]"
    case .conflictOpen:
      try change(scratch, "events/e-1.json") { tree in
        var person = try #require(element(0, tree["participations"]))
        person["conflicts"] = [["id": "x-1", "path": "note", "kept": "a", "other": "b"]]
        tree["participations"] = .array([person])
      }
      return "participations[p-1].note"
    case .pulseIsNotEleven:
      try change(scratch, "events/e-1.json") { tree in
        var pulse = try #require(element(0, tree["pulses"]))
        pulse["before"] = [1, 2]
        tree["pulses"] = .array([pulse])
      }
      return "pulses[trust].before"
    }
  }
}
