import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// What the rows come to, beside the sheet's own sums, before anything is saved.
extension ImportScreen {
  /// The sheet as it was saved, as long as nothing more is to be saved.
  private var done: SheetImport? { work?.taken.isEmpty ?? true ? saved : nil }

  func checkBlocks(_ desk: Desk) -> [Block] {
    guard let checked = done ?? work else { return [] }
    let words = desk.words
    let isDone = done != nil
    let (table, skipped) = sumTable(checked, desk)
    let head = words(isDone ? "import.sums.done" : "import.sums.head")
    let left = words.skipped(skipped).map { Block.prose(Prose($0, style: .faint)) }
    let held = isDone ? [] : heldBlocks(checked, words)
    let fates = (nameLines(checked, desk) + words.fates(of: checked, namingHeld: false)).map {
      Block.prose(Prose($0, style: .faint))
    }
    return openBlocks(checked, words) + totalBlocks(checked, words)
      + (isDone ? [] : answerBlocks(checked.remedies, desk))
      + [.line(StyledText(head, isDone ? .plain : .accent)), .table(table)]
      + [left].compactMap { $0 } + held + fates
  }

  func checkFocus(_ desk: Desk) -> String {
    guard let checked = done ?? work else { return "" }
    guard signIn == nil else { return desk.sums(of: checked).joined(separator: " ") }
    let rows = sumRows(checked.eventSums, desk)
    guard let place = cursor(in: rows.count) else { return desk.words("import.refused.nothing") }
    return rows[place].said(desk.words)
  }

  mutating func performOnCheck(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .save: importRows(&desk)
    case .makeRecords: askMaking(&desk)
    case .fillDown: fillDown(nil, &desk)
    case .zoneOfRows: askZone(nil, &desk)
    default:
      let count = (done ?? work).map { sumTable($0, desk).table.rowCount } ?? 0
      checkCursor = ListMove.cursor(checkCursor, command, count: count, page: desk.pageRows)
    }
  }

  /// Imports the rows; where the sheet has another total, that is shown first.
  mutating func saveRows(_ desk: inout Desk) {
    guard let work, !work.taken.isEmpty, differs(work) else {
      return importRows(&desk)
    }
    part = .check
    desk.refuse(desk.words("import.differs"))
  }

  private func differs(_ work: SheetImport) -> Bool {
    signIn == nil ? work.eventSums.differ : work.peopleSums.differ
  }

  private func totalBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    let totals = signIn == nil ? work.eventSums.totals : work.peopleSums.totals
    return totals.map {
      .notice(Notice($0.difference == 0 ? .good : .warning, words.sentence($0)))
    }
  }

  /// The sums in a line above the rows: what would come, and where the sheet has another total.
  func sumBlocks(_ work: SheetImport, _ desk: Desk) -> [Block] {
    guard signIn == nil else { return differs(work) ? totalBlocks(work, desk.words) : [] }
    let sums = (done ?? work).eventSums
    let said = desk.words.sentence(sums.allSaved)
    let others = sums.totals.filter { $0.difference != 0 }
    return [.prose(Prose(said, style: .faint))]
      + others.map { .notice(Notice(.warning, desk.words.sentence($0))) }
  }
}

// Answers for many rows at once.
extension ImportScreen {
  /// The command that fills a column from above, where rows wait for that.
  var fillDownCommands: [Command] {
    work?.remedies.contains { if case .fillDown = $0.remedy { true } else { false } } ?? false
      ? [.fillDown] : []
  }

  /// Fills the column for which a row waits, else that for which most rows do.
  mutating func fillDown(_ row: ImportRow?, _ desk: inout Desk) {
    guard let work else { return }
    let remedies = (row?.doubts.compactMap(\.remedy) ?? []) + work.remedies.map(\.remedy)
    let columns = remedies.compactMap { remedy -> SheetColumn? in
      if case .fillDown(let name) = remedy { work.table.column(named: name) } else { nil }
    }
    guard let column = columns.first else { return }
    say(&desk) { $0.fillDown(column, true) }
    rowCursor.find(in: shownRows.map(\.line))
    desk.say(desk.words("import.filledDown", ["column": column.name]))
  }

  /// What answers for the focused row and all like it.
  func answerBlocks(for row: ImportRow, _ work: SheetImport, _ desk: Desk) -> [Block] {
    let own = Set(row.doubts.compactMap(\.remedy))
    return answerBlocks(work.remedies.filter { own.contains($0.remedy) }, desk)
  }

  private func answerBlocks(
    _ remedies: [(remedy: ImportRemedy, count: Int)], _ desk: Desk
  ) -> [Block] {
    let words = desk.words
    return remedies.map { remedy, count in
      switch remedy {
      case .fillDown(let column):
        .notice(
          Notice(.info, words("import.answer.fillDown", count: count, ["column": column])))
      case .dateOrder: .notice(Notice(.info, words("import.answer.dateOrder", count: count)))
      case .zone(let country):
        .notice(
          Notice(
            .info,
            words("import.answer.zone", count: count, ["country": desk.formats.country(country)])))
      }
    }
  }
}

// By which clock the times in a country are told.
extension ImportScreen {
  /// The command that says the zone of a country, where rows wait for that.
  var zoneCommands: [Command] { zoneCountry(nil) == nil ? [] : [.zoneOfRows] }

  /// The country whose zone a row waits for, else that for which most rows do.
  private func zoneCountry(_ row: ImportRow?) -> CountryCode? {
    let remedies =
      (row?.doubts.compactMap(\.remedy) ?? []) + (work?.remedies.map(\.remedy) ?? [])
    return remedies.lazy.compactMap { remedy in
      if case .zone(let country) = remedy { country } else { nil }
    }.first
  }

  func askZone(_ row: ImportRow?, _ desk: inout Desk) {
    if let country = zoneCountry(row) { askZone(of: country, &desk) }
  }

  func askZone(of country: CountryCode, _ desk: inout Desk) {
    desk.ask(
      Question(
        "zone.\(country.stored)",
        desk.words("import.ask.zone", ["country": desk.formats.country(country)]),
        desk.zoneOptions(country).map { .init($0.value, $0.label) }))
  }

  /// Takes the zone that was chosen for a country; false for the answer to another question.
  mutating func takeZone(_ question: String, _ answer: String, _ desk: inout Desk) -> Bool {
    guard question.hasPrefix("zone."),
      let country = CountryCode(stored: String(question.dropFirst(5)))
    else { return false }
    say(&desk) { $0.zone(ZoneName(stored: answer), in: country) }
    return true
  }
}
