import HeardFollowUp
import HeardKit
import HeardModel
import TerminalCanvas

// The way from screen to screen, and out of the program.
extension Application {
  /// Goes to one of the main screens: the trail keeps the way that led here, drafts what is typed.
  mutating func show(_ place: Place) {
    guard let next = Places.screen(at: place, &desk) else { return }
    for left in below {
      desk.keep(draft(of: left))
      noteTrail(left, isShown: false)
    }
    desk.keep(draft(of: screen))
    noteTrail(screen)
    ahead = []
    below = place == .home ? [] : [FollowUpScreens.home()]
    turn(to: next)
  }

  /// Shows a screen as it stands now.
  mutating func turn(to next: any Screen) {
    screen = next
    turn += 1
    isJustOpened = true
    screen.refresh(desk)
  }

  /// Notes where one was.
  ///
  /// Of a form the draft is kept: it is not opened again as it stood.
  mutating func noteTrail(_ left: any Screen, isShown: Bool = true) {
    if !left.takesText, let place = left.place(desk) {
      desk.noteLeaving(place, what: isShown ? left.focus(desk) : nil)
    }
  }

  mutating func goBack() {
    // One Esc too many must not end what somebody works on.
    if below.isEmpty { return desk.refuse(desk.words("home.escape")) }
    desk.leave(keeping: screen.draft(desk))
  }

  /// Goes again to the screen from which one went back last.
  mutating func goForward() {
    guard let next = ahead.popLast() else { return desk.refuse(desk.words("trail.nothingAhead")) }
    below.append(screen)
    turn(to: next)
  }

  /// Has the text being typed written outside; who does it for the first time is warned.
  mutating func writeOutside() {
    guard let text = screen.longText else { return desk.refuse(desk.words("command.notHere")) }
    if desk.settings.knowsOutsideEditor {
      return desk.run(.writeOutside(text, of: draftOfLongText))
    }
    desk.ask(
      Question(
        "outside", desk.words("editor.ask"),
        [.init("stay", desk.words("quit.stay")), .init("go", desk.words("editor.go"))]))
  }

  /// The draft to which the long text belongs that is being typed, without its fields; also where
  /// nothing is typed yet, since the editor may be where it begins.
  var draftOfLongText: Draft? {
    guard let text = screen.longText else { return nil }
    var typed = screen
    var desk = self.desk
    typed.take(longText: "\(text).", &desk)
    var draft = typed.draft(desk)
    draft?.fields = [:]
    return draft
  }

  /// What is typed on all screens.
  var typedDrafts: [Draft] { (below + [screen]).compactMap(draft) }

  /// What is typed on a screen, also on one that has not found its place again since it was left.
  private func draft(of screen: any Screen) -> Draft? {
    if screen.draft(desk) == nil { return nil }
    var found = screen
    found.refresh(desk)
    return found.draft(desk)
  }

  /// What is typed, or was left, and is not on disk although it was tried.
  var unkeptDrafts: [Draft] {
    let typed = typedDrafts
    let left = desk.drafts.filter { draft in !typed.contains { $0.id == draft.id } }
    return (typed + left).filter { desk.unkeptDrafts.contains($0.id) }
  }

  mutating func leave() {
    if desk.slipsInMemory > 0 {
      return desk.ask(
        Question(
          "quitSlips", desk.words("quit.slips", count: desk.slipsInMemory),
          [
            .init("stay", desk.words("quit.stay")), .init("paper", desk.words("quit.slipsPaper")),
            .init("file", desk.words("quit.slipsFile")),
          ]))
    }
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
          .init("leave", desk.words(desk.isAllKept ? "quit.leaveKept" : "quit.leave")),
        ]))
  }

  /// Asks what is to be done about what is still on its way to the disk as the program is to end.
  public mutating func askWhileWriting(_ occasion: Occasion) -> [Effect] {
    desk.begin(occasion)
    desk.ask(
      Question(
        "quitWriting", desk.words("quit.writing"),
        [
          .init("stay", desk.words("quit.stay")),
          .init("leave", desk.words(desk.isAllKept ? "quit.leaveKept" : "quit.loseIt")),
        ]))
    return carryOutRequests()
  }

  mutating func askAboutDrafts() {
    desk.ask(
      Question(
        "quitDrafts", desk.words("quit.unkept", count: unkeptDrafts.count),
        [
          .init("stay", desk.words("quit.stay")), .init("again", desk.words("quit.keepAgain")),
          .init("leave", desk.words("quit.loseText")),
        ]))
  }
}
