import HeardKit
import HeardModel

/// The form of a member of the team: new or changed.
typealias StaffForm = RecordFormScreen<StaffMember>

extension StaffMember: FormRecord {
  /// The name of the form in the catalogs: `screen.staffForm`.
  public static let formName = "staffForm"
  /// A member of the team, in names of changes.
  public static let recordKind = RecordKind.staff
  /// The name of the form in drafts, and the beginning of their ids.
  public static let draftForm: Code = "staff"
  /// The name, by which a member of the team is called.
  public static let titleField: Code = "name"
  /// The fields and rules of a member of the team.
  public static var spec: FormSpec<StaffMember> { StaffFields.spec }

  /// A new member of whom nothing is known.
  public static func blank(_ desk: Desk) -> StaffMember { StaffMember() }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: StaffID, in programme: Programme) -> StaffMember? {
    programme.team[id]
  }

  /// What a form is called before the member has a name.
  public static func untitled(_ words: Words) -> String { words("team.new") }

  /// The name.
  public var title: String { name }

  /// The member as any record.
  public var record: Record { .staff(self) }

  /// A new id, as `s-7kq2m9x4ab`.
  public func newID(_ desk: inout Desk) -> StaffID { desk.ids.make("s") }
}
