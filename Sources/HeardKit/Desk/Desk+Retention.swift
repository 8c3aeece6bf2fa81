import HeardInsight
import HeardModel

// What is kept although its time is over.
extension Desk {
  /// What is past its time, by its rule and the earliest first.
  public var pastTime: [RetentionDue] {
    // An event that cannot be read may be the one that somebody is still to come to.
    let isWhole = unreadable.allSatisfy { !$0.file.hasPrefix(FilePlace.events.folder ?? "") }
    return insight.pastTime(identities, isWhole: isWhole)
  }

  /// How much of it Home tells to who answers for it; nothing of people who are invented.
  public var pastTimeToTell: Int {
    guard [.coordinator, .manager].contains(settings.role), !programme.isInvented else { return 0 }
    return pastTime.count
  }

  /// Takes out what is past its time, at once in memory, then on disk; nothing brings it back.
  ///
  /// What is first looked at again stays. No lock of a quarter refuses it.
  public mutating func retire(_ due: [RetentionDue]) {
    if let readOnly { return refuse(readOnly) }
    let going = due.filter(\.rule.goesUnnamed)
    let order = Retirement(
      going, of: Set(RetentionRule.allCases.filter(\.goesUnnamed)), in: programme,
      by: settings.name, on: today)
    let locked = order.edits.count { programme.lock(against: $0, on: today) != nil }
    if let change = order.change, !self.change(change) { return }
    identities.removeAll { order.identities.contains($0.id) }
    run(.retire(order.withoutEdits))
    say(
      words.inARow([
        words("retention.done", count: going.count),
        locked == 0 ? "" : words("retention.overLock", count: locked),
      ]))
  }

  /// Takes in what could not be taken out: the files in which it still stands.
  mutating func take(stillHeldIn files: [String]) {
    if files.isEmpty { return }
    news = News(.bad, words("retention.left", ["files": words.list(files)]))
  }
}
