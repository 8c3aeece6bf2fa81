import HeardInsight
import HeardModel
import TerminalCanvas

/// What waits for this person, what comes up, and figures that open.
struct HomeScreen: Screen {
  let name = "home"
  private var cursor = ListCursor<Row>()
  private var rows: [Row] = []

  /// What a row stands for; headings are rows that cannot be focused.
  enum Row: Hashable, Sendable {
    case heading(String)
    case note(String)
    case draft(String)
    case unreadable
    case waiting(WaitingItem)
    case coming(EventID)
    case country(CountryCode?)

    var isItem: Bool {
      switch self {
      case .heading, .note: false
      default: true
      }
    }
  }

  func commands(_ desk: Desk) -> [Command] {
    let discard: [Command] = if case .draft? = cursor.id { [.delete] } else { [] }
    return [.open, .newEvent, .newTestimony] + discard + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let row = cursor.id { open(row, &desk) }
    case .newEvent: desk.push(EventForm.new(desk))
    case .newTestimony: desk.push(TestimonyForm.new(desk))
    case .delete:
      guard case .draft(let id)? = cursor.id else { return }
      desk.ask(
        Question(
          "draft", desk.words("draft.discard"),
          [.init("keep", desk.words("answer.keep")), .init(id, desk.words("answer.discard"))]))
    default: move(command, desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    guard question == "draft", answer != "keep" else { return }
    desk.drafts.removeAll { $0.id == answer }
    desk.run(.discardDraft(answer))
    desk.say(desk.words("draft.discarded"))
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = []
    if !desk.unreadable.isEmpty { rows.append(.unreadable) }
    if !desk.drafts.isEmpty {
      rows.append(.heading("home.drafts"))
      rows += desk.drafts.prefix(5).map { .draft($0.id) }
    }
    rows.append(.heading("home.waiting"))
    let waiting = desk.waiting
    rows += waiting.isEmpty ? [.note("home.nothingWaits")] : waiting.prefix(12).map(Row.waiting)
    rows.append(.heading("home.coming"))
    let coming = desk.insight.coming(limit: 5)
    rows += coming.isEmpty ? [.note("home.nothingComes")] : coming.map { .coming($0.id) }
    rows.append(.heading("home.byCountry"))
    rows += countries(desk).map { .country($0.country) }
    let items = rows.filter(\.isItem)
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let bars = countries(desk)
    let most = bars.map(\.attendances).max() ?? 0
    let table = Table(
      columns: [
        Column("", width: .fixed(11)), Column("", width: .fill(minimum: 30, weight: 1)),
        Column("", width: .fixed(24), alignment: .trailing, priority: 1),
      ],
      rowCount: shown.count, cursor: cursor.id.flatMap { shown.firstIndex(of: $0) },
      showsHeader: false
    ) { index in
      HomeCells.row(shown[index], bars: bars, most: most, desk)
    }
    return ScreenContent(
      context: StyledText(desk.programme.settings.name, .faint),
      blocks: headline(desk) + [.table(table)])
  }

  func focus(_ desk: Desk) -> String {
    guard let row = cursor.id else { return "" }
    return HomeCells.row(row, bars: countries(desk), most: 0, desk).cells
      .map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension HomeScreen {
  private mutating func move(_ command: Command, _ desk: Desk) {
    cursor.move(command, in: rows.filter(\.isItem), page: desk.pageRows)
  }

  private func open(_ row: Row, _ desk: inout Desk) {
    switch row {
    case .heading, .note: break
    case .draft(let id): desk.openDraft(id)
    case .unreadable: desk.push(UnreadableScreen())
    case .waiting(let item): desk.open(item)
    case .coming(let id): desk.push(EventScreen(id))
    case .country(let country):
      desk.push(EventsScreen(filter: "country:\(country?.stored.lowercased() ?? "-") status:held"))
    }
  }

  private func headline(_ desk: Desk) -> [Block] {
    let words = desk.words
    let line = desk.insight.headline
    let countries = words("count.countries", count: line.countries)
    var sources: [String] = []
    for source in AttendanceSource.allCases where line.attendances[source] > 0 {
      let number = words.number(line.attendances[source])
      sources.append(words("home.source.\(source.stored)", ["n": number]))
    }
    let attendances = words("count.attendances", count: line.attendances.total)
    return [
      .prose(
        Prose([
          StyledText(words("count.eventsHeld", count: line.events), .strong)
            + StyledText(" \(words("home.in")) \(countries)"),
          StyledText(attendances, .strong)
            + StyledText(": \(sources.joined(separator: ", "))", .faint),
          StyledText(words("count.testimonies", count: line.testimonies), .strong)
            + StyledText(", \(words("count.actions", count: line.actions))"),
        ])), .gap,
    ]
  }

  private func countries(_ desk: Desk) -> [HomeCells.Bar] {
    desk.insight.figures(by: [.country], Query("")).rows
      .map { HomeCells.Bar(country: $0.country, attendances: $0.attendances.total) }
      .sorted {
        let names = ($0.country?.stored ?? "", $1.country?.stored ?? "")
        return ($0.attendances, names.1) > ($1.attendances, names.0)
      }
  }
}

/// Rows of Home as cells.
enum HomeCells {
  /// One country with its attendances.
  struct Bar: Hashable, Sendable {
    let country: CountryCode?
    let attendances: Int
  }

  static func row(_ row: HomeScreen.Row, bars: [Bar], most: Int, _ desk: Desk) -> TableRow {
    let words = desk.words
    switch row {
    case .heading(let key): return .heading(StyledText(words(key), .title))
    case .note(let key): return .note(StyledText(words(key), .faint))
    case .unreadable:
      return TableRow([
        StyledText(words("home.unreadable"), .bad),
        StyledText(words("home.unreadableFiles", count: desk.unreadable.count)),
        StyledText(""),
      ])
    case .draft(let id): return draft(id, desk)
    case .waiting(let item): return waiting(item, desk)
    case .coming(let id):
      guard let event = desk.programme.events[id] else { return .note("") }
      return TableRow([
        StyledText(event.start.map { near($0, desk) } ?? words("date.none"), .faint),
        StyledText([event.place, event.title].filter { !$0.isEmpty }.joined(separator: " · ")),
        StyledText(words("format.\(event.format.stored)"), .faint),
      ])
    case .country(let country):
      let count = bars.first { $0.country == country }?.attendances ?? 0
      return TableRow([
        StyledText(words.number(count)),
        StyledText(desk.formats.country(country)),
        StyledText(bar(count, most, desk), .chart),
      ])
    }
  }

  private static func draft(_ id: String, _ desk: Desk) -> TableRow {
    let draft = desk.drafts.first { $0.id == id }
    let form = desk.words("draft.form.\(draft?.form.stored ?? "event")")
    let title = draft?.fields["title"] ?? draft?.fields["text"] ?? ""
    return TableRow([
      StyledText(desk.words("home.draft"), .accent),
      StyledText([form, title].filter { !$0.isEmpty }.joined(separator: " · ")),
      StyledText(draft.map { desk.formats.moment($0.at) } ?? "", .faint),
    ])
  }

  private static func waiting(_ item: WaitingItem, _ desk: Desk) -> TableRow {
    let isLate = (item.days ?? 0) > 0
    return TableRow([
      StyledText(desk.words("waiting.\(item.matter.name)"), isLate ? .bad : .accent),
      StyledText([item.place, item.title].filter { !$0.isEmpty }.joined(separator: " · ")),
      StyledText(lateness(item, desk.words), isLate ? .bad : .faint),
    ])
  }

  private static func lateness(_ item: WaitingItem, _ words: Words) -> String {
    switch item.matter {
    case .eventsMissing(let logged, let published), .attendancesMissing(let logged, let published):
      return words(
        "waiting.of", ["n": words.number(logged), "all": words.number(published)])
    default: break
    }
    guard let days = item.days else { return "" }
    if days == 0 { return words("waiting.today") }
    let key = item.matter.isSinceHeld ? "waiting.held" : days > 0 ? "waiting.late" : "waiting.in"
    return words(key, count: abs(days))
  }

  /// A day this year without its year.
  private static func near(_ date: KnownDate, _ desk: Desk) -> String {
    guard let day = date.exactDay, day.year == desk.today.year else { return date.dayText }
    return desk.formats.shortDay(day)
  }

  private static func bar(_ count: Int, _ most: Int, _ desk: Desk) -> String {
    guard most > 0 else { return "" }
    let length = count * 20 / most
    return String(
      repeating: desk.settings.usesASCII ? "#" : "█", count: max(count > 0 ? 1 : 0, length))
  }
}

extension FigureRow {
  /// The country of a row that is split by country; nil where it is not known.
  var country: CountryCode? {
    for case .country(let country) in keys { return country }
    return nil
  }
}

extension WaitingItem.Matter {
  /// The matter's name in the catalogs.
  var name: String {
    switch self {
    case .saidHeld: "saidHeld"
    case .closeOut: "closeOut"
    case .tell: "tell"
    case .act: "act"
    case .access: "access"
    case .conflicts: "conflicts"
    case .askConsent: "askConsent"
    case .readBack: "readBack"
    case .reviewConsent: "reviewConsent"
    case .askHowTheyAre: "askHowTheyAre"
    case .secondReview: "secondReview"
    case .eventsMissing: "eventsMissing"
    case .attendancesMissing: "attendancesMissing"
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
