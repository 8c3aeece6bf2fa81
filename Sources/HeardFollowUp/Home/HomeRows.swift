import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Chooses what Home shows and in which order, so that the first screenful holds what matters.
struct HomeRows {
  private(set) var rows: [HomeScreen.Row] = []
  private let desk: Desk
  private let groups: [HomeGroup]
  private let figures: HomeFigures
  /// The group that stays open until it is folded.
  private let unfolded: HomeGroup.ID?
  /// The group that shows as much as the free lines hold.
  private let looked: HomeGroup.ID?

  private static let mostLines = 10
  private static let mostEvents = 5
  private static let leastEvents = 2
  private static let mostCountriesFirst = 5
  /// From so many rows on everybody sees how sure the numbers are.
  private static let tall = 34

  init(
    _ desk: Desk, _ groups: [HomeGroup], unfolded: HomeGroup.ID?, looked: HomeGroup.ID?
  ) {
    (self.desk, self.groups, self.unfolded, self.looked) = (desk, groups, unfolded, looked)
    figures = HomeFigures(desk)
    // What stands below what waits and is to be seen with it, and what may scroll.
    var below = HomeRows(desk, figures)
    var scrolled = HomeRows(desk, figures)
    switch desk.settings.role {
    case .coordinator:
      below.addComing(most: coming())
      below.addFigures()
      scrolled.addCountries(most: nil)
    case .facilitator:
      below.addOwn()
      below.addFigures()
    case .manager:
      below.addFigures()
      below.addCountries(most: Self.mostCountriesFirst)
      scrolled.addPublished()
      scrolled.addComing(most: Self.mostEvents)
    case .safeguardingLead, .supportContact:
      below.addComing(most: coming())
      below.addFigures()
    }
    addWaiting(room: Self.height(desk) - below.rows.count - (scrolled.rows.isEmpty ? 0 : 1))
    rows = numbered(rows + below.rows + scrolled.rows)
  }

  private init(_ desk: Desk, _ figures: HomeFigures) {
    (self.desk, groups, unfolded, looked) = (desk, [], nil, nil)
    self.figures = figures
  }

  /// The rows between the title and the news.
  private static func height(_ desk: Desk) -> Int { max(0, desk.size.rows - 3) }

  /// What waits; `room` is for all of it together.
  private mutating func addWaiting(room: Int) {
    rows.append(.waitingHeading)
    if groups.isEmpty { rows.append(.note("home.nothingWaits")) }
    let free = min(Self.mostLines, room - 1 - groups.count)
    for group in groups {
      rows.append(.group(group.id))
      if unfolded == group.id {
        rows += group.lines
      } else if unfolded == nil && looked == group.id {
        addLook(at: group, free)
      }
    }
  }

  /// As many lines of a group as there is room for; they are seen, and reached by unfolding.
  private mutating func addLook(at group: HomeGroup, _ free: Int) {
    if group.lines.count <= free {
      rows += group.lines.map(HomeScreen.Row.look)
    } else if free > 1 {
      rows += group.lines.prefix(free - 1).map(HomeScreen.Row.look)
      rows.append(.lookMore(group.lines.count - free + 1))
    }
  }

  /// How many events to come are shown: they give way to what waits.
  private func coming() -> Int {
    let others = 2 + max(1, groups.count) + 2 + 4
    return max(Self.leastEvents, min(Self.mostEvents, Self.height(desk) - others - 4))
  }

  private mutating func addComing(most: Int) {
    rows += [.blank(0), .comingHeading]
    let coming = desk.insight.coming(limit: most)
    rows += coming.isEmpty ? [.note("home.nothingComes")] : coming.map { .event($0.id) }
  }

  private mutating func addFigures() {
    rows.append(.blank(0))
    if desk.programme.events.isEmpty { return addText(desk.words("home.noEvents")) }
    rows.append(.figures)
    let isManager = desk.settings.role == .manager
    let showsBar = !desk.isCompact && (isManager || desk.size.rows >= Self.tall)
    if showsBar, desk.insight.headline.attendances.total > 0 { rows += [.sureBar, .sureLegend] }
    addText(figures.remark(showsSources: !showsBar))
  }

  /// A list has rows of one line; read aloud it is one paragraph.
  private mutating func addText(_ text: String) {
    let lines = Prose(text).lines(columns: max(1, desk.size.columns - 4))
    rows += lines.enumerated().map { .text($1.text, spoken: $0 == 0 ? text : "") }
  }

  /// What was published beside what is logged, for who answers for the figures.
  private mutating func addPublished() {
    guard !desk.isCompact, !desk.programme.events.isEmpty,
      let comparison = desk.insight.publishedComparison
    else { return }
    rows.append(.blank(0))
    addText(desk.words.inARow(desk.words.published(comparison)))
  }

  /// A facilitator's own events, those to come first, and the testimonies they took.
  private mutating func addOwn() {
    guard let staff = desk.settings.staff else {
      rows += [.blank(0), .whoAreYou]
      return addComing(most: Self.mostEvents)
    }
    heading("home.yourEvents")
    let own = desk.insight.events(facilitatedBy: staff).map(\.id)
    let ahead = own.reversed().filter {
      desk.programme.events[$0]?.isComing(today: desk.today) ?? false
    }
    let past = own.filter { !ahead.contains($0) }
    let shown = (ahead + past).prefix(Self.mostEvents)
    rows += shown.isEmpty ? [.note("home.noOwnEvents")] : shown.map { .event($0) }
    heading("home.yourTestimonies")
    let taken = desk.insight.testimonies(takenBy: staff).prefix(Self.mostEvents)
    rows += taken.isEmpty ? [.note("home.noOwnTestimonies")] : taken.map { .testimony($0.id) }
  }

  private mutating func addCountries(most: Int?) {
    let countries = figures.countries.map(\.country)
    if countries.isEmpty { return }
    heading("home.byCountry")
    rows += countries.prefix(most ?? countries.count).map { .country($0) }
    if most != nil { rows.append(.allFigures) }
  }

  private mutating func heading(_ key: String) { rows += [.blank(0), .heading(key)] }

  /// Blank rows are told apart by their place.
  private func numbered(_ rows: [HomeScreen.Row]) -> [HomeScreen.Row] {
    rows.enumerated().map { place, row in
      if case .blank = row { .blank(place) } else { row }
    }
  }
}
