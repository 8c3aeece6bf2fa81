import HeardModel
import Testing

@testable import HeardExchange

/// Questions about a whole sheet: what they touch, and how they are answered.
@Suite struct ImportQuestionTests {
  private static let two = """
    Title;Date;Participants;Total
    A;2024-06-12;37;80
    B;2024-06-13;25;25
    C;2024-06-14;;
    """

  @Test func `rows that a question touches wait, and no decision about a row answers it`() throws {
    var work = try Bench.work(Self.two)
    let cause = ImportQuestion.Cause.column(field: "attendance")
    #expect(work.questions.map(\.cause) == [cause])
    #expect(work.rows.map(\.doubts) == [[.asked(cause)], [], []])
    #expect(work.rows[0].needsOwnAnswer)
    work.choose(.accepted, line: 2)
    #expect(work.taken.map(\.line) == [3, 4])
    #expect(work.tally.waiting == 1)
    work.refresh(Bench.programme())
    #expect(work.taken.map(\.line) == [3, 4])
    work.correct(line: 2, place: 0, to: "Evening")
    #expect(work.rows[0].doubts == [.asked(cause)])
  }

  @Test func `an answer is given once, for the whole sheet`() throws {
    for (name, came) in [("Participants", 37), ("Total", 80)] {
      var work = try Bench.work(Self.two)
      let question = try #require(work.questions.first)
      work.answer(question, .column(name))
      #expect(work.questions.isEmpty)
      #expect(work.rows.map { $0.event?.attendance.tally } == [came, 25, nil])
      #expect(work.rows.allSatisfy { $0.state == .ready })
    }
    var work = try Bench.work(Self.two)
    work.answer(try #require(work.questions.first), .noColumn)
    #expect(work.questions.isEmpty)
    #expect(work.rows[0].event?.attendance.tally == nil)
    #expect(work.rows[0].event?.notes == "Participants: 37\nTotal: 80")
  }

  @Test func `what is said of a column answers, and may be said of another after that`() throws {
    var work = try Bench.work(Self.two)
    work.map(work.table.columns[3], to: "attendance")
    #expect(work.questions.isEmpty)
    work.map(work.table.columns[2], to: "attendance")
    #expect(work.rows[0].event?.attendance.tally == 37)
    #expect(work.questions.isEmpty)
  }

  @Test func `a mapping that was kept asks no more, unless it was kept without an answer`() throws {
    var work = try Bench.work(Self.two)
    let open = SheetImport(
      try Bench.sheet(Self.two), mapping: work.mapping, Bench.context())
    #expect(open.questions == work.questions)
    work.answer(try #require(work.questions.first), .column("Total"))
    let kept = SheetImport(
      try Bench.sheet(Self.two), mapping: work.mapping, Bench.context())
    #expect(kept.questions.isEmpty)
    #expect(kept.rows[0].event?.attendance.tally == 80)
  }

  @Test func `an event that is there takes nothing while a question is open`() throws {
    let before = "Id;Title;Date;Participants;Total\nE-1;A;2024-06-12;37;37\n"
    let programme = Bench.applied(try Bench.work(before), to: Bench.programme())
    var work = try Bench.work(
      "Id;Title;Date;Participants;Total\nE-1;A;2024-06-12;37;80\n", programme)
    work.choose(.accepted, line: 2)
    #expect(work.taken.isEmpty)
    work.answer(try #require(work.questions.first), .column("Total"))
    #expect(work.taken.count == 1)
  }

  private static let kinds: [(SheetKind, String)] = [
    (
      .longForm,
      "Event;Variable;Value\nEV-1;participants;30\nEV-1;women;12\nEV-2;participants;42\n"
    ),
    (
      .awards,
      """
      Identifier;Title;Amount Awarded;Award Date;Recipient Org:Name;Funding Org:Name
      G-1;Peer listeners;12000;2024-01-15;Listening Trust;Funder
      G-2;Café;4500;2024-02-15;Health CIC;Funder
      """
    ),
    (
      .remarks,
      """
      Date;District;Channel;Feedback
      2024-06-12;North;phone;The clinic sends us away when we come without papers
      2024-06-13;South;door;Nobody tells us when the doctor comes to the village
      """
    ),
  ]

  @Test(arguments: kinds.indices)
  func `a sheet that lists no events is not read as one`(_ index: Int) throws {
    let (kind, text) = Self.kinds[index]
    var work = try Bench.work(text)
    let question = try #require(work.questions.first)
    #expect(question.cause == .kind(kind))
    #expect(work.taken.isEmpty)
    work.answer(question, .events)
    #expect(!work.questions.contains { $0.cause == .kind(kind) })
  }

  @Test func `comments beside a title make no log of remarks`() throws {
    let work = try Bench.work(
      """
      Title;Date;Comments
      Evening;2024-06-12;People stayed longer than the room was booked, and wanted another one
      """)
    #expect(work.questions.isEmpty)
  }

  @Test func `a sheet without a day or a title says so`() throws {
    #expect(try Bench.work("Title;Country\nA;France\nB;Japan\n").missing == ["start"])
    #expect(try Bench.work("Date;Country\n2024-06-12;France\n").missing == ["title"])
    #expect(try Bench.work("Date;Title\n2024-06-12;A\n").missing.isEmpty)
  }

  @Test func `what becomes of every column that is in no field is told`() throws {
    let work = try Bench.work(
      "Title;Date;Colour;E-mail;Nothing\nA;2024-06-12;blue;a@example.org;\n")
    #expect(work.columns(that: .notes).map(\.name) == ["Colour"])
    #expect(work.columns(that: .dropped).map(\.name) == ["E-mail"])
    #expect(work.table.columns.map { work.fate(of: $0) } == [nil, nil, .notes, .dropped, .notes])
  }
}
