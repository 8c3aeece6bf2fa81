/// The signs that Heard itself draws, in a form for every terminal and for ambiguous widths.
public struct Glyphs: Hashable, Sendable {
  /// Stands before the focused row.
  public let pointer: String
  /// Stands before rows that are marked.
  public let mark: String
  /// Stands where text was cut.
  public let cut: String
  /// Stands for a character that must not or cannot be shown.
  public let standIn: String
  /// Stands beside a value that arrows change, at its left.
  public let choiceLeft: String
  /// Stands beside a value that arrows change, at its right.
  public let choiceRight: String
  /// Stands behind the title of a column sorted smallest first.
  public let ascending: String
  /// Stands behind the title of a column sorted largest first.
  public let descending: String
  /// Stands between parts of a sentence.
  public let separator: String
  /// A horizontal line.
  public let horizontal: String
  /// A vertical line.
  public let vertical: String
  /// Corners of a box: top left, top right, bottom left, bottom right.
  public let corners: [String]
  /// Bars of one to eight eighths of a column; a single entry knows whole columns only.
  public let eighths: [String]
  /// One column of a half-tone bar.
  public let shaded: String
  /// One column of a light bar.
  public let light: String
  /// Whether control characters have pictures of their own (U+2400 to U+2421).
  public let hasControlPictures: Bool

  /// The signs for terminals that draw them in one column.
  public static let unicode = Glyphs(
    pointer: "›", mark: "*", cut: "…", standIn: "\u{FFFD}", choiceLeft: "‹", choiceRight: "›",
    ascending: "↑", descending: "↓", separator: "·", horizontal: "─", vertical: "│",
    corners: ["┌", "┐", "└", "┘"], eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    shaded: "▒", light: "░", hasControlPictures: true)

  /// The signs for somebody who wants ASCII or not; ASCII too where the others would be wide, since
  /// bars, lines and boxes are laid out in signs of one column.
  public static func chosen(isASCII: Bool) -> Glyphs {
    isASCII || TextWidth.isAmbiguousWide ? .ascii : .unicode
  }

  /// The signs for terminals that draw the others in two columns or not at all.
  public static let ascii = Glyphs(
    pointer: ">", mark: "*", cut: "~", standIn: "?", choiceLeft: "<", choiceRight: ">",
    ascending: "^", descending: "v", separator: "-", horizontal: "-", vertical: "|",
    corners: ["+", "+", "+", "+"], eighths: ["#"], shaded: "=", light: ".",
    hasControlPictures: false)
}
