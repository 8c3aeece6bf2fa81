/// Where the lines of a paragraph end: after spaces, and anywhere between wide characters.
enum LineWrap {
  /// The index at which the line that starts at an index ends.
  ///
  /// Spaces at the end of a line hang over the edge, so that no line begins with them.
  static func lineEnd(of characters: [Character], from start: Int, columns: Int) -> Int {
    var width = 0
    var end = start
    var lastBreak: Int?
    var previous = Letter(" ", columns: 0)
    while end < characters.count {
      let next = Letter(characters[end], columns: TextWidth.columns(of: characters[end]))
      let isBreak = end > start && canBreak(before: next, after: previous)
      if width + next.columns > columns, end > start {
        if next.character == " " { return skipSpaces(of: characters, from: end) }
        return isBreak ? end : lastBreak ?? end
      }
      if isBreak { lastBreak = end }
      width += next.columns
      previous = next
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

  /// A character with what breaking lines needs to know of it.
  private struct Letter {
    let character: Character
    let columns: Int

    init(_ character: Character, columns: Int) {
      self.character = character
      self.columns = columns
    }

    var value: UInt32 { character.unicodeScalars.first?.value ?? 0 }
  }

  private static func canBreak(before next: Letter, after previous: Letter) -> Bool {
    if next.character == " " { return false }
    if previous.character == " " || previous.character == "\u{3000}" { return true }
    guard previous.columns == 2 || next.columns == 2 else { return false }
    return !notAtLineStart.contains(next.value) && !notAtLineEnd.contains(previous.value)
  }

  private static let notAtLineStart = scalars(
    "、。，．・：；？！」』）】〕》〉］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥,.!?)]}:;%")
  private static let notAtLineEnd = scalars("「『（【〔《〈［｛([{")

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}
