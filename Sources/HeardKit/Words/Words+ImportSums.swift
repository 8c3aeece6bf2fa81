import HeardExchange
import HeardModel

// What a sheet comes to, in words.
extension Words {
  /// Events with what they come to: `41 events, 2,752 attendances (reported: 2,700, …)`.
  public func sentence(_ sum: EventSum) -> String {
    let sources = AttendanceSource.allCases.compactMap { source in
      sum.bySource[source].map { labelled(self("source.\(source.stored)"), number($0)) }
    }
    let came = self("count.attendances", count: sum.attendances)
    return list([
      self("count.events", count: sum.events),
      sources.isEmpty ? "" : bracketed(came, list(sources)),
      sum.withoutNumber == 0 ? "" : self("import.sums.without", count: sum.withoutNumber),
    ])
  }

  /// A sum of the sheet beside that of its rows.
  public func sentence(_ total: SheetTotal) -> String {
    let said = [
      "line": String(total.line), "number": number(total.number), "rows": number(total.rows),
    ]
    let difference = total.difference
    if difference == 0 { return self("import.total.same", said) }
    return difference < 0
      ? self("import.total.less", count: -difference, said)
      : self("import.total.more", count: difference, said)
  }

  /// The rows that are none, each with why; nil where there is none.
  public func skipped(_ rows: [LeftRow]) -> String? {
    if rows.isEmpty { return nil }
    let each = rows.map { row in
      let number = row.number.map(self.number) ?? ""
      return self(
        "import.sums.row",
        [
          "line": String(row.line),
          "what": list([self("import.what.\(row.why.rawValue)"), number]),
        ])
    }
    return self("import.sums.skipped", ["rows": list(each)])
  }
}
