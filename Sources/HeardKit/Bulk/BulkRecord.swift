import HeardModel

/// A kind of record of which several can be changed at once.
protocol BulkRecord: Hashable, Sendable {
  var id: Identifier<Self> { get }
  /// The record as any record.
  var record: Record { get }
  static var recordKind: RecordKind { get }
  /// The fields that can be changed, the most usual first.
  static var bulkFields: [BulkField<Self>] { get }
  /// The one that is there.
  static func stored(_ id: Identifier<Self>, in programme: Programme) -> Self?
  /// One in which nothing stands yet but what the form of a field depends on.
  static func sketch(of records: [Self], for field: Code) -> Self
  /// What it is called in the preview.
  func name(_ desk: Desk) -> String
  /// Why nothing of it can be changed here; nil where something can.
  func closed(_ desk: Desk) -> BulkRefusal?
  /// The rules that it breaks.
  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)]
}

extension BulkRecord where Self: FormRecord {
  func name(_ desk: Desk) -> String { title.isEmpty ? id.text : title }

  func closed(_ desk: Desk) -> BulkRefusal? { nil }

  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)] {
    Self.spec.rules(self, desk)
  }

  /// A field of its form.
  static func bulkField(_ id: Code) -> FieldSpec<Self> {
    spec.fields.first { $0.id == id }
      ?? FieldSpec(id, { _, _ in .line }, read: { _, _ in "" }, write: { _, _, _ in nil })
  }
}

extension FollowUpAction: BulkRecord {
  static func sketch(of records: [FollowUpAction], for field: Code) -> FollowUpAction {
    FollowUpAction()
  }

  static let bulkFields: [BulkField<FollowUpAction>] = [
    statusField,
    .value(bulkField("owner"), \.owner, empty: "") { action, _ in action.owner },
    .value(bulkField("followedBy"), \.followedBy, empty: .some(nil)) { action, desk in
      action.followedBy.map { desk.programme.team[$0]?.name ?? $0.text } ?? ""
    },
    .day(bulkField("due"), \.due),
    .values(bulkField("themes"), \.themes) { action, desk in
      desk.words.list(action.themes.map { desk.formats.label($0, "theme") })
    },
    .value(bulkField("level"), \.level) { $1.formats.label($0.level, "level") },
    .value(bulkField("horizon"), \.horizon) { $1.formats.label($0.horizon, "horizon") },
    .value(bulkField("country"), \.country, empty: .some(nil)) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]

  /// With a reason where the status needs one; what stands there stays where none is typed.
  private static let statusField = BulkField<FollowUpAction>(
    id: "status", ways: [.set], fields: [bulkField("status"), bulkField("reason")],
    put: { sheet, action, desk in
      action.take(sheet.typed.status, on: desk.today)
      if !sheet.typed.reason.isEmpty { action.reason = sheet.typed.reason }
      return nil
    }, shown: { $1.formats.label($0.status, "actionStatus") })
}

extension Organisation: BulkRecord {
  static func sketch(of records: [Organisation], for field: Code) -> Organisation {
    Organisation()
  }

  static let bulkFields: [BulkField<Organisation>] = [
    .value(bulkField("kind"), \.kind) { organisation, desk in
      organisation.kind.map { OrganisationFields.label($0, desk.words) } ?? ""
    },
    .value(bulkField("country"), \.country, empty: .some(nil)) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]
}
