import HeardModel
import TestKit
import Testing

@testable import HeardExchange

/// Hundreds of sheets of known events and people under headings drawn by lot: no row is both wrong
/// and ready.
@Suite struct RandomColumnsTests {
  @Test func `no row of events is both wrong and ready`() throws {
    var source = RandomSource.printed("columns of events")
    let right = Dictionary(
      uniqueKeysWithValues: RandomColumns.events.enumerated().map { ($0.offset + 2, $0.element) })
    var ready = 0
    for round in 0..<300 {
      let sheet = RandomColumns.ofEvents(&source)
      let work = try Bench.work(sheet.text)
      for row in work.rows where row.state == .ready {
        ready += 1
        guard let known = right[row.line], let event = row.event else {
          Issue.record("round \(round): line \(row.line)\n\(sheet.text)")
          continue
        }
        var wrong: [String] = []
        if event.title != known.title { wrong.append("title \(event.title)") }
        if let start = event.start, start.dayText != known.day { wrong.append("day \(start)") }
        if let came = event.attendance.tally, came != known.came { wrong.append("came \(came)") }
        if let country = event.country, country.stored != known.country {
          wrong.append("country \(country)")
        }
        #expect(wrong.isEmpty, "round \(round): \(wrong)\n\(sheet.text)")
        if !wrong.isEmpty { break }
      }
    }
    // Where everything is asked about, nothing is wrong and nothing is read either.
    #expect(ready > 600, "\(ready)")
  }

  @Test func `nobody who stayed away is ready as having come, and nobody who came as absent`()
    throws
  {
    var source = RandomSource.printed("columns of people")
    var event = Event()
    event.id = Identifier(stored: "e-1") ?? Identifier()
    event.status = .held
    var ready = 0
    for round in 0..<300 {
      let sheet = RandomColumns.ofPeople(&source)
      let work = SheetImport(
        try Bench.sheet(sheet.text, name: "sign-in.csv"), of: .people(SignIn(event)),
        Bench.context())
      for row in work.rows where row.state == .ready {
        ready += 1
        guard let person = row.person?.participation,
          let known = RandomColumns.people.first(where: { $0.pseudonym == person.pseudonym })
        else { continue }
        let isRight =
          known.came
          ? person.status == .attended : [.noShow, .registered, .cancelled].contains(person.status)
        #expect(isRight, "round \(round): \(known) \(person.status)\n\(sheet.text)")
        if !isRight { break }
      }
    }
    #expect(ready > 500, "\(ready)")
  }
}
