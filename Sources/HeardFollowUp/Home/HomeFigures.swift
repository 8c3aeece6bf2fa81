import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The figures of Home: one quiet line, how sure it is, and the countries with their bars.
struct HomeFigures: Sendable {
  /// One country with its attendances.
  struct Country: Hashable, Sendable {
    let country: CountryCode?
    let attendances: AttendanceTotals
    /// Whether there were events, and nobody knows how many came to any of them.
    let isUnknown: Bool
  }

  private let desk: Desk
  private let words: Words
  private let totals: EventTotals

  /// The countries with their attendances, the most first.
  let countries: [Country]

  init(_ desk: Desk) {
    (self.desk, words, totals) = (desk, desk.words, desk.insight.headline)
    countries = desk.insight.attendancesByCountry
      .map { country, totals in
        Country(
          country: country, attendances: totals.attendances,
          isUnknown: totals.notKnown > 0 && totals.attendances.total == 0)
      }
      .sorted {
        let names = ($0.country?.stored ?? "", $1.country?.stored ?? "")
        return ($0.isUnknown ? -1 : $0.attendances.total, names.1)
          > ($1.isUnknown ? -1 : $1.attendances.total, names.0)
      }
  }

  /// What there is, in four numbers.
  var counts: [String] {
    [
      words("count.eventsHeld", count: totals.events),
      words("count.attendances", count: totals.attendances.total),
      words("count.testimonies", count: totals.testimonies),
      // All of them, as the list of actions has it: some name no event.
      words("count.actions", count: desk.programme.actions.count),
    ]
  }

  /// What has to be known of the four numbers: where, how they are known, and what they leave out.
  func remark(showsSources: Bool) -> String {
    var parts = ["\(words("home.in")) \(countriesOfAll)"]
    if showsSources { parts.append(words.sources(totals)) }
    if totals.notKnown > 0 { parts.append(words("home.notKnown", count: totals.notKnown)) }
    if totals.countedNotHeld > 0 {
      parts.append(
        words(
          "home.notMarkedHeld", count: totals.countedNotHeld,
          ["counted": words.number(totals.attendancesNotHeld)]))
    }
    // The figures, which are about events, lack them.
    let others = desk.programme.actions.count - totals.actions
    if others > 0 { parts.append(words("home.actionsElsewhere", count: others)) }
    let glyphs: Glyphs = desk.settings.usesASCII ? .ascii : .unicode
    return parts.filter { !$0.isEmpty }.joined(separator: " \(glyphs.separator) ")
  }

  /// The countries of the programme, and apart from them those of others.
  private var countriesOfAll: String {
    if totals.otherCountries == 0 { return words("count.countries", count: totals.countries) }
    let own = words("home.ownCountries", count: totals.countries)
    return words("home.otherCountries", count: totals.otherCountries, ["own": own])
  }

  /// How much of all attendances is known in which way.
  var bar: String {
    SureBar.text(
      totals.attendances, of: totals.attendances.total,
      columns: min(Self.mostColumns, desk.size.columns - 4), isASCII: desk.settings.usesASCII)
  }

  var legend: String { SureBar.legend(totals.attendances, desk) }

  private static let mostColumns = 60
  private static let leastColumns = 10
  private static let numberColumns = 8

  /// A country: its name, the number, and right beside it the bar.
  func row(_ country: CountryCode?, room: Int) -> TableRow {
    let all = countries
    guard let own = all.first(where: { $0.country == country }) else { return .note("") }
    let names = all.map { TextWidth.columns(of: desk.formats.country($0.country)) }
    let name = min(names.max() ?? 0, desk.isCompact ? 12 : 20)
    let bar = max(0, room - name - Self.numberColumns - 4)
    let columns = [
      Column("", width: .fixed(name)),
      Column("", width: .fixed(Self.numberColumns), alignment: .trailing),
      Column("", width: .fill(minimum: Self.leastColumns, weight: 1), priority: 1),
    ]
    let number = own.isUnknown ? "?" : words.number(own.attendances.total)
    let label = desk.formats.country(country)
    let cells = [
      StyledText(label), StyledText(number),
      StyledText(
        SureBar.text(
          own.attendances, of: all.first?.attendances.total ?? 0,
          columns: min(Self.mostColumns, bar), isASCII: desk.settings.usesASCII), .chart),
    ]
    let sources = FigureSource.allCases.filter { own.attendances[$0] > 0 }.map { source in
      words("home.source.\(source.stored)", ["n": words.number(own.attendances[source])])
    }
    let spoken = own.isUnknown ? words("source.notKnown") : words.list([number] + sources)
    return TableRow(
      [
        Table.line(
          cells, in: columns, within: room, glyphs: desk.settings.usesASCII ? .ascii : .unicode)
      ], kind: .wide, spoken: [0: words.labelled(label, spoken)])
  }
}
