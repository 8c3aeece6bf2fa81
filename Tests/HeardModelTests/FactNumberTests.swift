import HeardModel
import Testing

@Suite struct FactNumberTests {
  @Test(arguments: [
    ("0", 0, nil), ("12600", 12600, nil), ("58.9", 589, 1), ("0.5", 5, 1), ("0.05", 5, 2),
    ("12.50", 1250, 2), ("1000000000000", 1_000_000_000_000, nil),
  ])
  func `a number is read and written with its point`(text: String, number: Int, places: Int?) {
    let read = ProgrammeFact.number(text)
    #expect(read?.number == number && read?.places == places)
    var fact = ProgrammeFact()
    (fact.number, fact.places) = (number, places)
    #expect(fact.numberText == text)
  }

  @Test(arguments: [
    "", ".5", "5.", "-5", "1,5", "1.2.3", "1.2345678", "1000000000001", "99999999999999999999",
    "٣",
  ])
  func `what is no number is none`(text: String) {
    #expect(ProgrammeFact.number(text) == nil)
  }

  @Test func `without a number nothing is written`() {
    #expect(ProgrammeFact().numberText.isEmpty)
  }
}
