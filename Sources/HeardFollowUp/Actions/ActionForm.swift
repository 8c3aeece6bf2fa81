import HeardKit
import HeardModel

/// The form of a follow-up action: new or changed.
typealias ActionForm = RecordFormScreen<FollowUpAction>

extension ActionForm {
  /// A form for a new action, which answers a testimony or comes from an event.
  static func new(
    _ desk: Desk, event: EventID? = nil, testimony: TestimonyID? = nil
  ) -> ActionForm {
    new(ActionFields.blank(desk, event: event, testimony: testimony), desk)
  }

  /// The form of an action with a status that needs its reason, ready to type it.
  static func edit(_ id: ActionID, taking status: ActionStatus, _ desk: Desk) -> ActionForm {
    var screen = edit(id, desk)
    screen.form.form.set("status", status.stored)
    screen.form.form.focus("reason")
    return screen
  }
}

extension FollowUpAction: FormRecord {
  /// The name of the form in the catalogs: `screen.actionForm`.
  public static let formName = "actionForm"
  /// A follow-up action, in names of changes.
  public static let recordKind = RecordKind.action
  /// The name of the form in drafts, and the beginning of their ids.
  public static let draftForm: Code = "action"
  /// The title, by which an action is called.
  public static let titleField: Code = "title"
  /// The fields and rules of an action.
  public static var spec: FormSpec<FollowUpAction> { ActionFields.spec }

  /// A new action with what is most likely: proposed today.
  public static func blank(_ desk: Desk) -> FollowUpAction { ActionFields.blank(desk) }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: ActionID, in programme: Programme) -> FollowUpAction? {
    programme.actions[id]
  }

  /// What a form is called before the action has a title.
  public static func untitled(_ words: Words) -> String { words("form.newAction") }

  /// The action as any record.
  public var record: Record { .action(self) }

  /// A new id, as `a-7kq2m9x4ab`.
  public func newID(_ desk: inout Desk) -> ActionID { desk.ids.make("a") }

  /// Which of its days cannot be right.
  public func remarks(_ desk: Desk) -> [String] { desk.remarks(onDaysOf: record) }

  /// Says which day was noted as the one on which it was done, where none was typed.
  public func sayMore(than form: Form, _ desk: inout Desk) {
    if form.text("doneOn").isEmpty { desk.say(notedDone: doneOn) }
  }
}
