/// A change that is not on disk yet, with what has to be known of it should the program die.
public struct PendingChange: Hashable, Sendable {
  /// What is to be done.
  public var change: Change
  /// When it was made.
  public var at: Moment
  /// The draft that it makes needless once it is saved.
  public var draft: String?

  /// A change that is not on disk yet.
  public init(_ change: Change, at: Moment, draft: String? = nil) {
    self.change = change
    self.at = at
    self.draft = draft
  }
}

/// A change of an earlier sitting that never reached the disk, made anew for the records as they
/// stand now.
public struct LeftChange: Hashable, Sendable {
  /// Tells it from others of the same sitting.
  public let id: String
  /// What is to be done.
  public var pending: PendingChange
  /// Why a person has to look at it before it is saved; nil where nobody has to.
  public var doubt: Doubt?
  /// The members that it changes, by their names.
  public let fields: Set<String>

  /// Why a change is not saved by itself.
  public enum Doubt: String, CaseIterable, Hashable, Sendable {
    /// It would let more of somebody be known.
    case opens
    /// Somebody else has changed the same.
    case conflict
    /// The record is there no more.
    case gone
    /// The folder is only read, or what it changes is approved.
    case closed
  }

  /// A change of an earlier sitting.
  public init(
    id: String, _ pending: PendingChange, doubt: Doubt?, fields: Set<String> = []
  ) {
    self.id = id
    self.fields = fields
    self.pending = pending
    self.doubt = doubt
  }
}

// What nobody decides for a person who is not there.
extension Edit {
  /// Whether it could let more of somebody be known than the record did.
  ///
  /// An answer that gives does, a name, an approval, a less private event. What is not known to close
  /// counts as opening.
  public func opens(on day: CalendarDay) -> Bool {
    switch (before, after) {
    case (_, .testimony(let new)?):
      guard case .testimony(let old)? = before else { return new.opens(beyond: nil, on: day) }
      return new.opens(beyond: old, on: day)
    case (_, .event(let new)?):
      guard case .event(let old)? = before else { return new.opens(beyond: nil, on: day) }
      return new.opens(beyond: old, on: day)
    case (_, .approval?), (.approval?, _), (_, .settings?): return true
    case (.testimony?, nil), (.event?, nil): return false
    case (.action?, _), (_, .action?), (.organisation?, _), (_, .organisation?), (.staff?, _),
      (_, .staff?), (.view?, _), (_, .view?), (.fact?, _), (_, .fact?), (.release?, _),
      (_, .release?), (.settings?, nil), (nil, nil):
      return false
    }
  }
}

extension Consent {
  fileprivate func opens(beyond old: Consent?, on day: CalendarDay) -> Bool {
    let old = old ?? Consent()
    return ConsentPurpose.allCases.contains { allows($0, on: day) && !old.allows($0, on: day) }
      || naming > old.naming || !Set(attributes).isSubset(of: old.attributes)
      || !Set(communities).isSubset(of: old.communities)
      || (old.reviewBy.map { (reviewBy ?? $0) > $0 || reviewBy == nil } ?? false)
  }
}

extension Testimony {
  fileprivate func opens(beyond old: Testimony?, on day: CalendarDay) -> Bool {
    if isGone(day) { return false }
    if consent.opens(beyond: old?.consent, on: day) { return true }
    let old = old ?? Testimony()
    let isLessUrgent = ClosedValue.isMoreClosed(
      old.triage.stored, than: triage.stored, member: "triage")
    return isLessUrgent || stage != old.stage
      || quotes.contains { quote in
        quote.approval != nil && !old.quotes.contains(quote)
          || quote.embargo != old.quotes.first { $0.id == quote.id }?.embargo
      }
  }
}

extension Event {
  fileprivate func opens(beyond old: Event?, on day: CalendarDay) -> Bool {
    let known = Dictionary(
      (old?.participations ?? []).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let isOpened = participations.contains { person in
      person.consent?.opens(beyond: known[person.id]?.consent, on: day) ?? false
    }
    if isOpened { return true }
    guard let old, let new = confidentiality, new != old.confidentiality else { return false }
    // Where nobody said what may be told, nothing may.
    let before = old.confidentiality?.stored ?? Confidentiality.closed.stored
    return new.stored != before
      && !ClosedValue.isMoreClosed(new.stored, than: before, member: "confidentiality")
  }
}
