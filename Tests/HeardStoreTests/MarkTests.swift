import Foundation
import HeardModel
import StrictJSON
import TestKit
import Testing

@testable import HeardStore

/// That what was refused or withdrawn stays so, whichever file comes back.
@Suite struct MarkTests {
  private static let words = "one two three four five Siebenschlaefer seven"

  private func given(_ purposes: [ConsentPurpose]) -> Testimony {
    var testimony = Testimony()
    testimony.id = id("t-1")
    testimony.event = id("e-1")
    testimony.pseudonym = "Zaubernuss"
    testimony.text = Self.words
    testimony.consent.id = id("c-1")
    testimony.consent.notice = id("n-1")
    testimony.consent.entries = purposes.map { purpose in
      var answer = entry(purpose, .given, "2024-05-01")
      answer.id = Code(stored: "e-\(purpose.stored)") ?? answer.id
      return answer
    }
    return testimony
  }

  private func withdrawn(_ testimony: Testimony, _ purpose: ConsentPurpose) -> Testimony {
    var changed = testimony
    var answer = entry(purpose, .withdrawn, "2024-05-20")
    (answer.id, answer.by, answer.reason) = ("e-w", "Ada", "She telephoned")
    changed.consent.entries.append(answer)
    return changed
  }

  @Test func `a withdrawal leaves a mark without a name, a word or a reason`() throws {
    let scratch = try Scratch.programme()
    let before = given(ConsentPurpose.allCases)
    try scratch.store().save(nil, .testimony(before))
    #expect(scratch.text("withdrawn/c-1.json") == nil)
    try scratch.store().save(.testimony(before), .testimony(withdrawn(before, .publish)))
    let text = try #require(scratch.text("withdrawn/c-1.json"))
    for secret in ["Zaubernuss", "Siebenschlaefer", "Ada", "telephoned", "t-1"] {
      #expect(!text.contains(secret))
    }
    let mark = try #require(try scratch.load().programme.withdrawn[id("c-1")])
    #expect(mark.entries.map(\.purpose) == [.publish])
    #expect(scratch.mode("withdrawn/c-1.json") == 0o600)
  }

  @Test(arguments: ConsentPurpose.allCases)
  func `an older file that is put back is closed by the mark, and check names it`(
    purpose: ConsentPurpose
  ) throws {
    let scratch = try Scratch.programme()
    let before = given(ConsentPurpose.allCases)
    try scratch.store().save(nil, .testimony(before))
    let old = try #require(scratch.text("testimonies/e-1.json"))
    try scratch.store().save(.testimony(before), .testimony(withdrawn(before, purpose)))
    try scratch.write(old, to: "testimonies/e-1.json")
    let loaded = try #require(try scratch.load().programme.testimonies[id("t-1")])
    #expect(loaded.consent.state(of: purpose, on: day("2024-06-01")) == .withdrawn)
    #expect(loaded.text == (purpose == .record ? "" : Self.words))
    let codes = try ProgrammeCheck.faults(path: scratch.programme).map(\.code)
    #expect(codes.contains("H515"))
    #expect(codes.contains("H507") == (purpose == .record))
    // An edit of the older record by somebody whose window still has it brings nothing back.
    var edited = before
    edited.supportOffered = "A listening ear"
    try scratch.store().save(.testimony(before), .testimony(edited))
    let saved = try #require(scratch.text("testimonies/e-1.json"))
    #expect(saved.contains("Siebenschlaefer") == (purpose != .record))
    #expect(saved.contains("listening") == (purpose != .record))
    #expect(try !ProgrammeCheck.faults(path: scratch.programme).map(\.code).contains("H515"))
  }

