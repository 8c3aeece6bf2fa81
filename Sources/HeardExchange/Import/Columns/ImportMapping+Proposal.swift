import HeardModel

extension ImportMapping {
  /// What the columns of a sheet of events most likely stand for.
  ///
  /// By their names in six languages, then by what they hold; what another mapping knows of a
  /// column of this name comes first.
  public static func proposed(
    for table: SheetTable, from kept: ImportMapping? = nil
  ) -> ImportMapping {
    var fields = named(table, preferring: [EventImportField.inPerson, .online], from: kept)
    func take(_ field: EventImportField?) -> EventImportField? {
      field.flatMap { fields.contains($0) && !$0.isRepeatable ? nil : $0 }
    }
    for (place, column) in table.columns.enumerated() {
      let cells = Array(table.rows.lazy.compactMap { $0.cell(column.place) }.prefix(200))
      fields[place] = corrected(fields[place], by: cells, take)
    }
    return mapping(table, fields, from: kept)
  }

  /// What the columns of a sign-in sheet most likely stand for: by their names alone, since what a
  /// cell says of a person is no reason to take it for anything.
  public static func proposedForPeople(
    _ table: SheetTable, from kept: ImportMapping? = nil
  ) -> ImportMapping {
    let fields = named(table, preferring: [PersonImportField.consentCount, .contact], from: kept)
    var mapping = mapping(table, fields, from: kept)
    mapping.kind = "people"
    return mapping
  }

  /// The fields that the columns' names tell, each but once where it cannot stand for several.
  private static func named<Field: ImportField>(
    _ table: SheetTable, preferring preferred: [Field], from kept: ImportMapping?
  ) -> [Field?] {
    let words = HeadingWords<Field>()
    var taken = Set<Field>()
    func take(_ field: Field?) -> Field? {
      guard let field else { return nil }
      return field.isRepeatable || taken.insert(field).inserted ? field : nil
    }
    var fields: [Field?] = table.columns.map { take(kept?.field(of: $0.name)) }
    for rule in [words.exact, { words.within($0, preferring: preferred + [Field.leftOut]) }] {
      for (place, column) in table.columns.enumerated() where fields[place] == nil {
        fields[place] = take(rule(column.name))
      }
    }
    return fields
  }

  private static func mapping<Field: ImportField>(
    _ table: SheetTable, _ fields: [Field?], from kept: ImportMapping?
  ) -> ImportMapping {
    var mapping = kept ?? ImportMapping()
    mapping.columns = []
    for (column, field) in zip(table.columns, fields) {
      mapping.set(column.name, to: field ?? .unknown)
      let wasFilled = kept?.columns.first { $0.id == column.name }?.isFilledDown ?? false
      mapping.fillDown(column.name, wasFilled)
    }
    return mapping
  }

  /// A column whose cells speak against its name, or that has no name that anybody knows.
  private static func corrected(
    _ field: EventImportField?, by cells: [String],
    _ take: (EventImportField?) -> EventImportField?
  ) -> EventImportField? {
    func most(_ test: (String) -> Bool) -> Bool {
      cells.count { test($0) } * 10 >= cells.count * 6 && !cells.isEmpty
    }
    if most({ $0.contains("@") && $0.contains(".") }) { return .leaveOut }
    let words = CellWords()
    if field == .region, most({ words.value($0, for: EventImportField.status) != nil }) {
      return take(.status) ?? field
    }
    if field != nil { return field }
    let dates = SheetDate(order: .dayFirst)
    if most({ if case .date = dates.read($0) { true } else { false } }) { return take(.start) }
    if most({ CountryNames.country($0) != nil }) { return take(.country) }
    for other: EventImportField in [.status, .format]
    where most({ words.value($0, for: other) != nil }) { return take(other) }
    return nil
  }
}

extension SheetRow {
  /// The cell at a place; nil where it is empty.
  func cell(_ place: Int) -> String? {
    cells.indices.contains(place) && !cells[place].isEmpty ? cells[place] : nil
  }
}
