import HeardModel

extension Words {
  /// The name of a change, as it stands after "Undone:".
  public func name(of change: Change, _ formats: Formats) -> String {
    switch change.name {
    case .added(let kind, let title): named("change.added", kind, title)
    case .edited(let kind, let title): named("change.edited", kind, title)
    case .removed(let kind, let title): named("change.removed", kind, title)
    case .status(let kind, let title): statusChange(kind, title, change.edits.first, formats)
    case .people(let title): self("change.people", ["title": said(title)])
    case .approved(let quarter):
      self("change.approved", ["quarter": formats.quarter(quarter)])
    case .unlocked(let quarter):
      self("change.unlocked", ["quarter": formats.quarter(quarter)])
    case .feedback(let title, let count):
      count == 1
        ? self("change.feedback", ["title": said(title)])
        : self("change.feedback.several", count: count)
    case .merged(let kind, let title): named("change.merged", kind, title)
    case .mergedPeople(let pseudonym):
      self("change.mergedPeople", ["title": said(pseudonym)])
    case .conflict(let field, let title):
      self("change.conflict", ["field": field, "title": said(title)])
    case .forgotten: self("change.forgotten")
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
  public func news(of change: Change, formats: Formats, canUndo: Bool) -> String {
    let what = name(of: change, formats)
    if canUndo { return self("change.undoable", ["what": what]) }
    return self("change.final", ["what": what])
  }

  /// From which status to which; where there is none before, only of what.
  private func statusChange(
    _ kind: RecordKind, _ title: String, _ edit: Edit?, _ formats: Formats
  ) -> String {
    guard let before = edit?.before?.status(formats), let after = edit?.after?.status(formats)
    else {
      return named("change.status", kind, title)
    }
    return self(
      "change.statusFrom", ["title": said(title), "before": before, "after": after])
  }

  /// As much of a title as news and lists of changes repeat.
  func said(_ title: String) -> String { cut(title, to: 80) }

  private func named(_ key: String, _ kind: RecordKind, _ title: String) -> String {
    self(key, ["kind": self("kind.\(kind.rawValue)"), "title": said(title)])
  }
}

extension Record {
  /// How far it is, in words; nil for a kind of record that has no status.
  fileprivate func status(_ formats: Formats) -> String? {
    switch self {
    case .event(let event): formats.label(event.status, "status")
    case .action(let action): formats.label(action.status, "actionStatus")
    case .testimony(let testimony): formats.label(testimony.stage, "stage")
    case .settings, .organisation, .staff, .approval, .view, .fact, .release: nil
    }
  }
}
