import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// One event with all that belongs to it, in parts of one screen.
struct EventScreen: Screen {
  let name = "event"
  let smallest = Size.telephone

  typealias Part = EventPart

  /// What a row of the part's list stands for.
  enum Item: Hashable, Sendable {
    case person(PersonID)
    case testimony(TestimonyID)
    case action(ActionID)
    case line(Int)
  }

  private let id: EventID
  private var part: Part
  private var cursor = ListCursor<Item>()
  private var items: [Item] = []
  /// The first line of the overview that is shown.
  private var firstLine = 0

  init(_ id: EventID, part: Part = .overview) {
    self.id = id
    self.part = part
  }

  func commands(_ desk: Desk) -> [Command] {
    guard desk.programme.events[id] != nil else { return [] }
    let list: [Command] = items.isEmpty || part == .attendance ? [] : [.open]
    let isOpen = part == .attendance && isAskedOpen(desk)
    let which: [Command] = isOpen ? [.whichAsked] : []
    let own: [Command] =
      switch part {
      case .attendance: which
      case .people: [.addPerson, .importEvents]
      case .testimonies: [.newTestimony]
      case .actions: [.newAction]
      default: []
      }
    let others: [Command] = [
      .edit, .attendance, .newTestimony, .newAction, .duplicate, .changeStatus, .closeOut,
      .tellPeople, .printPage, .arrangeAccess, .planSeries, .previousInSeries, .nextInSeries,
      .related,
    ]
    return list + own + [.nextPart] + others.filter { !own.contains($0) }
      + (part == Part.allCases.first ? [] : [.previousPart]) + [.delete, .merge] + ListMove.commands
  }

  func label(of command: Command, _ desk: Desk) -> String? {
    command == .importEvents ? desk.words("import.signIn") : nil
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .nextPart: turn(1, &desk)
    case .previousPart: turn(-1, &desk)
    case .edit: desk.go(.editEvent(id))
    case .duplicate: desk.go(.nextEvent(after: id))
    case .attendance: desk.go(.door(id))
    case .newTestimony: desk.go(.newTestimony(at: id))
    case .newAction: desk.go(.newAction(from: id))
    case .addPerson: desk.go(.newPerson(at: id))
    case .importEvents: desk.go(.importPeople(id))
    case .closeOut: desk.go(.closeOut(id))
    case .whichAsked: desk.go(.whichAsked(id))
    case .tellPeople: desk.go(.tell(.event(id)))
    case .delete: desk.remove(.event(id), leaving: true)
    case .merge: desk.go(.merge(id, with: nil))
    case .related: desk.go(.related(.event(id)))
    case .changeStatus: desk.askStatus(of: id)
    case .printPage: FileForm.ask(&desk)
    case .arrangeAccess: desk.arrangeAccess(of: id)
    case .planSeries: desk.go(.series(after: id))
    case .previousInSeries: show(desk.insight.neighbours(of: id).before, &desk)
    case .nextInSeries: show(desk.insight.neighbours(of: id).after, &desk)
    case .open: if let item = cursor.id { open(item, &desk) }
    default: move(command, desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == FileForm.question { return FileForm.open(answer, of: id, &desk) }
    if question == "status" { desk.take(eventStatus: answer, of: id) }
  }

  mutating func refresh(_ desk: Desk) {
    items = rows(desk)
    cursor.find(in: items)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[id] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    let tabs = Tabs(
      Part.allCases.map { title($0, desk) }, current: Part.allCases.firstIndex(of: part) ?? 0)
    let isCut = part == .overview && firstLine < lastLine(event, desk)
    let context = part == .overview ? "" : event.title
    let blocks = content(event, desk)
    return ScreenContent(
      context: lockSign(event, desk)
        + StyledText(isCut ? desk.words("testimony.moreBelow") : context, .faint),
      blocks: [.tabs(tabs), .gap] + desk.remarks(on: .event(id))
        + (part == .overview ? [.scroll(Scroll(blocks, firstLine: firstLine))] : blocks))
  }

  func place(_ desk: Desk) -> Place? { .event(id, part) }

  func focus(_ desk: Desk) -> String {
    let title = desk.programme.events[id]?.title ?? ""
    return desk.words.list([title, desk.words("event.part.\(part.rawValue)")])
  }
}

extension EventScreen {
  private mutating func turn(_ step: Int, _ desk: inout Desk) {
    let all = Part.allCases
    let place = all.firstIndex(of: part) ?? 0
    let next = place + step
    if next < 0 { return desk.pop() }
    part = all[next % all.count]
    firstLine = 0
    cursor = ListCursor()
    if part == .history { desk.run(.loadHistory(id.text)) }
    refresh(desk)
  }

