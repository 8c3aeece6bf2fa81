import HeardModel
import TestKit
import Testing

@Suite struct UniquenessTests {
  private let open = OpenQuote()

  // So many people who share what a closure gives them.
  private func people(
    _ count: Int, from first: Int, communities: [Code] = [], ageBand: Code? = nil,
    roles: [Code] = ["communityMember"]
  ) -> [Participation] {
    (0..<count).map {
      person("p-\(first + $0)", roles: roles, communities: communities, ageBand: ageBand)
    }
  }

  @Test func `five people who could be meant are enough, four are not`() {
    let five = open.with {
      $0.event.participations = people(
        5, from: 1, communities: ["disabled", "women"], ageBand: "45-54")
    }
    #expect(five.reasons.isEmpty && five.attributes == QuoteAttribute.allCases)
    let four = open.with {
      $0.event.participations =
        people(4, from: 1, communities: ["disabled", "women"], ageBand: "45-54")
        + people(20, from: 10, communities: ["women"], ageBand: "45-54")
    }
    #expect(four.isPublishable)
    #expect(four.reasons == [.unique(4)])
    #expect(four.attributes == [.country, .year, .ageBand, .role])
    #expect(four.communities == ["women"])
  }

  @Test func `of several communities the one that most people share stays`() {
    let result = open.with {
      $0.event.participations =
        people(1, from: 1, communities: ["disabled", "women"], ageBand: "45-54")
        + people(6, from: 10, communities: ["disabled"], ageBand: "45-54")
        + people(9, from: 20, communities: ["women"], ageBand: "45-54")
    }
    #expect(result.communities == ["women"])
  }

  @Test func `a community that too few share is left out, then the age, then the role`() {
    let noCommunity = open.with {
      $0.event.participations =
        people(4, from: 1, communities: ["disabled"], ageBand: "45-54")
        + people(3, from: 10, ageBand: "45-54")
    }
    #expect(noCommunity.communities.isEmpty)
    #expect(noCommunity.attributes == [.country, .year, .ageBand, .role])
    let noAge = open.with {
      $0.event.participations = people(4, from: 1, ageBand: "45-54") + people(3, from: 10)
    }
    #expect(noAge.attributes == [.country, .year, .role])
    let noRole = open.with {
      $0.event.participations =
        people(4, from: 1) + people(3, from: 10, roles: ["healthProfessional"])
    }
    #expect(noRole.isPublishable)
    #expect(noRole.attributes == [.country, .year])
  }

  @Test func `where fewer than five came at all nothing goes out`() {
    let result = open.with { $0.event.participations = people(4, from: 1) }
    #expect(!result.isPublishable)
    #expect(result.reasons.contains(.tooFew(4)))
  }

  @Test func `only people who attended in a counted role hide the speaker`() {
    let result = open.with {
      $0.event.participations =
        people(4, from: 1, communities: ["disabled", "women"], ageBand: "45-54")
        + (10..<30).map {
          person(
            "p-\($0)", .registered, communities: ["disabled", "women"], ageBand: "45-54")
        }
        + people(
          9, from: 40, communities: ["disabled", "women"], ageBand: "45-54",
          roles: ["facilitator"])
    }
    #expect(!result.isPublishable)
    #expect(result.reasons.contains(.tooFew(4)))
  }

  @Test func `an entry that turned out to be somebody else hides nobody`() {
    let result = open.with {
      $0.event.participations = (1...5).map { person("p-\($0)") }
      $0.event.participations[4].mergedInto = id("p-1")
      $0.testimony.communities = []
      $0.testimony.ageBand = nil
      $0.testimony.roles = []
    }
    #expect(!result.isPublishable && result.reasons.contains(.tooFew(4)))
  }

  @Test func `where people were only tallied nothing stands beside the words`() {
    let result = open.with {
      $0.event.participations = []
      $0.event.attendance.total = 84
      $0.event.attendance.source = .counted
    }
    #expect(result.isPublishable && result.attributes.isEmpty && result.communities.isEmpty)
    #expect(result.naming == .fullName)
    #expect(result.reasons == [.onlyTallied])
    let few = open.with {
      $0.event.participations = []
      $0.event.attendance.total = 4
    }
    #expect(!few.isPublishable && few.reasons.contains(.tooFew(4)))
  }

  @Test(arguments: [AttendanceSource?.none, .notKnown])
  func `where nobody knows how many came, or from where the number is, no quote goes out`(
    source: AttendanceSource?
  ) {
    for total in [nil, 84] {
      let result = open.with {
        $0.event.participations = []
        $0.event.attendance.total = total
        $0.event.attendance.source = source
      }
      #expect(!result.isPublishable && result.reasons.contains(.crowdUnknown))
    }
  }

  @Test func `nothing that is left beside the words can mean fewer than five people`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    let codes: [Code] = ["disabled", "women", "migrants"]
    for _ in 0..<2_000 {
      var sample = open
      sample.event.participations = (0..<Int.random(in: 1...30, using: &chance)).map { number in
        person(
          "p-\(number)", roles: Bool.random(using: &chance) ? ["communityMember"] : ["researcher"],
          communities: codes.filter { _ in Bool.random(using: &chance) },
          ageBand: Bool.random(using: &chance) ? "45-54" : "25-34")
      }
      sample.testimony.communities = codes.filter { _ in Bool.random(using: &chance) }
      sample.testimony.consent.communities = codes
      let result = sample.result
      let meant = sample.event.participations.count { person in
        result.communities.allSatisfy(person.communities.contains)
          && (!result.attributes.contains(.ageBand) || person.ageBand == "45-54")
          && (!result.attributes.contains(.role) || person.roles == ["communityMember"])
      }
      #expect(result.isPublishable == (sample.event.participations.count >= 5), "seed \(seed)")
      if result.isPublishable { #expect(meant >= 5, "seed \(seed)") }
    }
  }
}
