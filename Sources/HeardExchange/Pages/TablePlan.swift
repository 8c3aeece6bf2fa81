import HeardModel

/// Tables with numbered seats, who leads them, and where interpreters sit.
struct TablePlan {
  private let event: Event
  private let programme: Programme
  private let voices: [PageVoice]
  private let seats: Int
  private let people: Int?

  private static let mostTables = 200

  init(
    _ event: Event, _ programme: Programme, _ voices: [PageVoice], seats: Int, people: Int?
  ) {
    self.event = event
    self.programme = programme
    self.voices = voices
    self.seats = max(1, seats)
    self.people = people ?? Self.people(at: event)
  }

  /// Those who say that they come, else those who were there, else as many as the room holds.
  static func people(at event: Event) -> Int? {
    let coming = event.participations.count {
      ($0.status == .registered || $0.status == .attended) && $0.mergedInto == nil
    }
    if coming > 0 { return coming }
    return event.attendance.tally ?? event.capacity
  }

  private var tables: Int {
    min(Self.mostTables, max(1, ((people ?? seats) + seats - 1) / seats))
  }

  var content: [Markup] {
    let howMany =
      people.map { people in
        voices(
          .howMany,
          ["people": String(people), "tables": String(tables), "seats": String(seats)])
      } ?? voices(.howManyUnknown)
    return event.heading(.tables, voices) + [.tag("p", text: howMany)] + access + [
      .tag("div", ["class": "tables"], (0..<tables).map(table))
    ]
  }

  private var access: [Markup] {
    if event.access.isEmpty { return [] }
    let list = event.access.sorted { $0.key < $1.key }.map { code, state in
      voices.joined { "\($0.label(code, .access)): \($0.access(state))" }
    }
    return [.tag("p", text: "\(voices(.access)): \(list.joined(separator: " · "))")]
  }

  private func table(_ index: Int) -> Markup {
    var content: [Markup] = [.tag("h2", text: voices(.table, ["n": String(index + 1)]))]
    // Nobody can lead two tables: those beyond the team stay open.
    if event.facilitators.indices.contains(index) {
      let id = event.facilitators[index]
      let name = programme.team[id]?.name ?? id.text
      content.append(.tag("p", text: "\(voices(.facilitator)): \(name)"))
    } else {
      content.append(.line(voices(.facilitator)))
    }
    content += interpreters(at: index).map { language in
      .line(voices.joined { $0(.interpreter, ["language": $0.languageName(language)]) })
    }
    content.append(.tag("ol", [:], (0..<seats(at: index)).map { _ in .tag("li") }))
    return .tag("section", [:], content)
  }

  /// Languages one after the other, so that as few tables as can be need two interpreters.
  private func interpreters(at index: Int) -> [LanguageTag] {
    event.interpreters.enumerated().filter { $0.offset % tables == index }.map(\.element)
  }

  /// People as evenly as can be, so that nobody sits alone.
  private func seats(at index: Int) -> Int {
    guard let people, people > 0 else { return seats }
    let all = min(people, tables * seats)
    return all / tables + (index < all % tables ? 1 : 0)
  }
}
