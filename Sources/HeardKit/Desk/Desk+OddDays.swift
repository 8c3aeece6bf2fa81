import HeardModel

// Days that cannot be right (`TimeRule`): told, asked about where somebody types them, never refused.
extension Desk {
  /// The days that a change brings in and that cannot be right; what stood there before is not told.
  public func oddDays(in change: Change) -> [TimeFault] {
    change.edits.flatMap { edit -> [TimeFault] in
      guard let after = edit.after else { return [] }
      let before = edit.before.map { programme.timeFaults(of: $0, on: today) } ?? []
      return programme.timeFaults(of: after, on: today).filter { !before.contains($0) }
    }
  }

  /// What is wrong with days of a change, each in a sentence.
  public func sentences(_ faults: [TimeFault], of change: Change) -> [String] {
    change.edits.flatMap { edit -> [String] in
      guard let record = edit.after else { return [] }
      return faults.filter { $0.record == edit.key }.map { sentence($0, of: record) }
    }
  }

  /// What there is to know of the days of a record as it is typed.
  public func remarks(onDaysOf record: Record) -> [String] {
    programme.timeFaults(of: record, on: today).map { sentence($0, of: record) }
  }

  /// Asks whether days are kept that cannot be right; the answer is `keep`.
  ///
  /// - Returns: whether there is something to ask.
  public mutating func askAboutDays(in change: Change) -> Bool {
    let faults = oddDays(in: change)
    if faults.isEmpty { return false }
    let told = sentences(faults, of: change)
    // Of many records the first few say what it is about.
    var days = Array(told.prefix(Self.mostDays))
    if told.count > days.count {
      days.append(words("oddDays.more", count: told.count - days.count))
    }
    ask(
      Question(
        "oddDays", words("oddDays.ask", ["days": words.inARow(days)]),
        [.init("back", words("answer.cancel")), .init("keep", words("oddDays.keep"))]))
    return true
  }

  private static let mostDays = 3

  private func sentence(_ fault: TimeFault, of record: Record) -> String {
    let field = label(of: FieldPath(fault.member), in: record)
    let day = fault.day.map(formats.date) ?? ""
    switch fault.kind {
    case .beforeWhatItAnswers(let first):
      return words(
        "oddDays.before", ["field": field, "day": day, "first": formats.day(first)])
    case .afterToday: return words("oddDays.ahead", ["field": field, "day": day])
    case .missing: return words("oddDays.missing", ["field": field])
    }
  }
}
