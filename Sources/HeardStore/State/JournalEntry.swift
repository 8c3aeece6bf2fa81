import HeardModel
import StrictJSON

/// What this program has not brought to disk, as one file.
struct JournalFile: Stored {
  /// When it was written.
  var at = Moment(seconds: 0)
  /// The changes in their order.
  var changes: [JournalEntry] = []

  init() {}

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.required("at", &at)
    visitor.records("changes", &changes)
  }
}

/// One change that is not on disk, in the format of the files: only what it changes.
struct JournalEntry: StoredRecord {
  private(set) var id = ""
  private(set) var at = Moment(seconds: 0)
  private(set) var draft = ""
  private(set) var edits: [JournalEdit] = []
  private var what = ""
  private var kind: RecordKind?
  private var title = ""
  private var from: Int?
  private var to: Int?
  private var purpose: ConsentPurpose?
  private var state: ConsentState?
  private var quarter: ApprovalPeriod?

  init() {}
  var recordID: String { id }

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.required("at", &at)
    visitor.text("draft", &draft)
    visitor.text("what", &what)
    visitor.value("kind", &kind)
    visitor.text("title", &title)
    visitor.number("from", &from, 0...1_000_000_000)
    visitor.number("to", &to, 0...1_000_000_000)
    visitor.value("purpose", &purpose)
    visitor.value("state", &state)
    visitor.value("quarter", &quarter)
    visitor.records("edits", &edits)
  }

  /// A change as it is kept; `number` tells it from the others of its file.
  init(_ pending: PendingChange, number: Int) {
    (id, at, draft) = ("c-\(number)", pending.at, pending.draft ?? "")
    edits = pending.change.edits.compactMap(JournalEdit.init)
    what = pending.change.name.historyWord
    switch pending.change.name {
    case .added(let kind, let title), .edited(let kind, let title), .removed(let kind, let title),
      .status(let kind, let title):
      (self.kind, self.title) = (kind, title)
    case .attendance(let title, let before, let after):
      (self.title, from, to) = (title, before, after)
    case .consent(let purpose, let state): (self.purpose, self.state) = (purpose, state)
    case .people(let title): self.title = title
    case .merged(let kind, let title): (self.kind, self.title) = (kind, title)
    case .mergedPeople: break
    case .forgotten: break
    case .approved(let quarter), .unlocked(let quarter): self.quarter = quarter
    case .feedback(let title, let count): (self.title, to) = (title, count)
    case .slip(let title): (what, self.title) = ("slip", title)
    // A field's name in the language of that day.
    case .conflict(let field, let title): (self.title, draft) = ("\(field): \(title)", draft)
    case .several(let kind, let count), .imported(let kind, let count):
      (self.kind, to) = (kind, count)
    case .addedSeveral(let kind, let count):
      (what, self.kind, to) = ("addedSeveral", kind, count)
    }
    // Half of a merge would lose what the other half holds: it is done whole or not at all.
    if pending.change.isMerge,
      edits.count < pending.change.edits.count || !edits.allSatisfy(\.isWhole)
    {
      edits = []
    }
    // Of a testimony no title: it could be words of it.
    if edits.contains(where: { $0.kind == .testimony }) { title = "" }
  }

  /// What the change did.
  var name: ChangeName {
    switch (what, kind) {
    case ("added", let kind?): .added(kind: kind, title: title)
    case ("removed", let kind?): .removed(kind: kind, title: title)
    case ("status", let kind?): .status(kind: kind, title: title)
    case ("joined", let kind?): .merged(kind: kind, title: title)
    case ("joined", nil): .mergedPeople(pseudonym: title)
    case ("attendance", _): .attendance(title: title, before: from, after: to)
    case ("people", _): .people(title: title)
    case ("feedback", _): .feedback(title: title, count: to ?? 0)
    case ("several", let kind?): .several(kind: kind, count: to ?? 0)
    case ("addedSeveral", let kind?): .addedSeveral(kind: kind, count: to ?? 0)
    case ("imported", let kind?): .imported(kind: kind, count: to ?? 0)
    case ("approved", _): quarter.map(ChangeName.approved) ?? .people(title: title)
    case ("unlocked", _): quarter.map(ChangeName.unlocked) ?? .people(title: title)
    case ("erased", _): .forgotten
    case ("consent", _):
      .consent(purpose: purpose ?? .record, state: state ?? .notAsked)
    default: .edited(kind: kind ?? edits.first?.kind ?? .event, title: title)
    }
  }
}

/// What a change changes of one record.
struct JournalEdit: StoredRecord {
  private(set) var id = ""
  private(set) var kind = RecordKind.event
  private var event: EventID?
  private var before: StoredValue?
  private var after: StoredValue?
  /// Whether there was no such record.
  private(set) var isNew = false
  /// Whether the record is taken away.
  private(set) var isRemoval = false
  /// The digest of a record that is taken away, as it was then.
  private(set) var digest = ""
  /// Whether all of the edit stands here; only what may be kept does.
  private(set) var isWhole = true

