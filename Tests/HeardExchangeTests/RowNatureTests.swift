import HeardModel
import TestKit
import Testing

@testable import HeardExchange

/// Which rows of a sheet are events, and which sum up others or are remarks.
@Suite struct RowNatureTests {
  private static let heads = "Date;Pays;Titre;Présents\n"

  /// A sheet under these headings, with columns filled from above.
  private func work(_ rows: String, filling columns: [String] = ["Pays"]) throws -> SheetImport {
    var work = try Bench.work(Self.heads + rows)
    for name in columns { work.fillDown(try #require(work.table.column(named: name)), true) }
    return work
  }

  private func came(_ work: SheetImport) -> Int {
    work.taken.reduce(0) { $0 + ($1.event?.attendance.tally ?? 0) }
  }

  @Test(arguments: [[], ["Pays"], ["Pays", "Date"], ["Date", "Pays", "Titre"]])
  func `a sum and a remark are no events, whatever is filled from above`(_ columns: [String])
    throws
  {
    let rows = """
      2024-05-03;France;A;10
      2024-05-04;;B;20
      ;;Total;30
      Mis à jour le 03/11/2024 par le siège;;;
      ;;Source : rapport annuel;30
      """
    var work = try work(rows, filling: columns)
    #expect(
      work.rows.suffix(3).map(\.state) == [
        .skipped(.totals), .skipped(.footnote), .skipped(.footnote),
      ])
    for row in work.rows { work.choose(.accepted, line: row.line) }
    #expect(came(work) == 30)
    #expect(work.taken.count == 2)
  }

  private static let sums = [
    "Total", "TOTAL :", "Totaux", "Sum", "Somme", "Summe", "Gesamt", "Insgesamt", "Zwischensumme",
    "Subtotal", "Sub-total", "Sous-total France", "Total France", "Total général", "Total geral",
    "Suma", "Suma total", "Soma", "Total 2024", "Total T1", "Total juin", "合計", "合 計", "計",
    "小計", "総計", "総合計", "日本小計", "参加者合計", "ＴＯＴＡＬ", "Grand total", "Total de participantes",
  ]

  @Test(arguments: sums)
  func `a row that calls itself a sum is one in every column of words`(_ label: String) throws {
    for row in ["\(label);;;31", ";\(label);;31", ";;\(label);31", ";France;\(label);31"] {
      let text = "2024-05-03;France;A;10\n2024-05-04;;B;20\n\(row)\n"
      let last = try #require(try work(text).rows.last)
      #expect(last.state == .skipped(.totals), "\(row)")
    }
  }

  @Test func `an event with such a word in its title stays one`() throws {
    let work = try work(
      """
      2024-05-03;France;Total recall;10
      2024-05-04;France;Sous le soleil;20
      2024-05-05;Japon;計画会議;5
      2024-05-06;Japon;会計の会;6
      ;France;Total quality;7
      2024-05-08;France;Total;8
      """)
    #expect(
      work.rows.map { $0.doubts.map(\.name) } == [
        [], [], [], [], ["perhapsTotal"], ["perhapsTotal"],
      ])
    #expect(work.rows.allSatisfy { $0.event != nil })
  }

