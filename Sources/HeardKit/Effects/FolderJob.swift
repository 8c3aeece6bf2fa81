import HeardModel

/// Something that is done with the records of the programme's folder, one after the other.
public enum FolderJob: Hashable, Sendable {
  /// Make the folder ready for writing.
  case prepareForWriting
  /// Take over what earlier programs did not bring to disk.
  case recover
  /// Upgrade the folder to the newest format.
  case upgrade
  /// Save a change; when that worked, throw the draft away.
  case save(Change, discardingDraft: String?)
  /// Keep the names behind pseudonyms, apart from all records.
  case keepIdentities([Identity])
  /// Take the names behind pseudonyms away: these people stand on no list any more.
  case forgetIdentities([PersonID])
  /// Keep the name of somebody who turned out to be somebody else for that one, who has none.
  case joinIdentity(of: PersonID, to: PersonID)
  /// Write a disclosure to a file for the safeguarding lead, and note that.
  case handOver(HandOver)
  /// Note the number that the lead gave as a receipt for a disclosure.
  case noteReceipt(String, of: TestimonyID)
  /// Look up whose names are on this machine.
  case lookUpIdentities
  /// Take out what is past its time; its records are changed already.
  case retire(Retirement)
  /// Keep what the columns of a sheet stand for.
  case keepMapping(ImportMapping)
  /// Look up who changed a record.
  case loadHistory(String)
  /// Read the folder again.
  case reload
  /// Read some files again that somebody else may have changed; changes of ours that are not on
  /// disk yet are merged with what stands there.
  case readFiles([String], unsaved: [Change])
  /// Look for what is to be forgotten in whatever else this machine keeps.
  case survey(Forgetting)
  /// Forget something, everywhere.
  case forget(ForgetOrder)
  /// Merge a copy that lies beside a record into it.
  case mergeCopy(String)
}
