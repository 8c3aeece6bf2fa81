import HeardModel
import TestKit
import Testing

@testable import HeardInsight

/// Tables of figures as they may be published, and what two of them tell together.
@Suite struct PublicTableTests {
  /// Held events by country and format, each with so many who came, of which some are about a
  /// community.
  static func programme(
    _ counts: [[Int]], areAbout: (Int, Int) -> Bool = { _, _ in true }
  ) -> Programme {
    var programme = Programme()
    for (row, line) in counts.enumerated() {
      for (column, count) in line.enumerated() {
        var event = Event()
        event.id = id("e-\(row)-\(column)")
        (event.status, event.start) = (.held, KnownDate(stored: "2024-05-28"))
        event.country = CountryCode(stored: ["FR", "BR", "JP"][row])
        event.format = [EventFormat.inPerson, .online, .hybrid][column]
        (event.attendance.source, event.attendance.total) = (.counted, count)
        if areAbout(row, column) { event.aboutCommunities = ["women"] }
        programme.events[event.id] = event
      }
    }
    return programme
  }

  static func table(
    _ programme: Programme, _ rows: FigureKey = .country, _ columns: FigureKey? = .format,
    of measure: FigureMeasure = .attendances, _ query: String = ""
  ) -> PublicTable {
    PublicTable(
      TableQuestion(rows, columns, of: measure, Query(query)),
      Insight(programme, today: Sample.today))
  }

  private func texts(_ table: PublicTable) -> [[String]] {
    table.rows.map { row in
      table.columns.map { column in
        switch table.cell(row, column) {
        case .number(let number, _): "\(number)\(table.isEarlier(row, column) ? "=" : "")"
        case .withheld: table.isEarlier(row, column) ? "c=" : "c"
        case .none: "–"
        case .forbidden: "off"
        case .unknown: "?"
        }
      }
    }
  }

  private func out(
    _ table: PublicTable, as name: Code, in programme: inout Programme, day: Int = 1
  ) {
    let at = Moment(stored: "2024-06-0\(day)T10:00:00Z") ?? Moment(seconds: 0)
    programme.releases[name] = table.release(name, by: "Mia", at: at)
  }

  @Test func `events expose nobody and stand as they are`() {
    let table = Self.table(Self.programme([[3, 9], [23, 0]]), of: .events)
    #expect(table.verdict == .exposesNobody)
    #expect(texts(table) == [["1", "1", "2"], ["1", "1", "2"], ["2", "2", "4"]])
  }

  @Test func `where an event is about a community headcounts are rounded and small ones withheld`()
  {
    let table = Self.table(Self.programme([[3, 9], [23, 0]]))
    #expect(table.verdict == .rounded(withheld: 1))
    // BR stands before FR; sums are those of what is shown.
    #expect(texts(table) == [["25", "0", "25"], ["c", "10", "10"], ["25", "10", "35"]])
  }

  @Test func `without such an event they stand as they are, but by a filter on what people are`() {
    let plain = Self.programme([[3, 9], [23, 0]]) { _, _ in false }
    #expect(Self.table(plain).verdict == .exposesNobody)
    #expect(texts(Self.table(plain)).last == ["26", "9", "35"])
    #expect(Self.table(plain, .country, .about).isRounded)
    #expect(Self.table(plain, .country, .format, of: .testimonies).isRounded)
    #expect(Self.table(plain, .country, .format, "about:women").isRounded)
    #expect(!Self.table(plain, .country, .format, of: .events, "about:women").isRounded)
  }

  @Test func `a filter that names somebody, or has words, is not published`() {
    let programme = Self.programme([[3, 9]])
    for query in ["person:fern", "id:e-0-0", "Amal"] {
      #expect(Self.table(programme, of: .events, query).verdict == .namesSomebody, "\(query)")
    }
    #expect(Self.table(programme, of: .events, "country:jp").verdict == .empty)
  }

  @Test func `communities overlap, so that they have no sum, and people are none of their parts`() {
    let programme = Self.programme([[30, 9], [23, 0]])
    #expect(Self.table(programme, .about, .country).rows.contains(.total) == false)
    #expect(Self.table(programme, .about, .country).columns.contains(.total))
    #expect(!Self.table(programme, .country, .format, of: .people).rows.contains(.total))
  }

  @Test func `a cell that moved by 5 or 10 keeps what was said, until it has moved further`() {
    var programme = Self.programme([[12, 41], [3, 0]])
    out(Self.table(programme), as: "first", in: &programme)
    for (counts, expected) in [
      ([[18, 47], [9, 4]], [["c=", "0="], ["10=", "40="]]),
      ([[23, 52], [18, 8]], [["20", "0="], ["25", "40="]]),
      ([[24, 56], [3, 0]], [["c", "0"], ["25", "55"]]),
    ] {
      var next = Self.programme(counts)
      next.releases = programme.releases
      let table = Self.table(next)
      #expect(texts(table).dropLast().map { Array($0.dropLast()) } == expected, "\(counts)")
      #expect(table.kept == (table.keptCount > 0 ? "first" : nil))
    }
  }

  @Test func `an exact headcount that moved by 1 to 7 keeps what was said`() {
    var programme = Self.programme([[12, 41]]) { _, _ in false }
    out(Self.table(programme), as: "first", in: &programme)
    var next = Self.programme([[19, 49]]) { _, _ in false }
    next.releases = programme.releases
    #expect(texts(Self.table(next)) == [["12=", "49", "61"], ["12", "49", "61"]])
  }

