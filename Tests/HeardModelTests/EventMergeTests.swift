import HeardModel
import TestKit
import Testing

/// Two events that are one: what of each stays, reckoned by hand on a small programme.
@Suite struct EventMergeTests {
  private static let lyon: EventID = id("2024-05-28-fr-lyon-4k7q")
  private static let twin: EventID = id("2024-05-28-fr-lyon-9xw2")

  private func event(_ id: EventID, _ title: String = "Waiting rooms") -> Event {
    var event = Event()
    event.id = id
    event.title = title
    event.status = .held
    event.country = country("FR")
    event.start = KnownDate(stored: "2024-05-28")
    return event
  }

  private func programme(_ events: Event...) -> Programme {
    var programme = Programme()
    for event in events { programme.events[event.id] = event }
    return programme
  }

  private func agreed(_ text: String, _ state: ConsentState) -> Consent {
    var consent = Consent()
    consent.id = id(text)
    consent.notice = id("n-general001")
    consent.method = .written
    consent.evidence = "sheet 4"
    consent.obtainedBy = "Noa"
    consent.obtainedAt = moment("2024-05-28")
    consent.entries = [entry(.count, state, "2024-05-28")]
    return consent
  }

  private func attendances(_ programme: Programme) -> Int {
    programme.events.values.reduce(0) {
      $0 + ($1.attendanceFigure(roles: programme.taxonomy(.role)).count ?? 0)
    }
  }

