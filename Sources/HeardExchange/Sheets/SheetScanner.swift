/// Reads the cells of a sheet, one row after the other, taking quotation marks as people set them.
///
/// A quotation mark opens a cell only at its beginning; one that is never closed, and one that
/// closes before more words, is a sign like any other.
struct SheetScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let limits: SheetLimits
  /// The byte at which the next row begins.
  private(set) var place: Int
  private var line: Int
  private var hasOpenQuote = false

  init(_ bytes: [UInt8], _ separator: SheetSeparator, _ limits: SheetLimits, from start: Int = 0) {
    self.bytes = bytes
    self.separator = separator.byte
    self.limits = limits
    place = start
    line = start == 0 ? 1 : 2
  }

  /// The next row, also an empty one; nil behind the last.
  mutating func row() throws(SheetFault) -> SheetRow? {
    if place >= bytes.count { return nil }
    let first = line
    hasOpenQuote = false
    var cells: [String] = []
    var filled = 0
    while true {
      let cell = SheetCell.plain(try cell())
      // A row of nothing but separators can be any length.
      if !cell.isEmpty { filled = cells.count + 1 }
      if cells.count < limits.columns { cells.append(cell) }
      if filled > limits.columns { throw .tooManyColumns(line: first, limit: limits.columns) }
      if place < bytes.count && bytes[place] == separator {
        place += 1
        if place < bytes.count { continue }
      } else {
        skipLineEnd()
      }
      break
    }
    return SheetRow(
      line: first, cells: Array(cells.prefix(filled)), hasOpenQuote: hasOpenQuote,
      lineCount: max(1, line - first))
  }

  private mutating func cell() throws(SheetFault) -> String {
    let start = place
    let text = quoted() ?? plain(from: start)
    if text.utf8.count > limits.cell && text.count > limits.cell {
      throw .cellTooLong(line: line, limit: limits.cell)
    }
    return text
  }

  private mutating func plain(from start: Int) -> String {
    place = start
    while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// A cell in quotation marks; nil when there is none, or when they are words' own.
  private mutating func quoted() -> String? {
    var at = place
    while at < bytes.count, bytes[at] == space, bytes[at] != separator { at += 1 }
    guard at < bytes.count, bytes[at] == quote else { return nil }
    at += 1
    var content: [UInt8] = []
    var lines = 0
    var holdsSeparator = false
    while true {
      guard at < bytes.count else {
        hasOpenQuote = true
        return nil
      }
      let byte = bytes[at]
      if byte == quote {
        guard at + 1 < bytes.count, bytes[at + 1] == quote else { break }
        at += 1
      } else if byte == separator {
        holdsSeparator = true
      } else if isLineEnd(byte) {
        if !(byte == lineFeed && bytes[at - 1] == carriageReturn) { lines += 1 }
      }
      content.append(byte)
      at += 1
    }
    at += 1
    let rest = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    if bytes[rest..<at].contains(where: { $0 != space }) {
      if lines == 0 && !holdsSeparator { return nil }
      content += bytes[rest..<at]
    }
    place = at
    line += lines
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    guard place < bytes.count else { return }
    if bytes[place] == carriageReturn, place + 1 < bytes.count, bytes[place + 1] == lineFeed {
      place += 1
    }
    place += 1
    line += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
