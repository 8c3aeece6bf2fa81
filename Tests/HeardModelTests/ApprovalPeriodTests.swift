import HeardModel
import TestKit
import Testing

@Suite struct ApprovalPeriodTests {
  @Test(arguments: [
    "FR-2024-Q2", "JP-0001-Q1", "BR-9999-Q4", "FR-2024", "FR-undated", "none-2024-Q2",
    "none-undated",
  ])
  func `a period reads back what it wrote`(text: String) {
    #expect(ApprovalPeriod(stored: text)?.stored == text)
  }

  @Test(arguments: [
    "fr-2024-Q2", "FR-2024-q2", "FR-2024-Q5", "FR-2024-Q0", "FR-0000-Q1", "FR-24-Q2", "FR2024-Q2",
    "XX-2024-Q2", "FR-2024-Q２", "FR-202", "FR-", "None-2024", "none", "FR-Undated", "FR-2024-", "",
    "FR-2024-Q22",
  ])
  func `no other form is a period`(text: String) {
    #expect(ApprovalPeriod(stored: text) == nil)
  }

  @Test(arguments: [
    ("2024-01-01", 1), ("2024-03-31", 1), ("2024-04", 2), ("2024-09-30T23:59", 3), ("2024-10", 4),
  ])
  func `a start with a month lies in a quarter`(start: String, quarter: Int) {
    let found = ApprovalPeriod(country("FR"), KnownDate(stored: start))
    #expect(found == ApprovalPeriod(country("FR"), year: 2024, quarter: quarter))
  }

  @Test func `a year alone, no date or no country is in no quarter`() {
    #expect(ApprovalPeriod(country("FR"), KnownDate(stored: "2024")) == nil)
    #expect(ApprovalPeriod(country("FR"), nil) == nil)
    #expect(ApprovalPeriod(nil, KnownDate(stored: "2024-04")) == nil)
  }

  @Test func `an event counts to its quarter and its year, or to what has no date`() {
    func periods(
      _ place: CountryCode?, _ start: String?, isHeld: Bool = true
    ) -> [String] {
      ApprovalPeriod.all(place, start.flatMap(KnownDate.init(stored:)), isHeld: isHeld)
        .map(\.stored)
    }
    #expect(periods(country("FR"), "2024-05-28") == ["FR-2024-Q2", "FR-2024"])
    #expect(periods(country("FR"), "2024") == ["FR-2024"])
    #expect(periods(country("FR"), nil) == ["FR-undated"])
    #expect(periods(nil, "2024-05") == ["none-2024-Q2", "none-2024"])
    #expect(periods(nil, nil) == ["none-undated"])
    #expect(periods(country("FR"), "2024-05", isHeld: false) == ["FR-2024-Q2", "FR-2024"])
    #expect(periods(country("FR"), nil, isHeld: false) == [])
  }

  @Test(arguments: [
    ("fr", "2024-q2", "FR-2024-Q2"), ("FR", "2024", "FR-2024"), ("fr", "Undated", "FR-undated"),
    ("NONE", "2024-Q2", "none-2024-Q2"), ("none", "undated", "none-undated"),
    ("none", "2024", "none-2024"),
  ])
  func `a country and a period are taken as people type them`(
    country: String, period: String, stored: String
  ) {
    #expect(ApprovalPeriod(typed: country, period)?.stored == stored)
  }

  @Test(arguments: [
    ("XX", "2024-Q1"), ("FR", "2024-Q5"), ("FR", "2024-13"), ("FR", "yesterday"), ("", "2024"),
    ("FR", ""),
  ])
  func `what is no country or no period is not taken`(country: String, period: String) {
    #expect(ApprovalPeriod(typed: country, period) == nil)
  }

  @Test func `a period is over the day after its last, and what has no date whenever it is asked`()
    throws
  {
    let quarter = try #require(ApprovalPeriod(stored: "FR-2024-Q2"))
    #expect(!quarter.isOver(on: day("2024-06-30")) && quarter.isOver(on: day("2024-07-01")))
    #expect(quarter.firstDay == day("2024-04-01"))
    let year = try #require(ApprovalPeriod(stored: "FR-2024"))
    #expect(!year.isOver(on: day("2024-12-31")) && year.firstDay == day("2024-01-01"))
    let undated = try #require(ApprovalPeriod(stored: "none-undated"))
    #expect(undated.lastDay == nil && undated.firstDay == nil)
    #expect(undated.isOver(on: day("2024-06-30")))
  }

  @Test(arguments: ["2024-Q2", "2024", "undated"])
  func `the same time in another country is another period`(time: String) throws {
    let period = try #require(ApprovalPeriod(stored: "FR-\(time)"))
    #expect(period.of(country("BR")).stored == "BR-\(time)")
    #expect(period.of(nil).stored == "none-\(time)")
    #expect(period.of(nil).of(country("FR")) == period)
  }

  @Test func `a quarter ends with its third month`() {
    #expect(ApprovalPeriod(stored: "FR-2024")?.lastDay == day("2024-12-31"))
    #expect(ApprovalPeriod(stored: "FR-2024-Q1")?.lastDay == day("2024-03-31"))
    #expect(ApprovalPeriod(stored: "FR-2024-Q2")?.lastDay == day("2024-06-30"))
  }
}

@Suite struct MemberDigestTests {
  /// The published vectors of SHA-256, of which a mark is the beginning.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea"), ("", "e3b0c44298fc1c14"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8"),
  ])
  func `a mark is the beginning of the SHA-256 of a text`(text: String, mark: String) {
    #expect(MemberDigest.mark(text).stored == mark)
  }

  @Test func `a million letters have the published hash`() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(MemberDigest.mark(text).stored == "cdc76e5c9914fb92")
  }

  @Test func `every member counts, the order of lists by id does not, blank members neither`() {
    var event = Event()
    event.id = id("e-1")
    event.participations = [person("p-1"), person("p-2")]
    event.access = ["captions": .needed, "stepFree": .arranged]
    let digest = MemberDigest.digest(event)
    var turned = event
    turned.participations.reverse()
    #expect(MemberDigest.digest(turned) == digest)
    let changes: [(inout Event) -> Void] = [
      { $0.title = "x" }, { $0.status = .held }, { $0.start = KnownDate(stored: "2024") },
      { $0.capacity = 0 }, { $0.hasNoPartners = true }, { $0.languages = [language("fr")] },
      { $0.access["captions"] = .arranged }, { $0.attendance.roles = ["speaker": 1] },
      { $0.participations[1].status = .noShow }, { $0.closeOut.by = "A" },
    ]
    for change in changes {
      var changed = event
      change(&changed)
      #expect(MemberDigest.digest(changed) != digest)
    }
  }
}
