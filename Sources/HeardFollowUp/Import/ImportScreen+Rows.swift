import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// The rows with their states.
extension ImportScreen {
  /// The rows that are shown: all, or those that have to be looked at.
  var shownRows: [ImportRow] {
    guard let work else { return [] }
    return showsOpenOnly ? work.rows.filter(\.isOpen) : work.rows
  }

  var focusedRow: ImportRow? {
    let rows = shownRows
    return rowCursor.place(in: rows.count).map { rows[$0] }
  }

  func rowBlocks(_ desk: Desk) -> [Block] {
    guard let work else { return [] }
    let words = desk.words
    let rows = shownRows
    let table = Table(
      columns: ImportCells.columns(work.subject, words), rowCount: rows.count,
      cursor: rowCursor.place(in: rows.count),
      emptyText: StyledText(words("import.noDoubt"), .faint)
    ) { ImportCells.row(rows[$0], desk) }
    var blocks: [Block] = [
      .notice(Notice(imported.isEmpty ? .info : .good, summary(work, words)))
    ]
    blocks += openBlocks(work, words) + sumBlocks(work, desk)
    if !work.heldLines.isEmpty {
      blocks.append(.prose(Prose(words("import.held.sign"), style: .faint)))
    }
    blocks.append(.table(table))
    if let row = focusedRow {
      blocks += desk.sentences(of: row, work.subject).prefix(4).map {
        .notice(Notice(row.isOpen ? .warning : .info, $0))
      }
      blocks += answerBlocks(for: row, work, desk)
      if !row.held.isEmpty {
        blocks.append(.prose(Prose(words("import.held.keep"), style: .faint)))
      }
    }
    return blocks
  }

  private func summary(_ work: SheetImport, _ words: Words) -> String {
    let tally = work.tally
    let kind = signIn == nil ? "import" : "import.people"
    let taken =
      imported.isEmpty
      ? words("\(kind).would", count: tally.added) : words("\(kind).done", count: imported.count)
    // What came in just now was not there already.
    let here = (imported.isEmpty ? nil : saved)?.tally.here ?? tally.here
    let summary = words(
      "import.summary",
      [
        "taken": taken, "waiting": words.number(tally.waiting), "here": words.number(here),
        "skipped": words.number(tally.skipped),
      ])
    let differ = tally.updated + tally.differing
    let joined = imported.isEmpty ? [words.joined(tally)].compactMap(\.self) : []
    if differ == 0 { return words.inARow([summary] + joined) }
    return words.inARow(
      [
        summary,
        words("import.differing", count: differ, ["taken": words.number(tally.updated)]),
      ] + joined)
  }

  func rowFocus(_ desk: Desk) -> String {
    guard let row = focusedRow, let work else { return desk.words("import.noDoubt") }
    let title = row.event?.title ?? row.person?.participation.pseudonym ?? ""
    let said = [desk.words.state(of: row), title]
    let why = (said + desk.sentences(of: row, work.subject)).filter { !$0.isEmpty }
    return desk.words(
      "import.waits", ["line": String(row.line), "why": why.joined(separator: ", ")])
  }

