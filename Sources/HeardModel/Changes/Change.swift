/// Any record that can be changed by itself.
public enum Record: Hashable, Sendable {
  /// The programme's own settings.
  case settings(ProgrammeSettings)
  /// An event with its attendance and people.
  case event(Event)
  /// One testimony.
  case testimony(Testimony)
  /// A follow-up action.
  case action(FollowUpAction)
  /// An organisation.
  case organisation(Organisation)
  /// A member of the team.
  case staff(StaffMember)
  /// The approvals of a quarter.
  case approval(Approval)
  /// A view of a list that everybody shares.
  case view(SavedView)

  /// Which record it is.
  public var key: RecordKey {
    switch self {
    case .settings: .settings
    case .event(let event): .event(event.id)
    case .testimony(let testimony): .testimony(testimony.id, event: testimony.event)
    case .action(let action): .action(action.id)
    case .organisation(let organisation): .organisation(organisation.id)
    case .staff(let member): .staff(member.id)
    case .approval(let approval): .approval(approval.id)
    case .view(let view): .view(view.id)
    }
  }
}

/// Which record a change is about.
public enum RecordKey: Hashable, Sendable {
  /// The programme's own settings.
  case settings
  /// An event.
  case event(EventID)
  /// A testimony, with the event in whose file it stands.
  case testimony(TestimonyID, event: EventID)
  /// A follow-up action.
  case action(ActionID)
  /// An organisation.
  case organisation(OrganisationID)
  /// A member of the team.
  case staff(StaffID)
  /// The approvals of a quarter.
  case approval(CountryQuarter)
  /// A view of a list that everybody shares.
  case view(ViewID)

  /// The id as it stands in files.
  public var recordID: String {
    switch self {
    case .settings: "heard"
    case .event(let id): id.text
    case .testimony(let id, _): id.text
    case .action(let id): id.text
    case .organisation(let id): id.text
    case .staff(let id): id.text
    case .approval(let quarter): quarter.stored
    case .view(let id): id.text
    }
  }
}

/// One record before and after a change; nil where it was not or is no more.
public struct Edit: Hashable, Sendable {
  /// Which record.
  public let key: RecordKey
  /// The record as it was, nil when it is new.
  public let before: Record?
  /// The record as it is to be, nil when it is removed.
  public let after: Record?

  /// A change of one record; nil when both sides are absent or name different records.
  public init?(before: Record?, after: Record?) {
    guard let key = (after ?? before)?.key, before == nil || after == nil || before?.key == key
    else { return nil }
    self.key = key
    self.before = before
    self.after = after
  }

  fileprivate init(key: RecordKey, before: Record?, after: Record?) {
    self.key = key
    self.before = before
    self.after = after
  }

  /// The edit that takes this one back.
  public var reversed: Edit { Edit(key: key, before: after, after: before) }
}

/// What a change did, as a fact; its sentence stands in the language catalogs.
public enum ChangeName: Hashable, Sendable {
  /// A new record, with its title.
  case added(kind: RecordKind, title: String)
  /// A record edited in its form, with its title.
  case edited(kind: RecordKind, title: String)
  /// A record removed, with its title.
  case removed(kind: RecordKind, title: String)
  /// Attendances of an event, from one number to another.
  case attendance(title: String, before: Int?, after: Int?)
  /// How far an event or action is.
  case status(kind: RecordKind, title: String)
  /// An answer about consent; never undone, corrected by a new one.
  case consent(purpose: ConsentPurpose, state: ConsentState)
  /// People of an event.
  case people(title: String)
  /// Figures of a quarter approved, which locks its events.
  case approved(CountryQuarter)
  /// The lock of a quarter taken off.
  case unlocked(CountryQuarter)
  /// That people were told, or cannot be, noted for so many events and actions; with the title of
  /// the first.
  case feedback(title: String, count: Int)
  /// One slip of declared communities; the change tells what stood on it together, so it must be
  /// kept nowhere but in memory.
  case slip(title: String)
  /// A field that stood in two versions and of which somebody chose one.
  case conflict(field: String, title: String)
  /// Several records at once.
  case several(kind: RecordKind, count: Int)
  /// Several new records at once.
  case addedSeveral(kind: RecordKind, count: Int)
  /// Records brought in from a sheet, all at once.
  case imported(kind: RecordKind, count: Int)
}

/// Kinds of records, for names of changes and lists of faults.
public enum RecordKind: String, CaseIterable, Sendable, StoredText {
  /// The programme's settings.
  case programme
  /// An event.
  case event
  /// A testimony.
  case testimony
  /// A follow-up action.
  case action
  /// An organisation.
  case organisation
  /// A member of the team.
  case staff
  /// The approvals of a quarter.
  case approval
  /// A view of a list.
  case view
}

/// A named change of one or more records.
public struct Change: Hashable, Sendable {
  /// What it did.
  public let name: ChangeName
  /// What it changed, each record once.
  public let edits: [Edit]

  /// A change of several records.
  public init(_ name: ChangeName, _ edits: [Edit]) {
    self.name = name
    self.edits = edits
  }

