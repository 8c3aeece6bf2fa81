import HeardModel
import TestKit
import Testing

/// Every rule of the checklist after an event.
@Suite struct CloseOutLineTests {
  private let today = day("2024-06-01")

  private func held(_ change: (inout Event) -> Void = { _ in }) -> Event {
    var event = Event()
    event.status = .held
    event.confidentiality = .open
    change(&event)
    return event
  }

  private func state(
    _ matter: CloseOutMatter, testimonies: Int = 0, _ change: (inout Event) -> Void = { _ in }
  ) -> CloseOutLine.State? {
    let event = held(change)
    return event.closeOutLines(
      testimonies: testimonies,
      attendances: event.attendanceFigure(roles: .builtIn(.role)), today: today
    ).first { $0.matter == matter }?.state
  }

  @Test func `a headcount is settled by a number, a list, or by saying that nobody knows`() {
    #expect(state(.attendance) == .missing)
    #expect(state(.attendance) { $0.attendance.total = 0 } == .done)
    #expect(state(.attendance) { $0.participations = [person("p-1")] } == .done)
    #expect(state(.attendance) { $0.closeOut.attendanceNotKnown = true } == .done)
  }

  @Test func `partners are named, or it is said that there were none`() {
    #expect(state(.partners) == .missing)
    #expect(state(.partners) { $0.hasNoPartners = true } == .done)
    #expect(
      state(.partners) { $0.involvement = .participated } == .notApplicable(.eventOfOthers))
    #expect(state(.partners) { $0.involvement = nil } == .missing)
  }

  @Test func `what was heard is told, counted, or it is said why nothing was`() {
    #expect(state(.heard) == .missing)
    #expect(state(.heard, testimonies: 1) == .done)
    #expect(state(.heard) { $0.unrecordedContributions = 2 } == .done)
    #expect(state(.heard) { $0.closeOut.nothingToFollow = true } == .done)
    #expect(state(.heard) { $0.closeOut.heardReason = "A training, no dialogue" } == .done)
  }

  @Test func `a need is settled when it was arranged, and falls short when it was not`() {
    #expect(state(.access) == .notApplicable(.noneNeeded))
    #expect(state(.access) { $0.access = ["captions": .needed] } == .missing)
    #expect(state(.access) { $0.access = ["captions": .notArranged] } == .fellShort)
    #expect(state(.access) { $0.access = ["captions": .arranged] } == .done)
  }

  @Test func `what people of the list asked for is missing until it is said what came of it`() {
    func state(_ access: [Code: AccessState]) -> CloseOutLine.State? {
      self.state(.access) { event in
        for index in 0..<2 {
          var person = person("p-\(index)", index == 0 ? .attended : .registered)
          person.accessNeeds = index == 0 ? ["captions", "quietRoom"] : ["captions"]
          event.participations.append(person)
        }
        var gone = person("p-9", .cancelled)
        gone.accessNeeds = ["childcare"]
        event.participations.append(gone)
        event.access = access
      }
    }
    #expect(state([:]) == .missing)
    #expect(state(["stepFree": .arranged]) == .missing)
    #expect(state(["captions": .arranged, "quietRoom": .notAsked]) == .missing)
    #expect(state(["captions": .arranged, "quietRoom": .notArranged]) == .fellShort)
    #expect(state(["captions": .arranged, "quietRoom": .arranged]) == .done)
  }

  @Test func `what was asked for and not arranged is counted once the event was held`() throws {
    var event = held {
      $0.access = ["captions": .notArranged, "stepFree": .arranged, "childcare": .notAsked]
      for index in 0..<2 {
        var person = person("p-\(index)")
        person.accessNeeds = ["captions", "signLanguage"]
        $0.participations.append(person)
      }
    }
    let requests = event.accessRequests
    #expect(requests.map(\.code) == ["captions", "signLanguage"])
    #expect(requests.map(\.people) == [2, 2])
    #expect(requests.map(\.isSettled) == [true, false])
    var outcome = try #require(event.accessOutcome)
    #expect(outcome == (asked: 2, notArranged: 1))
    // An entry that turned out to be somebody else asks no second time.
    event.participations[1].mergedInto = event.participations[0].id
    #expect(event.accessRequests.map(\.people) == [1, 1])
    event.access["signLanguage"] = .notArranged
    outcome = try #require(event.accessOutcome)
    #expect(outcome == (asked: 2, notArranged: 2))
    event.status = .planned
    #expect(event.accessOutcome == nil)
  }

  @Test func `telling people is planned by whom and how, never by a day alone`() {
    func plan(_ change: (inout Feedback) -> Void) -> CloseOutLine.State? {
      state(.feedback) { change(&$0.feedback) }
    }
    #expect(state(.feedback) == .missing)
    #expect(plan { $0.due = day("2024-09-01") } == .missing)
    #expect(plan { $0.status = .drafted } == .missing)
    #expect(plan { $0.audiences = [.community] } == .missing)
    #expect(plan { $0.channel = "Letter" } == .missing)
    #expect(plan { ($0.audiences, $0.channel) = ([.community], "Letter") } == .done)
    #expect(plan { $0.status = .delivered } == .done)
    var delivery = Delivery()
    #expect(plan { $0.deliveries = [delivery] } == .missing)
    (delivery.audiences, delivery.channel) = ([.public], "Web page")
    #expect(plan { $0.deliveries = [delivery] } == .done)
    #expect(state(.feedback) { $0.feedback.status = .notPossible } == .missing)
    #expect(
      state(.feedback) {
        $0.feedback.status = .notPossible
        $0.feedback.reason = "Nobody left an address"
      } == .done)
    #expect(
      state(.feedback) { $0.involvement = .participated } == .notApplicable(.eventOfOthers))
  }

  @Test func `summary, languages and confidentiality say how they stand`() {
    #expect(state(.summary) == .missing)
    #expect(state(.summary) { $0.summary = "Ask first" } == .done)
    #expect(state(.languages) == .notApplicable(.noneNoted))
    #expect(state(.languages) { $0.interpreters = [language("fsl")] } == .done)
    #expect(state(.confidentiality) == .done)
    #expect(state(.confidentiality) { $0.confidentiality = nil } == .missing)
  }

  @Test func `of history nothing is missing, and what is known stays`() {
    let bare = held { $0.isBeforeHeard = true }
    let figure = bare.attendanceFigure(roles: .builtIn(.role))
    #expect(bare.closeOutGaps(testimonies: 0, attendances: figure).isEmpty)
    #expect(state(.summary) { $0.isBeforeHeard = true } == .notApplicable(.beforeHeard))
    #expect(state(.attendance) { $0.isBeforeHeard = true } == .notApplicable(.beforeHeard))
    let known: (inout Event) -> Void = {
      $0.isBeforeHeard = true
      $0.attendance.total = 84
    }
    #expect(state(.attendance, known) == .done)
    #expect(held(known).attendanceFigure(roles: .builtIn(.role)).count == 84)
    var planned = Event()
    (planned.isBeforeHeard, planned.start) = (true, KnownDate(stored: "2024-05-01"))
    let lines = planned.closeOutLines(testimonies: 0, attendances: figure, today: today)
    // Whether it was held at all decides about figures, and is asked.
    #expect(lines.map(\.state) == [.missing])
  }

  @Test func `an event that was not held has one line that says why`() {
    func lines(_ status: EventStatus, _ start: String?) -> [CloseOutLine.State] {
      var event = Event()
      event.status = status
      event.start = start.flatMap { KnownDate(stored: $0) }
      return event.closeOutLines(
        testimonies: 0, attendances: event.attendanceFigure(roles: .builtIn(.role)), today: today
      ).map(\.state)
    }
    #expect(lines(.planned, "2024-05-01") == [.missing])
    #expect(lines(.planned, "2024-07-01") == [.notApplicable(.stillToCome)])
    #expect(lines(.planned, nil) == [.notApplicable(.stillToCome)])
    #expect(lines(.cancelled, "2024-05-01") == [.notApplicable(.notHeld)])
    #expect(lines(.postponed, nil) == [.notApplicable(.notHeld)])
  }

  @Test func `closed out is exactly when no line is missing`() {
    var event = held()
    let changes: [(inout Event) -> Void] = [
      { $0.attendance.total = 3 }, { $0.hasNoPartners = true }, { $0.summary = "x" },
      { $0.closeOut.heardReason = "x" },
      { ($0.feedback.audiences, $0.feedback.channel) = ([.participants], "Letter") },
      { $0.access = ["captions": .needed] }, { $0.access = ["captions": .arranged] },
    ]
    for change in changes {
      change(&event)
      let figure = event.attendanceFigure(roles: .builtIn(.role))
      let lines = event.closeOutLines(testimonies: 0, attendances: figure, today: today)
      let gaps = event.closeOutGaps(testimonies: 0, attendances: figure)
      #expect(gaps.map(CloseOutMatter.init) == lines.filter { $0.state == .missing }.map(\.matter))
    }
    #expect(
      event.closeOutGaps(
        testimonies: 0, attendances: event.attendanceFigure(roles: .builtIn(.role))
      ).isEmpty)
  }
}