  mutating func performOnRows(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .onlyDoubtful:
      showsOpenOnly.toggle()
      rowCursor.find(in: shownRows.map(\.line))
    case .open: openRow(&desk)
    case .takeRow: choose(.accepted, &desk)
    case .leaveRow: choose(.leftOut, &desk)
    case .takeAllRows: takeAll(&desk)
    case .fillDown: fillDown(focusedRow, &desk)
    case .keepCells: askCells(&desk)
    case .zoneOfRows: askZone(focusedRow, &desk)
    case .save: saveRows(&desk)
    default: rowCursor.move(command, in: shownRows.map(\.line), page: desk.pageRows)
    }
  }

  private mutating func openRow(_ desk: inout Desk) {
    guard let row = comparedRow ?? focusedRow, let work else { return }
    if let id = row.knownID {
      if comparing != nil || row.differs.isEmpty { return desk.go(.event(id)) }
      return comparing = row.line
    }
    if let id = row.knownPerson, let signIn {
      return desk.go(.editPerson(id, at: signIn.event.id))
    }
    correctingLines = nil
    correcting = RowCorrection(row, work)
  }

  /// Decides about the focused row; the same decision twice takes it back.
  private mutating func choose(_ choice: ImportChoice, _ desk: inout Desk) {
    guard let row = comparedRow ?? focusedRow else { return }
    switch row.state {
    case .listed, .here(_, differs: []): return desk.refuse(desk.words("import.refused.here"))
    case .skipped: return desk.refuse(desk.words("import.refused.skipped"))
    case .here(let id, _):
      if choice == .accepted, let lock = desk.programme.events[id].flatMap(desk.programme.lock) {
        return desk.refuse(desk.words.sentence(lock, desk.formats))
      }
      // What is there stays unless somebody says otherwise.
      let isAgain = choice == .leftOut || row.choice == .accepted
      decide(&desk) { $0.choose(isAgain ? nil : .accepted, line: row.line) }
    case .ready, .doubtful:
      if choice == .accepted, let cause = row.asked.first {
        return desk.refuse(desk.words.sentence(.asked(cause), desk.formats))
      }
      decide(&desk) { $0.choose(row.choice == choice ? nil : choice, line: row.line) }
    }
    comparing = nil
    rowCursor.move(.moveDown, in: shownRows.map(\.line), page: 1)
  }

  /// Takes all doubtful rows as they are that nobody decided about, but what is perhaps there.
  private mutating func takeAll(_ desk: inout Desk) {
    let rows = work?.rows.filter { $0.waits && $0.choice == nil && !$0.needsOwnAnswer } ?? []
    if rows.isEmpty { return desk.refuse(desk.words("import.refused.noneDoubtful")) }
    decide(&desk) { work in
      for row in rows { work.choose(.accepted, line: row.line) }
    }
    desk.say(desk.words("import.tookAll", count: rows.count))
  }

  mutating func importRows(_ desk: inout Desk) {
    guard let work else { return }
    let draft = Draft.id(of: work.sheet)
    let rows = work.taken
    if rows.isEmpty, !work.questions.isEmpty { return goToQuestion(&desk) }
    if let signIn {
      guard desk.programme.events[signIn.event.id] != nil else {
        return desk.refuse(desk.words("event.gone"))
      }
      guard let made = desk.peopleChange(of: rows, on: signIn.event, from: work.sheet.name) else {
        return desk.refuse(desk.words("import.refused.nothing"))
      }
      guard desk.change(made.change, discardingDraft: draft) else { return }
      if !made.identities.isEmpty { desk.keep(made.identities) }
      imported = Set(made.people.values.joined().map(\.text))
    } else {
      guard
        let (change, events) = desk.importChange(of: rows, making: work.made(of: rows))
      else {
        return desk.refuse(desk.words("import.refused.nothing"))
      }
      guard desk.change(change, discardingDraft: draft) else { return }
      imported = Set(events.values.map(\.text))
      sayUpdated(change, &desk)
    }
    saved = work
    refresh(desk)
  }
}

// A row that was brought in before and says something else now.
extension ImportScreen {
  /// Says of how many events something was changed, beside those that are new.
  private func sayUpdated(_ change: Change, _ desk: inout Desk) {
    let count = change.edits.count { edit in
      edit.before != nil && desk.programme.record(edit.key) == edit.after
    }
    if count == 0 { return }
    let said = [desk.news?.text ?? "", desk.words("import.updated", count: count)]
    desk.say(said.joined(separator: " · "))
  }

  /// The row that is held against its event.
  var comparedRow: ImportRow? { comparing.flatMap { work?.row(line: $0) } }

  func comparison(_ row: ImportRow, _ desk: Desk) -> [Block] {
    guard let id = row.knownID, let there = desk.programme.events[id] else { return [] }
    let words = desk.words
    let differences = desk.differences(of: row, from: there)
    let table = Table(
      columns: [
        Column(words("import.heading.field"), width: .fixed(22)),
        Column(words("import.heading.there"), width: .fill(minimum: 14, weight: 1)),
        Column(words("import.heading.sheet"), width: .fill(minimum: 14, weight: 1)),
      ], rowCount: differences.count, isFocused: false
    ) { index in
      let (field, old, new) = differences[index]
      let taken: Style = row.isTaken ? .accent : .plain
      return TableRow([
        StyledText(field), StyledText(old, row.isTaken ? .faint : .accent), StyledText(new, taken),
      ])
    }
    let line = words("import.waits", ["line": String(row.line), "why": there.title])
    let lock = desk.programme.lock(of: there).map {
      Block.notice(Notice(.warning, words.notice($0, desk.formats)))
    }
    return [.line(StyledText(line, .accent)), .gap, .table(table), .gap]
      + [lock].compactMap { $0 }
      + [.prose(Prose(words(row.isTaken ? "import.takes" : "import.stays"), style: .faint))]
  }
}
