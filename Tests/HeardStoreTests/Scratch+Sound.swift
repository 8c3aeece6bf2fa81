import HeardModel
import HeardStore
import StrictJSON
import Testing

// A programme in which everything is as it should be, and ways to spoil it.
extension Scratch {
  /// What a check finds: file, code and member of each fault.
  func faults() throws -> [String] {
    try ProgrammeCheck.faults(path: programme).map { "\($0.file) \($0.code) \($0.member)" }
  }

  static func heldEvent(_ id: String) throws -> Event {
    var event = try Event.sample(id)
    event.status = .held
    event.country = CountryCode(stored: "GB")
    event.start = KnownDate(stored: "2024-05-28T14:00")
    event.end = KnownDate(stored: "2024-05-28T17:00")
    return event
  }

  static func sound() throws -> Scratch {
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
    try scratch.write(fileText(event), to: "events/e-1.json")
    var file = EventTestimonies()
    file.id = event.id
    var testimony = try Testimony.sample("t-1", at: "e-1")
    testimony.consent.notice = NoticeID(stored: "n-1")
    file.testimonies = [testimony]
    try scratch.write(fileText(file), to: "testimonies/e-1.json")
    var action = FollowUpAction()
    action.id = try #require(ActionID(stored: "a-1"))
    action.title = "Ask first"
    action.testimonies = [testimony.id]
    action.events = [event.id]
    action.proposedOn = KnownDate(stored: "2024-06-01")
    try scratch.write(fileText(action), to: "actions/a-1.json")
    try scratch.write(#"{"members": [{"id": "s-1"}]}"#, to: "team.json")
    try scratch.write(#"{"organisations": [{"id": "o-1"}]}"#, to: "partners.json")
    for file in ["team.json", "partners.json"] { try scratch.change(file) { _ in } }
    var notice = Notice()
    notice.id = try #require(NoticeID(stored: "n-1"))
    try scratch.write(fileText(notice), to: "notices/n-1.json")
    var identity = Identity()
    identity.id = person.id
    try scratch.write(fileText(identity), to: "identities/p-1.json")
    return scratch
  }

  /// Approves a quarter as it stands on disk.
  func approve(_ text: String, id: Code = "v-1") throws {
    let quarter = try #require(ApprovalPeriod(stored: text))
    let programme = try load().programme
    let before = programme.approvals[quarter]
    var approval = before ?? Approval(quarter)
    var entry = ApprovalEntry()
    (entry.id, entry.at, entry.by) = (id, noon, "Manon")
    entry.events = programme.coverage(of: quarter, on: noon.day)
    entry.figures.events = entry.events.count
    approval.entries.append(entry)
    try store().save(before.map(Record.approval), .approval(approval))
  }

  static func fileText(_ value: some Stored) -> String {
    String(decoding: value.fileBytes(), as: UTF8.self)
  }

  static func element(_ index: Int, _ list: JSONValue?) -> JSONValue? {
    guard case .array(let elements)? = list else { return nil }
    return elements[index]
  }

  func change(
    _ file: String, _ edit: (inout JSONValue) throws -> Void
  ) throws {
    var tree = try JSONValue(Array(#require(text(file)).utf8))
    try edit(&tree)
    try write(String(decoding: tree.canonicalBytes(), as: UTF8.self), to: file)
  }
}
