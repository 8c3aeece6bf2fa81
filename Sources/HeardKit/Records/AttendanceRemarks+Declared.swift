import HeardModel

// The base of what people declared: each question has its own where slips tell it.
extension AttendanceRemarks {
  /// What a number of people who declared something is out of, as a sentence; empty where nobody
  /// knows.
  public static func base(of cell: AttendanceCell, _ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let id: Code
    switch cell {
    case .community(let community): id = community
    case .ageBand: id = DeclaredQuestion.ageBands
    default: return ""
    }
    let declared = event.attendance.declared
    guard let question = declared.question(id) else {
      if event.attendance[cell] == nil, isNotKnown(id, event, desk) {
        return words("grid.askedNotKnown")
      }
      return sentence(asked: declared.asked, answered: declared.answered, words)
    }
    if question.asked == 0 { return words("grid.notAsked") }
    let none = question.none.map { words("grid.none", count: $0) } ?? ""
    return words.inARow([
      sentence(asked: question.asked, answered: question.answered, words), none,
    ])
  }

  private static func isNotKnown(_ id: Code, _ event: Event, _ desk: Desk) -> Bool {
    event.declared(id, in: desk.programme, on: desk.today) == .notKnown
  }

  private static func sentence(asked: Int?, answered: Int?, _ words: Words) -> String {
    guard let answered else { return "" }
    guard let asked else { return words("grid.ofAnswered", ["n": words.number(answered)]) }
    return words("grid.ofAsked", ["n": words.number(answered), "asked": words.number(asked)])
  }
}