  /// Whether somebody can say which communities people were asked about.
  private func isAskedOpen(_ desk: Desk) -> Bool {
    let event = desk.programme.events[id]
    return !(event?.unsettledCommunities(in: desk.programme, on: desk.today).isEmpty ?? true)
  }

  /// Shows another event of the series in the place of this one.
  private func show(_ other: EventRow?, _ desk: inout Desk) {
    guard let other else { return desk.refuse(desk.words("series.noOther")) }
    desk.goInstead(.event(other.id, part == .history ? .overview : part))
  }

  /// Moves in a list, or scrolls the overview no further than its end.
  private mutating func move(_ command: Command, _ desk: Desk) {
    guard part == .overview, let event = desk.programme.events[id] else {
      return cursor.move(command, in: items, page: desk.pageRows)
    }
    let last = lastLine(event, desk)
    firstLine = ListMove.cursor(
      min(firstLine, last), command, count: last + 1, page: max(1, textRows(desk) - 1))
  }

  /// The rows that the overview has below the tabs.
  private func textRows(_ desk: Desk) -> Int {
    max(1, CanvasRenderer.contentSize(size: desk.size, hasAside: false).rows - 2)
  }

  /// The first line that is shown when the overview is scrolled to its end.
  private func lastLine(_ event: Event, _ desk: Desk) -> Int {
    let columns = CanvasRenderer.contentSize(size: desk.size, hasAside: false).columns
    return max(0, Scroll(content(event, desk)).lineCount(columns: columns) - textRows(desk))
  }

  /// That the event is locked, for the title line; its overview says by whom.
  private func lockSign(_ event: Event, _ desk: Desk) -> StyledText {
    if desk.programme.lock(of: event) == nil { return "" }
    return StyledText(desk.words("lock.word"), .warning) + "  "
  }

  private func open(_ item: Item, _ desk: inout Desk) {
    switch item {
    case .person(let person): desk.go(.editPerson(person, at: id))
    case .testimony(let testimony): desk.go(.testimony(testimony))
    case .action(let action): desk.go(.action(action))
    case .line(let index): openHistory(at: index, &desk)
    }
  }

  /// Shows what a change wrote over, where that is known here.
  private func openHistory(at index: Int, _ desk: inout Desk) {
    let runs = part == .history ? history(desk) : []
    guard runs.indices.contains(index) else { return }
    if runs[index].values.isEmpty { return desk.refuse(desk.words("history.notKept")) }
    desk.push(HistoryLineScreen(runs[index], of: id))
  }

  /// The changes of the event as far as they were read.
  private func history(_ desk: Desk) -> [HistoryRun] {
    HistoryRun.runs(of: desk.history?.id == id.text ? desk.history?.lines ?? [] : [])
  }

  private func rows(_ desk: Desk) -> [Item] {
    guard let event = desk.programme.events[id] else { return [] }
    switch part {
    case .overview: return []
    case .attendance: return (0..<AttendanceSummary.rowCount(event, desk)).map(Item.line)
    case .people: return event.participations.map { .person($0.id) }
    case .testimonies: return testimonies(desk).map { .testimony($0.id) }
    case .actions: return actions(desk).map { .action($0.id) }
    case .history: return history(desk).indices.map(Item.line)
    }
  }

