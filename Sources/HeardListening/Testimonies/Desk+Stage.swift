import HeardKit
import HeardModel

// How far the work on testimonies is.
extension Desk {
  /// Asks how far the work on a testimony is, or says why that cannot be changed.
  mutating func askStage(of id: TestimonyID) {
    guard let testimony = programme.testimonies[id] else { return }
    if let refusal = testimony.closed(self) ?? testimony.stageClosed {
      return refuse(words.sentence(refusal, self))
    }
    ask(
      question(
        "stage", "testimony.askStage", testimony.title(self), testimony.stage, "stage",
        among: TestimonyStage.allCases.filter { $0 != .draft }))
  }

  /// Asks for one stage for several testimonies.
  mutating func askStage(of ids: [TestimonyID]) {
    ask(
      question(
        ids.compactMap { programme.testimonies[$0]?.stage }, "stage",
        among: TestimonyStage.allCases.filter { $0 != .draft }))
  }
}
