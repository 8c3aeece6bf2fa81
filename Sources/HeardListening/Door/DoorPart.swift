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

  /// The names of the parts with how far each is, this one chosen.
  func heading(_ event: Event, _ desk: Desk) -> [Block] {
    // On a telephone the title line says which part this is.
    if desk.isCompact { return [] }
    let titles = Self.allCases.map { $0.title(event, isCurrent: $0 == self, desk) }
    return [
      .tabs(Tabs(titles, current: Self.allCases.firstIndex(of: self) ?? 0)), .gap,
    ]
  }

  /// Which event it is, for the title line: on a telephone its name alone.
  static func context(_ event: Event, _ desk: Desk) -> StyledText {
    if desk.isCompact { return StyledText(event.title, .faint) }
    let title = desk.words.list([event.place, desk.words.cut(event.title, to: 24)])
    let date = event.start?.dayText ?? ""
    return StyledText([title, date].filter { !$0.isEmpty }.joined(separator: " · "), .faint)
  }

  private func title(_ event: Event, isCurrent: Bool, _ desk: Desk) -> String {
    let words = desk.words
    let name = words("door.part.\(rawValue)")
    func of(_ number: Int, _ all: Int) -> String {
      words(
        "door.tab", ["part": name, "n": words.number(number), "all": words.number(all)])
    }
    let attendance = event.attendance
    switch self {
    case .count:
      guard !isCurrent, let tally = attendance.tally else { return name }
      return "\(name) \(words.number(tally))"
    case .roles:
      guard let people = attendance.inRole, let tally = attendance.tally else { return name }
      return of(people, tally)
    case .slips:
      let declared = attendance.declared
      guard let asked = declared.asked, let answered = declared.answered else { return name }
      return of(answered, asked)
    case .people:
      let listed = event.participations.count
      return listed == 0 ? name : "\(name) \(words.number(listed))"
    }
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
