import HeardInsight
import HeardModel
import TerminalCanvas

/// One testimony as cells of a table.
enum TestimonyCells {
  private static let leastWords = 22

  static func columns(_ words: Words) -> [Column] {
    [
      Column(words("testimonies.date"), width: .fixed(10)),
      Column("", width: .fixed(2)),
      Column(words("testimonies.place"), width: .fixed(12), priority: 3),
      Column(words("testimonies.speaker"), width: .fixed(12), priority: 1),
      Column(words("testimonies.language"), width: .fixed(5), priority: 4),
      Column(words("testimonies.words"), width: .fill(minimum: leastWords, weight: 1)),
      Column(words("testimonies.consent"), width: .fixed(10)),
      Column(words("testimonies.stage"), width: .fixed(13), priority: 5),
      Column(
        words("testimonies.actions"), width: .fixed(4), alignment: .trailing, priority: 2),
    ]
  }

  /// How many columns the words have in a table of a width, so that what was found stays in sight.
  private static func wordsColumns(within room: Int, _ words: Words) -> Int {
    var columns = columns(words)
    func others() -> Int {
      columns.reduce(0) { sum, column in
        if case .fixed(let width) = column.width { return sum + width + 2 }
        return sum
      }
    }
    while others() + leastWords > room {
      guard let last = columns.map(\.priority).max(), last > 0 else { break }
      columns.removeAll { $0.priority == last }
    }
    return max(leastWords, room - others())
  }

  /// A testimony's cells; words that may hurt only where they were asked for.
  ///
  /// What a filter has found is shown; only rows that can be seen ask for their words.
  static func row(
    _ row: TestimonyRow, _ desk: Desk, found query: Query = Query(), showsHidden: Bool = false
  ) -> TableRow {
    let words = desk.words
    let place = desk.programme.events[row.event]?.place ?? ""
    return TableRow([
      StyledText(row.date?.dayText ?? words("date.none"), .faint),
      StyledText(row.country?.stored ?? "--"),
      StyledText(place),
      desk.mark(.testimony(row.id, event: row.event)) + StyledText(row.name(words)),
      StyledText(row.language == .undetermined ? "" : row.language.stored, .faint),
      told(row, desk, found: query, showsHidden: showsHidden),
      reach(row, desk),
      stage(row, desk),
      StyledText(row.actions == 0 ? "" : words.number(row.actions)),
    ])
  }

  /// A piece of the words with what was found in it, or why they are hidden.
  private static func told(
    _ row: TestimonyRow, _ desk: Desk, found query: Query, showsHidden: Bool
  ) -> StyledText {
    let words = desk.words
    if let why = row.visibility.hiddenBy { return StyledText(words("hidden.\(why)"), .faint) }
    if row.hasWarning == true && !showsHidden {
      return StyledText(words("hidden.warning"), .warning)
    }
    let room = CanvasRenderer.contentSize(size: desk.size, hasAside: true).columns
    let excerpt = desk.insight.excerpt(
      of: row.id, query, for: desk.reader, length: wordsColumns(within: room, words))
    guard let excerpt else { return StyledText(words("testimony.empty"), .faint) }
    return marked(excerpt)
  }

  private static func marked(_ excerpt: Excerpt) -> StyledText {
    let characters = Array(excerpt.text)
    var text = StyledText([])
    var place = 0
    for match in excerpt.matches where match.lowerBound >= place {
      let end = min(match.upperBound, characters.count)
      text += StyledText(String(characters[place..<min(match.lowerBound, end)]))
      text += StyledText(String(characters[min(match.lowerBound, end)..<end]), .accent)
      place = end
    }
    return text + StyledText(String(characters[place...]))
  }

  /// How far the consent reaches: the furthest purpose that is open, or what is missing.
  private static func reach(_ row: TestimonyRow, _ desk: Desk) -> StyledText {
    guard let consent = desk.programme.testimonies[row.id]?.consent else { return "" }
    let today = desk.today
    let record = consent.state(of: .record, on: today)
    guard record == .given else {
      return StyledText(desk.words("reach.\(record.stored)"), .warning)
    }
    if let quotes = row.publishable, quotes > 0 {
      return StyledText(desk.words("reach.quoted", count: quotes), .good)
    }
    for purpose in [ConsentPurpose.publish, .partners, .learn]
    where consent.allows(purpose, on: today) {
      return StyledText(desk.words("reach.\(purpose.stored)"), purpose == .publish ? .good : .plain)
    }
    return StyledText(desk.words("reach.record"))
  }

  private static func stage(_ row: TestimonyRow, _ desk: Desk) -> StyledText {
    if row.triage == .high {
      return StyledText(desk.formats.label(Triage.high, "triage"), .bad)
    }
    return StyledText(row.stage.map { desk.formats.label($0, "stage") } ?? "", .faint)
  }
}

extension TestimonyRow {
  /// What the speaker is called in lists: the pseudonym, that they have none, or that this reader
  /// does not get to know it.
  func name(_ words: Words) -> String {
    if !visibility.isReadable { return words("testimony.nameWithheld") }
    return pseudonym.isEmpty ? words("testimony.noName") : pseudonym
  }
}
