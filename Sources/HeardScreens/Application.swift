import HeardModel
import TerminalCanvas

/// The whole program as a value: what is on the desk, which screens lie on it, what is asked.
///
/// `handle`, `take` and `describe` read no clock, touch no file and know no chance; the executable
/// brings the keys with their time, runs the effects, and draws what is described.
public struct Application: Sendable {
  /// What all screens share.
  public internal(set) var desk: Desk
  var screen: any Screen
  private(set) var below: [any Screen] = []
  /// Counts the screens that were shown, so that each of them is told from the one before.
  private(set) var turn = 0
  /// Screens from which one went back, the nearest last.
  private var ahead: [any Screen] = []
  /// Whether there is no programme yet: only the first choices are offered.
  private let isWelcome: Bool
  /// What guides through the program; nil outside the tour.
  private var tour: Tour?
  var overlay: OverlayState?
  private(set) var terminalSize = Size(columns: 80, rows: 24)
  private var keptDraft: Draft?
  private var draftDue: Moment?
  /// What the executable has to do because of the key that is being handled.
  private var flushed: [Effect] = []
  /// What was said before the last key, to be read again.
  private var lastNews: News?
  /// What stands in the list of news already.
  private var notedNews: News?

  /// What lies over the screen and takes the keys.
  enum OverlayState: Sendable {
    case palette(Palette)
    case finder(Finder)
    case question(Question)
  }

  /// Starts at Home, or at another screen with Home below it; guided where there is a tour.
  public init(_ desk: Desk, showing screen: (any Screen)? = nil, tour: Tour? = nil) {
    self.desk = desk
    self.tour = tour
    isWelcome = false
    let home = HomeScreen()
    self.screen = screen ?? home
    if screen != nil { below = [home] }
    self.screen.refresh(self.desk)
    // What was said at opening is said once only; drafts stand on Home anyway.
    if !desk.drafts.isEmpty && desk.news == nil {
      self.desk.news = News(.done, desk.words("draft.found", count: desk.drafts.count))
    }
    self.tour?.begin(at: self.screen, self.desk)
  }

  /// Starts without a programme, with the choice of what to begin with.
  ///
  /// `recent` are folders that were opened before, the newest first.
  public init(welcoming desk: Desk, hasSample: Bool, recent: [String]) {
    self.desk = desk
    isWelcome = true
    screen = WelcomeScreen(hasSample: hasSample, recent: recent)
  }

  /// The size of the terminal, which screens need for paging.
  public mutating func resize(_ size: Size) {
    terminalSize = size
    fit()
  }

  /// Gives the screens the rows that the guidance leaves.
  private mutating func fit() {
    let guidance = isGuided ? Tour.rows : 0
    desk.size = Size(columns: terminalSize.columns, rows: max(0, terminalSize.rows - guidance))
    screen.refresh(desk)
  }

  /// What guides through the program now; empty outside the tour.
  var guidance: [String] {
    isGuided ? tour?.lines(desk.words).map(\.text) ?? [] : []
  }

