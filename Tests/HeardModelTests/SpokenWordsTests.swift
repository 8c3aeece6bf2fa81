import HeardModel
import TestKit
import Testing

@Suite struct SpokenWordsTests {
  private func said(_ text: String, called names: String...) -> SpokenWords {
    var spoken = SpokenWords()
    spoken.add(words: text)
    for name in names { spoken.add(name: name) }
    return spoken
  }

  @Test func `six words in a row are found, whatever stands between them, five are not`() {
    let spoken = said("They told me to wait in the corridor, alone.")
    #expect(spoken.occur(in: "Somebody said: «THEY told me…\nto wait in» and left."))
    #expect(!spoken.occur(in: "they told me to wait."))
    #expect(spoken.occur(in: "me to wait in the corridor"))
    #expect(!spoken.occur(in: "me to wait for the corridor"))
  }

  @Test func `twelve characters are found in scripts that set no spaces`() {
    let spoken = said("待合室で三時間待ちました。名前は呼ばれませんでした。")
    #expect(spoken.occur(in: "語り手は「待合室で三時間待ちました」と言った。"))
    #expect(!spoken.occur(in: "待合室で三時間待ち"))
  }

  @Test func `names and numbers are found as words of their own`() {
    let spoken = said("", called: "Rosa Luz", "4821-0937", "A", "ハル")
    #expect(spoken.occur(in: "with rosa  luz."))
    #expect(!spoken.occur(in: "Rosalux, Rosa and Luz"))
    #expect(spoken.occur(in: "number 4821-0937"))
    #expect(!spoken.occur(in: "A day"))
    #expect(spoken.occur(in: "ハルさん"))
  }

  @Test func `what is taken out leaves the rest as it was`() {
    let spoken = said("one two three four five six seven", called: "Rosa")
    #expect(
      spoken.removed(from: "Before. One two three four five six seven! After Rosa.")
        == "Before. […]! After […].")
    #expect(spoken.removed(from: "Nothing of it.") == "Nothing of it.")
  }

  @Test func `a filter is a piece of the words, or one word that stands nowhere else`() {
    let spoken = said("The kudu stood at the desk")
    #expect(spoken.hold(typed: "stood at"))
    #expect(!spoken.hold(typed: "desk stood"))
    #expect(!spoken.hold(typed: "kudu"))
    #expect(spoken.hold(typed: "Kudu", isRare: { $0 == "kudu" }))
  }

  @Test func `whatever six words are taken from a text, they are found in it and taken out`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = RandomSource(seed: seed)
    let signs = [" ", ", ", ".\n", " – ", "  "]
    for round in 0..<300 {
      let words = (0..<Int.random(in: 6...40, using: &chance)).map { _ in
        String(
          (0..<Int.random(in: 1...6, using: &chance)).map { _ in
            "abcdeéöß".randomElement(using: &chance) ?? "a"
          })
      }
      let spoken = said(words.joined(separator: " "))
      let start = Int.random(in: 0...(words.count - 6), using: &chance)
      var text = "xxxx "
      for word in words[start..<(start + 6)] {
        text += word + (signs.randomElement(using: &chance) ?? " ")
      }
      text += "yyyy"
      #expect(spoken.occur(in: text), "seed \(seed), round \(round)")
      #expect(!spoken.occur(in: spoken.removed(from: text)), "seed \(seed), round \(round)")
    }
  }
}
