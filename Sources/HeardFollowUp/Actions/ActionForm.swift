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
  public static let formName = "actionForm"
  public static let recordKind = RecordKind.action
  public static let draftForm: Code = "action"
  public static let titleField: Code = "title"
  public static var spec: FormSpec<FollowUpAction> { ActionFields.spec }

  public static func blank(_ desk: Desk) -> FollowUpAction { ActionFields.blank(desk) }

  public static func stored(_ id: ActionID, in programme: Programme) -> FollowUpAction? {
    programme.actions[id]
  }

  public static func untitled(_ words: Words) -> String { words("form.newAction") }

  public var record: Record { .action(self) }

  public func newID(_ desk: inout Desk) -> ActionID { desk.ids.make("a") }

  public func sayMore(than form: Form, _ desk: inout Desk) {
    if form.text("doneOn").isEmpty { desk.say(notedDone: doneOn) }
  }
}
