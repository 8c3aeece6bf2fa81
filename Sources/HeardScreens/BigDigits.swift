import TerminalCanvas

/// A number in digits of five rows, to be read from some steps away.
enum BigDigits {
  static let rows = 5

  /// The number, which stands in words beside it; an unknown one is a dash.
  static func drawing(_ number: Int?, isASCII: Bool) -> Drawing {
    let shapes = number.map { String($0).compactMap(\.wholeNumberValue) } ?? [dash]
    // Two columns a dot: cells are about twice as high as wide.
    let dot = isASCII ? "##" : "██"
    let lines = (0..<rows).map { row in
      let text = shapes.map { shape in
        patterns[shape][row].map { $0 == "#" ? dot : "  " }.joined()
      }.joined(separator: "  ")
      return StyledText(text, .chart)
    }
    return Drawing(lines)
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
