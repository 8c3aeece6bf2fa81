import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Chooses what Home shows and in which order, so that the first screenful holds what matters.
struct HomeRows {
  private(set) var rows: [HomeScreen.Row] = []
  private let desk: Desk

  private static let mostWaiting = 7
  private static let leastWaiting = 3
  private static let mostDrafts = 3
  private static let mostEvents = 5
  private static let leastEvents = 3
  private static let mostCountriesFirst = 5

  init(_ desk: Desk) {
    self.desk = desk
    addUnfinished()
    switch desk.settings.role {
    case .coordinator:
      addFigures()
      addWaiting()
      addComing()
      addCountries(most: nil)
    case .facilitator:
      addWaiting()
      addOwn()
      addFigures()
    case .manager:
      addFigures()
      addCountries(most: Self.mostCountriesFirst)
      addWaiting()
      addComing()
    case .safeguardingLead, .supportContact:
      addWaiting()
      addComing()
      addFigures()
    }
  }

  /// What somebody began, and what could not be read; each takes a row from what waits.
  private mutating func addUnfinished() {
    // Somebody may need help at once; nothing of it stands here.
    if desk.openDisclosures > 0 { rows.append(.disclosures) }
    if !desk.drafts.isEmpty {
      rows.append(.heading("home.drafts"))
      rows += desk.drafts.prefix(Self.mostDrafts).map { .draft($0.id) }
      let more = desk.drafts.count - Self.mostDrafts
      if more > 0 { rows.append(.moreDrafts(more)) }
    }
    if !desk.left.isEmpty {
      rows.append(.heading("home.leftChanges"))
      rows += desk.left.map { .left($0.id) }
    }
    if !desk.unreadable.isEmpty { rows.append(.unreadable) }
    if !desk.insight.conflicts().isEmpty { rows.append(.conflicts) }
    if !desk.copies.isEmpty { rows.append(.copies) }
    let pastTime = desk.pastTimeToTell
    if pastTime > 0 { rows.append(.pastTime(pastTime)) }
  }

  private mutating func addFigures() {
    addBlank()
    if desk.programme.events.isEmpty { return rows.append(.note("home.noEvents")) }
    for figure in HomeScreen.Figure.allCases {
      rows.append(.figure(figure))
      if figure == .attendances && HomeCells(desk).sourcesStandApart { rows.append(.sources) }
    }
    if desk.settings.role == .manager && !desk.isCompact { addPublished() }
  }

  /// What was published beside what is logged, for who answers for the figures.
  private mutating func addPublished() {
    guard let comparison = desk.insight.publishedComparison else { return }
    let text = desk.words.inARow(desk.words.published(comparison))
    // A list has rows of one line; read aloud it is one paragraph.
    let lines = Prose(text).lines(columns: desk.size.columns - 4)
    rows += lines.enumerated().map { .published($1.text, spoken: $0 == 0 ? text : "") }
  }

  private mutating func addWaiting() {
    let waiting = desk.waiting
    let limit = max(Self.leastWaiting, Self.mostWaiting - min(rows.count, unfinishedCount))
    heading("home.waiting")
    if waiting.isEmpty { return rows.append(.note("home.nothingWaits")) }
    rows += waiting.prefix(limit).map(HomeScreen.Row.waiting)
    if waiting.count > limit { rows.append(.allWaiting(more: waiting.count - limit)) }
    let imported = desk.insight.importedHistory(in: waiting).count
    if imported > 1 { rows.append(.importedHistory(imported)) }
  }

  private mutating func addComing() {
    heading("home.coming")
    let coming = desk.insight.coming(limit: room)
    rows += coming.isEmpty ? [.note("home.nothingComes")] : coming.map { .event($0.id) }
  }

  /// A facilitator's own events, those to come first, and the testimonies they took.
  private mutating func addOwn() {
    guard let staff = desk.settings.staff else {
      addBlank()
      rows.append(.whoAreYou)
      return addComing()
    }
    heading("home.yourEvents")
    let own = desk.insight.events().map(\.id).filter {
      desk.programme.events[$0]?.facilitators.contains(staff) ?? false
    }
    let ahead = own.reversed().filter {
      desk.programme.events[$0]?.isComing(today: desk.today) ?? false
    }
    let past = own.filter { !ahead.contains($0) }
    let shown = (ahead + past).prefix(Self.mostEvents)
    rows += shown.isEmpty ? [.note("home.noOwnEvents")] : shown.map { .event($0) }
    heading("home.yourTestimonies")
    let taken = desk.insight.testimonies().filter {
      desk.programme.testimonies[$0.id]?.takenBy == staff
    }.prefix(Self.mostEvents)
    rows += taken.isEmpty ? [.note("home.noOwnTestimonies")] : taken.map { .testimony($0.id) }
  }

  private mutating func addCountries(most: Int?) {
    let countries = HomeCells(desk).bars.map(\.country)
    if countries.isEmpty { return }
    heading("home.byCountry")
    rows += countries.prefix(most ?? countries.count).map { .country($0) }
    if most != nil { rows.append(.allFigures) }
  }

  private var unfinishedCount: Int {
    rows.count { row in
      switch row {
      case .draft, .moreDrafts, .left, .unreadable, .conflicts, .copies, .disclosures, .pastTime:
        true
      case .heading("home.drafts"), .heading("home.leftChanges"): true
      default: false
      }
    }
  }

  /// How many events to come still fit, beside their heading and the table's own last line.
  private var room: Int {
    let left = desk.size.rows - 3 - rows.count - 1
    return max(Self.leastEvents, min(Self.mostEvents, left))
  }

  private mutating func heading(_ key: String) {
    addBlank()
    rows.append(.heading(key))
  }

  private mutating func addBlank() {
    if !rows.isEmpty { rows.append(.blank(rows.count)) }
  }
}
