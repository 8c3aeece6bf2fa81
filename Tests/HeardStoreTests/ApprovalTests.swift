import HeardModel
import HeardStore
import StrictJSON
import Testing

/// Approved quarters: the folder itself keeps what is locked, whoever asks.
@Suite struct ApprovalTests {
  private let file = "approvals/GB-2024-Q2.json"

  private func approved() throws -> (Scratch, Event) {
    let scratch = try Scratch.sound()
    try scratch.approve("GB-2024-Q2")
    let id = try #require(EventID(stored: "e-1"))
    return (scratch, try #require(try scratch.load().programme.events[id]))
  }

  private func unlock(_ scratch: Scratch, reason: String = "A wrong count") throws {
    let quarter = try #require(ApprovalPeriod(stored: "GB-2024-Q2"))
    let approval = try #require(try scratch.load().programme.approvals[quarter])
    let after = approval.unlocked(Unlocking(at: noon, by: "Manon", reason: reason))
    try scratch.store().save(.approval(approval), .approval(after))
  }

  @Test func `an approval is read back as it was written`() throws {
    let (scratch, _) = try approved()
    let loaded = try scratch.load()
    #expect(loaded.unreadable.isEmpty)
    let approval = try #require(loaded.programme.approvals.values.first)
    #expect(approval.id.stored == "GB-2024-Q2")
    #expect(approval.lock?.by == "Manon")
    #expect(approval.entries[0].events.map(\.id.text) == ["e-1"])
    #expect(scratch.text(file)?.contains("p-1") == false)
    #expect(try scratch.faults().isEmpty)
    #expect(scratch.mode(file) == 0o600)
  }

  @Test func `a save that changes a locked event is refused and changes nothing`() throws {
    let (scratch, event) = try approved()
    let before = scratch.everything()
    var changed = event
    changed.attendance.total = 10
    #expect {
      try scratch.store().save(.event(event), .event(changed))
    } throws: {
      guard case .locked(let lock)? = $0 as? StoreError else { return false }
      return lock.quarter.stored == "GB-2024-Q2" && lock.by == "Manon" && lock.at == noon
    }
    #expect(throws: StoreError.self) { try scratch.store().save(.event(event), nil) }
    var other = try Scratch.heldEvent("e-9")
    other.start = KnownDate(stored: "2024-04")
    #expect(throws: StoreError.self) { try scratch.store().save(nil, .event(other)) }
    #expect(scratch.everything() == before)
  }

  @Test func `a window that read the folder before the approval is refused as well`() throws {
    let scratch = try Scratch.sound()
    let id = try #require(EventID(stored: "e-1"))
    let event = try #require(try scratch.load().programme.events[id])
    let window = try scratch.store("other")
    try scratch.approve("GB-2024-Q2")
    var changed = event
    changed.title = "Late"
    #expect(throws: StoreError.self) { try window.save(.event(event), .event(changed)) }
  }

  @Test func `telling people and a withdrawal are saved under a lock`() throws {
    let (scratch, event) = try approved()
    var changed = event
    changed.feedback.status = .delivered
    changed.participations[0].consent?.entries.append(
      ConsentEntry(id: "k-2", purpose: .count, state: .withdrawn, at: noon, by: "Ada"))
    changed.participations[0].communities = []
    try scratch.store().save(.event(event), .event(changed))
    #expect(try scratch.load().programme.events[event.id] == changed)
    // It is no fault, and is told as a withdrawal.
    #expect(try !scratch.faults().contains { $0.contains("H513") })
  }

  @Test func `testimonies stay open under a lock`() throws {
    let (scratch, _) = try approved()
    let testimony = try #require(try scratch.load().programme.testimonies.values.first)
    var withdrawn = testimony
    withdrawn.consent.entries.append(
      ConsentEntry(id: "k-9", purpose: .publish, state: .refused, at: noon, by: "Ada"))
    withdrawn.text = "Corrected"
    try scratch.store().save(.testimony(testimony), .testimony(withdrawn))
    let programme = try scratch.load().programme
    #expect(programme.testimonies[testimony.id]?.text == "Corrected")
  }

