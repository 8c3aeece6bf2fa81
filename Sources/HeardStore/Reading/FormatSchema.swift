import HeardModel
import StrictJSON

/// JSON Schema (draft 2020-12) of the files of the format, made of the lists of members by which
/// they are read.
///
/// It says what a file may hold. What only shows when records are held against each other, as a
/// link or an id that stands twice, `ProgrammeCheck` tells.
public enum FormatSchema {
  /// The schema of every file of a programme, by the name of its place as `events`; of files with
  /// one value a line that of a line.
  public static let all: [(name: String, schema: JSONValue)] = FilePlace.allCases.compactMap {
    place in
    guard place.row.root == .programme, let name = place.folder ?? place.file else { return nil }
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return schema(of: place).map { (stem, $0) }
  }

  private static func schema(of place: FilePlace) -> JSONValue? {
    switch place {
    case .programme: schema(ProgrammeSettings.self)
    case .partners: schema(Organisations.self)
    case .team: schema(Team.self)
    case .views: schema(SavedViews.self)
    case .plan: schema(Plan.self)
    case .baselines: schema(Baselines.self)
    case .events: schema(Event.self)
    case .testimonies: schema(EventTestimonies.self)
    case .actions: schema(FollowUpAction.self)
    case .notices: schema(Notice.self)
    case .guides: schema(Guide.self)
    case .profiles: schema(CountryProfile.self)
    case .taxonomies: schema(Taxonomy.self)
    case .approvals: schema(Approval.self)
    case .mappings: schema(ImportMapping.self)
    case .identities: schema(Identity.self)
    case .safeguarding: schema(Disclosure.self)
    case .register: schema(RegisterLine.self)
    case .erased: schema(Tombstone.self)
    case .withdrawn: schema(WithdrawalMark.self)
    case .facts: schema(ProgrammeFact.self)
    case .releases: schema(Release.self)
    case .history: schema(HistoryLine.self)
    // Of this machine, in forms that only this program reads.
    case .drafts, .journal, .undo, .earlier, .removed, .editing, .recent, .device, .seen, .tour,
      .samples, .settings:
      nil
    }
  }

  private static func schema<T: Stored>(_ type: T.Type) -> JSONValue {
    var writer = SchemaWriter()
    let root = writer.reference(to: type)
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "$ref": root, "$defs": .object(writer.definitions),
    ])
  }
}

/// Notes what each member of a type may hold, and of the types inside it.
private struct SchemaWriter: MemberVisitor {
  private(set) var definitions: [String: JSONValue] = [:]
  private var members: [String: JSONValue] = [:]
  private var required: [JSONValue] = []

  /// Where a type is described; described now where it was not yet.
  mutating func reference<T: Stored>(to type: T.Type) -> JSONValue {
    let name = "\(type)"
    if definitions[name] == nil {
      definitions[name] = .object([:])
      let outside = (members, required)
      (members, required) = ([:], [])
      var value = T()
      value.members(&self)
      // Members that this version does not know are kept, so that any may stand there.
      var object: [String: JSONValue] = [
        "type": .string("object"), "properties": .object(members),
      ]
      if !required.isEmpty { object["required"] = .array(required) }
      definitions[name] = .object(object)
      (members, required) = outside
    }
    return .string("#/$defs/\(name)")
  }

  private mutating func pointer<T: Stored>(to type: T.Type) -> JSONValue {
    .object(["$ref": reference(to: type)])
  }

  private mutating func note(_ name: StaticString, _ schema: JSONValue) {
    members[name.description] = schema
  }

  mutating func text(_ name: StaticString, _ value: inout String) { note(name, Self.anyText) }

  mutating func required<T: StoredText>(_ name: StaticString, _ value: inout T) {
    note(name, Self.text(T.self))
    required.append(.string(name.description))
  }

  mutating func value<T: StoredText>(_ name: StaticString, _ value: inout T?) {
    note(name, Self.text(T.self))
  }

  mutating func number(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>) {
    note(name, Self.number(range))
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool) {
    note(name, .object(["type": .string("boolean")]))
  }

  mutating func set<T: StoredText>(_ name: StaticString, _ value: inout [T]) {
    note(name, Self.list(of: Self.text(T.self)))
  }

  mutating func numbers(_ name: StaticString, _ value: inout [Int]) {
    note(name, Self.list(of: Self.number(Self.counts)))
  }

  mutating func object<T: Stored & Equatable>(_ name: StaticString, _ value: inout T) {
    note(name, pointer(to: T.self))
  }

  mutating func object<T: Stored>(_ name: StaticString, _ value: inout T?) {
    note(name, pointer(to: T.self))
  }

  mutating func records<T: StoredRecord>(_ name: StaticString, _ value: inout [T]) {
    note(name, Self.list(of: pointer(to: T.self)))
  }

  mutating func counts<K: StoredText & Hashable>(_ name: StaticString, _ value: inout [K: Int]) {
    note(name, Self.map(K.self, Self.number(Self.counts)))
  }

  mutating func map<K: StoredText & Hashable, V: StoredText>(
    _ name: StaticString, _ value: inout [K: V]
  ) {
    note(name, Self.map(K.self, Self.text(V.self)))
  }

  mutating func texts<K: StoredText & Hashable>(_ name: StaticString, _ value: inout [K: String]) {
    note(name, Self.map(K.self, Self.anyText))
  }

  mutating func raw(_ name: StaticString, _ value: inout StoredValue?) {
    note(name, .boolean(true))
  }
}

// The parts of which schemas are made.
extension SchemaWriter {
  private static let anyText = JSONValue.object(["type": .string("string")])
  private static let counts = 0...100_000_000

  private static func number(_ range: ClosedRange<Int>) -> JSONValue {
    .object([
      "type": .string("integer"), "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ])
  }

  private static func list(of schema: JSONValue) -> JSONValue {
    .object(["type": .string("array"), "items": schema])
  }

  private static func map<K: StoredText>(_ key: K.Type, _ value: JSONValue) -> JSONValue {
    .object([
      "type": .string("object"), "propertyNames": text(key), "additionalProperties": value,
    ])
  }

  /// A text of which there are fixed values, or that has a form.
  private static func text<T: StoredText>(_ type: T.Type) -> JSONValue {
    if let fixed = type as? any (CaseIterable & StoredText).Type {
      return .object(["enum": .array(values(fixed).map(JSONValue.string))])
    }
    if type == CountryCode.self {
      return .object(["enum": .array(CountryCode.all.map { .string($0.stored) })])
    }
    return .object(["type": .string("string"), "pattern": .string(pattern(type))])
  }

  private static func values<T: CaseIterable & StoredText>(_ type: T.Type) -> [String] {
    type.allCases.map(\.stored)
  }

  private static func pattern<T: StoredText>(_ type: T.Type) -> String {
    switch type {
    case is KnownDate.Type: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?$"
    case is CalendarDay.Type: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case is Moment.Type: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    case is Code.Type: "^[A-Za-z0-9.-]{1,64}$"
    case is LanguageTag.Type: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
    case is ZoneName.Type: "^[A-Za-z][A-Za-z0-9/_+-]{0,63}$"
    case is ApprovalPeriod.Type: "^([A-Z]{2}|none)-([0-9]{4}(-Q[1-4])?|undated)$"
    // All others are ids.
    default: "^[a-z0-9][a-z0-9-]{0,95}$"
    }
  }
}