  @Test func `a release opens again as it was given out`() throws {
    let table = Self.table(Self.programme([[3, 9], [23, 0]]))
    let release = table.release("first", by: "Mia", at: Moment(seconds: 0))
    let again = try #require(PublicTable(release))
    #expect(texts(again) == texts(table))
    #expect((again.rows, again.columns) == (table.rows, table.columns))
    #expect(again.verdict == table.verdict)
    #expect(TableDifference.all(table, again).isEmpty)
  }

  @Test func `headcounts in a release tell what a table withholds`() {
    // 38 to 42 came, 28 to 32 of them to the one: 6 or 7 to the other.
    var programme = Self.programme([[30, 7], [20, 20]])
    // Of the same events 40 were said once: somebody has counted more since.
    programme.events[id("e-0-1")]?.attendance.total = 10
    out(Self.table(programme, .country, nil), as: "byCountry", in: &programme)
    programme.events[id("e-0-1")]?.attendance.total = 7
    #expect(Self.table(programme).verdict == .tells(beside: "byCountry"))
    programme.events[id("e-0-1")]?.attendance.total = 9
    #expect(Self.table(programme).verdict == .rounded(withheld: 0))
  }

  @Test func `where other numbers have changed a sum that still holds tells all the same`() {
    // BR had 40 and has 300 now, so that not all sums agree; FR still tells 6 or 7.
    var programme = Self.programme([[30, 10], [20, 20]])
    out(Self.table(programme, .country, nil), as: "byCountry", in: &programme)
    programme.events[id("e-0-1")]?.attendance.total = 7
    programme.events[id("e-1-0")]?.attendance.total = 280
    programme.events[id("e-1-1")]?.attendance.total = 3
    #expect(Self.table(programme).verdict == .tells(beside: "byCountry"))
  }

  @Test func `a sum of which a part is not known tells nothing, and hides nothing`() {
    // Of one more event in FR nobody knows how many came: the 40 are at least.
    var programme = Self.programme([[30, 10], [20, 20]])
    var unknown = Event()
    unknown.id = id("e-unknown")
    (unknown.status, unknown.start) = (.held, KnownDate(stored: "2024-05-28"))
    (unknown.country, unknown.format) = (CountryCode(stored: "FR"), .hybrid)
    unknown.aboutCommunities = ["women"]
    programme.events[unknown.id] = unknown
    out(Self.table(programme, .country, nil), as: "byCountry", in: &programme)
    programme.events[id("e-0-1")]?.attendance.total = 7
    #expect(Self.table(programme).verdict == .rounded(withheld: 1))
    // The other way round: the table is out, and the sum is of more than it shows.
    programme.releases = [:]
    out(Self.table(programme), as: "cells", in: &programme)
    #expect(Self.table(programme, .country, nil).verdict.isOpen)
  }

  @Test func `a part and its whole tell the rest where that is small`() {
    // All are about women but one: 33 exactly of 33 to 37, so that 0 to 4 are the rest.
    var programme = Self.programme([[33, 4]]) { _, column in column == 1 }
    out(Self.table(programme, .country, nil), as: "all", in: &programme)
    let rest = Self.table(programme, .country, nil, "format:inPerson")
    #expect(!rest.isRounded)
    #expect(rest.verdict == .exposesNobody)
    // 35 of 33 to 37: 0 to 2 are the rest.
    programme.events[id("e-0-0")]?.attendance.total = 35
    programme.events[id("e-0-1")]?.attendance.total = 2
    #expect(
      Self.table(programme, .country, nil, "format:inPerson").verdict == .tells(beside: "all"))
  }

  @Test(arguments: 1...12) func `nobody works out what is withheld from two tables`(
    seed: UInt64
  ) {
    var random = RandomSource(seed: seed)
    for _ in 0..<12 {
      let counts = (0..<2).map { _ in (0..<2).map { _ in random.pick([0, 2, 5, 7, 8, 12, 17, 22]) }
      }
      let sums = random.below(2) == 0 ? FigureKey.country : .format
      var programme = Self.programme(counts)
      // Either of the two goes out first.
      let isFirst = random.below(2) == 0
      func table(_ isOfSums: Bool) -> PublicTable {
        isOfSums ? Self.table(programme, sums, nil) : Self.table(programme)
      }
      out(table(isFirst), as: "one", in: &programme)
      let second = table(!isFirst)
      let values = Self.attack(counts, by: sums)
      let isSafe = values.allSatisfy { $0.count >= SmallNumbers.leastValues }
      #expect(second.verdict.isOpen == isSafe, "seed \(seed): \(counts) by \(sums): \(values)")
    }
  }

  /// Every value that each withheld count has in a table that looks the same and has the same
  /// rounded sums.
  private static func attack(_ counts: [[Int]], by key: FigureKey) -> [Set<Int>] {
    func sums(_ flat: [Int]) -> [Int?] {
      (key == .country
        ? [flat[0] + flat[1], flat[2] + flat[3]] : [flat[0] + flat[2], flat[1] + flat[3]])
        .map(SmallNumbers.shown)
    }
    let flat = Array(counts.joined())
    let (shown, wanted) = (flat.map(SmallNumbers.shown), sums(flat))
    let ranges = shown.map(SmallNumbers.possible)
    var values = [Set<Int>](repeating: [], count: 4)
    for a in ranges[0] {
      for b in ranges[1] {
        for c in ranges[2] {
          for d in ranges[3] where sums([a, b, c, d]) == wanted {
            for (place, value) in [a, b, c, d].enumerated() { values[place].insert(value) }
          }
        }
      }
    }
    return zip(values, shown).filter { $0.1 == nil }.map(\.0)
  }
}
