import HeardInsight
import HeardModel

extension Desk {
  /// What waits for this person, the most urgent first.
  public var waiting: [WaitingItem] {
    insight.waiting(for: settings.role, countries: settings.countries, staff: settings.staff)
  }

  /// What waits for this person, equal things together.
  public var waitingGroups: [WaitingGroup] { waiting.grouped(for: settings.role) }

}

// Removing records.
extension Desk {
  /// The question whether a record is removed with what hangs on it, wherever one is.
  public static let removeQuestion = "removeRecord"

  /// Removes a record that no other names, and asks first where something goes along with it.
  ///
  /// Undo brings all of it back; `leaving` leaves the screen that shows it when it is gone.
  public mutating func remove(_ key: RecordKey, leaving: Bool = false) {
    guard let record = programme.record(key),
      let change = Change(
        .removed(kind: key.kind, title: title(of: record)), before: record, after: nil)
    else { return }
    let belongings = programme.belongings(of: key)
    if belongings.isNamed || key == settings.staff.map(RecordKey.staff) {
      return refuseLastingly(words.refusal(toRemove: key.kind, belongings))
    }
    if let file = fileThatMayName(key) {
      return refuseLastingly(words("remove.unreadable", ["file": file]))
    }
    removing = (change, leaving, belongings)
    // Who may not remove it is not asked first.
    guard !belongings.isNothing, readOnly == nil, refusal(of: change) == nil else {
      return takeRemoval()
    }
    guard unlocked(change) != nil else { return }
    ask(
      Question(
        Self.removeQuestion,
        words(
          // What people are on a list is kept for undo only until the program ends.
          belongings.along[.people] == nil ? "remove.ask" : "remove.askPeople",
          ["title": words.cut(title(of: record), to: 60), "what": words.list(belongings)]),
        [.init("keep", words("answer.keep")), .init("remove", words("remove.yes"))]))
  }

  /// A file that cannot be read and may name a record, which is therefore not removed.
  public func fileThatMayName(_ key: RecordKey) -> String? {
    unreadable.map(\.file).first { file in
      switch (key, FilePlace(path: file)) {
      case (.event(let id), .testimonies): file.hasSuffix("/\(id.text).json")
      case (.event, .actions), (.action, .actions): true
      case (.organisation, .events), (.organisation, .actions), (.organisation, .notices),
        (.organisation, .partners), (.organisation, .facts):
        true
      case (.staff, .events), (.staff, .testimonies), (.staff, .actions): true
      default: false
      }
    }
  }

  /// Removes the record that was asked about, unless it is to be kept.
  public mutating func take(removeAnswer answer: String) {
    if answer == "remove" { takeRemoval() } else { removing = nil }
  }

  private mutating func takeRemoval() {
    guard let (change, leaving, asked) = removing else { return }
    removing = nil
    // Others may have added something while the question stood.
    if let key = change.edits.first?.key, programme.belongings(of: key) != asked {
      return remove(key, leaving: leaving)
    }
    if self.change(change) && leaving { pop() }
  }
}

extension Words {
  /// What goes along with a record, in their order: `12 on the list, 84 attendances`.
  public func list(_ belongings: Belongings) -> String {
    list(
      Belongings.Kind.allCases.compactMap { kind in
        belongings.along[kind].map { self("remove.\(kind.rawValue)", count: $0) }
      })
  }

  /// Why a record that others name is not removed, and what can be done instead.
  public func refusal(toRemove kind: RecordKind, _ belongings: Belongings) -> String {
    switch kind {
    case .event: self("event.hasRecords")
    case .organisation: self("organisation.hasRecords")
    case .staff: self("team.hasRecords")
    default: self("remove.named", count: belongings.naming)
    }
  }
}

extension WaitingItem {
  /// Where what is waited for is done.
  public var destination: Place {
    switch (matter, record) {
    case (.closeOut, .event(let id)): return .closeOut(id)
    case (.tell, .event(let id)), (.toldLacking, .event(let id)): return .tell(.event(id))
    case (.tell, .action(let id)), (.toldLacking, .action(let id)): return .tell(.action(id))
    case (.conflicts, _): return .conflicts()
    default: break
    }
    switch record {
    case .approval(let quarter): return .approval(quarter)
    case .event(let id): return .event(id)
    case .testimony(let id, _): return .testimony(id)
    case .action(let id): return .action(id)
    case .staff: return .team
    case .settings, .organisation, .view, .release: return .figures()
    case .fact(let id): return .editFact(id)
    }
  }
}
