import HeardModel
import TestKit
import Testing

@Suite struct TestimonyProgressTests {
  private let today = day("2024-06-01")

  /// De-identified, told word for word, with everything agreed to.
  private var open: Testimony {
    var testimony = OpenQuote().testimony
    testimony.stage = .deIdentified
    testimony.embargo = day("2024-07-01")
    testimony.readBack.at = moment("2024-05-02")
    return testimony
  }

  private func obstacle(
    _ stage: TestimonyStage, _ change: (inout Testimony) -> Void = { _ in }
  ) -> StageObstacle? {
    var testimony = open
    change(&testimony)
    return testimony.obstacle(to: stage, on: today)
  }

  private func closing(_ purposes: ConsentPurpose...) -> (inout Testimony) -> Void {
    return { testimony in
      testimony.consent.entries += purposes.map { entry($0, .withdrawn, "2024-05-20") }
    }
  }

  @Test(arguments: TestimonyStage.allCases)
  func `every stage can be reached where nothing stands against it`(stage: TestimonyStage) {
    #expect(obstacle(stage) == nil)
  }

  @Test(arguments: TestimonyStage.allCases.filter { $0 != .draft })
  func `without consent to keep it, it stays a draft`(stage: TestimonyStage) {
    #expect(obstacle(stage, closing(.record)) == .notGiven(.record, .withdrawn))
  }

  @Test func `what may go out needs consent to quote, or to give to partners`() {
    for stage in [TestimonyStage.released, .embargoed] {
      #expect(obstacle(stage, closing(.publish)) == nil)
      #expect(
        obstacle(stage, closing(.publish, .partners)) == .notGiven(.publish, .withdrawn))
    }
    #expect(obstacle(.embargoed) { $0.embargo = nil } == .noEmbargo)
  }

  @Test(arguments: [TestimonyStage.coded, .reviewed, .released, .embargoed])
  func `names and places are out before`(stage: TestimonyStage) {
    for earlier in [TestimonyStage.recorded, .readBack] {
      #expect(obstacle(stage) { $0.stage = earlier } == .notDeIdentified)
    }
  }

  @Test func `notes go out only once the speaker confirmed them`() {
    for kind in [TextKind.notes, .interpreted] {
      #expect(obstacle(.released) { $0.textKind = kind } == .notConfirmed)
      #expect(
        obstacle(.released) {
          $0.textKind = kind
          $0.readBack.isConfirmed = true
        } == nil)
    }
    #expect(obstacle(.readBack) { $0.readBack.at = nil } == .notReadBack)
  }

  @Test func `codes need consent to learn`() {
    #expect(obstacle(.coded, closing(.learn)) == .notGiven(.learn, .withdrawn))
  }
}
