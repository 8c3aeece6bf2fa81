import HeardModel
import Testing

@testable import HeardExchange

/// What a sheet comes to before it is saved, reckoned by hand.
@Suite struct ImportSumsTests {
  private static let sheet = """
    Date;Country;Title;Participants;Source
    2024-03-08;France;A;80;counted
    2024-03-09;France;B;20;reported
    2024-03-10;Japan;C;~7;
    2024-03-11;Japan;D;;
    2024-03-12;Atlantis;E;12;
    2024-03-13;;F;3;counted
    Total;;;122;
    """

  @Test func `events and attendances stand by country and source, the rest beside them`() throws {
    var work = try Bench.work(Self.sheet)
    work.choose(.leftOut, line: 4)
    let sums = work.eventSums
    #expect(sums.saved.map { $0.place.country?.stored } == ["FR", "JP", nil])
    #expect(sums.saved.map(\.place.year) == [2024, 2024, 2024])
    let france = try #require(sums.saved.first).sum
    #expect((france.events, france.attendances) == (2, 100))
    #expect(france.bySource == [.counted: 80, .reported: 20])
    #expect(sums.saved[1].sum.events == 1)
    #expect(sums.saved[1].sum.attendances == 0)
    #expect((sums.allSaved.events, sums.allSaved.attendances) == (4, 103))
    #expect((sums.waiting.events, sums.waiting.attendances) == (1, 12))
    #expect((sums.leftOut.events, sums.leftOut.attendances) == (1, 7))
    #expect(sums.leftOut.bySource == [.estimated: 7])
    #expect((sums.all.events, sums.all.attendances) == (6, 122))
    #expect(sums.totals == [SheetTotal(line: 8, number: 122, rows: 122)])
    #expect(sums.skipped == [LeftRow(line: 8, why: .totals, number: 122)])
    #expect(!sums.differ)
  }

  @Test func `years of one country stand apart, and what has no date stands last`() throws {
    let text = """
      Date;Country;Title;Participants
      2024-03-08;France;A;80
      2023-12-31;France;B;20
      2024;France;C;1
      n/a;France;D;2
      2023-05;Japan;E;7
      """
    let sums = try Bench.work(text).eventSums
    #expect(sums.saved.map { $0.place.country?.stored } == ["FR", "FR", "FR", "JP"])
    #expect(sums.saved.map(\.place.year) == [2023, 2024, nil, 2023])
    #expect(sums.saved.map(\.sum.attendances) == [20, 81, 2, 7])
    #expect(sums.byCountry.map { $0.sum.attendances } == [103, 7])
    #expect(sums.byCountry.map { $0.country?.stored } == ["FR", "JP"])
  }

  @Test func `people stand beside what of them counts, and where and when it was`() throws {
    let text = "Name;Present;Role\nFern;x;host\nMoss;no;\nIvy;x;\nAsh;x;speaker\n"
    let sums = try people(text) { event in
      (event.country, event.start) = (CountryCode(stored: "FR"), KnownDate(stored: "2024-06"))
    }.peopleSums
    #expect((sums.place.country?.stored, sums.place.year) == ("FR", 2024))
    #expect((sums.attendances, sums.saved) == (2, 4))
  }

  @Test func `a held event without a number is told, a planned one is not`() throws {
    let text = "Date,Title,Country,Status\n2024-03-08,A,FR,held\n2025-03-08,B,FR,planned\n"
    let sums = try Bench.work(text).eventSums
    #expect(sums.allSaved.withoutNumber == 1)
    #expect(sums.allSaved.events == 2)
  }

  @Test func `a sum that is another is told with how many more or less`() throws {
    let less = try Bench.work(Self.sheet.replacing("122", with: "240")).eventSums
    #expect(less.totals.map(\.difference) == [-118])
    #expect(less.differ)
    let more = try Bench.work(Self.sheet.replacing("122", with: "120")).eventSums
    #expect(more.totals.map(\.difference) == [2])
  }

