import HeardModel

/// How a value that is typed meets what stands in a field.
public enum BulkWay: String, CaseIterable, Sendable, StoredText {
  /// It takes its place.
  case set
  /// It is added to a list.
  case add
  /// It is taken out of a list.
  case remove
  /// It moves a date, each by itself.
  case move
  /// Nothing stands there any more.
  case clear
}

/// What is typed once for several records: the value, and how it meets what stands there.
public struct BulkSheet<Subject: Sendable>: Sendable {
  /// How it meets what stands there.
  public var way: BulkWay
  /// A record in which only the typed fields have a meaning.
  public var typed: Subject
  /// The text of the field itself.
  public var text = ""
}

/// A field that can be changed in several records at once.
public struct BulkField<Subject: Sendable>: Sendable {
  let id: Code
  /// The ways that it knows; the first is proposed.
  let ways: [BulkWay]
  /// The field as in the form of one record, and others that are asked beside it.
  let fields: [FieldSpec<Subject>]
  /// Puts what was typed into a record, or tells why it stays as it is.
  let put: @Sendable (BulkSheet<Subject>, inout Subject, Desk) -> BulkRefusal?
  /// What stands in the field, in words; empty where nothing does.
  let shown: @Sendable (Subject, Desk) -> String

  /// A field with how it is put and shown.
  public init(
    id: Code, ways: [BulkWay], fields: [FieldSpec<Subject>],
    put: @escaping @Sendable (BulkSheet<Subject>, inout Subject, Desk) -> BulkRefusal?,
    shown: @escaping @Sendable (Subject, Desk) -> String
  ) {
    self.id = id
    self.ways = ways
    self.fields = fields
    self.put = put
    self.shown = shown
  }

  /// A field that takes a value; `empty` is what stands in it when it is emptied.
  public static func value<Value: Sendable>(
    _ field: FieldSpec<Subject>, _ member: WritableKeyPath<Subject, Value> & Sendable,
    empty: Value? = nil,
    check: @escaping @Sendable (Subject, Value, Desk) -> BulkRefusal? = { _, _, _ in nil },
    shown: @escaping @Sendable (Subject, Desk) -> String
  ) -> BulkField {
    BulkField(
      id: field.id, ways: empty == nil ? [.set] : [.set, .clear], fields: [field],
      put: { sheet, subject, desk in
        let typed = sheet.typed[keyPath: member]
        let value = sheet.way == .clear ? empty ?? typed : typed
        if let refusal = check(subject, value, desk) { return refusal }
        subject[keyPath: member] = value
        return nil
      }, shown: shown)
  }

  /// A field that holds a list: values are added, taken out, or take its place.
  public static func values<Value: Equatable & Sendable>(
    _ field: FieldSpec<Subject>, _ member: WritableKeyPath<Subject, [Value]> & Sendable,
    shown: @escaping @Sendable (Subject, Desk) -> String
  ) -> BulkField {
    BulkField(
      id: field.id, ways: [.add, .remove, .set, .clear], fields: [field],
      put: { sheet, subject, _ in
        let (values, there) = (sheet.typed[keyPath: member], subject[keyPath: member])
        switch sheet.way {
        case .add: subject[keyPath: member] = there + values.filter { !there.contains($0) }
        case .remove: subject[keyPath: member] = there.filter { !values.contains($0) }
        case .set, .move: subject[keyPath: member] = values
        case .clear: subject[keyPath: member] = []
        }
        return nil
      }, shown: shown)
  }

  /// A field that holds a date: it takes one, or moves its own day.
  public static func date(
    _ field: FieldSpec<Subject>, _ member: WritableKeyPath<Subject, KnownDate?> & Sendable
  ) -> BulkField {
    moving(field, member, { $0 }, { $0 }, shown: { $0.stored })
  }

  /// A field that holds a day: it takes one, or moves its own.
  public static func day(
    _ field: FieldSpec<Subject>, _ member: WritableKeyPath<Subject, CalendarDay?> & Sendable
  ) -> BulkField {
    moving(field, member, { KnownDate($0) }, { $0.exactDay }, shown: { $0.stored })
  }

