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

  /// Takes the names away that were kept for people whose listing was undone: a name without a
  /// person is a name too many.
  mutating func forgetNames(of change: Change) {
    var gone: [PersonID] = []
    for edit in change.edits {
      guard case .event(let before)? = edit.before else { continue }
      var left: Set<PersonID> = []
      if case .event(let after)? = edit.after { left = Set(after.participations.map(\.id)) }
      gone += before.participations.map(\.id).filter { named.contains($0) && !left.contains($0) }
    }
    if gone.isEmpty { return }
    named.subtract(gone)
    unkept.removeAll { gone.contains($0.id) }
    run(.forgetIdentities(gone))
  }
}
