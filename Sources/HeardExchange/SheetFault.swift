/// Why a file cannot be read as a sheet at all, with the evidence.
public enum SheetFault: Error, Hashable, Sendable {
  /// No row with anything in it.
  case empty
  /// Larger than a sheet of ours can be; the limit in bytes.
  case tooLarge(limit: Int)
  /// More rows with something in them than are taken at once.
  case tooManyRows(limit: Int)
  /// A row with more cells than a sheet of ours can have.
  case tooManyColumns(line: Int, limit: Int)
  /// A cell with more characters than anybody types into one.
  case cellTooLong(line: Int, limit: Int)
  /// No text: a spreadsheet program's own file, a picture, something packed.
  case notText
  /// Somebody stopped the reading.
  case stopped
}

/// How much is taken from one file; what is larger is refused whole, never cut.
public struct SheetLimits: Sendable {
  /// Bytes of the file.
  public var bytes = 20_000_000
  /// Rows with something in them.
  public var rows = 20_000
  /// Cells of one row.
  public var columns = 200
  /// Characters of one cell.
  public var cell = 100_000

  /// The limits that hold for files of people.
  public static let standard = SheetLimits()

  /// The limits that hold unless a test sets others.
  public init() {}
}

/// How the letters of a file are written.
public enum SheetEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first, as Excel writes "Unicode text".
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, which holds Latin-1; what Excel writes in western Europe.
  case windows1252 = "windows-1252"
  /// Shift JIS, what Excel writes in Japan.
  case shiftJIS = "shift-jis"
}

/// What stands between the cells of a row.
public enum SheetSeparator: String, CaseIterable, Sendable {
  /// `,`
  case comma
  /// `;`
  case semicolon
  /// A tab.
  case tab
  /// `|`
  case bar

  /// The byte in UTF-8.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}
