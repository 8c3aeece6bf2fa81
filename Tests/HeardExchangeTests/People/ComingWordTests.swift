import HeardModel
import Testing

@testable import HeardExchange

/// Who came: words and signs in six languages, by what their column asks.
@Suite struct ComingWordTests {
  private static let columns: [(heading: String, cells: [String], said: [AttendanceStatus])] = [
    ("Checked in", ["TRUE", "False", ""], [.attended, .noShow, .registered]),
    ("Check-in time", ["09:12", "", "-"], [.attended, .registered, .registered]),
    ("Turned up", ["1", "0", "n/a"], [.attended, .noShow, .registered]),
    ("Attended", ["☑", "☐", "☑"], [.attended, .noShow, .attended]),
    ("Attended", ["✔", "✘", ""], [.attended, .noShow, .registered]),
    ("Signed in", ["X", "", "x"], [.attended, .registered, .attended]),
    ("Status", ["No-show", "Withdrew", "Left early"], [.noShow, .cancelled, .attended]),
    (
      "Status", ["Wait-listed", "On the waiting list", "Rejected"],
      [.registered, .registered, .cancelled]
    ),
    (
      "Status", ["Not attending", "Present (online)", "Invited"], [.cancelled, .attended, .invited]
    ),
    (
      "Registration status", ["Completed", "Declined", "Confirmed"],
      [.registered, .cancelled, .registered]
    ),
    ("Absent", ["x", "", "no"], [.noShow, .registered, .registered]),
    ("Cancelled at", ["2024-06-01", "", ""], [.cancelled, .registered, .registered]),
    ("Présence", ["oui", "non", ""], [.attended, .noShow, .registered]),
    ("Statut", ["Venue", "Désistée", "Liste d’attente"], [.attended, .cancelled, .registered]),
    ("出欠", ["◯", "✕", ""], [.attended, .noShow, .registered]),
    ("状況", ["出席", "欠席", "辞退"], [.attended, .noShow, .cancelled]),
    ("来場", ["〇", "×", "x"], [.attended, .noShow, .noShow]),
    ("Situação", ["Compareceu", "Faltou", "Desistiu"], [.attended, .noShow, .cancelled]),
    ("Anwesend", ["ja", "nein", ""], [.attended, .noShow, .registered]),
    ("Stand", ["Erschienen", "Abgemeldet", "Warteliste"], [.attended, .cancelled, .registered]),
    ("Asistencia", ["sí", "no", ""], [.attended, .noShow, .registered]),
    ("Estado", ["Vino", "No se presentó", "Anulada"], [.attended, .noShow, .cancelled]),
  ]

  @Test(arguments: columns.indices)
  func `words and signs are read by what their column asks`(_ index: Int) throws {
    let (heading, cells, said) = Self.columns[index]
    let work = try PeopleBench.column(heading, cells)
    let column = try #require(work.table.columns.last)
    var told = work
    told.map(column, to: "status")
    #expect(PeopleBench.statuses(told) == said, "\(heading) \(cells)")
    #expect(told.rows.allSatisfy { $0.doubts.isEmpty }, "\(heading) \(told.questions)")
    // What the program finds by itself may ask, and is never another answer.
    for (row, status) in zip(work.rows, said) where row.isTaken {
      #expect(row.person?.participation.status == status, "\(heading)")
    }
  }

  private static let either = [
    "Confirmed", "Completed", "A", "P", "paid", "Attending", "Late", "△", "confirmée", "確定", "pago",
    "bestätigt", "terminado",
  ]

  @Test(arguments: either)
  func `a word that means either is asked once, and kept with the mapping`(_ word: String) throws {
    var work = try PeopleBench.column("Status", [word, "Attended", word, "Withdrawn"])
    let question = try #require(work.questions.first)
    #expect(question.cause == .word(field: "status", word))
    #expect(work.questions.count == 1)
    #expect(work.rows.map(\.isTaken) == [false, true, false, true])
    #expect(work.rows[0].needsOwnAnswer)
    work.answer(question, .means("registered"))
    #expect(work.questions.isEmpty)
    #expect(PeopleBench.statuses(work) == [.registered, .attended, .registered, .cancelled])
    let next = try PeopleBench.work(
      "Pseudonym;Status\nMoss;\(word)\n", mapping: work.mapping)
    #expect(next.questions.isEmpty)
    #expect(PeopleBench.statuses(next) == [.registered])
    #expect(next.rows[0].state == .ready)
  }

  @Test func `an unknown word is not attended, taken as it is or not`() throws {
    var work = try PeopleBench.column("Status", ["gone fishing", "Attended"])
    #expect(work.rows[0].doubts == [.wordUnknown(field: "status", "gone fishing")])
    work.choose(.accepted, line: 2)
    #expect(work.rows[0].isTaken)
    #expect(PeopleBench.statuses(work) == [.registered, .attended])
    #expect(work.rows[0].person?.participation.note == "")
  }

