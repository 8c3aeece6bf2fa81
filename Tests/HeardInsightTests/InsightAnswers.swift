import HeardInsight
import HeardModel
import TestKit

/// What an insight answers to each question that it can be asked, in a form that can be compared.
struct InsightAnswers {
  private(set) var all: [(question: String, answer: AnyHashable)] = []
  private let insight: Insight
  private let queries: [String]
  /// Filters of which each asks for something else.
  static let queries = [
    "", "lyon", "camille", "casa", "open:closeout", "open:overdue,evidence", "told:due,late",
    "has:testimonies",
    "has:actions", "has:conflicts", "country:fr", "declared:women", "partner:hus", "status:held",
    "event:roda", "person:p-ana", "source:counted", "-lyon",
  ]
  private static let readers = [Reader(), Reader(staff: id("noa"), roles: [.safeguardingLead])]

  /// Asks everything, with some filters.
  init(_ insight: Insight, _ queries: [String] = Self.queries) {
    (self.insight, self.queries) = (insight, queries)
    addLists()
    addFigures()
    addWork()
    addByRecord()
  }

  private mutating func add(_ question: String, _ answer: AnyHashable) {
    all.append((question, answer))
  }

  private mutating func addLists() {
    for text in queries {
      let query = Query(text)
      add("events \(text)", insight.events(query))
      add("actions \(text)", insight.actions(query))
      add("people \(text)", insight.people(query))
      add("organisations \(text)", insight.organisations(query))
      add("facts \(text)", insight.facts(query))
      for reader in Self.readers {
        add("testimonies \(text)", insight.testimonies(query, for: reader))
      }
      add("telling \(text)", insight.telling(query))
      add("periods \(text)", insight.periods(filteredBy: query))
    }
    for order in EventOrder.allCases {
      add("events by \(order)", insight.events(sortedBy: order, descending: false))
    }
    for word in ["lyon", "roda", "noor", "hus", "e-new", "tsm", "listened"] {
      add(
        "find \(word)",
        insight.find([Folded(word)], for: Reader()).map { "\($0.key): \($0.value)" }.sorted())
    }
  }

  private mutating func addFigures() {
    for keys in [[], [.country], [.year, .source], [.about, .status]] as [[FigureKey]] {
      add("figures by \(keys)", insight.figures(by: keys))
    }
    add("headline", insight.headline)
    add(
      "by country",
      Dictionary(uniqueKeysWithValues: insight.attendancesByCountry.map { ($0.country, $0.totals) })
    )
    let ids = insight.programme.events.keys.sorted()
    add("declared", insight.declared(at: ids))
    for id in ids { add("declared at \(id.text)", insight.declared("women", at: id)) }
    add("done", insight.daysToDone())
    add("told", insight.daysToTold())
    add("contested", insight.contested(ids))
    add("published", insight.publishedComparison.map { "\($0)" })
  }

  private mutating func addWork() {
    for role in TeamRole.allCases {
      add("waiting for \(role)", insight.waiting(for: role))
      add("waiting for \(role) in FR", insight.waiting(for: role, countries: [country("FR")]))
      add("waiting for noa as \(role)", insight.waiting(for: role, staff: id("noa")))
    }
    add("events of noa", insight.events(facilitatedBy: id("noa")))
    add("testimonies of noa", insight.testimonies(takenBy: id("noa")))
    let waiting = insight.waiting(for: .coordinator)
    add("history", insight.importedHistory(in: waiting))
    add("conflicts", insight.conflicts())
    add("past time", insight.pastTime())
    add("coming", insight.coming(limit: 3))
    add("held", "\(insight.held)")
  }

  private mutating func addByRecord() {
    for id in insight.programme.events.keys.sorted() {
      add("row of \(id.text)", insight.row(of: id))
      add("close-out of \(id.text)", "\(insight.closeOutLines(of: id))")
      add("told at \(id.text)", insight.testimonies(toldAt: id, for: Reader()))
      add("chain of \(id.text)", insight.chain(of: .event(id)))
      add("actions of \(id.text)", insight.actions(of: .event(id)))
      add("testimonies of \(id.text)", insight.testimonies(of: .event(id)))
      add("trace of \(id.text)", "\(String(describing: insight.trace(id)))")
      add("neighbours of \(id.text)", "\(insight.neighbours(of: id))")
    }
    for id in insight.programme.actions.keys.sorted() {
      add("telling of \(id.text)", insight.tellingRow(.action(id)))
    }
    for id in insight.programme.testimonies.keys.sorted() {
      add(
        "excerpt of \(id.text)", "\(String(describing: insight.excerpt(of: id, Query("listened"))))"
      )
    }
  }
}