  @Test func `numbers without words are a sum where they are that of the rows above`() throws {
    let sheet = """
      2024-05-03;France;A;10
      2024-05-04;;B;20
      ;;;30
      2024-05-03;Japon;C;5
      2024-05-04;;D;6
      ;Japon;;11
      ;;;41
      """
    let work = try work(sheet)
    #expect(
      work.rows.map { $0.state == .skipped(.totals) } == [
        false, false, true, false, false, true, true,
      ])
    #expect(came(work) == 41)
    #expect(work.eventSums.totals.map(\.number) == [30, 11, 41])
    #expect(!work.eventSums.differ)
  }

  @Test func `a last row of numbers is the sum of the sheet, even a wrong one`() throws {
    let work = try work("2024-05-03;France;A;10\n2024-05-04;;B;20\n;;;99\n")
    #expect(work.rows.last?.state == .skipped(.totals))
    #expect(work.eventSums.totals == [total(4, 99, rows: 30)])
    #expect(work.eventSums.differ)
  }

  private func total(_ line: Int, _ number: Int, rows: Int) -> SheetTotal {
    SheetTotal(line: line, number: number, rows: rows)
  }

  @Test func `a row without a title and a date of its own is filled only when somebody says so`()
    throws
  {
    let text = """
      Date;Pays;Ville;Titre;Présents
      2024-05-03;France;Lyon;Journée;10
      ;;Nice;;20
      ;Japon;;;7
      2024-05-04;Japon;Tokyo;Soir;5
      """
    var work = try Bench.work(text)
    for column in work.table.columns.prefix(4) { work.fillDown(column, true) }
    #expect(work.rows[1].doubts == [.noTitleNoDate])
    #expect(work.rows[1].event?.title == "Journée")
    #expect(work.rows[1].needsOwnAnswer)
    #expect(work.rows[2].state == .skipped(.noEvent))
    #expect(came(work) == 15)
    work.choose(.accepted, line: 3)
    #expect(came(work) == 35)
  }

  @Test func `a heading between rows gives what is below it, and is no event`() throws {
    let rows = ";France;;\n2024-05-03;;A;10\n2024-05-04;;B;20\n;Japon;;\n2024-05-05;;C;5\n"
    let filled = try work(rows)
    #expect(filled.rows.map { $0.event?.country?.stored } == [nil, "FR", "FR", nil, "JP"])
    #expect(filled.rows[3].state == .skipped(.section))
    let plain = try work(rows, filling: [])
    #expect(plain.rows[0].doubts.contains(.onlyOneCell("France")))
    #expect(plain.rows[1].doubts == [.perhapsMerged(column: "Pays", above: "France")])
    #expect(plain.rows.allSatisfy { $0.state != .ready && ($0.event == nil || $0.needsOwnAnswer) })
  }

  @Test func `no sum and no remark is filled down into the rows below`() throws {
    let rows = """
      2024-05-03;France;A;10
      ;Total France;;10
      ;;Café;4
      2024-05-05;Japon;C;5
      """
    let work = try work(rows)
    #expect(work.rows[2].event?.country?.stored == "FR")
    #expect(work.rows[1].state == .skipped(.totals))
  }

  @Test func `what stands below the last sum without a date is taken only by itself`() throws {
    let rows = "2024-05-03;France;A;10\n;;Total;10\n;;Données provisoires;10\n"
    let below = try work(rows)
    #expect(below.rows[2].doubts == [.belowTotals])
    #expect(below.rows[2].needsOwnAnswer)
    let dated = try work(rows + "2024-05-09;Japon;C;5\n")
    #expect(dated.rows.last?.state == .ready)
    #expect(!dated.rows[2].doubts.contains(.belowTotals))
  }

  @Test func `a sum that somebody gives a title and a day is an event`() throws {
    var work = try work("2024-05-03;France;A;10\n;;Total;31\n")
    work.correct(line: 3, place: 2, to: "Soirée")
    work.correct(line: 3, place: 0, to: "2024-05-04")
    #expect(work.rows[1].state == .ready)
    #expect(work.rows[1].event?.country?.stored == "FR")
  }

  @Test func `a sum that was imported before is named with its event`() throws {
    let text = Self.heads + "2024-05-03;France;A;10\n;;Total;10\n"
    let before = try Bench.work(text)
    var programme = Bench.programme()
    var event = try #require(before.rows[0].event)
    event.id = Identifier(stored: "e-total") ?? Identifier()
    // As an older version brought it in: under the key of the row.
    event.provenance.importKey = try #require(try key(of: ";;Total;10"))
    programme.events[event.id] = event
    var work = try Bench.work(text, programme)
    #expect(work.rows[1].state == .skipped(.totals))
    #expect(work.rows[1].importedAs == event.id)
    work.refresh(Bench.programme())
    #expect(work.rows[1].importedAs == nil)
  }

  /// The key of a row, read as an event by giving its total word a place where it is none.
  private func key(of row: String) throws -> String? {
    let text = Self.heads + "2024-05-03;France;A;10\n\(row)\n"
    var work = try Bench.work(text)
    work.correct(line: 3, place: 2, to: "Soirée")
    return work.rows[1].event?.provenance.importKey
  }

  @Test func `merged cells make a row wait until its column is filled`() throws {
    let rows = "2024-05-03;France;A;10\n2024-05-04;;B;20\n2024-05-05;Japon;C;5\n2024-06-01;;D;6\n"
    let open = try work(rows, filling: [])
    #expect(open.rows.map(\.waits) == [false, true, false, true])
    #expect(open.rows[1].needsOwnAnswer)
    #expect(open.remedies.map(\.count) == [2])
    #expect(open.remedies.map(\.remedy) == [.fillDown(column: "Pays")])
    #expect(open.doubtGroups.map(\.lines) == [[3, 5]])
    let filled = try work(rows)
    #expect(filled.rows.allSatisfy { $0.state == .ready })
    #expect(filled.remedies.isEmpty)
  }

  @Test func `a row without a day among rows with one may be of the day above`() throws {
    let rows = """
      2024-05-03;France;A;10
      ;France;A, suite;12
      2024-05-05;Japon;C;5
      n/a;Japon;D;6
      """
    let work = try work(rows, filling: [])
    let empty = ImportDoubt.perhapsMerged(column: "Date", above: "2024-05-03")
    #expect(work.rows.map(\.doubts) == [[], [empty], [], []])
  }

  @Test func `the country that a few rows lack is no merged cell`() throws {
    let rows = (1...9).map { "2024-05-0\($0);\($0 < 8 ? "France" : "");T\($0);5\n" }.joined()
    #expect(try work(rows, filling: []).rows.allSatisfy { $0.state == .ready })
  }

  private static let alike = [
    ("Table ronde : accès aux soins", "Table ronde: accès aux soins", true),
    ("Café de la confiance", "Cafe de la confiance !", true),
    ("Waiting rooms of Leeds", "Waiting roms of Leeds", true),
    ("Table ronde", "Table ronde, seconde partie", true), ("Écoute n° 3", "Écoute n° 43", false),
    ("Atelier", "Ateliers", false), ("Morning dialogue", "Evening dialogue", false),
    ("Workshop 1: trust", "Workshop 2: trust", false),
  ]

  @Test(arguments: alike)
  func `an event that stands twice in a sheet is asked about`(
    _ first: String, _ second: String, _ isAlike: Bool
  ) throws {
    let heads = "Date;Country;Town;Time;Title\n"
    func doubts(_ day: String, _ town: String, _ time: String) throws -> [ImportDoubt] {
      try Bench.work(
        heads
          + "2024-06-03;FR;Lyon;10:00;\"\(first)\"\n\(day);France;\(town);\(time);\"\(second)\"\n"
      ).rows[1].doubts
    }
    let found: [ImportDoubt] = isAlike ? [.likeLine(2, title: first)] : []
    #expect(try doubts("3 June 2024", "Lyon", "10:00") == found)
    #expect(try doubts("2024-06-03", "Lyon", "") == found)
    #expect(try doubts("2024-06-04", "Lyon", "").isEmpty)
    #expect(try doubts("2024-06-03", "Nice", "").isEmpty)
    #expect(try doubts("2024-06-03", "Lyon", "18:00").isEmpty)
  }

  @Test func `no sheet with sums brings in more than its rows have`() throws {
    var source = RandomSource.printed("sheets with sums")
    for round in 0..<40 {
      let sheet = RandomSheet(&source)
      var work = try Bench.work(sheet.text)
      let filled = ["Pays", "Date", "Titre"].filter { _ in source.chance(60) }
      var mapping = work.mapping
      for name in filled { mapping.fillDown(name) }
      work.use(mapping)
      for row in work.rows where !row.needsOwnAnswer { work.choose(.accepted, line: row.line) }
      #expect(came(work) <= sheet.came, "round \(round)\n\(sheet.text)")
      if filled.contains("Pays"), filled.contains("Date") {
        #expect(came(work) == sheet.came, "round \(round)\n\(sheet.text)")
      }
      #expect(work.eventSums.allSaved.attendances == came(work), "round \(round)")
    }
  }
}

