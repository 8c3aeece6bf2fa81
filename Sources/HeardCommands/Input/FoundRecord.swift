import HeardInsight
import HeardKit
import HeardModel

/// A record that somebody named by its id, or by the beginning of it.
enum FoundRecord {
  case event(Event)
  case testimony(Testimony)
  case action(FollowUpAction)
  case organisation(Organisation)
  case staff(StaffMember)
  case fact(ProgrammeFact)
  case release(Release)
  case person(PersonID)

  /// What kind of record it is; people are part of events.
  var kind: RecordKind {
    switch self {
    case .event, .person: .event
    case .testimony: .testimony
    case .action: .action
    case .organisation: .organisation
    case .staff: .staff
    case .fact: .fact
    case .release: .release
    }
  }

  /// Finds the record of an id; of a beginning only where no other id begins so.
  ///
  /// - Throws: `Failure` when there is none, or more than one, or when it may stand in a file that
  ///   cannot be read: nobody is told then that there is none.
  init(
    _ text: String, _ insight: Insight, _ unreadable: [FileFault], _ words: Words
  ) throws {
    let programme = insight.programme
    let text = text.lowercased()
    // People come last: looking for them goes through all lists of all events.
    if let found = Self.exact(text, programme) {
      self = found
      return
    }
    let unread = Self.unread(unreadable)
    if let fault = unread[text] { throw Self.failure(text, fault, words) }
    let people = insight.people()
    let ids =
      programme.events.keys.map(\.text) + programme.testimonies.keys.map(\.text)
      + programme.actions.keys.map(\.text) + programme.organisations.keys.map(\.text)
      + programme.team.keys.map(\.text) + programme.facts.keys.map(\.text)
      + programme.releases.keys.map(\.stored)
    let begun = ids.filter { !text.isEmpty && $0.hasPrefix(text) }
    let persons = people.map(\.id).filter { !text.isEmpty && $0.text.hasPrefix(text) }
    if let person = persons.first(where: { $0.text == text }) {
      self = .person(person)
      return
    }
    let hidden = unread.keys.filter { !text.isEmpty && $0.hasPrefix(text) }
    let all = begun + persons.map(\.text) + hidden
    if all.isEmpty, let fault = unreadable.first(where: Self.mayHold) {
      throw Failure(
        words("cli.recordMayBeUnread", ["id": text, "fault": words.sentence(fault)]), .io)
    }
    guard all.count == 1, let only = all.first else {
      let few = all.sorted().prefix(5).joined(separator: ", ")
      throw Failure(
        all.isEmpty
          ? words("cli.noRecord", ["id": text])
          : words("cli.severalRecords", ["id": text, "ids": few]), .usage)
    }
    if let fault = unread[only] { throw Self.failure(only, fault, words) }
    if let found = Self.exact(only, programme) {
      self = found
    } else {
      self = .person(persons[0])
    }
  }

  private static func failure(_ id: String, _ fault: FileFault, _ words: Words) -> Failure {
    Failure(words("cli.recordUnread", ["id": id, "fault": words.sentence(fault)]), .io)
  }

  /// The faults of files that are one record each, by the ids that their names are.
  private static func unread(_ unreadable: [FileFault]) -> [String: FileFault] {
    let places: Set<FilePlace?> = [.events, .actions, .facts, .releases]
    let files = unreadable.filter { fault in
      places.contains(FilePlace(path: fault.file)) && fault.file.hasSuffix(".json")
    }
    let named = files.map { fault -> (String, FileFault) in
      let name = fault.file.split(separator: "/").last ?? ""
      return (String(name.dropLast(".json".count)), fault)
    }
    return Dictionary(named) { first, _ in first }
  }

  /// Whether a record with an id may stand in a file that cannot be read; the folder counts as well.
  private static func mayHold(_ fault: FileFault) -> Bool {
    let name = fault.file.split(separator: "/").first.map(String.init) ?? ""
    guard let place = FilePlace(programme: name) else { return false }
    return [.events, .testimonies, .actions, .partners, .team, .facts, .releases].contains(place)
  }

  /// The record of a whole id, people left aside.
  static func exact(_ text: String, _ programme: Programme) -> FoundRecord? {
    if let event = EventID(stored: text).flatMap({ programme.events[$0] }) {
      return .event(event)
    }
    if let testimony = TestimonyID(stored: text).flatMap({ programme.testimonies[$0] }) {
      return .testimony(testimony)
    }
    if let action = ActionID(stored: text).flatMap({ programme.actions[$0] }) {
      return .action(action)
    }
    if let member = StaffID(stored: text).flatMap({ programme.team[$0] }) { return .staff(member) }
    if let fact = FactID(stored: text).flatMap({ programme.facts[$0] }) { return .fact(fact) }
    if let release = Code(stored: text).flatMap({ programme.releases[$0] }) {
      return .release(release)
    }
    // An event that became another one is found by its old id, as a link or a note may have it.
    if let event = EventID(stored: text).flatMap(programme.event(mergedFrom:)) {
      return .event(event)
    }
    return OrganisationID(stored: text).flatMap { programme.organisations[$0] }
      .map(FoundRecord.organisation)
  }
}
