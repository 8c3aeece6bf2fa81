import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// Rows of Home as cells.
struct HomeCells: Sendable {
  /// One country with its attendances.
  struct Bar: Hashable, Sendable {
    let country: CountryCode?
    /// Nil where there were events and nobody knows how many came.
    let attendances: Int?
  }

  private let desk: Desk
  /// The countries with their attendances, the most first.
  let bars: [Bar]

  private static let lastColumns = 18

  /// The columns of Home and of the list of what waits.
  static let columns = [
    Column("", width: .fixed(11)), Column("", width: .fill(minimum: 15, weight: 1)),
    Column("", width: .fixed(lastColumns), alignment: .trailing, priority: 1),
  ]

  init(_ desk: Desk) {
    self.desk = desk
    bars = desk.insight.attendancesByCountry
      .map { country, totals in
        let isUnknown = totals.notKnown > 0 && totals.attendances.total == 0
        return Bar(country: country, attendances: isUnknown ? nil : totals.attendances.total)
      }
      .sorted {
        let names = ($0.country?.stored ?? "", $1.country?.stored ?? "")
        return ($0.attendances ?? -1, names.1) > ($1.attendances ?? -1, names.0)
      }
  }

  func row(_ row: HomeScreen.Row) -> TableRow {
    let words = desk.words
    switch row {
    case .blank: return .note("")
    case .heading(let key): return .heading(StyledText(words(key), .title))
    case .note(let key): return .note(StyledText(words(key), .faint))
    case .sources: return .note(StyledText("  \(sources)", .faint))
    case .published(let text, let spoken):
      return TableRow([StyledText(text, .faint)], kind: .note, spoken: [0: spoken])
    case .figure(let figure): return TableRow([self.figure(figure)], kind: .wide)
    case .unreadable:
      let text =
        StyledText("\(words("home.unreadable"))  ", .bad)
        + StyledText(words("home.unreadableFiles", count: desk.unreadable.count), .strong)
      return TableRow([text], kind: .wide)
    case .conflicts:
      let text =
        StyledText("\(words("home.conflicts"))  ", .bad)
        + StyledText(
          words("home.conflictFields", count: desk.insight.conflicts().count), .strong)
      return TableRow([text], kind: .wide)
    case .copies:
      let text =
        StyledText("\(words("home.copies"))  ", .warning)
        + StyledText(words("home.copyFiles", count: desk.copies.count), .strong)
      return TableRow([text], kind: .wide)
    case .disclosures:
      let text =
        StyledText("\(words("home.disclosures"))  ", .bad)
        + StyledText(words("home.notHandedOver", count: desk.openDisclosures), .strong)
      return TableRow([text], kind: .wide)
    case .pastTime(let count):
      let text =
        StyledText("\(words("home.pastTime"))  ", .warning)
        + StyledText(words("home.pastTimeThings", count: count), .strong)
      return TableRow([text], kind: .wide)
    case .draft(let id): return Self.draft(id, desk)
    case .left(let id): return Self.left(id, desk)
    case .moreDrafts(let more): return Self.more(words("home.moreDrafts", count: more))
    case .waiting(let item): return Self.waiting(item, desk)
    case .allWaiting(let more): return Self.more(words("home.moreWaiting", count: more))
    case .importedHistory(let count):
      let text = StyledText(words("home.importedHistory", count: count), .accent)
      return TableRow([text], kind: .wide)
    case .allFigures: return Self.more(words("home.allFigures"))
    case .whoAreYou:
      return TableRow([
        StyledText(words("home.settings"), .accent), StyledText(words("home.whoAreYou")),
      ])
    case .event(let id): return event(id)
    case .testimony(let id): return testimony(id)
    case .country(let country): return self.country(country)
    }
  }

  private static func more(_ text: String) -> TableRow {
    TableRow([StyledText(""), StyledText(text, .accent)])
  }
}

// The headline.
extension HomeCells {
  /// Whether the sources of attendances need a line of their own.
  var sourcesStandApart: Bool {
    let line = attendances + StyledText(desk.words.labelled("", sources))
    return TextWidth.columns(of: line, upTo: desk.size.columns) > desk.size.columns - 2
  }

