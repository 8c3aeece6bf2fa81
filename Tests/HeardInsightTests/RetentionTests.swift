import HeardInsight
import HeardModel
import TestKit
import Testing

/// What is past its time on 1 June 2024, counted by hand.
@Suite struct RetentionTests {
  private let recife: EventID = id("e-recife")

  private func due(
    _ identities: [KeptIdentity] = [], isWhole: Bool = true,
    _ change: (inout Programme) -> Void = { _ in }
  ) -> [String] {
    Sample.insight(change).pastTime(identities, isWhole: isWhole).map { item in
      let whose = item.person?.text ?? item.testimony?.text ?? ""
      return "\(item.rule.stored) \(whose) \(item.until.stored)"
    }
  }

  @Test func `needs and notes are kept so many days after the event`() {
    func noted(_ programme: inout Programme) {
      programme.events[recife]?.participations[0].accessNeeds = ["captions"]
      programme.events[recife]?.participations[1].note = "Late"
    }
    #expect(due() == [])
    #expect(due { noted(&$0) } == ["accessNeeds p-ana 2024-05-01"])
    #expect(
      due {
        noted(&$0)
        $0.settings.retentionDays = ["accessNeeds": 121, "notes": 30]
      } == ["notes p-bia 2024-03-02"])
    #expect(
      due {
        noted(&$0)
        $0.events[recife]?.status = .postponed
      } == [])
  }

  @Test func `a name is kept until the person knows what came of it`() {
    let bia = KeptIdentity(id: id("p-bia"))
    func told(_ programme: inout Programme) {
      programme.events[recife]?.feedback.status = .delivered
      programme.events[recife]?.feedback.deliveredOn = day("2024-03-01")
    }
    #expect(due([bia]) == [])
    #expect(due([bia]) { told(&$0) } == ["identities p-bia 2024-03-01"])
    #expect(due([bia], isWhole: false) { told(&$0) } == [])
    // Of two events one is not told yet.
    #expect(due([KeptIdentity(id: id("p-ana"))]) { told(&$0) } == [])
    #expect(
      due([bia]) {
        told(&$0)
        var person = Participation()
        person.id = id("p-bia")
        $0.events[id("e-berlin")]?.participations = [person]
      } == [])
    #expect(
      due([bia]) { $0.settings.retentionDays = ["identities": 100] } == [
        "identities p-bia 2024-05-11"
      ])
  }

  @Test func `a day of its own wins, and a name of nobody goes`() {
    let own = KeptIdentity(id: id("p-bia"), keepUntil: day("2024-05-31"))
    #expect(due([own], isWhole: false) == ["identities p-bia 2024-05-31"])
    #expect(due([KeptIdentity(id: id("p-bia"), keepUntil: Sample.today)]) == [])
    let nobody = KeptIdentity(id: id("p-nobody"))
    #expect(due([nobody]) == ["identities p-nobody 2024-05-31"])
    #expect(due([nobody], isWhole: false) == [])
  }

  @Test func `what people told is to be looked at again on its day, while it holds anything`() {
    func review(_ programme: inout Programme) {
      for id in programme.testimonies.keys {
        programme.testimonies[id]?.consent.reviewBy = day("2024-05-31")
      }
    }
    // One of four was withdrawn: that is gone whatever the day.
    #expect(due { review(&$0) }.count == 3)
    #expect(
      due {
        review(&$0)
        $0.testimonies.change(where: { _ in true }) { $0 = $0.emptied() }
      } == [])
  }

  @Test func `what was taken out is not due again`() {
    var programme = Programme()
    var event = Sample.recife
    event.participations[0].accessNeeds = ["captions"]
    programme.events[event.id] = event
    let insight = Insight(programme, today: Sample.today)
    let order = Retirement(
      insight.pastTime(), of: [.accessNeeds], in: programme, by: "Noa", on: Sample.today)
    for edit in order.edits { programme.put(edit.after, at: edit.key) }
    #expect(order.edits.count == 1)
    #expect(Insight(programme, today: Sample.today).pastTime() == [])
    #expect(programme.events[event.id]?.participations[0].retention.count == 1)
  }

  @Test func `an inventory has every place, and counts people and records by hand`() {
    let held = Sample.insight().held
    #expect(Set(held.map(\.place)) == Set(FilePlace.allCases))
    let lists = held.first { $0.data == .participations }
    #expect(lists?.people == 4 && lists?.records == 5)
    #expect(held.first { $0.data == .accessNeeds }?.records == 0)
    let told = held.filter { $0.data == .testimonies }
    #expect(told.compactMap(\.records).reduce(0, +) == 4)
    #expect(told.first { $0.consent == .withdrawn }?.records == 1)
    #expect(told.first { $0.consent == .notAsked }?.people == 0)
  }
}
