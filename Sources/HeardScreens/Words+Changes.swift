import HeardModel

extension Words {
  /// The name of a change, as it stands after "Undone:".
  func name(of change: Change, _ formats: Formats) -> String {
    switch change.name {
    case .added(let kind, let title): named("change.added", kind, title)
    case .edited(let kind, let title): named("change.edited", kind, title)
    case .removed(let kind, let title): named("change.removed", kind, title)
    case .status(let kind, let title): named("change.status", kind, title)
    case .people(let title): self("change.people", ["title": title])
    case .approved(let quarter):
      self("change.approved", ["quarter": formats.quarter(quarter)])
    case .unlocked(let quarter):
      self("change.unlocked", ["quarter": formats.quarter(quarter)])
    case .feedback(let title, let count):
      count == 1
        ? self("change.feedback", ["title": title]) : self("change.feedback.several", count: count)
    case .conflict(let field, let title):
      self("change.conflict", ["field": field, "title": title])
    case .several(let kind, let count):
      self("change.several.\(kind.rawValue)", count: count)
    case .addedSeveral(let kind, let count):
      self("change.addedSeveral.\(kind.rawValue)", count: count)
    case .imported(let kind, let count):
      self("change.imported.\(kind.rawValue)", count: count)
    case .consent(let purpose, let state):
      self(
        "change.consent",
        [
          "purpose": formats.label(purpose, "purpose"), "state": formats.label(state, "consent"),
        ])
    case .attendance(let title, _, _), .slip(let title):
      attendanceChange(title, change.edits.first, formats)
    }
  }

  /// What is said after a change: its name, and that it can be undone.
  func news(of change: Change, formats: Formats, canUndo: Bool) -> String {
    let what = name(of: change, formats)
    if canUndo { return self("change.undoable", ["what": what]) }
    return self("change.final", ["what": what])
  }

  private func named(_ key: String, _ kind: RecordKind, _ title: String) -> String {
    self(key, ["kind": self("kind.\(kind.rawValue)"), "title": title])
  }
}