/// A sheet of invented events with merged cells, sums of groups, a total and remarks.
private struct RandomSheet {
  private(set) var text = "Date;Pays;Titre;Présents\n"
  /// How many came to its events.
  private(set) var came = 0

  init(_ source: inout RandomSource) {
    for country in ["France", "Japon", "Brésil", "Mexique"].prefix(1 + source.below(4)) {
      var group = 0
      let count = 1 + source.below(4)
      for event in 0..<count {
        let number = source.below(90)
        let date = event == 0 || source.chance(70) ? "2024-0\(1 + source.below(9))-1\(event)" : ""
        text += "\(date);\(event == 0 ? country : "");Atelier \(country) \(event);\(number)\n"
        group += number
      }
      came += group
      if source.chance(50) { text += Self.sum(group, of: country, &source) }
      if source.chance(20) { text += "\n" }
    }
    if source.chance(80) {
      let wrong = source.chance(30) ? source.below(50) : 0
      text += Self.sum(came + wrong, of: "", &source)
    }
    if source.chance(50) { text += "Mis à jour le 03/11/2024;;;\n" }
    if source.chance(30) { text += "* sans les bénévoles;;;\(source.below(20))\n" }
  }

  private static func sum(_ number: Int, of what: String, _ source: inout RandomSource) -> String {
    let word = source.pick(["Total", "Sous-total", "SOMME", "Gesamt", "合計", "Suma", "Total"])
    let label = what.isEmpty ? word : source.pick([word, "\(word) \(what)"])
    return source.pick([
      "\(label);;;\(number)\n", ";\(label);;\(number)\n", ";;\(label);\(number)\n",
      ";\(what);\(label);\(number)\n", ";;;\(number)\n",
    ])
  }
}
