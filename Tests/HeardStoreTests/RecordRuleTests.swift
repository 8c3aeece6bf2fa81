import HeardModel
import HeardStore
import StrictJSON
import Testing

/// Every rule that a record can break by itself.
@Suite struct RecordRuleTests {
  @Test(arguments: RecordRule.allCases)
  func `every rule finds a record that breaks it`(rule: RecordRule) throws {
    let scratch = try Scratch.sound()
    let member = try breakRule(rule, scratch)
    let found = try ProgrammeCheck.faults(
      path: scratch.programme, on: CalendarDay(stored: "2024-06-30"))
    #expect(found.contains { $0.kind == .rule(rule) && $0.member == member }, "\(found)")
    #expect(found.allSatisfy { $0.line != nil })
  }

  @Test func `a yes with a day still to come opens no trait, for checking as for screens`() throws {
    for (at, isAgreed) in [("2024-05-28T14:00:00Z", true), ("2025-01-31T09:00:00Z", false)] {
      let scratch = try Scratch.sound()
      try scratch.change("testimonies/e-1.json") { tree in
        var testimony = try #require(Scratch.element(0, tree["testimonies"]))
        testimony["communities"] = ["women"]
        testimony["consent"]?["entries"] = [
          ["id": "k-1", "purpose": "record", "state": "given", "at": "2024-05-28T14:00:00Z"],
          ["id": "k-2", "purpose": "count", "state": "given", "at": .string(at)],
        ]
        tree["testimonies"] = .array([testimony])
      }
      let found = try ProgrammeCheck.faults(
        path: scratch.programme, on: CalendarDay(stored: "2024-06-30"))
      #expect(found.contains { $0.kind == .rule(.traitWithoutConsent) } != isAgreed, "\(found)")
    }
  }

  /// Breaks a rule in the sound programme; the member at which it must be told.
  private func breakRule(_ rule: RecordRule, _ scratch: Scratch) throws -> String {
    switch rule {
    case .partsDifferFromTotal:
      try scratch.change("events/e-1.json") { $0["attendance"]?["online"] = 5 }
      return "attendance.total"
    case .moreThanAnswered:
      try scratch.change("events/e-1.json") {
        $0["attendance"]?["declared"]?["communities"] = ["women": 9]
      }
      return "attendance.declared.communities.women"
    case .moreAnsweredThanAsked:
      try scratch.change("events/e-1.json") { $0["attendance"]?["declared"]?["asked"] = 7 }
      return "attendance.declared.answered"
    case .endsBeforeStart:
      try scratch.change("events/e-1.json") { $0["end"] = "2024-05-28T13:59" }
      return "end"
    case .traitNotAllowed:
      try scratch.change("events/e-1.json") { $0["country"] = "FR" }
      return "participations[p-1].communities"
    case .traitWithoutConsent:
      try scratch.change("testimonies/e-1.json") { tree in
        var testimony = try #require(Scratch.element(0, tree["testimonies"]))
        testimony["communities"] = ["women"]
        tree["testimonies"] = .array([testimony])
      }
      return "testimonies[t-1].communities"
    case .keptWithoutConsent:
      try scratch.change("testimonies/e-1.json") { tree in
        var testimony = try #require(Scratch.element(0, tree["testimonies"]))
        testimony["consent"]?["entries"] = [
          ["id": "k-1", "purpose": "record", "state": "refused", "at": "2024-05-28T14:00:00Z"]
        ]
        tree["testimonies"] = .array([testimony])
      }
      return "testimonies[t-1].text"
    case .closedByMark:
      var answer = WithdrawnAnswer()
      (answer.id, answer.purpose) = ("k-9", .contact)
      var mark = WithdrawalMark()
      mark.id = try #require(ConsentID(stored: "c-1"))
      mark.entries = [answer]
      try scratch.write(mark, to: "withdrawn/c-1.json")
      return "participations[p-1].consent.entries"
    case .questionNotAllowed:
      try scratch.change("events/e-1.json") {
        $0["country"] = "DE"
        $0["attendance"]?["declared"]?["communities"] = ["ethnicMinorities": 3]
      }
      return "attendance.declared.communities.ethnicMinorities"
    case .countsDiffer:
      try scratch.change("events/e-1.json") {
        $0["attendance"]?["counts"] = [["id": "d-1", "added": ["total": 3]]]
      }
      return "attendance.total"
    case .reasonMissing:
      try scratch.change("actions/a-1.json") { $0["status"] = "declined" }
      return "reason"
    case .actionBeforeTestimony:
      try scratch.change("actions/a-1.json") { $0["proposedOn"] = "2024-05-01" }
      return "proposedOn"
    case .dayBeforeAnswered:
      try scratch.change("events/e-1.json") {
        $0["feedback"] = ["status": "delivered", "deliveredOn": "2023-05-05"]
      }
      return "feedback.deliveredOn"
    case .dayAhead:
      try scratch.change("actions/a-1.json") { $0["doneOn"] = "2030-01-01" }
      return "doneOn"
    case .verifiedWithoutDay:
      try scratch.change("actions/a-1.json") {
        $0["status"] = "verified"
        $0["doneOn"] = nil
      }
      return "doneOn"
    case .testimonyAtEventNotHeld:
      try scratch.change("events/e-1.json") { $0["status"] = "cancelled" }
      return "testimonies[t-1]"
    case .conflictOpen:
      try scratch.change("events/e-1.json") { tree in
        var person = try #require(Scratch.element(0, tree["participations"]))
        person["conflicts"] = [["id": "x-1", "path": "note", "kept": "a", "other": "b"]]
        tree["participations"] = .array([person])
      }
      return "participations[p-1].note"
    case .pulseIsNotEleven:
      try scratch.change("events/e-1.json") { tree in
        var pulse = try #require(Scratch.element(0, tree["pulses"]))
        pulse["before"] = [1, 2]
        tree["pulses"] = .array([pulse])
      }
      return "pulses[trust].before"
    case .changedWhileLocked:
      try scratch.approve("GB-2024-Q2")
      try scratch.change("events/e-1.json") { $0["title"] = "Changed by hand" }
      return "entries[v-1].events[e-1]"
    case .heldInFuture:
      try scratch.change("events/e-1.json") {
        $0["start"] = "2024-07-02"
        $0["end"] = nil
      }
      return "status"
    }
  }
}
