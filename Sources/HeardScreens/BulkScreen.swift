import HeardModel
import TerminalCanvas

/// Changes one field of several records: which field, which value, and what that comes to.
struct BulkScreen<Subject: BulkRecord>: Screen {
  let name = "bulk"
  let ids: [Identifier<Subject>]
  private(set) var step = Step.field
  private(set) var fieldPlace = 0
  private(set) var rowPlace = 0
  private(set) var form: RecordForm<BulkSheet<Subject>>?
  private(set) var plan: BulkPlan<Subject>?

  /// What is being asked.
  enum Step: Sendable {
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
    guard plan?.lacksReason ?? false, let beside = chosen.fields.last else { return }
    step = .value
    form?.form.focus(beside.id)
  }

  /// The field that is changed.
  var chosen: BulkField<Subject> { Subject.bulkFields[fieldPlace] }

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
}

extension BulkScreen {
  /// Opens the form for the value of the chosen field.
  private mutating func begin(_ desk: Desk) {
    let there = ids.compactMap { Subject.stored($0, in: desk.programme) }
    let sheet = BulkSheet(
      way: chosen.ways.first ?? .set, typed: Subject.sketch(of: there, for: chosen.id))
    form = RecordForm(chosen.spec, sheet, draftID: "bulk", desk)
    let id = chosen.id
    form?.form.focus(id)
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

extension Array {
  /// The element at a place; nil where there is none.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
