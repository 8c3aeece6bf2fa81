import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct ToldTests {
  private func told(_ change: (inout Event) -> Void) -> Told {
    let insight = Sample.insight { programme in
      var event = Sample.lyon
      change(&event)
      programme.events[event.id] = event
    }
    return insight.row(of: id("e-lyon"))?.told ?? .nothing
  }

  @Test func `the day that was promised holds`() {
    #expect(told { _ in } == .late(days: 2))
    #expect(told { $0.feedback.due = day("2024-06-01") } == .due)
    #expect(told { $0.feedback.due = day("2024-06-15") } == .due)
    #expect(told { $0.feedback.due = day("2024-06-16") } == .notDue)
    #expect(
      told {
        $0.feedback.due = day("2024-09-01")
        $0.feedback.status = .drafted
      } == .due)
  }

  @Test func `without a day the programme's own number of days after the event holds`() {
    #expect(told { $0.feedback.due = nil } == .notDue)
    #expect(
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2024-03-02")
      } == .late(days: 1))
    #expect(
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2024")
      } == .notDue)
  }

  @Test func `who was told or cannot be told is not late`() {
    #expect(told { $0.feedback = Sample.told("2024-05-30") } == .told)
    #expect(told { $0.feedback = Sample.told("2024-05-30", .acknowledged) } == .told)
    #expect(told { $0.feedback.status = .notPossible } == .notPossible)
  }

  @Test func `a telling says which of whom, how and when nobody noted`() {
    func lacks(_ change: (inout Feedback) -> Void) -> Told {
      told {
        $0.feedback = Sample.told("2024-05-30")
        change(&$0.feedback)
      }
    }
    #expect(lacks { $0.audiences = [] } == .toldLacking([.audiences]))
    #expect(lacks { $0.channel = "" } == .toldLacking([.channel]))
    #expect(lacks { $0.deliveredOn = nil } == .toldLacking([.day]))
    #expect(
      lacks {
        $0 = Feedback()
        $0.status = .acknowledged
      } == .toldLacking([.audiences, .channel, .day]))
  }

  @Test func `nobody was told before the event, or on a day that is still to come`() {
    func told(on text: String, start: String = "2024-05-20T14:00") -> Told {
      self.told {
        $0.start = KnownDate(stored: start)
        $0.feedback = Sample.told(text)
        $0.feedback.due = day("2024-05-30")
      }
    }
    // A day's difference can be another zone.
    #expect(told(on: "2024-05-19") == .told)
    #expect(told(on: "2024-05-18") == .toldLacking([.day]))
    #expect(told(on: "2023-05-05") == .toldLacking([.day]))
    #expect(told(on: "2024-01-01", start: "2024") == .told)
    #expect(told(on: "2024-06-02") == .told)
    // Today is 1 June: the telling is late, whatever its status says.
    #expect(told(on: "2024-06-03") == .late(days: 2))
    #expect(told(on: "2030-01-01") == .late(days: 2))
  }

  @Test func `several tellings are told when each of them is, and say what they lack`() {
    func told(_ change: (inout Delivery) -> Void) -> Told {
      self.told { event in
        var first = Delivery()
        (first.id, first.status, first.on) = ("d-1", .delivered, day("2024-05-25"))
        (first.audiences, first.channel) = ([.participants], "Letter")
        var second = Delivery()
        (second.id, second.status) = ("d-2", .due)
        (second.audiences, second.channel) = ([.public], "Web page")
        change(&second)
        event.feedback.deliveries = [first, second]
      }
    }
    #expect(told { _ in } == .late(days: 2))
    #expect(told { $0.status = .notPossible } == .told)
    #expect(told { ($0.status, $0.on) = (.delivered, day("2024-05-31")) } == .told)
    #expect(told { ($0.status, $0.on) = (.delivered, day("2024-09-01")) } == .late(days: 2))
    #expect(
      told {
        ($0.status, $0.on, $0.channel) = (.delivered, day("2024-05-31"), "")
      } == .toldLacking([.channel]))
  }

  @Test func `the filter and what waits know who was told without whom or how`() {
    let insight = Sample.insight {
      $0.events[id("e-lyon")]?.feedback = Sample.told("2024-05-30")
      $0.events[id("e-lyon")]?.feedback.audiences = []
      $0.events[id("e-recife")]?.feedback = Sample.told("2024-05-30")
    }
    #expect(insight.events(Query("told:lacking")).map(\.id.text) == ["e-lyon"])
    #expect(insight.events(Query("told:yes")).map(\.id.text) == ["e-recife"])
    #expect(insight.events(Query("told:no")).isEmpty)
    func waits(_ role: TeamRole) -> Bool {
      insight.waiting(for: role).contains { $0.matter == .toldLacking([.audiences]) }
    }
    #expect(waits(.coordinator) && !waits(.manager))
  }

  @Test func `nothing is to be told of what was not held, or is somebody else's`() {
    #expect(told { $0.status = .cancelled } == .nothing)
    func silent(_ change: (inout Event) -> Void) -> Told {
      told {
        $0.feedback.due = nil
        $0.start = KnownDate(stored: "2023-01-01")
        change(&$0)
      }
    }
    #expect(silent { _ in } == .late(days: 427))
    #expect(silent { $0.involvement = .participated } == .nothing)
    // Nobody is spared being told because it was not noted whose event it was.
    #expect(silent { $0.involvement = nil } == .late(days: 427))
    #expect(silent { $0.provenance.kind = .published } == .nothing)
    #expect(silent { $0.closeOut.nothingToFollow = true } == .nothing)
    #expect(silent { $0.start = nil } == .nothing)
    #expect(
      silent {
        $0.involvement = .participated
        $0.feedback.status = .due
      } == .due)
  }

  @Test func `of history nobody is to be told, and who was told stays told`() {
    #expect(told { $0.isBeforeHeard = true } == .nothing)
    #expect(
      told {
        $0.isBeforeHeard = true
        $0.feedback.status = .due
      } == .nothing)
    #expect(
      told {
        $0.isBeforeHeard = true
        $0.feedback.status = .delivered
      } == .told)
  }

  @Test func `who asked for an action is told once it is closed`() {
    let insight = Sample.insight()
    let told = Dictionary(
      uniqueKeysWithValues: insight.actions().map { ($0.id.text, $0.told) })
    #expect(told["a-pool"] == .notDue)
    #expect(told["a-guide"] == .due)
    #expect(told["a-no"] == .told)
  }
}
