import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// Doubts by their cause: a digit answers for all rows with the same one.
extension ImportScreen {
  /// One thing that can be answered, by its place from 1.
  enum DoubtChoice {
    case answer(DoubtAnswer)
    /// What a word means, chosen by typing.
    case meaning
    /// By which clock the times in a country are told.
    case zone(CountryCode)
  }

  /// So many causes stand there at first; smaller ones are one row.
  private static let most = 7

  /// What stands for the smaller causes.
  private static let smaller = DoubtCause(kind: "", field: "", column: "", word: "")

  /// The groups that are shown, and how many more there are.
  private func shownGroups() -> (groups: [DoubtGroup], hidden: Int) {
    guard let work else { return ([], 0) }
    let all = work.allDoubtGroups
    if showsAllDoubts || all.count <= Self.most + 1 { return (all, 0) }
    return (Array(all.prefix(Self.most)), all.count - Self.most)
  }

  private func causes(_ groups: [DoubtGroup], _ hidden: Int) -> [DoubtCause] {
    groups.map(\.cause) + (hidden > 0 ? [Self.smaller] : [])
  }

  /// The group on which the cursor stands.
  var focusedGroup: DoubtGroup? {
    let (groups, hidden) = shownGroups()
    var cursor = doubtCursor
    cursor.find(in: causes(groups, hidden))
    return groups.first { $0.cause == cursor.id }
  }

  func doubtBlocks(_ desk: Desk) -> [Block] {
    guard let work else { return [] }
    let words = desk.words
    let (groups, hidden) = shownGroups()
    var cursor = doubtCursor
    let all = causes(groups, hidden)
    cursor.find(in: all)
    let clear = words("import.doubts.none", count: work.rows.count)
    let table = Table(
      columns: [
        Column(words("import.part.rows"), width: .fixed(6), alignment: .trailing),
        Column(words("import.heading.doubt"), width: .fill(minimum: 24, weight: 3)),
        Column(words("import.heading.answer"), width: .fill(minimum: 14, weight: 2)),
      ], rowCount: all.count, cursor: cursor.place(in: all.count),
      emptyText: StyledText(clear, .good)
    ) { index in
      guard groups.indices.contains(index) else {
        return TableRow([
          StyledText(""), StyledText(words("import.doubts.smaller", count: hidden), .faint),
          StyledText(""),
        ])
      }
      return row(groups[index], work, desk)
    }
    let focused = groups.first { $0.cause == cursor.id }
    return openBlocks(work, words) + sumBlocks(work, desk) + [.table(table)]
      + (focused.map { groupBlocks($0, work, desk) } ?? [])
  }

  private func row(_ group: DoubtGroup, _ work: SheetImport, _ desk: Desk) -> TableRow {
    let answer = group.answer.map { desk.label($0, of: group, work) }
    return TableRow([
      StyledText(desk.words.number(group.lines.count)),
      StyledText(desk.words.sentence(group, desk.formats), answer == nil ? .warning : .plain),
      StyledText(
        answer ?? desk.words("import.doubts.open"), answer == nil ? .faint : .accent),
    ])
  }

  /// The first rows of a group, and what can be answered.
  private func groupBlocks(_ group: DoubtGroup, _ work: SheetImport, _ desk: Desk) -> [Block] {
    var lines = Array(group.lines.prefix(3))
    // Beside it the row of which it is perhaps another copy.
    if case .likeLine(let line, _) = group.example { lines.insert(line, at: 0) }
    let rows = lines.compactMap { work.row(line: $0) }
    let table = Table(
      columns: ImportCells.columns(work.subject, desk.words), rowCount: rows.count,
      isFocused: false, showsHeader: false
    ) { ImportCells.row(rows[$0], desk) }
    let why = Prose(desk.words.sentence(group, desk.formats))
    return [.gap, .table(table), .gap, .prose(why)]
      + choiceLines(group, work, desk).map { .prose(Prose($0, style: .accent)) }
  }

