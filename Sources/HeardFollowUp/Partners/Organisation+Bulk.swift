import HeardModel

extension Organisation: BulkRecord {
  static func sketch(of records: [Organisation], for field: Code) -> Organisation {
    Organisation()
  }

  static let bulkFields: [BulkField<Organisation>] = [
    .value(bulkField("kind"), \.kind) { organisation, desk in
      organisation.kind.map { OrganisationFields.label($0, desk.words) } ?? ""
    },
    .value(bulkField("country"), \.country, empty: .some(nil)) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]
}
