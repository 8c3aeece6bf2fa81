/// What is taken out because its time is over, once a person has seen it and said yes.
public struct Retirement: Hashable, Sendable {
  /// The rules that are applied.
  public let rules: Set<RetentionRule>
  /// The records as they were and as they are without it, each marked with the rule.
  public private(set) var edits: [Edit] = []
  /// Whose names and contacts go.
  public private(set) var identities: [PersonID] = []
  /// By what it is found in drafts and whatever else is kept.
  public private(set) var spoken = SpokenWords()

  /// Takes out what is past its time under some rules.
  public init(
    _ due: [RetentionDue], of rules: Set<RetentionRule>, in programme: Programme,
    by author: String, on day: CalendarDay
  ) {
    self.rules = rules
    var events: [EventID: Event] = [:]
    var testimonies: [TestimonyID: Testimony] = [:]
    for item in due where rules.contains(item.rule) {
      let mark = RetentionMark(item.rule, on: day, by: author)
      switch item.subject {
      case .part(let person, let id):
        guard var event = events[id] ?? programme.events[id] else { continue }
        event.retire(item.rule, of: person, mark, &spoken)
        events[id] = event
      case .identity(let person, let last):
        identities.append(person)
        guard let last, var event = events[last] ?? programme.events[last] else { continue }
        event.retire(item.rule, of: person, mark, &spoken)
        events[last] = event
      case .testimony(let id, _):
        guard let testimony = programme.testimonies[id] else { continue }
        spoken.add(testimony.said)
        testimonies[id] = testimony.retired(mark)
      }
    }
    let records = events.values.map(Record.event) + testimonies.values.map(Record.testimony)
    edits = records.compactMap { Edit(before: programme.record($0.key), after: $0) }
      .filter { $0.before != $0.after }
      .sorted { ($0.key.file, $0.key.recordID) < ($1.key.file, $1.key.recordID) }
  }

  /// The same where the records are changed already.
  public var withoutEdits: Retirement {
    var rest = self
    rest.edits = []
    return rest
  }

  /// The change of the records; nil where none of them holds any of it.
  public var change: Change? { edits.isEmpty ? nil : Change(.forgotten, edits) }
}

extension Event {
  /// Takes out of somebody's part what a rule keeps no longer, and marks the part and the event.
  fileprivate mutating func retire(
    _ rule: RetentionRule, of person: PersonID, _ mark: RetentionMark,
    _ spoken: inout SpokenWords
  ) {
    guard let place = participations.firstIndex(where: { $0.id == person }) else { return }
    switch rule {
    case .accessNeeds: participations[place].accessNeeds = []
    case .notes:
      spoken.add(notes: participations[place].note)
      participations[place].note = ""
      for conflict in conflicts where conflict.isOfNote(of: person) {
        for version in [conflict.kept, conflict.other] {
          spoken.add(notes: version?.text ?? "")
        }
      }
      conflicts.removeAll { $0.isOfNote(of: person) }
    case .identities, .testimonies: break
    }
    participations[place].retention = participations[place].retention.marked(mark)
    retention = retention.marked(mark)
  }
}

extension FieldConflict {
  /// Whether it is about the note on somebody's part in an event.
  fileprivate func isOfNote(of person: PersonID) -> Bool {
    let steps = FieldPath(path).steps
    return steps.first?.name == "participations" && steps.first?.id == person.text
      && steps.last?.name == "note"
  }
}
