import HeardExchange
import HeardKit
import HeardModel

extension Desk {
  /// The change that puts people of a sheet onto an event's list, and the names behind their
  /// pseudonyms, which are no part of any change.
  ///
  /// - Returns: nil where nobody is brought in.
  public mutating func peopleChange(
    of rows: [ImportRow], on event: Event, from sheet: String
  ) -> (change: Change, people: [Int: [PersonID]], identities: [Identity])? {
    var changed = event
    var people: [Int: [PersonID]] = [:]
    var identities: [Identity] = []
    // A pseudonym that somebody has already is nobody else's on this list.
    let known = Set(
      rows.filter(\.isTaken).compactMap(\.isPerson).compactMap { insight.person($0)?.pseudonym })
    for row in rows where row.isTaken {
      guard let imported = row.person else { continue }
      var person = imported.participation
      person.id = ids.make("p")
      if let id = row.isPerson { become(id, &person, on: changed) }
      if person.pseudonym.isEmpty { person.pseudonym = freePseudonym(on: changed, but: known) }
      if let (state, notice) = imported.consent {
        person.consent = consent(state, notice, event, imported, evidence: "\(sheet), \(row.line)")
      }
      // What is kept of somebody who is known stays as it is.
      if var identity = imported.identity, person.id != row.isPerson {
        identity.id = person.id
        identities.append(identity)
      }
      people[row.line] = [person.id]
      changed.participations.append(person)
      for number in 0..<imported.companions {
        let other = companion(of: person, number + 2, on: changed, but: known)
        people[row.line]?.append(other.id)
        changed.participations.append(other)
      }
    }
    guard
      let change = Change(
        .people(title: event.title), before: .event(event), after: .event(changed))
    else { return nil }
    return (change, people, identities)
  }

  /// Makes somebody of a line the one who is known, by the pseudonym that they have; whoever stands
  /// on the list already does not stand there twice.
  private func become(_ id: PersonID, _ person: inout Participation, on event: Event) {
    if event.participations.contains(where: { $0.id == id }) { return }
    person.id = id
    let pseudonym = insight.person(id)?.pseudonym ?? ""
    let isTaken = event.participations.contains { $0.pseudonym == pseudonym }
    if !pseudonym.isEmpty && !isTaken { person.pseudonym = pseudonym }
  }

  /// Somebody for whom a line stands beside the one whom it tells of: nothing but how far they came
  /// is known of them.
  private mutating func companion(
    of person: Participation, _ number: Int, on event: Event, but known: Set<String>
  ) -> Participation {
    var other = Participation()
    other.id = ids.make("p")
    (other.status, other.presence) = (person.status, person.presence)
    other.pseudonym = freePseudonym(on: event, but: known)
    other.importKey = "\(person.importKey)-\(number)"
    return other
  }

  /// A pseudonym that nobody on the list has: a number says nothing of anybody.
  private func freePseudonym(on event: Event, but known: Set<String>) -> String {
    let taken = Set(event.participations.map(\.pseudonym)).union(known)
    var number = event.participations.count + 1
    while taken.contains(words("import.person", ["n": String(number)])) { number += 1 }
    return words("import.person", ["n": String(number)])
  }

  private mutating func consent(
    _ state: ConsentState, _ notice: HeardModel.Notice, _ event: Event,
    _ imported: ImportedPerson, evidence: String
  ) -> Consent {
    var consent = Consent()
    consent.id = ids.make("c")
    consent.notice = notice.id
    consent.noticeVersion = notice.version
    consent.jurisdiction = event.country
    // What was sent by a form has the time at which it was.
    consent.method = imported.answeredOn == nil ? .paperSheet : .written
    consent.evidence = evidence
    // Nobody else can be asked who took the sheet in hand.
    consent.obtainedBy = settings.name
    let id = Code(stored: "e-\(ids.characters(10))") ?? "e-0"
    // A no that was said since holds: the answer is of the day on which it was given.
    let day = imported.answeredOn ?? event.start?.firstDay ?? today
    let at = min(now, Moment(seconds: day.dayNumber * 86_400))
    return consent.adding(
      ConsentEntry(id: id, purpose: .count, state: state, at: at, by: settings.name))
  }
}
