import TestKit

/// Scalars and texts that terminals obey, reorder or measure differently.
enum Hostile {
  /// What must never reach a terminal: C0, DEL, C1, bidi controls, separators, invisible ones.
  static let scalars: [Unicode.Scalar] = ranges.flatMap { $0 }.compactMap(Unicode.Scalar.init)

  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180B...0x180E, 0x200B...0x200B,
    0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xFFF9...0xFFFB, 0xE_0001...0xE_0001, 0xE_0020...0xE_007F, 0xE_0100...0xE_0110,
  ]

  private static let harmless: [String] = [
    "a", " ", "é", "e\u{301}", "水", "한", "😀", "👩‍🌾", "👨‍👩‍👧‍👦", "👍🏽", "🇫🇷", "❤️", "1️⃣", "क्षि", "กำ",
    "لا", "می‌خ", "\u{301}", "\u{200D}", "\u{200C}", "🪿", "\r\n", "\u{1F3FD}", "\u{E000}",
    "\u{FFFF}",
  ]

  static func text(using random: inout RandomSource) -> String {
    (0..<Int.random(in: 0...12, using: &random)).reduce(into: "") { text, _ in
      if Bool.random(using: &random), let piece = harmless.randomElement(using: &random) {
        text += piece
      } else if let scalar = scalars.randomElement(using: &random) {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
