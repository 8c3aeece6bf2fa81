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
  /// No text, as a picture.
  case notText
  /// Another kind of file than a table of text.
  case other(OtherFile)
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
