import StrictJSON

/// Separated values after RFC 4180, in UTF-8, safe to open in a spreadsheet.
///
/// A text that a spreadsheet would take for a formula, and one that begins
/// with an apostrophe, gets an apostrophe before it: taking one leading apostrophe away gives the
/// text back. Control characters and marks that turn text around become U+FFFD, ends of lines LF.
enum CSVWriter {
  /// What stands before the rows, between cells and at the end of lines.
  struct Dialect {
    let mark: String
    let separator: String
    let lineEnd: String

    static let plain = Dialect(mark: "", separator: ",", lineEnd: "\n")
    // Where numbers have a decimal comma Excel parts cells by semicolons, and takes a file without
    // a mark for one of another alphabet.
    static let excel = Dialect(mark: "\u{FEFF}", separator: ";", lineEnd: "\r\n")
  }

  /// The rows with their names above them.
  static func text(_ listing: Listing, _ dialect: Dialect = .plain) -> String {
    let names = listing.columns.map { cell(.string($0.key)) }
    let rows = listing.rows.map { row in row.map(cell) }
    return dialect.mark
      + ([names] + rows).map { $0.joined(separator: dialect.separator) + dialect.lineEnd }.joined()
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .integer(let number): String(number)
    default: quoted(guarded(harmless(PlainWriter.text(of: value))))
    }
  }

  private static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n": if !wasReturn { result.append("\n") }
      case "\t": result.append(scalar)
      default:
        let isFelt =
          scalar.value < 0x20 || DirectedText.isControl(scalar) || DirectedText.isDirection(scalar)
        result.append(isFelt ? "\u{FFFD}" : scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }

  private static func guarded(_ text: String) -> String {
    if text.hasPrefix("'") { return "'" + text }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        return "'" + text
      default:
        // A spreadsheet looks past blanks and past what cannot be seen.
        let isBlank =
          scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        if !isBlank { return text }
      }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { ",;\"\n\t".utf8.contains($0) } || text.hasPrefix(" ")
      || text.hasSuffix(" ")
    if !needsQuotes { return text }
    return
      "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
