/// A column of a sheet.
public struct SheetColumn: Hashable, Sendable {
  /// Its place from the left, from 0.
  public let place: Int
  /// Its name; one without a heading has the letters that spreadsheets give it, as `C`.
  public let name: String
  /// Its heading as it stands in the sheet.
  let heading: String
}

/// A sheet with its heading row found: columns, and the rows under them.
public struct SheetTable: Sendable {
  /// The columns from the left.
  public let columns: [SheetColumn]
  /// The line of the heading row; 0 where the sheet has none.
  public let headerLine: Int
  /// The rows under the heading row.
  public private(set) var rows: [SheetRow]
  /// The rows above the heading row: titles of the sheet, remarks.
  public let above: [SheetRow]
  /// What a row of tags under the headings says of the columns, by their places.
  public let tags: [Int: String]

  /// Finds the heading row, or takes the one that begins on a line.
  public init<Field: ImportField>(
    _ sheet: Sheet, fields: Field.Type, headerLine: Int? = nil
  ) {
    let words = HeadingWords<Field>()
    let place =
      headerLine.flatMap { line in sheet.rows.firstIndex { $0.line == line } }
      ?? Self.headerPlace(sheet.rows, words)
    let header = sheet.rows[place]
    let width = header.cells.count
    // Above people an address is no heading, but somebody's.
    let isBare =
      headerLine == nil && Field.subject == PersonImportField.subject
      && header.cells.contains(where: PersonalWords.holdsContact)
    var seen: [String: Int] = [:]
    columns = (0..<width).map { place in
      let heading = isBare ? "" : header.cells[place]
      var name = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if name.isEmpty { name = Self.letters(place) }
      let count = seen[name, default: 0] + 1
      seen[name] = count
      return SheetColumn(
        place: place, name: count == 1 ? name : "\(name) (\(count))", heading: heading)
    }
    self.headerLine = isBare ? 0 : header.line
    above = Array(sheet.rows[..<place])
    let below = sheet.rows[(isBare ? place : place + 1)...]
    let tags = below.first.map(Self.tags) ?? [:]
    self.tags = tags
    rows = Array(tags.isEmpty ? below : below.dropFirst())
  }

  /// The table with the cells of several columns in the first one that is empty in a row, as where
  /// each language has a column of its own.
  func joining(_ several: [[Int]]) -> SheetTable {
    guard !several.isEmpty else { return self }
    var joined = self
    joined.rows = rows.map { row in
      var moved: [Int: String] = [:]
      for places in several {
        guard let first = places.first, row.cell(first) == nil,
          let other = places.first(where: { row.cell($0) != nil }), let text = row.cell(other)
        else { continue }
        (moved[first], moved[other]) = (text, "")
      }
      return row.with(moved)
    }
    return joined
  }

  /// The tags of a row such as `#date+start`, `#country+name`; none where it is no row of tags.
  private static func tags(_ row: SheetRow) -> [Int: String] {
    let full = row.cells.enumerated().filter { !$0.element.isEmpty }
    let tagged = full.filter { _, text in
      text.first == "#" && text.dropFirst().first?.isLetter ?? false && !text.contains(" ")
    }
    guard tagged.count > 1, tagged.count == full.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: tagged.map { ($0.offset, $0.element.lowercased()) })
  }

  /// The column of a name, whatever its case and accents; or of a spreadsheet's letters.
  public func column(named name: String) -> SheetColumn? {
    let folded = SheetCell.folded(name)
    return columns.first { $0.name == name }
      ?? columns.first { SheetCell.folded($0.name) == folded }
      ?? columns.first { Self.letters($0.place) == name }
  }

  /// The row among the first thirty with most known headings; else the first that has text in
  /// most of the usual number of cells.
  private static func headerPlace<Field>(_ rows: [SheetRow], _ words: HeadingWords<Field>) -> Int {
    let first = rows.prefix(30)
    let known = first.map { row in row.cells.count { words.exact($0) != nil } }
    if let most = known.max(), most >= 2, let place = known.firstIndex(of: most) { return place }
    let width = first.map { row in row.cells.count { !$0.isEmpty } }.max() ?? 1
    let place = first.firstIndex { row in
      row.cells.count { !$0.isEmpty } * 2 > width
        && row.cells.allSatisfy { !($0.first.map(isDigit) ?? false) }
    }
    return place ?? 0
  }

  /// Some letters are numbers to the standard of letters, as the one that begins 参加.
  private static func isDigit(_ letter: Character) -> Bool {
    letter.isNumber && !letter.isLetter
  }

  /// `A` to `Z`, then `AA`.
  static func letters(_ place: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place % 26)))
    return place < 26 ? last : letters(place / 26 - 1) + last
  }
}

/// Which field a heading names.
struct HeadingWords<Field: ImportField>: Sendable {
  private var fields: [String: Field] = [:]
  private var phrases: [(words: [String], field: Field)] = []

  init() {
    for field in Field.allCases {
      for heading in field.headings + [field.rawValue] {
        let folded = SheetCell.folded(heading)
        if fields[folded] == nil { fields[folded] = field }
        let words = SheetCell.tokens(heading)
        if !words.isEmpty { phrases.append((words, field)) }
      }
    }
    // Of several that stand in a heading the longest counts: `in person` before `participants`.
    phrases.sort { ($0.words.count, $0.words[0].count) > ($1.words.count, $1.words[0].count) }
  }

  /// The field that a heading names with nothing beside it.
  func exact(_ heading: String) -> Field? {
    fields[SheetCell.folded(heading)] ?? fields[SheetCell.tokens(heading).joined(separator: " ")]
  }

  /// The fields whose words stand in a heading among others, the longest first.
  func all(within heading: String) -> [Field] {
    let words = SheetCell.tokens(heading)
    let folded = SheetCell.folded(heading)
    func stands(_ phrase: [String]) -> Bool {
      // Japanese has no spaces between words.
      if phrase.count == 1, !phrase[0].utf8.allSatisfy({ $0 < 0x80 }), phrase[0].count > 1 {
        return folded.contains(phrase[0])
      }
      guard phrase.count <= words.count else { return false }
      return (0...(words.count - phrase.count)).contains { start in
        Array(words[start..<(start + phrase.count)]) == phrase
      }
    }
    return phrases.filter { stands($0.words) }.map(\.field)
  }
}
