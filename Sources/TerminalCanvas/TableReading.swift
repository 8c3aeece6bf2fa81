/// One line of a table as it is read aloud.
public struct TableLine: Hashable, Sendable {
  /// Where the focus stands while a line is read.
  public struct Place: Hashable, Sendable {
    /// The index of the row.
    public let row: Int
    /// The index of the column, in a grid whose single cells are chosen.
    public let column: Int?
  }

  /// The line, each label before its value.
  public let text: String
  /// What a number in it counts, for tables whose values stand first; else empty.
  public let label: String
  /// Where the focus stands; nil for headings and remarks, which cannot have it.
  public let place: Place?
  /// Whether the row is chosen together with others.
  public let isMarked: Bool

  fileprivate init(
    _ text: String, label: String = "", place: Place? = nil, isMarked: Bool = false
  ) {
    self.text = text
    self.label = label
    self.place = place
    self.isMarked = isMarked
  }
}

extension Table {
  /// The rows as lines in the order of reading: a grid column by column.
  public var readAloud: [TableLine] {
    if let sideBySide { return items(sideBySide) }
    return valuesStandFirst ? pairs : (0..<rowCount).compactMap(line)
  }

  /// What is said behind the rows, or in their place when there are none.
  public var remarksReadAloud: [String] {
    if rowCount == 0, let emptyText { return [emptyText.text] }
    guard let footer else { return [] }
    return [footer.spoken[0] ?? text(of: footer)].filter { !$0.isEmpty }
  }

  /// Where the focus stands now.
  public var focusedPlace: TableLine.Place? {
    cursor.map { row in
      if let sideBySide {
        let column = cursorColumn ?? 0
        return TableLine.Place(row: row, column: column - column % sideBySide.columns)
      }
      return TableLine.Place(row: row, column: valuesStandFirst ? cursorColumn : nil)
    }
  }

  /// Items that stand beside each other, one below the other.
  private func items(_ way: SideBySide) -> [TableLine] {
    stride(from: 0, to: columns.count, by: way.columns).flatMap { first in
      (0..<rowCount).compactMap { index in
        let row = self.row(index)
        let text = (first..<min(first + way.columns, row.cells.count))
          .compactMap { value(row, $0) }.joined(separator: "; ")
        if text.isEmpty { return nil }
        return TableLine(
          text, label: row.cells[first + way.label].text.trimmingBlanks,
          place: .init(row: index, column: first))
      }
    }
  }

  private func line(_ index: Int) -> TableLine? {
    let row = self.row(index)
    let text = text(of: row)
    switch row.kind {
    case .heading, .note: return text.isEmpty ? nil : TableLine(text)
    case .item, .wide:
      return TableLine(text, place: .init(row: index, column: nil), isMarked: row.isMarked)
    }
  }

  private func text(of row: TableRow) -> String {
    guard row.kind == .item else {
      return row.spoken[0]?.trimmingBlanks ?? row.cells.first?.readAloud ?? ""
    }
    return zip(row.cells, columns).enumerated().compactMap { index, cell in
      guard let value = value(row, index) else { return nil }
      return cell.1.title.isEmpty ? value : "\(cell.1.title): \(value)"
    }.joined(separator: "; ")
  }

  /// A cell in words; nil where there is nothing to say, which a dash alone says to the eye.
  private func value(_ row: TableRow, _ index: Int) -> String? {
    let text = row.spoken[index] ?? row.cells[index].readAloud
    return text.isEmpty || text == "–" ? nil : text
  }

  private var pairs: [TableLine] {
    stride(from: 0, to: columns.count - 1, by: 2).flatMap { column in
      (0..<rowCount).compactMap { pair($0, column) }
    }
  }

  private func pair(_ index: Int, _ column: Int) -> TableLine? {
    let row = self.row(index)
    guard row.kind == .item else { return column == 0 ? line(index) : nil }
    guard row.cells.count > column + 1 else { return nil }
    let label = row.cells[column + 1].text
    if label.isEmpty { return nil }
    guard let value = value(row, column) else { return TableLine(label) }
    let place = TableLine.Place(row: index, column: cursorColumn == nil ? nil : column)
    // A bar says nothing that the number does not; something else there has its words.
    let rest = columns.count % 2 == 1 ? row.spoken[columns.count - 1].map { "; \($0)" } : nil
    return TableLine(
      "\(label): \(value)\(rest ?? "")", label: label, place: place, isMarked: row.isMarked)
  }
}

extension StyledText {
  // Nobody listens to more of one cell; the record's own screen reads all of it.
  private static let mostColumns = 1000

  /// The text of a cell without blanks around it, cut where it is longer than anybody listens.
  fileprivate var readAloud: String {
    TextWidth.cut(
      beginning(columns: Self.mostColumns + 1).text.trimmingBlanks, to: Self.mostColumns)
  }
}

extension String {
  /// The text without the blanks around it, with which cells are padded.
  fileprivate var trimmingBlanks: String {
    var part = self[...]
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
