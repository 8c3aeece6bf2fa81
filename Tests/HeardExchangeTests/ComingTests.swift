import HeardModel
import Testing

@testable import HeardExchange

/// Who of a sheet of people came: as a column tells, or as somebody says who was asked.
@Suite struct ComingTests {
  private func event(_ status: EventStatus = .held) -> Event {
    var event = Event()
    event.id = Identifier(stored: "e-1") ?? Identifier()
    event.status = status
    return event
  }

  private func work(_ text: String, _ event: Event? = nil, keepsNames: Bool = false) throws
    -> SheetImport
  {
    let signIn = SignIn(event ?? self.event(), keepsNames: keepsNames)
    return SheetImport(
      try Bench.sheet(text, name: "sign-in.csv"), of: .people(signIn), Bench.context())
  }

  private func statuses(_ rows: [ImportRow]) -> [AttendanceStatus?] {
    rows.map { $0.person?.participation.status }
  }

  @Test func `nobody is taken to have come where no column says so and nobody was asked`() throws {
    var work = try work("Pseudonym\nFern\n")
    #expect(work.questions.map(\.cause) == [.whoCame])
    #expect(work.rows.map(\.doubts) == [[.asked(.whoCame)]])
    work.choose(.accepted, line: 2)
    #expect(work.taken.isEmpty)
    for status in [AttendanceStatus.attended, .registered] {
      work.answer(try #require(work.questions.first), .everybody(status))
      #expect(statuses(work.taken) == [status])
      let kept = SheetImport(
        work.sheet, of: work.subject, mapping: work.mapping, Bench.context())
      #expect(kept.questions.isEmpty)
      work.everybody(nil)
    }
  }

  @Test func `of an event that has not begun everybody is registered`() throws {
    var coming = event(.planned)
    coming.start = KnownDate(stored: "2025-02-01")
    let work = try work("Pseudonym\nFern\n", coming)
    #expect(work.questions.isEmpty)
    #expect(statuses(work.taken) == [.registered])
  }

  private static let coming: [(String, [String], [AttendanceStatus?])] = [
    ("Checked in", ["True", "False", ""], [.attended, .noShow, .registered]),
    ("Check-in time", ["18:02", "", "2024-06-12 18:05"], [.attended, .registered, .attended]),
    ("Showed up", ["y", "n", ""], [.attended, .noShow, .registered]),
    ("Turned up", ["1", "0", "1"], [.attended, .noShow, .attended]),
    ("Émargement", ["signé", "", ""], [.attended, .registered, .registered]),
    ("Compareceu", ["sim", "não", ""], [.attended, .noShow, .registered]),
    ("参加", ["○", "×", ""], [.attended, .noShow, .registered]),
    ("Anwesend?", ["ja", "nein", ""], [.attended, .noShow, .registered]),
  ]

  @Test(arguments: coming.indices)
  func `who came is told by a column of any name for it`(_ index: Int) throws {
    let (heading, cells, expected) = Self.coming[index]
    let rows = cells.enumerated().map { "P\($0);\($1);yes" }.joined(separator: "\n")
    let work = try work("Pseudonym;\(heading);Photos\n\(rows)\n")
    #expect(work.questions.isEmpty)
    #expect(statuses(work.rows) == expected)
    #expect(work.rows.allSatisfy { $0.state == .ready })
  }

  @Test(arguments: ["RSVP", "Registered", "Angemeldet"])
  func `who was registered did not come by that, and it is asked about`(_ heading: String) throws {
    var work = try work("Pseudonym;\(heading)\nFern;Yes\nMoss;No\n")
    #expect(work.questions.map(\.cause.name) == ["status"])
    #expect(work.taken.isEmpty)
    work.answer(try #require(work.questions.first), .column(heading))
    #expect(statuses(work.taken) == [.registered, .cancelled])
  }

  @Test func `where no column is that, all of them are asked about`() throws {
    var work = try work("Pseudonym;RSVP\nFern;Yes\nMoss;No\n")
    work.answer(try #require(work.questions.first), .noColumn)
    #expect(work.questions.map(\.cause) == [.whoCame])
  }

  @Test func `a mark under absent says that somebody did not come`() throws {
    var work = try work("Pseudonym;Absent\nFern;x\nMoss;\n")
    work.answer(try #require(work.questions.first), .column("Absent"))
    #expect(statuses(work.rows) == [.noShow, .registered])
  }

  @Test func `a word that is not known says of nobody that they came`() throws {
    let rows = try work(
      "Pseudonym;Status\nA;Confirmed\nB;Completed\nC;Withdrawn\nD;Attended\n"
    ).rows
    #expect(statuses(rows) == [.registered, .registered, .cancelled, .attended])
    #expect(rows.map { $0.doubts.map(\.name) } == [["asked"], ["asked"], [], []])
  }

  @Test func `a name is the person's own, whole and once`() throws {
    let work = try work(
      """
      ID;Name;First name;Last name;Guardian name;Participant status;Emergency contact name
      1;Silva, Ana;Ana;Silva;;attended;Jo Meyer
      2;Silva, Kit;Kit;Silva;Rosa Silva;attended;
      """, keepsNames: true)
    #expect(work.rows[0].person?.identity?.name == "Silva, Ana")
    #expect(work.rows[1].person?.identity == nil)
    #expect(statuses(work.rows) == [.attended, .attended])
    #expect(work.columns(that: .apart).map(\.name) == ["Name"])
    #expect(
      work.columns(that: .dropped).map(\.name) == [
        "ID", "First name", "Last name", "Guardian name", "Emergency contact name",
      ])
  }

  @Test func `where somebody came from says not that they came`() throws {
    let work = try work("Pseudonym;Came from\nFern;Leeds\nMoss;York\n")
    #expect(work.questions.map(\.cause) == [.whoCame])
  }
}
