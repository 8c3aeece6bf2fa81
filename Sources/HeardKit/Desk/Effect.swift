import HeardExchange
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
  /// Keep the names behind pseudonyms, apart from all records.
  case keepIdentities([Identity])
  /// Take the names behind pseudonyms away: these people stand on no list any more.
  case forgetIdentities([PersonID])
  /// Keep the personal settings, and use them at once.
  case saveSettings(PersonalSettings)
  /// Look up who changed a record.
  case loadHistory(String)
  /// Write a page or a calendar; an existing file only gives way when `replacing`.
  case writeFile(FileOrder, replacing: Bool)
  /// Read a sheet beside the keys; what is being read for an earlier order is given up.
  case readSheet(SheetOrder)
  /// Give up what is being read.
  case stopReading
  /// Look up what stands in a folder of this machine, as it was typed.
  case listFolder(String)
  /// Keep what the columns of a sheet stand for.
  case keepMapping(ImportMapping)
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
  /// Have a text read in the pager that this person has chosen on this machine.
  case readOutside(String)
  /// Read some files again that somebody else may have changed; changes of ours that are not on
  /// disk yet are merged with what stands there.
  case readFiles([String], unsaved: [Change])
  /// Merge a copy that lies beside a record into it.
  case mergeCopy(String)
  /// Give the terminal back until resumed.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Go on in plain lines.
  case plainLines
  /// Go on in the full screen.
  case fullScreen
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
  /// What is typed is kept; the draft's id.
  case draftKept(String)
  /// What is typed could not be kept; the draft's id.
  case draftFailed(String, why: String)
  /// The names behind pseudonyms could not be kept, or not be taken away where none is given.
  case identitiesFailed([Identity], why: String)
  /// The personal settings could not be kept.
  case settingsFailed(why: String)
  /// Not everything that others change shows by itself; the sentence says why.
  case notFollowed(why: String)
  /// Who changed a record.
  case history(of: String, [HistoryLine])
  /// A file was written; its whole path, and what has to be known of it.
  case fileWritten(path: String, remark: String?)
  /// A file of that name is there already and stands untouched; its whole path.
  case fileExists(FileOrder, path: String)
  /// A file could not be written, or not be made of what is known; the sentence says why.
  case fileFailed(why: String)
  /// A file that was asked for.
  case sheet(ReadSheet)
  /// How far the reading of a sheet is.
  case sheetProgress(SheetProgress)
  /// What stands in a folder of this machine.
  case folder(ListedFolder)
  /// What the columns of a sheet stand for is on disk.
  case mappingKept(ImportMapping)
  /// What the columns of a sheet stand for could not be kept.
  case mappingFailed(why: String)
  /// The folder as it stands now.
  case loaded(Programme, unreadable: [UnreadableFile], copies: [CopyFile] = [])
  /// Some files as they stand now.
  case filesRead(ReadFiles)
  /// A copy is merged, and gone from the folder.
  case copyMerged(CopyFile, newConflicts: Int, keptAt: String?)
  /// A copy could not be merged; it lies where it lay.
  case copyFailed(why: String)
  /// The folder could not be read again.
  case loadFailed(why: String)
  /// What stands in the editor's file; nil where it could not be read. The sentence says what went
  /// wrong, nil where nothing did.
  case writtenOutside(String?, problem: String?)
  /// The pager was left; the sentence says what went wrong, nil where nothing did.
  case readOutside(problem: String?)
  /// Changes of earlier sittings that can be undone, the newest last.
  case undoable([Change])
  /// The folders whose path begins so.
  case folders(String, [FolderOffer])
  /// There is a programme at this path.
  case canOpen(String, importing: Bool)
}

extension Outcome {
  /// Whether something that a person typed is not on disk because of it.
  public var isLoss: Bool {
    switch self {
    case .saveFailed, .draftFailed, .identitiesFailed: true
    default: false
    }
  }
}

/// What comes when the program ends to begin with something else.
public enum Departure: Hashable, Sendable {
  /// The guided tour, on a copy of the sample.
  case tour
  /// A copy of the sample to try things out.
  case sample
  /// A programme folder.
  case folder(String)
  /// A programme folder, and bringing a spreadsheet into it.
  case importing(String)
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

/// A file that another program left beside a record.
public struct CopyFile: Hashable, Sendable {
  /// The copy, as `events/ID (1).json`.
  public let file: String
  /// The record's file, as `events/ID.json`.
  public let original: String
  /// Who leaves copies with such a name: the end of `copy.origin.NAME` in the catalogs.
  public let origin: String
  /// Whether it holds the same record, so that both can be merged.
  public let canBeMerged: Bool

  /// A copy with the file of which it is one.
  public init(file: String, original: String, origin: String, canBeMerged: Bool) {
    self.file = file
    self.original = original
    self.origin = origin
    self.canBeMerged = canBeMerged
  }
}

/// What stands in some files now that somebody else may have changed.
public struct ReadFiles: Sendable {
  /// The files that were looked at.
  public var files: [String]
  /// What could be read of them, and the ids of all that was erased.
  public var programme: Programme
  /// Those of them that cannot be used.
  public var unreadable: [UnreadableFile]
  /// Those of them that are copies.
  public var copies: [CopyFile]
  /// Our changes that are not on disk yet, as they would stand there now.
  public var rebased: [SavedState]
  /// Who changed a record last, by its id, where that is known.
  public var authors: [String: String]

  /// What stands in some files.
  public init(
    files: [String], programme: Programme, unreadable: [UnreadableFile] = [],
    copies: [CopyFile] = [], rebased: [SavedState] = [], authors: [String: String] = [:]
  ) {
    self.files = files
    self.programme = programme
    self.unreadable = unreadable
    self.copies = copies
    self.rebased = rebased
    self.authors = authors
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
