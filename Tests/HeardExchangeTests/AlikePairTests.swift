import HeardModel
import Testing

@testable import HeardExchange

/// Rows that are perhaps an event twice, in the sheet or in the programme.
@Suite struct AlikePairTests {
  private static let lyon = Identifier<Event>(stored: "2024-05-28-fr-lyon-4k7q") ?? Identifier()
  private static let twice = """
    Date;Country;Title;Participants
    2024-03-08;FR;Table ronde : accès aux soins;118
    2024-03-08;FR;Table ronde: accès aux soin;120
    2024-03-09;FR;Atelier;7
    """
  private static let there = """
    Date;Country;Title;Participants;Venue
    2024-05-28;FR;Dialogue on disability, and care;84;Town hall
    """

  private func programme(_ change: (inout Event) -> Void = { _ in }) -> Programme {
    var programme = Bench.programme()
    if var event = programme.events[Self.lyon] {
      change(&event)
      programme.events[Self.lyon] = event
    }
    return programme
  }

  /// The event that a row becomes part of.
  private func joined(
    _ text: String = there, _ change: (inout Event) -> Void = { _ in }
  ) throws -> (there: Event, after: Event) {
    let programme = programme(change)
    var work = try Bench.work(text, programme)
    let pair = try #require(work.alikePairs.first)
    work.answer(pair, .one)
    let there = try #require(programme.events[Self.lyon])
    let id = Identifier<Event>(stored: "e-new") ?? Identifier()
    return (there, work.rows[0].joined(to: there, as: id, in: programme))
  }

  @Test func `one event leaves the later row out, two bring both in, and it can be taken back`()
    throws
  {
    var work = try Bench.work(Self.twice)
    let pair = AlikePair(line: 3, .line(2))
    #expect(work.alikePairs == [pair])
    #expect(work.openPairs == [pair])
    #expect((work.taken.count, work.tally.waiting) == (2, 1))
    work.answer(pair, .one)
    #expect(work.openPairs.isEmpty)
    #expect((work.taken.map(\.line), work.tally.waiting) == ([2, 4], 0))
    #expect((work.eventSums.allSaved.attendances, work.eventSums.leftOut.attendances) == (125, 120))
    work.answer(pair, .two)
    #expect(work.taken.map(\.line) == [2, 3, 4])
    #expect(work.alikePairs == [pair])
    work.answer(pair, nil)
    #expect(work.openPairs == [pair])
    #expect(work.taken.count == 2)
  }

  @Test func `two events answer nothing else that is doubtful in the row`() throws {
    var work = try Bench.work(Self.twice.replacing(";120", with: ";many"))
    work.answer(AlikePair(line: 3, .line(2)), .two)
    #expect(work.rows[1].doubts == [.notANumber("many")])
    #expect(work.taken.count == 2)
  }

  @Test func `a row that was one with another is its own again where it is taken as it is`() throws
  {
    var work = try Bench.work(Self.twice)
    work.answer(AlikePair(line: 3, .line(2)), .one)
    work.choose(.accepted, line: 3)
    #expect(work.taken.map(\.line) == [2, 3, 4])
    #expect(work.rows[1].oneWith == nil)
  }

  @Test func `the answers are decisions, and go with the sheet into another reading`() throws {
    var work = try Bench.work(Self.twice)
    #expect(!work.hasDecisions)
    work.answer(AlikePair(line: 3, .line(2)), .two)
    #expect(work.hasDecisions)
    var other = try Bench.work(Self.twice)
    other.takeOver(corrected: [:], choices: [:], alike: work.alikeAnswers)
    #expect(other.taken.count == 3)
  }

  @Test func `a row that is an event of the programme gives it what it lacks, and no more`() throws
  {
    let (there, after) = try joined { event in
      event.title = "Dialogue on disability and care"
      event.confidentiality = .open
      event.attendance.total = 80
      event.attendance.source = .counted
    }
    #expect(after.id == there.id)
    #expect((after.title, after.start, after.attendance.total) == (there.title, there.start, 80))
    #expect(after.attendance.source == .counted)
    #expect(after.venue == "Town hall")
    #expect(after.confidentiality == .open)
    #expect(after.mergedFrom.count == 1)
  }

  @Test func `an event without a number takes that of the sheet, and was held by it`() throws {
    let planned = try joined { $0.status = .planned }.after
    #expect((planned.attendance.tally, planned.status) == (84, .held))
    let held = try joined().after
    #expect((held.attendance.tally, held.status) == (84, .held))
    // Nobody came to what was cancelled: the two say too different things.
    let cancelled = try joined { $0.status = .cancelled }.after
    #expect((cancelled.attendance.tally, cancelled.status) == (nil, .cancelled))
    #expect(cancelled.venue == "Town hall")
  }

  @Test func `the row of an event that it became part of is known again`() throws {
    var programme = programme()
    var work = try Bench.work(Self.there, programme)
    let pair = AlikePair(line: 2, .event(Self.lyon))
    #expect(work.openPairs == [pair])
    work.answer(pair, .one)
    #expect((work.tally.joined, work.tally.added) == (1, 0))
    #expect(work.eventSums.there.events == 1)
    let there = try #require(programme.events[Self.lyon])
    programme.events[Self.lyon] = work.rows[0].joined(
      to: there, as: Identifier(stored: "e-new") ?? Identifier(), in: programme)
    let again = try Bench.work(Self.there, programme)
    #expect(again.rows[0].knownID == Self.lyon)
    #expect(again.alikePairs.isEmpty)
    // Where that is taken back, the row joins once more, as it was said.
    work.refresh(programme)
    #expect(work.taken.isEmpty)
    work.refresh(self.programme())
    #expect(work.rows[0].joins == Self.lyon)
  }
}
