import HeardInsight
import HeardModel
import TerminalCanvas

/// All testimonies, filtered while typing; words only where this person may read them.
struct TestimoniesScreen: FilteredScreen {
  let name = "testimonies"
  var filter: FilterLine
  private var cursor = ListCursor<TestimonyID>()
  private var rows: [TestimonyRow] = []
  private var count = 0
  /// Testimonies whose words were asked for although they may hurt.
  private var shown: Set<TestimonyID> = []

  /// The list, filtered by the words of the filter language.
  init(filter: String = "") { self.filter = FilterLine(filter) }

  func commands(_ desk: Desk) -> [Command] {
    let record: [Command] = rows.isEmpty ? [] : [.open]
    let warned: [Command] = isWarned ? [.showHidden] : []
    return record + [.newRecord, .filter] + (filter.isEmpty ? [] : [.clearFilter]) + warned
      + (rows.isEmpty ? [] : [.edit, .newAction]) + ListMove.commands
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .filter, .clearFilter: changeFilter(command, desk)
    case .newRecord: desk.push(TestimonyForm.new(desk))
    case .open: if let row = focused { desk.push(TestimonyScreen(row.id)) }
    case .edit: if let row = focused { desk.edit(row.id) }
    case .newAction: if let row = focused { desk.push(ActionForm.new(desk, testimony: row.id)) }
    case .showHidden: if let row = focused { shown.formSymmetricDifference([row.id]) }
    default: cursor.move(command, in: rows.map(\.id), page: desk.pageRows)
    }
  }

  mutating func refresh(_ desk: Desk) {
    rows = desk.insight.testimonies(filter.query, for: desk.reader)
    count = filter.isEmpty ? rows.count : desk.insight.testimonies().count
    cursor.find(in: rows.map(\.id))
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (rows, shown, query) = (rows, shown, filter.query)
    let table = Table(
      columns: TestimonyCells.columns(desk.words), rowCount: rows.count,
      cursor: cursor.place(in: rows.count),
      emptyText: StyledText(
        desk.words(filter.isEmpty ? "testimonies.none" : "testimonies.noMatch"), .faint)
    ) { index in
      TestimonyCells.row(
        rows[index], desk, found: query, showsHidden: shown.contains(rows[index].id))
    }
    let preview = focused.flatMap { desk.programme.testimonies[$0.id] }.map {
      TestimonyPreview.blocks($0, desk, showsHidden: shown.contains($0.id))
    }
    return ScreenContent(
      context: context(desk), blocks: filterBlocks(desk) + [.table(table)], aside: preview ?? [])
  }

  func focus(_ desk: Desk) -> String {
    guard let row = focused, let place = cursor.place(in: rows.count) else {
      return desk.words("testimonies.none")
    }
    let name = row.name(desk.words)
    return desk.words(
      "focus.row",
      [
        "title": desk.words.list([name, row.eventTitle]), "n": String(place + 1),
        "all": String(rows.count),
        "filter": filter.isEmpty ? desk.words("filter.none") : filter.text,
      ])
  }
}

extension TestimoniesScreen {
  private var focused: TestimonyRow? { cursor.place(in: rows.count).map { rows[$0] } }

  private var isWarned: Bool {
    focused?.hasWarning ?? false
  }

  private func context(_ desk: Desk) -> StyledText {
    var text = filter.context(rows.count, of: count, desk)
    let hidden = rows.count { !$0.visibility.isReadable }
    if hidden > 0 {
      text += StyledText("  \(desk.words("testimonies.hidden", count: hidden))", .faint)
    }
    let quotable = rows.count { ($0.publishable ?? 0) > 0 }
    if quotable > 0 {
      text += StyledText("  \(desk.words("testimonies.quotable", count: quotable))", .faint)
    }
    return text
  }

  /// The filter with the keys of this list, and what is wrong with it.
  private func filterBlocks(_ desk: Desk) -> [Block] {
    var blocks = filter.blocks(desk)
    if case .fields(var fields)? = blocks.first, !fields.items.isEmpty {
      fields.items[0].hint = desk.words("testimonies.filterHint")
      blocks[0] = .fields(fields)
    }
    let problems = desk.insight.problems(of: filter.query, for: .testimonies)
    if filter.query.problems.isEmpty, let problem = problems.first {
      blocks.append(.notice(Notice(.warning, desk.words.sentence(problem))))
    }
    return blocks
  }
}

extension Desk {
  /// Opens the form of a testimony, or says which rule keeps it closed.
  mutating func edit(_ id: TestimonyID) {
    if let form = TestimonyForm.edit(id, self) { return push(form) }
    guard let testimony = programme.testimonies[id] else { return refuse(words("testimony.gone")) }
    refuse(words.sentence(testimony.visibility(to: reader, on: today), testimony, self))
  }
}