  private func choiceLines(
    _ group: DoubtGroup, _ work: SheetImport, _ desk: Desk
  ) -> [String] {
    if case .asked = group.example { return [desk.words("import.doubts.asked")] }
    var parts = desk.choices(for: group, work).enumerated().map { place, choice in
      "\(place + 1) \(desk.label(choice, of: group, work))"
    }
    if group.answer != nil { parts.append("0 \(desk.words("import.doubts.takeBack"))") }
    // An answer stays on one line with its number.
    return [parts.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: "   ")]
  }

  func doubtFocus(_ desk: Desk) -> String {
    guard let work else { return "" }
    guard let group = focusedGroup else {
      return desk.words("import.doubts.none", count: work.rows.count)
    }
    let said = group.answer.map { desk.label($0, of: group, work) }
    return desk.words.inARow([
      desk.words.summary(group, desk.formats), said ?? desk.words("import.doubts.open"),
    ])
  }

  mutating func performOnDoubts(_ command: Command, _ desk: inout Desk) {
    let (groups, hidden) = shownGroups()
    let all = causes(groups, hidden)
    doubtCursor.find(in: all)
    switch command {
    case .open: openGroup(groups.first { $0.cause == doubtCursor.id }, hidden, &desk)
    case .save: saveRows(&desk)
    default: doubtCursor.move(command, in: all, page: desk.pageRows)
    }
  }

  /// Goes through the rows of a group one by one; from one that is answered to the next.
  private mutating func openGroup(_ group: DoubtGroup?, _ hidden: Int, _ desk: inout Desk) {
    guard let group else {
      if hidden > 0 { showsAllDoubts = true }
      return
    }
    if case .asked = group.example { return goToQuestion(&desk) }
    guard group.answer == nil else {
      let open = shownGroups().groups.filter { $0.answer == nil }
      guard let next = open.first else { return desk.refuse(desk.words("import.doubts.done")) }
      return doubtCursor.focus(next.cause)
    }
    guard let work, let row = group.lines.first.flatMap({ work.row(line: $0) }) else { return }
    correctingLines = Set(group.lines)
    correcting = RowCorrection(row, work)
  }
}

// Answers.
extension ImportScreen {
  /// A digit answers for all rows of the focused group.
  mutating func typeAnswer(_ key: Key, _ desk: inout Desk) -> Bool {
    guard case .character(let character) = key, let digit = character.wholeNumberValue,
      let work, let group = focusedGroup
    else { return false }
    if pending != nil {
      desk.refuse(desk.words("import.refused.reading"))
      return true
    }
    if case .asked = group.example {
      goToQuestion(&desk)
      return true
    }
    let choices = desk.choices(for: group, work)
    if digit == 0, group.answer != nil {
      say(&desk) { $0.takeBack(group.cause) }
    } else if choices.indices.contains(digit - 1) {
      choose(choices[digit - 1], for: group, &desk)
    } else {
      desk.refuse(desk.words("import.doubts.noAnswer", ["n": String(digit)]))
    }
    return true
  }

  private mutating func choose(
    _ choice: DoubtChoice, for group: DoubtGroup, _ desk: inout Desk
  ) {
    switch choice {
    case .answer(let answer): self.answer(group, answer, &desk)
    case .zone(let country): askZone(of: country, &desk)
    case .meaning:
      doubtCursor.focus(group.cause)
      choosing = OptionChoice(
        .meaning, desk.words("import.ask.meaning", ["text": group.example.text ?? ""]),
        desk.meanings(of: group))
    }
  }

  /// Gives the word of the focused group the meaning that was chosen.
  mutating func takeMeaning(_ value: String, _ desk: inout Desk) {
    guard let group = focusedGroup, let work,
      let value = work.value(value, of: group.cause.field)
    else { return }
    answer(group, .means(value), &desk)
  }

  private mutating func answer(
    _ group: DoubtGroup, _ answer: DoubtAnswer, _ desk: inout Desk
  ) {
    guard let work else { return }
    doubtCursor.focus(group.cause)
    let said = desk.label(answer, of: group, work)
    say(&desk) { $0.answer(group, answer) }
    rowCursor.find(in: shownRows.map(\.line))
    if case .means = answer {
      desk.say(
        desk.words("import.doubts.means", ["text": group.example.text ?? "", "value": said]))
    } else {
      desk.say(desk.words("import.doubts.said", count: group.lines.count, ["answer": said]))
    }
  }
}
