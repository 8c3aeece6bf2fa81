extension SheetKind {
  /// What a sheet lists by its headings and cells, where that is rather not events.
  static func found(in table: SheetTable) -> SheetKind? {
    let columns = table.columns.map { ColumnEvidence($0, table) }
    if isLongForm(columns) { return .longForm }
    if isAwards(columns) { return .awards }
    return isRemarks(columns) ? .remarks : nil
  }

  /// A column that names what is told, with few names again and again, beside one of values.
  private static func isLongForm(_ columns: [ColumnEvidence]) -> Bool {
    let names = columns.contains { column in
      column.heading.says(.variable) && column.cells.isWords && !column.heading.says(.said, .people)
        && column.cells.distinct < max(2, column.cells.filled)
    }
    let values = columns.contains { $0.heading.senses == [.value] }
    return names && values
  }

  /// Amounts of money with who received them or who awarded them.
  private static func isAwards(_ columns: [ColumnEvidence]) -> Bool {
    let hasMoney = columns.contains {
      $0.heading.says(.money) && !$0.cells.isWords && !$0.heading.says(.people)
    }
    let grants = columns.count { $0.heading.says(.grant) }
    let hasPeople = columns.contains { $0.heading.says(.people, .came) && $0.cells.isNumbers }
    return hasMoney && grants >= 2 && !hasPeople
  }

  /// Long words of people in most rows, and nothing that is called a title or counts people.
  private static func isRemarks(_ columns: [ColumnEvidence]) -> Bool {
    let words = columns.contains { column in
      column.heading.says(.said) && column.cells.isWords && column.cells.length > 25
        && !column.cells.isCategory
    }
    let hasTitle = columns.contains { column in
      column.heading.says(.title)
        || column.heading.says(.event) && column.heading.says(.name) && !column.heading.says(.said)
        || column.heading.senses == [.name] && column.cells.isWords
        || column.heading.senses == [.event] && column.cells.isWords && !column.cells.isCategory
    }
    let counts = columns.contains { $0.heading.says(.people, .came) && $0.cells.isNumbers }
    return words && !hasTitle && !counts
  }
}
