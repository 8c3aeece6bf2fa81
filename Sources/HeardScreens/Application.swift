import HeardModel
import TerminalCanvas

/// The whole program as a value: what is on the desk, which screens lie on it, what is asked.
///
/// `handle`, `take` and `describe` read no clock, touch no file and know no chance; the executable
/// brings the keys with their time, runs the effects, and draws what is described.
public struct Application: Sendable {
  /// What all screens share.
  public private(set) var desk: Desk
  private var screen: any Screen
  private var below: [any Screen] = []
  private var overlay: OverlayState?
  private var keptDraft: Draft?
  private var draftDue: Moment?
  /// What was said before the last key, to be read again.
  private var lastNews: News?

  /// What lies over the screen and takes the keys.
  private enum OverlayState: Sendable {
    case palette(Palette)
    case question(Question)
  }

  /// Starts at Home, or at another screen with Home below it.
  public init(_ desk: Desk, showing screen: (any Screen)? = nil) {
    self.desk = desk
    let home = HomeScreen()
    self.screen = screen ?? home
    if screen != nil { below = [home] }
    self.screen.refresh(self.desk)
    // What was said at opening is said once only; drafts stand on Home anyway.
    if !desk.drafts.isEmpty && desk.news == nil {
      self.desk.news = News(.done, desk.words("draft.found", count: desk.drafts.count))
    }
  }

  /// The size of the terminal, which screens need for paging.
  public mutating func resize(_ size: Size) {
    desk.size = size
    screen.refresh(desk)
  }

  /// When what is typed has to be kept, in case the program ends; nil when nothing new is typed.
  public var nextDraft: Moment? { draftDue }

  /// Keeps what is typed now: its time has come, or the program is about to end.
  public mutating func keepDrafts(_ occasion: Occasion) -> [Effect] {
    desk.meet(occasion)
    draftDue = nil
    return (below + [screen]).compactMap { $0.draft(desk) }.map(Effect.keepDraft)
  }

  /// Does what a key asks for.
  ///
  /// - Returns: what the executable has to do, in this order.
  public mutating func handle(_ key: Key, _ occasion: Occasion) -> [Effect] {
    desk.meet(occasion)
    clearNews()
    if isTooSmall {
      handleUnseen(key)
    } else if case .question(let question)? = overlay {
      answer(question, key)
    } else if case .palette(let palette)? = overlay {
      choose(palette, key)
    } else if !((screen.takesText || screen.takesDigits) && screen.type(key, &desk)) {
      lookUp(key)
    }
    return settle()
  }

  private mutating func clearNews() {
    lastNews = desk.news ?? lastNews
    desk.news = nil
  }

  /// Does what a command asks for, wherever it came from.
  public mutating func perform(_ command: Command, _ occasion: Occasion) -> [Effect] {
    desk.meet(occasion)
    clearNews()
    carryOut(command)
    return settle()
  }

  /// Takes in what came of an effect.
  public mutating func take(_ outcome: Outcome, _ occasion: Occasion) -> [Effect] {
    desk.meet(occasion)
    desk.take(outcome)
    for index in below.indices { below[index].refresh(desk) }
    screen.refresh(desk)
    return settle()
  }

  /// Takes in that somebody else changed files of the folder.
  public mutating func changedOutside(_ files: Set<String>, _ occasion: Occasion) -> [Effect] {
    desk.meet(occasion)
    desk.readAgain(Array(files))
    return settle()
  }

  /// What is to be seen now.
  public func describe() -> ScreenDescription {
    let content = screen.describe(desk)
    var description = ScreenDescription(
      heading: Heading(
        program: desk.words("program"), place: desk.words("screen.\(screen.name)"),
        context: content.context, status: status),
      blocks: content.blocks, aside: content.aside, news: newsLine, keys: keyHints,
      smallest: screen.smallest)
    switch overlay {
    case .palette(let palette): description.overlay = palette.describe(desk)
    case .question(let question): description.overlay = question.describe(desk)
    case nil: break
    }
    return description
  }
}

// A terminal that is too small for the screen.
extension Application {
  /// What stands there instead of a screen that has no room: how much it needs, and what keys do.
  public var tooSmall: String {
    let words = desk.words
    let size = [
      "columns": words.number(screen.smallest.columns), "rows": words.number(screen.smallest.rows),
      "end": KeyTable.binding(.quit)?.shownKeyWhileTyping(words) ?? "",
    ]
    let back: [String] =
      fittingScreenBelow.map {
        [words("terminal.tooSmall.back", ["screen": words("screen.\($0.name)")])]
      } ?? []
    let news = desk.news.map { [$0.text] } ?? []
    return ([words("terminal.tooSmall", size)] + back + news).joined(separator: " ")
  }

  private var isTooSmall: Bool { !desk.size.holds(screen.smallest) }

