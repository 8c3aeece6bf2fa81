import HeardKit
import HeardModel

extension Organisation: BulkRecord {
  /// An empty one: neither field depends on another.
  public static func sketch(of records: [Organisation], for field: Code) -> Organisation {
    Organisation()
  }

  /// The fields that can be changed in several organisations, the most usual first.
  public static let bulkFields: [BulkField<Organisation>] = [
    .value(bulkField("kind"), \.kind) { organisation, desk in
      organisation.kind.map { OrganisationFields.label($0, desk.words) } ?? ""
    },
    .value(bulkField("country"), \.country, empty: .some(nil)) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]
}
