import HeardModel
import TerminalCanvas

// What people declared: each question with its own base, and nobody told from not asked.
extension AttendanceSummary {
  /// How many were asked a question, answered it, and said that nothing applies.
  private struct Base: Hashable {
    var asked: Int?
    var answered: Int?
    var none: Int?
  }

  static func communities(_ event: Event, _ desk: Desk) -> [TableRow] {
    let declared = event.attendance.declared
    let order = desk.programme.taxonomy(.community).entries.map(\.id)
    let known = Set(declared.communities.keys).union(
      declared.questions.map(\.id).filter { $0 != DeclaredQuestion.ageBands })
    let codes = order.filter(known.contains) + known.subtracting(order).sorted()
    let common = common(codes, declared)
    var rows = codes.map { row(of: $0, isOwn: common == nil, event, desk) }
    if let none = common?.none {
      rows.append(row(desk.words("slips.nothing"), none, of: most(declared.communities), desk))
    }
    let open = event.unsettledCommunities(in: desk.programme, on: desk.today)
      .filter { event.askedState(of: $0) == .notKnown }
    if !open.isEmpty {
      let what = desk.words.list(open.map { label($0, desk) })
      rows.append(
        .heading(StyledText(desk.words("summary.askedNotKnown", ["what": what]), .faint)))
    }
    if rows.isEmpty { return [] }
    return [heading("summary.declared", common ?? whole(declared), desk)] + rows
  }

  static func ages(_ event: Event, _ desk: Desk) -> [TableRow] {
    let declared = event.attendance.declared
    if declared.ageBands.isEmpty { return [] }
    let order = desk.programme.taxonomy(.ageBand).entries.map(\.id)
    let base = declared.question(DeclaredQuestion.ageBands).map(base)
    return [heading("summary.ages", base ?? whole(declared), desk)]
      + ordered(declared.ageBands, order).map { band, count in
        let label = AttendanceCell.ageBand(band)
          .label(desk.words, desk.formats, of: desk.programme)
        return row(label, count, of: most(declared.ageBands), desk)
      }
  }

  /// A community with its number, or that nobody declared it, or that nobody was asked.
  private static func row(
    of code: Code, isOwn: Bool, _ event: Event, _ desk: Desk
  ) -> TableRow {
    let words = desk.words
    let declared = event.attendance.declared
    let question = declared.question(code)
    if question?.asked == 0, declared.communities[code] == nil {
      let text = words("summary.notAsked", ["what": label(code, desk)])
      return TableRow([StyledText(words("cell.unknown"), .faint), StyledText(text, .faint), ""])
    }
    let base = isOwn ? question?.answered : nil
    let text =
      base.map { words("summary.ofBase", ["what": label(code, desk), "n": words.number($0)]) }
      ?? label(code, desk)
    return row(text, declared.communities[code] ?? 0, of: most(declared.communities), desk)
  }

  /// The base that all communities share which were asked; nil where they have several or none.
  private static func common(_ codes: [Code], _ declared: DeclaredCommunities) -> Base? {
    let asked = codes.filter {
      declared.communities[$0] != nil || declared.question($0)?.asked != 0
    }
    let bases = Set(asked.map { declared.question($0).map(base) })
    return bases.count == 1 ? bases.first.flatMap { $0 } : nil
  }

  private static func base(_ question: DeclaredQuestion) -> Base {
    Base(asked: question.asked, answered: question.answered, none: question.none)
  }

  private static func whole(_ declared: DeclaredCommunities) -> Base {
    Base(asked: declared.asked, answered: declared.answered)
  }

  private static func heading(_ key: String, _ base: Base, _ desk: Desk) -> TableRow {
    let words = desk.words
    let kind =
      base.answered == nil
      ? "\(key).noBase" : base.asked == nil ? "\(key).answered" : "\(key).asked"
    let numbers = [
      "n": words.number(base.answered ?? 0), "asked": words.number(base.asked ?? 0),
    ]
    return .heading(StyledText(words(kind, numbers), .title))
  }

  private static func label(_ code: Code, _ desk: Desk) -> String {
    AttendanceCell.community(code).label(desk.words, desk.formats, of: desk.programme)
  }

  private static func most(_ counts: [Code: Int]) -> Int { counts.values.max() ?? 0 }
}
