import HeardModel
import StrictJSON
import Synchronization

// Who changed what.
extension ProgrammeStore {
  /// What the history says of a file's edits: who, when, which fields, never the words in them.
  ///
  /// Nothing of what stood there already: the save that brought it has said so.
  func historyLines(
    _ file: PreparedFile, _ name: ChangeName, _ author: String, _ moment: Moment
  ) -> [HistoryLine] {
    if file.isThere { return [] }
    return file.file.edits.compactMap { edit in
      let isGone = file.saved.contains { $0.key == edit.key && $0.record == nil }
      // An edit of somebody else kept the record: nothing was removed.
      if edit.after == nil && !isGone { return nil }
      let fields = isGone ? [] : file.changed[edit.key] ?? []
      if fields.isEmpty && !isGone { return nil }
      var line = HistoryLine(
        at: moment, by: author, record: edit.key.recordID, what: name.historyWord, fields: fields)
      line.values = file.valuesForAll(of: edit.key)
      return line
    }
  }

  /// Notes in the history what can be read in the folder by now.
  ///
  /// Never before that, since it must not tell of what never happened. Where it cannot be written,
  /// the lines wait for the next save, and `historyTrouble` tells why.
  func note(_ lines: [HistoryLine], at moment: Moment, _ rights: Rights) {
    owed.withLock { owed in
      owed.lines += lines.map { (moment, $0) }
      owed.trouble = nil
      while let (moment, _) = owed.lines.first {
        let month = owed.lines.prefix { $0.0.stored.prefix(7) == moment.stored.prefix(7) }
        do throws(StoreError) {
          try append(month.map(\.1), of: moment, rights)
        } catch {
          owed.trouble = error
          return
        }
        owed.lines.removeFirst(month.count)
      }
    }
  }

  /// Why the history does not tell of the last save yet; nil where it does.
  public var historyTrouble: StoreError? { owed.withLock { $0.trouble } }

  private func append(
    _ lines: [HistoryLine], of moment: Moment, _ rights: Rights
  ) throws(StoreError) {
    let home = try folder.makeInside(FilePlace.history.folder ?? "", mode: rights.folder)
    let name = "\(moment.stored.prefix(7))-\(device).jsonl"
    let text = lines.map { TreeWriter.tree($0).lineText() }.joined()
    do throws(StoreError) {
      try home.append(Array(text.utf8), to: name, mode: rights.file)
    } catch {
      // The lines stand there: written once more they would stand there twice.
      if case .notConfirmed = error { return }
      throw error
    }
  }
}
