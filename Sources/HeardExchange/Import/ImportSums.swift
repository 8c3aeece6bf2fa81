import HeardModel

/// Some events of a sheet with what they come to, by how the numbers are known.
public struct EventSum: Hashable, Sendable {
  /// How many events.
  public private(set) var events = 0
  /// Attendances by their source; what no cell tells the source of is under `notKnown`.
  public private(set) var bySource: [AttendanceSource: Int] = [:]
  /// Events that were held and have no number.
  public private(set) var withoutNumber = 0

  /// All attendances together.
  public var attendances: Int { bySource.values.reduce(0, +) }

  mutating func add(_ event: Event) {
    events += 1
    if let tally = event.attendance.tally {
      bySource[event.attendance.source ?? .notKnown, default: 0] += tally
    } else if event.status == .held {
      withoutNumber += 1
    }
  }

  mutating func add(_ other: EventSum) {
    events += other.events
    withoutNumber += other.withoutNumber
    bySource.merge(other.bySource, uniquingKeysWith: +)
  }
}

/// A country and a year of a sheet; nil where a row tells neither.
public struct CountryYear: Hashable, Sendable, Comparable {
  /// The country.
  public let country: CountryCode?
  /// The year in which an event begins.
  public let year: Int?

  /// The country and year of an event.
  public init(_ event: Event) { (country, year) = (event.country, event.start?.year) }

  /// Orders by the code of the country, then by year; what is not known stands last.
  public static func < (a: CountryYear, b: CountryYear) -> Bool {
    (a.country?.stored ?? "~", a.year ?? .max) < (b.country?.stored ?? "~", b.year ?? .max)
  }
}

/// What comes from one country in one year.
public struct CountrySum: Hashable, Sendable {
  /// The country and year.
  public let place: CountryYear
  /// Its events.
  public let sum: EventSum
}

/// A sum that the sheet itself has, beside what its rows come to as they are read.
public struct SheetTotal: Hashable, Sendable {
  /// The line on which it stands.
  public let line: Int
  /// The number that stands there.
  public let number: Int
  /// What the rows come to that it sums up.
  public let rows: Int

  /// How many more the rows come to; less than none where they come to less.
  public var difference: Int { rows - number }
}

/// A row that is not brought in, with the number that it has.
public struct LeftRow: Hashable, Sendable {
  /// The line on which it stands.
  public let line: Int
  /// Why it is none.
  public let why: ImportSkip
  /// The number in it of who came; nil where it has none.
  public let number: Int?
}

/// What a sheet of events comes to: what is brought in as things stand, what else there is, and the
/// sheet's own sums.
public struct EventSums: Hashable, Sendable {
  /// The new events by country and year, those of none last.
  public fileprivate(set) var saved: [CountrySum] = []
  /// What waits for an answer, and would come on top.
  public fileprivate(set) var waiting = EventSum()
  /// What was brought in before, with the numbers of the sheet.
  public fileprivate(set) var there = EventSum()
  /// What a person leaves out.
  public fileprivate(set) var leftOut = EventSum()
  /// The sheet's own sums of who came.
  public fileprivate(set) var totals: [SheetTotal] = []
  /// The rows that are no events.
  public fileprivate(set) var skipped: [LeftRow] = []

  /// All that is brought in.
  public var allSaved: EventSum { saved.reduce(into: EventSum()) { $0.add($1.sum) } }

  /// The new events by country, of all years together.
  public var byCountry: [(country: CountryCode?, sum: EventSum)] {
    saved.reduce(into: []) { all, part in
      // Those of one country stand beside each other.
      if let last = all.indices.last, all[last].country == part.place.country {
        all[last].sum.add(part.sum)
      } else {
        all.append((part.place.country, part.sum))
      }
    }
  }

  /// All rows of events, whatever becomes of them.
  public var all: EventSum {
    [allSaved, waiting, there, leftOut].reduce(into: EventSum()) { $0.add($1) }
  }

  /// Whether a sum of the sheet is another than that of its rows.
  public var differ: Bool { totals.contains { $0.difference != 0 } }
}

extension SheetImport {
  /// What a sheet of events comes to as things stand.
  public var eventSums: EventSums {
    var sums = EventSums()
    var saved: [CountryYear: EventSum] = [:]
    for row in rows {
      guard let event = row.event else {
        if case .skipped(let why) = row.state {
          sums.skipped.append(LeftRow(line: row.line, why: why, number: whoCame(row.cells)))
        }
        continue
      }
      if row.knownID != nil || row.isTaken && row.joins != nil {
        sums.there.add(event)
      } else if row.isTaken {
        saved[CountryYear(event), default: EventSum()].add(event)
      } else if row.waits && row.choice != .leftOut {
        sums.waiting.add(event)
      } else {
        sums.leftOut.add(event)
      }
    }
    sums.saved = saved.map { CountrySum(place: $0, sum: $1) }.sorted { $0.place < $1.place }
    sums.totals = sheetTotals
    return sums
  }

  /// The sheet's own sums beside those of their rows: the rows since the sum before, or all above.
  private var sheetTotals: [SheetTotal] {
    var totals: [SheetTotal] = []
    var (since, all) = (0, 0)
    for row in rows {
      since += row.event?.attendance.tally ?? 0
      guard row.state == .skipped(.totals) else {
        all += row.event?.attendance.tally ?? 0
        continue
      }
      if let number = whoCame(row.cells) {
        let isOfAll = since == 0 || abs(all - number) < abs(since - number)
        // A sum above its rows is one of all of them.
        let rows = all == 0 ? tallies : isOfAll ? all : since
        totals.append(SheetTotal(line: row.line, number: number, rows: rows))
      }
      since = 0
    }
    return totals
  }

  private var tallies: Int { rows.reduce(0) { $0 + ($1.event?.attendance.tally ?? 0) } }

  /// The number of who came in a row that is no event, in the columns that are taken for it.
  private func whoCame(_ cells: [String]) -> Int? {
    func number(_ field: EventImportField) -> Int? {
      let column = table.columns.first { self.field(of: $0) == field.rawValue }
      return column.flatMap { cells.indices.contains($0.place) ? cells[$0.place] : nil }
        .flatMap(SheetNumber.whole)
    }
    if let all = number(.attendance) { return all }
    let parts = [number(.inPerson), number(.online)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}
