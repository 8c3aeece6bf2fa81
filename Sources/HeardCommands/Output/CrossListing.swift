import HeardFollowUp
import HeardInsight
import HeardKit
import HeardModel
import StrictJSON
import TerminalCanvas

/// A table of figures by one or two keys, as it is known or as it may be published.
struct CrossListing {
  /// A cell as it leaves.
  private struct Cell {
    let row: FigureGrid.Line
    let column: FigureGrid.Line
    let value: PublicTable.Cell
    let answers: PublicTable.Cell?
    let isEarlier: Bool
  }

  private let question: TableQuestion
  private let rows: [FigureGrid.Line]
  private let columns: [FigureGrid.Line]
  private let cells: [[Cell]]
  /// The name of the release; nil of what is for the team alone.
  private let release: Code?

  /// The figures as they are known, for the team alone.
  init(_ question: TableQuestion, _ grid: FigureGrid) {
    self.question = question
    release = nil
    rows = grid.rows
    let isOne = question.columns == nil && question.measure != .declared
    columns = isOne ? [.measure(question.measure)] : grid.columns
    cells = rows.map { [columns] row in
      columns.map { column in
        let mark = grid.mark(row, column)
        var answers: PublicTable.Cell?
        if case .share(_, let base, let isLeast) = mark {
          answers = .number(base, isLeast: isLeast)
        }
        return Cell(
          row: row, column: column, value: PublicTable.Cell(mark), answers: answers,
          isEarlier: false)
      }
    }
  }

  /// A table as it was given out.
  init(_ table: PublicTable, release: Code) {
    (question, self.release) = (table.question, release)
    (rows, columns) = (table.rows, table.columns)
    cells = table.rows.map { row in
      table.columns.map { column in
        Cell(
          row: row, column: column, value: table.cell(row, column),
          answers: table.base(row, column), isEarlier: table.isEarlier(row, column))
      }
    }
  }

  private var use: String { release == nil ? "internal" : "public" }

  /// The table in a form; `more` are members that JSON has beside it.
  func bytes(
    _ format: ListFormat, _ desk: Desk, _ inquiry: Inquiry, more: [String: JSONValue] = [:]
  ) -> [UInt8] {
    switch format {
    case .json:
      let listed = listing.rows.map(listing.object)
      let own: [String: JSONValue] = [
        "rows": .string(question.rows.rawValue),
        "columns": question.columns.map { .string($0.rawValue) } ?? .null,
        "of": .string(question.measure.rawValue), "filter": .string(question.query.text),
        "use": .string(use), "cells": .array(listed),
        "release": release.map { .of($0) } ?? .null,
      ]
      return SafeJSON.bytes(.object(own.merging(more) { $1 }))
    case .table: return Array(drawn(desk).utf8)
    case .csv, .excelCSV, .plain: return listing.bytes(format, inquiry)
    }
  }

  /// One row for each cell: what adds up is told from its parts by an empty name.
  private var listing: Listing {
    func name(_ line: FigureGrid.Line) -> JSONValue {
      switch line {
      case .value(let value): value == .unknown ? .null : .string(value.released)
      case .declared(let code): .of(code)
      case .measure, .total: .string("")
      }
    }
    func number(_ cell: PublicTable.Cell?) -> JSONValue {
      if case .number(let number, _)? = cell { .integer(number) } else { .null }
    }
    var values: [RowValue<Cell>] = [
      RowValue(question.rows.rawValue, question.rows.meaning) { name($0.row) }
    ]
    if let key = question.columns {
      values.append(RowValue(key.rawValue, key.meaning) { name($0.column) })
    }
    values += [
      RowValue("number") { number($0.value) },
      RowValue("sign", .fixed("publish.sign")) { $0.value.sign.map { .string($0) } ?? .null },
      RowValue("use", .fixed("cli.use")) { [use] _ in .string(use) },
    ]
    if question.measure == .declared {
      values.insert(RowValue("answers") { number($0.answers) }, at: values.count - 1)
    }
    if release != nil {
      values.append(RowValue("isEarlier") { .boolean($0.isEarlier) })
    }
    return Listing(values, cells.joined())
  }

  /// The table as it is read: rows below each other, numbers to the right.
  private func drawn(_ desk: Desk) -> String {
    let words = desk.words
    let key = question.columns ?? question.rows
    let heads =
      [words("figures.by.\(question.rows.rawValue)")]
      + columns.map { FigureLabels.label($0, key, desk) }
    let lines = zip(rows, cells).map { row, cells in
      [FigureLabels.label(row, question.rows, desk)]
        + cells.map { cell in
          var text = PublicWords.text(cell.value, words)
          if let answers = cell.answers { text += "/\(PublicWords.text(answers, words))" }
          return text + (cell.isEarlier ? " \(PublicWords.earlier)" : "")
        }
    }
    let all = ([heads] + lines).map { $0.map { DisplayText.safe($0) } }
    let widths = heads.indices.map { place in
      all.map { TextWidth.columns(of: $0[place]) }.max() ?? 0
    }
    return all.map { line in
      let cells = line.enumerated().map { place, text in
        let gap = String(repeating: " ", count: widths[place] - TextWidth.columns(of: text))
        return place == 0 ? text + gap : gap + text
      }
      var text = cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}

extension PublicTable.Cell {
  /// What is known of a cell, as it is.
  fileprivate init(_ mark: FigureMark) {
    switch mark {
    case .none: self = .none
    case .forbidden: self = .forbidden
    case .unknown: self = .unknown
    case .number(let number, let isLeast), .share(let number, _, let isLeast):
      self = .number(number, isLeast: isLeast)
    }
  }

  /// What stands in the place of a number, or beside one; nil beside a number that is whole.
  fileprivate var sign: String? {
    switch self {
    case .number(_, let isLeast): isLeast ? "atLeast" : nil
    case .withheld: "withheld"
    case .none: "none"
    case .forbidden: "forbidden"
    case .unknown: "notKnown"
    }
  }
}
