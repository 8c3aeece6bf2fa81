import HeardInsight
import HeardKit
import HeardModel

/// Answers to a question about what people are, in words: their base and what stands beside it.
enum FigureAnswers {
  /// A share in words, with what its signs mean.
  static func spoken(_ mark: FigureMark, _ words: Words) -> String {
    guard case .share(let count, let answers, let isLeast) = mark else { return "" }
    let share = words(
      "figures.ofAnswers",
      ["n": words.number(count), "answers": words("count.answers", count: answers)])
    return words.list(
      [share] + (mark.isSmall ? [words("figures.canPoint")] : [])
        + (isLeast ? [words("figures.unknownForSome")] : []))
  }

  /// The focused cell as a sentence: of how many answers, how that is known, and which events are
  /// not in it; nil where the cell counts something else.
  static func sentence(_ table: FigureTable, _ desk: Desk) -> String? {
    let grid = table.grid
    guard let row = table.row, let column = table.column,
      let figure = grid.declared(row, column)?.figure
    else { return nil }
    let words = desk.words
    let place = words.list([
      FigureLabels.label(row, grid.rowKey, desk),
      FigureLabels.label(column, grid.columnKey ?? grid.rowKey, desk),
    ])
    return words.inARow([words.labelled(place, settled(figure, words))] + beside(figure, words))
  }

  private static func settled(_ figure: DeclaredFigure, _ words: Words) -> String {
    if figure.events == 0 { return words("figures.noneAsked") }
    return words(
      "figures.answered",
      [
        "n": words.number(figure.count),
        "answers": words("count.answers", count: figure.answers),
        "events": words("count.events", count: figure.events),
        "slips": words.number(figure.onSlips), "lists": words.number(figure.onLists),
      ])
  }

  /// The events that are not in the base, each kind with what it is.
  static func beside(_ figure: DeclaredFigure, _ words: Words) -> [String] {
    var sentences: [String] = []
    if figure.notKnown > 0 {
      let answers = figure.notKnownAnswers.map { words("count.answers", count: $0) }
      sentences.append(
        answers.map { words("figures.moreNotKnown", count: figure.notKnown, ["answers": $0]) }
          ?? words("figures.moreNotKnown.noAnswers", count: figure.notKnown))
    }
    if figure.notAsked > 0 {
      sentences.append(words("figures.didNotAsk", count: figure.notAsked))
    }
    if figure.forbidden > 0 {
      sentences.append(words("figures.eventsMayNotAsk", count: figure.forbidden))
    }
    return sentences
  }
}