  /// A change of one record; nil when nothing differs.
  public init?(_ name: ChangeName, before: Record?, after: Record?) {
    guard before != after, let edit = Edit(before: before, after: after) else { return nil }
    self.init(name, [edit])
  }

  /// Whether it may be undone: nothing about consent is, a mistake is corrected by a new entry.
  ///
  /// This looks at the records, not at the name: whatever changes a consent, an approval or how
  /// confidential an event is cannot be undone, so that no way of naming a change opens a way back
  /// to something that was closed.
  public var canBeUndone: Bool {
    edits.allSatisfy { edit in
      switch (edit.before, edit.after) {
      case (.testimony(let before)?, .testimony(let after)?):
        before.consent == after.consent
          && before.quotes.allSatisfy { quote in
            after.quotes.first { $0.id == quote.id }.map { $0.approval == quote.approval } ?? true
          }
      case (.event(let before)?, .event(let after)?):
        before.confidentiality == after.confidentiality
          && before.participations.allSatisfy { person in
            after.participations.first { $0.id == person.id }
              .map { $0.consent == person.consent } ?? true
          }
      case (.approval?, _), (_, .approval?): false
      default: true
      }
    }
  }

  /// Whether each of its records stands by itself, so that some can be left out.
  public var isBulk: Bool {
    switch name {
    case .several, .addedSeveral, .imported, .feedback: true
    default: false
    }
  }

  /// As much of a bulk change as some of its edits make, under its own name.
  public func keeping(_ edits: [Edit]) -> Change {
    switch name {
    case .several(let kind, _): Change(.several(kind: kind, count: edits.count), edits)
    case .addedSeveral(let kind, _):
      Change(.addedSeveral(kind: kind, count: edits.count), edits)
    case .imported(let kind, _): Change(.imported(kind: kind, count: edits.count), edits)
    case .feedback(let title, _): Change(.feedback(title: title, count: edits.count), edits)
    default: Change(name, edits)
    }
  }

  /// The change as it comes to stand on disk: without what people refused or withdrew, so that it
  /// can be taken back although saving closed something that the record still held.
  public func closed(on day: CalendarDay) -> Change {
    Change(
      name,
      edits.map { edit in
        Edit(
          key: edit.key, before: edit.before?.closed(on: day), after: edit.after?.closed(on: day))
      })
  }

  /// The change that takes this one back.
  public var reversed: Change { Change(name, edits.reversed().map(\.reversed)) }
}

extension Programme {
  /// The record under a key as it stands now.
  public func record(_ key: RecordKey) -> Record? {
    switch key {
    case .settings: .settings(settings)
    case .event(let id): events[id].map(Record.event)
    case .testimony(let id, _): testimonies[id].map(Record.testimony)
    case .action(let id): actions[id].map(Record.action)
    case .organisation(let id): organisations[id].map(Record.organisation)
    case .staff(let id): team[id].map(Record.staff)
    case .approval(let quarter): approvals[quarter].map(Record.approval)
    case .view(let id): views[id].map(Record.view)
    }
  }

  /// Puts a record in its place, or takes it out when nil.
  public mutating func put(_ record: Record?, at key: RecordKey) {
    switch (key, record) {
    case (.settings, .settings(let settings)?): self.settings = settings
    case (.event(let id), .event(let event)?): events[id] = event
    case (.event(let id), _): events[id] = nil
    case (.testimony(let id, _), .testimony(let testimony)?): testimonies[id] = testimony
    case (.testimony(let id, _), _): testimonies[id] = nil
    case (.action(let id), .action(let action)?): actions[id] = action
    case (.action(let id), _): actions[id] = nil
    case (.organisation(let id), .organisation(let it)?): organisations[id] = it
    case (.organisation(let id), _): organisations[id] = nil
    case (.staff(let id), .staff(let member)?): team[id] = member
    case (.staff(let id), _): team[id] = nil
    case (.approval(let quarter), .approval(let it)?): approvals[quarter] = it
    case (.approval(let quarter), _): approvals[quarter] = nil
    case (.view(let id), .view(let view)?): views[id] = view
    case (.view(let id), _): views[id] = nil
    case (.settings, _): break
    }
  }

  /// Makes a change in memory.
  public mutating func apply(_ change: Change) {
    for edit in change.edits { put(edit.after, at: edit.key) }
  }

  /// Whether a change can be taken back: every record still stands as the change left it.
  public func canTakeBack(_ change: Change) -> Bool {
    change.canBeUndone && change.edits.allSatisfy { record($0.key) == $0.after }
  }

  /// As much of a change as can be taken back: of several records those that still stand as it
  /// left them, of one change all of it or nothing.
  public func takenBack(_ change: Change) -> Change? {
    guard case .several(let kind, _) = change.name, change.canBeUndone else {
      return canTakeBack(change) ? change : nil
    }
    let standing = change.edits.filter { record($0.key) == $0.after }
    return standing.isEmpty ? nil : Change(.several(kind: kind, count: standing.count), standing)
  }
}
