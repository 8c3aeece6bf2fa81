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
    guard case .attendance = name, edits.count == 1 else { return false }
    return edits[0].isOnePress
  }

  /// This change and the next as one; nil where the next does not begin where this one ends, apart
  /// from what others have counted in between.
  fileprivate func joined(to next: Change) -> Change? {
    switch (name, next.name) {
    case (.attendance(let title, _, _), .attendance(_, _, let after)):
      guard let first = edits.first, let second = next.edits.first,
        let both = first.joined(toPress: second)
      else { return nil }
      let before = both.before?.tally
      return Change(.attendance(title: title, before: before, after: after), [both])
    case (.slip, .slip): return together(with: next)
    default: return nil
    }
  }
}

extension Record {
  fileprivate var tally: Int? {
    if case .event(let event) = self { event.attendance.tally } else { nil }
  }
}

extension ChangeName {
  /// Whether it is one of many numbers on the way to the last one, which alone is news.
  var isCounting: Bool {
    switch self {
    case .attendance, .slip: true
    default: false
    }
  }
}
