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

  /// The size of a telephone held upright, over ssh.
  static let smallest = Size(columns: 32, rows: 12)

  /// The screen of this part.
  func screen(_ event: Event, _ desk: Desk) -> any Screen {
    switch self {
    case .count: AttendanceScreen(event)
    case .roles: RolesScreen(event, desk)
    case .slips: SlipsScreen(event.id, desk)
    case .people: DoorListScreen(event.id, desk)
    }
  }

  /// Goes to the part after or before this one, in the place of its screen.
  func turn(_ step: Int, _ id: EventID, _ desk: inout Desk) {
    guard let event = desk.programme.events[id] else {
      return desk.refuse(desk.words("event.gone"))
    }
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + step + all.count
    desk.replace(with: all[place % all.count].screen(event, desk))
  }

  /// The names of the parts, this one chosen, and where the event is where there is room for it.
  func heading(_ event: Event, _ desk: Desk) -> [Block] {
    // On a telephone the title line says which part this is.
    if desk.isCompact { return [] }
    let titles = Self.allCases.map { desk.words("door.part.\($0.rawValue)") }
    return [
      .tabs(Tabs(titles, current: Self.allCases.firstIndex(of: self) ?? 0)),
      .line(StyledText(EventSummary.placeLine(event, desk), .faint)), .gap,
    ]
  }
}

extension Desk {
  /// Whether the terminal is smaller than most screens need, so that words have to be few.
  var isCompact: Bool { !size.holds(CanvasRenderer.smallest) }
}

extension Event {
  /// Whether its day has come.
  func hasBegun(on day: CalendarDay) -> Bool {
    start.map { $0.firstDay <= day } ?? false
  }

  /// How those are counted of whom nobody says whether they are in the room.
  var usualPresence: Presence { format == .online && !countsWaysApart ? .online : .inPerson }
}
