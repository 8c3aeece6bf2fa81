import CNcurses
import Glibc

/// What the terminal says about itself when it is asked.
public enum TerminalAnswer {
  // Far lines take their time; a terminal that never answers must not keep anybody waiting.
  private static let patience: Int32 = 2_000
  // Of ambiguous width, and in every font.
  private static let sign = "\u{2192}"

  /// How many columns the terminal gives signs of ambiguous width; nil where there is no terminal,
  /// or one that does not say.
  ///
  /// Keys that are pressed before the answer comes are dropped.
  public static func ambiguousColumns() -> Int? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty, name != "dumb" else { return nil }
    let columns = Int(answer_columns(sign, patience))
    return (1...2).contains(columns) ? columns : nil
  }

  /// How many colours the terminal has by its description; nil where no description is found.
  public static var describedColours: Int? {
    let colours = cncurses_described_colors()
    return colours < 0 ? nil : Int(colours)
  }

  /// How long a screen waits for the rest of a key after Escape where this is chosen.
  public static func escapeMilliseconds(_ chosen: Int?) -> Int {
    Int(CursesTerminal.asked(for: chosen))
  }
}
