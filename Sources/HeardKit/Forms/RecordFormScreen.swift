import HeardModel
import TerminalCanvas

/// A kind of record that has a form of its own, and what is particular about that form.
public protocol FormRecord: Hashable, Sendable {
  /// The id under which it is stored; empty for a new one.
  var id: Identifier<Self> { get set }
  /// What the record is called in news.
  var title: String { get }
  /// The record as any record.
  var record: Record { get }
  /// The name of its form in the catalogs: `screen.NAME`.
  static var formName: String { get }
  /// What it is in names of changes.
  static var recordKind: RecordKind { get }
  /// The name of its form in drafts, and the beginning of their ids.
  static var draftForm: Code { get }
  /// The field in which what it is called is typed.
  static var titleField: Code { get }
  /// The fields and rules of its form.
  static var spec: FormSpec<Self> { get }
  /// A new one with what is most likely.
  static func blank(_ desk: Desk) -> Self
  /// The one that is there.
  static func stored(_ id: Identifier<Self>, in programme: Programme) -> Self?
  /// What a form is called in which nothing is typed yet.
  static func untitled(_ words: Words) -> String
  /// An id for a new one.
  func newID(_ desk: inout Desk) -> Identifier<Self>
  /// What there is to know of the record as it is typed; stands below the form.
  func remarks(_ desk: Desk) -> [String]
  /// Says what was noted by itself when it was saved from a form.
  func sayMore(than form: Form, _ desk: inout Desk)
  /// Leaves the form in which it was saved.
  func leave(isNew: Bool, _ desk: inout Desk)
}

extension FormRecord {
  /// Most records need no remarks.
  public func remarks(_ desk: Desk) -> [String] { [] }

  /// For most records nothing is noted by itself.
  public func sayMore(than form: Form, _ desk: inout Desk) {}

  /// Most forms go back to the screen before.
  public func leave(isNew: Bool, _ desk: inout Desk) { desk.pop() }
}

/// The form of a record that stands by itself: new or changed.
public struct RecordFormScreen<Subject: FormRecord>: FormScreen {
  /// What is typed.
  public var form: RecordForm<Subject>
  /// The record as it stands on disk; nil for a new one.
  private let stored: Subject?

  /// The name in the catalogs, by the kind of record.
  public var name: String { Subject.formName }

  private init(_ record: Subject, stored: Subject?, draftID: String, _ desk: Desk) {
    form = RecordForm(Subject.spec, record, draftID: draftID, desk)
    self.stored = stored
  }

  /// A form for a new record.
  public static func new(_ desk: Desk) -> RecordFormScreen { new(Subject.blank(desk), desk) }

  /// A form for a new record that begins with what is known of it already.
  public static func new(_ record: Subject, _ desk: Desk) -> RecordFormScreen {
    var desk = desk
    return RecordFormScreen(
      record, stored: nil, draftID: "\(Subject.draftForm.stored)-\(desk.ids.characters(8))", desk)
  }

  /// The form of a record that is there; a new one where it is not.
  public static func edit(_ id: Identifier<Subject>, _ desk: Desk) -> RecordFormScreen {
    guard let record = Subject.stored(id, in: desk.programme) else { return new(desk) }
    return RecordFormScreen(
      record, stored: record, draftID: "\(Subject.draftForm.stored)-\(id.text)", desk)
  }

  /// The form of a record that is there, ready to fill a field where one is meant.
  public static func edit(
    _ id: Identifier<Subject>, focusing field: Code?, _ desk: Desk
  ) -> RecordFormScreen {
    var screen = edit(id, desk)
    if let field { screen.form.form.focus(field) }
    return screen
  }

  /// The form of a draft as it was left; nil when its record is no longer there.
  public static func restored(_ draft: Draft, _ desk: Desk) -> RecordFormScreen? {
    var stored: Subject?
    if let id = Identifier<Subject>(stored: draft.record) {
      guard let record = Subject.stored(id, in: desk.programme) else { return nil }
      stored = record
    }
    var screen = RecordFormScreen(
      stored ?? Subject.blank(desk), stored: stored, draftID: draft.id, desk)
    screen.form.form.restore(draft)
    return screen
  }

  /// The title as it is typed, the fields, and what there is to know of the record.
  public func describe(_ desk: Desk) -> ScreenContent {
    let title = form.form.text(Subject.titleField)
    let sketch = form.spec.sketch(form.form, of: form.original, desk)
    return ScreenContent(
      context: StyledText(title.isEmpty ? Subject.untitled(desk.words) : title, .faint),
      blocks: desk.remarks(onForm: stored?.record) + [form.form.block(desk)]
        + sketch.remarks(desk).map { .notice(Notice(.info, $0)) })
  }

  /// A draft of what is typed; nil when nothing is.
  public func draft(_ desk: Desk) -> Draft? {
    form.draft(Subject.draftForm, of: stored?.id.text ?? "", desk)
  }

  /// Saves the record, a new one under a new id, and leaves; or says why it cannot.
  public mutating func save(_ desk: inout Desk) {
    guard var done = subject(&desk) else { return }
    if done.id.isEmpty { done.id = done.newID(&desk) }
    let name: ChangeName =
      stored == nil
      ? .added(kind: Subject.recordKind, title: done.title)
      : .edited(kind: Subject.recordKind, title: done.title)
    let change = Change(name, before: stored?.record, after: done.record)
    guard make(change, &desk) else { return }
    done.sayMore(than: form.form, &desk)
    done.leave(isNew: stored == nil, &desk)
  }
}
