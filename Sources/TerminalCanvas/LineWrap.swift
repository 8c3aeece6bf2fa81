/// Where the lines of a paragraph end: after spaces, and anywhere between wide characters.
enum LineWrap {
  /// The index at which the line that starts at an index ends.
  ///
  /// Spaces at the end of a line hang over the edge, so that no line begins with them.
  static func lineEnd(of characters: [Character], from start: Int, columns: Int) -> Int {
    var width = 0
    var end = start
    var lastBreak: Int?
    while end < characters.count {
      let character = characters[end]
      let isPlain = DisplayText.isPlain(character)
      let taken = isPlain ? 1 : TextWidth.columns(of: character)
      if width + taken > columns, end > start {
        if character == " " { return skipSpaces(of: characters, from: end) }
        if canBreak(before: character, after: characters[end - 1]) { return end }
        return lastBreak ?? end
      }
      if end > start, canBreak(before: character, after: characters[end - 1]) { lastBreak = end }
      width += taken
      end += 1
    }
    return characters.count
  }

  /// The lines of a paragraph; an empty one has one empty line.
  static func lines(of characters: [Character], columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    repeat {
      let end = lineEnd(of: characters, from: start, columns: columns)
      lines.append(start..<end)
      start = end
    } while start < characters.count
    return lines
  }

  /// The lines of a styled paragraph, each with the styles of its parts.
  static func lines(of paragraph: StyledText, columns: Int) -> [StyledText] {
    var characters: [Character] = []
    var styles: [Style] = []
    for span in paragraph.spans {
      for character in span.text {
        characters.append(character)
        styles.append(span.style)
      }
    }
    return lines(of: characters, columns: columns).map { range in
      var spans: [Span] = []
      for index in range {
        if spans.last?.style == styles[index] {
          spans[spans.count - 1].text.append(characters[index])
        } else {
          spans.append(Span(String(characters[index]), styles[index]))
        }
      }
      return StyledText(spans)
    }
  }

  private static func skipSpaces(of characters: [Character], from start: Int) -> Int {
    var end = start
    while end < characters.count, characters[end] == " " { end += 1 }
    return end
  }

  private static func canBreak(before next: Character, after previous: Character) -> Bool {
    if next == " " { return false }
    if previous == " " || previous == "\u{3000}" { return true }
    if DisplayText.isPlain(previous), DisplayText.isPlain(next) {
      return false
    }
    if notAtLineStart.contains(next) || notAtLineEnd.contains(previous) { return false }
    return isWide(previous) || isWide(next)
  }

  private static func isWide(_ character: Character) -> Bool {
    !DisplayText.isPlain(character) && TextWidth.columns(of: character) == 2
      && character.unicodeScalars.first.map { $0.value >= 0x1100 } == true
  }

  private static let notAtLineStart: Set<Character> = [
    "、", "。", "，", "．", "・", "：", "；", "？", "！", "」", "』", "）", "】", "〕", "》", "〉",
    "］", "｝", "ー", "々", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ",
    "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "…", "‥", ",", ".", "!", "?", ")", "]", "}", ":", ";", "%",
  ]
  private static let notAtLineEnd: Set<Character> = [
    "「", "『", "（", "【", "〔", "《", "〈", "［", "｛", "(", "[", "{",
  ]
}