  init() {}
  var recordID: String { id }

  mutating func members(_ visitor: inout some MemberVisitor) {
    visitor.text("id", &id)
    visitor.required("kind", &kind)
    visitor.value("event", &event)
    visitor.raw("before", &before)
    visitor.raw("after", &after)
    visitor.flag("new", &isNew)
    visitor.flag("removed", &isRemoval)
    visitor.text("digest", &digest)
  }

  /// What is kept of an edit; nil where nothing may be.
  init?(_ edit: Edit) {
    id = edit.key.recordID
    switch edit.key {
    case .settings: kind = .programme
    case .event: kind = .event
    case .testimony(_, let event): (kind, self.event) = (.testimony, event)
    case .action: kind = .action
    case .organisation: kind = .organisation
    case .staff: kind = .staff
    case .approval: kind = .approval
    case .view: kind = .view
    case .fact: kind = .fact
    case .release: kind = .release
    }
    guard let new = edit.after else {
      isRemoval = true
      digest = edit.before.map(Self.digest) ?? ""
      return
    }
    isNew = edit.before == nil
    var (old, tree) = (edit.before?.tree, new.tree)
    if kind == .event {
      // What people declared: two sums, before a slip and after it, would be the slip.
      isWhole = old?["attendance"]?["declared"] == tree["attendance"]?["declared"]
      old?.takeOutDeclared()
      tree.takeOutDeclared()
      if old == tree { return nil }
    }
    let delta = TreeDelta(from: old, to: tree, keepsRemoved: kind != .testimony)
    before = delta.before.map(StoredValue.init)
    after = delta.after.map(StoredValue.init)
  }

  /// The record that it is about; nil where its id is none.
  var key: RecordKey? {
    switch kind {
    case .programme: .settings
    case .event: EventID(stored: id).map(RecordKey.event)
    case .testimony:
      TestimonyID(stored: id).flatMap { id in event.map { .testimony(id, event: $0) } }
    case .action: ActionID(stored: id).map(RecordKey.action)
    case .organisation: OrganisationID(stored: id).map(RecordKey.organisation)
    case .staff: StaffID(stored: id).map(RecordKey.staff)
    case .approval: ApprovalPeriod(stored: id).map(RecordKey.approval)
    case .view: ViewID(stored: id).map(RecordKey.view)
    case .fact: FactID(stored: id).map(RecordKey.fact)
    case .release: Code(stored: id).map(RecordKey.release)
    }
  }

  /// The record as the change left it, where it was new or is there no more: as much as is known.
  var alone: Record? {
    if isNew { return after.flatMap { record(JSONValue($0)) } }
    var blank = blank
    blank["id"] = .string(id)
    return record(delta.after(on: blank))
  }

  /// A record as it would have been before the change and as it is after it, in all that the change
  /// does not touch as it stands now; nil where that makes no record.
  func sides(on now: Record) -> (before: Record, after: Record)? {
    guard let before = record(delta.before(on: now.tree)),
      let after = record(delta.after(on: now.tree))
    else { return nil }
    return (before, after)
  }

  private var delta: TreeDelta {
    TreeDelta(before: before.map(JSONValue.init), after: after.map(JSONValue.init))
  }

  /// A record of the kind of which nothing is known.
  private var blank: JSONValue {
    switch kind {
    case .programme: TreeWriter.tree(ProgrammeSettings())
    case .event: TreeWriter.tree(Event())
    case .testimony: TreeWriter.tree(Testimony())
    case .action: TreeWriter.tree(FollowUpAction())
    case .organisation: TreeWriter.tree(Organisation())
    case .staff: TreeWriter.tree(StaffMember())
    case .approval: TreeWriter.tree(Approval())
    case .view: TreeWriter.tree(SavedView())
    case .fact: TreeWriter.tree(ProgrammeFact())
    case .release: TreeWriter.tree(Release())
    }
  }

  static func digest(_ record: Record) -> String { SHA256.hex(record.tree.canonicalBytes()) }

  private func record(_ tree: JSONValue) -> Record? {
    let bytes = tree.canonicalBytes()
    func read<T: Stored>(_ make: (T) -> Record) -> Record? {
      (try? decode(bytes, file: "journal") as T).map(make)
    }
    switch kind {
    case .programme: return read(Record.settings)
    case .event: return read(Record.event)
    case .testimony:
      return read { (testimony: Testimony) in
        var testimony = testimony
        testimony.event = event ?? testimony.event
        return .testimony(testimony)
      }
    case .action: return read(Record.action)
    case .organisation: return read(Record.organisation)
    case .staff: return read(Record.staff)
    case .approval: return read(Record.approval)
    case .view: return read(Record.view)
    case .fact: return read(Record.fact)
    case .release: return read(Record.release)
    }
  }
}

extension JSONValue {
  fileprivate mutating func takeOutDeclared() {
    guard var attendance = self["attendance"] else { return }
    attendance["declared"] = nil
    self["attendance"] = attendance == .object([:]) ? nil : attendance
  }
}
