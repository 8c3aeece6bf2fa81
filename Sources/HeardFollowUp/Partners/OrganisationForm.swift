import HeardKit
import HeardModel

/// The form of an organisation: new or changed.
typealias OrganisationForm = RecordFormScreen<Organisation>

extension Organisation: FormRecord {
  /// The name of the form in the catalogs: `screen.organisationForm`.
  public static let formName = "organisationForm"
  /// An organisation, in names of changes.
  public static let recordKind = RecordKind.organisation
  /// The name of the form in drafts, and the beginning of their ids.
  public static let draftForm: Code = "organisation"
  /// The name, by which an organisation is called.
  public static let titleField: Code = "name"
  /// The fields and rules of an organisation.
  public static var spec: FormSpec<Organisation> { OrganisationFields.spec }

  /// A new organisation of which nothing is known.
  public static func blank(_ desk: Desk) -> Organisation { Organisation() }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: OrganisationID, in programme: Programme) -> Organisation? {
    programme.organisations[id]
  }

  /// What a form is called before the organisation has a name.
  public static func untitled(_ words: Words) -> String { words("form.newOrganisation") }

  /// The name.
  public var title: String { name }

  /// The organisation as any record.
  public var record: Record { .organisation(self) }

  /// A new id, as `o-7kq2m9x4ab`.
  public func newID(_ desk: inout Desk) -> OrganisationID { desk.ids.make("o") }
}
