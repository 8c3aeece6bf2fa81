import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// Cells that may be about somebody: held back from the notes, unless one is kept by choice.
extension ImportScreen {
  /// The command that shows them, where the focused row has any.
  var keepCellsCommands: [Command] {
    guard signIn == nil, let row = focusedRow, let work else { return [] }
    return work.personalCells(line: row.line).isEmpty ? [] : [.keepCells]
  }

  /// That cells of rows are held back, and where they are shown.
  func heldBlocks(_ work: SheetImport, _ words: Words) -> [Block] {
    let lines = work.heldLines
    guard !lines.isEmpty else { return [] }
    let said = words("import.held.rows", count: lines.count, ["lines": words.lines(lines)])
    return [.notice(Notice(.info, said))]
  }

  func askCells(_ desk: inout Desk) {
    guard let row = focusedRow, let work else { return }
    let words = desk.words
    let options = work.personalCells(line: row.line).enumerated().map { place, cell in
      let said = words.labelled(cell.column, words.cut(cell.text, to: 60))
      return Question.Answer(
        String(place), cell.isKept ? words("import.held.kept", ["cell": said]) : said)
    }
    if options.isEmpty { return desk.refuse(words("import.noDoubt")) }
    // Two presses of one key keep nothing.
    desk.ask(
      Question(
        "cells", words("import.ask.cells"), options + [.init("keep", words("answer.keep"))],
        cursor: options.count))
  }

  /// Keeps the cell that was chosen, or takes it out again.
  mutating func keepCell(_ answer: String, _ desk: inout Desk) {
    guard let row = focusedRow, let place = Int(answer),
      let cells = work?.personalCells(line: row.line), cells.indices.contains(place)
    else { return }
    say(&desk) { $0.keep(!cells[place].isKept, cellOf: cells[place].column, line: row.line) }
  }
}
