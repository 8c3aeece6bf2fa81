import HeardModel

extension [Change] {
  /// Takes the last change away; presses that counted one by one come together as one change.
  ///
  /// So 84 people at the door are one step back from everywhere else, and from nought to 84 is what
  /// the sentence then says.
  public mutating func popRun() -> Change? {
    guard var run = popLast() else { return nil }
    guard run.isOnePress else { return run }
    while let before = last, before.isOnePress, let joined = before.joined(to: run) {
      removeLast()
      run = joined
    }
    return run
  }
}

extension Change {
  /// Whether one person more or less was counted, or one slip was stored.
  fileprivate var isOnePress: Bool {
    if case .slip = name { return true }
    guard case .attendance(_, let before, let after) = name else { return false }
    return abs((after ?? 0) - (before ?? 0)) == 1
  }

  /// This change and the next as one; nil where the next does not begin where this one ends.
  fileprivate func joined(to next: Change) -> Change? {
    guard let both = together(with: next) else { return nil }
    switch (name, next.name) {
    case (.attendance(let title, let before, _), .attendance(_, _, let after)):
      return Change(.attendance(title: title, before: before, after: after), both.edits)
    case (.slip, .slip): return both
    default: return nil
    }
  }
}
