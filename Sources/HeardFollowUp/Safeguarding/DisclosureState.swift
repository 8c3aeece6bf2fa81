import HeardKit
import HeardModel
import TerminalCanvas

/// How far a disclosure is on its way to the lead.
enum DisclosureState: Hashable {
  /// Its words still stand in the programme, as an earlier version left them.
  case standing
  /// It is on its way to the disk of this machine.
  case saving
  /// It is not on disk: the folder did not take it.
  case notSaved
  /// It lies on this machine, and nobody has it.
  case kept
  /// It was handed over, and the lead gave no receipt yet.
  case handedOver
  /// The lead has it.
  case received
  /// Nothing of it lies on this machine.
  case gone

  /// How far a disclosure is as the desk knows it.
  init(_ id: TestimonyID, _ desk: Desk) {
    func isAbout(_ change: Change) -> Bool {
      change.edits.contains { $0.key.recordID == id.text }
    }
    if let kept = desk.disclosure(id) {
      self = kept.isReceived ? .received : kept.handedOverAt == nil ? .kept : .handedOver
    } else if desk.unsaved.contains(where: isAbout) {
      self = .notSaved
    } else if desk.saving.contains(where: isAbout) {
      self = .saving
    } else {
      let stands = desk.standingDisclosures.contains { $0.id == id }
      self = stands ? .standing : .gone
    }
  }

  /// The name in the catalogs: `disclosure.state.NAME`.
  var name: String {
    switch self {
    case .standing: "standing"
    case .saving: "saving"
    case .notSaved: "notSaved"
    case .kept: "kept"
    case .handedOver: "handedOver"
    case .received: "received"
    case .gone: "gone"
    }
  }

  /// How it looks beside its word.
  var style: Style {
    switch self {
    case .standing, .notSaved, .kept: .bad
    case .handedOver: .warning
    case .received: .good
    case .saving, .gone: .faint
    }
  }
}
