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

  /// Begins to choose the event whose people the sheet lists.
  mutating func chooseEvent(_ desk: Desk) {
    choosing = OptionChoice(.event, desk.words("import.ask.event"), desk.eventOptions)
  }

  /// Types part of what one of many is called; Enter takes it.
  mutating func typeChoice(_ key: Key, _ desk: inout Desk) -> Bool {
    guard var choice = choosing else { return false }
    if key == .escape {
      choosing = nil
      return true
    }
    let (isTaken, chosen) = choice.type(key)
    choosing = choice
    if let chosen {
      choosing = nil
      take(chosen, for: choice.purpose, &desk)
    } else if key == .enter {
      desk.refuse(desk.words(choice.isNowhere ? "import.choice.none" : "import.choice.several"))
    }
    return isTaken
  }

  private mutating func take(
    _ chosen: String, for purpose: OptionChoice.Purpose, _ desk: inout Desk
  ) {
    switch purpose {
    case .event:
      guard let event = EventID(stored: chosen).flatMap({ desk.programme.events[$0] }) else {
        return
      }
      list(SignIn(event), &desk)
    case .field(let column):
      say(&desk) { $0.map(column, to: chosen) }
      columnCursor = min(columnCursor, max(0, columnRows - 1))
    case .meaning: takeMeaning(chosen, &desk)
    }
  }

  /// Says something else that holds for the whole sign-in sheet.
  mutating func use(_ signIn: SignIn, _ desk: inout Desk) {
    self.signIn = signIn
    say(&desk) { $0.use(signIn) }
  }

  func askNotice(_ desk: inout Desk) {
    let notices = desk.programme.notices.values.filter(\.isToldAtDoor).sorted { $0.id < $1.id }
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