  @Test func `what only one of them says is taken over, and lists are joined`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.topics = ["care"]
    other.place = "Lyon"
    other.topics = ["care", "trust"]
    other.attendance.total = 84
    other.attendance.source = .counted
    let merge = EventMerge(one, with: other, in: programme(one, other))
    #expect(merge.differing.isEmpty && merge.undecided.isEmpty)
    #expect(merge.state(of: .place) == .onlyGone && merge.state(of: .title) == .same)
    let merged = merge.merged
    #expect(merged.id == Self.lyon && merged.place == "Lyon" && merged.topics == ["care", "trust"])
    #expect(merged.attendance.total == 84 && merged.attendance.source == .counted)
    #expect(merged.mergedFrom.map(\.id) == [Self.twin])
  }

  @Test func `where both say something the first holds until a person chooses`() {
    var (one, other) = (event(Self.lyon, "Waiting rooms"), event(Self.twin, "Waiting"))
    (one.notes, other.notes) = ("From Ana.", "From Bo.")
    var merge = EventMerge(one, with: other, in: programme(one, other))
    #expect(Set(merge.differing) == [.title, .notes])
    #expect(merge.merged.title == "Waiting rooms" && merge.merged.notes == "From Ana.")
    merge.choices = [.title: .gone, .notes: .both]
    #expect(merge.merged.title == "Waiting" && merge.merged.notes == "From Ana.\nFrom Bo.")
    // A title is one line: both cannot hold.
    merge.choices = [.title: .both]
    #expect(merge.merged.title == "Waiting rooms")
  }

  @Test func `numbers of people are never added up, and somebody has to choose`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    (one.attendance.total, one.attendance.source) = (84, .counted)
    (other.attendance.total, other.attendance.source) = (80, .estimated)
    (one.unrecordedContributions, other.unrecordedContributions) = (3, 3)
    var merge = EventMerge(one, with: other, in: programme(one, other))
    #expect(merge.undecided == [.attendance])
    #expect(merge.merged.attendance.total == 84)
    merge.choices[.attendance] = .gone
    #expect(merge.undecided.isEmpty && merge.merged.attendance.total == 80)
    #expect(merge.merged.attendance.source == .estimated)
    #expect(merge.merged.unrecordedContributions == 3)
  }

  @Test func `a number that is taken over what was counted at the door is typed over it`() throws {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    var row = DoorCount()
    row.id = "d-1"
    one.attendance = try #require(
      one.attendance.counting(1, .inPerson, isSplit: false, in: row))
    (other.attendance.total, other.attendance.source) = (80, .estimated)
    var programme = programme(one, other)
    var merge = EventMerge(one, with: other, in: programme)
    merge.choices[.attendance] = .gone
    let change = merge.change(in: programme).counted()
    programme.apply(change)
    let merged = try #require(programme.events[Self.lyon])
    #expect(merged.attendance.total == 80 && merged.attendance.counts == one.attendance.counts)
    programme.apply(try #require(programme.takingBack(change)))
    #expect(programme.events[Self.lyon]?.attendance.total == 1)
    #expect(programme.events[Self.twin] == other)
  }

  @Test func `a person on both lists is one person, who was there where one list says so`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.participations = [person("p-1", .registered, roles: []), person("p-2")]
    other.participations = [person("p-1", .attended), person("p-3")]
    let before = programme(one, other)
    let merged = EventMerge(one, with: other, in: before).merged
    #expect(merged.participations.map(\.id.text) == ["p-1", "p-2", "p-3"])
    #expect(merged.participations[0].status == .attended)
    #expect(merged.participations[0].roles == ["communityMember"])
    #expect(attendances(before) == 1 + 2 && attendances(programme(merged)) == 3)
  }

  @Test(arguments: [
    (AttendanceStatus.registered, AttendanceStatus.attended, AttendanceStatus.attended),
    (.attended, .noShow, .attended), (.noShow, .attended, .attended),
    (.registered, .cancelled, .cancelled), (.invited, .registered, .registered),
    (.cancelled, .noShow, .cancelled),
  ])
  func `of two statuses the one holds that somebody saw, else the one that says more`(
    kept: AttendanceStatus, gone: AttendanceStatus, holds: AttendanceStatus
  ) {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.participations = [person("p-1", kept)]
    other.participations = [person("p-1", gone)]
    let merged = EventMerge(one, with: other, in: programme(one, other)).merged
    #expect(merged.participations.first?.status == holds)
    #expect(attendances(programme(merged)) == (holds == .attended ? 1 : 0))
  }

  @Test func `answers of both stay with their evidence, and the narrower one holds`() throws {
    let states: [(ConsentState, ConsentState, Int)] = [
      (.given, .given, 1), (.given, .refused, 0), (.withdrawn, .given, 0), (.given, .notAsked, 0),
    ]
    for (first, second, answered) in states {
      var (one, other) = (event(Self.lyon), event(Self.twin))
      one.participations = [person("p-1", communities: ["women"])]
      other.participations = [person("p-1", communities: ["women"])]
      one.participations[0].consent = agreed("c-1", first)
      other.participations[0].consent = agreed("c-2", second)
      let merged = EventMerge(one, with: other, in: programme(one, other)).merged
      let consents = merged.participations.compactMap(\.consent)
      #expect(consents == [agreed("c-1", first), agreed("c-2", second)])
      #expect(merged.participations[1].mergedInto == id("p-1"))
      #expect(attendances(programme(merged)) == 1)
      let reader = DeclarationReader(programme(merged), [merged], on: day("2024-12-01"))
      let read = reader.read(merged)
      #expect(read.answered == answered, "\(first) \(second)")
    }
  }

  @Test func `a later withdrawal in the second entry closes the first one as well`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.participations = [person("p-1", communities: ["women"])]
    other.participations = [person("p-1", communities: ["women"])]
    one.participations[0].consent = agreed("c-1", .given)
    other.participations[0].consent = agreed("c-2", .given)
    var merged = EventMerge(one, with: other, in: programme(one, other)).merged
    func answered() -> Int? {
      DeclarationReader(programme(merged), [merged], on: day("2024-12-01")).read(merged).answered
    }
    #expect(answered() == 1)
    var later = entry(.count, .withdrawn, "2024-11-01")
    later.id = "e-2"
    merged.participations[1].consent?.entries.append(later)
    #expect(answered() == 0)
  }

  @Test func `what may be told becomes the more closed of the two, and never opens`() {
    let cases: [(Confidentiality?, Confidentiality?, Confidentiality?)] = [
      (.open, .chathamHouse, .chathamHouse), (.closed, .open, .closed), (.open, .open, .open),
    ]
    for (first, second, holds) in cases {
      var (one, other) = (event(Self.lyon), event(Self.twin))
      (one.confidentiality, other.confidentiality) = (first, second)
      let merge = EventMerge(one, with: other, in: programme(one, other))
      #expect(merge.merged.confidentiality == holds)
      #expect(merge.change(in: programme(one, other)).canBeUndone == (first == holds))
    }
    // Nobody said what may be told of what was heard at the second: that stays closed.
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.confidentiality = .open
    other.summary = "What was heard."
    #expect(EventMerge(one, with: other, in: programme(one, other)).merged.confidentiality == nil)
    other.summary = ""
    #expect(EventMerge(one, with: other, in: programme(one, other)).merged.confidentiality == .open)
  }

  @Test func `testimonies and actions go along, and name the event that stays`() throws {
    let (one, other) = (event(Self.lyon), event(Self.twin))
    var programme = programme(one, other)
    var testimony = Testimony()
    testimony.id = id("t-lyon000001")
    testimony.event = Self.twin
    programme.testimonies[testimony.id] = testimony
    var action = FollowUpAction()
    action.id = id("a-interpret1")
    action.events = [Self.twin, Self.lyon]
    programme.actions[action.id] = action
    let before = programme
    let change = EventMerge(one, with: other, in: programme).change(in: programme)
    programme.apply(change)
    #expect(programme.events.keys.map(\.self) == [Self.lyon])
    #expect(programme.testimonies[testimony.id]?.event == Self.lyon)
    #expect(programme.actions[action.id]?.events == [Self.lyon])
    #expect(programme.belongings(of: .event(Self.twin)).isNothing)
    programme.apply(try #require(programme.takingBack(change)))
    #expect(programme.events == before.events && programme.testimonies == before.testimonies)
    #expect(programme.actions == before.actions)
  }

  @Test func `two that cannot be one stay as they are, and it is said why`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    #expect(EventMerge(one, with: one, in: programme(one)).refusal(in: programme(one)) == .same)
    other.country = country("JP")
    func refusal(_ erased: Set<String> = []) -> EventMerge.Refusal? {
      var programme = programme(one, other)
      programme.erased = erased
      return EventMerge(one, with: other, in: programme).refusal(in: programme)
    }
    #expect(refusal() == .countries)
    other.country = nil
    #expect(refusal() == nil)
    var conflict = FieldConflict()
    conflict.id = "x-1"
    one.conflicts = [conflict]
    #expect(refusal() == .conflicts)
    one.conflicts = []
    other.participations = [person("p-1")]
    #expect(refusal(["p-1-at-\(Self.lyon.text)"]) == .erased)
  }

  @Test func `a quarter that is approved refuses, whichever of the two it locks`() throws {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    other.start = KnownDate(stored: "2024-07-02")
    for locked in [one, other] {
      var programme = programme(one, other)
      let quarter = try #require(locked.quarter)
      var approved = ApprovalEntry()
      (approved.id, approved.by, approved.at) = ("v-1", "Ada", moment("2024-10-05"))
      var approval = Approval(quarter)
      approval.entries = [approved]
      programme.approvals[quarter] = approval
      let change = EventMerge(one, with: other, in: programme).change(in: programme)
      #expect(!change.isBulk)
      #expect(!programme.separated(change, on: day("2024-12-01")).locks.isEmpty)
    }
    one.start = nil
    other.start = nil
    let programme = programme(one, other)
    let change = EventMerge(one, with: other, in: programme).change(in: programme)
    #expect(programme.separated(change, on: day("2024-12-01")).locks.isEmpty)
  }

  @Test func `an event that was merged and is back counts nowhere, and the smaller id wins`() {
    var (one, other) = (event(Self.lyon), event(Self.twin))
    one.mergedFrom = [MergedEvent(other)]
    var programme = programme(one, other)
    let back = programme.leaveOutMerged()
    #expect(back == [other])
    #expect(programme.events.count == 1 && programme.returned[Self.twin] == other)
    #expect(programme.event(mergedFrom: Self.twin)?.id == Self.lyon)
    // Two machines merged the same two, each into the other one.
    other.mergedFrom = [MergedEvent(one)]
    programme.events[Self.twin] = other
    #expect(programme.mergedEvents == [Self.twin: Self.lyon])
    // Of a circle of three one stays, too.
    var third = event(id("2024-05-28-fr-lyon-zzzz"))
    third.mergedFrom = [MergedEvent(one)]
    (one.mergedFrom, other.mergedFrom) = ([MergedEvent(other)], [MergedEvent(third)])
    for event in [one, other, third] { programme.events[event.id] = event }
    programme.leaveOutMerged()
    #expect(programme.events.keys.map(\.self) == [Self.lyon])
  }
}
