import HeardModel

extension Insight {
  /// The checklist of what is settled after an event; empty for one that is not there.
  public func closeOutLines(of id: EventID) -> [CloseOutLine] {
    guard let event = event(id), let row = row(of: id) else { return [] }
    // A testimony that was withdrawn was heard all the same.
    return event.closeOutLines(
      testimonies: testimoniesOfEvent[id]?.count ?? 0, attendances: row.figure, today: today)
  }
}

extension Programme {
  /// The lock under which the event of a row stands.
  public func lock(of row: EventRow) -> QuarterLock? {
    ApprovalPeriod.all(row.country, row.start, isHeld: row.status == .held).lazy
      .compactMap { approvals[$0]?.lock }.first
  }
}
