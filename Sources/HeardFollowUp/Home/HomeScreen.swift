import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What waits for this person, what comes up, and figures that open; in the order of their role.
///
/// Equal things are one row. The focused one shows as much of them as there are free lines, and can
/// be unfolded to reach them.
struct HomeScreen: Screen {
  let name = "home"
  let smallest = Size.telephone
  private var cursor = ListCursor<Row>()
  private var groups: [HomeGroup] = []
  private var rows: [Row] = []
  /// The group that stays open until it is folded.
  private var unfolded: HomeGroup.ID?
  /// The group that was focused last, which fills the free lines.
  private var looked: HomeGroup.ID?

  /// What a row stands for; headings and notes cannot be focused.
  indirect enum Row: Hashable, Sendable {
    case blank(Int)
    case heading(String)
    case waitingHeading
    case comingHeading
    case note(String)
    /// A line of a text, and what is read aloud in its place.
    case text(String, spoken: String)
    case group(HomeGroup.ID)
    /// One thing of the group that is unfolded.
    case line(WaitingItem)
    case draft(String)
    /// A line of the focused group that is only seen.
    case look(Row)
    case lookMore(Int)
    case figures
    case sureBar
    case sureLegend
    case event(EventID)
    case testimony(TestimonyID)
    case whoAreYou
    case country(CountryCode?)
    case allFigures

    var isItem: Bool {
      switch self {
      case .blank, .heading, .waitingHeading, .comingHeading, .note, .text, .look, .lookMore,
        .sureBar, .sureLegend:
        false
      default: true
      }
    }

    /// Whether another row stands for the same although it says something else by now.
    func isSame(_ other: Row) -> Bool {
      if case (.line(let one), .line(let two)) = (self, other) { return one.isSame(two) }
      return self == other
    }
  }

  func commands(_ desk: Desk) -> [Command] {
    var own: [Command] = [.open]
    let isInOpenGroup = unfolded != nil && focusedGroup?.id == unfolded
    if !isInOpenGroup, groups.contains(where: { !$0.lines.isEmpty }) { own.append(.unfold) }
    if unfolded != nil { own.append(.foldUp) }
    if hasHistory { own.append(.history) }
    if case .event? = cursor.id { own.append(.attendance) }
    return own + [.newEvent, .newTestimony, .filter] + (focusedDraft == nil ? [] : [.delete])
      + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .open: if let row = cursor.id { open(row, &desk) }
    case .unfold: unfold(&desk)
    case .foldUp: foldUp(desk)
    case .history: askHistory(&desk)
    case .attendance: if case .event(let id)? = cursor.id { desk.go(.door(id)) }
    case .newEvent: desk.go(.newEvent())
    case .newTestimony: desk.go(.newTestimony())
    case .filter: desk.go(.eventSearch)
    case .delete: if let id = focusedDraft { desk.askDiscard(draft: id) }
    default:
      cursor.move(command, in: rows.filter(\.isItem), page: desk.pageRows)
      layOut(desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "draft" {
      desk.take(draftAnswer: answer)
    } else if question == "history" {
      return takeHistory(answer, &desk)
    } else if !desk.take(leftAnswer: answer, to: question) {
      return
    }
    refresh(desk)
  }

  mutating func refresh(_ desk: Desk) {
    groups = HomeGroups(desk).groups
    if !groups.contains(where: { $0.id == unfolded && !$0.lines.isEmpty }) { unfolded = nil }
    layOut(desk)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let shown = rows
    let cells = HomeCells(desk, groups)
    let table = Table(
      columns: [Column("", width: .fill(minimum: 1, weight: 1))], rowCount: shown.count,
      cursor: cursor.id.flatMap { shown.firstIndex(of: $0) }, showsHeader: false
    ) { index in cells.row(shown[index]) }
    return ScreenContent(
      context: StyledText(desk.programme.settings.name, .faint), blocks: [.table(table)])
  }

  func place(_ desk: Desk) -> Place? { .home }

  func focus(_ desk: Desk) -> String {
    guard let row = cursor.id else { return "" }
    let items = rows.filter(\.isItem)
    let line = HomeCells(desk, groups).row(row)
    return desk.words(
      "home.focus",
      [
        "what": line.spoken[0] ?? line.cells.first?.text ?? "",
        "n": String((items.firstIndex(of: row) ?? 0) + 1), "all": String(items.count),
        "waiting": desk.words("waiting.count", count: desk.waiting.count),
      ])
  }
}

// Groups.
extension HomeScreen {
  /// The group on which the focus stands, or the unfolded one in which it stands.
  private var focusedGroup: HomeGroup? {
    switch cursor.id {
    case .group(let id): groups.first { $0.id == id }
    case .line, .draft: groups.first { $0.id == unfolded }
    default: nil
    }
  }

