import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct TruthTests {
  private let noa = Reader(staff: id("noa"), roles: [.facilitator])

  @Test func `of a testimony that may not be read a row tells nothing of who spoke or what`() throws
  {
    let insight = Sample.insight {
      $0.testimonies[id("t-draft")]?.pseudonym = "Participante 7"
      $0.testimonies[id("t-draft")]?.triage = .high
    }
    let row = try #require(insight.testimonies(Query("id:t-draft")).first)
    #expect(row.pseudonym.isEmpty && row.type == nil && row.polarity == nil)
    #expect(row.stage == nil && row.triage == nil && row.publishing == nil)
    #expect(row.hasWarning == nil && row.quotes == nil && row.publishable == nil)
    #expect(row.visibility.hiddenBy == "record.notAsked")
    let own = try #require(insight.testimonies(Query("id:t-draft"), for: noa).first)
    #expect(own.pseudonym == "Participante 7" && own.triage == .high && own.stage == .recorded)
    #expect(own.visibility.hiddenBy == nil)
  }

  @Test(arguments: [
    "\"Participante 7\"", "person:participante", "triage:high", "stage:recorded", "type:experience",
    "quote:any", "has:quotes", "role:communityMember", "declared:disabled",
  ])
  func `no filter finds out what the row withholds`(filter: String) {
    let insight = Sample.insight { programme in
      programme.testimonies[id("t-draft")]?.pseudonym = "Participante 7"
      programme.testimonies[id("t-draft")]?.triage = .high
      programme.testimonies[id("t-draft")]?.roles = ["communityMember"]
      programme.testimonies[id("t-draft")]?.communities = ["disabled"]
      programme.testimonies[id("t-draft")]?.quotes = [Quote()]
      programme.events[id("e-lyon")]?.type = "panel"
    }
    func finds(_ reader: Reader) -> Bool {
      insight.testimonies(Query(filter), for: reader).contains { $0.id == id("t-draft") }
    }
    #expect(finds(noa))
    #expect(!finds(Reader()))
  }

  @Test func `overdue are the open ones past their day, as the rows say`() {
    let insight = Sample.insight {
      $0.actions[id("a-guide")]?.feedback.due = day("2024-01-01")
      $0.actions[id("a-no")]?.feedback.due = day("2024-01-01")
    }
    let overdue = insight.actions(Query("open:overdue"))
    #expect(overdue == insight.actions().filter { $0.daysOverdue != nil })
    #expect(overdue.allSatisfy(\.isOpen) && !overdue.isEmpty)
  }

  @Test(arguments: [
    ("America/Sao_Paulo", "2024-05-21T01:30:00Z", "2024-05-20"),
    ("Asia/Tokyo", "2024-05-19T15:30:00Z", "2024-05-20"),
    ("Europe/Paris", "2024-05-21T08:00:00Z", "2024-05-21"),
    ("", "2024-05-21T01:30:00Z", "2024-05-20"), ("", "2024-05-19T20:00:00Z", "2024-05-20"),
    ("", "2024-05-23T01:30:00Z", "2024-05-23"),
  ])
  func `what was told in the evening stands on the day of the place`(
    zone: String, taken: String, day: String
  ) throws {
    let insight = Sample.insight {
      $0.events[id("e-lyon")]?.zone = ZoneName(stored: zone)
      $0.testimonies[id("t-lyon")]?.takenAt = Moment(stored: taken)
    }
    let row = try #require(insight.testimonies(Query("id:t-lyon")).first)
    #expect(row.date?.dayText == day)
  }

  @Test func `what people declared has its own base and is never added up`() throws {
    let insight = Sample.insight { programme in
      programme.events[id("e-lyon")]?.attendance.declared.asked = 84
      programme.events[id("e-lyon")]?.attendance.declared.answered = 51
      programme.events[id("e-lyon")]?.attendance.declared.communities = [
        "disabled": 31, "women": 28,
      ]
      var listed = Participation()
      listed.id = id("p-x")
      listed.status = .attended
      listed.communities = ["women"]
      listed.consent = Consent()
      listed.consent?.notice = id("n-1")
      listed.consent?.method = .written
      listed.consent?.obtainedBy = "noa"
      listed.consent?.entries = [entry(.count, .given, "2024-05-01")]
      var silent = listed
      silent.id = id("p-y")
      silent.consent?.entries = [entry(.count, .refused, "2024-05-01")]
      var unasked = listed
      unasked.id = id("p-z")
      unasked.consent = nil
      var unproven = listed
      unproven.id = id("p-w")
      unproven.consent?.method = nil
      programme.events[id("e-lyon")]?.participations = [listed]
      programme.events[id("e-recife")]?.participations = [listed, silent, unasked, unproven]
    }
    let slips = insight.declared(at: [id("e-lyon")])
    #expect((slips.events, slips["disabled"]?.answers, slips["disabled"]?.count) == (1, 51, 31))
    let both = insight.declared(at: [id("e-lyon"), id("e-recife")])
    #expect(both.events == 2)
    #expect((both["women"]?.asked, both["women"]?.answers, both["women"]?.count) == (87, 52, 29))
    #expect((both["disabled"]?.answers, both["disabled"]?.notKnown) == (51, 1))
    #expect(insight.declared(at: []).events == 0)
    #expect([0, 1, 7, 8].map(SmallNumbers.isSmall) == [false, true, true, false])
  }

  @Test func `what is counted at events that nobody marked as held stands apart`() {
    let insight = Sample.insight {
      $0.events[id("e-lyon")]?.status = .confirmed
      $0.events[id("e-cancelled")]?.attendance.total = 7
    }
    #expect(insight.headline.countedNotHeld == 1)
    #expect(insight.headline.attendancesNotHeld == 84)
  }
}
