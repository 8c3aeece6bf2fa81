import HeardModel
import TestKit
import Testing

/// What an approved quarter keeps, and what people have a right to all the same.
@Suite struct QuarterLockTests {
  private let today = day("2024-08-01")

  private var event: Event {
    var event = Event()
    event.id = id("e-1")
    event.status = .held
    event.country = country("FR")
    event.start = KnownDate(stored: "2024-05-28")
    event.attendance.total = 84
    event.confidentiality = .chathamHouse
    event.communityGovernance = "Council"
    var listed = person("p-1", communities: ["women"], ageBand: "25-34")
    listed.consent = Consent()
    listed.consent?.entries = [entry(.count, .given, "2024-05-28")]
    event.participations = [listed, person("p-2")]
    return event
  }

  /// A programme in which the second quarter of France is approved as it stands.
  private func programme() -> Programme {
    var programme = Programme()
    programme.events[event.id] = event
    var testimony = Testimony()
    testimony.id = id("t-1")
    testimony.event = event.id
    programme.testimonies[testimony.id] = testimony
    guard let quarter = event.quarter else { return programme }
    var approved = ApprovalEntry()
    (approved.id, approved.by, approved.at) = ("v-1", "Ada", moment("2024-07-05"))
    approved.events = programme.coverage(of: quarter, on: today)
    var approval = Approval(quarter)
    approval.entries = [approved]
    programme.approvals[quarter] = approval
    return programme
  }

  private func isRefused(_ change: (inout Event) -> Void) throws -> Bool {
    var changed = event
    change(&changed)
    let edit = try #require(Edit(before: .event(event), after: .event(changed)))
    return programme().lock(against: edit, on: today) != nil
  }

  private static let locked: [@Sendable (inout Event) -> Void] = [
    { $0.title = "Other" }, { $0.attendance.total = 85 }, { $0.attendance.source = .estimated },
    { $0.status = .cancelled }, { $0.closeOut.nothingToFollow = true }, { $0.summary = "New" },
    { $0.country = CountryCode(stored: "BR") }, { $0.start = KnownDate(stored: "2024-07-01") },
    { $0.start = nil }, { $0.communityGovernance = "Other council" },
    { $0.participations[0].status = .noShow },
    { $0.participations.append(person("p-3")) }, { $0.participations.removeLast() },
    { $0.confidentiality = .open }, { $0.notes = "x" }, { $0.hasNoPartners = true },
    { $0.participations[1].communities = ["women"] },
  ]

  @Test(arguments: locked.indices) func `what was approved is not changed`(index: Int) throws {
    #expect(try isRefused(Self.locked[index]))
  }

  @Test(arguments: ["FR-2024", "none-undated"])
  func `an approved year, or what has no date, is locked as a quarter is`(text: String) throws {
    let period = try #require(ApprovalPeriod(stored: text))
    var event = event
    if period.year == nil { (event.country, event.start) = (nil, nil) }
    var programme = Programme()
    programme.events[event.id] = event
    var approved = ApprovalEntry()
    (approved.id, approved.by, approved.at) = ("v-1", "Ada", moment("2025-01-05"))
    approved.events = programme.coverage(of: period, on: today)
    #expect(approved.events.map(\.id) == [event.id])
    var approval = Approval(period)
    approval.entries = [approved]
    programme.approvals[period] = approval
    #expect(programme.lock(of: event)?.by == "Ada")
    var changed = event
    changed.attendance.total = 85
    let edit = try #require(Edit(before: .event(event), after: .event(changed)))
    #expect(programme.lock(against: edit, on: today)?.quarter == period)
    #expect(programme.changes(since: approved, of: period, on: today) == [])
  }

  @Test func `what has no date is approved as far as it was held, and planning goes on`() throws {
    let period = try #require(ApprovalPeriod(stored: "FR-undated"))
    var held = event
    held.start = nil
    var programme = Programme()
    programme.events[held.id] = held
    var approved = ApprovalEntry()
    (approved.id, approved.by, approved.at) = ("v-1", "Ada", moment("2025-01-05"))
    approved.events = programme.coverage(of: period, on: today)
    var approval = Approval(period)
    approval.entries = [approved]
    programme.approvals[period] = approval
    var planned = held
    (planned.id, planned.status) = (id("e-2"), .planned)
    let new = try #require(Edit(before: nil, after: .event(planned)))
    #expect(programme.lock(against: new, on: today) == nil)
    var over = planned
    over.status = .held
    let comesIn = try #require(Edit(before: .event(planned), after: .event(over)))
    #expect(programme.lock(against: comesIn, on: today)?.quarter == period)
    var dated = held
    dated.start = KnownDate(stored: "2023")
    let leaves = try #require(Edit(before: .event(held), after: .event(dated)))
    #expect(programme.lock(against: leaves, on: today)?.quarter == period)
  }

