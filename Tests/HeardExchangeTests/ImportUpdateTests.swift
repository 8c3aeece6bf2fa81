import HeardExchange
import HeardModel
import Synchronization
import Testing

/// What a row says now of an event that it was brought in as before.
@Suite struct ImportUpdateTests {
  private static let sheet = "Id,Date,Title,Town,Participants\nEV-1,2024-06-12,A,Lyon,10\n"

  /// A programme in which the sheet's only row is, changed since.
  private func programme(_ change: (inout Event) -> Void = { _ in }) throws -> Programme {
    var programme = Bench.applied(try Bench.work(Self.sheet), to: Bench.programme())
    for (id, event) in programme.events where event.title == "A" {
      var event = event
      change(&event)
      programme.events[id] = event
    }
    return programme
  }

  private func row(_ text: String, _ programme: Programme) throws -> (ImportRow, Event) {
    let row = try #require(try Bench.work(text, programme).rows.first)
    return (row, try #require(row.knownID.flatMap { programme.events[$0] }))
  }

  @Test func `a row that differs is taken only where somebody says so`() throws {
    let programme = try programme()
    var work = try Bench.work(Self.sheet.replacing("Lyon,10", with: "Vienne,12"), programme)
    #expect(work.rows[0].differs == ["place", "attendance"])
    #expect(work.taken.isEmpty)
    #expect(work.tally.differing == 1)
    work.choose(.accepted, line: 2)
    #expect(work.tally.updated == 1)
    let after = Bench.applied(work, to: programme)
    #expect(after.events.count == programme.events.count)
    let event = try #require(after.events.values.first { $0.title == "A" })
    #expect((event.place, event.attendance.total) == ("Vienne", 12))
    work.refresh(after)
    #expect(work.rows[0].differs.isEmpty && work.taken.isEmpty)
    work.refresh(programme)
    #expect(work.taken.count == 1)
  }

  @Test func `what the row does not tell stays`() throws {
    let (row, there) = try row(
      Self.sheet.replacing("A,Lyon", with: "A,Vienne"),
      try programme {
        $0.notes = "Bring the keys."
        $0.venue = "Town hall"
        $0.start = KnownDate(stored: "2024-06-12T18:30")
        $0.attendance.source = .counted
      })
    #expect(row.differs == ["place"])
    var wanted = there
    wanted.place = "Vienne"
    #expect(row.updated(there) == wanted)
  }

  @Test func `a new day keeps the time, and drops an end that would lie before it`() throws {
    let (row, there) = try row(
      Self.sheet.replacing("2024-06-12", with: "2024-06-20"),
      try programme {
        $0.start = KnownDate(stored: "2024-06-12T18:30")
        $0.end = KnownDate(stored: "2024-06-12T21:00")
      })
    // Another day in the key makes it a new row, unless the sheet has a code of its own.
    #expect(row.differs == ["start", "end"])
    #expect(row.updated(there).start?.stored == "2024-06-20T18:30")
    #expect(row.updated(there).end == nil)
  }

  @Test func `a new total takes along how it is known, and parts that contradict it go`() throws {
    let (row, there) = try row(
      Self.sheet.replacing("Lyon,10", with: "Lyon,~12"),
      try programme {
        $0.attendance.total = 30
        $0.attendance.inPerson = 20
        $0.attendance.online = 10
        $0.attendance.source = .counted
        $0.attendance.hostCrowd = 400
      })
    #expect(row.differs == ["attendance", "inPerson", "online", "attendanceSource"])
    let taken = row.updated(there).attendance
    #expect((taken.total, taken.inPerson, taken.online) == (12, nil, nil))
    #expect(taken.source == .estimated)
    #expect(taken.hostCrowd == 400)
  }

  @Test func `a number that cannot stand changes nothing`() throws {
    let (row, there) = try row(
      "Id,Date,Title,Town,Participants,Status\nEV-1,2024-06-12,A,Lyon,10,cancelled\n",
      try programme())
    #expect(row.differs == ["status"])
    #expect(row.updated(there).attendance == there.attendance)
  }
}

/// Reading that takes long.
@Suite struct SheetWatchTests {
  private static let text =
    "Date,Title\n" + (1...2000).map { "2024-06-12,Evening \($0)\n" }.joined()

  @Test func `it tells how far it is, never less than before`() throws {
    let heard = Mutex<[Int]>([])
    let watch = SheetWatch { percent in
      heard.withLock { $0.append(percent) }
      return true
    }
    let sheet = try Sheet(
      Array(Self.text.utf8), name: "a.csv", watch: watch.part(from: 0, to: 40))
    var work = SheetImport(sheet, Bench.context(), readsLater: true)
    #expect(work.rows.isEmpty && work.isStale)
    try work.read(watch.part(from: 40, to: 100))
    #expect(work.rows.count == 2000 && !work.isStale)
    let percents = heard.withLock { $0 }
    #expect(percents == percents.sorted())
    #expect(percents.contains { $0 > 10 && $0 < 40 } && percents.contains { $0 > 60 })
  }

  @Test func `it is stopped, and the rows stand as before`() throws {
    let stopped = SheetWatch { $0 < 50 }
    #expect(throws: SheetFault.stopped) {
      try Sheet(Array(Self.text.utf8), name: "a.csv", watch: stopped)
    }
    var work = SheetImport(try Bench.sheet(Self.text), Bench.context())
    work.readsLater = true
    work.map(work.table.columns[1], to: "venue")
    #expect(throws: SheetFault.stopped) { try work.read(stopped) }
    #expect(work.isStale)
    #expect(work.rows.count == 2000)
    #expect(work.rows[0].event?.title == "Evening 1")
  }

  @Test func `what is corrected and decided meanwhile is in what is read next`() throws {
    var work = SheetImport(try Bench.sheet(Self.text), Bench.context())
    work.readsLater = true
    work.map(work.table.columns[1], to: "venue")
    work.correct(line: 2, place: 1, to: "Town hall")
    work.choose(.leftOut, line: 3)
    try work.read()
    #expect(work.rows[0].event?.venue == "Town hall")
    #expect(work.rows[1].choice == .leftOut)
  }

  @Test func `a sheet with the headings of people is told from one of events`() throws {
    let people = ["Nom;Prénom;Courriel", "氏名;メール;役割"]
    for headings in people {
      #expect(try Bench.sheet("\(headings)\na;b;c\n").looksLikeSignIn, "\(headings)")
    }
    let events = ["Date;Title;Country", "Nom;Date;Pays;Lieu;Participants", "a;b;c"]
    for headings in events {
      #expect(try !Bench.sheet("\(headings)\na;b;c\n").looksLikeSignIn, "\(headings)")
    }
  }
}
