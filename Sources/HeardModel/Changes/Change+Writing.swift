extension Change {
  /// This change and the next one in one write; nil unless both are about one and the same record
  /// and the next begins where this one ends.
  ///
  /// Whoever writes slower than somebody counts writes the latest number once.
  public func together(with next: Change) -> Change? {
    guard edits.count == 1, next.edits.count == 1, let first = edits.first,
      let second = next.edits.first, first.key == second.key, first.after == second.before,
      let edit = Edit(before: first.before, after: second.after)
    else { return nil }
    return Change(next.name, [edit])
  }
}
