import HeardInsight
import HeardKit
import HeardModel
import TerminalCanvas

/// You said, we did, we could not: what can honestly be told, and no more than consent allows.
struct TellText {
  private let subject: TellingSubject
  private let desk: Desk
  private let words: Words

  init(_ subject: TellingSubject, _ desk: Desk) {
    (self.subject, self.desk, words) = (subject, desk, desk.words)
  }

  /// The whole text, from the state of the chain to the words that people get.
  var blocks: [Block] {
    guard let row = desk.insight.tellingRow(subject), let feedback = desk.feedback(of: subject)
    else { return [] }
    var parts = [head(row, feedback), said, did, doing, couldNot]
    if !feedback.text.isEmpty {
      parts.append([heading("tell.text")] + Prose(feedback.text).paragraphs)
    }
    let paragraphs = parts.filter { !$0.isEmpty }.joined(separator: [""])
    return [.prose(Prose(Array(paragraphs)))]
  }

  private func heading(_ key: String) -> StyledText { StyledText(words(key), .title) }

  private func head(_ row: TellingRow, _ feedback: Feedback) -> [StyledText] {
    var state = TellWords.state(row, words)
    if let due = row.due, !row.told.isSettled && !row.told.isTold {
      state += StyledText(" · \(words("tell.by", ["day": desk.formats.day(due)]))")
      if !row.isDaySet { state += StyledText(" \(words("tell.byRule"))", .faint) }
    }
    if !row.told.lacks.isEmpty {
      let lacks = words("tell.notNoted", ["lacks": ToldCell.names(row.told.lacks, words)])
      state += StyledText(" · \(lacks)", .warning)
    }
    if case .late(let days) = row.told {
      state += StyledText(" · \(words("waiting.late", count: days))", .bad)
    }
    let chain = desk.insight.chain(of: subject)
    return [StyledText(row.title, .strong), StyledText(TellWords.plan(feedback, desk), .faint), ""]
      + [
        chain.missing.isEmpty
          ? StyledText(words("chain.whole"), .good)
          : StyledText(words("chain.broken"), .warning)
      ] + TellWords.chain(chain, state, words)
  }

  // What was said, as far as it may be told.
  private var said: [StyledText] {
    let ids = desk.insight.testimonies(of: subject)
    var lines = [heading("tell.said")]
    if ids.isEmpty {
      lines.append(StyledText(words("tell.nothingHeard"), .faint))
    } else {
      let passages = ids.flatMap(passages)
      lines.append(
        StyledText(
          words("tell.heard", count: ids.count, ["quotable": words.number(passages.count)])))
      lines += passages.map { StyledText("  " + words("join.quote", ["text": $0])) }
    }
    return lines + summary
  }

  /// The passages of a testimony that may go to whom this is told, without a name beside them.
  private func passages(of id: TestimonyID) -> [String] {
    guard let testimony = desk.programme.testimonies[id], !testimony.quotes.isEmpty else {
      return []
    }
    let setting = desk.programme.quoteSetting(of: testimony, on: desk.today)
    return testimony.quotes.filter {
      setting.publishability(of: $0, in: $0.language, for: audience).isPublishable
    }.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }

  /// Partners whom a notice names may hear more than everyone; nobody else may.
  private var audience: Audience {
    desk.feedback(of: subject)?.audiences == [.partners] ? .partners : .public
  }

  private var summary: [StyledText] {
    guard case .event(let id) = subject, let event = desk.programme.events[id] else { return [] }
    if event.confidentialityOrClosed == .closed {
      return [StyledText(words("tell.closed"), .warning)]
    }
    if event.summary.isEmpty { return [StyledText(words("tell.noSummary"), .faint)] }
    return [StyledText(words("tell.inOurWords"), .faint)] + Prose(event.summary).paragraphs
  }

  private var actions: [FollowUpAction] {
    desk.insight.actions(of: subject).compactMap { desk.programme.actions[$0.id] }
  }

  private var did: [StyledText] {
    let done = actions.filter { $0.isDone(on: desk.today) }
    var lines = [heading("tell.did")]
    if done.isEmpty { lines.append(StyledText(words("tell.nothingDone"), .faint)) }
    for action in done {
      let day = action.doneOn.map(desk.formats.date) ?? ""
      lines.append(StyledText("  " + words.list([action.title, day])))
      if !action.evidence.isEmpty {
        lines.append(
          StyledText("    " + words("action.shownBy", ["evidence": action.evidence]), .faint))
      }
    }
    return lines
  }

  private var doing: [StyledText] {
    let open = actions.filter { $0.isOpen(on: desk.today) }
    if open.isEmpty { return [] }
    return [heading("tell.doing")]
      + open.map { action in
        StyledText("  \(action.title) · ") + ActionSummary.dueLine(action, desk)
      }
  }

  private var couldNot: [StyledText] {
    let off = actions.filter(\.status.needsReason)
    let unanswered = desk.insight.chain(of: subject).unanswered
    if off.isEmpty && unanswered == 0 { return [] }
    var lines = [heading("tell.couldNot")]
    for action in off {
      let status = words("actionStatus.\(action.status.stored)")
      lines.append(StyledText("  \(action.title) · ") + StyledText(status, .faint))
      lines.append(
        action.reason.isEmpty
          ? StyledText("    ! " + words("tell.noReason"), .warning)
          : StyledText("    " + action.reason))
    }
    if unanswered > 0 {
      lines.append(StyledText("  ! " + words("tell.unanswered", count: unanswered), .warning))
    }
    return lines
  }
}
