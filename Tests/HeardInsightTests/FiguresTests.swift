import HeardInsight
import HeardModel
import TestKit
import Testing

@Suite struct FiguresTests {
  private let insight = Sample.insight()

  private func numbers(_ row: FigureRow?) -> [Int] {
    guard let row else { return [] }
    return [
      row.events, row.attendances.total, row.notKnown, row.people, row.testimonies, row.actions,
    ]
  }

  @Test func `without a key there is a total of the held events and no row`() {
    let figures = insight.figures()
    #expect(figures.rows.isEmpty && !figures.isOverlapping)
    #expect(numbers(figures.total) == [4, 736, 1, 2, 3, 2])
  }

  @Test func `by country each event stands once, and unknown comes last`() {
    let figures = insight.figures(by: [.country])
    #expect(
      figures.rows.map(\.keys) == [
        [.country(country("BR"))], [.country(country("FR"))], [.country(country("JP"))],
        [.unknown],
      ])
    #expect(
      figures.rows.map(numbers) == [
        [1, 2, 0, 2, 1, 1], [1, 84, 0, 0, 2, 2], [1, 650, 0, 1, 0, 0], [1, 0, 1, 0, 0, 0],
      ])
    #expect(!figures.isOverlapping)
    #expect(numbers(figures.total) == [4, 736, 1, 2, 3, 2])
    #expect(figures.rows[1].eventIDs == [id("e-lyon")])
  }

  @Test func `people and actions behind several rows count once in the total`() {
    let figures = insight.figures(by: [.country])
    #expect(figures.rows.reduce(0) { $0 + $1.people } == 3)
    #expect(figures.total.people == 2)
    #expect(figures.rows.reduce(0) { $0 + $1.actions } == 3)
    #expect(figures.total.actions == 2)
  }

  @Test func `by community rows overlap and say so, and the total is not their sum`() {
    let figures = insight.figures(by: [.about])
    #expect(
      figures.rows.map(\.keys) == [
        [.code("disabled", .community)], [.code("ethnicMinorities", .community)],
        [.code("women", .community)], [.unknown],
      ])
    #expect(figures.rows.map(\.events) == [1, 1, 1, 2])
    #expect(figures.isOverlapping)
    #expect(figures.total.events == 4 && figures.total.attendances.total == 736)
    #expect(!insight.figures(by: [.about], Query("country:fr")).isOverlapping)
  }

  @Test func `of the held events those are named of which two numbers were typed at once`() {
    let insight = Sample.insight { programme in
      for event: EventID in [id("e-lyon"), id("e-berlin")] {
        var other = programme.events[event]?.attendance ?? Attendance()
        other.type(90, as: .total)
        programme.events[event]?.attendance.type(80, as: .total)
        programme.events[event]?.attendance.typed += other.typed
      }
    }
    #expect(insight.contested([id("e-berlin"), id("e-lyon"), id("e-osaka")]) == [id("e-lyon")])
  }

  @Test func `several keys split together`() {
    let figures = insight.figures(by: [.year, .format, .involvement])
    #expect(
      figures.rows.map(\.keys) == [
        [.year(2023), .format(.hybrid), .involvement(.participated)],
        [.year(2024), .format(.inPerson), .involvement(.organised)],
        [.unknown, .format(.inPerson), .involvement(.coOrganised)],
      ])
    #expect(figures.rows.map(\.events) == [1, 2, 1])
    #expect(insight.figures(by: [.year, .format, .type, .country]).keys.count == 3)
  }

  @Test func `only by status do events count that were not held`() {
    let figures = insight.figures(by: [.status])
    #expect(
      figures.rows.map(\.keys) == [
        [.status(.planned)], [.status(.confirmed)], [.status(.held)], [.status(.cancelled)],
      ])
    #expect(figures.rows.map(\.events) == [1, 1, 4, 1])
    #expect(figures.total.events == 7 && figures.total.notKnown == 1)
    #expect(figures.total.attendances.total == 736)
  }

  @Test func `by source the ways of knowing stand apart`() {
    let figures = insight.figures(by: [.source])
    #expect(
      figures.rows.map(\.keys) == [
        [.source(.counted)], [.source(.listed)], [.source(.reported)], [.source(.notKnown)],
      ])
    #expect(figures.rows.map(\.attendances.total) == [84, 2, 650, 0])
  }

  @Test func `by language and series an event stands under each of its values`() {
    #expect(
      insight.figures(by: [.language]).rows.map(\.keys) == [
        [.language(language("fr"))], [.language(language("fsl"))], [.language(language("pt-BR"))],
        [.unknown],
      ])
    #expect(
      insight.figures(by: [.series]).rows.map(\.keys) == [[.series("Allyship")], [.unknown]])
  }

  @Test func `a filter narrows what is counted`() {
    #expect(numbers(insight.figures(Query("country:br")).total) == [1, 2, 0, 2, 1, 1])
    #expect(numbers(insight.figures(Query("theme:CARE")).total) == [0, 0, 0, 0, 0, 0])
  }

  @Test func `every row opens to the events that make it`() {
    for keys in FigureKey.allCases.filter({ $0 != .declared }).map({ [$0] }) + [
      [.country, .about], [.topic, .language],
    ] {
      let figures = insight.figures(by: keys)
      for row in figures.rows {
        #expect(row.eventIDs.count == row.events)
        #expect(Set(row.eventIDs).isSubset(of: figures.total.eventIDs))
      }
      #expect(Set(figures.rows.flatMap(\.eventIDs)) == Set(figures.total.eventIDs))
    }
  }
}
