import HeardModel

/// What came of work with the programme's folder.
public enum FolderOutcome: Sendable {
  /// So many files and folders could be read by others, and no longer can.
  case tightened(Int)
  /// What earlier programs did not bring to disk.
  case recovered([LeftChange])
  /// The folder has the newest format now.
  case upgraded
  /// The folder has the format that it had.
  case upgradeFailed(StoreError)
  /// A change is on disk; the records stand there as given.
  case saved(Change, [SavedRecord])
  /// A change is not on disk.
  case saveFailed(Change, StoreError)
  /// What is on disk is not told in the history yet.
  case historyFailed(StoreError)
  /// The names behind pseudonyms could not be kept, or not be taken away where none is given.
  case identitiesFailed([Identity], StoreError)
  /// The disclosures that lie on this machine now.
  case disclosures(KeptDisclosures)
  /// A disclosure is written for the lead; the whole path of the file.
  case handedOver(path: String)
  /// A disclosure is not handed over, or that is not noted.
  case handOverFailed(HandOverProblem)
  /// The number of a receipt is noted.
  case receiptNoted(of: TestimonyID)
  /// The number of a receipt could not be noted.
  case receiptFailed(StoreError)
  /// What the columns of a sheet stand for is on disk.
  case mappingKept(ImportMapping)
  /// What the columns of a sheet stand for could not be kept.
  case mappingFailed(StoreError)
  /// Who changed a record.
  case history(of: String, [HistoryLine])
  /// The folder as it stands now.
  case loaded(Programme, unreadable: [FileFault], copies: [FileCopy] = [])
  /// The folder could not be read again.
  case loadFailed(StoreError)
  /// Some files as they stand now.
  case filesRead(FilesRead)
  /// What this machine keeps of something that is to be forgotten.
  case surveyed(ForgetSurvey)
  /// It is forgotten, but for the files that are named.
  case forgotten(ForgetOrder, left: [String])
  /// It could not be forgotten.
  case forgetFailed(StoreError)
  /// The register could not note that something left the folder.
  case registerFailed(StoreError)
  /// Whose names are on this machine, and until when where a day is set.
  case identitiesKept([KeptIdentity])
  /// Somebody has the name now of one who turned out to be them.
  case identityJoined(PersonID)
  /// What was past its time is out; the files in which some of it still stands.
  case retired(left: [String])
  /// Something that is past its time could not be taken out.
  case retireFailed(StoreError)
  /// A copy is merged, and gone from the folder.
  case copyMerged(MergedCopy)
  /// A copy could not be merged; it lies where it lay.
  case copyFailed(StoreError)

  /// Whether something that a person typed is not on disk because of it.
  public var isLoss: Bool {
    switch self {
    case .saveFailed, .identitiesFailed, .forgetFailed, .receiptFailed: true
    case .registerFailed, .identitiesKept, .identityJoined, .retired, .retireFailed: false
    case .tightened, .recovered, .historyFailed, .upgraded, .upgradeFailed, .saved, .mappingKept,
      .mappingFailed, .history, .disclosures, .handedOver, .handOverFailed, .receiptNoted,
      .loaded, .loadFailed,
      .filesRead, .surveyed, .forgotten, .copyMerged, .copyFailed:
      false
    }
  }
}
