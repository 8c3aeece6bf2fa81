import HeardKit
import HeardModel
import TerminalCanvas

/// Plans the events that follow one: how many and in which rhythm, with every day before it is made.
struct SeriesForm: FormScreen {
  let name = "seriesForm"
  private let base: EventID
  var form: RecordForm<SeriesPlan>

  /// A plan of what follows an event.
  init(after base: EventID, _ desk: Desk) {
    self.base = base
    let plan = SeriesPlan(country: desk.programme.events[base]?.country)
    form = RecordForm(SeriesFields.spec, plan, draftID: "series-\(base.text)", desk)
  }

  /// The plan of a draft as it was left; nil when its event is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> SeriesForm? {
    guard let base = EventID(stored: draft.record), desk.programme.events[base] != nil
    else { return nil }
    var screen = SeriesForm(after: base, desk)
    screen.form.form.restore(draft)
    return screen
  }

  func draft(_ desk: Desk) -> Draft? {
    form.draft("series", of: base.text, event: base, desk)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    guard let event = desk.programme.events[base] else {
      return ScreenContent(blocks: [.notice(Notice(.warning, desk.words("event.gone")))])
    }
    return ScreenContent(
      context: StyledText(event.series.name.isEmpty ? event.title : event.series.name, .faint),
      blocks: [form.block(desk), .gap, .table(preview(event, desk))])
  }

  private func preview(_ event: Event, _ desk: Desk) -> Table {
    let plan = form.spec.sketch(form.form, of: form.original, desk)
    let steps = plan.steps(after: event, desk)
    let isWithoutDay = plan.firstDay(after: event, today: desk.today) == nil
    return Table(
      columns: [
        Column(desk.words("series.number"), width: .fixed(4), alignment: .trailing),
        Column(desk.words("series.day"), width: .fill(minimum: 26, weight: 1)),
        Column(desk.words("series.remark"), width: .fill(minimum: 26, weight: 2)),
      ], rowCount: steps.count, isFocused: false,
      emptyText: StyledText(desk.words(isWithoutDay ? "series.noDay" : "series.noSteps"), .faint)
    ) { index in Self.row(steps[index], desk) }
  }

  private static func row(_ step: SeriesPlan.Step, _ desk: Desk) -> TableRow {
    var remark = StyledText("")
    if let taken = step.taken {
      let title = desk.programme.events[taken]?.title ?? taken.text
      remark = StyledText(desk.words("series.taken", ["event": title]), .warning)
    } else if let problem = TimesElsewhere.problem(step.event.start, of: step.event, desk) {
      remark = StyledText(problem.sentence(desk.words), .warning)
    }
    return TableRow([
      StyledText(step.event.series.number.map(String.init) ?? desk.words("date.none"), .faint),
      StyledText(desk.formats.weekday(step.day), step.taken == nil ? .plain : .faint), remark,
    ])
  }

  mutating func save(_ desk: inout Desk) {
    guard let plan = subject(&desk), let event = desk.programme.events[base] else { return }
    guard plan.firstDay(after: event, today: desk.today) != nil else {
      return desk.refuse(desk.words("series.noDay"))
    }
    guard let change = plan.change(after: event, &desk) else {
      return desk.refuse(desk.words("series.allTaken"))
    }
    if desk.change(change, discardingDraft: form.draftID) { desk.pop() }
  }
}
