import HeardInsight
import HeardModel
import TestKit
import Testing

/// What does not fit in the numbers of an event, each with its own.
@Suite struct CountRemarkTests {
  private func remarks(_ change: (inout Event) -> Void) -> [CountRemark] {
    let insight = Sample.insight { programme in
      var event = Sample.lyon
      change(&event)
      programme.events[event.id] = event
    }
    return insight.countRemarks(of: id("e-lyon"))
  }

  @Test func `a counted number beside nothing else needs no remark`() {
    #expect(remarks { _ in }.isEmpty)
    #expect(remarks { $0.status = .planned }.isEmpty)
  }

  @Test func `no number, and a number without its source, are told`() {
    #expect(remarks { $0.attendance = Attendance() } == [.notKnown])
    #expect(remarks { $0.attendance.source = nil } == [.noSource(count: 84)])
    #expect(remarks { $0.attendance.source = .notKnown } == [.noSource(count: 84)])
  }

  @Test func `both ways of attending come to the total`() {
    #expect(
      remarks {
        ($0.attendance.inPerson, $0.attendance.online) = (60, 20)
      } == [.doorDiffersFromParts(sum: 80, total: 84)])
    #expect(remarks { ($0.attendance.inPerson, $0.attendance.online) = (60, 24) }.isEmpty)
    #expect(remarks { $0.attendance.inPerson = 60 }.isEmpty)
    #expect(
      remarks { $0.attendance.online = 90 } == [.doorDiffersFromParts(sum: 90, total: 84)])
  }

  @Test func `those in a role are among those who came, and who does not count is not`() {
    #expect(
      remarks { $0.attendance.inRole = 86 } == [.rolesBeyondTotal(inRole: 86, total: 84)])
    #expect(remarks { $0.attendance.inRole = 84 }.isEmpty)
    #expect(
      remarks { $0.attendance.roles = ["speaker": 90, "communityMember": 3] }
        == [.rolesBeyondTotal(inRole: 90, total: 84)])
    // Somebody can have both roles, so their sum says nothing.
    #expect(remarks { $0.attendance.roles = ["speaker": 50, "communityMember": 50] }.isEmpty)
    #expect(remarks { $0.attendance.roles = ["interpreter": 90] }.isEmpty)
  }

  @Test func `nobody is asked on a slip who did not come`() {
    func slips(_ asked: Int?, _ answered: Int?) -> [CountRemark] {
      remarks { event in
        (event.attendance.declared.asked, event.attendance.declared.answered) = (asked, answered)
      }.filter { if case .questionsNotSettled = $0 { false } else { true } }
    }
    #expect(slips(85, 51) == [.slipsBeyondTotal(asked: 85, total: 84)])
    #expect(slips(nil, 90) == [.answersBeyondTotal(answered: 90, total: 84)])
    #expect(
      slips(85, 90) == [
        .slipsBeyondTotal(asked: 85, total: 84), .answersBeyondTotal(answered: 90, total: 84),
      ])
    #expect(slips(84, 51).isEmpty && slips(nil, nil).isEmpty)
    let question = remarks { event in
      var question = DeclaredQuestion()
      (question.id, question.asked, question.answered) = ("women", 90, 51)
      event.attendance.declared.questions = [question]
    }
    #expect(question.contains(.slipsBeyondTotal(asked: 90, total: 84)))
  }

  @Test func `a question without a number and without a base is not settled`() throws {
    // France forbids two of the communities, which nobody can have been asked about.
    let allowed = Taxonomy.builtIn(.community).entries.filter {
      CountryProfile.builtIn(country("FR")).rule(for: $0.id) != .off
    }.map(\.id)
    let first = try #require(allowed.first)
    func open(_ change: @escaping (inout DeclaredCommunities) -> Void) -> [CountRemark] {
      remarks { event in
        event.attendance.declared.answered = 51
        change(&event.attendance.declared)
      }
    }
    #expect(open { _ in } == [.questionsNotSettled(allowed.count)])
    #expect(open { $0.communities = [first: 3] } == [.questionsNotSettled(allowed.count - 1)])
    #expect(
      open { declared in
        declared.questions = allowed.map { code in
          var question = DeclaredQuestion()
          (question.id, question.asked) = (code, 0)
          return question
        }
      }.isEmpty)
  }

  @Test func `the remarks of a period stand in the order of its events`() throws {
    let insight = Sample.insight { programme in
      programme.events[id("e-lyon")]?.attendance.source = nil
      var other = Sample.lyon
      other.id = id("e-annecy")
      other.start = KnownDate(stored: "2024-04-02")
      other.attendance = Attendance()
      programme.events[other.id] = other
    }
    let quarter = try #require(ApprovalPeriod(stored: "FR-2024-Q2"))
    #expect(
      insight.countRemarks(in: quarter).map(\.event) == [id("e-annecy"), id("e-lyon")])
    #expect(
      insight.countRemarks(in: quarter).map(\.remark) == [.notKnown, .noSource(count: 84)])
  }
}
