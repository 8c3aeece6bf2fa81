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
