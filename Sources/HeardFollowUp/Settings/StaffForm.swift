import HeardModel

/// The form of a member of the team: new or changed.
typealias StaffForm = RecordFormScreen<StaffMember>

extension StaffMember: FormRecord {
  static let formName = "staffForm"
  static let recordKind = RecordKind.staff
  static let draftForm: Code = "staff"
  static let titleField: Code = "name"
  static var spec: FormSpec<StaffMember> { StaffFields.spec }

  static func blank(_ desk: Desk) -> StaffMember { StaffMember() }

  static func stored(_ id: StaffID, in programme: Programme) -> StaffMember? {
    programme.team[id]
  }

  static func untitled(_ words: Words) -> String { words("team.new") }

  var title: String { name }

  var record: Record { .staff(self) }

  func newID(_ desk: inout Desk) -> StaffID { desk.ids.make("s") }
}
