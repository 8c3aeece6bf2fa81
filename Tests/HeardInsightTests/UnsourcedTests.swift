import HeardInsight
import HeardModel
import TestKit
import Testing

/// What nobody knows of a number or an event keeps its place in every figure, and takes no other's.
@Suite struct UnsourcedTests {
  @Test(arguments: [nil, AttendanceSource.notKnown])
  func `a tally of unknown source keeps its number in every figure`(source: AttendanceSource?) {
    let insight = Sample.insight { $0.events[id("e-osaka")]?.attendance.source = source }
    let total = insight.figures().total
    #expect(total.attendances.total == 736 && total.notKnown == 1)
    #expect(total.known(.unsourced) == 650 && total.known(.reported) == nil)
    let rows = insight.figures(by: [.source]).rows
    #expect(
      rows.map(\.keys) == [
        [.source(.counted)], [.source(.listed)], [.source(.unsourced)], [.source(.notKnown)],
      ])
    #expect(rows.map(\.attendances.total) == [84, 2, 650, 0])
    #expect(insight.headline.attendances.unsourced == 650)
    func found(_ text: String) -> [String] { insight.events(Query(text)).map(\.id.text) }
    #expect(found("source:unsourced") == ["e-osaka"])
    #expect(found("source:notKnown status:held") == ["e-unknown"])
  }

  @Test func `an approval keeps the number, and one of before that does not tell of it adds up`()
    throws
  {
    let insight = Sample.insight { $0.events[id("e-lyon")]?.attendance.source = nil }
    let quarter = try #require(ApprovalPeriod(stored: "FR-2024-Q2"))
    let figures = insight.approvedFigures(of: quarter)
    #expect(figures.unsourced == 84 && figures.counted == 0 && figures.attendances == 84)
    let counted = Sample.insight().approvedFigures(of: quarter)
    #expect(counted.unsourced == nil && counted.attendances == 84)
  }

  @Test func `type, format and whose event it was have a row of their own where nobody knows`() {
    let insight = Sample.insight { programme in
      programme.events[id("e-lyon")]?.type = nil
      programme.events[id("e-lyon")]?.format = nil
      programme.events[id("e-lyon")]?.involvement = nil
    }
    for key in [FigureKey.type, .format, .involvement] {
      let rows = insight.figures(by: [key]).rows
      #expect(rows.last?.keys == [.unknown], "\(key)")
      #expect(rows.last?.eventIDs == [id("e-lyon")], "\(key)")
      #expect(rows.reduce(0) { $0 + $1.attendances.total } == 736, "\(key)")
    }
    #expect(
      insight.events(Query("-involvement:organised,coOrganised,participated status:held"))
        .map(\.id.text) == ["e-lyon"])
    for key in ["involvement", "format"] {
      let found = insight.events(Query("\(key):notKnown status:held")).map(\.id.text)
      #expect(found == ["e-lyon"], "\(key)")
    }
  }

  @Test func `whatever is known of attendances, list, figures, approvals and Home agree`() throws {
    var random = RandomSource.printed("attendances")
    for round in 0..<60 {
      var wanted = 0
      let insight = Sample.insight { programme in
        for id in programme.events.keys.sorted() {
          guard var event = programme.events[id] else { continue }
          event.attendance = Self.attendance(&random)
          event.status = random.chance(80) ? .held : random.pick(EventStatus.allCases)
          if random.chance(30) { event.involvement = nil }
          if random.chance(30) { event.format = nil }
          programme.events[id] = event
          wanted += Self.reckoned(event)
        }
      }
      let figures = insight.figures()
      #expect(insight.events().compactMap(\.figure.count).reduce(0, +) == wanted, "\(round)")
      #expect(insight.totals(of: insight.events()).attendances.total == wanted, "\(round)")
      #expect(insight.headline.attendances.total == wanted, "\(round)")
      #expect(figures.total.attendances.total == wanted, "\(round)")
      let bySource = FigureSource.allCases.map { figures.total.attendances[$0] }
      #expect(bySource.reduce(0, +) == wanted, "\(round)")
      let byCountry = insight.attendancesByCountry.map(\.totals.attendances.total)
      #expect(byCountry.reduce(0, +) == wanted, "\(round)")
      for key in [FigureKey.country, .year, .type, .format, .involvement, .series, .source] {
        let rows = insight.figures(by: [key]).rows
        #expect(rows.reduce(0) { $0 + $1.attendances.total } == wanted, "\(key) \(round)")
      }
      // Of the periods to which an event counts the last one is the widest: its year, or no date.
      let periods = Set(insight.programme.events.values.compactMap(\.periods.last))
      let approved = try periods.map { try #require(insight.approvedFigures(of: $0).attendances) }
      #expect(approved.reduce(0, +) == wanted, "approvals \(round)")
    }
  }

  /// Attendances as any program could have written them.
  private static func attendance(_ random: inout RandomSource) -> Attendance {
    let sources: [AttendanceSource?] = [nil] + AttendanceSource.allCases
    var attendance = Attendance()
    attendance.source = random.pick(sources)
    if random.chance(50) { attendance.total = random.below(500) }
    if random.chance(40) { attendance.inPerson = random.below(300) }
    if random.chance(30) { attendance.online = random.below(300) }
    return attendance
  }

  /// The rule a second time: the total, else both ways, else who is listed and counts.
  private static func reckoned(_ event: Event) -> Int {
    guard event.status == .held else { return 0 }
    if let total = event.attendance.total { return total }
    if event.attendance.inPerson != nil || event.attendance.online != nil {
      return (event.attendance.inPerson ?? 0) + (event.attendance.online ?? 0)
    }
    return event.participations.filter {
      $0.status == .attended && $0.roles != ["organiser"]
    }.count
  }
}
