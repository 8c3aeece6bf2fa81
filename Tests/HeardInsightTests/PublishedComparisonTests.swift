import HeardInsight
import HeardModel
import TestKit
import Testing

/// What is logged beside what was published: the same time, the same countries, the same unit.
@Suite struct PublishedComparisonTests {
  private func comparison(
    from: String? = "2023-01", to: String? = "2024", _ change: (inout Programme) -> Void = { _ in }
  ) throws -> PublishedComparison {
    let insight = Sample.insight {
      $0.settings.published.events = 65
      $0.settings.published.participants = 12_000
      $0.settings.published.from = from.flatMap(KnownDate.init(stored:))
      $0.settings.published.to = to.flatMap(KnownDate.init(stored:))
      change(&$0)
    }
    return try #require(insight.publishedComparison)
  }

  @Test func `where nothing was published there is nothing to compare`() {
    #expect(Sample.insight().publishedComparison == nil)
    #expect(
      Sample.insight { $0.settings.published.source = "A report" }.publishedComparison == nil)
  }

  @Test func `what lies in the time and the countries is compared, by how it is known`() throws {
    let all = try comparison()
    #expect(all.logged.held == 3 && all.logged.attendances.total == 736)
    #expect(all.logged.attendances.counted == 84 && all.logged.attendances.reported == 650)
    // The forum is named in a report and nowhere else.
    #expect(all.onlyPublished.held == 1 && all.onlyPublished.notKnown == 1)
    #expect(all.outside.held == 0 && all.uncertain.held == 0)
  }

  @Test func `attendances of other years and countries are no evidence`() throws {
    let year = try comparison(from: "2024") { $0.events[id("e-recife")]?.start = nil }
    #expect(year.logged.held == 1 && year.logged.attendances.total == 84)
    #expect(year.outside.held == 1 && year.outside.attendances.total == 650)
    #expect(year.uncertain.held == 1 && year.uncertain.attendances.listed == 2)
    let land = try comparison {
      $0.settings.countries = ["JP"].compactMap { CountryCode(stored: $0) }
    }
    #expect(land.logged.attendances.total == 650 && land.outside.attendances.total == 86)
    let nowhere = try comparison { $0.events[id("e-lyon")]?.country = nil }
    #expect(nowhere.uncertain.attendances.total == 84)
  }

  @Test(
    arguments: [
      ("2023", "2023-01", "2024", "within"), ("2023", "2023-06", "2024", "uncertain"),
      ("2023", "2024-01", nil, "outside"), ("2023", nil, "2023-06", "uncertain"),
      ("2023", nil, "2022", "outside"), ("2023", nil, nil, "within"),
      ("2024-12-31T23:00", "2023-01", "2024", "within"),
      ("2025-01-01", "2023-01", "2024", "outside"),
    ] as [(String, String?, String?, String)])
  func `a date as exact as known lies within, outside, or perhaps within`(
    start: String, from: String?, to: String?, place: String
  ) throws {
    let found = try comparison(from: from, to: to) {
      $0.events = $0.events.filter { $0.key == id("e-osaka") }
      $0.events[id("e-osaka")]?.start = KnownDate(stored: start)
    }
    let places = [
      ("within", found.logged), ("outside", found.outside), ("uncertain", found.uncertain),
    ].filter { $0.1.held == 1 }.map(\.0)
    #expect(places == [place])
  }

  @Test func `what was published is no evidence for itself, whenever and wherever it was`() throws {
    let found = try comparison {
      $0.events[id("e-lyon")]?.provenance = Provenance(.published, source: "Report")
      $0.events[id("e-osaka")]?.provenance = Provenance(.published, source: "Report")
      $0.events[id("e-osaka")]?.start = KnownDate(year: 2019)
    }
    #expect(found.logged.attendances.total == 2)
    #expect(found.onlyPublished.held == 3 && found.onlyPublished.attendances.total == 734)
  }

  @Test func `an event of which nobody knows whose it was is in neither sum`() throws {
    let found = try comparison { $0.events[id("e-lyon")]?.involvement = nil }
    #expect((found.organised, found.tookPart, found.involvementNotKnown) == (1, 1, 1))
    let known = try comparison { $0.events[id("e-lyon")]?.involvement = .coOrganised }
    #expect((known.organised, known.tookPart, known.involvementNotKnown) == (2, 1, 0))
  }

  @Test func `countries of the programme stand apart from others`() {
    #expect(Sample.insight().headline.otherCountries == 0)
    let insight = Sample.insight { $0.settings.countries.removeAll { $0.stored == "JP" } }
    #expect(insight.headline.countries == 2 && insight.headline.otherCountries == 1)
    let open = Sample.insight { $0.settings.countries = [] }
    #expect(open.headline.countries == 3 && open.headline.otherCountries == 0)
  }
}
