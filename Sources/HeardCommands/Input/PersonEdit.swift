import HeardKit
import HeardModel

/// Sets fields of a person's part in one event, under the same rules as its form.
struct PersonEdit {
  let event: Event
  private let stored: Participation?

  /// Somebody's part in an event, or that of somebody new.
  ///
  /// - Throws: `Failure` where it is not said which event is meant, or the person is not there.
  init(_ person: PersonID?, at event: String?, _ desk: Desk) throws {
    let words = desk.words
    if let event {
      guard case .event(let found) = try FoundRecord(event, desk.insight, desk.unreadable, words)
      else {
        throw Failure(words("cli.noEvent", ["id": event]), .usage)
      }
      self.event = found
    } else {
      let events = desk.programme.events.values.filter { event in
        event.participations.contains { $0.id == person }
      }
      guard events.count == 1, let only = events.first else {
        let id = person?.text ?? ""
        let ids = words.list(events.map(\.id.text).sorted())
        throw Failure(
          events.isEmpty
            ? words("cli.onNoList", ["id": id])
            : words("cli.whichEvent", ["id": id, "ids": ids]), .usage)
      }
      self.event = only
    }
    stored = self.event.participations.first { $0.id == person }
    if let person, stored == nil {
      throw Failure(
        words("cli.notOnList", ["id": person.text, "event": self.event.id.text]), .usage)
    }
  }

  /// The change with the fields set, whose part it is, and which texts gave way to others; no change
  /// where nothing is another.
  ///
  /// - Throws: `Failure` with what is wrong with a field.
  func change(
    setting assignments: [String], pseudonym: String? = nil, _ desk: Desk
  ) throws -> (change: Change?, person: Participation, replaced: [ReplacedText]) {
    var desk = desk
    let blank = stored.map { PersonEntry($0, at: event.id, desk) }
    let before = blank ?? PersonFields.blank(event, desk)
    var setter = FieldSetter(
      PersonFields.spec(event, in: desk.programme, isNew: stored == nil), before, desk)
    try setter.set("personPseudonym", to: pseudonym, option: "--pseudonym")
    for assignment in assignments { try setter.set(assignment) }
    try setter.finish()
    var entry = setter.subject
    // As the form does: an answer stands for a wording that the person was told.
    if entry.countAnswer != before.countAnswer && entry.notice == nil {
      entry.notice = desk.proposedNotice(for: entry.asking(desk))
    }
    let answer = entry.finish(from: before, of: event, &desk)
    let name: ChangeName =
      stored != nil && answer
      ? .consent(purpose: .count, state: entry.countAnswer) : .people(title: event.title)
    let person = entry.participation
    setter.sayUnderstood()
    return (
      Change(name, before: .event(event), after: .event(event.listing(person))), person,
      setter.replaced
    )
  }
}
