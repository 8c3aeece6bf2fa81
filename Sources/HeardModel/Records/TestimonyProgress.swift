/// What keeps the work on a testimony from a stage.
public enum StageObstacle: Hashable, Sendable {
  /// None of these purposes is given, the first of them being so.
  case notGiven(ConsentPurpose, ConsentState)
  /// It was not read back to the speaker.
  case notReadBack
  /// The words are notes or interpreted, and the speaker has not confirmed them.
  case notConfirmed
  /// Names and places that would tell who spoke are not out yet.
  case notDeIdentified
  /// No day is set before which nothing goes out.
  case noEmbargo
}

extension TestimonyStage {
  /// Whether names and places are out by then, or this stage takes them out.
  var isDeIdentified: Bool {
    switch self {
    case .draft, .recorded, .readBack: false
    case .deIdentified, .coded, .reviewed, .released, .embargoed: true
    }
  }
}

extension Testimony {
  /// What keeps the work from a stage; nil where it can be reached now.
  ///
  /// Going back is always open but to a draft's own rule. Codes need consent to learn; what follows
  /// needs names and places to be out; what may go out needs consent to quote or to give to partners
  /// and words that the speaker said or confirmed.
  public func obstacle(to stage: TestimonyStage, on today: CalendarDay) -> StageObstacle? {
    if stage == .draft { return nil }
    if let closed = closed(.record, on: today) { return closed }
    switch stage {
    case .draft, .recorded, .deIdentified: return nil
    case .readBack: return readBack.at == nil ? .notReadBack : nil
    case .coded: return closed(.learn, on: today) ?? unfinished
    case .reviewed: return unfinished
    case .released: return unreleasable(on: today)
    case .embargoed: return embargo == nil ? .noEmbargo : unreleasable(on: today)
    }
  }

  private var unfinished: StageObstacle? { stage.isDeIdentified ? nil : .notDeIdentified }

  private func unreleasable(on today: CalendarDay) -> StageObstacle? {
    let isOpen = consent.allows(.publish, on: today) || consent.allows(.partners, on: today)
    if !isOpen { return closed(.publish, on: today) }
    if let unfinished { return unfinished }
    switch textKind {
    case .verbatim, .writtenByPerson: return nil
    case .notes, .interpreted, nil: return readBack.counts(on: today) ? nil : .notConfirmed
    }
  }

  private func closed(_ purpose: ConsentPurpose, on today: CalendarDay) -> StageObstacle? {
    let state = consent.state(of: purpose, on: today)
    return state == .given ? nil : .notGiven(purpose, state)
  }
}
