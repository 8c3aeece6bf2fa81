import HeardExchange

/// Why nothing could be brought in from a file, with the path as it was typed.
public enum SheetTrouble: Hashable, Sendable {
  /// The machine did not let it be read.
  case cannotRead(path: String, errno: Int32)
  /// It is no sheet.
  case noSheet(path: String, SheetFault)
}