  private func figure(_ figure: HomeScreen.Figure) -> StyledText {
    let words = desk.words
    let line = desk.insight.headline
    switch figure {
    case .events:
      return StyledText(words("count.eventsHeld", count: line.events), .strong)
        + StyledText(" \(words("home.in")) \(countries(line))", .faint)
    case .attendances:
      return sourcesStandApart || sources.isEmpty
        ? attendances : attendances + StyledText(words.labelled("", sources), .faint)
    case .testimonies:
      return StyledText(words("count.testimonies", count: line.testimonies), .strong)
    // All of them, as the list that it opens: some actions name no event.
    case .actions:
      return StyledText(words("count.actions", count: desk.programme.actions.count), .strong)
        + StyledText(withoutEvent, .faint)
    }
  }

  /// The countries of the programme, and apart from them those of others.
  private func countries(_ totals: EventTotals) -> String {
    let words = desk.words
    if totals.otherCountries == 0 { return words("count.countries", count: totals.countries) }
    let own = words("home.ownCountries", count: totals.countries)
    return words("home.otherCountries", count: totals.otherCountries, ["own": own])
  }

  /// How many actions come of no held event: the figures, which are about events, lack them.
  private var withoutEvent: String {
    let others = desk.programme.actions.count - desk.insight.headline.actions
    return others > 0
      ? desk.words.further([desk.words("home.actionsElsewhere", count: others)]) : ""
  }

  private var attendances: StyledText {
    let line = desk.insight.headline
    let all = StyledText(desk.words("count.attendances", count: line.attendances.total), .strong)
    var more: [String] = []
    if line.notKnown > 0 { more.append(desk.words("home.notKnown", count: line.notKnown)) }
    if line.countedNotHeld > 0 {
      more.append(
        desk.words(
          "home.notMarkedHeld", count: line.countedNotHeld,
          ["counted": desk.words.number(line.attendancesNotHeld)]))
    }
    return more.isEmpty ? all : all + StyledText(desk.words.further(more), .faint)
  }

  private var sources: String { desk.words.sources(desk.insight.headline) }
}

// Records.
extension HomeCells {
  private func event(_ id: EventID) -> TableRow {
    guard let event = desk.programme.events[id] else { return .note("") }
    let words = desk.words
    let last =
      event.status == .planned || event.status == .confirmed
      ? event.format.map { words("format.\($0.stored)") } ?? ""
      : words("status.\(event.status.stored)")
    return TableRow([
      StyledText(event.start.map(near) ?? words("date.none"), .faint),
      StyledText([event.place, event.title].filter { !$0.isEmpty }.joined(separator: " · ")),
      StyledText(last, .faint),
    ])
  }

