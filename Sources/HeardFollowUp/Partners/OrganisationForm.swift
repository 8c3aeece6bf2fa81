import HeardKit
import HeardModel

/// The form of an organisation: new or changed.
typealias OrganisationForm = RecordFormScreen<Organisation>

extension Organisation: FormRecord {
  public static let formName = "organisationForm"
  public static let recordKind = RecordKind.organisation
  public static let draftForm: Code = "organisation"
  public static let titleField: Code = "name"
  public static var spec: FormSpec<Organisation> { OrganisationFields.spec }

  public static func blank(_ desk: Desk) -> Organisation { Organisation() }

  public static func stored(_ id: OrganisationID, in programme: Programme) -> Organisation? {
    programme.organisations[id]
  }

  public static func untitled(_ words: Words) -> String { words("form.newOrganisation") }

  public var title: String { name }

  public var record: Record { .organisation(self) }

  public func newID(_ desk: inout Desk) -> OrganisationID { desk.ids.make("o") }
}
