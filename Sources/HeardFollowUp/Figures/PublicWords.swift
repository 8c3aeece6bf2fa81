import HeardInsight
import HeardKit
import HeardModel

/// A table as it may be published, in words.
public enum PublicWords {
  /// What stands in a cell, as it is shown.
  public static func text(_ cell: PublicTable.Cell, _ words: Words) -> String {
    switch cell {
    case .number(let number, let isLeast): words.number(number) + (isLeast ? " ?" : "")
    case .withheld: withheld
    case .none: "–"
    case .forbidden: words("figures.off")
    case .unknown: "?"
    }
  }

  /// What stands in a cell, as it is said.
  public static func spoken(
    _ cell: PublicTable.Cell, of measure: FigureMeasure, _ words: Words
  ) -> String {
    switch cell {
    case .number(let number, false): words.number(number)
    case .number(let number, true): words("figures.atLeast", ["n": words.number(number)])
    case .withheld: words("publish.withheld")
    case .none: words(measure == .declared ? "figures.nobodyAsked" : "figures.noEvent")
    case .forbidden: words("figures.mayNotAsk")
    case .unknown: words("source.notKnown")
    }
  }

  /// The sign of what is kept back.
  public static let withheld = "[c]"
  /// The sign behind what an earlier release said.
  public static let earlier = "="

  /// Whether it may be published, with the reason.
  public static func verdict(_ table: PublicTable, _ words: Words) -> String {
    let answer: String =
      switch table.verdict {
      case .exposesNobody: words("publish.exposesNobody")
      case .rounded(0): words("publish.rounded")
      case .rounded(let withheld): words("publish.withholds", count: withheld)
      case .notYet(let events): words("publish.notYet", count: events.count)
      case .tells(let release): words("publish.tells", ["release": release.stored])
      case .namesSomebody: words("publish.namesSomebody")
      case .tooLarge: words("publish.tooLarge", ["most": words.number(TableAudit.most)])
      case .empty: words("publish.empty")
      }
    let kept = table.verdict.isOpen ? table.kept : nil
    return words.inARow(
      [
        words("publish.ask"), answer,
        kept.map { words("publish.kept", count: table.keptCount, ["release": $0.stored]) } ?? "",
      ].filter { !$0.isEmpty })
  }

  /// What the signs of a table mean, and how its numbers stand.
  public static func legend(_ table: PublicTable, _ words: Words) -> String {
    let cells = Set(table.rows.flatMap { row in table.columns.map { table.cell(row, $0) } })
    func has(_ test: (PublicTable.Cell) -> Bool) -> Bool { cells.contains(where: test) }
    let isOfAnswers = table.question.measure == .declared
    return [
      table.isRounded ? words("publish.toFive") : "",
      has { $0 == .withheld } ? "\(withheld) \(words("publish.withheld"))" : "",
      has { $0 == .number(0, isLeast: false) }
        ? "0 \(words(isOfAnswers ? "figures.nobody" : "figures.zero"))" : "",
      has { $0 == .none }
        ? "– \(words(isOfAnswers ? "figures.nobodyAsked" : "figures.noEvent"))" : "",
      has { $0 == .forbidden } ? "\(words("figures.off")) \(words("figures.mayNotAsk"))" : "",
      has { $0 == .unknown } ? "? \(words("source.notKnown"))" : "",
      table.keptCount > 0 ? "\(earlier) \(words("publish.earlier"))" : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What is counted, by what, and of which events.
  public static func title(_ question: TableQuestion, _ words: Words) -> String {
    func key(_ key: FigureKey) -> String { words("figures.by.\(key.rawValue)") }
    let others = [question.rows, question.columns].compactMap { $0 }.filter { $0 != .declared }
    let measure = words("figures.measure.\(question.measure.rawValue)")
    let isOfAnswers = question.measure == .declared
    let table =
      isOfAnswers
      ? others.first.map { words("figures.declaredBy", ["rows": key($0)]) } ?? measure
      : question.columns.map {
        words(
          "figures.cross",
          ["measure": measure, "rows": key(question.rows), "columns": key($0)])
      } ?? words("publish.oneKey", ["measure": measure, "rows": key(question.rows)])
    return question.query.isEmpty ? table : "\(table) · \(question.query.text)"
  }

  /// Why a table means nothing.
  public static func sentence(_ problem: TableQuestion.Problem, _ words: Words) -> String {
    words("figures.problem.\(problem.rawValue)")
  }
}
