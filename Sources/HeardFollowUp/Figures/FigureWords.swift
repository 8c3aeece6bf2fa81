import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is said around figures: that they stay inside, how they were counted, what was published.
enum FigureWords {
  static func heading(_ grid: FigureGrid, _ filter: Query, _ desk: Desk) -> [Block] {
    let words = desk.words
    let mark =
      StyledText(words("figures.internal"), .restricted)
      + StyledText(" \(words("figures.notPublic"))", .faint)
    var blocks: [Block] = [.line(mark), .prose(Prose(counted(grid, words)))]
    let line = published(filter, desk)
    if !line.isEmpty { blocks.append(.prose(Prose(line, style: .faint))) }
    return blocks
  }

  /// A mark of the grid in its cell.
  ///
  /// Beside numbers that are the least ones, others leave room for the sign behind these.
  static func text(
    _ mark: FigureMark, isTotal: Bool = false, leavesRoom: Bool = false, _ words: Words
  ) -> StyledText {
    let room = StyledText(leavesRoom ? "  " : "")
    switch mark {
    case .none: return StyledText("–", .faint) + room
    case .unknown: return StyledText("?", .warning)
    case .number(let number, let isLeast):
      let text = StyledText(words.number(number), isTotal ? .strong : .plain)
      return text + (isLeast ? StyledText(" ?", .warning) : room)
    }
  }

  /// A mark of the grid in words.
  static func spoken(
    _ mark: FigureMark, of measure: FigureMeasure, _ words: Words
  ) -> String {
    switch mark {
    case .none: none(measure, words)
    case .unknown: words("source.notKnown")
    case .number(let number, false): words.number(number)
    case .number(let number, true): words("figures.atLeast", ["n": words.number(number)])
    }
  }

  static func legend(hasMoreColumns: Bool, of measure: FigureMeasure, _ words: Words) -> String {
    let signs = [
      "0 \(words("figures.zero"))", "– \(none(measure, words))",
      "? \(words("source.notKnown"))", "12 ? \(words("figures.partly"))",
    ]
    return ((hasMoreColumns ? [words("figures.moreColumns")] : []) + signs)
      .joined(separator: " · ")
  }

  /// What a dash stands for.
  private static func none(_ measure: FigureMeasure, _ words: Words) -> String {
    words(measure == .declared ? "figures.nobodyAsked" : "figures.noEvent")
  }

  /// How the figures were counted.
  private static func counted(_ grid: FigureGrid, _ words: Words) -> String {
    let hasStatus = grid.rowKey == .status || grid.columnKey == .status
    let isFlat = grid.columnKey == nil && grid.measure != .declared
    let measure = isFlat ? "flat" : grid.measure.rawValue
    var sentences = [
      words(hasStatus ? "figures.allStatuses" : "figures.heldOnly"),
      words("figures.how.\(measure)"),
    ]
    if grid.rowKey == .community || grid.columnKey == .community {
      sentences.append(words("figures.aboutCommunities"))
    }
    if grid.isOverlapping { sentences.append(words("figures.overlap")) }
    return words.inARow(sentences)
  }

  /// What is logged beside what was published; empty when nothing was, and under a filter, which
  /// published numbers cannot follow.
  private static func published(_ filter: Query, _ desk: Desk) -> String {
    guard filter.isEmpty, let comparison = desk.insight.publishedComparison else { return "" }
    return desk.words.inARow(desk.words.published(comparison))
  }
}
