import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// What is said around figures: that they stay inside, how they were counted, what was published.
enum FigureWords {
  static func heading(_ grid: FigureGrid, _ desk: Desk) -> [Block] {
    let words = desk.words
    let mark =
      StyledText(words("figures.internal"), .restricted)
      + StyledText(" \(words("figures.notPublic"))", .faint)
    var blocks: [Block] = [.line(mark), .prose(Prose(counted(grid, words)))]
    blocks += uncounted(grid, desk)
    if let line = published(desk) { blocks.append(.prose(Prose(line, style: .faint))) }
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

  /// What is logged beside what was published; nil when nothing was.
  private static func published(_ desk: Desk) -> String? {
    let words = desk.words
    let published = desk.programme.settings.published
    let logged = desk.insight.headline
    var parts: [String] = []
    if let events = published.events { parts.append(words("count.events", count: events)) }
    if let participants = published.participants {
      parts.append(
        words(
          published.isAtLeast ? "figures.moreThan" : "figures.participants",
          ["n": words.number(participants)]))
    }
    if parts.isEmpty { return nil }
    return words(
      "figures.published",
      [
        "events": words("count.events", count: logged.held),
        "attendances": words("count.attendances", count: logged.attendances.total),
        "published": words.list(parts),
      ])
  }
}
