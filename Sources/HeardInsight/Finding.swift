import HeardModel

/// How well something answers the words that were typed to find it, the best first.
public enum Closeness: Int, Comparable, Sendable {
  /// The words are its id, or the code that belongs to it.
  case exact
  /// Its name begins with the first word and holds the others.
  case beginning
  /// Every word begins a word of its name.
  case wordStart
  /// Every word stands somewhere in its name.
  case part
  /// Every word stands somewhere in its name or in what else is known of it.
  case elsewhere
  /// The letters of the one word stand in its name in their order; looked for where nothing is found.
  case letters

  /// How well a name and other texts answer some words; nil where a word stands in neither.
  ///
  /// Without words everything is found, and nothing better than another.
  public init?(of words: [Folded], id: String = "", name: Folded, others: [Folded] = []) {
    self.init(of: words, id: id, name: name) { word in others.contains { $0.contains(word) } }
  }

  /// The same, where something tells whether a word stands elsewhere than in the name.
  init?(of words: [Folded], id: String, name: Folded, isElsewhere: (Folded) -> Bool) {
    if words.count == 1, !id.isEmpty, words[0].bytes.elementsEqual(id.utf8) {
      self = .exact
      return
    }
    let inName = words.allSatisfy(name.contains)
    guard
      inName
        || words.allSatisfy({ word in name.contains(word) || isElsewhere(word) })
    else { return nil }
    if !inName {
      self = .elsewhere
    } else if let first = words.first, name.hasPrefix(first) {
      self = .beginning
    } else {
      self = words.allSatisfy(name.hasWord(beginningWith:)) ? .wordStart : .part
    }
  }

  /// Whether one answers better than another.
  public static func < (a: Closeness, b: Closeness) -> Bool { a.rawValue < b.rawValue }
}

/// A record that was found by words, whatever kind it is.
public struct Finding: Hashable, Sendable {
  /// The kinds that are found, in the order in which equals are shown.
  public enum Kind: Int, CaseIterable, Sendable {
    /// An event.
    case event
    /// An organisation.
    case organisation
    /// A follow-up action.
    case action
    /// A person, by pseudonym.
    case person
    /// A testimony.
    case testimony
  }

  /// Which record.
  public enum Subject: Hashable, Sendable {
    /// An event.
    case event(EventID)
    /// An organisation.
    case organisation(OrganisationID)
    /// A follow-up action.
    case action(ActionID)
    /// A person, by pseudonym.
    case person(PersonID)
    /// A testimony.
    case testimony(TestimonyID)
  }

  /// Which record.
  public let subject: Subject
  /// What it is called here.
  public let title: String
  /// Its day, where it has one; of equals the newest stands first.
  public let date: KnownDate?
  /// How well it answers the words.
  public let closeness: Closeness

  func isBefore(_ other: Finding) -> Bool {
    if closeness != other.closeness { return closeness < other.closeness }
    guard date != other.date else { return title < other.title }
    return Self.isNewer(date, other.date)
  }

  static func isNewer(_ date: KnownDate?, _ other: KnownDate?) -> Bool {
    guard let date else { return false }
    return other.map { date > $0 } ?? true
  }
}

/// What was found of one kind.
public struct FoundOfKind: Sendable {
  /// How many were found.
  public let count: Int
  /// The closest of them, the best first.
  public let best: [Finding]
}

/// The names of all that can be found, folded once.
struct FindingTitles: Sendable {
  var events: [Folded] = []
  var testimonies: [Folded] = []
  var actions: [Folded] = []
  var organisations: [(organisation: Organisation, name: Folded, note: Folded)] = []
}

extension Insight {
  /// The records in which all words stand, in any order; of each kind at most so many, the closest
  /// first, of equals the newest.
  ///
  /// The words of a testimony and the name of its speaker are searched only where the reader may read
  /// them; one that was withdrawn is not found at all. A withdrawal code is found as a whole only.
  public func find(
    _ words: [Folded], for reader: Reader, most: Int = .max
  ) -> [Finding.Kind: FoundOfKind] {
    if words.isEmpty { return [:] }
    let hits = Finding.Kind.allCases.map { ($0, self.hits($0, SoughtWords(words: words), reader)) }
    let found = best(most, of: hits, for: reader)
    guard found.isEmpty, words.count == 1 else { return found }
    return best(most, of: letterHits(words[0]), for: reader)
  }

  private func best(
    _ most: Int, of hits: [(Finding.Kind, [FindingHit])], for reader: Reader
  ) -> [Finding.Kind: FoundOfKind] {
    Dictionary(
      uniqueKeysWithValues: hits.filter { !$0.1.isEmpty }.map { kind, hits in
        (kind, FoundOfKind(count: hits.count, best: best(most, of: hits, kind, reader)))
      })
  }

  // Only what may be shown is put together: of most hits it is enough how close they are.
  private func best(
    _ most: Int, of hits: [FindingHit], _ kind: Finding.Kind, _ reader: Reader
  ) -> [Finding] {
    var best: [Finding] = []
    let isWhole = hits.count <= most
    for hit in hits {
      if best.count >= most, let last = best.last, hit.closeness > last.closeness { continue }
      let date = date(of: kind, hit.place)
      if best.count >= most, let last = best.last, hit.closeness == last.closeness,
        date != last.date, !Finding.isNewer(date, last.date)
      {
        continue
      }
      let finding = Finding(
        subject: subject(kind, hit.place), title: title(of: kind, hit.place, reader), date: date,
        closeness: hit.closeness)
      if isWhole {
        best.append(finding)
        continue
      }
      // Behind its equals, so that of these the first stays.
      best.insert(finding, at: best.firstPlace { finding.isBefore($0) })
      if best.count > most { best.removeLast() }
    }
    return isWhole ? best.sorted { $0.isBefore($1) } : best
  }
}

extension [Finding] {
  /// The first place from which on something holds; the number of all where it holds of none.
  fileprivate func firstPlace(where holds: (Finding) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
