import TestKit
import Testing

@testable import HeardInsight

/// Names in one piece of memory are found as names that stand by themselves.
@Suite struct FlatTextsTests {
  @Test func `a name is as close in one piece as by itself`() {
    var source = RandomSource.printed("names in one piece")
    let parts = ["an", "ana", "n", "Élan", " ", "-", "本", "か", "が", "Ana ", "na"]
    func text() -> String { (0..<source.below(4)).map { _ in source.pick(parts) }.joined() }
    for _ in 0..<400 {
      var flat = FlatTexts()
      let names = (0..<5).map { _ in (0..<1 + source.below(2)).map { _ in text() } }
      for fields in names {
        for field in fields { flat.add(field) }
        flat.endText()
      }
      let words = (0..<1 + source.below(2)).map { _ in Folded(text()) }.filter { !$0.isEmpty }
      if words.isEmpty { continue }
      for place in names.indices {
        let alone = Closeness(of: words, name: Folded(fields: names[place]))
        #expect(flat.closeness(of: words, at: place) == alone, "\(names[place]) \(words)")
      }
    }
  }
}
