import HeardModel
import TerminalCanvas

/// The form of an event: new, changed, or the next of its series.
struct EventForm: Screen {
  let name = "eventForm"
  private var form: RecordForm<Event>
  /// The event as it stands on disk; nil for a new one.
  private let stored: Event?

  private init(_ event: Event, stored: Event?, draftID: String, _ desk: Desk) {
    form = RecordForm(EventFields.spec, event, draftID: draftID, desk)
    self.stored = stored
  }

  /// A form for a new event, which may be meant for a day.
  static func new(_ desk: Desk, on day: CalendarDay? = nil) -> EventForm {
    var desk = desk
    var event = EventFields.blank(desk)
    event.start = day.map { KnownDate($0) }
    return EventForm(event, stored: nil, draftID: "event-\(desk.ids.characters(8))", desk)
  }

  /// Opens the form of an event that is there.
  static func edit(_ id: EventID, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else { return }
    desk.push(EventForm(event, stored: event, draftID: "event-\(id.text)", desk))
  }

  /// Opens a form for the next event of a series: like the one before, without what happened.
  static func next(after id: EventID, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else { return }
    desk.push(
      EventForm(
        EventFields.next(after: event, desk.programme), stored: nil,
        draftID: "event-\(desk.ids.characters(8))", desk))
  }

  /// The form of a draft as it was left; nil when its event is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> EventForm? {
    var stored: Event?
    if let id = EventID(stored: draft.record) {
      guard let event = desk.programme.events[id] else { return nil }
      stored = event
    }
    var screen = EventForm(
      stored ?? EventFields.blank(desk), stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  var takesText: Bool { true }

  func commands(_ desk: Desk) -> [Command] { RecordForm<Event>.commands }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool { form.type(key, desk) }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save: save(&desk)
    case .back: desk.leave(keeping: draft(desk))
    default: form.perform(command)
    }
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let title = form.form.text("title")
    let sketch = form.spec.sketch(form.form, of: form.original, desk)
    let times = [TimesElsewhere.oddity(sketch, desk), TimesElsewhere.line(sketch, desk)]
    return ScreenContent(
      context: StyledText(title.isEmpty ? desk.words("form.newEvent") : title, .faint),
      blocks: [form.form.block(desk)] + times.compactMap { $0 }.map { .notice(Notice(.info, $0)) })
  }

  func draft(_ desk: Desk) -> Draft? {
    var draft = form.form.draft(
      form.draftID, form: "event", record: stored?.id.text ?? "", event: nil, at: desk.now)
    // What was proposed, as a day or a whole series, comes from nowhere else when it is restored.
    if stored == nil { draft?.fields = form.form.filled }
    return draft
  }

  func focus(_ desk: Desk) -> String { form.focus(desk) }

  private mutating func save(_ desk: inout Desk) {
    guard var event = form.subject(desk) else {
      return desk.refuse(desk.words("form.problems"))
    }
    if event.id.isEmpty {
      event.id = desk.ids.makeEvent(
        start: event.start, country: event.country, placeSlug: slug(event.place))
    }
    let name: ChangeName =
      stored == nil
      ? .added(kind: .event, title: event.title) : .edited(kind: .event, title: event.title)
    guard let change = Change(name, before: stored.map(Record.event), after: .event(event)) else {
      desk.pop()
      return desk.say(desk.words("form.nothingChanged"))
    }
    guard desk.change(change, discardingDraft: form.draftID) else { return }
    if stored == nil { desk.replace(with: EventScreen(event.id)) } else { desk.pop() }
  }
}

/// A place in plain ASCII for ids: `São Paulo` becomes `sao-paulo`; empty for other scripts.
public func slug(_ text: String) -> String {
  let words = fold(text).split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
  return words.joined(separator: "-")
}
