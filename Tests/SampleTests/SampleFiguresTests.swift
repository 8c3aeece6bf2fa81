import Foundation
import HeardInsight
import HeardModel
import HeardStore
import TestKit
import Testing

/// The sample programme against a table of figures that was worked out without Heard.
@Suite struct SampleFiguresTests {
  private let expected: [String: Int]
  private let loaded: LoadedProgramme
  private let december = CalendarDay(stored: "2024-12-01") ?? CalendarDay(dayNumber: 0)
  private let later = CalendarDay(stored: "2026-11-22") ?? CalendarDay(dayNumber: 0)

  init() throws {
    let table = try String(
      contentsOf: Project.folder.appendingPathComponent("Tests/SampleFigures.txt"),
      encoding: .utf8)
    var figures: [String: Int] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      if parts.count == 2 { figures[String(parts[0])] = Int(parts[1]) }
    }
    expected = figures
    loaded = try ProgrammeStore(path: Project.sample, device: "test").load()
  }

  private var programme: Programme { loaded.programme }
  private var insight: Insight { Insight(programme, today: december) }

  @Test func `every file of the sample can be read`() {
    #expect(loaded.unreadable == [])
  }

  @Test func `events and attendances are those of the table, in all and by source`() {
    let headline = insight.headline
    #expect(programme.events.count == expected["events"])
    #expect(headline.events == expected["events.held"])
    #expect(headline.attendances.total == expected["attendances"])
    for source in FigureSource.allCases where source != .notKnown {
      // The sample has no tally without its source.
      #expect(headline.attendances[source] == expected["attendances.\(source.stored)"] ?? 0)
    }
  }

  @Test func `what held events lack before they are closed out is that of the table`() {
    let held = insight.events().filter { $0.status == .held }
    var gaps: [String: Int] = [:]
    for gap in held.flatMap(\.gaps) { gaps["events.gap.\(gap.rawValue)", default: 0] += 1 }
    #expect(gaps == expected.filter { $0.key.hasPrefix("events.gap.") })
    #expect(held.count(where: \.isClosedOut) == expected["events.closedOut"])
  }

  @Test func `events and attendances by country and year are those of the table`() {
    let figures = insight.figures(by: [.country, .year])
    var events: [String: Int] = [:]
    var attendances: [String: Int] = [:]
    for row in figures.rows {
      events["events.held.\(key(row))"] = row.events
      if row.attendances.total > 0 {
        attendances["attendances.\(key(row))"] = row.attendances.total
      }
    }
    #expect(
      events == expected.filter { $0.key.wholeMatch(of: /events\.held\.[A-Z-]+\.[0-9-]+/) != nil })
    #expect(
      attendances
        == expected.filter { $0.key.wholeMatch(of: /attendances\.[A-Z-]+\.[0-9-]+/) != nil })
  }

  @Test func `type, format and whose event it was are those of the table, not known by itself`() {
    let keys: [String: FigureKey] = [
      "type": .type, "format": .format, "involvement": .involvement,
    ]
    for (name, key) in keys {
      var events: [String: Int] = [:]
      for row in insight.figures(by: [key]).rows {
        events["events.held.\(name).\(firstKeyText(row))"] = row.events
      }
      #expect(events == expected.filter { $0.key.hasPrefix("events.held.\(name).") })
    }
  }

  @Test func `who is told too late is that of the table, on both of its days`() {
    for today in [december, later] {
      let events = Insight(programme, today: today).events().count { row in
        if case .late = row.told { return true }
        return false
      }
      #expect(events == expected["events.feedbackLate@\(today.stored)"])
    }
  }

  @Test func `people are counted once over all events`() {
    #expect(insight.figures().total.people == expected["people"])
    for row in insight.figures(by: [.country]).rows where row.people > 0 {
      #expect(row.people == expected["people.\(countryText(row))"])
    }
  }

  @Test func `testimonies and actions are those of the table`() {
    #expect(programme.testimonies.count == expected["testimonies"])
    #expect(programme.actions.count == expected["actions"])
    #expect(insight.figures().total.actions == expected["actions.ofEvents"])
    for status in ActionStatus.allCases {
      let count = programme.actions.values.count { $0.status == status }
      #expect(count == expected["actions.status.\(status.stored)"])
    }
    for today in [december, later] {
      let overdue = programme.actions.values.count { $0.daysOverdue(today: today) != nil }
      #expect(overdue == expected["actions.overdue@\(today.stored)"])
    }
  }

  @Test func `what speakers agreed to is that of the table, on both of its days`() {
    for purpose in [ConsentPurpose.record, .learn, .publish] {
      for today in [december, later] {
        for state in ConsentState.allCases {
          let count = programme.testimonies.values.count {
            $0.consent.state(of: purpose, on: today) == state
          }
          let name = "testimonies.\(purpose.stored).\(state.stored)@\(today.stored)"
          #expect(count == expected[name] ?? 0, "\(name)")
        }
      }
    }
  }

  @Test func `the sample is as large and as varied as a programme of its years`() {
    #expect(programme.events.count >= 67)
    #expect(insight.headline.attendances.total > 12_000)
    #expect(programme.testimonies.count >= 200)
    #expect(programme.actions.count >= 50)
    #expect(Set(programme.events.values.compactMap(\.format)) == Set(EventFormat.allCases))
    #expect(Set(programme.events.values.compactMap(\.involvement)) == Set(Involvement.allCases))
    #expect(Set(programme.events.values.map(\.status)) == Set(EventStatus.allCases))
    #expect(
      Set(programme.events.values.compactMap(\.type)) == Set(Taxonomy.builtIn(.eventType).offered))
    #expect(Set(programme.actions.values.map(\.status)) == Set(ActionStatus.allCases))
    let countries = Set(programme.events.values.compactMap(\.country))
    #expect(countries.isSuperset(of: CountryCode.programmeCountries))
    #expect(countries.count > CountryCode.programmeCountries.count)
  }

  @Test func `no action is older than what it answers, nobody spoke where nothing was held`() {
    for action in programme.actions.values {
      for id in action.testimonies {
        guard let testimony = programme.testimonies[id], let proposed = action.proposedOn,
          let taken = testimony.takenAt
        else { continue }
        #expect(proposed.lastDay >= taken.day.adding(days: -1), "\(action.id.text)")
      }
    }
    for testimony in programme.testimonies.values {
      #expect(programme.events[testimony.event]?.status == .held, "\(testimony.id.text)")
    }
  }

  @Test func `every record of the sample says whether it was published or invented`() {
    for event in programme.events.values { #expect(event.provenance.kind != .recorded) }
    for testimony in programme.testimonies.values {
      #expect(testimony.provenance.kind == .synthetic)
    }
    for action in programme.actions.values { #expect(action.provenance.kind != .recorded) }
  }

  private func key(_ row: FigureRow) -> String {
    var year = "-"
    for case .year(let number) in row.keys { year = String(number) }
    return "\(countryText(row)).\(year)"
  }

  private func firstKeyText(_ row: FigureRow) -> String {
    switch row.keys.first {
    case .code(let code, _): code.stored
    case .format(let format): format.stored
    case .involvement(let involvement): involvement.stored
    default: "-"
    }
  }

  private func countryText(_ row: FigureRow) -> String {
    for case .country(let country) in row.keys { return country.stored }
    return "-"
  }
}
