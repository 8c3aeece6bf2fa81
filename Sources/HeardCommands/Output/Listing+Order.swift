import HeardInsight
import StrictJSON

/// By which value rows are sorted, and which way.
struct ListingOrder {
  let key: String
  let isDescending: Bool
}

extension Listing {
  /// The rows in another order; rows that are alike keep theirs, and what is not known comes last
  /// whichever way it goes.
  func sorted(by orders: [ListingOrder], _ collation: Collation) -> Listing {
    let places = orders.compactMap { order in
      columns.firstIndex { $0.key == order.key }.map { (place: $0, order: order) }
    }
    let keyed = rows.enumerated().map { number, row in
      (number: number, row: row, keys: places.map { SortKey(row[$0.place], columns[$0.place]) })
    }
    let sorted = keyed.sorted { a, b in
      for (index, place) in places.enumerated() {
        let isBefore = a.keys[index].isBefore(b.keys[index], place.order.isDescending, collation)
        if let isBefore { return isBefore }
      }
      return a.number < b.number
    }
    return Listing(columns: columns, rows: sorted.map(\.row))
  }

  /// Only some values in every form, in this order.
  func only(_ keys: [String]) -> Listing {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Listing(
      columns: places.map { columns[$0].inTable }, rows: rows.map { row in places.map { row[$0] } })
  }
}

extension Listing.Column {
  /// The same value, shown in tables.
  var inTable: Listing.Column {
    Listing.Column(key: key, meaning: meaning, isInTable: true, isFlexible: isFlexible)
  }
}

/// What a value counts for in an order.
private enum SortKey {
  case number(Double)
  /// Something that is written by a rule, as a date or an id.
  case mark(String)
  /// Words, in the order of the person's language.
  case words(String)
  case unknown

  init(_ value: JSONValue, _ column: Listing.Column) {
    switch value {
    case .integer(let number): self = .number(Double(number))
    case .decimal(let digits): self = Double(digits).map(SortKey.number) ?? .unknown
    case .boolean(let flag): self = .number(flag ? 1 : 0)
    case .null, .object: self = .unknown
    case .string, .array:
      let text = PlainWriter.text(of: value)
      if text.isEmpty {
        self = .unknown
      } else if case .date = column.meaning {
        self = .mark(text)
      } else {
        self = column.key == "id" || column.key == "at" ? .mark(text) : .words(text)
      }
    }
  }

  /// Whether it comes before another one; nil where they are alike.
  func isBefore(_ other: SortKey, _ isDescending: Bool, _ collation: Collation) -> Bool? {
    switch (self, other) {
    case (.unknown, .unknown): return nil
    case (.unknown, _): return false
    case (_, .unknown): return true
    case (.number(let a), .number(let b)): return a == b ? nil : (a < b) != isDescending
    case (.mark(let a), .mark(let b)): return a == b ? nil : (a < b) != isDescending
    case (.words(let a), .words(let b)):
      if collation.isBefore(a, b) { return !isDescending }
      return collation.isBefore(b, a) ? isDescending : nil
    case (.number, _): return !isDescending
    case (_, .number): return isDescending
    default: return nil
    }
  }
}
