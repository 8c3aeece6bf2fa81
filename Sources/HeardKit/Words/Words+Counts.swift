import HeardInsight

extension Words {
  /// What is to be known of the numbers of an event before they are counted for good.
  public func sentence(_ remark: CountRemark) -> String {
    let numbers = [
      "n": remark.numbers.count.map(number) ?? "", "all": remark.numbers.beside.map(number) ?? "",
    ]
    return switch remark {
    case .notKnown: self("event.attended.notKnown")
    case .noSource: self("count.remark.noSource", numbers)
    case .doorDiffersFromParts(let sum, let total):
      self("grid.partsDiffer", ["sum": number(sum), "total": number(total)])
    case .rolesBeyondTotal: self("count.remark.rolesBeyondTotal", numbers)
    case .slipsBeyondTotal: self("count.remark.slipsBeyondTotal", numbers)
    case .answersBeyondTotal: self("count.remark.answersBeyondTotal", numbers)
    case .questionsNotSettled(let count): self("count.remark.questionsNotSettled", count: count)
    }
  }
}
