import HeardModel
import Testing

@testable import HeardExchange

/// Cells of a sheet of events that may be about somebody: they do not stand in the notes.
@Suite struct HeldCellTests {
  private static let held: [(heading: String, cell: String)] = [
    ("Participant names", "Amina K.; João S."), ("Noms des participants", "Tom; Ana"),
    ("参加者名", "例 花子、例 太郎"), ("Speaker", "Jane Roe"), ("Intervenante", "Claire Exemple"),
    ("講師", "例 花子"), ("Incident", "someone left in tears"), ("Quote", "they never listen"),
    ("Notes", "Dr. Jane Roe opened"), ("Notes", "Mme Exemple a ouvert"), ("備考", "例さんが司会"),
    ("Notes", "Herr Beispiel kam später"), ("Notes", "opened by Amina K. and the team"),
    ("Notes", "write to amina@example.org"), ("Notes", "tel. 06 00 00 00 09"),
    ("Notes", "\"\"they never listen to us\"\""), ("Notes", "João said his doctor refused him"),
    ("Remarques", "elle a dit que son médecin"), ("備考", "「医者が聞いてくれない」と話した"),
    ("Notes", "I was sent home without care"), ("Notes", "one had a seizure"),
    ("Bemerkungen", "eine Teilnehmerin mit Krebs"), ("Observações", "uma pessoa com diabetes"),
    ("Anything we should know?", "The nurse Exemplo was rude"),
    ("Remarques", "la dame au foulard est en situation irrégulière"),
    ("Notes", "she left before the end"), ("Observações", "o médico riu"),
    ("Bemerkungen", "ein Mann wurde abgewiesen"), ("備考", "彼女は途中で帰った"),
    ("備考", "参加者に妊娠中の方"), ("Comentarios", "vino una señora embarazada"),
  ]

  @Test(arguments: held.indices)
  func `what may be about somebody is held back until it is kept`(_ index: Int) throws {
    let (heading, cell) = Self.held[index]
    var work = try Bench.work("Title;Date;\(heading)\nEvening;2024-06-12;\"\(cell)\"\n")
    if work.field(of: work.table.columns[2]) == "leaveOut" { return }
    work.map(work.table.columns[2], to: "notes")
    #expect(work.rows[0].event?.notes == "", "\(heading): \(cell)")
    #expect(work.rows[0].held == [heading])
    #expect(work.heldCells.map(\.count) == [1])
    #expect(work.rows[0].isTaken)
    work.choose(.accepted, line: 2)
    #expect(work.rows[0].event?.notes == "")
    work.keep(true, cellOf: heading, line: 2)
    #expect(work.rows[0].event?.notes.hasPrefix("\(heading): ") ?? false)
    #expect(work.rows[0].held.isEmpty)
    #expect(work.personalCells(line: 2).map(\.isKept) == [true])
    work.keep(false, cellOf: heading, line: 2)
    #expect(work.rows[0].event?.notes == "")
  }

  private static let free: [(heading: String, cell: String)] = [
    ("Colour", "blue"), ("Interpreter booked", "yes"), ("Theme", "Diabetes and work"),
    ("Room", "Room B"), ("Photo link", "https://example.org/1234567890"), ("Budget", "1 200"),
    ("Follow-up date", "2024-07-01"), ("Notes", "room was too small, next time the hall"),
    ("Remarques", "salle trop petite"),
    ("Notes", "the projector was broken"), ("Notes", "20 women and 3 nurses"),
    ("Bemerkungen", "das Mikrofon war kaputt"), ("Observaciones", "la sala era pequeña"),
    ("備考", "会場が狭かった"), ("Weather", "rain"),
  ]

  @Test(arguments: free.indices)
  func `what is about nobody stands in the notes`(_ index: Int) throws {
    let (heading, cell) = Self.free[index]
    var work = try Bench.work("Title;Date;\(heading)\nEvening;2024-06-12;\(cell)\n")
    work.map(work.table.columns[2], to: "notes")
    #expect(work.rows[0].event?.notes == "\(heading): \(cell)")
    #expect(work.rows[0].held.isEmpty)
  }

  @Test func `a summary with somebody's words is held back like a note`() throws {
    var work = try Bench.work(
      "Title;Date;Summary\nEvening;2024-06-12;Ana said her GP laughed\nNoon;2024-06-13;Waiting times\n"
    )
    #expect(work.rows.map { $0.event?.summary } == ["", "Waiting times"])
    work.keep(true, cellOf: "Summary", line: 2)
    #expect(work.rows[0].event?.summary == "Ana said her GP laughed")
  }
}
