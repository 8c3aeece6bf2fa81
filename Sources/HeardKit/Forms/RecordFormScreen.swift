import HeardModel
import TerminalCanvas

/// The form of a record that stands by itself: new or changed.
public struct RecordFormScreen<Subject: FormRecord>: FormScreen {
  /// What is typed.
  public var form: RecordForm<Subject>
  /// The record as it stands on disk; nil for a new one.
  private let stored: Subject?
  /// Whether the person wants it back although somebody else has removed it.
  private var bringsBack = false
  /// Whether days are kept although they cannot be right; asked again when they are typed anew.
  private var keepsOddDays = false

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
      blocks: desk.remarks(onForm: stored?.record) + [form.block(desk)]
        + sketch.remarks(desk).map { .notice(Notice(.info, $0)) })
  }

  /// Takes a key; what cannot be saved is not typed in vain.
  public mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    let before = form.form
    let handled = form.type(key, desk)
    // What was typed before the record was closed stays, and goes on: it may be opened again.
    let typedBefore = changed(in: before)
    let isNew = changed.contains { field in
      !typedBefore.contains(field) && (desk.readOnly != nil || !Subject.isOpenUnderLock(field))
    }
    if isNew, let why = closing(desk) {
      form.form = before
      desk.refuseLastingly(why)
    }
    return handled || refusesLetter(key, &desk)
  }

  /// Looks at a field that was filled in as a whole; where it cannot be saved it stays as it was.
  public mutating func checkField(_ field: Code, _ desk: inout Desk) {
    form.spec.check(field, in: &form.form, of: form.original, desk)
    guard changed == [field], let why = closing(desk) else { return }
    form.form.set(field, form.form.entries.first { $0.id == field }?.opening ?? "")
    desk.refuseLastingly(why)
  }

  /// Why what stands in the fields can never be saved; nil where it can.
  ///
  /// A file that cannot be read keeps nobody from typing: it is mended elsewhere at any moment.
  private func closing(_ desk: Desk) -> String? {
    guard let record = stored?.record, !changed.isEmpty else { return nil }
    if let readOnly = desk.readOnly { return desk.words.sentence(readOnly) }
    guard case .event(let event) = record, let lock = desk.programme.lock(of: event),
      !changed.allSatisfy(Subject.isOpenUnderLock)
    else { return nil }
    return desk.words.sentence(lock, desk.formats)
  }

  private var changed: [Code] { changed(in: form.form) }

  private func changed(in form: Form) -> [Code] {
    form.entries.filter { $0.value.text != $0.opening }.map(\.id)
  }

  /// A draft of what is typed; nil when nothing is.
  public func draft(_ desk: Desk) -> Draft? {
    form.draft(Subject.draftForm, of: stored?.id.text ?? "", desk)
  }

  /// Takes the answer whether a record that is gone is to be brought back, or an odd day kept.
  public mutating func answered(_ question: String, _ answer: String, _ desk: inout Desk) {
    switch (question, answer) {
    case ("bringBack", "yes"): bringsBack = true
    case ("oddDays", "keep"): keepsOddDays = true
    default: return
    }
    save(&desk)
    keepsOddDays = false
  }

  /// Saves the record, a new one under a new id, and leaves; or says why it cannot.
  public mutating func save(_ desk: inout Desk) {
    if let record = stored?.record, desk.programme.record(record.key) == nil, !bringsBack {
      return desk.askToBringBack(record)
    }
    guard var done = subject(&desk) else { return }
    if done.id.isEmpty { done.id = done.newID(&desk) }
    let name: ChangeName =
      stored == nil
      ? .added(kind: Subject.recordKind, title: done.title)
      : .edited(kind: Subject.recordKind, title: done.title)
    let change = Change(name, before: stored?.record, after: done.record)
    if let change, !keepsOddDays, desk.askAboutDays(in: change) { return }
    guard make(change, &desk) else { return }
    done.sayMore(than: form.form, &desk)
    done.leave(isNew: stored == nil, &desk)
  }
}
