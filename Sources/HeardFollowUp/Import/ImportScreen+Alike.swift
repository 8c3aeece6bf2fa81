import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// Rows that are perhaps an event or a person twice, beside what they look like.
extension ImportScreen {
  /// The command that shows them, where there are any.
  var alikeCommands: [Command] { work?.alikePairs.isEmpty ?? true ? [] : [.comparePairs] }

  /// Shows them, with the first of which nobody has said anything.
  mutating func showPairs() {
    guard let work else { return }
    let open = Set(work.openPairs)
    alikeCursor = work.alikePairs.firstIndex(where: open.contains) ?? 0
  }

  mutating func performOnPairs(_ command: Command, _ desk: inout Desk) {
    let pairs = work?.alikePairs ?? []
    guard let cursor = alikeCursor else { return }
    switch command {
    case .open: askPair(&desk)
    default:
      alikeCursor = ListMove.cursor(cursor, command, count: pairs.count, page: desk.pageRows)
    }
  }

  private var focusedPair: AlikePair? {
    guard let alikeCursor, let pairs = work?.alikePairs, pairs.indices.contains(alikeCursor)
    else { return nil }
    return pairs[alikeCursor]
  }

  private func askPair(_ desk: inout Desk) {
    guard let pair = focusedPair else { return }
    let answers = AlikeAnswer.allCases.map {
      Question.Answer($0.rawValue, desk.words.label($0, of: pair))
    }
    // Two presses of one key answer nothing.
    desk.ask(
      Question(
        "alike", desk.words.question(pair),
        answers + [Question.Answer("keep", desk.words("import.alike.later"))],
        cursor: answers.count))
  }

  /// Takes the answer and goes on to the next pair without one.
  mutating func answerPair(_ answer: String, _ desk: inout Desk) {
    guard let pair = focusedPair, let work else { return }
    let answer = AlikeAnswer(rawValue: answer)
    if answer == .one, let why = desk.refusal(of: pair, in: work) { return desk.refuse(why) }
    // A line of a sign-in sheet can be the same person as another one, so that all are read anew.
    if signIn == nil {
      decide(&desk) { $0.answer(pair, answer) }
    } else {
      say(&desk) { $0.answer(pair, answer) }
    }
    guard let after = self.work, answer != nil else { return }
    let open = Set(after.openPairs)
    alikeCursor =
      after.alikePairs.firstIndex(where: open.contains) ?? after.alikePairs.firstIndex(of: pair)
    rowCursor.find(in: shownRows.map(\.line))
  }

  func pairBlocks(_ cursor: Int, _ work: SheetImport, _ desk: Desk) -> [Block] {
    let words = desk.words
    let pairs = work.alikePairs
    guard let pair = focusedPair else {
      return [.line(StyledText(words("import.alike.none"), .faint))]
    }
    let isOpen = work.openPairs.contains(pair)
    let list = Table(
      columns: [
        Column(words("import.heading.line"), width: .fixed(5), alignment: .trailing),
        Column(words("import.heading.like"), width: .fill(minimum: 14, weight: 1), most: 30),
        Column(words("events.title"), width: .fill(minimum: 14, weight: 2)),
        Column(words("import.heading.alikeAnswer"), width: .fixed(18)),
      ], rowCount: pairs.count, cursor: cursor
    ) { index in
      let pair = pairs[index]
      let answer = Self.answer(to: pair, work)
      return TableRow([
        StyledText(String(pair.line), .faint), StyledText(words.name(of: pair.other)),
        StyledText(desk.title(of: pair, in: work)),
        StyledText(
          Self.label(of: answer, pair, words), answer == "open" ? .warning : .plain),
      ])
    }
    return [
      .notice(
        Notice(
          isOpen ? .warning : .info,
          words.inARow([words.question(pair), words("import.alike.enter")]))),
      .gap, .table(sideTable(pair, work, desk)),
    ] + wholeTitles(pair, work, desk) + [.gap, .table(list)]
  }

  /// Both as lines of one table, so that what differs stands below each other.
  private func sideTable(_ pair: AlikePair, _ work: SheetImport, _ desk: Desk) -> Table {
    let words = desk.words
    let sides = desk.sides(of: pair, in: work)
    return Table(
      columns: [
        Column("", width: .fixed(12)), Column(words("events.date"), width: .fixed(10)),
        Column(words("events.place"), width: .fixed(12)),
        Column(words("events.title"), width: .fill(minimum: 14, weight: 1)),
        Column(words("import.sums.heading.came"), width: .fixed(8), alignment: .trailing),
      ], rowCount: sides.count, isFocused: false
    ) { index in
      TableRow([StyledText(sides[index].place, .faint)] + sides[index].cells.map { StyledText($0) })
    }
  }

  /// The titles in full where a column may cut them: what differs can stand at the end.
  private func wholeTitles(_ pair: AlikePair, _ work: SheetImport, _ desk: Desk) -> [Block] {
    let sides = desk.sides(of: pair, in: work)
    guard sides.contains(where: { TextWidth.columns(of: $0.title) > 24 }) else { return [] }
    return sides.map { side in
      let title = desk.words.cut(side.title, to: 300)
      return .prose(Prose(desk.words.labelled(side.place, title), style: .faint))
    }
  }

  func pairFocus(_ cursor: Int, _ desk: Desk) -> String {
    guard let pair = focusedPair, let work else { return desk.words("import.alike.none") }
    return desk.words.inARow([
      desk.words.question(pair), Self.label(of: Self.answer(to: pair, work), pair, desk.words),
    ])
  }

  private static func label(of answer: String, _ pair: AlikePair, _ words: Words) -> String {
    guard pair.isOfPeople, AlikeAnswer(rawValue: answer) != nil else {
      return words("import.alike.answer.\(answer)")
    }
    return words("import.alike.answer.person.\(answer)")
  }

  /// What was said of a pair, also by what was said of the row and something else.
  private static func answer(to pair: AlikePair, _ work: SheetImport) -> String {
    if let answer = work.alikeAnswers[pair] { return answer.rawValue }
    return work.openPairs.contains(pair) ? "open" : "moot"
  }
}
