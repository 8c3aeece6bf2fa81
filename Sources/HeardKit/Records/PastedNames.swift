import HeardModel
import TerminalCanvas

/// What becomes of several names that were pasted at once.
public enum PastedNames: String, Sendable {
  /// They are pseudonyms.
  case pseudonyms
  /// They are names: they are kept apart, and the list gets pseudonyms.
  case apart

  /// The lines that hold something, each once as often as it stands there.
  public static func names(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The one question: how many people, and whether these are their pseudonyms.
  public static func question(_ names: [String], _ desk: Desk) -> Question {
    let words = desk.words
    let sample = words.list(names.prefix(3).map { shortened($0, to: 20) })
    return Question(
      "pasted", words("people.askPasted", count: names.count, ["names": sample]),
      [
        .init("keep", words("people.pastedNone")),
        .init(pseudonyms.rawValue, words("people.pastedPseudonyms")),
        .init(apart.rawValue, words("people.pastedApart")),
      ])
  }
}

extension Event {
  /// Pseudonyms that nobody has: the last part of the event's id and a number, so that they are the
  /// same nowhere else and tell nothing about the person.
  public func freePseudonyms(_ count: Int) -> [String] {
    let taken = Set(participations.map(\.pseudonym))
    let mark = id.text.split(separator: "-").last.map(String.init) ?? ""
    return Array(
      (1...).lazy.map { "\(mark)-\($0 < 10 ? "0" : "")\($0)" }.filter { !taken.contains($0) }
        .prefix(count))
  }
}

extension Desk {
  /// Puts people who are nowhere yet on an event's list, as one change.
  ///
  /// - Returns: their ids in the order of the pseudonyms; none where nothing was changed.
  public mutating func add(
    _ pseudonyms: [String], to event: Event, as roles: [Code]
  ) -> [PersonID] {
    var changed = event
    var added: [PersonID] = []
    for pseudonym in pseudonyms {
      var person = PersonFields.blank(event, self).participation
      person.id = ids.make("p")
      person.pseudonym = pseudonym
      person.roles = roles
      changed.participations.append(person)
      added.append(person.id)
    }
    let name = ChangeName.people(title: event.title)
    guard let change = Change(name, before: .event(event), after: .event(changed)),
      self.change(change)
    else { return [] }
    return added
  }

  /// Puts everyone on the list whose name was pasted.
  public mutating func add(_ names: [String], _ way: PastedNames, to id: EventID, as roles: [Code])
  {
    guard let event = programme.events[id] else { return refuse(words("event.gone")) }
    let pseudonyms = way == .apart ? event.freePseudonyms(names.count) : distinct(names, event)
    let people = add(pseudonyms, to: event, as: roles)
    if people.isEmpty { return }
    if way == .apart {
      keep(
        zip(people, names).map { person, name in
          var identity = Identity()
          identity.id = person
          identity.name = name
          return identity
        })
    }
    say(words("people.pasted", count: people.count))
  }

  /// The names as pseudonyms: one that somebody has already gets a number behind it.
  private func distinct(_ names: [String], _ event: Event) -> [String] {
    var taken = Set(event.participations.map(\.pseudonym))
    return names.map { name in
      let free = (2...).lazy.map { "\(name) \($0)" }.first { !taken.contains($0) } ?? name
      let pseudonym = taken.contains(name) ? free : name
      taken.insert(pseudonym)
      return pseudonym
    }
  }
}
