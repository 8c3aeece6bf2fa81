import Foundation
import HeardModel

/// Answers questions about the records of a programme as they stand on one day.
///
/// Making it only links the records; whatever costs more is reckoned when it is first asked for, and
/// kept. After a change `update` keeps all that still holds. Testimonies whose keeping was refused
/// or withdrawn count nowhere and their words are not searched.
public struct Insight: Sendable {
  /// The records; who changes them has this `update`, or `renew`, before anything is asked.
  ///
  /// They have no other owner, so that a change copies none of the others.
  public var programme: Programme
  /// The day on which the answers hold.
  public let today: CalendarDay
  /// The order of titles and places.
  public let collation: Collation

  var events: Ordered<Event>
  var eventPlaces: [EventID: Int] = [:]
  var testimonies: Ordered<Testimony>
  var testimonyPlaces: [TestimonyID: Int] = [:]
  var actions: Ordered<FollowUpAction>
  var testimoniesOfEvent: [EventID: [Int]] = [:]
  var actionsOfEvent: [EventID: [Int]] = [:]
  var actionsOfTestimony: [TestimonyID: [Int]] = [:]
  /// What was erased when the records were linked.
  private(set) var linkedErased: Set<String>
  /// Whether the programme holds records that were erased: they are in no answer.
  private(set) var isHiding = false
  var kept = Kept()

  /// Links the records; `locale` orders titles and places.
  public init(
    _ programme: Programme, today: CalendarDay, locale: Locale = Locale(identifier: "en")
  ) {
    self.init(programme, today, Collation(locale))
  }

  private init(_ programme: Programme, _ today: CalendarDay, _ collation: Collation) {
    self.programme = programme
    self.today = today
    self.collation = collation
    let erased = programme.erased
    linkedErased = erased
    events = Ordered(
      programme.events.boxes.values.lazy.filter { !erased.contains($0.record.id.text) }
    ) { $0.id < $1.id }
    testimonies = Ordered(
      programme.testimonies.boxes.values.lazy.filter { !erased.contains($0.record.id.text) }
    ) { $0.id < $1.id }
    actions = Ordered(
      programme.actions.boxes.values.lazy.filter { !erased.contains($0.record.id.text) }
    ) { $0.id < $1.id }
    isHiding =
      events.count != programme.events.count || actions.count != programme.actions.count
      || testimonies.count != programme.testimonies.count
    placeEvents()
    placeTestimonies()
    linkTestimonies()
    linkActions()
  }

  /// Links all records anew: anything may have changed.
  public mutating func renew() { self = Insight(programme, today, collation) }

  /// Which answers these are: two that are equal come from the same records on the same day.
  public var edition: Edition { kept.edition }

  /// What is reckoned when it is first asked for, and kept as long as it holds.
  struct Kept: Sendable {
    let edition = Edition()
    var rows = Lazy<[EventRow]>()
    var titleRanks = Lazy<[Int]>()
    var placeRanks = Lazy<[Int]>()
    var eventTexts = Lazy<[Folded]>()
    var actionTexts = Lazy<[Folded]>()
    var actionRows = LastAnswer<Query, [ActionRow]>(most: 2)
    var figures = LastAnswer<FigureQuestion, Figures>(most: 6)
    var teamNames = Lazy<TeamNames>()
    var testimonyOrder = Lazy<[Int32]>()
    var people = Lazy<PeopleTable>()
    var personTexts = Lazy<FlatTexts>()
    var personNames = Lazy<FlatTexts>()
    var foundPresences = LastFound<Query>()
    var foundEvents = LastFound<Query>()
    var foundTestimonies = LastFound<Query>()
    var wordsInEvents = LastFound<SoughtWords>()
    var wordsInActions = LastFound<SoughtWords>()
    var wordsInPeople = LastFound<SoughtWords>()
    var wordsInTestimonies = LastFound<SoughtWords>()
    var visibilities = LastSeen()
    var conflicts = Lazy<[ConflictRow]>()
    var attended = Lazy<Attended>()
    var uncounted = Lazy<Taxonomy>()
    var declarations = Lazy<DeclarationTable>()
    var titles = Lazy<FindingTitles>()
    var pastTime = Lazy<[RetentionDue]>()
    var approvals = Lazy<[ApprovalRow]>()
    var eventsWaiting = Lazy<[EventWaiting]>()
    var actionsWaiting = Lazy<[[WaitingItem]]>()
    var testimoniesWaiting = Lazy<[TestimonyWaiting]>()
    var waiting = LastAnswer<WaitingQuestion, [WaitingItem]>()
    var headline = Lazy<EventTotals>()
    var byCountry = Lazy<[(country: CountryCode?, totals: EventTotals)]>()
  }
}

// Links.
extension Insight {
  mutating func placeEvents() {
    eventPlaces = Dictionary(uniqueKeysWithValues: events.indices.map { (events[$0].id, $0) })
  }

  mutating func placeTestimonies() {
    testimonyPlaces = Dictionary(
      uniqueKeysWithValues: testimonies.indices.map { (testimonies[$0].id, $0) })
  }

  mutating func linkTestimonies() {
    testimoniesOfEvent = Dictionary(grouping: testimonies.indices) { testimonies[$0].event }
  }

  /// An action belongs to its events and to those at which its testimonies were told.
  mutating func linkActions() {
    var ofEvent: [EventID: [Int]] = [:]
    var ofTestimony: [TestimonyID: [Int]] = [:]
    for place in actions.indices {
      for id in Set(actions[place].testimonies) { ofTestimony[id, default: []].append(place) }
      for id in Set(eventsOfAction(actions[place])) { ofEvent[id, default: []].append(place) }
    }
    (actionsOfEvent, actionsOfTestimony) = (ofEvent, ofTestimony)
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

  /// The same of the testimony at a place, which is large: only what tells it is looked at.
  func counts(at place: Int) -> Bool { !testimonies[place].consent.isFinallyClosed }

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