  private func testimonies(_ desk: Desk) -> [TestimonyRow] {
    desk.insight.testimonies(toldAt: id, for: desk.reader)
  }

  private func actions(_ desk: Desk) -> [ActionRow] {
    desk.insight.actions(of: .event(id))
  }

  private func title(_ part: Part, _ desk: Desk) -> String {
    let words = desk.words
    let name = words("event.part.\(part.rawValue)")
    let row = desk.insight.row(of: id)
    let count: Int =
      switch part {
      case .people: desk.programme.events[id]?.participations.count ?? 0
      case .testimonies: row?.testimonies ?? 0
      case .actions: row?.actions ?? 0
      default: 0
      }
    return count == 0 ? name : "\(name) \(words.number(count))"
  }

  private func content(_ event: Event, _ desk: Desk) -> [Block] {
    switch part {
    case .overview:
      EventSummary.blocks(event, desk).namingRecord + EventPreparation.blocks(event, desk)
        + EventDetails.blocks(event, desk)
    case .attendance:
      AttendanceSummary.blocks(event, desk, cursor: cursor.place(in: items.count))
    case .people: [.table(people(event, desk))]
    case .testimonies: [.table(testimonyTable(desk))]
    case .actions: [.table(actionTable(desk))]
    case .history: [.table(historyTable(event, desk))]
    }
  }

  private func people(_ event: Event, _ desk: Desk) -> Table {
    let words = desk.words
    let list = event.participations
    return Table(
      columns: [
        Column(words("people.pseudonym"), width: .fill(minimum: 14, weight: 2)),
        Column(words("people.status"), width: .fixed(12)),
        Column(words("people.roles"), width: .fill(minimum: 14, weight: 3), priority: 1),
        Column(words("people.presence"), width: .fixed(10), priority: 2),
      ],
      rowCount: list.count, cursor: cursor.place(in: list.count),
      emptyText: StyledText(words("event.noPeople"), .faint)
    ) { index in
      let person = list[index]
      let roles = person.roles.map { desk.formats.label($0, in: .role, of: desk.programme) }
      return TableRow([
        StyledText(person.pseudonym.isEmpty ? person.id.text : person.pseudonym),
        StyledText(words("attendance.\(person.status.stored)"), .faint),
        StyledText(words.list(roles)),
        StyledText(person.presence.map { words("presence.\($0.stored)") } ?? "", .faint),
      ])
    }
  }

  private func testimonyTable(_ desk: Desk) -> Table {
    let rows = testimonies(desk)
    return ListColumns.table(
      TestimonyColumns.all, rows, cursor: cursor.place(in: rows.count),
      emptyText: StyledText(desk.words("event.noTestimonies"), .faint), desk)
  }

  private func actionTable(_ desk: Desk) -> Table {
    let rows = actions(desk)
    return ListColumns.table(
      ActionColumns.all, rows, cursor: cursor.place(in: rows.count),
      emptyText: StyledText(desk.words("event.noActions"), .faint), desk)
  }

  private func historyTable(_ event: Event, _ desk: Desk) -> Table {
    let words = desk.words
    let runs = history(desk)
    return Table(
      columns: [
        Column(words("history.at"), width: .fixed(22)),
        Column(words("history.by"), width: .fixed(18)),
        Column(words("history.what"), width: .fixed(16)),
        Column(words("history.fields"), width: .fill(minimum: 16, weight: 1), priority: 1),
      ],
      rowCount: runs.count, cursor: cursor.place(in: runs.count),
      emptyText: StyledText(words("history.none"), .faint)
    ) { index in
      let run = runs[index]
      return TableRow([
        StyledText(run.time(desk.formats), .faint), StyledText(run.by),
        StyledText(run.what(words)),
        StyledText(run.changes(.event(event), desk), .faint),
      ])
    }
  }
}
