import HeardModel
import TestKit
import Testing

/// Merging events by chance: what is taken back stands as it stood, and a copy adds nobody.
@Suite struct MergePropertyTests {
  @Test func `a merge that is taken back leaves everything as it was`() throws {
    var source = RandomSource.printed("merging and taking back")
    for _ in 0..<300 {
      var programme = programme(&source)
      let ids = programme.events.keys.sorted()
      guard let one = programme.events[ids[0]], let other = programme.events[ids[1]] else {
        continue
      }
      let before = programme
      var merge = EventMerge(one, with: other, in: programme)
      for part in merge.differing { merge.choices[part] = source.pick(merge.choices(for: part)) }
      let change = merge.change(in: programme).counted()
      programme.apply(change)
      #expect(programme.events.count == 1)
      #expect(programme.testimonies.values.allSatisfy { $0.event == one.id })
      guard change.canBeUndone else {
        // What became more closed stays so.
        #expect(merge.merged.confidentiality != one.confidentiality)
        continue
      }
      programme.apply(try #require(programme.takingBack(change)))
      #expect(programme.events == before.events)
      #expect(programme.testimonies == before.testimonies && programme.actions == before.actions)
    }
  }

  @Test func `two copies of one event count what one of them counts`() throws {
    var source = RandomSource.printed("merging two copies")
    for _ in 0..<300 {
      var programme = programme(&source)
      guard let one = programme.events.values.min(by: { $0.id < $1.id }) else { continue }
      var copy = one
      copy.id = id("copy")
      programme.events = [one.id: one, copy.id: copy]
      programme.testimonies = programme.testimonies.filter { $0.value.event == one.id }
      let day = day("2024-12-01")
      func figures(_ event: Event, _ programme: Programme) -> [Int?] {
        let read = DeclarationReader(programme, [event], on: day).read(event)
        return [event.attendanceFigure(roles: programme.taxonomy(.role)).count, read.answered]
      }
      let expected = figures(one, programme)
      let merge = EventMerge(one, with: copy, in: programme)
      #expect(merge.differing.isEmpty)
      programme.apply(merge.change(in: programme).counted())
      let merged = try #require(programme.events[one.id])
      #expect(figures(merged, programme) == expected)
      #expect(merged.participations == one.participations)
    }
  }

  /// Two events in one country with people, words and an action.
  private func programme(_ source: inout RandomSource) -> Programme {
    var programme = Programme()
    for number in 0..<2 {
      var event = Event()
      event.id = id("e-\(number)")
      event.title = source.pick(["", "Waiting rooms", "Listening"])
      event.status = source.pick([.held, .held, .planned])
      event.confidentiality = source.pick([nil, .open, .open, .closed])
      event.place = source.pick(["", "Lyon", "Paris"])
      event.notes = source.pick(["", "Notes of Ana.", "Notes of Bo."])
      event.attendance.total = source.pick([nil, nil, 12, 30])
      event.attendance.declared.answered = source.pick([nil, nil, 9])
      event.feedback.channel = source.pick(["", "letter"])
      for person in 0..<source.below(4) {
        var entry = Participation()
        entry.id = id("p-\(person)")
        entry.status = source.pick(AttendanceStatus.allCases)
        entry.roles = source.pick([[], ["communityMember"], ["interpreter"]])
        entry.note = source.pick(["", "", "Came late."])
        entry.communities = source.pick([[], ["women"]])
        if source.chance(50) {
          var consent = Consent()
          consent.id = id("c-\(number)-\(person)")
          consent.notice = id("n-1")
          consent.method = .written
          consent.obtainedBy = "Noa"
          consent.entries = [
            TestKit.entry(.count, source.pick([.given, .refused, .notAsked]), "2024-05-28")
          ]
          entry.consent = consent
        }
        event.participations.append(entry)
      }
      programme.events[event.id] = event
      for told in 0..<source.below(3) {
        var testimony = Testimony()
        testimony.id = id("t-\(number)-\(told)")
        testimony.event = event.id
        programme.testimonies[testimony.id] = testimony
      }
    }
    var action = FollowUpAction()
    action.id = id("a-1")
    action.events = source.pick([[], [id("e-1")], [id("e-1"), id("e-0")]])
    programme.actions[action.id] = action
    return programme
  }
}
