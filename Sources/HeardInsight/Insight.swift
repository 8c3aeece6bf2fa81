import Foundation
import HeardModel

/// Answers questions about the records of a programme as they stand on one day.
///
/// Made anew after each change: making it only links the records, and whatever costs more is
/// reckoned when it is first asked for. Testimonies whose keeping was refused or withdrawn count
/// nowhere and their words are not searched.
public struct Insight: Sendable {
  /// The records.
  public let programme: Programme
  /// The day on which the answers hold.
  public let today: CalendarDay
  /// The order of titles and places.
  public let collation: Collation

  let events: [Event]
  let eventPlaces: [EventID: Int]
  let testimonies: [Testimony]
  let testimonyPlaces: [TestimonyID: Int]
  let actions: [FollowUpAction]
  let testimoniesOfEvent: [EventID: [Int]]
  let actionsOfEvent: [EventID: [Int]]
  let actionsOfTestimony: [TestimonyID: [Int]]
  let kept: Kept

  /// Links the records; `locale` orders titles and places.
  public init(
    _ programme: Programme, today: CalendarDay, locale: Locale = Locale(identifier: "en")
  ) {
    self.programme = programme
    self.today = today
    collation = Collation(locale)
    let erased = programme.erased
    events = programme.events.values.filter { !erased.contains($0.id.text) }
      .sorted { $0.id < $1.id }
    testimonies = programme.testimonies.values.filter { !erased.contains($0.id.text) }
      .sorted { $0.id < $1.id }
    actions = programme.actions.values.filter { !erased.contains($0.id.text) }
      .sorted { $0.id < $1.id }
    eventPlaces = Dictionary(
      uniqueKeysWithValues: events.enumerated().map { ($1.id, $0) })
    testimonyPlaces = Dictionary(
      uniqueKeysWithValues: testimonies.enumerated().map { ($1.id, $0) })
    testimoniesOfEvent = Dictionary(
      grouping: testimonies.indices,
      by: { [testimonies] in
        testimonies[$0].event
      })
    (actionsOfEvent, actionsOfTestimony) = Self.links(
      actions,
      eventOf: { [testimonies, testimonyPlaces] id in
        testimonyPlaces[id].map { testimonies[$0].event }
      })
    kept = Kept()
  }

  // An action belongs to its events and to those at which its testimonies were told.
  private static func links(
    _ actions: [FollowUpAction], eventOf: (TestimonyID) -> EventID?
  ) -> (events: [EventID: [Int]], testimonies: [TestimonyID: [Int]]) {
    var ofEvent: [EventID: [Int]] = [:]
    var ofTestimony: [TestimonyID: [Int]] = [:]
    for (place, action) in actions.enumerated() {
      var events = Set(action.events)
      for id in Set(action.testimonies) {
        ofTestimony[id, default: []].append(place)
        if let event = eventOf(id) { events.insert(event) }
      }
      for id in events { ofEvent[id, default: []].append(place) }
    }
    return (ofEvent, ofTestimony)
  }

  /// What is reckoned when it is first asked for, and kept.
  final class Kept: Sendable {
    let rows = Lazy<[EventRow]>()
    let titleRanks = Lazy<[Int]>()
    let placeRanks = Lazy<[Int]>()
    let eventTexts = Lazy<[Folded]>()
    let testimonyTexts = Lazy<[TestimonyText]>()
    let actionTexts = Lazy<[Folded]>()
    let testimonyRows = Lazy<[TestimonyRow]>()
    let testimonyOrder = Lazy<[Int32]>()
    let people = Lazy<PeopleTable>()
    let personTexts = Lazy<FlatTexts>()
    let personNames = Lazy<FlatTexts>()
    let foundPresences = LastFound<Query>()
    let foundEvents = LastFound<Query>()
    let foundTestimonies = LastFound<Query>()
    let wordsInEvents = LastFound<SoughtWords>()
    let wordsInActions = LastFound<SoughtWords>()
    let wordsInPeople = LastFound<SoughtWords>()
    let wordsInTestimonies = LastFound<SoughtWords>()
    let visibilities = LastSeen()
    let conflicts = Lazy<[ConflictRow]>()
    let attended = Lazy<Attended>()
    let uncounted = Lazy<Taxonomy>()
    let declarations = Lazy<DeclarationTable>()
    let titles = Lazy<FindingTitles>()
    let pastTime = Lazy<[RetentionDue]>()
    let approvals = Lazy<[ApprovalRow]>()
  }
}

extension Insight {
  /// Days after an event within which it is to be closed out.
  public static let closeOutWithin = 14

  /// Only the roles that do not count: the rule of attendance asks for nothing else of the list.
  var uncountedRoles: Taxonomy {
    kept.uncounted.value {
      Taxonomy(programme.taxonomy(.role).entries.filter(\.isNotCounted))
    }
  }

  func event(_ id: EventID) -> Event? { eventPlaces[id].map { events[$0] } }

  /// Whether a testimony counts: keeping it was neither refused nor withdrawn.
  func counts(_ testimony: Testimony) -> Bool { testimony.counts(on: today) }

  /// The events from which an action comes, by its own links and by its testimonies.
  func eventsOfAction(_ action: FollowUpAction) -> [EventID] {
    var ids = action.events
    for id in action.testimonies {
      if let place = testimonyPlaces[id], !ids.contains(testimonies[place].event) {
        ids.append(testimonies[place].event)
      }
    }
    return ids
  }
}
