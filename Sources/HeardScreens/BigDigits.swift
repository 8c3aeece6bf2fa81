import TerminalCanvas

/// A number in digits of five rows, to be read from some steps away.
enum BigDigits {
  static let rows = 5

  /// The number as lines; an unknown one is a dash.
  static func lines(_ number: Int?, isASCII: Bool) -> [Block] {
    let shapes = number.map { String($0).compactMap(\.wholeNumberValue) } ?? [dash]
    // Two columns a dot: cells are about twice as high as wide.
    let dot = isASCII ? "##" : "██"
    return (0..<rows).map { row in
      let text = shapes.map { shape in
        patterns[shape][row].map { $0 == "#" ? dot : "  " }.joined()
      }.joined(separator: "  ")
      return .line(StyledText(text, .chart))
    }
  }

  private static let dash = 10

  private static let patterns: [[String]] = [
    ["###", "# #", "# #", "# #", "###"], [" # ", "## ", " # ", " # ", "###"],
    ["###", "  #", "###", "#  ", "###"], ["###", "  #", "###", "  #", "###"],
    ["# #", "# #", "###", "  #", "  #"], ["###", "#  ", "###", "  #", "###"],
    ["###", "#  ", "###", "# #", "###"], ["###", "  #", "  #", "  #", "  #"],
    ["###", "# #", "###", "# #", "###"], ["###", "# #", "###", "  #", "###"],
    ["   ", "   ", "###", "   ", "   "],
  ]
}
