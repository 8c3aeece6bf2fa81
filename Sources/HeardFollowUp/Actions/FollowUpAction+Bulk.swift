import HeardKit
import HeardModel

extension FollowUpAction: BulkRecord {
  /// An action in the country in which all of them are: dates are read by its custom.
  public static func sketch(of records: [FollowUpAction], for field: Code) -> FollowUpAction {
    var sketch = FollowUpAction()
    let countries = Set(records.map(\.country))
    if field != "country", countries.count == 1 { sketch.country = countries.first ?? nil }
    return sketch
  }

  /// The fields that can be changed in several actions, the most usual first.
  public static let bulkFields: [BulkField<FollowUpAction>] = [
    statusField,
    .value(bulkField("owner"), \.owner, empty: "") { action, _ in action.owner },
    .value(bulkField("followedBy"), \.followedBy, empty: .some(nil)) { action, desk in
      action.followedBy.map { desk.programme.team[$0]?.name ?? $0.text } ?? ""
    },
    .date(bulkField("due"), \.due),
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