  @Test func `that an event is history is not said under a lock`() throws {
    #expect(try isRefused { $0.isBeforeHeard = true })
  }

  @Test func `all approvals stand in the order of their times, and every number is told`() throws {
    var approval = try #require(programme().approvals.values.first)
    var later = approval.entries[0]
    (later.id, later.at) = ("v-2", moment("2024-07-12"))
    approval.entries.insert(later, at: 0)
    #expect(approval.inOrder.map(\.id.stored) == ["v-1", "v-2"])
    var figures = ApprovedFigures()
    (figures.events, figures.counted, figures.listed) = (3, 600, 90)
    (figures.reported, figures.estimated, figures.people) = (0, 12, 70)
    let told = Dictionary(uniqueKeysWithValues: figures.rows.map { ($0.name, $0.count) })
    #expect(told["attendances"] == 702 && told["counted"] == 600 && told["people"] == 70)
    #expect(told["actions"] == .some(nil))
    #expect(figures.rows.map(\.name).prefix(3) == ["events", "attendances", "counted"])
    // Another number that is kept one day is told by itself.
    #expect(figures.rows.count == figures.numbers.count + 1)
  }

  private static let open: [@Sendable (inout Event) -> Void] = [
    { $0.feedback.status = .delivered }, { $0.feedback.due = day("2024-09-01") },
    { $0.conflicts = [FieldConflict()] }, { $0.confidentiality = .closed },
    { $0.unrecordedContributions = 1 }, { $0.communityGovernance = "" },
    { $0.participations[0].consent?.entries.append(entry(.count, .withdrawn, "2024-07-20")) },
    {
      $0.participations[0].consent?.entries.append(entry(.count, .withdrawn, "2024-07-20"))
      $0.participations[0].communities = []
      $0.participations[0].ageBand = nil
      $0.participations[0].pseudonym = ""
    },
  ]

  @Test(arguments: open.indices)
  func `telling people, closing and withdrawing stay possible`(index: Int) throws {
    #expect(try !isRefused(Self.open[index]))
  }

  @Test func `somebody who withdrew or was erased can be taken off the list`() throws {
    var before = event
    before.participations[0].consent?.entries.append(entry(.count, .withdrawn, "2024-07-20"))
    var after = before
    after.participations.removeFirst()
    let edit = try #require(Edit(before: .event(before), after: .event(after)))
    #expect(programme().lock(against: edit, on: today) == nil)
    var erased = programme()
    erased.erased = ["p-2"]
    var shorter = event
    shorter.participations.removeLast()
    let other = try #require(Edit(before: .event(event), after: .event(shorter)))
    #expect(erased.lock(against: other, on: today) == nil)
  }

  @Test func `a consent is not given anew, and a withdrawal changes no status with it`() throws {
    #expect(
      try isRefused {
        $0.participations[1].consent = Consent()
        $0.participations[1].consent?.entries = [entry(.count, .given, "2024-07-20")]
      })
    #expect(
      try isRefused {
        $0.participations[0].consent?.entries.append(entry(.count, .withdrawn, "2024-07-20"))
        $0.participations[0].status = .noShow
      })
  }

  @Test func `no event comes into a locked quarter, moves into one or leaves it`() throws {
    let programme = programme()
    var other = event
    other.id = id("e-2")
    let new = try #require(Edit(before: nil, after: .event(other)))
    #expect(programme.lock(against: new, on: today)?.by == "Ada")
    let gone = try #require(Edit(before: .event(event), after: nil))
    #expect(programme.lock(against: gone, on: today) != nil)
    var later = other
    later.start = KnownDate(stored: "2024-07-01")
    let moved = try #require(Edit(before: .event(later), after: .event(other)))
    #expect(programme.lock(against: moved, on: today) != nil)
    later.title = "Free"
    let free = try #require(Edit(before: nil, after: .event(later)))
    #expect(programme.lock(against: free, on: today) == nil)
  }

  @Test func `of a bulk change only what is locked is left out`() throws {
    var (titled, other) = (event, event)
    titled.title = "Other"
    other.id = id("e-2")
    other.start = KnownDate(stored: "2024-08")
    let edits = [
      try #require(Edit(before: .event(event), after: .event(titled))),
      try #require(Edit(before: nil, after: .event(other))),
    ]
    let change = Change(.several(kind: .event, count: 2), edits)
    let (allowed, locks) = programme().separated(change, on: today)
    #expect(allowed == [edits[1]])
    #expect(locks.map(\.quarter.stored) == ["FR-2024-Q2"])
    #expect(change.isBulk && change.keeping(allowed).name == .several(kind: .event, count: 1))
  }

  @Test func `unlocking keeps the approval with its reason, and approving again locks anew`() throws
  {
    let quarter = try #require(event.quarter)
    let approval = try #require(programme().approvals[quarter])
    let unlocked = approval.unlocked(
      Unlocking(at: moment("2024-07-10"), by: "Bea", reason: "A wrong count"))
    #expect(unlocked.lock == nil && unlocked.entries.count == 1)
    #expect(unlocked.keeps(approval) && !approval.keeps(unlocked))
    var again = unlocked
    var second = approval.entries[0]
    (second.id, second.at) = ("v-2", moment("2024-07-12"))
    again.entries.append(second)
    #expect(again.lock?.at == moment("2024-07-12"))
    again.entries.removeFirst()
    #expect(!again.keeps(unlocked))
  }

  @Test func `an approval is not undone`() throws {
    let quarter = try #require(event.quarter)
    let approval = try #require(programme().approvals[quarter])
    let change = try #require(
      Change(.approved(quarter), before: nil, after: .approval(approval)))
    #expect(!change.canBeUndone)
  }
}

