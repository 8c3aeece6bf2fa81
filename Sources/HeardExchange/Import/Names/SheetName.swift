import HeardModel

/// What is made of names in a sheet of events, on request.
public enum SheetMaking: String, CaseIterable, Sendable {
  /// Organisations, of the partners that are none of the programme's.
  case organisations
  /// Members of the team, of those who led an event; they get no role.
  case team

  /// The field whose words name them.
  public var field: EventImportField { self == .organisations ? .partners : .facilitators }
  /// With what the ids of their records begin.
  var mark: String { self == .organisations ? "o" : "s" }
}

/// A name in a sheet that names nothing of the programme.
public struct SheetName: Hashable, Sendable {
  /// What it would become.
  public let making: SheetMaking
  /// The name as it stands first.
  public let text: String
  /// The id that its record gets, made of the name: every machine that reads it makes the same.
  public let id: String
  /// In how many rows it stands.
  public internal(set) var rows: Int
  /// What it is perhaps, since that has much the same name.
  public internal(set) var near: [KnownName] = []

  /// By what a name is the same again.
  static func key(_ text: String) -> String { SheetCell.tokens(text).joined(separator: " ") }

  /// Whether a name is the same, whatever its signs and capitals.
  public func isCalled(_ name: String) -> Bool { Self.are(text, name) }

  /// Whether two names are the same, whatever their signs and capitals.
  public static func are(_ one: String, _ other: String) -> Bool {
    key(one) == key(other)
  }
}

/// A name that is there: of a record of the programme, or further up in the sheet.
public struct KnownName: Hashable, Sendable {
  /// The id of its record, which of a name of the sheet is not there yet.
  public let id: String
  /// The name.
  public let text: String
}