  @Test func `a mark that cannot be read closes all but the words, and nothing is written`() throws
  {
    let scratch = try Scratch.programme()
    let before = given(ConsentPurpose.allCases)
    try scratch.store().save(nil, .testimony(before))
    try scratch.write("{ torn", to: "withdrawn/c-1.json")
    let loaded = try scratch.load()
    #expect(loaded.unreadable.map(\.file) == ["withdrawn/c-1.json"])
    let testimony = try #require(loaded.programme.testimonies[id("t-1")])
    let open = ConsentPurpose.allCases.filter {
      testimony.consent.allows($0, on: day("2024-06-01"))
    }
    #expect(open == [.record])
    var edited = testimony
    edited.privateNote = "note"
    #expect(throws: StoreError.self) {
      try scratch.store().save(.testimony(testimony), .testimony(edited))
    }
  }

  @Test func `the other machine sweeps draft, removed record, copy and view, whatever came first`()
    throws
  {
    let home = try SweptHome()
    let before = given(ConsentPurpose.allCases)
    var file = EventTestimonies()
    file.id = id("e-1")
    file.testimonies = [before]
    let old = String(decoding: file.fileBytes(), as: UTF8.self)
    // The mark has arrived, the record of the other machine has not.
    try home.write(old, to: "e-1.json", of: .testimonies)
    try home.write(old, to: "e-1 (conflicted copy 2024-01-01 120000).json", of: .testimonies)
    try home.write(
      #"{"id": "testimony-x", "form": "testimony", "record": "t-1", "fields": {"words": "Siebenschlaefer"}}"#,
      to: "testimony-x.json", of: .drafts)
    try home.write(
      #"{"id": "event-y", "form": "event", "fields": {"summary": "One, two THREE four five siebenschlaefer."}}"#,
      to: "event-y.json", of: .drafts)
    try home.write(
      #"{"id": "t-1", "text": "Siebenschlaefer"}"#, to: "t-1.json", of: .removed)
    try home.write(
      #"{"views": [{"id": "v-1", "name": "View", "list": "testimonies", "filter": "five siebenschlaefer"}]}"#,
      to: "views.json", of: .views)
    let mark = try #require(WithdrawalMark(withdrawn(before, .record).consent))
    try home.write(
      String(decoding: mark.fileBytes(), as: UTF8.self), to: "c-1.json", of: .withdrawn)
    #expect(try home.sweep([]) == "")
    #expect(home.files(holding: ["iebenschlaefer", "Zaubernuss"]) == [])
    let loaded = try ProgrammeStore(path: home.programme, device: "d").load()
    #expect(loaded.unreadable == [])
    #expect(loaded.programme.testimonies[id("t-1")]?.text == "")
  }

  @Test func `a mark of another purpose leaves the testimony and its drafts`() throws {
    let home = try SweptHome()
    let before = given(ConsentPurpose.allCases)
    var file = EventTestimonies()
    file.id = id("e-1")
    file.testimonies = [before]
    try home.write(
      String(decoding: file.fileBytes(), as: UTF8.self), to: "e-1.json", of: .testimonies)
    try home.write(
      #"{"id": "testimony-x", "form": "testimony", "record": "t-1", "fields": {"words": "Siebenschlaefer"}}"#,
      to: "testimony-x.json", of: .drafts)
    let mark = try #require(WithdrawalMark(withdrawn(before, .publish).consent))
    try home.write(
      String(decoding: mark.fileBytes(), as: UTF8.self), to: "c-1.json", of: .withdrawn)
    _ = try home.sweep([])
    #expect(home.files(holding: ["Siebenschlaefer"]).count == 2)
    let text = try #require(home.text("e-1.json", of: .testimonies))
    #expect(text.contains("e-w"))
  }

  @Test func `a sweep leaves the traits of somebody who agreed again afterwards`() throws {
    let home = try SweptHome()
    var event = try Event.sample("e-1")
    for number in 1...2 {
      var person = Participation()
      person.id = id("p-\(number)")
      person.communities = ["women"]
      person.consent = Consent()
      person.consent?.id = id("c-\(number)")
      person.consent?.notice = id("n-1")
      var answer = entry(.count, .withdrawn, "2024-05-20")
      answer.id = "e-w"
      person.consent?.entries = [answer]
      event.participations.append(person)
    }
    var again = entry(.count, .given, "2024-05-21")
    (again.id, again.method, again.by) = ("e-g", .written, "Ada")
    event.participations[0].consent?.entries.append(again)
    try home.write(
      String(decoding: event.fileBytes(), as: UTF8.self), to: "e-1.json", of: .events)
    for person in event.participations {
      let mark = try #require(person.consent.flatMap(WithdrawalMark.init))
      try home.write(
        String(decoding: mark.fileBytes(), as: UTF8.self), to: "\(mark.id.text).json",
        of: .withdrawn)
    }
    _ = try home.sweep([])
    let loaded = try ProgrammeStore(path: home.programme, device: "d").load().programme
    #expect(loaded.events[id("e-1")]?.participations.map(\.communities) == [["women"], []])
  }

  @Test func `answers that two machines add at once end closed, whichever side merges`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    for round in 0..<500 {
      func answers(_ side: String, _ count: Int) -> [ConsentEntry] {
        (0..<count).map { index in
          var answer = entry(
            [.publish, .learn].randomElement(using: &chance) ?? .publish,
            [.given, .given, .refused, .withdrawn].randomElement(using: &chance) ?? .given,
            "2024-05-0\(Int.random(in: 1...9, using: &chance))")
          answer.id = Code(stored: "e-\(side)\(index)-\(chance.next() % 1000)") ?? answer.id
          (answer.method, answer.by) = (.written, "Ada")
          return answer
        }
      }
      var base = Consent()
      base.id = id("c-1")
      base.notice = id("n-1")
      base.entries = answers("b", Int.random(in: 0...3, using: &chance))
      var (ours, theirs) = (base, base)
      ours.entries += answers("o", Int.random(in: 0...3, using: &chance))
      theirs.entries += answers("t", Int.random(in: 0...3, using: &chance))
      func merged(_ base: Consent?, _ one: Consent, _ two: Consent) throws -> Consent {
        let tree = TreeMerge.merge(
          base: base.map { TreeWriter.tree($0, blanks: .containers) },
          ours: TreeWriter.tree(one, blanks: .containers),
          theirs: TreeWriter.tree(two, blanks: .containers), rules: .ofFormat
        ).tree
        return try decode(try #require(tree).canonicalBytes(), file: "")
      }
      let one = try merged(base, ours, theirs)
      let other = try merged(base, theirs, ours)
      try #require(one == other, "seed \(seed), round \(round)")
      try #require(try merged(base, one, theirs) == one, "seed \(seed), round \(round)")
      for purpose in [ConsentPurpose.publish, .learn] {
        func isNo(_ consent: Consent) -> Bool {
          let added = consent.entries.dropFirst(base.entries.count)
          return added.last { $0.purpose == purpose }?.state.closes ?? false
        }
        guard isNo(ours) || isNo(theirs) else { continue }
        try #require(
          !one.allows(purpose, on: day("2024-06-01")), "seed \(seed), round \(round)")
      }
    }
  }
}
