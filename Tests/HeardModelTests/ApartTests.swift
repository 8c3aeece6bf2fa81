import TestKit
import Testing

@testable import HeardModel

@Suite struct ApartTests {
  private func person(_ consent: Consent?) -> Participation {
    var person = Participation()
    person.id = id("p-1")
    person.consent = consent
    return person
  }

  @Test func `a consent that is changed in a copy stays in the other as it was`() {
    var consent = Consent()
    consent.id = id("c-1")
    let before = person(consent)
    var after = before
    after.consent?.entries.append(entry(.count, .given, "2024-05-01"))
    #expect(before.consent?.entries.isEmpty == true)
    #expect(after.consent?.entries.count == 1 && after.consent?.id == id("c-1"))
    #expect(before != after)
    after.consent?.entries.removeAll()
    #expect(before == after && Set([before, after]).count == 1)
    after.consent = nil
    #expect(before != after && after == person(nil) && before.consent == consent)
  }

  @Test func `what few people have takes room only where somebody has it`() {
    let rooms = (MemoryLayout<Apart<Consent>>.size, MemoryLayout<Apart<ConsentTerms>>.size)
    #expect(rooms.0 == 8 && rooms.1 == 8)
    #expect(MemoryLayout<Participation>.size < 144)
    #expect(MemoryLayout<Consent>.size < 96 && MemoryLayout<ConsentEntry>.size < 64)
  }

  @Test func `what is blank is not kept, and what stays as it was is not written anew`() {
    var entry = ConsentEntry()
    let blank = entry
    entry.reason = "asked again"
    #expect(entry.reason == "asked again" && entry != blank)
    entry.reason = ""
    #expect(entry == blank && entry.more.box == nil)
    var first = Consent()
    first.obtainedBy = "Noa"
    var second = first
    second.obtainedBy = "Noa"
    #expect(second.terms.box === first.terms.box)
    second.obtainedBy = "Ana"
    #expect(first.obtainedBy == "Noa" && second.obtainedBy == "Ana" && first != second)
  }
}