  @Test func `a cross ticks where it is the only letter, and is asked beside other ticks`() throws {
    let alone = try PeopleBench.column("Present", ["x", "", "x"])
    #expect(PeopleBench.statuses(alone) == [.attended, .registered, .attended])
    let beside = try PeopleBench.column("Present", ["x", "✓", "yes"])
    #expect(beside.questions.map(\.cause) == [.word(field: "status", "x")])
    let signs = try PeopleBench.column("Present", ["×", "", "×"])
    #expect(signs.questions.map(\.cause) == [.word(field: "status", "×")])
  }

  @Test func `the column that tells who was there wins, and another narrows it`() throws {
    let work = try PeopleBench.work(
      """
      Pseudonym;Registration state;Checked in
      Fern;Completed;True
      Moss;Completed;False
      Ivy;Withdrawn;False
      Oak;Pending;False
      Elm;Rejected;
      Ash;Withdrawn;True
      """)
    #expect(work.questions.isEmpty)
    #expect(
      PeopleBench.statuses(work).dropLast()
        == [.attended, .noShow, .cancelled, .registered, .cancelled])
    #expect(work.rows.dropLast().allSatisfy { $0.state == .ready })
    let last = try #require(work.rows.last)
    #expect(last.doubts == [.comingContradicts(column: "Registration state", "Withdrawn")])
    #expect(last.needsOwnAnswer)
  }

  @Test func `nobody has come or stayed away before the day`() throws {
    let work = try PeopleBench.work(
      "Pseudonym;Attended\nFern;yes\nMoss;no\n",
      event: { () -> Event in
        var event = PeopleBench.event(day: "2025-03-01")
        event.status = .planned
        return event
      }())
    #expect(PeopleBench.statuses(work) == [.registered, .registered])
    #expect(work.rows.map(\.doubts.isEmpty) == [false, true])
  }

  @Test(arguments: [("Quantity", "2"), ("Tickets", "3"), ("人数", "4名"), ("Guests", "1")])
  func `a line for several people is asked about`(_ heading: String, _ cell: String) throws {
    let work = try PeopleBench.work(
      "Pseudonym;Attended;\(heading)\nFern;yes;\(cell)\nMoss;yes;\n")
    let people = Int(cell.prefix { $0.isNumber }).map { heading == "Guests" ? $0 + 1 : $0 } ?? 0
    #expect(work.rows[0].doubts == [.severalPeople(people)])
    #expect(work.rows[0].needsOwnAnswer && work.rows[1].state == .ready)
    #expect(work.rows[0].person?.companions == people - 1)
  }

  @Test func `a line for three counts as three, waiting or taken`() throws {
    var work = try PeopleBench.work(
      "Pseudonym;Attended;Tickets\nFern;yes;3\nMoss;yes;1\nTotal: 4;;\n")
    #expect((work.peopleSums.waiting, work.peopleSums.saved, work.tally.added) == (3, 1, 1))
    #expect(!work.peopleSums.differ)
    work.choose(.accepted, line: 2)
    #expect((work.peopleSums.waiting, work.peopleSums.saved, work.tally.added) == (0, 4, 4))
    #expect(work.peopleSums.attendances == 4)
  }

  @Test func `a number of people that nobody signs in for is doubtful, and brings nobody along`()
    throws
  {
    let work = try PeopleBench.work("Pseudonym;Attended;Tickets\nFern;yes;20240612\n")
    #expect(work.rows[0].doubts.map(\.name) == ["wordUnknown"])
    #expect(work.rows[0].person?.companions == 0)
  }

  @Test(arguments: ["TOTAL : 3", "Total", "合計 3名", "Gesamt: 3"])
  func `a sum is nobody`(_ sum: String) throws {
    let work = try PeopleBench.work(
      "Name;Attended\nAna;yes\nBo;yes\nCy;no\n\(sum);\n")
    #expect(work.rows.last?.state == .skipped(.totals))
  }

  @Test func `people of several events are not put on the list of one`() throws {
    for (heading, values) in [
      ("_parent_index", ["1", "1", "2"]), ("Event name", ["Spring", "Spring", "Autumn"]),
      ("Événement", ["Lyon", "Lyon", "Paris"]), ("イベント", ["春の会", "春の会", "秋の会"]),
    ] {
      let lines = values.enumerated().map { "Fern \($0);yes;\($1)" }
      var work = try PeopleBench.work(
        (["Pseudonym;Attended;\(heading)"] + lines).joined(separator: "\n"))
      #expect(work.questions.map(\.cause) == [.severalEvents], "\(heading)")
      #expect(work.taken.isEmpty)
      let question = try #require(work.questions.first)
      work.answer(question, .only(values[0]))
      #expect(work.taken.map(\.line) == [2, 3])
      #expect(work.rows[2].state == .skipped(.otherEvent))
      work.only(nil)
      work.answer(question, .oneEvent)
      #expect(work.taken.count == 3)
    }
  }
}
