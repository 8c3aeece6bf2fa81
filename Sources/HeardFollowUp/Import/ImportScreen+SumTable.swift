import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

/// A row of what a sheet of events comes to: events, or a sum that the sheet itself has.
struct SumRow: Sendable {
  let label: String
  var year = ""
  var sum: EventSum?
  var total: SheetTotal?
  var style = Style.plain

  /// The row in one sentence.
  func said(_ words: Words) -> String {
    if let total { return words.sentence(total) }
    let name = year.isEmpty ? label : words.list([label, year])
    return sum.map { words.labelled(name, words.sentence($0)) } ?? name
  }
}

// The table of the sums.
extension ImportScreen {
  func sumTable(_ work: SheetImport, _ desk: Desk) -> (table: Table, skipped: [LeftRow]) {
    guard signIn == nil else {
      let sums = work.peopleSums
      return (table(sums, desk), sums.skipped)
    }
    let sums = work.eventSums
    return (table(sums, desk), sums.skipped)
  }

  private func table(_ sums: EventSums, _ desk: Desk) -> Table {
    let words = desk.words
    let all = sums.all
    let sources = AttendanceSource.allCases.filter { all.bySource[$0] != nil }
    let titles =
      [words("screen.events"), words("import.sums.heading.came")]
      + sources.map { desk.formats.label($0, "source") }
      + (all.withoutNumber > 0 ? [words("import.sums.heading.without")] : [])
    let columns = titles.enumerated().map { place, title in
      Column(
        title, width: .fixed(min(14, max(7, TextWidth.columns(of: title)))), alignment: .trailing,
        priority: place < 2 ? 0 : 1)
    }
    let country = Column(words("field.country"), width: .fill(minimum: 16, weight: 1), most: 30)
    let year = Column(words("import.sums.heading.year"), width: .fixed(6))
    let rows = sumRows(sums, desk)
    return Table(
      columns: [country, year] + columns, rowCount: rows.count, cursor: cursor(in: rows.count),
      emptyText: StyledText(words("import.refused.nothing"), .faint)
    ) { index in
      let row = rows[index]
      let sum = row.sum
      let numbers =
        [sum?.events, sum?.attendances ?? row.total?.number]
        + sources.map { sum?.bySource[$0] }
        + (all.withoutNumber > 0 ? [sum?.withoutNumber] : [])
      let cells = numbers.map { number in
        let none = sum == nil ? "" : "–"
        return StyledText(number.map { $0 == 0 ? none : words.number($0) } ?? none, row.style)
      }
      let silent = numbers.indices.filter { numbers[$0] ?? 0 == 0 }.map { ($0 + 2, "") }
      return TableRow(
        [StyledText(row.label, row.style), StyledText(row.year, row.style)] + cells,
        spoken: Dictionary(silent) { $1 })
    }
  }

  /// Countries and years, what else there is, and at the end the sheet's own sums.
  func sumRows(_ sums: EventSums, _ desk: Desk) -> [SumRow] {
    let words = desk.words
    var rows = sums.saved.map { part in
      SumRow(
        label: desk.formats.country(part.place.country),
        year: part.place.year.map(String.init) ?? words("import.sums.noYear"), sum: part.sum)
    }
    if !rows.isEmpty {
      rows.append(
        SumRow(label: words("import.sums.together"), sum: sums.allSaved, style: .accent))
    }
    let others: [(String, EventSum, Style)] = [
      ("import.sums.waiting", sums.waiting, .warning), ("import.sums.there", sums.there, .faint),
      ("import.sums.leftOut", sums.leftOut, .faint),
    ].filter { $0.1.events > 0 }
    rows += others.map { SumRow(label: words($0.0), sum: $0.1, style: $0.2) }
    if !others.isEmpty {
      rows.append(SumRow(label: words("import.sums.rows"), sum: sums.all, style: .accent))
    }
    return rows
      + sums.totals.map { total in
        SumRow(
          label: words("import.sums.sheets", ["line": String(total.line)]), total: total,
          style: total.difference == 0 ? .accent : .warning)
      }
  }

  private func table(_ sums: PeopleSums, _ desk: Desk) -> Table {
    let words = desk.words
    let others = [
      (words("import.sums.waiting"), sums.waiting), (words("import.sums.there"), sums.there),
      (words("import.sums.leftOut"), sums.leftOut),
    ].filter { $0.1 > 0 }
    let place = TableRow.note(
      StyledText(words.labelled(desk.label(of: sums.place), desk.sentence(sums)), .accent))
    func item(_ label: String, _ count: Int) -> TableRow {
      TableRow([StyledText(label), StyledText(words.number(count))])
    }
    let roles =
      [TableRow.heading(StyledText(words("people.roles"), .faint))]
      + desk.roleCounts(sums).map(item)
    let rows =
      [place] + desk.statusCounts(sums).map(item)
      + ([(words("import.sums.together"), sums.saved)] + others).map(item)
      + (sums.saved > 0 ? roles : [])
    return Table(
      columns: [
        Column(words("people.status"), width: .fill(minimum: 20, weight: 1), most: 34),
        Column(words("screen.people"), width: .fixed(9), alignment: .trailing),
      ], rowCount: rows.count, isFocused: false
    ) { rows[$0] }
  }

  func cursor(in count: Int) -> Int? {
    count == 0 ? nil : min(checkCursor, count - 1)
  }
}
