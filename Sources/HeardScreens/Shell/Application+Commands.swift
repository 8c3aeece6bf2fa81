import HeardKit
import HeardModel
import TerminalCanvas

// Keys and commands.
extension Application {
  /// Commands that work on every screen, after the screen's own.
  static let everywhere: [Command] = [
    .newEvent, .newTestimony, .newAction, .undo, .redo, .goHome, .goEvents, .goTestimonies,
    .goActions, .goFigures, .goPeople, .goOrganisations, .goUnreadable, .goTelling, .goApprovals,
    .goConflicts, .goSettings, .goTeam, .goFacts, .goCalendar, .importEvents, .find, .palette,
    .whereAmI, .readNews, .listNews, .showTrail, .forward, .readOutside, .tour, .reload, .redraw,
    .plainLines, .suspend, .back,
    .quit, .help,
  ]

  /// Commands that work where there is no programme yet.
  static let atWelcome: [Command] = [
    .palette, .whereAmI, .readNews, .listNews, .redraw, .plainLines, .suspend, .back, .quit, .help,
  ]

  /// Commands that work on a step that is taken or left.
  private static let atStep = atWelcome + [.find, .readOutside]

  /// Everything that can be asked for now.
  var offered: [Command] {
    let own = screen.commands(desk)
    let again: [Command] = desk.unsavedCount == 0 ? [] : [.save]
    let outside: [Command] = screen.longText == nil ? [] : [.writeOutside]
    let upgrade: [Command] = desk.canUpgrade ? [.upgradeFolder] : []
    let others =
      isWelcome ? Self.atWelcome : screen.isStep ? Self.atStep : Self.everywhere
    let all = again + outside + upgrade + others + tourCommands
    return own + all.filter { !own.contains($0) }
  }

  mutating func lookUp(_ key: Key) {
    // Who goes back step by step means the beginning and not the end of the program.
    if key == .altLeft && below.isEmpty { return desk.refuse(desk.words("trail.nothingBehind")) }
    if let command = KeyTable.command(for: key, among: offered) {
      if desk.settings.hasNoLetterCommands, key.isSwitchedOffWithLetters {
        return desk.refuse(desk.words("letters.off"))
      }
      carryOut(command, askedBy: key)
    } else if key.isFromInputMethod {
      typing.isStray = true
      desk.refuse(desk.words("inputMethod.on"))
    } else if case .character(let character) = key, !screen.takesText {
      typing.isStray = true
      desk.refuse(desk.words("key.unknown", ["key": String(character)]))
    }
  }

  mutating func carryOut(_ command: Command) {
    if screen.commands(desk).contains(command) {
      screen.perform(command, &desk)
      return
    }
    switch command {
    case .goHome: show(.home)
    case .goEvents: show(.events())
    case .goTestimonies: show(.testimonies())
    case .goActions: show(.actions())
    case .goFigures: show(.figures())
    case .goPeople: show(.people())
    case .goOrganisations: show(.organisations())
    case .goFacts: show(.facts())
    case .goUnreadable: show(.unreadable)
    case .goTelling: show(.telling())
    case .goApprovals: show(.approvals())
    case .goConflicts: show(.conflicts())
    case .goCalendar: show(.calendar())
    case .goSettings: desk.go(.settings)
    case .newEvent: desk.go(.newEvent())
    // On top, so that who adds somebody from a form comes back to the form.
    case .goTeam: desk.go(.team)
    case .importEvents: desk.go(.importEvents)
    case .newTestimony: desk.go(.newTestimony())
    case .newAction: desk.go(.newAction())
    case .help: desk.push(HelpScreen(offered, of: screen.name))
    case .palette: overlay = .palette(Palette(offered, views: desk.views.map(\.view)))
    case .find: overlay = .finder(Finder(offered.filter { !Self.unshown.contains($0) }, desk))
    case .forward: goForward()
    case .showTrail: desk.push(TrailScreen(desk, from: screen.place(desk)))
    case .listNews: desk.push(NewsScreen())
    case .tour, .tourOn, .tourBack, .tourLeave: steerTour(command)
    case .whereAmI: desk.say(whereAmI)
    case .readNews: desk.news = lastNews ?? News(.refused, desk.words("news.none"))
    case .writeOutside: writeOutside()
    case .readOutside: desk.run(.readOutside(readingText))
    case .undo: desk.undo()
    case .redo: desk.redo()
    case .reload: desk.run(.reload)
    case .upgradeFolder: askToUpgrade()
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
}