  private var isGuided: Bool { tour.map { !$0.isLeft } ?? false }

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
    if KeyTable.binding(.plainLines)?.keys.contains(key) ?? false {
      // Whatever lies over the screen or keeps it from being seen.
      carryOut(.plainLines)
    } else if isTooSmall {
      handleUnseen(key)
    } else if let command = tourCommand(key) {
      carryOut(command)
    } else if case .click(let position) = key {
      click(position)
    } else if case .wheel(let steps) = key {
      turnWheel(steps)
    } else {
      press(key)
    }
    return settle()
  }

  /// Gives a key to what lies on top.
  mutating func press(_ key: Key) {
    if case .question(let question)? = overlay {
      answer(question, key)
    } else if case .finder(let finder)? = overlay {
      find(finder, key)
    } else if case .palette(let palette)? = overlay {
      choose(palette, key)
    } else if !((screen.takesText || screen.takesDigits) && screen.type(key, &desk)) {
      lookUp(key)
    }
  }

  mutating func clearNews() {
    noteNews()
    lastNews = desk.news ?? lastNews
    desk.news = nil
    notedNews = nil
  }

  private mutating func noteNews() {
    guard let news = desk.news, news != notedNews else { return }
    notedNews = news
    desk.note(news)
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
    if case .writtenOutside(let text?, _) = outcome { screen.take(longText: text, &desk) }
    for index in below.indices { below[index].refresh(desk) }
    screen.refresh(desk)
    if case .finder(var finder)? = overlay {
      finder.look(desk)
      overlay = .finder(finder)
    }
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
        context: content.context, status: isWelcome ? "" : status),
      blocks: content.blocks, aside: content.aside, news: desk.news?.styled, keys: keyHints,
      smallest: screen.smallest)
    if isGuided { description.guide = tour?.lines(desk.words) ?? [] }
    switch overlay {
    case .finder(let finder): description.overlay = finder.describe(desk)
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

  private var isTooSmall: Bool { !terminalSize.holds(screen.smallest) }

  /// The screen to which Esc goes, where it has room and so is seen at once.
  private var fittingScreenBelow: (any Screen)? {
    guard overlay == nil, let last = below.last, terminalSize.holds(last.smallest) else {
      return nil
    }
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
      guard unkeptDrafts.isEmpty else {
        return desk.refuse(desk.words("quit.unkept", count: unkeptDrafts.count))
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
    .goActions, .goFigures, .goPeople, .goOrganisations, .goUnreadable, .goTelling, .goApprovals,
    .goConflicts, .goSettings, .goTeam, .goCalendar, .importEvents, .find, .palette,
    .whereAmI, .readNews, .listNews, .showTrail, .forward, .readOutside, .tour, .reload, .redraw,
    .plainLines, .suspend, .back,
    .quit, .help,
  ]

  /// Commands that work where there is no programme yet.
  private static let atWelcome: [Command] = [
    .palette, .whereAmI, .readNews, .listNews, .redraw, .plainLines, .suspend, .back, .quit, .help,
  ]

  /// Everything that can be asked for now.
  var offered: [Command] {
    let own = screen.commands(desk)
    let again: [Command] = desk.unsavedCount == 0 ? [] : [.save]
    let outside: [Command] = screen.longText == nil ? [] : [.writeOutside]
    let all = again + outside + (isWelcome ? Self.atWelcome : Self.everywhere) + tourCommands
    return own + all.filter { !own.contains($0) }
  }

  private mutating func lookUp(_ key: Key) {
    // Who goes back step by step means the beginning and not the end of the program.
    if key == .altLeft && below.isEmpty { return desk.refuse(desk.words("trail.nothingBehind")) }
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

  mutating func carryOut(_ command: Command) {
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
    case .goTelling: show(TellingScreen())
    case .goApprovals: show(ApprovalsScreen())
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
    case .find: overlay = .finder(Finder(offered.filter { !Self.unshown.contains($0) }, desk))
    case .forward: goForward()
    case .showTrail: desk.push(TrailScreen(desk, from: screen))
    case .listNews: desk.push(NewsScreen())
    case .tour, .tourOn, .tourBack, .tourLeave: guide(command)
    case .whereAmI:
      desk.deeds.asked += 1
      desk.say(whereAmI)
    case .readNews: desk.news = lastNews ?? News(.refused, desk.words("news.none"))
    case .writeOutside: writeOutside()
    case .readOutside: desk.run(.readOutside(readingText))
    case .undo: desk.undo()
    case .redo: desk.redo()
    case .reload: desk.run(.reload)
    case .redraw: desk.run(.redraw)
    case .plainLines: desk.run(.plainLines)
    case .fullScreen: desk.run(.fullScreen)
    case .suspend: desk.run(.suspend)
    case .back: goBack()
    case .quit: leave()
    case .save where desk.unsavedCount > 0: desk.saveAgain()
    default: desk.refuse(desk.words("command.notHere"))
    }
  }

  /// Goes to one of the main screens: the trail keeps the way that led here, drafts what is typed.
  private mutating func show(_ next: any Screen) {
    for left in below + [screen] {
      desk.keep(left.draft(desk))
      desk.trail.note(left, desk)
    }
    ahead = []
    below = next is HomeScreen ? [] : [HomeScreen()]
    screen = next
    turn += 1
    screen.refresh(desk)
  }

  private mutating func goBack() {
    // One Esc too many must not end what somebody works on.
    if below.isEmpty { return desk.refuse(desk.words("home.escape")) }
    desk.leave(keeping: screen.draft(desk))
  }

  /// Goes again to the screen from which one went back last.
  private mutating func goForward() {
    guard let next = ahead.popLast() else { return desk.refuse(desk.words("trail.nothingAhead")) }
    below.append(screen)
    screen = next
    turn += 1
    screen.refresh(desk)
  }

  /// Has the text being typed written outside; who does it for the first time is warned.
  private mutating func writeOutside() {
    guard let text = screen.longText else { return desk.refuse(desk.words("command.notHere")) }
    if desk.settings.knowsOutsideEditor { return desk.run(.writeOutside(text)) }
    desk.ask(
      Question(
        "outside", desk.words("editor.ask"),
        [.init("stay", desk.words("quit.stay")), .init("go", desk.words("editor.go"))]))
  }

  /// What is typed, or was left, and is not on disk although it was tried.
  private var unkeptDrafts: [Draft] {
    let typed = (below + [screen]).compactMap { $0.draft(desk) }
    let left = desk.drafts.filter { draft in !typed.contains { $0.id == draft.id } }
    return (typed + left).filter { desk.unkeptDrafts.contains($0.id) }
  }

  private mutating func leave() {
    if desk.unsavedCount == 0 {
      guard unkeptDrafts.isEmpty else { return askAboutDrafts() }
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

  private mutating func askAboutDrafts() {
    desk.ask(
      Question(
        "quitDrafts", desk.words("quit.unkept", count: unkeptDrafts.count),
        [
          .init("stay", desk.words("quit.stay")), .init("again", desk.words("quit.keepAgain")),
          .init("leave", desk.words("quit.loseText")),
        ]))
  }

  /// Carries out what screens asked the desk for, in order.
  mutating func settle() -> [Effect] {
    flush()
    var effects = flushed
    flushed = []
    watchDraft(&effects)
    noteNews()
    follow(&effects)
    return effects
  }

  /// Does what was asked for so far, so that another key meets the screen that follows.
  mutating func flush() {
    while !desk.requests.isEmpty {
      let requests = desk.requests
      desk.requests = []
      for request in requests { settle(request) }
    }
  }

  private mutating func settle(_ request: Desk.Request) {
    switch request {
    case .push(let next):
      desk.trail.note(screen, desk)
      ahead = []
      below.append(screen)
      screen = next
      turn += 1
      screen.refresh(desk)
    case .replace(let next):
      desk.trail.note(screen, desk)
      screen = next
      turn += 1
      screen.refresh(desk)
    case .pop:
      desk.trail.note(screen, desk)
      // Of a form the draft is kept: it is not opened again as it stood.
      if !screen.takesText && screen.isPlace { ahead.append(screen) }
      screen = below.popLast() ?? HomeScreen()
      turn += 1
      screen.refresh(desk)
    case .ask(let question): overlay = .question(question)
    case .effect(let effect): flushed.append(effect)
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

  mutating func take(_ answer: String, to question: Question) {
    if question.id == "tour" {
      if answer == "leave" { desk.run(.leave(.tour)) }
      return
    }
    if question.id == "outside" {
      guard answer == "go", let text = screen.longText else { return }
      desk.settings.knowsOutsideEditor = true
      desk.run(.saveSettings(desk.settings))
      return desk.run(.writeOutside(text))
    }
    if question.id == Desk.replaceQuestion { return desk.replaceFile(answer) }
    if question.id == "quitDrafts", answer == "again" {
      return unkeptDrafts.forEach { desk.run(.keepDraft($0)) }
    }
    guard ["quit", "quitDrafts"].contains(question.id) else {
      return screen.answered(question.id, answer, &desk)
    }
    switch answer {
    case "again": desk.saveAgain()
    case "leave": desk.run(.quit)
    default: break
    }
  }

  private mutating func choose(_ palette: Palette, _ key: Key) {
    var palette = palette
    let step = palette.handle(key, desk)
    take(step, of: palette)
  }

  private mutating func take(_ step: Palette.Step, of palette: Palette) {
    switch step {
    case .stay: overlay = .palette(palette)
    case .close: overlay = nil
    case .chosen(.command(let command)):
      overlay = nil
      carryOut(command)
    case .chosen(.view(let view)):
      overlay = nil
      open(view)
    }
  }
}

// Finding.
extension Application {
  /// Shows a list as a view keeps it.
  mutating func open(_ view: SavedView) { desk.push(desk.list(showing: view)) }

  mutating func find(_ finder: Finder, _ key: Key) {
    var finder = finder
    let step = finder.handle(key, desk)
    take(step, of: finder)
  }

  /// Goes to what somebody points at among what was found; chooses what has the focus.
  mutating func clickFound(_ row: Int) {
    if case .finder(var finder)? = overlay {
      let step = finder.click(row, desk)
      take(step, of: finder)
    } else if case .palette(var palette)? = overlay {
      let step = palette.click(row, desk)
      take(step, of: palette)
    }
  }

  private mutating func take(_ step: Finder.Step, of finder: Finder) {
    switch step {
    case .stay: overlay = .finder(finder)
    case .close: overlay = nil
    case .chosen(let target):
      overlay = nil
      go(to: target)
    }
  }

  private mutating func go(to target: Finder.Target) {
    switch target {
    case .record(let finding):
      desk.deeds.found += 1
      desk.open(finding.subject)
    case .topic(let code): desk.push(EventsScreen(filter: "topic:\(code.stored)"))
    case .view(let view): open(view)
    case .command(let command): carryOut(command)
    case .place(let place): desk.push(place)
    }
  }
}

// The guided tour.
extension Application {
  private var tourCommands: [Command] {
    guard let tour, !tour.isLeft else { return [] }
    return tour.isFirst ? [.tourOn, .tourLeave] : [.tourOn, .tourBack, .tourLeave]
  }

  /// The keys of the tour act wherever one is, also while a text is being typed.
  private func tourCommand(_ key: Key) -> Command? {
    KeyTable.command(for: key, among: tourCommands)
  }

  private mutating func guide(_ command: Command) {
    guard var tour else {
      guard desk.unsavedCount == 0 else { return leave() }
      return desk.ask(
        Question(
          "tour", desk.words("tour.ask"),
          [.init("stay", desk.words("quit.stay")), .init("leave", desk.words("tour.go"))]))
    }
    switch command {
    case .tourOn where tour.isLast:
      desk.run(.noteTour(nil))
      desk.run(.quit)
    case .tourOn: tour.move(1, screen, desk)
    case .tourBack: tour.move(-1, screen, desk)
    case .tourLeave:
      tour.isLeft = true
      desk.say(desk.words("tour.left"))
    default: tour.isLeft = false
    }
    self.tour = tour
    fit()
  }

  /// Goes on with the tour when what it asks for is done, and keeps how far it is.
  private mutating func follow(_ effects: inout [Effect]) {
    guard var tour else { return }
    tour.follow(screen, below, desk)
    if let place = tour.newPlace() { effects.append(.noteTour(place)) }
    self.tour = tour
  }
}

// What is said around the screen.
extension Application {
  var status: StyledText {
    let words = desk.words
    if desk.readOnly != nil { return StyledText(words("status.readOnly"), .warning) }
    if desk.unsavedCount > 0 {
      return StyledText(words("status.unsaved", count: desk.unsavedCount), .bad)
    }
    if !desk.saving.isEmpty { return StyledText(words("status.saving"), .faint) }
    if !desk.unreadable.isEmpty {
      return StyledText(words("status.unreadable", count: desk.unreadable.count), .bad)
    }
    if screen.draft(desk) != nil { return StyledText(words("status.typed"), .faint) }
    return StyledText(words("status.saved"), .faint)
  }

  private var keyHints: [KeyHint] {
    let own = screen.commands(desk)
    let shown =
      own.filter { !Self.unshown.contains($0) } + (isWelcome ? [.help] : [.find, .palette, .help])
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