  private func testimony(_ id: TestimonyID) -> TableRow {
    guard let testimony = desk.programme.testimonies[id] else { return .note("") }
    let event = desk.programme.events[testimony.event]
    return TableRow([
      StyledText(
        desk.insight.dateTaken(testimony).map(near) ?? "", .faint),
      StyledText(
        [testimony.pseudonym, event?.title ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")),
    ])
  }

  private func country(_ country: CountryCode?) -> TableRow {
    let count = bars.first { $0.country == country }?.attendances
    let number = count.map(desk.words.number) ?? "?"
    let bar = Bars.text(
      count ?? 0, of: bars.first?.attendances ?? 0, columns: Self.lastColumns,
      isASCII: desk.settings.usesASCII)
    // The last column stands at the right; bars begin at its left all the same.
    let padding = String(repeating: " ", count: max(0, Self.lastColumns - bar.count))
    let name = desk.formats.country(country)
    let spoken = count == nil ? desk.words("source.notKnown") : number
    return TableRow(
      [
        StyledText(String(repeating: " ", count: max(0, 8 - number.count)) + number),
        StyledText(name), StyledText(bar + padding, .chart),
      ], spoken: [0: "\(name): \(spoken)", 1: "", 2: ""])
  }

  /// A day this year without its year.
  private func near(_ date: KnownDate) -> String {
    guard let day = date.exactDay, day.year == desk.today.year else { return date.dayText }
    return desk.formats.shortDay(day)
  }

  static func draft(_ id: String, _ desk: Desk) -> TableRow {
    let draft = desk.drafts.first { $0.id == id }
    let form = desk.words("draft.form.\(draft?.form.stored ?? "event")")
    // Never the words of a testimony: Home stands open on a desk.
    let names: [Code] = ["title", "personPseudonym", "pseudonym", "name"]
    let title = names.lazy.compactMap { draft?.fields[$0] }.first { !$0.isEmpty } ?? ""
    let event = draft?.event.flatMap { desk.programme.events[$0]?.title } ?? ""
    let about = [form, firstLine(title), event].filter { !$0.isEmpty }
    return TableRow([
      StyledText(desk.words("home.draft"), .accent),
      StyledText(about.joined(separator: " · ")),
      StyledText(draft.map { desk.formats.moment($0.at) } ?? "", .faint),
    ])
  }

  /// A change of an earlier sitting: what it was about, why it waits, and since when.
  static func left(_ id: String, _ desk: Desk) -> TableRow {
    guard let item = desk.left(id) else { return TableRow(["", "", ""]) }
    let why = item.doubt.map { desk.words("left.\($0.rawValue)") } ?? ""
    return TableRow([
      StyledText(why, .accent), StyledText(desk.title(of: item)),
      StyledText(desk.formats.moment(item.pending.at), .faint),
    ])
  }

  /// What waits: the matter, where, and since or until when.
  static func waiting(_ item: WaitingItem, _ desk: Desk) -> TableRow {
    let isLate = (item.days ?? 0) > 0
    let lacking = lacking(item, desk)
    // What is missing stands before a title that may be cut; the place tells which event it is.
    let title =
      (item.isCloseOut && !item.place.isEmpty
      ? [item.place, lacking, item.title] : [item.place, item.title, lacking])
      .filter { !$0.isEmpty }
    return TableRow([
      StyledText(desk.words("waiting.\(item.matter.name)"), isLate ? .bad : .accent),
      StyledText(title.joined(separator: " · ")),
      StyledText(lateness(item, desk.words), isLate ? .bad : .faint),
    ])
  }

  private static func lacking(_ item: WaitingItem, _ desk: Desk) -> String {
    let words = desk.words
    switch item.matter {
    case .closeOut(let gaps):
      return words(
        "home.missing", count: gaps.count,
        ["gaps": words.list(gaps.map { words("gap.short.\($0.rawValue)") })])
    case .toldLacking(let lacks):
      return words("home.missing", count: lacks.count, ["gaps": ToldCell.names(lacks, words)])
    default: return ""
    }
  }

  private static func lateness(_ item: WaitingItem, _ words: Words) -> String {
    guard let days = item.days else { return "" }
    if days == 0 { return words("waiting.today") }
    let key = item.matter.isSinceHeld ? "waiting.held" : days > 0 ? "waiting.late" : "waiting.in"
    return words(key, count: abs(days))
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }
}

extension FigureRow {
  /// The country of a row that is split by country; nil where it is not known.
  var country: CountryCode? {
    for case .country(let country) in keys { return country }
    return nil
  }
}

extension WaitingItem {
  fileprivate var isCloseOut: Bool { if case .closeOut = matter { true } else { false } }
}

extension WaitingItem.Matter {
  /// The matter's name in the catalogs.
  var name: String {
    switch self {
    case .saidHeld: "saidHeld"
    case .closeOut: "closeOut"
    case .tell: "tell"
    case .toldLacking: "toldLacking"
    case .act: "act"
    case .access: "access"
    case .conflicts: "conflicts"
    case .askConsent: "askConsent"
    case .readBack: "readBack"
    case .reviewConsent: "reviewConsent"
    case .evidence: "evidence"
    case .askHowTheyAre: "askHowTheyAre"
    case .secondReview: "secondReview"
    }
  }

  /// Whether its days count from when the event was held, not from a day that was set.
  var isSinceHeld: Bool {
    switch self {
    case .closeOut, .saidHeld, .askConsent, .readBack: true
    default: false
    }
  }
}

extension WaitingItem {
  /// Whether another item is the same matter of the same record, however it stands by now.
  func isSame(_ other: WaitingItem) -> Bool {
    record == other.record && matter.name == other.matter.name
  }
}
