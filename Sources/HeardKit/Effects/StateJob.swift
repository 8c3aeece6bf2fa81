import HeardModel

/// Something that is done with what this person keeps on this machine beside the programme.
public enum StateJob: Hashable, Sendable {
  /// Keep what is typed.
  case keepDraft(Draft)
  /// Throw a draft away.
  case discardDraft(String)
  /// Keep everything that is not on disk yet, in the place of what was kept before.
  case keepJournal([PendingChange])
  /// Throw away what earlier programs left in the journal: it was taken over.
  case forgetTaken
  /// Keep the personal settings, and use them at once.
  case saveSettings(PersonalSettings)
  /// Keep a change so that it can be undone after the program has ended.
  case rememberUndo(Change)
  /// A change was undone: it is not offered again.
  case forgetUndo(Change)
  /// Of these records nothing older may come back.
  case forgetUndoOf([RecordKey])
  /// Keep how far the tour is; nil when it is over.
  case noteTour(Int?)
}
