import HeardInsight
import HeardKit
import HeardListening
import HeardModel

/// Sets fields of all events that a filter finds, as one change that is undone as one.
struct EventsEdit {
  private let pieces: [String]
  private let assignments: [String]
  private let isSure: Bool

  init(_ pieces: [String], setting assignments: [String], isSure: Bool) {
    (self.pieces, self.assignments, self.isSure) = (pieces, assignments, isSure)
  }

  /// Changes the events that differ then; those that are locked are left out and counted.
  ///
  /// - Throws: `Failure` where the filter or a field is not understood, where a rule stands against
  ///   one of them, and where several would change and nobody said that this is meant.
  func save(_ opened: OpenedProgramme) throws {
    let (desk, words) = (opened.desk, opened.desk.words)
    let query = try TypedFilter.query(pieces, for: .events, desk.insight, words)
    let rows = desk.insight.events(query)
    if rows.isEmpty { return Output.say(words("cli.noMatch")) }
    let edits = try rows.compactMap { row -> Edit? in
      guard let event = desk.programme.events[row.id] else { return nil }
      let after = try edited(event, desk)
      return after == event ? nil : Edit(before: .event(event), after: .event(after))
    }
    if edits.isEmpty { return Output.say(words("form.nothingChanged")) }
    let (allowed, locks) = desk.programme.separated(
      Change(.several(kind: .event, count: edits.count), edits), on: desk.today)
    if let lock = locks.first, allowed.isEmpty {
      throw Failure(words.sentence(lock, desk.formats), .io)
    }
    let title = allowed.first?.after.map(desk.title(of:)) ?? ""
    let change = Change(
      allowed.count == 1
        ? .edited(kind: .event, title: title) : .several(kind: .event, count: allowed.count),
      allowed)
    if !isSure { try opened.refuseOddDays(in: change) }
    if allowed.count > 1 && !isSure && !opened.isDryRun {
      throw Failure(words("cli.editSeveral", count: allowed.count), .usage)
    }
    if !locks.isEmpty { Output.say(words("lock.skipped", count: locks.count)) }
    let saved = try opened.save(change)
    if saved != .shown { opened.say(words.name(of: change, desk.formats), saved) }
  }

  private func edited(_ event: Event, _ desk: Desk) throws -> Event {
    var setter = FieldSetter(
      EventFields.spec, event, desk, alsoSetting: AttendanceFields.all, isSure: isSure)
    do {
      for assignment in assignments { try setter.set(assignment) }
      try setter.finish()
    } catch let failure as Failure {
      throw Failure(failure.sentences.map { "\(event.id.text): \($0)" }, failure.code)
    }
    return setter.subject
  }
}
