import HeardModel

// What is typed and not saved.
extension Desk {
  /// Leaves a screen: what is typed is kept as a draft, and said so.
  public mutating func leave(keeping draft: Draft?) {
    keep(draft)
    pop()
  }

  /// Keeps a draft, and says so; nothing where nothing is typed.
  public mutating func keep(_ draft: Draft?) {
    guard let draft else { return }
    drafts.removeAll { $0.id == draft.id }
    drafts.insert(draft, at: 0)
    run(.keepDraft(draft))
    say(words("draft.kept"))
  }

  /// Asks whether a draft is to be thrown away.
  public mutating func askDiscard(draft id: String) {
    ask(
      Question(
        "draft", words("draft.discard"),
        [.init("keep", words("answer.keep")), .init(id, words("answer.discard"))]))
  }

  /// Throws the draft away that was asked about, unless it is to be kept.
  public mutating func take(draftAnswer answer: String) {
    guard answer != "keep" else { return }
    drafts.removeAll { $0.id == answer }
    run(.discardDraft(answer))
    say(words("draft.discarded"))
  }

  /// Lets go of what is typed about a testimony that may not be kept any more, and of whatever else
  /// is typed that repeats its words.
  public mutating func forget(saidIn testimony: Testimony) {
    let spoken = testimony.spoken
    readHistoryAgain()
    forget(draftsOf: testimony.id)
    undoable.removeAll { $0.repeats(spoken) }
    redoable.removeAll { $0.repeats(spoken) }
    left.removeAll { item in
      item.pending.change.edits.contains { $0.key.recordID == testimony.id.text }
        || item.pending.change.repeats(spoken)
    }
    let gone = drafts.filter { $0.fields.values.contains { spoken.repeats(in: $0) } }.map(\.id)
    drafts.removeAll { gone.contains($0.id) }
    for draft in gone { run(.discardDraft(draft)) }
  }

  /// Throws away what was typed about a testimony that may not be kept: at once, not when saved.
  public mutating func forget(draftsOf id: TestimonyID?, _ draftID: String? = nil) {
    let gone = drafts.filter { draft in
      draft.id == draftID
        || (id != nil && ["testimony", "conflict"].contains(draft.form) && draft.record == id?.text)
    }.map(\.id)
    drafts.removeAll { gone.contains($0.id) }
    for draft in Set(gone + [draftID].compactMap { $0 }).sorted() { run(.discardDraft(draft)) }
  }
}
