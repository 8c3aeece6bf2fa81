import HeardModel
import TerminalCanvas

// What each step shows.
extension BulkScreen {
  /// What a step shows.
  func describe(_ step: Step, _ desk: Desk) -> ScreenContent {
    let words = desk.words
    let count = words("bulk.several.\(Listed.recordKind.rawValue)", count: ids.count)
    let label = words("field.\(chosen.id.stored)")
    switch step {
    case .field:
      return ScreenContent(
        context: StyledText(count, .faint),
        blocks: [.prose(Prose(words("bulk.whichField"))), .gap, .table(fieldTable(words))])
    case .value:
      return ScreenContent(
        context: StyledText(words.list([count, label]), .faint),
        blocks: [
          form.block(desk), .gap, .prose(Prose(words("bulk.how"), style: .faint)),
        ])
    case .preview:
      return ScreenContent(
        context: StyledText(words.list([count, label]), .faint), blocks: preview(desk))
    }
  }

  private func fieldTable(_ words: Words) -> Table {
    let fields = Listed.bulkFields
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

  private func table(_ plan: BulkPlan<Listed>, _ desk: Desk) -> Table {
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

  private func fate(_ fate: BulkPlan<Listed>.Fate, _ desk: Desk) -> StyledText {
    switch fate {
    case .changes(let after): StyledText(text(after, desk))
    case .same: StyledText(desk.words("bulk.staysSame"), .faint)
    case .refused(let refusal): StyledText("! " + desk.words.sentence(refusal, desk), .warning)
    }
  }

  private func text(_ subject: Listed, _ desk: Desk) -> String {
    let text = chosen.shown(subject, desk)
    return text.isEmpty ? desk.words("bulk.empty") : text
  }

  /// The focused record in full: nothing that is decided here may be cut.
  func detail(_ row: BulkPlan<Listed>.Row, _ desk: Desk) -> String {
    let after =
      switch row.fate {
      case .changes(let after): "\(text(row.before, desk)) → \(text(after, desk))"
      case .same: desk.words("bulk.staysSame")
      case .refused(let refusal): desk.words.sentence(refusal, desk)
      }
    return desk.words.labelled(whole(row.before, desk), after)
  }

  /// A record by more than its title where several may have the same; short enough that what
  /// becomes of it is never cut.
  private func whole(_ subject: Listed, _ desk: Desk) -> String {
    let name = desk.words.cut(subject.name(desk), to: 60)
    guard case .event(let event) = subject.record else { return name }
    return [event.start?.dayText ?? "", event.place, name].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
