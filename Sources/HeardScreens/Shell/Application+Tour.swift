import HeardKit
import HeardModel
import TerminalCanvas

// The guided tour.
extension Application {
  var tourCommands: [Command] {
    guard let tour, !tour.isLeft else { return [] }
    return tour.isFirst ? [.tourOn, .tourLeave] : [.tourOn, .tourBack, .tourLeave]
  }

  /// The keys of the tour act wherever one is, also while a text is being typed.
  func tourCommand(_ key: Key) -> Command? {
    KeyTable.command(for: key, among: tourCommands)
  }

  mutating func steerTour(_ command: Command) {
    guard var tour else {
      guard desk.unsavedCount == 0, desk.slipsInMemory == 0 else { return leave() }
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
  mutating func advanceTour(_ effects: inout [Effect]) {
    guard var tour else { return }
    tour.advance(screen, below, desk)
    if let place = tour.newPlace() { effects.append(.state(.noteTour(place))) }
    self.tour = tour
  }
}
