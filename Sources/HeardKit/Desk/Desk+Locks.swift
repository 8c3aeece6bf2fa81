import HeardModel

// What managers approved is locked.
extension Desk {
  /// As much of a change as no lock refuses, with a sentence about what was left out.
  ///
  /// Records of a bulk change stand each by itself; of every other change all are made or none.
  ///
  /// - Returns: nil when nothing may be changed, which is said.
  public mutating func unlocked(_ change: Change) -> (Change, skipped: String)? {
    // What has to go goes, whoever has approved it.
    if case .forgotten = change.name { return (change, "") }
    let (allowed, locks) = programme.separated(change, on: today)
    guard let lock = locks.first else { return (change, "") }
    guard change.isBulk && !allowed.isEmpty else {
      refuse(words.sentence(lock, formats))
      return nil
    }
    return (change.keeping(allowed), words("lock.skipped", count: locks.count))
  }
}

extension Words {
  /// By whom and when a quarter was locked, that nothing was changed, and how to unlock it.
  public func sentence(_ lock: QuarterLock, _ formats: Formats) -> String {
    self(lock.by.isEmpty ? "lock.sentence.nobody" : "lock.sentence", arguments(lock, formats))
  }

  /// That a record is locked, by whom and since when, for the top of screens.
  public func notice(_ lock: QuarterLock, _ formats: Formats) -> String {
    self(lock.by.isEmpty ? "lock.notice.nobody" : "lock.notice", arguments(lock, formats))
  }

  /// That a record of several is locked, by whom and since when.
  func bulkSentence(_ lock: QuarterLock, _ formats: Formats) -> String {
    self(lock.by.isEmpty ? "bulk.locked.nobody" : "bulk.locked", arguments(lock, formats))
  }

  private func arguments(_ lock: QuarterLock, _ formats: Formats) -> [String: String] {
    [
      "quarter": formats.quarter(lock.quarter), "by": lock.by, "day": formats.day(lock.at.day),
      "id": lock.quarter.stored,
    ]
  }
}
