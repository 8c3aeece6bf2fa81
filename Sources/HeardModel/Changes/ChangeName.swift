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
  case approved(ApprovalPeriod)
  /// The lock of a quarter taken off.
  case unlocked(ApprovalPeriod)
  /// That people were told, or cannot be, noted for so many events and actions; with the title of
  /// the first.
  case feedback(title: String, count: Int)
  /// One slip of declared communities; the change tells what stood on it together, so it must be
  /// kept nowhere but in memory.
  case slip(title: String)
  /// A field that stood in two versions and of which somebody chose one.
  case conflict(field: String, title: String)
  /// A record that stood there twice, with the title of the one that stays.
  case merged(kind: RecordKind, title: String)
  /// Two people who turned out to be one, with the pseudonym that stays.
  case mergedPeople(pseudonym: String)
  /// Several records at once.
  case several(kind: RecordKind, count: Int)
  /// Several new records at once.
  case addedSeveral(kind: RecordKind, count: Int)
  /// Words taken out of records because somebody wanted them gone.
  case forgotten
  /// Records brought in from a sheet, all at once.
  case imported(kind: RecordKind, count: Int)
}
