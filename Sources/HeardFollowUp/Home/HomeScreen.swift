import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What waits for this person, what comes up, and figures that open; in the order of their role.
struct HomeScreen: Screen {
  let name = "home"
  let smallest = Size.telephone
  private var cursor = ListCursor<Row>()
  private var rows: [Row] = []

  /// A figure of the headline.
  enum Figure: String, CaseIterable, Sendable {
    case events
    case attendances
    case testimonies
    case actions
  }

  /// What a row stands for; headings and notes cannot be focused.
  enum Row: Hashable, Sendable {
    case blank(Int)
    case heading(String)
    case note(String)
    case sources
    /// A line of what was published, and what is read aloud in its place.
    case published(String, spoken: String)
    case draft(String)
    case moreDrafts(Int)
    case left(String)
    case unreadable
    case conflicts
    case copies
    case disclosures
    case pastTime(Int)
    case figure(Figure)
    case waiting(WaitingItem)
    case allWaiting(more: Int)
    case importedHistory(Int)
    case event(EventID)
    case testimony(TestimonyID)
    case whoAreYou
    case country(CountryCode?)
    case allFigures

    var isItem: Bool {
      switch self {
      case .blank, .heading, .note, .sources, .published: false
      default: true
      }
    }

    /// Whether another row stands for the same although it says something else by now.
    func isSame(_ other: Row) -> Bool {
      switch (self, other) {
      case (.waiting(let one), .waiting(let two)): one.isSame(two)
      case (.moreDrafts, .moreDrafts), (.allWaiting, .allWaiting), (.pastTime, .pastTime),
        (.importedHistory, .importedHistory):
        true
      default: self == other
      }
    }

    /// Whether somebody with a role who begins here most likely wants this row.
    func isPressing(for role: TeamRole) -> Bool {
      switch self {
      case .draft, .left, .unreadable, .disclosures: true
      case .conflicts, .copies: role != .manager
      case .waiting: role != .manager
      case .figure: role == .manager
      default: false
      }
    }
  }

  func commands(_ desk: Desk) -> [Command] {
    let discard: [Command] = if case .draft? = cursor.id { [.delete] } else { [] }
    return [.open, .newEvent, .newTestimony, .filter] + discard + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let row = cursor.id { open(row, &desk) }
    case .newEvent: desk.go(.newEvent())
    case .newTestimony: desk.go(.newTestimony())
    case .filter: desk.go(.eventSearch)
    case .delete:
      if case .draft(let id)? = cursor.id { desk.askDiscard(draft: id) }
    default: cursor.move(command, in: rows.filter(\.isItem), page: desk.pageRows)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "draft" {
      desk.take(draftAnswer: answer)
    } else if !desk.take(leftAnswer: answer, to: question) {
      return
    }
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    rows = HomeRows(desk).rows
    let items = rows.filter(\.isItem)
    let role = desk.settings.role
    if cursor.id == nil, let first = items.first(where: { $0.isPressing(for: role) }) {
      cursor.focus(first)
    }
    if let id = cursor.id, !items.contains(id), let same = items.first(where: id.isSame) {
      cursor.focus(same)
    }
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let cells = HomeCells(desk)
    let table = Table(
      columns: HomeCells.columns, rowCount: shown.count,
      cursor: cursor.id.flatMap { shown.firstIndex(of: $0) }, showsHeader: false
    ) { index in cells.row(shown[index]) }
    return ScreenContent(
      context: StyledText(desk.programme.settings.name, .faint), blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .home }

  func focus(_ desk: Desk) -> String {
    guard let row = cursor.id else { return "" }
    let items = rows.filter(\.isItem)
    let text = HomeCells(desk).row(row).cells.map(\.text)
    return desk.words(
      "home.focus",
      [
        "what": desk.words.list(text), "n": String((items.firstIndex(of: row) ?? 0) + 1),
        "all": String(items.count),
        "waiting": desk.words("waiting.count", count: desk.waiting.count),
      ])
  }

  /// Lists the imported events that wait, where several can be changed at once.
  private func listImported(_ desk: inout Desk) {
    let countries = desk.settings.countries.map { $0.stored.lowercased() }
    let own = countries.isEmpty ? [] : ["country:\(countries.joined(separator: ","))"]
    desk.go(.events((["has:sheet", "open:closeout,feedback"] + own).joined(separator: " ")))
    desk.say(desk.words("home.importedHow"))
  }

  private func open(_ row: Row, _ desk: inout Desk) {
    switch row {
    case .blank, .heading, .note, .sources, .published: break
    case .draft(let id): desk.go(.draft(id))
    case .moreDrafts: desk.go(.drafts)
    case .left(let id): desk.ask(left: id)
    case .unreadable: desk.go(.unreadable)
    case .conflicts: desk.go(.conflicts())
    case .copies: desk.go(.conflicts(.copies))
    case .disclosures: desk.go(.disclosures)
    case .pastTime: desk.go(.retention)
    case .figure(.events): desk.go(.events("status:held"))
    case .figure(.attendances), .allFigures: desk.go(.figures())
    case .figure(.testimonies): desk.go(.testimonies())
    case .figure(.actions): desk.go(.actions())
    case .waiting(let item): desk.go(item.destination)
    case .allWaiting: desk.go(.waiting)
    case .importedHistory: listImported(&desk)
    case .event(let id): desk.go(.event(id))
    case .testimony(let id): desk.go(.testimony(id))
    case .whoAreYou: desk.go(.settings)
    case .country(let country):
      desk.go(.events("country:\(country?.stored.lowercased() ?? "-") status:held"))
    }
  }
}
