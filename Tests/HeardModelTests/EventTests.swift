import HeardModel
import TestKit
import Testing

@Suite struct AttendanceTests {
  private let roles = Taxonomy.builtIn(.role)

  private func held() -> Event {
    var event = Event()
    event.status = .held
    return event
  }

  @Test func `the tally holds where there is one, and the list is not added to it`() {
    var event = held()
    event.participations = [person("p-1"), person("p-2")]
    event.attendance.total = 84
    event.attendance.source = .counted
    #expect(event.attendanceFigure(roles: roles) == AttendanceFigure(count: 84, source: .counted))
    event.attendance.total = 0
    #expect(event.attendanceFigure(roles: roles).count == 0)
  }

  @Test func `without a total both ways of attending make the tally, each where it is known`() {
    var event = held()
    event.attendance.inPerson = 30
    #expect(event.attendanceFigure(roles: roles).count == 30)
    event.attendance.online = 12
    #expect(event.attendanceFigure(roles: roles).count == 42)
    event.attendance.total = 40
    #expect(event.attendanceFigure(roles: roles).count == 40)
  }

  @Test(arguments: [nil, AttendanceSource.notKnown])
  func `a tally of which nobody noted the source keeps its number, and no source`(
    source: AttendanceSource?
  ) {
    var event = held()
    event.attendance.total = 10
    event.attendance.source = source
    #expect(
      event.attendanceFigure(roles: roles) == AttendanceFigure(count: 10, source: .unsourced))
    #expect(!event.attendance.isSourceKnown)
  }

  @Test func `of a new event nothing is known that nobody said`() {
    let event = Event()
    #expect(event.type == nil && event.format == nil && event.involvement == nil)
    #expect(event.confidentiality == nil && event.confidentialityOrClosed == .closed)
    #expect(Testimony().textKind == nil)
  }

  @Test func `the list counts who attended in a counted role`() {
    var event = held()
    event.participations = [
      person("p-1"), person("p-2", roles: []), person("p-3", roles: ["organiser"]),
      person("p-4", roles: ["organiser", "speaker"]), person("p-5", .registered),
      person("p-6", .noShow), person("p-7", roles: ["interpreter", "facilitator"]),
      person("p-8", roles: ["own-role"]),
    ]
    #expect(event.attendanceFigure(roles: roles) == AttendanceFigure(count: 4, source: .listed))
  }

  @Test func `nobody known is not nobody`() {
    var event = held()
    #expect(
      event.attendanceFigure(roles: roles) == AttendanceFigure(count: nil, source: .notKnown))
    event.participations = [person("p-1", .registered)]
    #expect(event.attendanceFigure(roles: roles).count == nil)
    event.attendance.hostCrowd = 5000
    #expect(event.attendanceFigure(roles: roles).count == nil)
  }

  @Test(arguments: EventStatus.allCases.filter { $0 != .held })
  func `an event that was not held has no attendances`(status: EventStatus) {
    var event = held()
    event.status = status
    event.attendance.total = 84
    #expect(event.attendanceFigure(roles: roles).count == nil)
  }
}

@Suite struct CloseOutTests {
  private let roles = Taxonomy.builtIn(.role)

  @Test func `an event that was held and nothing more misses everything`() {
    var event = Event()
    event.status = .held
    event.access = ["captions": .needed]
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == CloseOutGap.allCases)
  }

  @Test func `each gap closes by what is noted or by saying that there is nothing`() {
    var event = Event()
    event.status = .held
    event.attendance.total = 20
    event.confidentiality = .closed
    event.hasNoPartners = true
    event.summary = "What was heard"
    (event.feedback.audiences, event.feedback.channel) = ([.participants], "Letter")
    #expect(event.closeOutGaps(testimonies: 1, roles: roles).isEmpty)
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == [.heard])
    event.closeOut.nothingToFollow = true
    #expect(event.closeOutGaps(testimonies: 0, roles: roles).isEmpty)
    event.attendance.total = nil
    event.closeOut.attendanceNotKnown = true
    #expect(event.closeOutGaps(testimonies: 0, roles: roles).isEmpty)
    event.feedback.channel = ""
    event.feedback.due = day("2024-09-01")
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == [.feedback])
    event.feedback.status = .notPossible
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == [.feedback])
    event.feedback.reason = "Nobody left an address"
    #expect(event.closeOutGaps(testimonies: 0, roles: roles).isEmpty)
    event.hasNoPartners = false
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == [.partners])
    event.summary = ""
    #expect(event.closeOutGaps(testimonies: 0, roles: roles) == [.partners, .summary])
  }

  @Test func `somebody else's event needs no partner and no plan of telling`() {
    var event = Event()
    event.status = .held
    event.involvement = .participated
    event.confidentiality = .open
    #expect(
      event.closeOutGaps(testimonies: 0, roles: roles) == [.attendance, .summary, .heard])
  }

  @Test(arguments: EventStatus.allCases.filter { $0 != .held })
  func `an event that was not held misses nothing`(status: EventStatus) {
    var event = Event()
    event.status = status
    #expect(event.closeOutGaps(testimonies: 0, roles: roles).isEmpty)
  }

  @Test func `an event whose day passed waits to be said held, on the last day it can mean`() {
    var event = Event()
    event.start = KnownDate(stored: "2024-05")
    #expect(!event.waitsForHeld(today: day("2024-05-31")))
    #expect(event.isComing(today: day("2024-05-31")))
    #expect(event.waitsForHeld(today: day("2024-06-01")))
    #expect(!event.isComing(today: day("2024-06-01")))
    event.status = .cancelled
    #expect(!event.waitsForHeld(today: day("2024-06-01")))
  }
}

extension Event {
  fileprivate func closeOutGaps(testimonies: Int, roles: Taxonomy) -> [CloseOutGap] {
    closeOutGaps(testimonies: testimonies, attendances: attendanceFigure(roles: roles))
  }
}
