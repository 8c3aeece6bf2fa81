import Foundation
import TerminalCanvas
import Testing

/// The columns that a text is said to take against those that a terminal gives it.
@Suite struct WidthGridTests {
  private static let columns = 240
  private static let rows = 300
  /// A slot holds the widest character with the two signs behind it.
  private static let slot = 12

  @Test(arguments: Kind.allCases)
  func `every character takes the columns that it is said to take`(kind: Kind) throws {
    let texts = kind.texts
    #expect(texts.count > 300)
    let isMeasured = TextWidth.useUTF8()
    #expect(isMeasured)
    let perScreen = Self.columns / Self.slot * (Self.rows - 4)
    for start in stride(from: 0, to: texts.count, by: perScreen) {
      let some = Array(texts[start..<min(start + perScreen, texts.count)])
      let wrong = try Self.misplaced(some)
      #expect(wrong.isEmpty, "\(wrong.count) of \(some.count): \(wrong.prefix(20))")
    }
  }

  /// Those texts behind which the terminal stands elsewhere than where we say.
  ///
  /// Behind each a `#` is printed where the terminal stands, then a `|` where it should stand. Only
  /// where both are one place the `|` alone is left, right behind the text.
  private static func misplaced(_ texts: [String]) throws -> [String] {
    let home = try Scratch()
    var picture = "\u{1B}[?7l"
    let perRow = columns / slot
    let shown = texts.map { DisplayText.safe($0) }
    for (index, text) in shown.enumerated() {
      if index.isMultiple(of: perRow) { picture += "\r\n" }
      let column = index % perRow * slot + 1
      let end = column + TextWidth.columns(of: texts[index])
      picture += "\u{1B}[\(column)G\(text)#\u{1B}[\(end)G|"
    }
    let file = "\(home.path)/picture"
    try picture.write(toFile: file, atomically: false, encoding: .utf8)
    let session = try TmuxSession(
      "cat \(file); printf '\\r\\n'", home: home, columns: columns, rows: rows)
    try session.wait(for: "[ended 0]")
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let found = lines.flatMap { line in
      let cells = line.unicodeScalars.split(separator: "|").map { trimmed($0) }
      return (0..<perRow).map { cells.indices.contains($0) ? cells[$0] : [] }
    }
    return texts.indices
      .filter { trimmed(shown[$0].unicodeScalars[...]) != found[$0] }
      .map { texts[$0].unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> [UInt32] {
    text.drop { $0 == " " }.map(\.value)
  }
}

extension WidthGridTests {
  /// What is compared.
  enum Kind: CaseIterable {
    case letters, marks, emoji, flags, syllables

    var texts: [String] {
      switch self {
      case .letters: Self.scalars { !$0.properties.isEmoji && !Self.isMark($0) }
      case .marks: Self.scalars(Self.isMark).flatMap { ["a\($0)", "か\($0)", "\($0)"] }
      case .emoji: Self.emojiTexts
      case .flags: Self.flagTexts
      case .syllables: Self.syllableTexts
      }
    }

    private static func scalars(_ isWanted: (Unicode.Scalar) -> Bool) -> [String] {
      (UInt32(0xA0)...0x1_FFFF).compactMap(Unicode.Scalar.init)
        .filter { $0.properties.generalCategory != .unassigned }
        .filter { $0.properties.generalCategory != .privateUse && isWanted($0) }
        .map(String.init)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: true
      default: false
      }
    }

    private static var emojiTexts: [String] {
      let all = scalars { $0.properties.isEmoji }
      let toned = scalars { $0.properties.isEmojiModifierBase }.flatMap { base in
        (UInt32(0x1F3FB)...0x1F3FF).compactMap(Unicode.Scalar.init).map { "\(base)\($0)" }
      }
      let people = ["👩", "👨", "🧑", "👩🏽", "🧑🏿"]
      let joined = people.flatMap { person in
        ["⚕️", "🦽", "🦯", "🍼", "🎓", "❤️‍👩", "🤝‍🧑", "👧‍👦"].map { "\(person)\u{200D}\($0)" }
      }
      let keycaps = "0123456789#*".map { "\($0)\u{FE0F}\u{20E3}" }
      return all + all.map { "\($0)\u{FE0F}" } + all.map { "\($0)\u{FE0E}" } + toned + joined
        + keycaps + ["🏳️‍🌈", "🏴‍☠️", "🏳️‍⚧️", "🐻‍❄️"]
    }

    /// Any two letters of regions, whether there is such a region or not, and one alone.
    private static var flagTexts: [String] {
      let letters = (UInt32(0x1F1E6)...0x1F1FF).compactMap(Unicode.Scalar.init)
      return letters.map(String.init)
        + letters.flatMap { first in letters.map { "\(first)\($0)" } }
    }

    // Not among them: a joiner before a letter. tmux alone puts that letter into the cell before.
    /// Korean letters that make one syllable, and consonants of India and its neighbours that do.
    private static var syllableTexts: [String] {
      let jamo = stride(from: UInt32(0x1100), through: 0x1112, by: 1).flatMap { first in
        [0x1161, 0x116E, 0x1175].flatMap { vowel in
          [[first, vowel], [first, vowel, 0x11A8]].map(text)
        }
      }
      // First consonant, sign that joins consonants, a vowel sign, of one script each.
      let scripts: [(UInt32, UInt32, UInt32)] = [
        (0x0915, 0x094D, 0x093F), (0x0995, 0x09CD, 0x09BF), (0x0A15, 0x0A4D, 0x0A3F),
        (0x0A95, 0x0ACD, 0x0ABF), (0x0B15, 0x0B4D, 0x0B3F), (0x0B95, 0x0BCD, 0x0BBF),
        (0x0C15, 0x0C4D, 0x0C3F), (0x0C95, 0x0CCD, 0x0CBF), (0x0D15, 0x0D4D, 0x0D3F),
        (0x0D9A, 0x0DCA, 0x0DD2), (0x1000, 0x1039, 0x102D), (0x1780, 0x17D2, 0x17B7),
      ]
      let joined = scripts.flatMap { consonant, joiner, vowel in
        (UInt32(0)...7).flatMap { step in
          [
            [consonant + step, vowel], [consonant + step, joiner, consonant],
            [consonant, joiner, consonant + step, vowel],
            [consonant + step, joiner, 0x200C],
          ].map(text)
        }
      }
      return jamo + joined
    }

    private static func text(_ values: [UInt32]) -> String {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: values.compactMap(Unicode.Scalar.init))
      return String(scalars)
    }
  }
}