  private static func moving<Value: Sendable>(
    _ field: FieldSpec<Subject>, _ member: WritableKeyPath<Subject, Value?> & Sendable,
    _ date: @escaping @Sendable (Value) -> KnownDate?,
    _ value: @escaping @Sendable (KnownDate) -> Value?,
    shown: @escaping @Sendable (Value) -> String
  ) -> BulkField {
    BulkField(
      id: field.id, ways: [.set, .move, .clear], fields: [field],
      put: { sheet, subject, _ in
        guard sheet.way == .move else {
          subject[keyPath: member] = sheet.way == .clear ? nil : sheet.typed[keyPath: member]
          return nil
        }
        guard let own = subject[keyPath: member].flatMap(date)?.exactDay else { return .noDate }
        // The same forms as from today, from its own day.
        if let moved = DateInput.date(sheet.text, today: own).date.flatMap(value) {
          subject[keyPath: member] = moved
        }
        return nil
      }, shown: { subject, _ in subject[keyPath: member].map(shown) ?? "" })
  }

  /// The form in which the value is typed once.
  public var spec: FormSpec<BulkSheet<Subject>> {
    let ways = ways
    let how = FieldSpec<BulkSheet<Subject>>(
      "bulkWay",
      { _, desk in
        .choice(ways.map { FieldOption($0.stored, desk.words("bulkWay.\($0.stored)")) })
      }, read: { sheet, _ in sheet.way.stored },
      write: { text, sheet, _ in
        sheet.way = BulkWay(stored: text) ?? sheet.way
        return nil
      })
    let (id, main) = (id, fields.first)
    return FormSpec(
      (ways.count > 1 ? [how] : []) + fields.map { $0.typed(isMain: $0.id == id) },
      rules: { sheet, desk in
        switch sheet.way {
        case .clear: return []
        case .move where !sheet.text.hasPrefix("+") && !sheet.text.hasPrefix("-"):
          return [(id, .notAStep)]
        default:
          // Emptying many by not typing anything is never meant: it is a way of its own.
          let isTyped = main?.kind(sheet.typed, desk).isTyped ?? false
          return isTyped && sheet.text.isEmpty ? [(id, .missing)] : []
        }
      })
  }
}

extension FieldKind {
  /// Whether there is no value before something is typed or chosen.
  fileprivate var isTyped: Bool {
    switch self {
    case .choice, .toggle: false
    case .line, .area, .date, .number, .many, .lookup, .lookupMany: true
    }
  }
}

extension FieldSpec {
  /// The same field of what is typed for several records.
  fileprivate func typed(isMain: Bool) -> FieldSpec<BulkSheet<Subject>> {
    FieldSpec<BulkSheet<Subject>>(
      id, { kind($0.typed, $1) }, read: { read($0.typed, $1) },
      write: { text, sheet, desk in
        if isMain { sheet.text = text }
        return write(text, &sheet.typed, desk)
      }, suggestions: { suggestions($0, $1.typed, $2) },
      understand: { text, sheet, desk in
        // A step goes from the day of each record.
        sheet.way == .move ? nil : understand(text, sheet.typed, desk)
      }, isReadLast: isReadLast)
  }
}

extension Words {
  /// Why a record stays as it is.
  public func sentence(_ refusal: BulkRefusal, _ desk: Desk) -> String {
    switch refusal {
    case .problem(let problem): problem.sentence(self)
    case .noDate: self("bulk.noDate")
    case .liesAhead: self("bulk.liesAhead")
    case .wasHeld: self("bulk.wasHeld")
    case .traits: self("bulk.traits")
    case .notReadable: self("bulk.notReadable")
    case .isDraft: self("bulk.isDraft")
    case .stage(let obstacle): sentence(obstacle, desk)
    case .locked(let lock): bulkSentence(lock, desk.formats)
    case .unreadable: self("bulk.unreadable")
    case .moved: self("bulk.moved")
    }
  }
}
