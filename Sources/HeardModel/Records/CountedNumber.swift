/// A number of attendances that is counted by presses at the door, or typed there and elsewhere.
public enum CountedNumber: Hashable, Sendable {
  /// All attendances.
  case total
  /// Those in the room.
  case inPerson
  /// Those connected from elsewhere.
  case online
  /// How many people had at least one role that counts.
  case inRole
  /// Attendances in one role.
  case role(Code)

  /// The number under a key of a sitting's counts; nil where the key is none of them.
  public init?(_ what: Code) {
    switch what.stored {
    case "total": self = .total
    case "inPerson": self = .inPerson
    case "online": self = .online
    case "inRole": self = .inRole
    case let text where text.hasPrefix(Self.rolePrefix):
      guard let role = Code(stored: String(text.dropFirst(Self.rolePrefix.count))) else {
        return nil
      }
      self = .role(role)
    default: return nil
    }
  }

  /// The number at a path inside an event, as `attendance.roles.speaker`.
  init?(path: String) {
    guard path.hasPrefix("attendance.") else { return nil }
    let name = path.dropFirst("attendance.".count)
    guard name.hasPrefix("roles.") else {
      guard let what = Code(stored: String(name)), !name.hasPrefix(Self.rolePrefix) else {
        return nil
      }
      self.init(what)
      return
    }
    guard let role = Code(stored: String(name.dropFirst("roles.".count))) else { return nil }
    self = .role(role)
  }

  /// Its key in a sitting's counts; nil for a role whose code is too long for one, which nobody
  /// counts by presses.
  public var what: Code? {
    switch self {
    case .total: "total"
    case .inPerson: "inPerson"
    case .online: "online"
    case .inRole: "inRole"
    case .role(let role): Code(stored: Self.rolePrefix + role.stored)
    }
  }

  /// Where it stands inside an event.
  public var path: String {
    switch self {
    case .role(let role): "attendance.roles.\(role.stored)"
    default: "attendance.\(what?.stored ?? "")"
    }
  }

  private static let rolePrefix = "role."
}

extension Attendance {
  /// A number that is counted; nil is unknown, which is not nought.
  public subscript(number: CountedNumber) -> Int? {
    get {
      switch number {
      case .total: total
      case .inPerson: inPerson
      case .online: online
      case .inRole: inRole
      case .role(let role): roles[role]
      }
    }
    set {
      switch number {
      case .total: total = newValue
      case .inPerson: inPerson = newValue
      case .online: online = newValue
      case .inRole: inRole = newValue
      case .role(let role): roles[role] = newValue
      }
    }
  }

  /// The numbers that stand in it, or were counted or typed; the total last, which can follow from
  /// the two ways of attending.
  var countedNumbers: [CountedNumber] {
    let keys = typed.map(\.what) + counts.flatMap { Array($0.added.keys) + Array($0.taken.keys) }
    let known = Set(keys.compactMap(CountedNumber.init)).union(roles.keys.map(CountedNumber.role))
    return Self.sorted(known.union([.inPerson, .online, .inRole, .total]))
  }

  /// The numbers that stand in some attendances, each once.
  static func countedNumbers(of all: [Attendance]) -> [CountedNumber] {
    sorted(Set(all.flatMap(\.countedNumbers)))
  }

  private static func sorted(_ numbers: Set<CountedNumber>) -> [CountedNumber] {
    numbers.sorted { ($0 == .total ? 1 : 0, $0.path) < ($1 == .total ? 1 : 0, $1.path) }
  }
}