  /// The draft on which the focus stands, or the only one.
  private var focusedDraft: String? {
    switch cursor.id {
    case .draft(let id): id
    case .group(.drafts): groups.first { $0.id == .drafts }?.onlyDraft
    default: nil
    }
  }

  /// Finds the rows for where the focus stands, and the focus in them.
  private mutating func layOut(_ desk: Desk) {
    if cursor.id == nil, let first = groups.first { cursor.focus(.group(first.id)) }
    if case .group(let id)? = cursor.id { looked = id }
    rows = HomeRows(desk, groups, unfolded: unfolded, looked: looked).rows
    let items = rows.filter(\.isItem)
    if let id = cursor.id, !items.contains(id), let same = items.first(where: id.isSame) {
      cursor.focus(same)
    }
    cursor.find(in: items)
    // Where the focused group went, another one has the focus now.
    if case .group(let id)? = cursor.id, looked != id {
      looked = id
      rows = HomeRows(desk, groups, unfolded: unfolded, looked: looked).rows
      cursor.find(in: rows.filter(\.isItem))
    }
  }

  private mutating func unfold(_ desk: inout Desk) {
    guard let group = focusedGroup, !group.lines.isEmpty else {
      return desk.refuse(desk.words("home.nothingToUnfold"))
    }
    unfolded = group.id
    layOut(desk)
  }

  private mutating func foldUp(_ desk: Desk) {
    guard let unfolded else { return }
    cursor.focus(.group(unfolded))
    self.unfolded = nil
    layOut(desk)
  }

  private func open(_ row: Row, _ desk: inout Desk) {
    switch row {
    case .group(let id): open(id, &desk)
    case .line(let item): desk.go(item.destination)
    case .draft(let id): desk.go(.draft(id))
    case .figures, .allFigures: desk.go(.figures())
    case .event(let id): desk.go(.event(id))
    case .testimony(let id): desk.go(.testimony(id))
    case .whoAreYou: desk.go(.settings)
    case .country(let country):
      desk.go(.events("country:\(country?.stored.lowercased() ?? "-") status:held"))
    default: break
    }
  }

  /// Opens the one thing of a group, or the list of all of them.
  private func open(_ group: HomeGroup.ID, _ desk: inout Desk) {
    switch group {
    case .disclosures: desk.go(.disclosures)
    case .drafts: desk.go(focusedDraft.map { .draft($0) } ?? .drafts)
    case .left(let id): desk.ask(left: id)
    case .unreadable: desk.go(.unreadable)
    case .conflicts: desk.go(.conflicts())
    case .copies: desk.go(.conflicts(.copies))
    case .pastTime: desk.go(.retention)
    case .imported: listImported(&desk)
    case .waiting(let kind):
      let items = desk.waitingGroups.first { $0.kind == kind }?.items ?? []
      desk.go(items.count == 1 ? items[0].destination : .waiting(kind))
    }
  }
}

// Events from before the programme worked with Heard.
extension HomeScreen {
  private var hasHistory: Bool {
    groups.contains { $0.id == .waiting(.older) || $0.id == .imported }
  }

  /// The events that are meant: those of the focused row, else what is folded, else what came from a
  /// sheet.
  private func historyEvents(_ desk: Desk) -> (events: [EventID], areImported: Bool) {
    let older = desk.waitingGroups.first { $0.kind == .older }?.events ?? []
    let isImported = cursor.id == .group(.imported) || older.isEmpty
    if !isImported { return (older, false) }
    let imported = desk.insight.importedHistory(in: desk.waiting).subtracting(older)
    return (imported.sorted(), true)
  }

  private func askHistory(_ desk: inout Desk) {
    let count = historyEvents(desk).events.count
    desk.ask(
      Question(
        "history", desk.words("home.askHistory", count: count),
        [
          .init("show", desk.words("home.historyShow")),
          .init("declare", desk.words("home.historyDeclare")),
          .init("keep", desk.words("answer.keepAll")),
        ]))
  }

  private func takeHistory(_ answer: String, _ desk: inout Desk) {
    let (events, areImported) = historyEvents(desk)
    switch answer {
    case "show": areImported ? listImported(&desk) : desk.go(.waiting(.older))
    case "declare": desk.go(.beforeHeard(events))
    default: break
    }
  }

  /// Lists the imported events that wait, where several can be changed at once.
  private func listImported(_ desk: inout Desk) {
    let countries = desk.settings.countries.map { $0.stored.lowercased() }
    let own = countries.isEmpty ? [] : ["country:\(countries.joined(separator: ","))"]
    desk.go(.events((["has:sheet", "open:closeout,feedback"] + own).joined(separator: " ")))
    desk.say(desk.words("home.importedHow"))
  }
}
