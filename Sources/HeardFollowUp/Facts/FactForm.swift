import HeardKit
import HeardModel

/// The form of a fact: new or changed.
typealias FactForm = RecordFormScreen<ProgrammeFact>

extension ProgrammeFact: FormRecord {
  /// The name of the form in the catalogs: `screen.factForm`.
  public static let formName = "factForm"
  /// A fact, in names of changes.
  public static let recordKind = RecordKind.fact
  /// The name of the form in drafts, and the beginning of their ids.
  public static let draftForm: Code = "fact"
  /// The title, by which a fact is called.
  public static let titleField: Code = "title"
  /// The fields and rules of a fact.
  public static var spec: FormSpec<ProgrammeFact> { FactFields.spec }

  /// A new fact of which nothing is known.
  public static func blank(_ desk: Desk) -> ProgrammeFact { ProgrammeFact() }

  /// The one of this id; nil where it is gone.
  public static func stored(_ id: FactID, in programme: Programme) -> ProgrammeFact? {
    programme.facts[id]
  }

  /// What a form is called before the fact has a title.
  public static func untitled(_ words: Words) -> String { words("form.newFact") }

  /// The fact as any record.
  public var record: Record { .fact(self) }

  /// A new id, as `f-7kq2m9x4ab`.
  public func newID(_ desk: inout Desk) -> FactID { desk.ids.make("f") }
}
