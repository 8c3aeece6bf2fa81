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
    let wanted = plain(passage)
    return !wanted.isEmpty && plain(text).contains(wanted)
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
