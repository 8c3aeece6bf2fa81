import HeardKit
import TerminalCanvas

// What a screen says as one text, to be read in a program outside.
extension Application {
  // Lines of a book; on a wide terminal longer ones are hard to follow.
  private static let mostColumns = 78
  private static let room = Size(columns: 100, rows: 10_000)

  /// All that the screen says, also what does not fit on it, in lines that no terminal obeys.
  var readingText: String {
    // Where all has room, no hint at more below is needed and no word is shortened.
    var whole = self
    whole.resize(Self.room)
    let content = whole.screen.describe(whole.desk)
    let heading = [desk.words("screen.\(screen.name)"), content.context.text]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let columns = max(20, min(desk.size.columns, Self.mostColumns))
    return ([heading, ""] + content.blocks.flatMap(lines))
      .flatMap { line in
        let safe = DisplayText.safe(line, glyphs: glyphs)
        return safe.isEmpty ? [""] : LinearRenderer.wrapped(safe, columns: columns)
      }.joined(separator: "\n") + "\n"
  }

  private var glyphs: Glyphs { .chosen(isASCII: desk.settings.usesASCII) }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .gap: return [""]
    // Empty lines part the paragraphs of what somebody told.
    case .prose(let prose): return prose.paragraphs.map(\.text)
    case .scroll(let scroll): return scroll.blocks.flatMap(lines)
    case .table(var table):
      table.isFocused = false
      return LinearRenderer.lines(.table(table), glyphs: glyphs)
    default: return LinearRenderer.lines(block, glyphs: glyphs)
    }
  }
}
