/// A number to be read from some steps away: in digits of five rows where they fit, else plain.
public struct BigNumber: Hashable, Sendable {
  /// The number; nil where it is not known.
  public var value: Int?
  /// The number as the language writes it, or what stands where it is not known.
  public var text: String
  /// What it counts, for where only one row is left and for plain lines.
  public var label: String
  /// What is said of it, behind its digits and in plain lines; left out where only one row is left.
  public var remark: String

  /// A number with what it counts.
  public init(_ value: Int?, text: String, label: String, remark: String = "") {
    self.value = value
    self.text = text
    self.label = label
    self.remark = remark
  }
}

extension BigNumber {
  static let rowsOfDigits = 5

  /// The rows that it takes where it has so many and so wide ones.
  func rows(columns: Int, height: Int, glyphs: Glyphs) -> [Row] {
    let digits = height >= Self.rowsOfDigits ? lines(glyphs) : []
    if let widest = digits.first, TextWidth.columns(of: widest) <= columns {
      return digits.enumerated().map { place, line in
        let drawn = StyledText(line, .chart)
        guard place == Self.rowsOfDigits / 2, !remark.isEmpty else { return Row(drawn) }
        return Row((drawn + StyledText("     \(remark)")).fitted(to: columns, glyphs: glyphs))
      }
    }
    let plain = StyledText(text, .strong) + StyledText("  \(label)", .faint)
    return [Row(plain.fitted(to: columns, glyphs: glyphs))]
  }

  private func lines(_ glyphs: Glyphs) -> [String] {
    let shapes = value.map { String($0).compactMap(\.wholeNumberValue) } ?? [Self.dash]
    // Two columns a dot: cells are about twice as high as wide.
    let full = glyphs.eighths.last ?? "#"
    return (0..<Self.rowsOfDigits).map { row in
      shapes.map { shape in
        Self.patterns[shape][row].map { $0 == "#" ? full + full : "  " }.joined()
      }.joined(separator: "  ")
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
