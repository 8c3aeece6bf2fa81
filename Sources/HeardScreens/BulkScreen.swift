import HeardModel
import TerminalCanvas

/// Changes one field of several records: which field, which value, and what that comes to.
struct BulkScreen<Subject: BulkRecord>: Screen {
  let name = "bulk"
  private let ids: [Identifier<Subject>]
  private var step = Step.field
  private var fieldPlace = 0
  private var rowPlace = 0
  private var form: RecordForm<BulkSheet<Subject>>?
  private var plan: BulkPlan<Subject>?

  private enum Step: Sendable {
    case field
    case value
    case preview
  }

  init(_ ids: [Identifier<Subject>]) { self.ids = ids }

  /// With a value for a field, at what it comes to; where more has to be typed, at that.
  init?(_ ids: [Identifier<Subject>], setting field: Code, to value: String, _ desk: Desk) {
    self.ids = ids
    guard let place = Subject.bulkFields.firstIndex(where: { $0.id == field }) else { return nil }
    fieldPlace = place
    begin(desk)
    form?.form.set(field, value)
    look(desk)
    // A field beside it is missing where nothing can be changed without it.
    guard plan?.changed == 0, plan?.refused ?? 0 > 0, let beside = chosen.fields.last,
      beside.id != field
    else { return }
    step = .value
    form?.form.focus(beside.id)
  }

  private var chosen: BulkField<Subject> { Subject.bulkFields[fieldPlace] }

  var takesText: Bool { step == .value }

  func commands(_ desk: Desk) -> [Command] {
    switch step {
    case .field: [.open, .back] + ListMove.commands
    case .value: [.preview, .back, .nextField, .previousField]
    case .preview: (plan?.changed == 0 ? [] : [.apply]) + [.back] + ListMove.commands
    }
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard step == .value, var form else { return false }
    let isLast = form.form.cursor == form.form.entries.count - 1
    if key == .enter, isLast, form.form.focused?.suggestionCursor == nil {
      look(desk)
      return true
    }
    let handled = form.type(key, desk)
    self.form = form
    return handled
  }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch (step, command) {
    case (.field, .back): desk.pop()
    case (_, .back): step = step == .preview ? .value : .field
    case (.field, .open): begin(desk)
    case (.field, _):
      fieldPlace = ListMove.cursor(
        fieldPlace, command, count: Subject.bulkFields.count, page: desk.pageRows)
    case (.value, .preview): look(desk)
    case (.value, _): form?.perform(command)
    case (.preview, .apply): apply(isSure: false, &desk)
    case (.preview, _):
      rowPlace = ListMove.cursor(
        rowPlace, command, count: plan?.rows.count ?? 0, page: max(1, desk.pageRows - 4))
    }
  }

  mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "bulkWider" && answer == "yes" { apply(isSure: true, &desk) }
  }

  mutating func refresh(_ desk: Desk) { plan?.look(desk) }

  func focus(_ desk: Desk) -> String {
    switch step {
    case .field: return desk.words("field.\(chosen.id.stored)")
    case .value: return form?.focus(desk) ?? ""
    case .preview:
      guard let row = plan?.rows[safe: rowPlace] else { return "" }
      return detail(row, desk)
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let words = desk.words
    let count = words("bulk.several.\(Subject.recordKind.rawValue)", count: ids.count)
    let label = words("field.\(chosen.id.stored)")
    switch step {
    case .field:
      return ScreenContent(
        context: StyledText(count, .faint),
        blocks: [.prose(Prose(words("bulk.whichField"))), .gap, .table(fieldTable(words))])
    case .value:
      return ScreenContent(
        context: StyledText(words.list([count, label]), .faint),
        blocks: (form.map { [$0.form.block(desk)] } ?? []) + [
          .gap, .prose(Prose(words("bulk.how"), style: .faint)),
        ])
    case .preview:
      return ScreenContent(
        context: StyledText(words.list([count, label]), .faint), blocks: preview(desk))
    }
  }
}

extension BulkScreen {
  /// Opens the form for the value of the chosen field.
  private mutating func begin(_ desk: Desk) {
    let there = ids.compactMap { Subject.stored($0, in: desk.programme) }
    let sheet = BulkSheet(
      way: chosen.ways.first ?? .set, typed: Subject.sketch(of: there, for: chosen.id))
    form = RecordForm(chosen.spec, sheet, draftID: "bulk", desk)
    step = .value
  }

