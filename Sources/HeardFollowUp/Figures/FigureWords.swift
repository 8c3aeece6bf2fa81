import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is said around figures: that they stay inside, how they were counted, what was published.
enum FigureWords {
  static func heading(_ table: FigureTable, _ query: Query, _ desk: Desk) -> [Block] {
    let grid = table.grid
    let words = desk.words
    let mark =
      StyledText(words("figures.internal"), .restricted)
      + StyledText(" \(words("figures.notPublic"))", .faint)
    var blocks: [Block] = [.line(mark), .prose(Prose(counted(grid, query, words)))]
    if grid.measure == .declared {
      // Answers have nothing to do with what was published; what stands beside them has.
      if let line = FigureAnswers.sentence(table, desk) {
        blocks.append(.prose(Prose(line)))
      }
    } else {
      blocks += uncounted(grid, desk)
      // Where there are few rows the table needs them; Home and the command line say it all.
      let line = desk.size.rows < 30 ? "" : published(query, desk)
      if !line.isEmpty { blocks.append(.prose(Prose(line, style: .faint))) }
    }
    return blocks
  }

  /// A mark of the grid in its cell.
  ///
  /// Beside numbers that have signs behind them, others leave room for these.
  static func text(
    _ mark: FigureMark, isTotal: Bool = false, room: Int = 0, _ words: Words
  ) -> StyledText {
    let left = room - TextWidth.columns(of: mark.signs)
    let signs =
      StyledText(mark.signs, .warning) + StyledText(String(repeating: " ", count: max(0, left)))
    switch mark {
    case .none: return StyledText("–", .faint) + signs
    case .forbidden: return StyledText(words("figures.off"), .faint) + signs
    // It stands where the sign behind a number would.
    case .unknown: return StyledText("?", .warning)
    case .number(let number, _):
      return StyledText(words.number(number), isTotal ? .strong : .plain) + signs
    case .share(let count, let answers, _):
      return StyledText(words.number(count), isTotal ? .strong : .plain)
        + StyledText("/\(words.number(answers))", .faint) + signs
    }
  }

  /// A mark of the grid in words.
  static func spoken(
    _ mark: FigureMark, of measure: FigureMeasure, _ words: Words
  ) -> String {
    switch mark {
    case .none: none(measure, words)
    case .forbidden: words("figures.mayNotAsk")
    case .unknown: words("source.notKnown")
    case .number(let number, false): words.number(number)
    case .number(let number, true): words("figures.atLeast", ["n": words.number(number)])
    case .share: FigureAnswers.spoken(mark, words)
    }
  }

  static func legend(hasMoreColumns: Bool, of measure: FigureMeasure, _ words: Words) -> String {
    let isOfAnswers = measure == .declared
    let signs =
      [
        "0 \(words(isOfAnswers ? "figures.nobody" : "figures.zero"))",
        "– \(none(measure, words))",
      ] + (isOfAnswers ? ["\(words("figures.off")) \(words("figures.mayNotAsk"))"] : [])
      + ["? \(words("source.notKnown"))"]
      + (isOfAnswers ? [] : ["12 ? \(words("figures.partly"))"])
    return ((hasMoreColumns ? [words("figures.moreColumns")] : []) + signs)
      .joined(separator: " · ")
  }

  /// What a dash stands for.
  private static func none(_ measure: FigureMeasure, _ words: Words) -> String {
    words(measure == .declared ? "figures.nobodyAsked" : "figures.noEvent")
  }

  /// How the figures were counted.
  private static func counted(_ grid: FigureGrid, _ query: Query, _ words: Words) -> String {
    let hasStatus = grid.rowKey == .status || grid.columnKey == .status
    let isFlat = grid.columnKey == nil && grid.measure != .declared
    let measure = isFlat ? "flat" : grid.measure.rawValue
    var sentences = [
      words(hasStatus ? "figures.allStatuses" : "figures.heldOnly"),
      words("figures.how.\(measure)"),
    ]
    if measure == FigureMeasure.declared.rawValue {
      sentences.append(
        words("figures.answerCells", ["example": "93/410", "small": "c", "unknown": "?"]))
    }
    let isByAbout = grid.rowKey == .about || grid.columnKey == .about
    if isByAbout || query.names(.about) {
      // Who counts answers already needs no advice to count them.
      let isOfAnswers = grid.measure == .declared
      sentences.append(words(isOfAnswers ? "figures.aboutAnswers" : "figures.aboutCommunities"))
    }
    if query.names(.declared) { sentences.append(words("figures.declaredEvents")) }
    if grid.isOverlapping { sentences.append(words("figures.overlap")) }
    return words.inARow(sentences)
  }

  /// Who is in no number of attendances, and of which events two numbers were typed.
  private static func uncounted(_ grid: FigureGrid, _ desk: Desk) -> [Block] {
    let isOfPeople = [.attendances, .people].contains(grid.measure) || grid.columnKey == nil
    guard isOfPeople, grid.measure != .declared else { return [] }
    let words = desk.words
    let roles = desk.formats.uncountedRoles(of: desk.programme)
    let contested = desk.insight.contested(grid.figure(.total, .total)?.eventIDs ?? [])
    let sentences = [
      roles.isEmpty ? "" : words("figures.uncountedRoles", ["roles": roles]),
      contested.isEmpty ? "" : words("figures.contested", count: contested.count),
    ].filter { !$0.isEmpty }
    return sentences.map { .prose(Prose($0, style: .faint)) }
  }

  /// What is logged beside what was published; empty when nothing was, and under a filter, which
  /// published numbers cannot follow.
  private static func published(_ filter: Query, _ desk: Desk) -> String {
    guard filter.isEmpty, let comparison = desk.insight.publishedComparison else { return "" }
    return desk.words.inARow(desk.words.published(comparison))
  }
}
