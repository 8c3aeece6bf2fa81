import HeardModel

/// One number that can be known of an event's attendance.
public enum AttendanceCell: Hashable, Sendable {
  case total
  case inPerson
  case online
  case hostCrowd
  case role(Code)
  case asked
  case answered
  case community(Code)
  case ageBand(Code)

  /// What the number counts; codes by the programme's own labels where `programme` is given.
  public func label(_ words: Words, _ formats: Formats, of programme: Programme?) -> String {
    func code(_ code: Code, _ list: TaxonomyName) -> String {
      formats.label(code, in: list, of: programme ?? Programme())
    }
    return switch self {
    case .total: words("cell.total")
    case .inPerson: words("cell.inPerson")
    case .online: words("cell.online")
    case .hostCrowd: words("cell.hostCrowd")
    case .role(let role): code(role, .role)
    case .asked: words("cell.asked")
    case .answered: words("cell.answered")
    case .community(let community): code(community, .community)
    case .ageBand(let band): code(band, .ageBand)
    }
  }
}

extension Attendance {
  /// A number of the attendance; nil is unknown, which is not zero.
  public subscript(cell: AttendanceCell) -> Int? {
    get {
      switch cell {
      case .total: total
      case .inPerson: inPerson
      case .online: online
      case .hostCrowd: hostCrowd
      case .role(let role): roles[role]
      case .asked: declared.asked
      case .answered: declared.answered
      case .community(let community): declared.communities[community]
      case .ageBand(let band): declared.ageBands[band]
      }
    }
    set {
      switch cell {
      case .total: total = newValue
      case .inPerson: inPerson = newValue
      case .online: online = newValue
      case .hostCrowd: hostCrowd = newValue
      case .role(let role): roles[role] = newValue
      case .asked: declared.asked = newValue
      case .answered: declared.answered = newValue
      case .community(let community): declared.communities[community] = newValue
      case .ageBand(let band): declared.ageBands[band] = newValue
      }
    }
  }

  /// Puts a number in; a tally that begins with it was counted, one that ends has no source.
  public mutating func put(_ number: Int?, in cell: AttendanceCell) {
    let hadTally = tally != nil
    self[cell] = number
    if tally == nil {
      source = nil
    } else if !hadTally {
      source = .counted
    }
  }

  /// One person more or less, in the room or online; nil where nobody is left to take away.
  ///
  /// Where only the total is known, only the total changes: how many of them were online stays
  /// unknown. Where the total and one way are known, the other way is the rest.
  public func counting(_ step: Int, _ way: Presence, isSplit: Bool) -> Attendance? {
    let own: AttendanceCell = way == .online ? .online : .inPerson
    let other: AttendanceCell = way == .online ? .inPerson : .online
    let rest = total.flatMap { all in self[other].map { max(0, all - $0) } }
    let known = self[own] ?? rest
    guard (known ?? total ?? 0) + step >= 0, (total ?? 0) + (total == nil ? 0 : step) >= 0
    else { return nil }
    var next = self
    if let total { next.total = total + step }
    if let known {
      next[own] = known + step
    } else if total == nil {
      next[isSplit ? own : .total] = step
    }
    if tally == nil { next.source = .counted }
    return next
  }

  /// The attendance without its tally, as before anybody was counted.
  public var uncounted: Attendance {
    var empty = self
    (empty.total, empty.inPerson, empty.online, empty.source) = (nil, nil, nil, nil)
    return empty
  }
}

extension Event {
  /// Whether those in the room and those online are counted apart.
  ///
  /// Where it is not known how people met, they are once somebody is counted online.
  public var countsWaysApart: Bool {
    switch format {
    case .hybrid: true
    case .inPerson, nil: attendance.online != nil
    case .online: attendance.inPerson != nil
    }
  }

  /// The people on the list who attended in a counted role.
  public func listed(_ programme: Programme) -> [Participation] {
    let roles = programme.taxonomy(.role)
    return participations.filter { $0.isCounted(roles: roles) }
  }

  /// The figure as the rule has it, or would have it once the event is held.
  public func figureOnceHeld(_ programme: Programme) -> AttendanceFigure {
    var held = self
    held.status = .held
    return held.attendanceFigure(roles: programme.taxonomy(.role))
  }
}

extension Desk {
  /// Changes what is known of an event's attendance, at once and under its own name.
  ///
  /// - Returns: false where nothing was changed.
  @discardableResult
  public mutating func change(
    attendanceOf id: EventID, _ edit: (inout Attendance) -> Void
  ) -> Bool {
    guard let event = programme.events[id] else {
      refuse(words("event.gone"))
      return false
    }
    var changed = event
    edit(&changed.attendance)
    // The place first: at the door the numbers behind it must not be cut away by a long title.
    let name = ChangeName.attendance(
      title: shortened(event.place.isEmpty ? event.title : event.place, to: 24),
      before: event.attendance.tally,
      after: changed.attendance.tally)
    guard let change = Change(name, before: .event(event), after: .event(changed)) else {
      return false
    }
    return self.change(change)
  }

  /// Asks how the number is known.
  public mutating func askSource(of event: Event) {
    guard event.attendance.tally != nil else { return refuse(words("door.noTallyYet")) }
    let sources: [AttendanceSource] = [.counted, .reported, .estimated, .notKnown]
    ask(
      Question(
        "source", words("door.askSource"),
        [.init("keep", words("answer.keep"))]
          + sources.map { .init($0.stored, words("door.source.\($0.stored)")) }))
  }
}

/// A text of at most so many characters, with a sign where something was left out.
public func shortened(_ text: String, to count: Int) -> String {
  text.count <= count ? text : "\(text.prefix(count - 1))…"
}