  /// The screen to which Esc goes, where it has room and so is seen at once.
  private var fittingScreenBelow: (any Screen)? {
    guard overlay == nil, let last = below.last, desk.size.holds(last.smallest) else { return nil }
    return last
  }

  /// Nobody sees what a key does here, so it does nothing: only ending, and going back to what has
  /// room, act, and both keep what is typed.
  private mutating func handleUnseen(_ key: Key) {
    let ends = KeyTable.binding(.quit)?.keys ?? []
    if case .control = key, ends.contains(key) {
      guard desk.unsavedCount == 0 else {
        return desk.refuse(desk.words("terminal.tooSmall.unsaved", count: desk.unsavedCount))
      }
      leave()
    } else if key == .escape, fittingScreenBelow != nil {
      goBack()
    }
  }
}

// Keys and commands.
extension Application {
  /// Commands that work on every screen, after the screen's own.
  private static let everywhere: [Command] = [
    .newEvent, .newTestimony, .newAction, .undo, .redo, .goHome, .goEvents, .goTestimonies,
    .goActions, .goFigures, .goPeople, .goOrganisations, .goUnreadable, .goConflicts, .goSettings,
    .goTeam, .goCalendar, .importEvents, .palette, .whereAmI, .readNews, .reload, .redraw,
    .suspend, .back, .quit, .help,
  ]

  /// Everything that can be asked for now.
  var offered: [Command] {
    let own = screen.commands(desk)
    let again: [Command] = desk.unsavedCount == 0 ? [] : [.save]
    return own + (again + Self.everywhere).filter { !own.contains($0) }
  }

  private mutating func lookUp(_ key: Key) {
    if let command = KeyTable.command(for: key, among: offered) {
      if desk.settings.hasNoLetterCommands, case .character = key.plain,
        key.plain != .character(":")
      {
        return desk.refuse(desk.words("letters.off"))
      }
      carryOut(command)
    } else if key.isFromInputMethod {
      desk.refuse(desk.words("inputMethod.on"))
    } else if case .character(let character) = key, !screen.takesText {
      desk.refuse(desk.words("key.unknown", ["key": String(character)]))
    }
  }

  private mutating func carryOut(_ command: Command) {
    if screen.commands(desk).contains(command) {
      screen.perform(command, &desk)
      return
    }
    switch command {
    case .goHome: show(HomeScreen())
    case .goEvents: show(EventsScreen())
    case .goTestimonies: show(TestimoniesScreen())
    case .goActions: show(ActionsScreen())
    case .goFigures: show(FiguresScreen())
    case .goPeople: show(PeopleScreen())
    case .goOrganisations: show(OrganisationsScreen())
    case .goUnreadable: show(UnreadableScreen())
    case .goConflicts: show(ConflictsScreen())
    case .goCalendar: show(CalendarScreen(desk))
    case .goSettings: desk.push(SettingsScreen(desk))
    case .newEvent: desk.push(EventForm.new(desk))
    // On top, so that who adds somebody from a form comes back to the form.
    case .goTeam: desk.push(TeamScreen())
    case .importEvents: ImportScreen.open(&desk)
    case .newTestimony: desk.push(TestimonyForm.new(desk))
    case .newAction: desk.push(ActionForm.new(desk))
    case .help: desk.push(HelpScreen(offered, of: screen.name))
    case .palette: overlay = .palette(Palette(offered, views: desk.views.map(\.view)))
    case .whereAmI: desk.say(whereAmI)
    case .readNews: desk.news = lastNews ?? News(.refused, desk.words("news.none"))
    case .undo: desk.undo()
    case .redo: desk.redo()
    case .reload: desk.run(.reload)
    case .redraw: desk.run(.redraw)
    case .suspend: desk.run(.suspend)
    case .back: goBack()
    case .quit: leave()
    case .save where desk.unsavedCount > 0: desk.saveAgain()
    default: desk.refuse(desk.words("command.notHere"))
    }
  }

  /// Goes to one of the main screens: forgets the way that led here, keeps what is typed.
  private mutating func show(_ next: any Screen) {
    desk.keep(screen.draft(desk))
    below = next is HomeScreen ? [] : [HomeScreen()]
    screen = next
    screen.refresh(desk)
  }

  private mutating func goBack() {
    // One Esc too many must not end what somebody works on.
    if below.isEmpty { return desk.refuse(desk.words("home.escape")) }
    desk.leave(keeping: screen.draft(desk))
  }

  private mutating func leave() {
    if desk.unsavedCount == 0 {
      desk.keep(screen.draft(desk))
      return desk.run(.quit)
    }
    desk.ask(
      Question(
        "quit", desk.words("quit.unsaved", count: desk.unsavedCount),
        [
          .init("stay", desk.words("quit.stay")), .init("again", desk.words("quit.saveAgain")),
          .init("leave", desk.words("quit.leave")),
        ]))
  }

