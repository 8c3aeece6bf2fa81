import HeardModel
import StrictJSON

/// A change as it is kept on this machine to be undone another day.
///
/// Only what may come back is kept: no testimony, and of an event what `EventParts` lets through.
struct StoredChange: Stored {
  private var what = ""
  private var kind: RecordKind?
  private var title = ""
  private var from: Int?
  private var to: Int?
  private var edits: [StoredEdit] = []
  /// When it was made, by the clock of the program; versions before did not keep it.
  var at: Moment?

  init() {}

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("what", &what)
    visitor.value("kind", &kind)
    visitor.text("title", &title)
    visitor.number("from", &from, 0...1_000_000_000)
    visitor.number("to", &to, 0...1_000_000_000)
    visitor.records("edits", &edits)
    visitor.value("at", &at)
  }

  /// A change in the form in which it is kept; nil for one that may not be.
  init?(_ change: Change) {
    guard change.canBeUndone else { return nil }
    what = change.name.historyWord
    switch change.name {
    case .added(let kind, let title), .edited(let kind, let title),
      .removed(let kind, let title), .status(let kind, let title):
      (self.kind, self.title) = (kind, title)
    case .attendance(let title, let before, let after):
      (self.title, from, to) = (title, before, after)
    case .several(let kind, let count), .imported(let kind, let count):
      (self.kind, to) = (kind, count)
    case .merged(let kind, let title): (self.kind, self.title) = (kind, title)
    case .addedSeveral(let kind, let count):
      (what, self.kind, to) = ("addedSeveral", kind, count)
    case .feedback(let title, let count): (self.title, to) = (title, count)
    // These tell of people, or of what two of them wrote.
    case .consent, .people, .mergedPeople, .conflict, .slip, .forgotten: return nil
    // Nothing undoes an approval; it is unlocked with a reason.
    case .approved, .unlocked: return nil
    }
    for edit in change.edits {
      guard let stored = StoredEdit(edit) else { return nil }
      edits.append(stored)
    }
  }

  /// The files of its records that stand each in one of its own.
  var files: [String] { edits.compactMap(\.file) }

  /// The change again, with the people who stand on the lists now; nil where it cannot be read.
  func change(in programme: Programme) -> Change? {
    guard let name else { return nil }
    var read: [Edit] = []
    for stored in edits {
      guard let edit = stored.edit(in: programme) else { return nil }
      read.append(edit)
    }
    return read.isEmpty ? nil : Change(name, read)
  }

  private var name: ChangeName? {
    switch (what, kind) {
    case ("attendance", _): .attendance(title: title, before: from, after: to)
    case ("feedback", _): .feedback(title: title, count: to ?? 0)
    case ("added", let kind?): .added(kind: kind, title: title)
    case ("edited", let kind?): .edited(kind: kind, title: title)
    case ("removed", let kind?): .removed(kind: kind, title: title)
    case ("status", let kind?): .status(kind: kind, title: title)
    case ("joined", let kind?): .merged(kind: kind, title: title)
    case ("several", let kind?): .several(kind: kind, count: to ?? 0)
    case ("addedSeveral", let kind?): .addedSeveral(kind: kind, count: to ?? 0)
    case ("imported", let kind?): .imported(kind: kind, count: to ?? 0)
    default: nil
    }
  }
}

/// One record before and after, in the format of the files.
private struct StoredEdit: StoredRecord {
  private var id = ""
  private var kind: RecordKind?
  private var before: StoredValue?
  private var after: StoredValue?

  init() {}
  var recordID: String { id }

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.value("kind", &kind)
    visitor.raw("before", &before)
    visitor.raw("after", &after)
  }

  init?(_ edit: Edit) {
    id = edit.key.recordID
    // What two people wrote may be about anybody on a list.
    guard edit.before?.conflicts.isEmpty ?? true, edit.after?.conflicts.isEmpty ?? true else {
      return nil
    }
    switch (edit.key, edit.before, edit.after) {
    case (.testimony, _, _), (.approval, _, _): return nil
    case (.event, let before, let after):
      // Of a change of what may not be kept nothing is.
      guard Self.parts(before).leftOut == Self.parts(after).leftOut else { return nil }
      kind = .event
    case (.settings, _, _): kind = .programme
    case (.action, _, _): kind = .action
    case (.organisation, _, _): kind = .organisation
    case (.staff, _, _): kind = .staff
    case (.view, _, _): kind = .view
    case (.fact, _, _): kind = .fact
    case (.release, _, _): kind = .release
    }
    before = edit.before.flatMap(Self.value)
    after = edit.after.flatMap(Self.value)
  }

  /// The file of the record, where it has one of its own.
  var file: String? {
    // Of a name that is no id nothing is read, here as elsewhere.
    guard Identifier<Event>(stored: id) != nil else { return nil }
    return switch kind {
    case .event: FilePlace.events.path(id)
    case .action: FilePlace.actions.path(id)
    case .fact: FilePlace.facts.path(id)
    case .release: FilePlace.releases.path(id)
    default: nil
    }
  }

  func edit(in programme: Programme) -> Edit? {
    guard let kind else { return nil }
    let old = before.flatMap { Self.record($0, kind, programme) }
    let new = after.flatMap { Self.record($0, kind, programme) }
    // Half a change would be another change.
    if (old == nil) != (before == nil) || (new == nil) != (after == nil) { return nil }
    return Edit(before: old, after: new)
  }

  private static func parts(_ record: Record?) -> EventParts {
    guard case .event(let event)? = record else { return EventParts(nil) }
    return EventParts(event)
  }

  private static func value(_ record: Record) -> StoredValue? {
    switch record {
    case .event(let event): return StoredValue(EventParts(event).kept)
    case .settings(let settings): return StoredValue(TreeWriter.tree(settings))
    case .action(let action): return StoredValue(TreeWriter.tree(action))
    case .organisation(let organisation): return StoredValue(TreeWriter.tree(organisation))
    case .staff(let member): return StoredValue(TreeWriter.tree(member))
    case .view(let view): return StoredValue(TreeWriter.tree(view))
    case .fact(let fact): return StoredValue(TreeWriter.tree(fact))
    case .release(let release): return StoredValue(TreeWriter.tree(release))
    case .testimony, .approval: return nil
    }
  }

  private static func record(
    _ value: StoredValue, _ kind: RecordKind, _ programme: Programme
  ) -> Record? {
    switch kind {
    case .event:
      let tree = JSONValue(value)
      let id = tree["id"]?.text.flatMap(EventID.init(stored:))
      return EventParts.event(tree, with: id.flatMap { programme.events[$0] }).map(Record.event)
    case .programme: return read(value).map(Record.settings)
    case .action: return read(value).map(Record.action)
    case .organisation: return read(value).map(Record.organisation)
    case .staff: return read(value).map(Record.staff)
    case .view: return read(value).map(Record.view)
    case .fact: return read(value).map(Record.fact)
    case .release: return read(value).map(Record.release)
    case .testimony, .approval: return nil
    }
  }

  private static func read<T: Stored>(_ value: StoredValue) -> T? {
    try? decode(JSONValue(value).canonicalBytes(), file: "undo")
  }
}
