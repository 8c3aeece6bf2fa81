import HeardModel
import TestKit
import Testing

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

  @Test func `somebody without a consent takes no room for one`() {
    let room = MemoryLayout<Participation>.size
    #expect(room < MemoryLayout<Consent>.size, "\(room) bytes")
  }
}
