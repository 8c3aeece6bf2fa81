import HeardKit
import HeardModel
import TerminalCanvas

/// The guided tour: one thing after the other is asked for, and waited for until it is done.
///
/// Whether it is done is told by what is shown and by the records, never by keys: there is more than
/// one way to do everything.
public struct Tour: Sendable {
  /// What is asked for, in its order.
  enum Step: String, CaseIterable, Sendable {
    case home, filter, open, count, undo, testimony, consent, action, tell, calendar, figures
    case number, approve, `import`, find, settings, end
  }

  /// The rows that the guidance takes at the most: three of text, one of keys.
  static let rows = 4

  /// Whether somebody has left it; it goes on where it was when it is asked for again.
  var isLeft = false
  private var place: Int
  private var keptPlace: Int
  private var start = Mark()

  /// How things stood when a step began.
  private struct Mark: Hashable {
    var deeds = Deeds()
    var testimonies = 0
    var actions = 0
    var told = 0

    init() {}

    init(_ desk: Desk) {
      deeds = desk.deeds
      testimonies = desk.programme.testimonies.count
      actions = desk.programme.actions.count
      told =
        desk.programme.events.values.count { $0.feedback.isTold }
        + desk.programme.actions.values.count { $0.feedback.isTold }
    }
  }

  /// A tour from its beginning, or from the step at which it was left.
  public init(from place: Int = 0) {
    self.place = max(0, min(place, Step.allCases.count - 1))
    keptPlace = self.place
  }

  var step: Step { Step.allCases[place] }
  var isFirst: Bool { place == 0 }
  var isLast: Bool { place == Step.allCases.count - 1 }

  mutating func begin(at screen: any Screen, _ desk: Desk) { start = Mark(desk) }

  /// Skips a step, or goes back to the one before.
  mutating func move(_ by: Int, _ screen: any Screen, _ desk: Desk) {
    place = max(0, min(place + by, Step.allCases.count - 1))
    begin(at: screen, desk)
  }

  /// Goes on when what is asked for is done.
  mutating func advance(_ screen: any Screen, _ below: [any Screen], _ desk: Desk) {
    guard !isLeft, isDone(screen, below, desk) else { return }
    move(1, screen, desk)
  }

  /// The step that is to be kept, when it is another one than was kept last.
  mutating func newPlace() -> Int? {
    guard place != keptPlace else { return nil }
    keptPlace = place
    return place
  }

  private func isDone(_ screen: any Screen, _ below: [any Screen], _ desk: Desk) -> Bool {
    let now = Mark(desk)
    switch step {
    case .home: return isAtEvents(screen, desk)
    case .filter:
      guard case .list(let list)? = screen.place(desk) else { return false }
      return list.list == .events && !list.filter.isEmpty
    case .open: return if case .event? = screen.place(desk) { true } else { false }
    case .count: return now.deeds.counted > start.deeds.counted
    case .undo: return now.deeds.undone > start.deeds.undone
    case .testimony: return now.testimonies > start.testimonies
    case .consent:
      return if case .testimony(_, .consent)? = screen.place(desk) { true } else { false }
    case .action: return now.actions > start.actions
    case .tell: return now.told > start.told
    case .calendar: return if case .calendar? = screen.place(desk) { true } else { false }
    case .figures: return isAtFigures(screen, desk)
    case .number:
      return isAtEvents(screen, desk) && below.contains { isAtFigures($0, desk) }
    case .approve: return if case .approvals? = screen.place(desk) { true } else { false }
    case .import: return screen.name == "import"
    case .find: return now.deeds.found > start.deeds.found
    case .settings: return screen.name == "settings"
    case .end: return false
    }
  }

  private func isAtEvents(_ screen: any Screen, _ desk: Desk) -> Bool {
    if case .list(let list)? = screen.place(desk) { list.list == .events } else { false }
  }

  private func isAtFigures(_ screen: any Screen, _ desk: Desk) -> Bool {
    if case .figures? = screen.place(desk) { true } else { false }
  }

  /// What is asked for now, with how far one is and the keys of the tour.
  func lines(_ words: Words) -> [StyledText] {
    let number = words(
      "tour.step",
      ["n": words.number(place + 1), "all": words.number(Step.allCases.count)])
    let commands: [Command] =
      isFirst ? [.tourOn, .tourLeave] : [.tourOn, .tourBack, .tourLeave]
    var keys = StyledText("")
    for command in commands {
      keys += StyledText(KeyTable.binding(command)?.shownKey(words) ?? "", .accent)
      keys += StyledText(" \(words("command.\(command.rawValue)"))  ", .faint)
    }
    return [
      StyledText("\(number)  ", .title) + StyledText(words("tour.\(step.rawValue)")), keys,
    ]
  }
}
