import HeardKit
import HeardModel
import TerminalCanvas

/// The words of a testimony, sentence by sentence, from which the passage of a quote is chosen.
///
/// One stretch without a gap: a quote leaves nothing out in the middle.
struct PassageScreen: Screen {
  let name = "passage"
  let isStep = true
  private let id: TestimonyID
  private let text: String
  private let sentences: [Range<String.Index>]
  private var cursor = 0
  /// Where the passage begins, or ends; nil while the focused sentence alone is meant.
  private var anchor: Int?

  /// The words of a testimony that this person may read; nil where there is nothing to choose.
  init?(_ id: TestimonyID, _ desk: Desk) {
    guard let testimony = desk.programme.testimonies[id],
      testimony.visibility(to: desk.reader, on: desk.today).isReadable
    else { return nil }
    self.id = id
    text = testimony.text
    sentences = Sentences.ranges(of: text)
    if sentences.count < 2 { return nil }
  }

  func commands(_ desk: Desk) -> [Command] { [.open, .mark, .edit] + ListMove.commands }

  mutating func perform(_ command: Command, _ desk: inout Desk) {
    switch command {
    case .mark: anchor = anchor == nil ? cursor : nil
    case .open: write(passage, &desk)
    case .edit: write(text, &desk)
    default:
      cursor = ListMove.cursor(cursor, command, count: sentences.count, page: desk.pageRows)
    }
  }

  func outlived(_ desk: Desk) -> String? {
    guard let now = desk.programme.testimonies[id], !now.isGone(desk.today) else {
      return desk.words("testimony.closedMeanwhile")
    }
    return nil
  }

  func describe(_ desk: Desk) -> ScreenContent {
    let (text, sentences, chosen) = (text, sentences, chosen)
    let table = Table(
      columns: [
        Column("", width: .fixed(3)), Column("", width: .fill(minimum: 40, weight: 1)),
      ],
      rowCount: sentences.count, cursor: cursor, showsHeader: false
    ) { index in
      let isChosen = chosen.contains(index)
      return TableRow([
        StyledText(isChosen ? "[x]" : "[ ]", isChosen ? .accent : .faint),
        StyledText(
          text[sentences[index]].split(whereSeparator: \.isNewline).joined(separator: " "),
          isChosen ? .accent : .plain),
      ])
    }
    return ScreenContent(
      context: StyledText(
        desk.words("passage.chosen", count: chosen.count), .faint),
      blocks: [
        .prose(Prose(desk.words(anchor == nil ? "passage.how" : "passage.howFar"), style: .faint)),
        .gap, .table(table), .gap, .prose(Prose("“\(shortened(passage, to: 400))”")),
      ])
  }

  func focus(_ desk: Desk) -> String {
    desk.words(
      "focus.row",
      [
        "title": String(text[sentences[cursor]]), "n": String(cursor + 1),
        "all": String(sentences.count),
        "filter": desk.words("passage.chosen", count: chosen.count),
      ])
  }

  private var chosen: ClosedRange<Int> {
    let other = anchor ?? cursor
    return min(other, cursor)...max(other, cursor)
  }

  private var passage: String {
    let range = chosen
    return String(
      text[sentences[range.lowerBound].lowerBound..<sentences[range.upperBound].upperBound])
  }

  private func write(_ words: String, _ desk: inout Desk) {
    guard let form = QuoteForm.new(of: id, desk, passage: words) else {
      return desk.refuse(desk.words("testimony.gone"))
    }
    desk.replace(with: form)
  }
}