  @Test func `an erased person leaves a locked list with the next save`() throws {
    let (scratch, event) = try approved()
    try scratch.write(
      #"{"id": "p-1", "at": "2024-06-01T00:00:00Z"}"#, to: "erased/p-1.json")
    var changed = event
    changed.feedback.channel = "Letter"
    try scratch.store().save(.event(event), .event(changed))
    #expect(scratch.text("events/e-1.json")?.contains("p-1") == false)
  }

  @Test func `unlocking opens the quarter and its reason stays`() throws {
    let (scratch, event) = try approved()
    try unlock(scratch)
    var changed = event
    changed.title = "Corrected"
    try scratch.store().save(.event(event), .event(changed))
    try scratch.approve("GB-2024-Q2", id: "v-2")
    let approval = try #require(try scratch.load().programme.approvals.values.first)
    #expect(approval.entries.map(\.id.stored) == ["v-1", "v-2"])
    #expect(approval.entries[0].unlocked?.reason == "A wrong count")
    #expect(approval.lock != nil)
    let history = try scratch.store().history(of: "GB-2024-Q2")
    #expect(history.count == 3)
  }

  @Test func `no approval is taken out of its file again`() throws {
    let (scratch, _) = try approved()
    let quarter = try #require(ApprovalPeriod(stored: "GB-2024-Q2"))
    let approval = try #require(try scratch.load().programme.approvals[quarter])
    #expect(throws: StoreError.self) { try scratch.store().save(.approval(approval), nil) }
    var emptied = approval
    emptied.entries = []
    #expect(throws: StoreError.self) {
      try scratch.store().save(.approval(approval), .approval(emptied))
    }
  }

  @Test func `two approvals at once are both kept, and unlocking one leaves the other`() throws {
    let scratch = try Scratch.sound()
    let quarter = try #require(ApprovalPeriod(stored: "GB-2024-Q2"))
    for name: Code in ["v-a", "v-b"] {
      var approval = Approval(quarter)
      var entry = ApprovalEntry()
      (entry.id, entry.at, entry.by) = (name, noon, name.stored)
      approval.entries = [entry]
      try scratch.store(name.stored).save(nil, .approval(approval))
    }
    let both = try #require(try scratch.load().programme.approvals[quarter])
    #expect(Set(both.entries.map(\.id.stored)) == ["v-a", "v-b"])
    var one = both
    one.entries[0].unlocked = Unlocking(at: noon, by: "A", reason: "Mine")
    try scratch.store().save(.approval(both), .approval(one))
    #expect(try scratch.load().programme.approvals[quarter]?.lock != nil)
  }

  @Test func `what another hand changes in the files is kept and told as changed while locked`()
    throws
  {
    let (scratch, event) = try approved()
    try scratch.change("events/e-1.json") { $0["title"] = "By hand" }
    let programme = try scratch.load().programme
    #expect(programme.events[event.id]?.title == "By hand")
    let approval = try #require(programme.approvals.values.first)
    let entry = try #require(approval.locking)
    #expect(
      programme.changes(since: entry, of: approval.id, on: noon.day).map(\.kind) == [.changed])
    #expect(try scratch.faults() == ["\(file) H513 entries[v-1].events[e-1]"])
  }

  @Test func `an approval that cannot be read lets nothing through`() throws {
    let (scratch, event) = try approved()
    try scratch.write("{", to: file)
    var changed = event
    changed.title = "Late"
    #expect {
      try scratch.store().save(.event(event), .event(changed))
    } throws: {
      if case .unreadable(let fault)? = $0 as? StoreError { fault.file == file } else { false }
    }
  }

  @Test func `members that a newer version put there are kept`() throws {
    let (scratch, _) = try approved()
    try scratch.change(file) { tree in
      tree["seal"] = "blue"
      var entry = try #require(Scratch.element(0, tree["entries"]))
      entry["witness"] = "Bea"
      tree["entries"] = .array([entry])
    }
    try unlock(scratch)
    let text = try #require(scratch.text(file))
    #expect(text.contains("seal") && text.contains("witness") && text.contains("A wrong count"))
  }
}
