import HeardModel

extension ImportMapping {
  /// What the columns of a sheet of events most likely stand for.
  ///
  /// By their names in six languages, then by what they hold; what another mapping knows of a
  /// column of this name comes first.
  public static func proposed(
    for table: SheetTable, from kept: ImportMapping? = nil
  ) -> ImportMapping {
    var mapping = kept ?? ImportMapping()
    mapping.columns = []
    let words = HeadingWords<EventImportField>()
    var taken = Set<EventImportField>()
    func take(_ field: EventImportField?) -> EventImportField? {
      guard let field else { return nil }
      if field == .notes || field == .leaveOut { return field }
      return taken.insert(field).inserted ? field : nil
    }
    var fields = table.columns.map { column in
      take(kept?.field(of: column.name, as: EventImportField.self))
    }
    for rule in [words.exact, { words.within($0, preferring: [.inPerson, .online, .leaveOut]) }] {
      for (place, column) in table.columns.enumerated() where fields[place] == nil {
        fields[place] = take(rule(column.name))
      }
    }
    for (place, column) in table.columns.enumerated() {
      let cells = table.rows.lazy.compactMap { $0.cell(column.place) }.prefix(200)
      fields[place] = corrected(fields[place], by: Array(cells), take)
      mapping.set(column.name, to: fields[place] ?? .notes)
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
