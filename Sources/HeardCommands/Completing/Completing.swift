import ArgumentParser
import HeardInsight
import HeardKit
import HeardModel

/// What a shell is told that can stand at a place of the line.
///
/// It only reads, says nothing where something is wrong, and names no person: of people and
/// testimonies it knows the ids that lists print, and nothing beside them.
public enum Completing {
  /// What is made of the programme that the line is about.
  static func of(
    _ candidates: @escaping @Sendable (ShellWords, Inquiry) -> [Candidate]
  ) -> CompletionKind {
    .custom { words, index, _ in
      let typed = ShellWords(words, index, shell: CompletionShell.requesting)
      guard let inquiry = typed.inquiry else { return [] }
      return typed.lines(candidates(typed, inquiry))
    }
  }

  /// One of some words, or several with commas between them.
  static func commas(_ words: [String]) -> CompletionKind {
    .custom { typed, index, _ in
      let typed = ShellWords(typed, index, shell: CompletionShell.requesting)
      return typed.lines(words.map { Candidate($0) }.listed(behind: typed.current))
    }
  }

  /// The kinds of record that have ids.
  enum Kind { case events, testimonies, actions, organisations, team, people, facts, releases }

  /// Ids of some kinds of record, with titles where these are nobody's.
  static func ids(_ kinds: Kind...) -> CompletionKind {
    let kinds = Set(kinds)
    return of { typed, inquiry in kinds.flatMap { ids($0, typed.current, inquiry) }.ordered }
  }

  /// Ids of a kind; those of people and testimonies only once their letter was typed: there are many.
  static func ids(_ kind: Kind, _ current: String, _ inquiry: Inquiry) -> [Candidate] {
    let programme = inquiry.programme
    switch kind {
    case .events: return programme.events.map { Candidate($0.text, $1.title) }
    case .actions: return programme.actions.map { Candidate($0.text, $1.title) }
    case .organisations: return programme.organisations.map { Candidate($0.text, $1.name) }
    case .team: return programme.team.keys.map { Candidate($0.text) }
    case .facts: return programme.facts.map { Candidate($0.text, $1.title) }
    case .releases: return programme.releases.map { Candidate($0.stored, $1.query) }
    case .testimonies:
      guard current.hasPrefix("t") else { return [] }
      return inquiry.insight.foundTestimonies(for: inquiry.reader).ids.map { Candidate($0.text) }
    case .people:
      guard current.hasPrefix("p") else { return [] }
      return inquiry.insight.foundPeople().ids.map { Candidate($0.text) }
    }
  }

  /// The countries of the programme, then all others.
  static let countries = of { typed, inquiry in
    let all = Set(inquiry.programme.settings.countries + CountryCode.all)
    return all.map { Candidate($0.stored, inquiry.formats.country($0)) }.ordered
      .listed(behind: typed.current)
  }

  /// The names of the views of the list that the line is about.
  static let views = of { typed, inquiry in
    let list = typed.kind?.target
    let views = inquiry.settings.views + Array(inquiry.programme.views.values)
    return views.filter { $0.list == list }.map { Candidate($0.name) }.ordered
  }

  /// The periods that can be approved.
  static let periods = of { _, inquiry in
    Array(Set(inquiry.insight.periods(filteredBy: Query()).map(\.period.quarterText))).sorted()
      .map { Candidate($0) }
  }

  /// The names of the values that `heard list` prints of a kind, for sorting and choosing.
  static let columns = of { typed, inquiry in
    let names = typed.kind?.columns(inquiry) ?? FiguresCommand.columns
    return names.map { Candidate($0) }.listed(behind: typed.current)
  }

  /// Places of the terminal program, as `heard open --at` takes them.
  public static let places = of { typed, inquiry in
    let kinds: [(String, Kind)] = [
      ("event", .events), ("testimony", .testimonies), ("action", .actions),
      ("organisation", .organisations), ("person", .people),
    ]
    guard let slash = typed.current.firstIndex(of: "/") else {
      return Place.named.map { Candidate($0.name) } + kinds.map { Candidate("\($0.0)/") }
    }
    let rest = String(typed.current[typed.current.index(after: slash)...])
    guard let kind = kinds.first(where: { $0.0 == typed.current[..<slash] }) else { return [] }
    return ids(kind.1, rest, inquiry).ordered
      .map { Candidate("\(kind.0)/\($0.value)", $0.about) }
  }
}

extension ShellWords {
  /// What `heard list` is to list on this line.
  var kind: ListCommand.Kind? {
    before.lazy.compactMap(ListCommand.Kind.init(rawValue:)).first
  }
}

extension [Candidate] {
  /// They by their words.
  var ordered: [Candidate] { sorted { $0.value < $1.value } }

  /// They as the next of several values with commas between them.
  func listed(behind current: String) -> [Candidate] {
    guard let comma = current.lastIndex(of: ",") else { return self }
    let done = String(current[...comma])
    let taken = Set(done.split(separator: ",").map(String.init))
    return filter { !taken.contains($0.value) }.map { Candidate(done + $0.value, $0.about) }
  }
}
