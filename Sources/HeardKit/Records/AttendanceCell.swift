import HeardModel

/// One number that can be known of an event's attendance.
public enum AttendanceCell: Hashable, Sendable {
  case total
  case inPerson
  case online
  case hostCrowd
  case role(Code)
  case inRole
  case asked
  case answered
  case community(Code)
  case ageBand(Code)

  /// The cell of a number that is counted by presses.
  public init(_ counted: CountedNumber) {
    switch counted {
    case .total: self = .total
    case .inPerson: self = .inPerson
    case .online: self = .online
    case .inRole: self = .inRole
    case .role(let role): self = .role(role)
    }
  }

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
    case .inRole: words("cell.inRole")
    case .asked: words("cell.asked")
    case .answered: words("cell.answered")
    case .community(let community): code(community, .community)
    case .ageBand(let band): code(band, .ageBand)
    }
  }

  /// The number that is counted by presses and typed as an entry; nil where it stands by itself.
  public var counted: CountedNumber? {
    switch self {
    case .total: .total
    case .inPerson: .inPerson
    case .online: .online
    case .inRole: .inRole
    case .role(let role): .role(role)
    case .hostCrowd, .asked, .answered, .community, .ageBand: nil
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
      case .inRole: inRole
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
      case .inRole: inRole = newValue
      case .asked: declared.asked = newValue
      case .answered: declared.answered = newValue
      case .community(let community): declared.communities[community] = newValue
      case .ageBand(let band): declared.ageBands[band] = newValue
      }
    }
  }

  /// Puts a number in that somebody typed.
  ///
  /// A tally that begins with it was counted, one that ends has no source.
  public mutating func put(_ number: Int?, in cell: AttendanceCell) {
    let hadTally = tally != nil
    if let counted = cell.counted { type(number, as: counted) } else { self[cell] = number }
    if tally == nil {
      source = nil
    } else if !hadTally {
      source = .counted
    }
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
