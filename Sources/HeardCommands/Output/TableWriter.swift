import HeardKit
import StrictJSON
import TerminalCanvas

/// Aligned columns for reading: cut to the terminal, and to 200 columns each where the output goes
/// elsewhere.
///
/// Every row is as wide as the widest cell: whole, one title of five million characters made half a
/// gigabyte of a list. Forms that align nothing have every text whole.
struct TableWriter {
  private static let gap = "  "
  private static let leastFlexible = 16
  /// What one cell takes at most.
  private static let mostColumns = 200

  private let titles: [String]
  private let cells: [[String]]
  private let isNumber: [Bool]
  private var widths: [Int]

  /// The rows with titles above them; empty where there is no row.
  static func text(_ listing: Listing, _ words: Words, columns: Int?) -> String {
    if listing.rows.isEmpty { return "" }
    var shown = listing.columns.indices.filter { listing.columns[$0].isInTable }
    guard let columns else {
      let writer = TableWriter(listing, shown, words)
      return writer.lines.map { "\($0)\n" }.joined()
    }
    // A narrow terminal loses the last columns first, then the ends of long texts.
    var writer = TableWriter(listing, shown, words)
    while shown.count > 2, !writer.fits(columns, flexible: Self.flexible(shown, listing)) {
      shown.removeLast()
      writer = TableWriter(listing, shown, words)
    }
    let left = listing.columns.indices.filter {
      listing.columns[$0].isInTable && !shown.contains($0)
    }
    if !left.isEmpty {
      let names = left.map { words.title(of: listing.columns[$0]) }
      Output.say(words("cli.columnsLeft", ["names": words.list(names)]))
    }
    writer.narrow(to: columns, flexible: Self.flexible(shown, listing))
    return writer.lines.map { "\(TextWidth.cut($0, to: columns))\n" }.joined()
  }

  private init(_ listing: Listing, _ shown: [Int], _ words: Words) {
    titles = shown.map { DisplayText.safe(words.title(of: listing.columns[$0])) }
    cells = listing.rows.map { row in
      shown.map {
        DisplayText.safe(TextWidth.cut(PlainWriter.text(of: row[$0]), to: Self.mostColumns))
      }
    }
    isNumber = shown.map { index in
      if case .count = listing.columns[index].meaning { return true }
      return listing.rows.allSatisfy { row in
        if case .integer = row[index] { true } else { row[index].isNull }
      }
    }
    widths = titles.map { TextWidth.columns(of: $0) }
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], TextWidth.columns(of: cell))
      }
    }
  }

  private static func flexible(_ shown: [Int], _ listing: Listing) -> Int? {
    shown.firstIndex { listing.columns[$0].isFlexible }
  }

  private var width: Int { widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) }

  private func fits(_ columns: Int, flexible: Int?) -> Bool {
    let spare = flexible.map { max(0, widths[$0] - Self.leastFlexible) } ?? 0
    return width - spare <= columns
  }

  private mutating func narrow(to columns: Int, flexible: Int?) {
    guard let flexible, width > columns else { return }
    widths[flexible] = max(Self.leastFlexible, widths[flexible] - (width - columns))
  }

  private var lines: [String] { ([titles] + cells).map(line) }

  private func line(_ row: [String]) -> String {
    var line = ""
    for (index, cell) in row.enumerated() {
      let text = TextWidth.cut(cell, to: widths[index])
      let blanks = String(
        repeating: " ", count: max(0, widths[index] - TextWidth.columns(of: text)))
      line += (index == 0 ? "" : Self.gap) + (isNumber[index] ? blanks + text : text + blanks)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
