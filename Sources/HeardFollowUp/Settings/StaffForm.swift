import HeardKit
import HeardModel

/// The form of a member of the team: new or changed.
typealias StaffForm = RecordFormScreen<StaffMember>

extension StaffMember: FormRecord {
  public static let formName = "staffForm"
  public static let recordKind = RecordKind.staff
  public static let draftForm: Code = "staff"
  public static let titleField: Code = "name"
  public static var spec: FormSpec<StaffMember> { StaffFields.spec }

  public static func blank(_ desk: Desk) -> StaffMember { StaffMember() }

  public static func stored(_ id: StaffID, in programme: Programme) -> StaffMember? {
    programme.team[id]
  }

  public static func untitled(_ words: Words) -> String { words("team.new") }

  public var title: String { name }

  public var record: Record { .staff(self) }

  public func newID(_ desk: inout Desk) -> StaffID { desk.ids.make("s") }
}
