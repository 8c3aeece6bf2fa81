import TestKit
import Testing

@testable import HeardModel

@Suite struct PassageTests {
  private static let pieces = [
    "a", "b", "ab", "é", "e\u{301}", "\u{301}", " ", "  ", "\n", "\r\n", "\t", "\u{1}", "\u{A0}",
    "ü", "か", "が", "か\u{3099}", "大", "한", "ᄒ", "ᅡ", "👩", "\u{200D}", "👧", "\u{FE0F}", "©", "“", "…",
    "\u{AD}", "\u{200B}", "🇫", "🇷", "अ", "ि", "\u{600}",
  ]

  private func text(_ chance: inout RandomSource, upTo most: Int) -> String {
    (0..<chance.below(most + 1)).map { _ in
      chance.chance(50) ? chance.pick(["a", "b", " "]) : chance.pick(Self.pieces)
    }.joined()
  }

  // Letter by letter, without any shortcut.
  private func holds(_ text: String, _ passage: String) -> Bool {
    func plain(_ text: String) -> String {
      text.filter {
        $0.isWhitespace || $0.unicodeScalars.first?.properties.generalCategory != .control
      }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // As letters: `contains` of Foundation, which is at hand here, looks for something else.
    let (wanted, letters) = (Array(plain(passage)), Array(plain(text)))
    guard !wanted.isEmpty, letters.count >= wanted.count else { return false }
    return (0...letters.count - wanted.count).contains { start in
      letters[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  @Test func `the shortcut for a passage never says another thing than all of its letters`() throws
  {
    var chance = RandomSource.printed("passages")
    var (found, foundByBytes) = (0, 0)
    for _ in 0..<20_000 {
      var testimony = Testimony()
      testimony.language = language("pt")
      testimony.text = text(&chance, upTo: 12)
      var passage = text(&chance, upTo: 3)
      if chance.chance(50) {
        // A piece of the words themselves, cut anywhere between two scalars.
        let scalars = Array(testimony.text.unicodeScalars)
        let start = chance.below(scalars.count + 1)
        let end = start + chance.below(scalars.count - start + 1)
        passage = String(String.UnicodeScalarView(scalars[start..<end]))
      }
      let isHeld = holds(testimony.text, passage)
      if isHeld { found += 1 }
      if testimony.text.literallyHolds(passage) { foundByBytes += 1 }
      try #require(
        testimony.holds(passage, in: testimony.language) == isHeld,
        "\(testimony.text.debugDescription) and \(passage.debugDescription)")
    }
    #expect(found > 1_000 && foundByBytes > 500)
  }

  @Test func `who is meant is the same by name and by id, however it is written`() throws {
    var chance = RandomSource.printed("names of a team")
    let texts = [
      "Ana Sá", "ana sá", " Ana  Sá ", "ana", "Ana", "noa", "NOA", "b", "B", "", " ", "x",
    ]
    for _ in 0..<2_000 {
      var team: [StaffID: StaffMember] = [:]
      for name in ["ana", "noa", "b", "x"].prefix(chance.below(5)) {
        var member = StaffMember()
        (member.id, member.name) = (id(name), chance.pick(texts))
        team[member.id] = member
      }
      let names = TeamNames(team)
      func plain(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      for text in texts {
        let plainText = plain(text)
        var meant: Set<String> = plainText.isEmpty ? [] : [plainText]
        for member in team.values
        where !plainText.isEmpty && [plain(member.name), member.id.text].contains(plainText) {
          meant.formUnion([plain(member.name), member.id.text])
        }
        try #require(names.all(text) == meant, "\(text) among \(team.values.map(\.name))")
      }
    }
  }
}
