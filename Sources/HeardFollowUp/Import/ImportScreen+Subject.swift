import HeardExchange
import HeardKit
import HeardModel
import TerminalCanvas

// What the sheet lists: events, or the people of one event.
extension ImportScreen {
  func askSubject(_ desk: inout Desk) {
    let words = desk.words
    var question = Question(
      "subject", words("import.ask.subject"),
      [
        .init("events", words("import.subject.events")),
        .init("people", words("import.subject.people")),
      ])
    question.cursor = signIn == nil ? 0 : 1
    desk.ask(question)
  }

  /// Lists something else; the sheet that is here is read again as that.
  mutating func list(_ signIn: SignIn?, _ desk: inout Desk) {
    self.signIn = signIn
    choosing = nil
    readAgain(&desk) { first, _ in
      (first.before, first.corrected, first.choices, first.decided) = (nil, [:], [:], [])
    }
  }

  mutating func typeEvent(_ key: Key, _ desk: inout Desk) -> Bool {
    guard var choice = choosing else { return false }
    if key == .escape {
      choosing = nil
      return true
    }
    let (isTaken, chosen) = choice.type(key, desk)
    choosing = choice
    if let event = chosen.flatMap({ desk.programme.events[$0] }) { list(SignIn(event), &desk) }
    if key == .enter, chosen == nil { desk.refuse(desk.words("import.event.several")) }
    return isTaken
  }

  /// Says something else that holds for the whole sign-in sheet.
  mutating func use(_ signIn: SignIn, _ desk: inout Desk) {
    self.signIn = signIn
    say(&desk) { $0.use(signIn) }
  }

  func askNotice(_ desk: inout Desk) {
    let notices = desk.programme.notices.values.sorted { $0.id < $1.id }
    var question = Question(
      "notice", desk.words("import.ask.notice"),
      [.init("none", desk.words("import.notice.none"))]
        + notices.map { .init($0.id.text, $0.title.isEmpty ? $0.id.text : $0.title) })
    question.cursor = notices.firstIndex { $0.id == signIn?.notice?.id }.map { $0 + 1 } ?? 0
    desk.ask(question)
  }

  /// Whose people they are, and what becomes of their names.
  func subjectBlocks(_ desk: Desk) -> [Block] {
    let words = desk.words
    guard let signIn else {
      let isOther = work?.sheet.looksLikeSignIn ?? false
      return isOther ? [.notice(Notice(.warning, words("import.looksLikeSignIn")))] : []
    }
    let event = signIn.event
    let label = [event.start?.dayText ?? "", event.place, event.title].filter { !$0.isEmpty }
    let notice = signIn.notice.map { $0.title.isEmpty ? $0.id.text : $0.title }
    let told = notice.map { words("import.notice.told", ["notice": $0]) }
    let names = words(signIn.keepsNames ? "import.names.kept" : "import.names.notKept")
    let isSensitive = !event.aboutCommunities.isEmpty
    return [
      .line(StyledText(words("import.peopleOf", ["event": label.joined(separator: " · ")]))),
      .prose(Prose(words.inARow([names] + [told].compactMap { $0 }), style: .faint)),
    ] + (isSensitive ? [.notice(Notice(.warning, words("person.sensitiveList")))] : [])
  }
}

/// An event being chosen by part of its day, place or title.
struct EventChoice: Sendable {
  private var field = TextField()
  private var cursor: Int?

  /// Takes a key; gives the event that it chose.
  mutating func type(_ key: Key, _ desk: Desk) -> (isTaken: Bool, chosen: EventID?) {
    let matches = matches(desk)
    switch (key, cursor) {
    case (.down, _) where !matches.isEmpty: cursor = min((cursor ?? -1) + 1, matches.count - 1)
    case (.up, let place?): cursor = place == 0 ? nil : place - 1
    case (.enter, let place?): return (true, EventID(stored: matches[place].value))
    case (.enter, nil):
      return (true, matches.count == 1 ? EventID(stored: matches[0].value) : nil)
    default:
      guard field.handle(key) else { return (false, nil) }
      cursor = nil
    }
    return (true, nil)
  }

  func blocks(_ desk: Desk) -> [Block] {
    let matches = matches(desk)
    let field = Field(
      desk.words("import.event"), .text(field, placeholder: ""),
      hint: desk.words("import.event.hint"),
      problem: matches.isEmpty ? desk.words("import.event.none") : nil,
      suggestions: matches.map(\.label), suggestionCursor: cursor)
    return [.fields(Fields([field], cursor: 0))]
  }

  private func matches(_ desk: Desk) -> [FieldOption] {
    Array(OptionInput.matches(trimmed(field.text), desk.eventOptions).prefix(8))
  }
}
