import HeardModel

/// The form of an organisation: new or changed.
typealias OrganisationForm = RecordFormScreen<Organisation>

extension Organisation: FormRecord {
  static let formName = "organisationForm"
  static let recordKind = RecordKind.organisation
  static let draftForm: Code = "organisation"
  static let titleField: Code = "name"
  static var spec: FormSpec<Organisation> { OrganisationFields.spec }

  static func blank(_ desk: Desk) -> Organisation { Organisation() }

  static func stored(_ id: OrganisationID, in programme: Programme) -> Organisation? {
    programme.organisations[id]
  }

  static func untitled(_ words: Words) -> String { words("form.newOrganisation") }

  var title: String { name }

  var record: Record { .organisation(self) }

  func newID(_ desk: inout Desk) -> OrganisationID { desk.ids.make("o") }
}
