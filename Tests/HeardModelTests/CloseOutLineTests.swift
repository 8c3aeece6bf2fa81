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

  @Test func `a need is settled when it was arranged or said not to have been`() {
    #expect(state(.access) == .notApplicable(.noneNeeded))
    #expect(state(.access) { $0.access = ["captions": .needed] } == .missing)
    #expect(state(.access) { $0.access = ["captions": .notArranged] } == .done)
    #expect(state(.access) { $0.access = ["captions": .arranged] } == .done)
  }

  @Test func `telling people has a day, words, a delivery, or a reason why it is not possible`() {
    #expect(state(.feedback) == .missing)
    #expect(state(.feedback) { $0.feedback.due = day("2024-09-01") } == .done)
    #expect(state(.feedback) { $0.feedback.status = .drafted } == .done)
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
      { $0.closeOut.heardReason = "x" }, { $0.feedback.due = day("2024-09-01") },
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