  /// Carries out what screens asked the desk for, in order.
  private mutating func settle() -> [Effect] {
    var effects: [Effect] = []
    while !desk.requests.isEmpty {
      let requests = desk.requests
      desk.requests = []
      for request in requests { settle(request, &effects) }
    }
    watchDraft(&effects)
    return effects
  }

  private mutating func settle(_ request: Desk.Request, _ effects: inout [Effect]) {
    switch request {
    case .push(let next):
      below.append(screen)
      screen = next
      screen.refresh(desk)
    case .replace(let next):
      screen = next
      screen.refresh(desk)
    case .pop:
      screen = below.popLast() ?? HomeScreen()
      screen.refresh(desk)
    case .ask(let question): overlay = .question(question)
    case .effect(let effect): effects.append(effect)
    }
  }

  /// Sees to it that what is typed is kept within two seconds.
  private mutating func watchDraft(_ effects: inout [Effect]) {
    var draft = screen.draft(desk)
    draft?.at = Moment(seconds: 0)
    if draft == keptDraft { return }
    keptDraft = draft
    if draft != nil && draftDue == nil { draftDue = desk.now.adding(seconds: 1) }
  }
}

// What lies over the screen.
extension Application {
  private mutating func answer(_ question: Question, _ key: Key) {
    var question = question
    switch key.plain {
    case .escape:
      overlay = nil
      return
    case .up, .left, .backTab:
      question.cursor = max(0, question.cursor - 1)
      question.typed = 0
    case .down, .right, .tab:
      question.cursor = min(question.answers.count - 1, question.cursor + 1)
      question.typed = 0
    case .enter, .character(" "):
      overlay = nil
      return take(question.answers[question.cursor].id, to: question)
    case .character(let character):
      // The number of an answer chooses it, for those who hear the screen read out.
      if let digit = character.wholeNumberValue, let answer = question.take(digit: digit) {
        overlay = nil
        return take(answer.id, to: question)
      }
    case .function(1): desk.say(desk.words("question.help"))
    default: break
    }
    overlay = .question(question)
  }

  private mutating func take(_ answer: String, to question: Question) {
    if question.id == Desk.replaceQuestion { return desk.replaceFile(answer) }
    guard question.id == "quit" else { return screen.answered(question.id, answer, &desk) }
    switch answer {
    case "again": desk.saveAgain()
    case "leave": desk.run(.quit)
    default: break
    }
  }

  private mutating func choose(_ palette: Palette, _ key: Key) {
    var palette = palette
    switch palette.handle(key, desk) {
    case .stay: overlay = .palette(palette)
    case .close: overlay = nil
    case .chosen(.command(let command)):
      overlay = nil
      carryOut(command)
    case .chosen(.view(let view)):
      overlay = nil
      desk.push(desk.list(showing: view))
    }
  }
}

// What is said around the screen.
extension Application {
  private var status: StyledText {
    let words = desk.words
    if desk.readOnly != nil { return StyledText(words("status.readOnly"), .warning) }
    if desk.unsavedCount > 0 {
      return StyledText(words("status.unsaved", count: desk.unsavedCount), .bad)
    }
    if !desk.saving.isEmpty { return StyledText(words("status.saving"), .faint) }
    if screen.draft(desk) != nil { return StyledText(words("status.typed"), .faint) }
    return StyledText(words("status.saved"), .faint)
  }

  private var newsLine: StyledText? {
    guard let news = desk.news else { return nil }
    switch news.kind {
    case .done: return StyledText(news.text)
    case .refused: return StyledText(news.text, .warning)
    case .bad: return StyledText(news.text, .bad)
    }
  }

  private var keyHints: [KeyHint] {
    let own = screen.commands(desk)
    let shown = own.filter { !Self.unshown.contains($0) } + [.palette, .help]
    let isTyping = screen.takesText || desk.settings.hasNoLetterCommands
    return shown.compactMap { command in
      guard let binding = KeyTable.binding(command),
        let key = isTyping ? binding.shownKeyWhileTyping(desk.words) : binding.shownKey(desk.words)
      else { return nil }
      let label = screen.label(of: command, desk) ?? desk.words("command.\(command.rawValue)")
      return KeyHint(key, label)
    }
  }

  /// Commands that nobody needs to be told about in the bottom line.
  private static let unshown: Set<Command> = [
    .moveUp, .moveDown, .moveLeft, .moveRight, .pageUp, .pageDown, .first, .last, .help, .palette,
    .previousField, .nextField, .change, .previousPart,
  ]

  private var whereAmI: String {
    let place = desk.words("screen.\(screen.name)")
    let saved = status.text
    return desk.words(
      "whereAmI", ["screen": place, "focus": screen.focus(desk), "status": saved])
  }
}