  @Test func `sums of groups are held against their groups, the last one against all`() throws {
    let text = """
      Country,Date,Title,In person,Online
      FR,2024-03-08,A,10,1
      FR,2024-03-09,B,20,2
      Total FR,,,30,3
      JP,2024-03-10,C,5,
      Total JP,,,6,
      Total,,,35,3
      """
    let totals = try Bench.work(text).eventSums.totals
    #expect(
      totals == [
        SheetTotal(line: 4, number: 33, rows: 33), SheetTotal(line: 6, number: 6, rows: 5),
        SheetTotal(line: 7, number: 38, rows: 38),
      ])
  }

  @Test func `a sum above its rows is one of all of them`() throws {
    let text = "Date,Title,Participants\nTotal,,31\n2024-03-08,A,10\n2024-03-09,B,20\n"
    let sums = try Bench.work(text).eventSums
    #expect(sums.totals == [SheetTotal(line: 2, number: 31, rows: 30)])
  }

  @Test func `what is there already counts beside the sheet's sum`() throws {
    let text =
      "Date,Country,Title,Participants\n2024-03-08,FR,A,10\n2024-03-09,FR,B,20\nTotal,,,30\n"
    let programme = Bench.applied(try Bench.work(text), to: Bench.programme())
    let sums = try Bench.work(text, programme).eventSums
    #expect(sums.saved.isEmpty)
    #expect((sums.there.events, sums.there.attendances) == (2, 30))
    #expect(!sums.differ)
  }

  @Test func `dates that nobody can order have one answer for all`() throws {
    let work = try Bench.work("Date,Title\n03/04/2024,A\n05/06/2024,B\nsoon,C\n")
    #expect(work.remedies.map(\.remedy) == [.dateOrder])
    #expect(work.remedies.map(\.count) == [2])
    #expect(work.doubtGroups.map(\.lines) == [[2, 3], [4]])
  }

  private func people(
    _ text: String, _ change: (inout Event) -> Void = { _ in }
  ) throws -> SheetImport {
    var context = Bench.context()
    var words = CellWords()
    words.add("speaker", meaning: "speaker", for: PersonImportField.role)
    words.add("host", meaning: "facilitator", for: PersonImportField.role)
    context.words = words
    var event = Event()
    event.id = Identifier(stored: "e-1") ?? Identifier()
    event.status = .held
    change(&event)
    var work = SheetImport(
      try Bench.sheet(text, name: "sign-in.csv"), of: .people(SignIn(event)), context)
    work.everybody(.attended)
    return work
  }

  @Test func `people stand by status and role, beside the sheet's own count`() throws {
    let text = """
      No;Name;Present;Role
      1;Fern;x;speaker
      2;Moss;no;
      3;Ivy;x;
      4;Ivy;x;
      ;TOTAL : 4;;
      ;Mis à jour le 03/11/2024;;
      """
    let work = try people(text)
    let sums = work.peopleSums
    #expect(sums.byStatus == [.attended: 2, .noShow: 1])
    #expect(sums.byRole == ["speaker": 1])
    #expect((sums.withoutRole, sums.saved, sums.waiting, sums.all) == (2, 3, 1, 4))
    #expect(sums.totals == [SheetTotal(line: 6, number: 4, rows: 4)])
    #expect(sums.skipped.map(\.why) == [.totals, .footnote])
    let wrong = try people(text.replacing(": 4", with: ": 7")).peopleSums
    #expect(wrong.differ)
    // A count of those who came is no other count.
    #expect(try !people(text.replacing(": 4", with: ": 3")).peopleSums.differ)
  }

  @Test(arguments: [
    "TOTAL;3", "Total : 3;", "合計;3", "合計 3名;", "Summe;3", "Gesamt: 3;", "Soma;3", "3;",
    "Sous-total;3", "Total de participantes;3",
  ])
  func `the sum of a sign-in sheet is no person`(_ row: String) throws {
    let work = try people("Name;Extra\nFern;a\nMoss;b\nIvy;c\n\(row)\n")
    #expect(work.rows.last?.state == .skipped(.totals))
    #expect(work.taken.count == 3)
  }

  @Test(arguments: ["Soma;35", "Suma;", "Soma Tanaka;3", "Total;Jean", "*Fern;4", "Sam Total;3"])
  func `a name that is like a sum stays a person`(_ row: String) throws {
    let work = try people("Name;Extra\nMoss;a\nIvy;b\n\(row)\nFinn;c\n")
    #expect(work.rows[2].person != nil, "\(work.rows[2].state)")
  }

  @Test func `headings again are no person`() throws {
    let work = try people("Name;Role\nFern;\nName;Role\nMoss;\n")
    #expect(work.rows.map { $0.person == nil } == [false, true, false])
  }
}
