import HeardModel

// The names behind pseudonyms. They are no records: nothing undoes, lists or exports them.
extension Desk {
  /// Keeps names apart from everything else.
  public mutating func keep(_ identities: [Identity]) {
    named.formUnion(identities.map(\.id))
    run(.keepIdentities(identities))
  }

  /// How much is not on disk: changes of records, and names.
  public var unsavedCount: Int { unsaved.count + unkept.count }

  /// Tries again to keep the names that could not be kept.
  mutating func keepNamesAgain() {
    let identities = unkept
    unkept = []
    if !identities.isEmpty { run(.keepIdentities(identities)) }
  }

  /// Notes names that could not be kept, but for those of people who are listed no more.
  public mutating func take(unkept identities: [Identity], _ error: StoreError) {
    unkept += identities.filter { named.contains($0.id) }
    news = News(
      .bad,
      words(
        identities.isEmpty ? "identity.notForgotten" : "identity.failed",
        ["why": words.sentence(error)]))
  }

  /// Makes one of two people; where only the one who goes has a name on this machine, the other one
  /// gets it, too.
  ///
  /// - Returns: false where it was refused, which is said.
  public mutating func merge(_ merge: PersonMerge) -> Bool {
    let pseudonym = insight.person(merge.kept)?.pseudonym ?? ""
    guard change(merge.change(in: programme, pseudonym: pseudonym)) else { return false }
    if let made = undoable.last { mergedPeople[made] = merge }
    run(.joinIdentity(of: merge.gone, to: merge.kept))
    return true
  }

  /// Takes the name away again that somebody got from one who is somebody else after all.
  mutating func partNames(of change: Change) {
    guard let merge = mergedPeople[change], joinedNames.remove(merge.kept) != nil else { return }
    run(.forgetIdentities([merge.kept]))
  }

  /// Takes the names away that were kept for people whose listing was undone: a name without a
  /// person is a name too many.
  mutating func forgetNames(of change: Change) {
    var gone: [PersonID] = []
    // Of a merge that is taken back people stand in the other event again.
    var left: Set<PersonID> = []
    for edit in change.edits {
      if case .event(let after)? = edit.after { left.formUnion(after.participations.map(\.id)) }
    }
    for edit in change.edits {
      guard case .event(let before)? = edit.before else { continue }
      gone += before.participations.map(\.id).filter {
        named.contains($0) && !left.contains($0) && insight.person($0) == nil
      }
    }
    if gone.isEmpty { return }
    named.subtract(gone)
    unkept.removeAll { gone.contains($0.id) }
    run(.forgetIdentities(gone))
  }
}
