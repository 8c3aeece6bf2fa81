import HeardInsight
import HeardModel
import TerminalCanvas

extension FilterLine {
  /// Why a list shows nothing: it is empty, nothing fits, or the filter was not understood, where
  /// nobody knows what would fit.
  public func emptyText(
    _ none: String, noMatch: String, for target: QueryTarget, _ desk: Desk
  ) -> String {
    if isEmpty { return desk.words(none) }
    let isUnderstood = desk.insight.problems(of: query, for: target).isEmpty
    return desk.words(isUnderstood ? noMatch : "filter.notUnderstood")
  }

  /// The filter of one list as blocks: the keys that mean something there, and what is wrong.
  public func blocks(for target: QueryTarget, _ desk: Desk) -> [Block] {
    var blocks: [Block] = []
    if isOpen {
      let field = Field(
        desk.words("filter.label"),
        .text(field, placeholder: desk.words("filter.placeholder.\(target.rawValue)")),
        hint: desk.words("filter.hint.\(target.rawValue)"))
      blocks.append(.fields(Fields([field], cursor: 0)))
    }
    for problem in desk.insight.problems(of: query, for: target).prefix(1) {
      blocks.append(.notice(Notice(.warning, desk.words.sentence(problem))))
    }
    return blocks + keptNotice(desk)
  }
}
