import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

// The parts of a testimony's screen that are lists.
extension TestimonyScreen {
  /// Its quotes, and below them what may be told of the focused one and which rules say so.
  func quotes(_ testimony: Testimony, _ desk: Desk) -> [Block] {
    let visibility = testimony.visibility(to: desk.reader, on: desk.today)
    guard visibility.isReadable else {
      return [.prose(Prose(TestimonyPreview.paragraphs(testimony, desk, showsHidden: false)))]
    }
    let quotes = testimony.quotes
    if !quotes.isEmpty,
      let warning = TestimonyPreview.warning(testimony, desk, showsHidden: showsHidden)
    {
      return [.prose(Prose(warning))]
    }
    let setting = desk.programme.quoteSetting(of: testimony, on: desk.today)
    let place = cursor.place(in: quotes.count)
    var blocks: [Block] = [.table(table(quotes, setting, place, desk))]
    if let place {
      blocks += [.gap, .prose(Prose(detail(quotes[place], setting, desk)))]
    }
    return blocks
  }

  private func table(
    _ quotes: [Quote], _ setting: QuoteSetting, _ cursor: Int?, _ desk: Desk
  ) -> Table {
    let words = desk.words
    @Sendable func answer(_ quote: Quote, _ audience: Audience) -> StyledText {
      let isOpen = setting.publishability(of: quote, in: quote.language, for: audience)
        .isPublishable
      return StyledText(words(isOpen ? "toggle.yes" : "toggle.no"), isOpen ? .good : .bad)
    }
    return Table(
      columns: [
        Column(words("quote.public"), width: .fixed(6)),
        Column(words("quote.partners"), width: .fixed(8)),
        Column(words("quote.passage"), width: .fill(minimum: 24, weight: 1)),
        Column(words("quote.reviewed"), width: .fixed(14), priority: 1),
      ],
      rowCount: quotes.count, cursor: cursor,
      emptyText: StyledText(words("quote.none"), .faint)
    ) { index in
      let quote = quotes[index]
      return TableRow([
        answer(quote, .public), answer(quote, .partners),
        StyledText(quote.text.split(whereSeparator: \.isNewline).joined(separator: " ")),
        StyledText(quote.reviewedBy, .faint),
      ])
    }
  }

  private func detail(_ quote: Quote, _ setting: QuoteSetting, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    // Enter shows the rest of a long one; the rules must stay in sight.
    let shown = words.cut(quote.text, to: 240)
    var lines = Prose(words("join.quote", ["text": shown])).paragraphs
    if !setting.testimony.holds(quote.text, in: quote.language) {
      lines.append(StyledText("! " + words("quote.noLongerThere"), .bad))
    }
    for audience in [Audience.public, .partners] {
      let answer = setting.publishability(of: quote, in: quote.language, for: audience)
      let key = answer.isPublishable ? "quote.may" : "quote.mayNot"
      lines.append("")
      lines.append(
        StyledText(
          words("\(key).\(audience.rawValue)"), answer.isPublishable ? .good : .bad))
      if answer.isPublishable { lines.append(StyledText(beside(answer, desk))) }
      lines += words.sentences(answer.reasons, desk).map { StyledText("  \($0)") }
    }
    return lines
  }

  private func beside(_ answer: Publishability, _ desk: Desk) -> String {
    let things =
      answer.attributes.map { desk.formats.label($0, "beside") }
      + answer.communities.map { desk.formats.label($0, in: .community, of: desk.programme) }
    return desk.words(
      "quote.beside",
      [
        "naming": desk.formats.label(answer.naming, "naming"),
        "beside": things.isEmpty
          ? desk.words("testimony.nothingBeside") : desk.words.list(things),
      ])
  }

  /// The actions that answer it, and whether the people of its event were told.
  func actions(_ testimony: Testimony, _ desk: Desk) -> [Block] {
    let rows = answers
    let words = desk.words
    let isUnanswered = testimony.polarity != .positive && !testimony.isGone(desk.today)
    let table = ListColumns.table(
      ActionColumns.all, rows, cursor: cursor.place(in: rows.count),
      emptyText: StyledText(
        words(isUnanswered ? "testimony.unanswered" : "testimony.noActions"),
        isUnanswered ? .warning : .faint), desk)
    return [.table(table), .gap, .prose(Prose(chain(testimony, rows, desk)))]
  }

  /// From what was told to what was done to who was told.
  private func chain(
    _ testimony: Testimony, _ rows: [ActionRow], _ desk: Desk
  ) -> [StyledText] {
    let words = desk.words
    let done = rows.count(where: \.isDone)
    var lines = [
      StyledText(
        words("count.actionsDone", count: rows.count, ["done": words.number(done)]))
    ]
    guard let trace else { return lines }
    var told = ToldCell.line(trace.told, words)
    if let day = trace.tellBy, !trace.told.isTold {
      told += StyledText("  \(words("testimony.tellBy", ["day": desk.formats.day(day)]))", .faint)
    }
    lines.append(told)
    let mayWrite = testimony.consent.allows(.contact, on: desk.today)
    lines.append(
      StyledText(words(mayWrite ? "testimony.tellBack" : "testimony.tellGroup"), .faint))
    return lines
  }
}
