import HeardModel

/// What came of work with what this person keeps on this machine beside the programme.
public enum StateOutcome: Sendable {
  /// What is typed is kept; the draft's id.
  case draftKept(String)
  /// What is typed could not be kept; the draft's id.
  case draftFailed(String, StoreError)
  /// What is not on disk is kept on this machine, but for so many changes.
  case journalKept(except: Int)
  /// What is not on disk is kept nowhere.
  case journalFailed(StoreError)
  /// The personal settings could not be kept.
  case settingsFailed(StoreError)
  /// Changes of earlier sittings that can be undone, the newest last.
  case undoable([Change])

  /// Whether something that a person typed is not on disk because of it.
  public var isLoss: Bool {
    switch self {
    case .draftFailed: true
    // While it is being saved nothing is lost yet.
    case .draftKept, .journalKept, .journalFailed, .settingsFailed, .undoable: false
    }
  }
}

extension Outcome {
  /// Whether it only says that something is kept beside the folder, which no screen has found.
  public var isOfKeepingAlone: Bool {
    switch self {
    case .state(.journalKept), .state(.draftKept): true
    case .folder, .state, .machine, .terminal: false
    }
  }
}
