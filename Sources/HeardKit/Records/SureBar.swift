import HeardInsight
import HeardModel
import TerminalCanvas

/// How sure numbers of attendances are, in one picture everywhere: from firm to vague.
public enum SureBar {
  /// The sign of one way of knowing a number, the same in every bar and in the words beside it.
  public static func sign(_ source: FigureSource, isASCII: Bool) -> String {
    switch source {
    case .counted: isASCII ? "#" : "█"
    case .listed: isASCII ? "=" : "▓"
    case .reported: isASCII ? "-" : "▒"
    case .estimated: isASCII ? "." : "░"
    case .unsourced: "?"
    case .notKnown: ""
    }
  }

  /// A bar as long as its share of the most, in parts by how the numbers are known.
  ///
  /// What is there is seen, however little it is.
  public static func text(
    _ totals: AttendanceTotals, of most: Int, columns: Int, isASCII: Bool
  ) -> String {
    let parts = FigureSource.allCases.filter { totals[$0] > 0 }
    guard most > 0, columns > 0, !parts.isEmpty else { return "" }
    func share(_ count: Int) -> Int {
      Int((Double(count) / Double(most) * Double(columns)).rounded())
    }
    let whole = min(columns, max(share(totals.total), min(parts.count, columns)))
    var widths = parts.map { max(1, share(totals[$0])) }
    // What rounding made too much or too little is the widest part's.
    while let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths.reduce(0, +) != whole
    {
      let rest = whole - widths.reduce(0, +)
      if widths[widest] + rest >= 1 {
        widths[widest] += rest
      } else if widths[widest] > 1 {
        widths[widest] = 1
      } else {
        // More ways of knowing than columns: the vaguest is not seen.
        widths.removeLast()
      }
    }
    return zip(parts, widths).map { source, width in
      String(repeating: sign(source, isASCII: isASCII), count: width)
    }.joined()
  }

  /// What the signs mean, with the numbers: `█ 8,696 counted   ▓ 2,250 listed`.
  public static func legend(_ totals: AttendanceTotals, _ desk: Desk) -> String {
    FigureSource.allCases.filter { totals[$0] > 0 }.map { source in
      let number = desk.words.number(totals[source])
      let text = desk.words("home.source.\(source.stored)", ["n": number])
      return "\(sign(source, isASCII: desk.settings.usesASCII)) \(text)"
    }.joined(separator: "   ")
  }
}
