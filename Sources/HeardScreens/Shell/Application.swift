import HeardFollowUp
import HeardKit
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
  var below: [any Screen] = []
  /// Counts the screens that were shown, so that each of them is told from the one before.
  var turn = 0
  /// Whether no key was pressed on the screen yet.
  var isJustOpened = true
  /// Screens from which one went back, the nearest last.
  var ahead: [any Screen] = []
  /// Whether there is no programme yet: only the first choices are offered.
  let isWelcome: Bool
  /// What guides through the program; nil outside the tour.
  var tour: Tour?
  var overlay: OverlayState?
  /// How many keys were dropped since a question was asked that nobody has seen yet; nil once what
  /// stands was drawn.
  var keysAhead: Int?
  /// Until when no key answers the question that stands, since others came that were no answers.
  var typedOver: Int?
  var terminalSize = Size(columns: 80, rows: 24)
  var keptDraft: Draft?
  var draftDue: Moment?
  /// What was not on disk when that was kept last, by its count.
  var notedPending = 0
  /// What the executable has to do because of the key that is being handled.
  var flushed: [Effect] = []
  /// What was said before the last key, to be read again.
  var lastNews: News?
  /// What stands in the list of news already.
  var notedNews: News?
  /// What was said and can hardly have been read yet.
  var newsBeingRead = NewsBeingRead()
  /// How letters follow each other, which tells commands from text.
  var typing = Typing()

  /// What lies over the screen and takes the keys.
  enum OverlayState: Sendable {
    case palette(Palette)
    case finder(Finder)
    case question(Question)
  }

  /// Starts at Home, or at another place with Home below it; guided where there is a tour.
  ///
  /// A place that cannot be shown is said, and Home stands there.
  public init(_ desk: Desk, at place: Place = .home, tour: Tour? = nil) {
    self.desk = desk
    self.tour = tour
    isWelcome = false
    screen = FollowUpScreens.home()
    if let why = desk.obstacle(to: place) {
      self.desk.refuse(why)
    } else if place != .home, let next = Places.screen(at: place, &self.desk) {
      below = [screen]
      screen = next
    }
    screen.refresh(self.desk)
    // What was said at opening is said once only; drafts stand on Home anyway.
    if !desk.drafts.isEmpty && self.desk.news == nil {
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
  mutating func fit() {
    let guidance = isGuided ? Tour.rows : 0
    desk.size = Size(columns: terminalSize.columns, rows: max(0, terminalSize.rows - guidance))
    screen.refresh(desk)
  }

  /// What guides through the program now; empty outside the tour.
  var guidance: [String] {
    isGuided ? tour?.lines(desk.words).map(\.text) ?? [] : []
  }

  var isGuided: Bool { tour.map { !$0.isLeft } ?? false }

  /// When what is typed has to be kept, in case the program ends; nil when nothing new is typed.
  public var nextDraft: Moment? { draftDue }

  /// Keeps what is typed now: its time has come, or the program is about to end.
  public mutating func keepDrafts(_ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    draftDue = nil
    return typedDrafts.map { .state(.keepDraft($0)) }
  }

  /// Does what a key asks for.
  ///
  /// - Returns: what the executable has to do, in this order.
  public mutating func handle(_ key: Key, _ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    clearNews()
    isJustOpened = false
    if settleWaiting(before: key) { return carryOutRequests() }
    // What the letter did that waited is said beside what this key does.
    noteNews()
    (desk.news, notedNews) = (nil, nil)
    typing.begin(key)
    defer { typing.end(at: desk.tick, on: turn) }
    if KeyTable.binding(.plainLines)?.keys.contains(key) ?? false {
      // Whatever lies over the screen or keeps it from being seen.
      carryOut(.plainLines)
    } else if isTooSmall {
      handleUnseen(key)
    } else if hasUnseenQuestion || isTypedOverQuestion {
      dropKeyAhead()
    } else if let command = tourCommand(key) {
      carryOut(command)
    } else if case .click(let position) = key {
      click(position)
    } else if case .wheel(let steps) = key {
      turnWheel(steps)
    } else {
      press(key)
    }
    return carryOutRequests()
  }

  /// Whether letters are typed into something now, or counted one by one at the door.
  public var takesText: Bool {
    switch overlay {
    case .palette, .finder: true
    case .question: false
    case nil: screen.takesText || screen.takesDigits
    }
  }

  /// Says that text arrived where keys are commands, and that nothing was done.
  public mutating func refuseText() {
    clearNews()
    typing.waiting = nil
    desk.refuse(desk.words("text.noCommands"))
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
    newsBeingRead.readOn(at: desk.tick)
  }

  /// Keeps what was just said in the list of news, and shows it behind what is still being read.
  mutating func noteNews() {
    if let news = desk.news {
      if news == notedNews { return }
      desk.note(news)
      newsBeingRead.readOn(at: desk.tick)
      newsBeingRead.take(news, at: desk.tick)
    }
    desk.news = newsBeingRead.joined(desk.words)
    notedNews = desk.news
  }

  /// Does what a command asks for, wherever it came from.
  public mutating func perform(_ command: Command, _ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    clearNews()
    isJustOpened = false
    carryOut(command)
    return carryOutRequests()
  }

  /// Takes in what came of an effect.
  public mutating func take(_ outcome: Outcome, _ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    desk.take(outcome)
    if case .terminal(.writtenOutside(let text?, _)) = outcome {
      screen.take(longText: text, &desk)
    }
    closeOutlived()
    // What is not seen finds its place again when it comes back, or is asked for what is typed.
    if !outcome.isOfKeepingAlone { screen.refresh(desk) }
    if case .finder(var finder)? = overlay {
      finder.findAgain(desk)
      overlay = .finder(finder)
    }
    return carryOutRequests()
  }

  /// Closes the screens on which something stands that may be neither kept nor shown any more, and
  /// says why; what was typed there goes with it.
  private mutating func closeOutlived() {
    guard (below + ahead + [screen]).contains(where: { $0.outlived(desk) != nil }) else { return }
    // What was typed there may be kept as a draft already.
    for screen in below + ahead + [screen] where screen.outlived(desk) != nil {
      if let id = screen.draft(desk)?.id { desk.run(.discardDraft(id)) }
    }
    below.removeAll { $0.outlived(desk) != nil }
    ahead.removeAll { $0.outlived(desk) != nil }
    guard let why = screen.outlived(desk) else { return }
    (keptDraft, draftDue, overlay) = (nil, nil, nil)
    screen = below.popLast() ?? FollowUpScreens.home()
    turn += 1
    desk.refuse(why)
  }

  /// Does what the place at which one begins asks for, once it is seen.
  public mutating func begin(_ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    if desk.canUpgrade { askToUpgrade() }
    return carryOutRequests()
  }

  /// Takes in that somebody else changed files of the folder.
  public mutating func changedOutside(_ files: Set<String>, _ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    desk.readAgain(Array(files))
    return carryOutRequests()
  }

  /// What is to be seen now.
  public func describe() -> ScreenDescription {
    let content = screen.describe(desk)
    var description = ScreenDescription(
      heading: Heading(
        program: desk.words("program"), place: desk.words("screen.\(screen.name)"),
        context: content.context, status: headingStatus),
      blocks: content.blocks, aside: content.aside, news: desk.news?.styled, keys: keyHints,
      smallest: screen.smallest)
    description.isJustOpened = isJustOpened
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

// What screens asked for.
extension Application {
  /// Carries out what screens asked the desk for, in order.
  mutating func carryOutRequests() -> [Effect] {
    carryOutPending()
    var effects = flushed
    flushed = []
    // Before anything is begun, so that nothing of it depends on how that ends.
    if desk.pendingTurn != notedPending {
      notedPending = desk.pendingTurn
      effects.insert(.state(.keepJournal(desk.pending)), at: 0)
    }
    watchDraft(&effects)
    noteNews()
    advanceTour(&effects)
    return effects
  }

  /// Does what was asked for so far, so that another key meets the screen that follows.
  mutating func carryOutPending() {
    while !desk.requests.isEmpty {
      let requests = desk.requests
      desk.requests = []
      for request in requests { carryOut(request) }
    }
  }

  mutating func carryOut(_ request: Desk.Request) {
    switch request {
    case .go(let place, let isInstead):
      guard let next = Places.screen(at: place, &desk) else { return }
      isInstead ? putInstead(next) : putOnTop(next)
    case .push(let next): putOnTop(next)
    case .replace(let next): putInstead(next)
    case .pop:
      noteTrail(screen)
      if screen.comesBack || !screen.takesText && screen.place(desk) != nil {
        ahead.append(screen)
      }
      turn(to: below.popLast() ?? FollowUpScreens.home())
    case .ask(let question): lay(question)
    case .effect(let effect): flushed.append(effect)
    }
  }

  private mutating func putOnTop(_ next: any Screen) {
    noteTrail(screen)
    ahead = []
    below.append(screen)
    turn(to: next)
  }

  private mutating func putInstead(_ next: any Screen) {
    noteTrail(screen)
    turn(to: next)
  }

  /// Sees to it that what is typed is kept within two seconds.
  mutating func watchDraft(_ effects: inout [Effect]) {
    var draft = screen.draft(desk)
    draft?.at = Moment(seconds: 0)
    if draft == keptDraft { return }
    keptDraft = draft
    if draft != nil && draftDue == nil { draftDue = desk.now.adding(seconds: 1) }
  }
}
