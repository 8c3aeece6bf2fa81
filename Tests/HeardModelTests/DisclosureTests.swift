import HeardModel
import Testing

/// What stays of a disclosure, and by what a key is compared.
@Suite struct DisclosureTests {
  @Test func `what is left of a disclosure tells nothing and is left once for all`() throws {
    var told = Testimony()
    told.id = try #require(TestimonyID(stored: "t-1"))
    told.triage = .safeguarding
    told.text = "Words"
    told.pseudonym = "Iara"
    told.consent.guardian = "Her aunt"
    told.consent.withdrawalCode = "1234-5678"
    #expect(told.tellsDisclosure)
    let left = told.leftBehind()
    #expect(!left.tellsDisclosure && left.isForLead && left.leftBehind() == left)
    #expect(left.text.isEmpty && left.pseudonym.isEmpty && left.consent.guardian.isEmpty)
    #expect(left.consent.withdrawalCode == "1234-5678" && left.id == told.id)
  }

  @Test func `nothing brings back what went to the lead`() throws {
    var (before, told) = (Testimony(), Testimony())
    before.id = try #require(TestimonyID(stored: "t-1"))
    told = before
    told.triage = .safeguarding
    func change(_ one: Testimony?, _ two: Testimony?) -> Change? {
      Change(
        .edited(kind: .testimony, title: ""), before: one.map(Record.testimony),
        after: two.map(Record.testimony))
    }
    for (one, two) in [(nil, told), (before, told), (told, before), (told, nil)]
      as [(Testimony?, Testimony?)]
    {
      #expect(change(one, two)?.canBeUndone == false)
    }
    #expect(change(nil, before)?.canBeUndone == true)
  }

  @Test func `a disclosure that is joined with more is not received any more`() throws {
    var (one, two) = (Disclosure(), Disclosure())
    one.text = "First"
    one.receivedAt = Moment(seconds: 1)
    two.text = "First"
    #expect(one.joined(with: two) == one)
    two.text = "Second"
    let both = one.joined(with: two)
    #expect(both.text == "First\n\nSecond" && !both.isReceived)
    two.text = "First and more"
    #expect(one.joined(with: two).text == "First and more")
  }

  @Test(arguments: [
    ("age1invented", "67ca fd82 2f8f 7a84 3c9c 8732 d867 1382"),
    (" age1invented\n", "67ca fd82 2f8f 7a84 3c9c 8732 d867 1382"),
  ])
  func `a key is told by the first groups of its hash`(text: String, fingerprint: String) throws {
    #expect(try #require(LeadKey(text)).fingerprint == fingerprint)
  }

  @Test(arguments: ["", "-o /etc/passwd", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1", "age1 \u{202E}x"])
  func `what is no public key is none`(text: String) { #expect(LeadKey(text) == nil) }
}
