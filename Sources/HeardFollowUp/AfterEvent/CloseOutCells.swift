import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// The checklist after an event as cells and sentences.
enum CloseOutCells {
  /// A matter, how it stands, and what is known of it or missing.
  static func row(_ line: CloseOutLine, _ event: Event, _ desk: Desk) -> TableRow {
    let words = desk.words
    let matter = StyledText(words("closeOut.\(line.matter.rawValue)"))
    switch line.state {
    case .done:
      return TableRow([
        matter, StyledText(words("closeOut.state.done"), .good),
        StyledText(detail(line.matter, event, desk)),
      ])
    case .fellShort:
      return TableRow([
        matter, StyledText(words("closeOut.state.fellShort"), .warning),
        StyledText(detail(line.matter, event, desk)),
      ])
    case .missing:
      return TableRow([
        matter, StyledText(words("closeOut.state.missing"), .warning),
        StyledText(missing(line.matter, event, desk), .warning),
      ])
    case .notApplicable(let reason):
      return TableRow([
        matter, StyledText(words("closeOut.state.notNeeded"), .faint),
        StyledText(words("closeOut.reason.\(reason.rawValue)"), .faint),
      ])
    }
  }

  /// What all lines come to, and who settled it.
  static func sum(_ lines: [CloseOutLine], _ event: Event, _ desk: Desk) -> [StyledText] {
    let words = desk.words
    let missing = lines.filter { $0.state == .missing }
    if event.status != .held {
      return [StyledText(words("closeOut.notHeld"), missing.isEmpty ? .faint : .warning)]
    }
    if event.isBeforeHeard { return [StyledText(words("closeOut.beforeHeard"), .faint)] }
    guard missing.isEmpty else {
      let names = words.list(missing.map { words("gap.short.\($0.matter.rawValue)") })
      return [StyledText(words("home.missing", count: missing.count, ["gaps": names]), .warning)]
    }
    return [StyledText(words("closeOut.done"), .good), StyledText(signature(event, desk), .faint)]
  }

  private static func signature(_ event: Event, _ desk: Desk) -> String {
    let day = event.closeOut.at.map { desk.formats.day($0.day) }
    let by = event.closeOut.by
    if by.isEmpty && day == nil { return desk.words("closeOut.unsigned") }
    return desk.words(
      "closeOut.signed",
      [
        "by": by.isEmpty ? desk.words("closeOut.somebody") : by,
        "day": day ?? desk.words("date.unknown"),
      ])
  }

  private static func detail(_ matter: CloseOutMatter, _ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    switch matter {
    case .held: return desk.formats.date(event.start)
    case .attendance:
      let isKnown = event.attendanceFigure(roles: desk.programme.taxonomy(.role)).count != nil
      return isKnown
        ? EventSummary.attendanceLines(event, desk).first ?? "" : words("closeOut.nobodyKnows")
    case .partners:
      let names = event.partners.map { desk.programme.organisations[$0.id]?.name ?? $0.id.text }
      return names.isEmpty ? words("closeOut.noPartners") : words.list(names)
    case .summary: return event.summary.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .confidentiality: return words("closeOut.rule.\(event.confidentialityOrClosed.stored)")
    case .heard: return heard(event, desk)
    case .languages: return languages(event, desk)
    case .access: return AccessWords.outcome(event, desk)
    case .feedback: return TellWords.plan(event.feedback, desk)
    }
  }

  /// What somebody still has to say, with what is known of it.
  private static func missing(_ matter: CloseOutMatter, _ event: Event, _ desk: Desk) -> String {
    switch matter {
    case .access: AccessWords.open(event, desk)
    // What is planned says what of it is lacking.
    case .feedback where event.feedback != Feedback(): TellWords.plan(event.feedback, desk)
    default: desk.words("closeOut.missing.\(matter.rawValue)")
    }
  }

  private static func heard(_ event: Event, _ desk: Desk) -> String {
    let words = desk.words
    let chain = desk.insight.chain(of: .event(event.id))
    let parts = [
      chain.testimonies > 0 ? words("count.testimonies", count: chain.testimonies) : "",
      event.unrecordedContributions.map { words("closeOut.unrecorded", count: $0) } ?? "",
      event.closeOut.heardReason,
    ].filter { !$0.isEmpty }
    if !parts.isEmpty { return words.list(parts) }
    // None is left, and nobody said that there was nothing: all were taken back.
    return words(event.closeOut.nothingToFollow ? "closeOut.nothing" : "closeOut.takenBack")
  }

  private static func languages(_ event: Event, _ desk: Desk) -> String {
    let spoken = desk.words.list(event.languages.map(desk.formats.language))
    if event.interpreters.isEmpty { return spoken }
    let into = desk.words.list(event.interpreters.map(desk.formats.language))
    return desk.words.list([spoken, desk.words("closeOut.interpreted", ["languages": into])])
  }
}
