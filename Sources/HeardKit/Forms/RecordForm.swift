import HeardModel
import TerminalCanvas

/// A form about one record: what is typed, the record as it was, and the draft that keeps it.
public struct RecordForm<Subject: Sendable>: Sendable {
  /// The fields of the record, and the rules that look at more than one.
  public let spec: FormSpec<Subject>
  /// The record as it was when the form was opened.
  public let original: Subject
  /// What stands in the fields, and which one is focused.
  public var form: Form
  /// The name of the draft that keeps what is typed.
  public let draftID: String

  /// A form with what stands in a record.
  public init(_ spec: FormSpec<Subject>, _ original: Subject, draftID: String, _ desk: Desk) {
    self.spec = spec
    self.original = original
    self.draftID = draftID
    form = spec.form(original, desk)
  }

  /// Takes a typed key; when a field is left, it is looked at.
  public mutating func type(_ key: Key, _ desk: Desk) -> Bool {
    let left = form.focused
    let columns = CanvasRenderer.areaColumns(size: desk.size, hasAside: false)
    let sketch = spec.sketch(form, of: original, desk)
    let handled = form.handle(key, columns: columns) { [spec] id, text in
      spec.suggestions(id, text, sketch, desk)
    }
    if handled, let left, left.id != form.focused?.id {
      spec.check(left.id, in: &form, of: original, desk)
      stay(at: left, after: key)
    }
    return handled
  }

  /// Goes back to a field that Enter left with something wrong in it that was not told before.
  ///
  /// A braille line shows where the cursor stands, and nothing else. Enter again goes on.
  public mutating func stay(at left: Form.Entry, after key: Key) {
    guard key == .enter, left.problem == nil,
      form.entries.contains(where: { $0.id == left.id && $0.problem != nil })
    else { return }
    form.focus(left.id)
  }

  /// The form as a block, with what was understood beside its fields.
  public func block(_ desk: Desk) -> Block { form.block(desk, understood: understood(desk)) }

  /// How what stands in its fields is understood, as far as it is more than a text.
  public func understood(_ desk: Desk) -> [Code: Understood] {
    spec.understood(form, of: original, desk)
  }

  /// Moves the focus or folds for a command that came from the palette or the key table.
  public mutating func perform(_ command: Command) {
    switch command {
    case .nextField: form.move(1)
    case .previousField: form.move(-1)
    case .fold: form.toggleFold()
    default: break
    }
  }

  /// The record as it is to be saved; nil when something in the form stands against it.
  public mutating func subject(_ desk: Desk) -> Subject? {
    spec.subject(&form, changing: original, desk)
  }

  /// The label of the focused field with what stands in it, for `w`.
  public func focus(_ desk: Desk) -> String {
    guard let entry = form.focused else { return "" }
    let label = entry.label ?? desk.words("field.\(entry.id.stored)")
    let text = entry.begun.isEmpty ? Form.text(of: entry, desk.words) : entry.begun
    return text.isEmpty ? label : desk.words.labelled(label, text)
  }

  /// The commands of every form; folding only where something is folded.
  public var commands: [Command] {
    let fold: [Command] = form.entries.contains { $0.section != nil } ? [.fold] : []
    return [.save, .back, .nextField, .previousField] + fold
  }

  /// A draft of what is typed, nil when nothing is; the record is empty for a new one.
  ///
  /// That of a new record keeps all that stands in the form: another day something else might be
  /// proposed, and a form that was opened from an event begins empty when it is opened again.
  public func draft(_ kind: Code, of record: String, event: EventID? = nil, _ desk: Desk) -> Draft?
  {
    var draft = form.draft(draftID, form: kind, record: record, event: event, at: desk.now)
    for entry in form.entries where record.isEmpty && !entry.value.text.isEmpty {
      draft?.fields[entry.id] = entry.kept
    }
    // Days are kept, not words for them: the draft may be opened tomorrow.
    if draft == nil { return nil }
    let understood = understood(desk)
    for entry in form.entries where draft?.fields[entry.id] != nil {
      guard case .date = entry.kind, let date = understood[entry.id] else { continue }
      draft?.fields[entry.id] = date.text
    }
    return draft
  }
}
