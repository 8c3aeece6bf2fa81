import ArgumentParser
import HeardInsight
import HeardKit
import StrictJSON

/// The forms in which a list can be printed.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  /// Aligned columns for reading on a screen.
  case table
  /// A stable form for programs.
  case json
  /// Comma-separated values for spreadsheets.
  case csv
  /// The same with semicolons, as the spreadsheets of countries with a decimal comma open it.
  case excelCSV = "csv-excel"
  /// One value a line, for screen readers.
  case plain

  /// Whether rows go into a spreadsheet, with values as they stand in files.
  var isForSpreadsheets: Bool { self == .csv || self == .excelCSV }
}

/// Rows with named values, ready to be printed in any form.
///
/// Values stand as they do in files; tables and the plain form, which people read, put them in
/// words.
struct Listing {
  /// One value of every row.
  struct Column {
    /// The name in JSON and CSV; its title stands in the catalogs as `cli.KEY`.
    let key: String
    let meaning: Meaning
    /// Whether tables show it; the others are for programs.
    let isInTable: Bool
    /// Whether a table that is too wide takes its room from this column.
    let isFlexible: Bool
    /// The place of its title in the catalogs where `cli.KEY` is the title of another value.
    var title: String?
  }

  let columns: [Column]
  var rows: [[JSONValue]]

  /// The rows as an array of objects.
  var json: JSONValue { .array(rows.map(object)) }

  /// A row as an object; what is not known is null.
  func object(_ row: [JSONValue]) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for (column, value) in zip(columns, row) { members[column.key] = value }
    return .object(members)
  }

  /// The same rows with only some values in tables, in this order and behind the id; those that
  /// only a screen has are passed over.
  func showing(_ keys: [String]) -> Listing {
    let shown = only(["id"] + keys.filter { $0 != "id" })
    return shown.columns.count > 1 ? shown : self
  }

  /// Only some values in every form, in this order, and all of them in tables.
  func only(_ keys: [String]) -> Listing {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Listing(
      columns: places.map { place in
        let column = columns[place]
        return Column(
          key: column.key, meaning: column.meaning, isInTable: true,
          isFlexible: column.isFlexible, title: column.title)
      }, rows: rows.map { row in places.map { row[$0] } })
  }

  /// The same rows with one value fewer in tables.
  func without(_ key: String) -> Listing {
    Listing(
      columns: columns.map { column in
        Column(
          key: column.key, meaning: column.meaning,
          isInTable: column.isInTable && column.key != key, isFlexible: column.isFlexible,
          title: column.title)
      }, rows: rows)
  }

  /// The rows with whom they are for, in the forms that go into other programs.
  func forTeam(_ format: ListFormat) -> Listing {
    guard format == .json || format.isForSpreadsheets, !columns.contains(where: { $0.key == "use" })
    else { return self }
    let use = Column(key: "use", meaning: .fixed("cli.use"), isInTable: false, isFlexible: false)
    return Listing(columns: columns + [use], rows: rows.map { $0 + [.string("internal")] })
  }

  /// The rows by one of their values in words, as lists on the screen stand by a column.
  ///
  /// By what only a screen has they stay as they are; the one order that some lists have is turned
  /// round where the highest come first.
  func sorted(by name: String, descending: Bool, _ inquiry: Inquiry) -> Listing {
    var listing = self
    if let place = columns.firstIndex(where: { $0.key == name }) {
      let texts = inWords(inquiry).rows.map { row in
        row[place] == .null ? "" : PlainWriter.text(of: row[place])
      }
      let order = CellOrder(
        texts, thousands: inquiry.words("language.thousands"), inquiry.insight.collation)
      listing.rows = order.places(descending: descending).map { rows[$0] }
    } else if name == OnlyOrder.usual.rawValue && descending {
      listing.rows = rows.reversed()
    }
    return listing
  }

  /// The rows with texts in words; dates stay as exact and as short as in files.
  private func inWords(_ inquiry: Inquiry) -> Listing {
    Listing(
      columns: columns,
      rows: rows.map { row in
        zip(columns, row).map { column, value in
          PlainWriter.inWords(value, column.meaning, inquiry)
        }
      })
  }

  /// Prints the rows.
  func print(_ format: ListFormat, _ inquiry: Inquiry) throws {
    guard format == .json else {
      return try Output.write(bytes(format, inquiry, columns: Output.columns))
    }
    try writeJSON(Output.write)
  }

  /// Writes the rows as JSON, so many at a time: of a million no tree has to be held.
  func writeJSON(rowsAtOnce most: Int = 2_000, _ write: ([UInt8]) throws -> Void) rethrows {
    let starts = Array(stride(from: 0, to: rows.count, by: most))
    if starts.count < 2 { return try write(SafeJSON.bytes(json)) }
    for start in starts {
      let some = rows[start..<min(start + most, rows.count)]
      // An array is its bracket, its rows, and an end of line before and after the other bracket.
      var bytes = SafeJSON.bytes(.array(some.map(object)))
      if start > 0 { bytes[0] = UInt8(ascii: ",") }
      if start != starts.last { bytes.removeLast(3) }
      try write(bytes)
    }
  }

  /// The rows in a form; tables are cut to so many columns, else whole.
  func bytes(_ format: ListFormat, _ inquiry: Inquiry, columns: Int? = nil) -> [UInt8] {
    switch format {
    case .json: SafeJSON.bytes(json)
    case .csv: Array(CSVWriter.text(self).utf8)
    case .excelCSV: Array(CSVWriter.text(self, .excel).utf8)
    case .table: Array(TableWriter.text(inWords(inquiry), inquiry.words, columns: columns).utf8)
    case .plain: Array(PlainWriter.text(self, inquiry).utf8)
    }
  }
}

/// A value of a kind of row: its name, and how it is read from the row.
struct RowValue<Row> {
  let column: Listing.Column
  let value: (Row) -> JSONValue

  /// A value that tables show, unless `isInTable` says otherwise.
  init(
    _ key: String, _ meaning: Meaning = .plain, isInTable: Bool = false,
    isFlexible: Bool = false, title: String? = nil, _ value: @escaping (Row) -> JSONValue
  ) {
    column = Listing.Column(
      key: key, meaning: meaning, isInTable: isInTable, isFlexible: isFlexible, title: title)
    self.value = value
  }
}

extension Listing {
  /// The values of some rows.
  init<Row>(_ values: [RowValue<Row>], _ rows: some Sequence<Row>) {
    columns = values.map(\.column)
    self.rows = rows.map { row in values.map { $0.value(row) } }
  }
}
