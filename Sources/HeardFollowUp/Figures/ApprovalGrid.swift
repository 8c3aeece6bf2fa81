import HeardInsight
import HeardKit
import HeardModel

/// Countries by periods with the state of each: quarters, or years and what has no date.
///
/// A period that has not begun is left out: nothing of it can be said yet.
struct ApprovalGrid: Sendable {
  /// The countries in the order of their names, no country last.
  let countries: [CountryCode?]
  /// The periods from the first to the last, each as that of no country; no date comes last.
  let columns: [ApprovalPeriod]
  /// How many events have no quarter, since their month or their date is not known.
  let eventsWithoutQuarter: Int
  private let cells: [ApprovalPeriod: ApprovalRow]

  /// The periods that an event of a filter leads to, those of this person's countries.
  init(_ query: Query, isByYear: Bool, _ desk: Desk) {
    let rows = desk.insight.periods(desk.settings.countries, filteredBy: query).filter { row in
      (row.period.quarter == nil) == isByYear
        && row.period.firstDay.map { $0 <= desk.today } ?? true
    }
    cells = Dictionary(rows.map { ($0.period, $0) }) { first, _ in first }
    columns = Set(rows.map { $0.period.of(nil) }).sorted {
      ($0.year ?? .max, $0.quarter ?? 0) < ($1.year ?? .max, $1.quarter ?? 0)
    }
    let countries = Set(rows.map(\.period.country))
    let named = countries.compactMap { $0 }.map { (country: $0, name: desk.formats.country($0)) }
    let collation = desk.insight.collation
    self.countries =
      named.sorted { a, b in
        if collation.isBefore(a.name, b.name) { return true }
        return !collation.isBefore(b.name, a.name) && a.country.stored < b.country.stored
      }.map(\.country) + (countries.contains(nil) ? [nil] : [])
    let own = desk.settings.countries
    eventsWithoutQuarter = desk.insight.events(query).count { row in
      row.start?.month == nil && (row.start != nil || row.status == .held)
        && (own.isEmpty || row.country.map(own.contains) ?? true)
    }
  }

  /// All cells in which something stands.
  var rows: [ApprovalRow] { Array(cells.values) }

  /// A country's period as it stands; nil where it has neither an event nor an approval.
  func row(_ country: CountryCode?, _ column: ApprovalPeriod) -> ApprovalRow? {
    cells[column.of(country)]
  }

  /// The newest period that is over: where somebody begins who comes to approve.
  func newestOver(_ today: CalendarDay) -> ApprovalPeriod? {
    columns.last { $0.year != nil && $0.isOver(on: today) } ?? columns.last
  }
}