/// What differs from an approval, told apart by whether a person had a right to it.
@Suite struct ApprovalChangeTests {
  private let today = day("2024-08-01")

  private func changes(_ change: (inout Programme) -> Void) throws -> [ApprovalChange.Kind] {
    var event = Event()
    event.id = id("e-1")
    event.country = country("FR")
    event.start = KnownDate(stored: "2024-05-28")
    event.participations = [person("p-1"), person("p-2")]
    event.confidentiality = .chathamHouse
    var programme = Programme()
    programme.events[event.id] = event
    for name in ["t-1", "t-2"] {
      var testimony = Testimony()
      testimony.id = id(name)
      testimony.event = event.id
      programme.testimonies[testimony.id] = testimony
    }
    let quarter = try #require(event.quarter)
    var entry = ApprovalEntry()
    entry.events = programme.coverage(of: quarter, on: today)
    change(&programme)
    return programme.changes(since: entry, of: quarter, on: today).map(\.kind)
  }

  private let event: EventID = id("e-1")

  @Test func `nothing differs from what was approved a moment ago`() throws {
    #expect(try changes { _ in }.isEmpty)
  }

  @Test func `telling people and new testimonies are no change`() throws {
    #expect(
      try changes {
        $0.events[event]?.feedback.status = .delivered
        var testimony = Testimony()
        testimony.id = id("t-3")
        testimony.event = event
        $0.testimonies[testimony.id] = testimony
      }.isEmpty)
  }

  @Test func `what came from outside is told as changed, gone or added while locked`() throws {
    #expect(try changes { $0.events[event]?.attendance.total = 5 } == [.changed])
    #expect(try changes { $0.events[event]?.confidentiality = .open } == [.changed])
    #expect(try changes { $0.events[event]?.participations[0].status = .noShow } == [.changed])
    #expect(try changes { $0.events[event]?.participations.append(person("p-9")) } == [.changed])
    #expect(try changes { $0.events[event] = nil } == [.gone])
    #expect(try changes { $0.events[event]?.start = KnownDate(stored: "2024") } == [.gone])
    #expect(
      try changes {
        var other = Event()
        other.id = id("e-2")
        other.country = country("FR")
        other.start = KnownDate(stored: "2024-06")
        $0.events[other.id] = other
      } == [.added])
  }

  @Test func `withdrawn, refused and erased are told as such, by their number`() throws {
    #expect(try changes { $0.events[event]?.confidentiality = .closed }.isEmpty)
    #expect(
      try changes {
        $0.testimonies[id("t-1")]?.consent.entries = [entry(.record, .withdrawn, "2024-07-20")]
        $0.testimonies[id("t-2")] = nil
      } == [.withdrawn(2)])
    #expect(
      try changes {
        $0.events[event]?.participations[0].consent = Consent()
        $0.events[event]?.participations[0].consent?.entries = [
          entry(.count, .refused, "2024-07-20")
        ]
        $0.events[event]?.participations[0].roles = []
        $0.events[event]?.participations.removeLast()
      } == [.withdrawn(2)])
    #expect(
      try changes {
        $0.erased = ["e-1"]
        $0.events[event] = nil
      } == [.withdrawn(1)])
  }

  @Test func `an approval holds no id of a person and no word of an event`() throws {
    var event = Event()
    event.id = id("e-1")
    event.title = "Dialogue"
    event.country = country("FR")
    event.start = KnownDate(stored: "2024-05-28")
    event.participations = [person("p-1")]
    var programme = Programme()
    programme.events[event.id] = event
    let covered = try programme.coverage(of: #require(event.quarter), on: today)
    #expect(covered.count == 1)
    let told = "\(covered)"
    #expect(!told.contains("p-1") && !told.contains("Dialogue"))
  }
}
