import HeardInsight
import HeardKit
import HeardModel
import HeardStore
import StrictJSON

/// What is held where, why, until when, of how many people and who can read it; nobody's words.
struct InventoryListing {
  private struct Row {
    let held: Held
    let holding: PlaceHolding?

    /// What is counted: records of the programme, else files or lines.
    var records: Int { held.records ?? holding?.count ?? 0 }
  }

  private let inquiry: Inquiry
  private let rows: [Row]

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    let holdings = inquiry.store?.holdings(inquiry.programme.settings) ?? []
    let byPlace = Dictionary(holdings.map { ($0.place, $0) }) { first, _ in first }
    rows = inquiry.insight.held.map { Row(held: $0, holding: byPlace[$0.place]) }
  }

  /// The rows with their values.
  var listing: Listing {
    let inquiry = inquiry
    return Listing(
      [
        RowValue<Row>("place", isInTable: true) { .string(Self.name(of: $0.held.place)) },
        RowValue("data", .fixed("inventory.data"), isInTable: true) {
          .string($0.held.data.rawValue)
        },
        RowValue("consent", .fixed("consent"), isInTable: true) { .of($0.held.consent) },
        RowValue("people", isInTable: true) { .of($0.held.people) },
        RowValue("records", isInTable: true) { .integer($0.records) },
        RowValue("readers", .fixed("inventory.readers"), isInTable: true) {
          .of(Self.readers($0.holding?.rights))
        },
        RowValue("purpose", isInTable: true, isFlexible: true) {
          .of(Self.purpose($0.held.data, inquiry))
        },
        RowValue("kept", isInTable: true) { .of(Self.kept($0.held.data, inquiry)) },
        RowValue("versioned") { .boolean($0.held.place.row.isVersioned) },
        RowValue("rights") { .of($0.holding?.rights.map { "0" + String($0, radix: 8) } ?? "") },
        RowValue("path") { .of($0.holding?.path ?? "") },
      ], rows)
  }

  private static func name(of place: FilePlace) -> String {
    place.folder ?? place.file ?? "\(place)"
  }

  /// Who of the machine can read the files, by their rights.
  private static func readers(_ rights: Int?) -> String {
    guard let rights else { return "" }
    if rights & 0o004 != 0 { return "everyone" }
    return rights & 0o040 != 0 ? "group" : "owner"
  }

  private static func purpose(_ data: HeldData, _ inquiry: Inquiry) -> String {
    data == .nothing ? "" : inquiry.words("inventory.purpose.\(data.rawValue)")
  }

  /// Until when it is kept, by the rule that holds in this programme.
  private static func kept(_ data: HeldData, _ inquiry: Inquiry) -> String {
    let words = inquiry.words
    func days(_ key: String, _ rule: RetentionRule) -> String {
      let days = inquiry.programme.settings.days(kept: rule) ?? 0
      return words(key, ["n": words.number(days)])
    }
    switch data {
    case .accessNeeds: return days("inventory.kept.days", .accessNeeds)
    case .notes: return days("inventory.kept.days", .notes)
    case .identities: return days("inventory.kept.identities", .identities)
    case .testimonies: return words("inventory.kept.testimonies")
    case .participations, .traits, .listConsents, .team, .contacts, .owners, .filters, .removed:
      return words("inventory.kept.untilErased")
    case .approvers, .history, .register, .erased, .withdrawn:
      return words("inventory.kept.stays")
    case .disclosures: return words("inventory.kept.disclosures")
    case .drafts: return words("inventory.kept.drafts")
    case .undo: return words("inventory.kept.undo")
    case .editing: return words("inventory.kept.editing")
    case .settings: return words("inventory.kept.settings")
    case .nothing: return ""
    }
  }
}