  /// Reads the form and shows what it comes to; stays where something in it cannot be read.
  private mutating func look(_ desk: Desk) {
    guard let sheet = form?.subject(desk) else { return }
    plan = BulkPlan(ids, chosen, sheet, desk)
    rowPlace = 0
    step = .preview
  }

  private mutating func apply(isSure: Bool, _ desk: inout Desk) {
    plan?.look(desk)
    guard let plan, let change = plan.change(desk) else {
      return desk.refuse(desk.words("form.nothingChanged"))
    }
    if !isSure && plan.widened > 0 {
      return desk.ask(
        Question(
          "bulkWider", desk.words("bulk.askWider", count: plan.widened),
          [
            .init("back", desk.words("answer.cancel")),
            .init("yes", desk.words("bulk.yesWider")),
          ]))
    }
    guard desk.change(change) else { return }
    desk.pop()
    let left = plan.rows.count - plan.changed
    if left > 0, let said = desk.news?.text {
      desk.say(desk.words.inARow([said + ".", desk.words("bulk.left", count: left)]))
    }
  }
}

// What it shows.
extension BulkScreen {
  private func fieldTable(_ words: Words) -> Table {
    let fields = Subject.bulkFields
    return Table(
      columns: [
        Column(words("bulk.field"), width: .fill(minimum: 24, weight: 1)),
        Column(words("bulk.ways"), width: .fill(minimum: 30, weight: 1)),
      ], rowCount: fields.count, cursor: fieldPlace
    ) { place in
      let ways = fields[place].ways.map { words("bulkWay.\($0.stored)") }
      return TableRow([
        StyledText(words("field.\(fields[place].id.stored)")),
        StyledText(words.list(ways), .faint),
      ])
    }
  }

  private func preview(_ desk: Desk) -> [Block] {
    guard let plan else { return [] }
    let words = desk.words
    let sum = words.list([
      words("bulk.changed", count: plan.changed),
      plan.same == 0 ? "" : words("bulk.same", count: plan.same),
      plan.refused == 0 ? "" : words("bulk.refused", count: plan.refused),
    ])
    var blocks: [Block] = [.prose(Prose(sum))]
    if let change = plan.change(desk), !change.canBeUndone {
      blocks.append(.notice(Notice(.warning, words("bulk.noUndo"))))
    }
    blocks += [.gap, .table(table(plan, desk))]
    if let row = plan.rows[safe: rowPlace] {
      blocks += [.gap, .prose(Prose(detail(row, desk)))]
    }
    return blocks
  }

  private func table(_ plan: BulkPlan<Subject>, _ desk: Desk) -> Table {
    let words = desk.words
    return Table(
      columns: [
        Column(words("bulk.record"), width: .fill(minimum: 22, weight: 2)),
        Column(words("bulk.now"), width: .fill(minimum: 16, weight: 1)),
        Column(words("bulk.then"), width: .fill(minimum: 24, weight: 2)),
      ], rowCount: plan.rows.count, cursor: rowPlace
    ) { place in
      let row = plan.rows[place]
      return TableRow([
        StyledText(row.before.name(desk)), StyledText(text(row.before, desk), .faint),
        fate(row.fate, desk),
      ])
    }
  }

  private func fate(_ fate: BulkPlan<Subject>.Fate, _ desk: Desk) -> StyledText {
    switch fate {
    case .changes(let after): StyledText(text(after, desk))
    case .same: StyledText(desk.words("bulk.staysSame"), .faint)
    case .refused(let refusal): StyledText("! " + desk.words.sentence(refusal), .warning)
    }
  }

  private func text(_ subject: Subject, _ desk: Desk) -> String {
    let text = chosen.shown(subject, desk)
    return text.isEmpty ? desk.words("bulk.empty") : text
  }

  /// The focused record in full: nothing that is decided here may be cut.
  private func detail(_ row: BulkPlan<Subject>.Row, _ desk: Desk) -> String {
    let after =
      switch row.fate {
      case .changes(let after): "\(text(row.before, desk)) → \(text(after, desk))"
      case .same: desk.words("bulk.staysSame")
      case .refused(let refusal): desk.words.sentence(refusal)
      }
    return desk.words.labelled(row.before.name(desk), after)
  }
}

extension Array {
  /// The element at a place; nil where there is none.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
