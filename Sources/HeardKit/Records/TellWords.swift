import HeardInsight
import HeardModel
import TerminalCanvas

/// How far telling people is, in words and cells.
public enum TellWords {
  /// Who is told, how and by when, or why not; says what of it nobody said.
  public static func plan(_ feedback: Feedback, _ desk: Desk) -> String {
    let words = desk.words
    if feedback.status == .notPossible {
      return words.labelled(words("tell.state.notPossible"), feedback.reason)
    }
    let when: String =
      if feedback.status.isTold {
        // A day that is still to come says so: nobody was told yet.
        words.list(
          [
            words("tell.state.\(feedback.status.stored)"),
            feedback.deliveredOn.map(desk.formats.day) ?? words("tell.noDay"),
            feedback.isTold(on: desk.today) ? "" : words("action.stillToCome"),
          ].filter { !$0.isEmpty })
      } else {
        feedback.due.map { words("tell.by", ["day": desk.formats.day($0)]) } ?? words("tell.noDay")
      }
    let who = feedback.audiences.isEmpty ? words("tell.noAudience") : audiences(feedback, desk)
    let how = feedback.channel.isEmpty ? words("tell.noChannel") : feedback.channel
    return [when, who, how].joined(separator: " · ")
  }

  /// Who is told; empty where nobody said.
  public static func audiences(_ feedback: Feedback, _ desk: Desk) -> String {
    let order = FeedbackAudience.allCases.filter(feedback.audiences.contains)
    return desk.words.list(order.map { desk.formats.label($0, "audience") })
  }

  /// How far telling is, in one or two words.
  public static func state(_ row: TellingRow, _ words: Words) -> StyledText {
    let isDrafted = row.status == .drafted
    switch row.told {
    case .told:
      return StyledText(
        words("tell.state.\(row.status == .acknowledged ? "acknowledged" : "delivered")"), .good)
    case .toldLacking: return StyledText(words("tell.state.lacking"), .warning)
    case .notPossible: return StyledText(words("tell.state.notPossible"), .faint)
    case .late:
      return StyledText(words(isDrafted ? "tell.state.lateDraft" : "tell.state.late"), .bad)
    case .due:
      return StyledText(words(isDrafted ? "tell.state.drafted" : "tell.state.due"), .warning)
    case .notDue, .nothing:
      return StyledText(words(isDrafted ? "tell.state.drafted" : "tell.state.notDue"))
    }
  }

  /// The days that telling is late, else its day.
  public static func due(_ row: TellingRow, _ words: Words) -> StyledText {
    if case .late(let days) = row.told {
      return StyledText(words("waiting.late", count: days), .bad)
    }
    guard let due = row.due else { return StyledText(words("date.none"), .faint) }
    return StyledText(due.stored, row.told.isSettled || row.told.isTold ? .faint : .plain)
  }

  /// The links of the chain in their order, each with how it stands.
  public static func chain(_ chain: TellingChain, _ told: StyledText, _ words: Words)
    -> [StyledText]
  {
    var lines: [StyledText] = []
    for link in ChainLink.allCases {
      let isMissing = chain.missing.contains(link)
      let sign = StyledText(isMissing ? "! " : "  ", .warning)
      let name = StyledText(words.labelled(words("chain.\(link.rawValue)")), .faint)
      lines.append(sign + name + state(link, chain, told, isMissing: isMissing, words))
    }
    return lines
  }

  private static func state(
    _ link: ChainLink, _ chain: TellingChain, _ told: StyledText, isMissing: Bool, _ words: Words
  ) -> StyledText {
    let style: Style = isMissing ? .warning : .plain
    switch link {
    case .ask:
      return StyledText(
        isMissing ? words("chain.ask.missing") : words("chain.ask.events", count: chain.events),
        style)
    case .listen:
      if isMissing { return StyledText(words("chain.listen.missing"), style) }
      return StyledText(
        chain.testimonies == 0
          ? words("chain.listen.nothing")
          : words("count.testimonies", count: chain.testimonies))
    case .act:
      if chain.actions == 0 {
        return StyledText(words(isMissing ? "chain.act.missing" : "chain.act.none"), style)
      }
      let actions = words(
        "chain.act.actions", count: chain.actions, ["settled": words.number(chain.settled)])
      let open = words("chain.act.unanswered", count: chain.unanswered)
      return StyledText(chain.unanswered > 0 ? words.list([actions, open]) : actions, style)
    case .tell: return told
    }
  }
}
