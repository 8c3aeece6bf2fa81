import Foundation
import HeardInsight
import HeardModel
import HeardStore
import TestKit
import Testing

/// What people declared in the sample, against numbers that were worked out without Heard.
@Suite struct DeclaredSampleTests {
  private let insight: Insight

  init() throws {
    let loaded = try ProgrammeStore(path: Project.sample, device: "test").load()
    insight = Insight(loaded.programme, today: day("2024-12-01"))
  }

  private func figures(_ query: String) -> DeclaredFigures {
    insight.declared(at: insight.figures(Query(query)).total.eventIDs)
  }

  @Test func `in two years and two countries 207 of 759 answers said: I am disabled`() throws {
    let figure = try #require(figures("country:fr,br year:2023,2024")["disabled"])
    #expect((figure.count, figure.answers, figure.events) == (207, 759, 7))
    #expect((figure.onSlips, figure.onLists) == (163, 44))
    // Slips of three events may not have asked; at five there was only a list, on which France
    // keeps no such thing about a person.
    #expect((figure.notKnown, figure.notKnownAnswers, figure.notAsked) == (3, 402, 5))
    #expect(figure.perMille == 273)
  }

  @Test func `no French answer is in the base of what France forbids to ask`() throws {
    let all = try #require(figures("")["ethnicMinorities"])
    #expect((all.count, all.answers) == (1337, 2198))
    let abroad = try #require(figures("-country:fr")["ethnicMinorities"])
    #expect((abroad.count, abroad.answers) == (all.count, all.answers))
    #expect(try #require(figures("country:fr")["ethnicMinorities"]).sign == .forbidden)
  }

  @Test func `every question has the numbers of the table`() throws {
    let table = try String(
      contentsOf: Project.folder.appendingPathComponent("Tests/SampleFigures.txt"),
      encoding: .utf8)
    var expected: [String: Int] = [:]
    for line in table.split(separator: "\n") where line.hasPrefix("declared.") {
      let parts = line.split(separator: " ")
      expected[String(parts[0])] = Int(parts[1])
    }
    var found: [String: Int] = [:]
    for figure in figures("").questions {
      let name = "declared.\(figure.question.stored)"
      found[name] = figure.count
      found["\(name).answers"] = figure.answers
      found["\(name).asked"] = figure.asked
      found["\(name).events"] = figure.events
      found["\(name).forbidden"] = figure.forbidden
      found["\(name).notAsked"] = figure.notAsked
      found["\(name).notKnown"] = figure.notKnown
      found["\(name).notKnownAnswers"] = figure.notKnownAnswers
      found["\(name).onLists"] = figure.onLists
    }
    #expect(found == expected)
  }
}
