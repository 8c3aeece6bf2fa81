import HeardModel

/// Something that the executable does for the screens; it answers with an outcome.
public enum Effect: Hashable, Sendable {
  /// Make the folder ready for writing.
  case prepareForWriting
  /// Save a change; when that worked, throw the draft away.
  case save(Change, discardingDraft: String?)
  /// Keep what is typed.
  case keepDraft(Draft)
  /// Throw a draft away.
  case discardDraft(String)
  /// Keep the personal settings, and use them at once.
  case saveSettings(PersonalSettings)
  /// Look up who changed a record.
  case loadHistory(String)
  /// Read the folder again.
  case reload
  /// Keep a change so that it can be undone after the program has ended.
  case rememberUndo(Change)
  /// A change was undone: it is not offered again.
  case forgetUndo(Change)
  /// Of these records nothing older may come back.
  case forgetUndoOf([RecordKey])
  /// Look up the folders whose path begins with what is typed.
  case listFolders(String)
  /// See whether there is a programme at a path that can be opened.
  case checkFolder(String)
  /// Make the folder of a new programme.
  case makeProgramme(NewProgramme)
  /// Keep how far the tour is; nil when it is over.
  case noteTour(Int?)
  /// End the program and begin with something else.
  case leave(Departure)
  /// Have a text written in the editor that this person has chosen on this machine.
  case writeOutside(String)
  /// Give the terminal back until resumed.
  case suspend
  /// Draw everything anew.
  case redraw
  /// End the program.
  case quit
}

/// What came of an effect.
public enum Outcome: Sendable {
  /// So many files and folders could be read by others, and no longer can.
  case tightened(Int)
  /// A change is on disk; the records stand there as given.
  case saved(Change, [SavedState])
  /// A change is not on disk; the sentence says why.
  case saveFailed(Change, why: String)
  /// What is typed could not be kept.
  case draftFailed(why: String)
  /// The personal settings could not be kept.
  case settingsFailed(why: String)
  /// Who changed a record.
  case history(of: String, [HistoryLine])
  /// The folder as it stands now.
  case loaded(Programme, unreadable: [UnreadableFile])
  /// The folder could not be read again.
  case loadFailed(why: String)
  /// What stands in the editor's file; nil where it could not be read. The sentence says what went
  /// wrong, nil where nothing did.
  case writtenOutside(String?, problem: String?)
  /// Changes of earlier sittings that can be undone, the newest last.
  case undoable([Change])
  /// The folders whose path begins so.
  case folders(String, [FolderOffer])
  /// There is a programme at this path.
  case canOpen(String)
}

/// What comes when the program ends to begin with something else.
public enum Departure: Hashable, Sendable {
  /// The guided tour, on a copy of the sample.
  case tour
  /// A copy of the sample to try things out.
  case sample
  /// A programme folder.
  case folder(String)
}

/// A folder that may be meant.
public struct FolderOffer: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// Whether a programme is in it.
  public let isProgramme: Bool

  /// A folder that may be meant.
  public init(path: String, isProgramme: Bool) {
    self.path = path
    self.isProgramme = isProgramme
  }
}

/// A record as it stands on disk after a save.
public struct SavedState: Sendable {
  /// Which record.
  public let key: RecordKey
  /// The record; nil where it is no more.
  public let record: Record?
  /// How many fields two people had given different values.
  public let newConflicts: Int

  /// A record as it stands on disk.
  public init(key: RecordKey, record: Record?, newConflicts: Int) {
    self.key = key
    self.record = record
    self.newConflicts = newConflicts
  }
}

/// A file that cannot be used, in words.
public struct UnreadableFile: Hashable, Sendable {
  /// The file inside the folder.
  public let file: String
  /// What is wrong with it and where, as a sentence.
  public let why: String

  /// A file with its fault.
  public init(file: String, why: String) {
    self.file = file
    self.why = why
  }
}

/// One line of news: what just happened.
public struct News: Hashable, Sendable {
  /// How the news is to be taken.
  public enum Kind: Hashable, Sendable {
    /// Something was done.
    case done
    /// Something was not done, with the reason.
    case refused
    /// Something went wrong.
    case bad
  }

  /// How it is to be taken.
  public var kind: Kind
  /// The sentence.
  public var text: String

  /// A line of news.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A question that waits for one of a few answers.
public struct Question: Hashable, Sendable {
  /// One answer.
  public struct Answer: Hashable, Sendable {
    /// Tells the answer from the others.
    public let id: String
    /// The answer in words.
    public let label: String

    /// An answer in words.
    public init(_ id: String, _ label: String) {
      self.id = id
      self.label = label
    }
  }

  /// Tells the question from others of the same screen.
  public let id: String
  /// The question in words, with what will happen.
  public let text: String
  /// The answers; the first is the one that changes nothing.
  public let answers: [Answer]
  /// Which answer is focused.
  public var cursor = 0

  /// A question with its answers.
  public init(_ id: String, _ text: String, _ answers: [Answer]) {
    self.id = id
    self.text = text
    self.answers = answers
  }
}
