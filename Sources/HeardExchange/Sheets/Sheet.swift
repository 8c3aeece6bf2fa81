/// One row of a sheet as it stands in the file.
public struct SheetRow: Hashable, Sendable {
  /// The line of the file on which it begins, from 1.
  public let line: Int
  /// The cells from the left, without spaces around them and without empty ones at the end.
  public let cells: [String]
  /// Whether a quotation mark was opened and never closed.
  public let hasOpenQuote: Bool
  /// How many lines of the file it takes.
  public let lineCount: Int

  /// The row with other words in some of its cells.
  func with(_ corrected: [Int: String]) -> SheetRow {
    if corrected.isEmpty { return self }
    var cells = cells
    for (place, text) in corrected {
      while cells.count <= place { cells.append("") }
      cells[place] = text
    }
    return SheetRow(line: line, cells: cells, hasOpenQuote: hasOpenQuote, lineCount: lineCount)
  }
}

/// A file of rows and cells as people have it: separators, letters and quotation marks found out.
public struct Sheet: Sendable {
  /// The file's name, without its folder.
  public let name: String
  /// How its letters are written.
  public let encoding: SheetEncoding
  /// What stands between its cells.
  public let separator: SheetSeparator
  /// All rows with something in them.
  public let rows: [SheetRow]
  /// How many rows have nothing in them.
  public let emptyRows: Int
  /// A short name of the file's content, the same only for the same bytes.
  public let digest: String
  /// Whether its headings are rather those of people than of events; found out once.
  public private(set) var looksLikeSignIn = false

  /// Reads a file's bytes; what is given is not found out.
  ///
  /// - Throws: `SheetFault`; there is no half a sheet.
  public init(
    _ bytes: [UInt8], name: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil, limits: SheetLimits = .standard, watch: SheetWatch = .none
  ) throws(SheetFault) {
    if bytes.count > limits.bytes { throw .tooLarge(limit: limits.bytes) }
    if let other = OtherFile(bytes: bytes) { throw .other(other) }
    let text = try SheetText(bytes, as: encoding)
    if let other = OtherFile(text: text.utf8) { throw .other(other) }
    let (hint, start) = Self.hint(text.utf8)
    self.name = SheetCell.lastPart(of: name)
    self.encoding = text.encoding
    self.separator = separator ?? hint ?? Self.separator(of: text.utf8, limits)
    digest = SheetCell.digest(bytes)
    var scanner = SheetScanner(text.utf8, self.separator, limits, from: start)
    var rows: [SheetRow] = []
    var emptyRows = 0
    var count = 0
    while let row = try scanner.row() {
      if count % 256 == 0 { try watch.at(scanner.place, of: text.utf8.count) }
      count += 1
      if row.cells.isEmpty {
        emptyRows += 1
      } else {
        if rows.count == limits.rows { throw .tooManyRows(limit: limits.rows) }
        rows.append(row)
      }
    }
    if rows.isEmpty { throw .empty }
    self.rows = rows
    self.emptyRows = emptyRows
    looksLikeSignIn = namesPeople()
  }

  /// The first line `sep=;`, by which a file tells Excel its separator.
  private static func hint(_ bytes: [UInt8]) -> (SheetSeparator?, start: Int) {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8) || bytes.starts(with: "SEP=".utf8)
    else { return (nil, 0) }
    let separator = SheetSeparator.allCases.first { $0.byte == bytes[4] }
    guard separator != nil, let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end <= 6 else {
      return (nil, 0)
    }
    return (separator, end + 1)
  }

  /// The separator with which most of the first rows have the same number of cells.
  private static func separator(of bytes: [UInt8], _ limits: SheetLimits) -> SheetSeparator {
    var best = (separator: SheetSeparator.comma, score: 0)
    for separator in SheetSeparator.allCases {
      var scanner = SheetScanner(bytes, separator, limits)
      var widths: [Int: Int] = [:]
      var count = 0
      while count < 100, let row = try? scanner.row() {
        if row.cells.isEmpty { continue }
        count += 1
        widths[row.cells.count, default: 0] += 1
      }
      // Rows may end early, so that widths near the usual one count for it as well.
      let score = widths.filter { $0.key > 1 }.map { width, rows in
        let near = widths.filter { $0.key > 1 && $0.key < width && $0.key * 2 > width }
        return (rows * 2 + near.reduce(0) { $0 + $1.value }) * min(width, 40)
      }.max()
      if let score, score > best.score { best = (separator, score) }
    }
    return best.separator
  }
}
