import HeardInsight
import HeardKit
import HeardModel
import HeardStore

/// A change that may need no more of the folder than what is around some records, and how it is seen
/// that this was enough.
///
/// A name stands here only where the answer is the same with everything read; whoever is not sure
/// leaves it away.
struct NearChange {
  /// The ids, each in full.
  private let ids: [String]
  private let isRemoval: Bool
  /// What is set on fields, as `name=value`.
  private let assignments: [String]
  /// Somebody on the list of the one record, an event.
  private let person: PersonID?

  /// A change of these records, or of none that is there already.
  init(_ ids: [String] = [], setting assignments: [String] = [], isRemoval: Bool = false) {
    self.ids = ids.map { $0.lowercased() }
    self.assignments = assignments
    self.isRemoval = isRemoval
    person = nil
  }

  /// A change of somebody's part in an event; nil where it is not said which event is meant.
  init?(_ id: String, at event: String?, setting assignments: [String]) {
    guard let event, id.hasPrefix("p-"), let person = PersonID(stored: id) else { return nil }
    (ids, isRemoval) = ([event.lowercased()], false)
    (self.assignments, self.person) = (assignments, person)
  }

  /// What is read.
  var reach: ChangeReach { ChangeReach(ids, isRemoval: isRemoval) }

  /// Whether all that the change asks can be told by what was read.
  func isTold(by opened: OpenedProgramme) -> Bool {
    let (desk, programme) = (opened.desk, opened.desk.programme)
    guard ids.allSatisfy({ FoundRecord.exact($0, programme) != nil }),
      assignments.allSatisfy({ isNear($0, desk) })
    else { return false }
    guard let person else { return true }
    // An id of another kind would be found first.
    let others = [FilePlace.events.path(person.text), FilePlace.actions.path(person.text)]
    return FoundRecord.exact(person.text, programme) == nil
      && !others.contains(where: opened.store.isThere)
      && programme.events.values.contains { event in
        event.participations.contains { $0.id == person }
      }
  }

  /// Fields in which records are named by what they are called, or found among all.
  private static let wide: Set<String> = ["testimonies", "events", "event"]
  /// Fields in which languages are chosen, among them those of all events.
  private static let spoken: Set<String> = [
    "languages", "interpreters", "language", "translationLanguage",
  ]

  private func isNear(_ assignment: String, _ desk: Desk) -> Bool {
    guard let sign = assignment.firstIndex(of: "=") else { return true }
    var name = assignment[..<sign]
    if let last = name.last, "+-".contains(last) { name.removeLast() }
    let value = assignment[assignment.index(after: sign)...]
    if Self.wide.contains(String(name)) { return false }
    if Self.spoken.contains(String(name)) {
      let own = desk.ownLanguages
      return value.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
        .allSatisfy { $0.isEmpty || own.contains($0) }
    }
    // Behind a name stands the id of somebody who is on any list.
    if name == "personPseudonym" {
      return !value.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("p-") }
    }
    return true
  }

  private func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension OpenedProgramme {
  /// Opens a folder of which only what is around a change is read, where that is sure to be enough.
  ///
  /// - Throws: `Failure` with the sentence for the person.
  init(_ options: ProgrammeOptions, isDryRun: Bool, near change: NearChange?) throws {
    if let change {
      let opened = try OpenedProgramme(
        folder: options.path, isDryRun: isDryRun, reach: change.reach)
      if !opened.isPart || change.isTold(by: opened) {
        self = opened
        return
      }
    }
    try self.init(folder: options.path, isDryRun: isDryRun)
  }

  /// Whether an id that was just made belongs to a record that is there, read or not.
  func isTaken(_ key: RecordKey) -> Bool {
    if desk.programme.record(key) != nil { return true }
    guard isPart else { return false }
    if case .testimony(let id, _) = key { return store.isTaken(id.text) }
    return key.place.folder != nil && store.isThere(key.file)
  }
}
