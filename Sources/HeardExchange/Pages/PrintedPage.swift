import HeardModel

/// A page about one event, as HTML that needs no other file.
public enum PrintedPage: Sendable {
  /// Numbered lines for those who come; with the pseudonyms of the list where that is asked for.
  case signIn(namesPeople: Bool)
  /// The questions of consent in the words of the chosen notices, else of all in use there.
  case consent(notices: [NoticeID] = [])
  /// Tables with seats; `people` nil takes what the event knows.
  case tables(seats: Int, people: Int?)

  /// The page as a file; the first voice is that of the page itself.
  public func bytes(of event: Event, in programme: Programme, voices: [PageVoice]) -> [UInt8] {
    guard let first = voices.first else { return [] }
    let content: [Markup] =
      switch self {
      case .signIn(let namesPeople):
        SignInSheet(event, programme, voices).content(namesPeople: namesPeople)
      case .consent(let notices):
        ConsentSheet(event, programme, voices, notices: notices).content
      case .tables(let seats, let people):
        TablePlan(event, programme, voices, seats: seats, people: people).content
      }
    return Markup.page(
      title: "\(first(title)) – \(first.title(of: event))", language: first.textLanguage.stored,
      content)
  }

  /// The people whose pseudonyms stand on the page of an event.
  public func people(at event: Event) -> [PersonID] {
    guard case .signIn(namesPeople: true) = self else { return [] }
    return SignInSheet.listed(at: event).map(\.id)
  }

  private var title: PageText {
    switch self {
    case .signIn: .signIn
    case .consent: .consent
    case .tables: .tables
    }
  }
}

extension Event {
  /// What stands on top of a page: its kind, the event, and when and where it is.
  ///
  /// A closed event, or one of which nobody said what may be told, is told by its day alone: a sheet
  /// can be left lying about.
  func heading(_ kind: PageText, _ voices: [PageVoice]) -> [Markup] {
    let isClosed = confidentialityOrClosed == .closed
    let facts = [voices.joined { $0.date(start) }] + (isClosed ? [] : [venue, place])
    return [
      .tag("h1", text: voices(kind)),
      .tag("p", [:], [.tag("strong", text: isClosed ? voices(.closed) : title)]),
      .tag("p", text: facts.filter { !$0.isEmpty }.joined(separator: " · ")),
    ]
  }
}
