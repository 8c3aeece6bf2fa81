import TerminalCanvas
import Testing

/// Text that arrives as keys.
struct KeyBurstTests {
  private func keys(_ text: String) -> [Key] { text.map(Key.character) }

  @Test func `four different letters within twenty milliseconds are text, with what follows them`()
  {
    var burst = KeyBurst()
    let answer1 = burst.isText(keys("Dear"), at: 0)
    #expect(answer1)
    let answer2 = burst.isText([.enter], at: 15)
    #expect(answer2)
    let answer3 = burst.isText(keys("D"), at: 30)
    #expect(answer3)
    let answer4 = burst.isText(keys("D"), at: 60)
    #expect(!answer4)
  }

  @Test func `letters that come one by one are text from the fourth on`() {
    var burst = KeyBurst()
    let answer5 = burst.isText(keys("D"), at: 0)
    #expect(!answer5)
    let answer6 = burst.isText(keys("e"), at: 5)
    #expect(!answer6)
    let answer7 = burst.isText(keys("a"), at: 10)
    #expect(!answer7)
    let answer8 = burst.isText(keys("r"), at: 15)
    #expect(answer8)
  }

  @Test(arguments: ["jjjjjjjj", "+++-+-", "20241201", "jkjkjkjk", "abc"])
  func `a held key, counting, digits and three letters are none`(text: String) {
    var burst = KeyBurst()
    let answer9 = burst.isText(keys(text), at: 0)
    #expect(!answer9)
  }

  @Test func `arrows are none, and a person types slower`() {
    var burst = KeyBurst()
    let answer10 = burst.isText([.up, .down, .left, .right, .pageUp], at: 0)
    #expect(!answer10)
    for (place, letter) in "abcdefgh".enumerated() {
      let answer11 = burst.isText([.character(letter)], at: place * 21)
      #expect(!answer11)
    }
  }
}

/// Sequences of keys in pieces.
struct ControlSequenceTests {
  @Test(arguments: [
    ("D", Key.left), ("A", .up), ("3~", .delete), ("1;5C", .wordRight), ("1;3D", .altLeft),
    ("15~", .function(5)), ("Z", .backTab), ("1;2B", .shiftDown),
  ])
  func `what follows the bracket is its key`(text: String, key: Key) {
    #expect(ControlSequence.key(text) == key)
  }

  @Test(arguments: ["", "5", "99~", "1;9D", "x"])
  func `anything else is none`(text: String) { #expect(ControlSequence.key(text) == nil) }
}
