import HeardModel
import TerminalCanvas

/// The form of a follow-up action: new or changed.
struct ActionForm: Screen {
  let name = "actionForm"
  private var form: RecordForm<FollowUpAction>
  /// The action as it stands on disk; nil for a new one.
  private let stored: FollowUpAction?

  private init(
    _ action: FollowUpAction, stored: FollowUpAction?, draftID: String, _ desk: Desk
  ) {
    form = RecordForm(ActionFields.spec, action, draftID: draftID, desk)
    self.stored = stored
  }

  /// A form for a new action, which answers a testimony or comes from an event.
  static func new(
    _ desk: Desk, event: EventID? = nil, testimony: TestimonyID? = nil
  ) -> ActionForm {
    var desk = desk
    return ActionForm(
      ActionFields.blank(desk, event: event, testimony: testimony), stored: nil,
      draftID: "action-\(desk.ids.characters(8))", desk)
  }

  /// The form of an action that is there; a new one where it is not.
  static func edit(_ id: ActionID, _ desk: Desk) -> ActionForm {
    guard let action = desk.programme.actions[id] else { return new(desk) }
    return ActionForm(action, stored: action, draftID: "action-\(id.text)", desk)
  }

  /// The form of an action with a status that needs its reason, ready to type it.
  static func edit(_ id: ActionID, taking status: ActionStatus, _ desk: Desk) -> ActionForm {
    var screen = edit(id, desk)
    screen.form.form.set("status", status.stored)
    screen.form.form.focus("reason")
    return screen
  }

  /// The form of a draft as it was left; nil when its action is no longer there.
  static func restored(_ draft: Draft, _ desk: Desk) -> ActionForm? {
    var stored: FollowUpAction?
    if let id = ActionID(stored: draft.record) {
      guard let action = desk.programme.actions[id] else { return nil }
      stored = action
    }
    var screen = ActionForm(
      stored ?? ActionFields.blank(desk), stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  var takesText: Bool { true }

  func commands(_ desk: Desk) -> [Command] { RecordForm<FollowUpAction>.commands }

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
    return ScreenContent(
      context: StyledText(title.isEmpty ? desk.words("form.newAction") : title, .faint),
      blocks: desk.remarks(onForm: stored.map(Record.action)) + [form.form.block(desk)])
  }

  func draft(_ desk: Desk) -> Draft? {
    let kept = form.form.draft(
      form.draftID, form: "action", record: stored?.id.text ?? "", event: nil, at: desk.now)
    guard var draft = kept else { return nil }
    // A new action begins with what it comes from; restored it begins empty, so all is kept.
    if stored == nil {
      for entry in form.form.entries where !form.form.text(entry.id).isEmpty {
        draft.fields[entry.id] = form.form.text(entry.id)
      }
    }
    keepOnlyIDs(in: &draft)
    return draft
  }

  func focus(_ desk: Desk) -> String { form.focus(desk) }
}

extension ActionForm {
  /// Takes testimonies by their ids into a draft: no word of what somebody told lies there.
  private func keepOnlyIDs(in draft: inout Draft) {
    guard let typed = draft.fields["testimonies"],
      case .lookupMany(let options)? = form.form.entries.first(where: { $0.id == "testimonies" })?
        .kind
    else { return }
    let ids = Dictionary(options.map { ($0.label, $0.value) }) { first, _ in first }
    let parts = typed.split(separator: ",").map { trimmed(String($0)) }
    draft.fields["testimonies"] = parts.map { ids[$0] ?? $0 }.joined(separator: ", ")
    if draft.focus == "testimonies" { draft.cursor = nil }
  }

  private mutating func save(_ desk: inout Desk) {
    guard var action = form.subject(desk) else {
      return desk.refuse(desk.words("form.problems"))
    }
    if action.id.isEmpty { action.id = desk.ids.make("a") }
    let name: ChangeName =
      stored == nil
      ? .added(kind: .action, title: action.title) : .edited(kind: .action, title: action.title)
    guard let change = Change(name, before: stored.map(Record.action), after: .action(action))
    else {
      desk.pop()
      return desk.say(desk.words("form.nothingChanged"))
    }
    let noted = form.form.text("doneOn").isEmpty ? action.doneOn : nil
    guard desk.change(change, notingDone: noted, discardingDraft: form.draftID) else { return }
    desk.drafts.removeAll { [id = form.draftID] in $0.id == id }
    desk.pop()
  }
}
