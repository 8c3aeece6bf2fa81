import HeardModel
import TerminalCanvas

/// Changes one field of several records: which field, which value, and what that comes to.
///
/// Each step is a screen of its own on the way back; only the last one changes anything.
public struct BulkScreen<Listed: BulkRecord>: FormScreen {
  /// The name in the catalogs: `screen.bulk`.
  public let name = "bulk"
  /// A typed value leads to the preview.
  public let closing = Command.preview
  let ids: [Identifier<Listed>]
  private let step: Step
  private(set) var fieldPlace: Int
  private(set) var rowPlace = 0
  /// What is typed: the value, and how it meets what stands there.
  public var form: RecordForm<BulkSheet<Listed>>
  private(set) var plan: BulkPlan<Listed>?
  /// How many steps there were, this one counted.
  private let depth: Int

  /// What is being asked.
  enum Step: Sendable {
    case field
    case value
    case preview
  }

  /// Begins with the question which field is meant.
  public init(_ ids: [Identifier<Listed>], _ desk: Desk) {
    self.init(.field, ids, field: 0, depth: 1, desk)
  }

  /// With a value for a field, at what it comes to; where more has to be typed, at that.
  public init?(_ ids: [Identifier<Listed>], setting field: Code, to value: String, _ desk: Desk) {
    guard let place = Listed.bulkFields.firstIndex(where: { $0.id == field }) else { return nil }
    var asking = BulkScreen(.value, ids, field: place, depth: 1, desk)
    asking.form.form.set(field, value)
    guard let plan = asking.planned(desk) else { return nil }
    if plan.lacksReason, let beside = asking.chosen.fields.last {
      self = asking
      form.form.focus(beside.id)
    } else {
      self.init(.preview, ids, field: place, depth: 1, desk)
      self.plan = plan
    }
  }

  private init(
    _ step: Step, _ ids: [Identifier<Listed>], field place: Int, depth: Int, _ desk: Desk
  ) {
    (self.step, self.ids, fieldPlace, self.depth) = (step, ids, place, depth)
    let field = Listed.bulkFields[place]
    let there = ids.compactMap { Listed.stored($0, in: desk.programme) }
    let sheet = BulkSheet(
      way: field.ways.first ?? .set, typed: Listed.sketch(of: there, for: field.id))
    form = RecordForm(field.spec, sheet, draftID: "bulk", desk)
    form.form.focus(field.id)
  }

  /// The field that is changed.
  var chosen: BulkField<Listed> { Listed.bulkFields[fieldPlace] }

  /// Whether a value is being typed.
  public var isAsking: Bool { step == .value }

  /// The other steps take commands only.
  public var takesText: Bool { isAsking }

  /// The commands of the step; nothing can be applied where nothing changes.
  public func commands(_ desk: Desk) -> [Command] {
    switch step {
    case .field: [.open, .back] + ListMove.commands
    case .value: [.preview, .back, .nextField, .previousField]
    case .preview: (plan?.changed == 0 ? [] : [.apply]) + [.back] + ListMove.commands
    }
  }

  /// Takes a key into the value; Enter in the last field leads to the preview.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    guard isAsking else { return false }
    let isLast = form.form.cursor == form.form.entries.count - 1
    if key == .enter, isLast, form.form.focused?.suggestionCursor == nil,
      form.form.focused?.begun.isEmpty ?? true
    {
      save(&desk)
      return true
    }
    return form.type(key, desk) || refusesLetter(key, &desk)
  }

  /// Moves, goes to the next step, or changes the records after the preview.
  public mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch (step, command) {
    case (_, .back): desk.pop()
    case (.field, .open):
      desk.push(BulkScreen(.value, ids, field: fieldPlace, depth: depth + 1, desk))
    case (.field, _):
      fieldPlace = ListMove.cursor(
        fieldPlace, command, count: Listed.bulkFields.count, page: desk.pageRows)
    case (.value, .preview): save(&desk)
    case (.value, _): form.perform(command)
    case (.preview, .apply): apply(isSure: false, &desk)
    case (.preview, _):
      rowPlace = ListMove.cursor(
        rowPlace, command, count: plan?.rows.count ?? 0, page: max(1, desk.pageRows - 4))
    }
  }

  /// Shows what the value comes to; stays where something in it cannot be read.
  public mutating func save(_ desk: inout Desk) {
    guard let plan = planned(desk) else {
      return desk.refuse(desk.words("form.problems"))
    }
    var preview = BulkScreen(.preview, ids, field: fieldPlace, depth: depth + 1, desk)
    preview.plan = plan
    desk.push(preview)
  }

  /// Changes the records once it was agreed that events tell more than before.
  public mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    if question == "bulkWider" && answer == "yes" { apply(isSure: true, &desk) }
  }

  /// Leaves out what somebody else changed or locked meanwhile.
  public mutating func refresh(_ desk: Desk) { plan?.refresh(desk) }

  /// What the step shows.
  public func describe(_ desk: Desk) -> ScreenContent { describe(step, desk) }

  /// What is focused: a field, the value as typed, or a record with what becomes of it.
  public func focus(_ desk: Desk) -> String {
    switch step {
    case .field: return desk.words("field.\(chosen.id.stored)")
    case .value: return form.focus(desk)
    case .preview:
      guard let row = plan?.rows[safe: rowPlace] else { return "" }
      return detail(row, desk)
    }
  }
}

extension BulkScreen {
  /// What the value comes to; nil where it cannot be read, which then stands beside the field.
  private mutating func planned(_ desk: Desk) -> BulkPlan<Listed>? {
    form.subject(desk).map { BulkPlan(ids, chosen, $0, desk) }
  }

  private mutating func apply(isSure: Bool, _ desk: inout Desk) {
    plan?.refresh(desk)
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
    for _ in 0..<depth { desk.pop() }
    let left = leftOut(plan, desk.words, desk)
    if !left.isEmpty, let said = desk.news?.text {
      desk.say(desk.words.stopped([said, desk.words.inARow(left)]))
    }
  }

  /// How many were left as they are, and of those that could not change which and why.
  private func leftOut(_ plan: BulkPlan<Listed>, _ words: Words, _ desk: Desk) -> [String] {
    let same = plan.same == 0 ? [] : [words("bulk.left", count: plan.same)]
    return plan.leftOut.reduce(into: same) { lines, group in
      let names = words.list(group.records.prefix(3).map { words.cut($0.name(desk), to: 40) })
      let more = group.records.count - 3
      lines.append(
        words(
          "bulk.leftOut", count: group.records.count,
          [
            "what": more > 0 ? words("bulk.andMore", count: more, ["what": names]) : names,
            "why": words.sentence(group.refusal, desk),
          ]))
    }
  }
}

extension Array {
  /// The element at a place; nil where there is none.
  public subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
