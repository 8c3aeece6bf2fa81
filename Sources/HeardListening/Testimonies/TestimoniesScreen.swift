import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// All testimonies, filtered while typing; words only where this person may read them.
struct TestimoniesScreen: ListScreen {
  static let kind = QueryTarget.testimonies
  static let columns = TestimonyColumns.all
  let name = "testimonies"
  var list: RecordList<TestimonyRow, OnlyOrder>
  /// Testimonies whose words were asked for although they may hurt.
  private var shown: Set<TestimonyID> = []
  /// How many of the rows this person may not read, and how many have quotes for everybody.
  private var hidden = 0
  private var quotable = 0
  // Of more rows it is not told how many may be quoted: to know it, each is held against all who came.
  private static let mostLooked = 1_000

  init(filter: String = "") {
    list = RecordList(filter: filter, sort: ListSort(by: .usual, descending: []))
  }

  func commands(_ desk: Desk) -> [Command] {
    let isEmpty = list.rows.isEmpty
    let record: [Command] = isEmpty ? [] : [.open]
    let warned: [Command] = isWarned ? [.showHidden] : []
    let change: [Command] = isEmpty ? [] : [.edit, .newAction, .changeStatus]
    return commands(
      own: record + [.newRecord, .filter] + warned + change,
      marked: [.changeMarked, .changeStatus])
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .newRecord: desk.go(.newTestimony())
    case .open: if let id = focusedID { desk.go(.testimony(id)) }
    case .edit: if let id = focusedID { desk.go(.editTestimony(id)) }
    case .newAction: if let id = focusedID { desk.go(.newAction(answering: id)) }
    case .showHidden: if let id = focusedID { shown.formSymmetricDifference([id]) }
    case .changeStatus:
      if list.marks.isEmpty, let id = focusedID { return desk.askStage(of: id) }
      desk.askStage(of: list.chosen)
    case .changeMarked: desk.push(BulkScreen<Testimony>(list.chosen, desk))
    default: performInList(command, &desk)
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch question {
    case "stage":
      if let testimony = focusedID.flatMap({ desk.programme.testimonies[$0] }) {
        desk.set(stage: answer, of: testimony)
      }
    case "statuses": desk.changeAll(list.chosen, "stage", to: answer)
    default: break
    }
    refresh(desk)
  }

  func find(_ desk: Desk) -> (rows: FoundRows<TestimonyRow>, of: Int) {
    let rows = desk.insight.foundTestimonies(filter.query, for: desk.reader)
    return (rows, filter.isEmpty ? rows.count : desk.insight.foundTestimonies().count)
  }

  mutating func takeFound(_ desk: Desk) {
    let counts = desk.insight.testimonyCounts(
      filter.query, for: desk.reader, mostLooked: Self.mostLooked)
    (hidden, quotable) = (counts.hidden, counts.quotable ?? 0)
  }

  func isThere(_ id: TestimonyID, _ desk: Desk) -> Bool { desk.programme.testimonies[id] != nil }

  func title(_ row: TestimonyRow, _ desk: Desk) -> String {
    desk.words.list([row.name(desk.words), row.eventTitle])
  }

  func describe(_ desk: Desk) -> ScreenContent {
    var setting = CellSetting(desk)
    (setting.found, setting.asked) = (filter.query, shown)
    let preview = focusedID.flatMap { desk.programme.testimonies[$0] }.map {
      TestimonyPreview.blocks($0, desk, showsHidden: shown.contains($0.id))
    }
    return ScreenContent(
      context: context(desk) + counts(desk),
      blocks: filterBlocks(desk) + [.table(table(desk, setting))], aside: preview ?? [])
  }

  private var isWarned: Bool {
    list.focused?.hasWarning ?? false
  }

  /// How many this person may not read, and how many may be quoted.
  private func counts(_ desk: Desk) -> StyledText {
    var text = StyledText([])
    if hidden > 0 {
      text += StyledText("  \(desk.words("testimonies.hidden", count: hidden))", .faint)
    }
    if quotable > 0 {
      text += StyledText("  \(desk.words("testimonies.quotable", count: quotable))", .faint)
    }
    return text
  }

  /// The filter with the keys of this list, and what is wrong with it.
  private func filterBlocks(_ desk: Desk) -> [Block] {
    var blocks = filter.blocks(desk, on: .testimonies)
    if case .fields(var fields)? = blocks.first, !fields.items.isEmpty {
      fields.items[0].hint = desk.words("testimonies.filterHint")
      blocks[0] = .fields(fields)
    }
    let problems = desk.insight.problems(of: filter.query, for: .testimonies)
    if filter.query.problems(for: .testimonies).isEmpty, let problem = problems.first {
      blocks.append(.notice(Notice(.warning, desk.words.sentence(problem))))
    }
    if list.rows.isEmpty, desk.programme.isTakenBack(filter.text) {
      blocks.append(.notice(Notice(.info, desk.words("testimony.codeTakenBack"))))
    }
    return blocks
  }
}
