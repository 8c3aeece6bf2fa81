import HeardKit
import HeardModel
import TerminalCanvas

/// What is taken down at the door; Tab goes from one to the next.
enum DoorPart: String, CaseIterable, Sendable {
  /// How many.
  case count
  /// As what.
  case roles
  /// What people declare on slips of paper.
  case slips
  /// Who, under pseudonyms.
  case people

  /// The screen of this part.
  func screen(_ event: Event, _ sitting: DoorSitting, _ desk: Desk) -> any Screen {
    switch self {
    case .count: AttendanceScreen(event, sitting)
    case .roles: RolesScreen(event, sitting, desk)
    case .slips: SlipsScreen(sitting)
    case .people: DoorListScreen(sitting)
    }
  }

  /// Goes to the part after or before this one, in the place of its screen.
  func turn(_ step: Int, _ sitting: DoorSitting, _ desk: inout Desk) {
    guard let event = desk.programme.events[sitting.id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + step + all.count
    let next = all[place % all.count]
    guard next == .slips else { return desk.replace(with: next.screen(event, sitting, desk)) }
    SlipsScreen.open(event, sitting, &desk)
  }

  /// What a command is called in this part: few letters where there are few columns.
  func label(of command: Command, _ desk: Desk) -> String? {
    let all = Self.allCases
    let next = all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    switch command {
    case .nextPart: return desk.words("door.part.\(next.rawValue)")
    case .countUp, .countDown, .storeSlip, .putOnList:
      return desk.isCompact ? desk.words("door.short.\(command.rawValue)") : nil
    default: return nil
    }
  }

  /// The names of the parts, this one chosen, and where the event is where there is room for it.
  func heading(_ event: Event, _ desk: Desk) -> [Block] {
    // On a telephone the title line says which part this is.
    if desk.isCompact { return [] }
    let titles = Self.allCases.map { desk.words("door.part.\($0.rawValue)") }
    return [
      .tabs(Tabs(titles, current: Self.allCases.firstIndex(of: self) ?? 0)),
      .line(StyledText(EventSummary.placeLine(event, desk), .faint)),
    ]
  }
}

extension Event {
  /// Whether its day has come.
  func hasBegun(on day: CalendarDay) -> Bool {
    start.map { $0.firstDay <= day } ?? false
  }

  /// How those are counted of whom nobody says whether they are in the room.
  var usualPresence: Presence { format == .online && !countsWaysApart ? .online : .inPerson }
}
