import HeardModel

/// Something that the executable does for the screens; it answers with an outcome.
public enum Effect: Hashable, Sendable {
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
  /// Give the terminal back until resumed.
  case suspend
  /// Draw everything anew.
  case redraw
  /// End the program.
  case quit
}

/// What came of an effect.
public enum Outcome: Sendable {
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
  /// The answers; the one that changes nothing is focused first.
  public let answers: [Answer]
  /// Which answer is focused.
  public var cursor: Int
  /// The first digits of an answer's number, where there are more than nine.
  var typed = 0

  /// A question with its answers; the focused one changes nothing.
  public init(_ id: String, _ text: String, _ answers: [Answer], cursor: Int = 0) {
    self.id = id
    self.text = text
    self.answers = answers
    self.cursor = cursor
  }

  /// Takes a digit of the number of an answer: chooses it, or focuses it while another digit may
  /// follow.
  ///
  /// - Returns: the answer that can only be meant.
  mutating func take(digit: Int) -> Answer? {
    let number = typed * 10 + digit
    guard answers.indices.contains(number - 1) else {
      typed = 0
      return nil
    }
    cursor = number - 1
    typed = number
    return number * 10 > answers.count ? answers[cursor] : nil
  }
}
