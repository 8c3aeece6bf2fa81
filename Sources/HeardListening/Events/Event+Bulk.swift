import HeardInsight
import HeardKit
import HeardModel

extension Event: BulkRecord {
  /// An event in the country in which all of them are: its zones and names are offered.
  public static func sketch(of records: [Event], for field: Code) -> Event {
    var sketch = Event()
    let countries = Set(records.map(\.country))
    if field != "country", countries.count == 1 { sketch.country = countries.first ?? nil }
    // Whoever chooses this wants to say it, or to take it back where it is said of all.
    if field == "beforeHeard" { sketch.isBeforeHeard = !records.allSatisfy(\.isBeforeHeard) }
    return sketch
  }

  /// The fields that can be changed in several events, the most usual first.
  public static let bulkFields: [BulkField<Event>] = [
    .value(bulkField("status"), \.status, check: mayBe) { $1.formats.label($0.status, "status") },
    countryField,
    .value(bulkField("region"), \.region, empty: "") { event, _ in event.region },
    .value(bulkField("place"), \.place, empty: "") { event, _ in event.place },
    .value(bulkField("type"), \.type) {
      $1.formats.label($0.type, in: .eventType, of: $1.programme)
    },
    .value(bulkField("involvement"), \.involvement) {
      $1.formats.label($0.involvement, "involvement")
    },
    .value(bulkField("format"), \.format) { $1.formats.label($0.format, "format") },
    .value(bulkField("confidentiality"), \.confidentiality) {
      $1.formats.label($0.confidentiality, "confidentiality")
    },
    .value(bulkField("series"), \.series.name, empty: "") { event, _ in event.series.name },
    .values(bulkField("topics"), \.topics) { $1.labels($0.topics, .topic) },
    .values(bulkField("aboutCommunities"), \.aboutCommunities) {
      $1.labels($0.aboutCommunities, .community)
    },
    .values(bulkField("languages"), \.languages) { event, desk in
      desk.words.list(event.languages.map(desk.formats.language))
    },
    .values(bulkField("facilitators"), \.facilitators) { $1.facilitators(of: $0) },
    partnersField,
    .value(bulkField("zone"), \.zone, empty: .some(nil)) { event, _ in event.zone?.stored ?? "" },
    .value(bulkField("capacity"), \.capacity, empty: .some(nil)) {
      $0.capacity.map($1.words.number) ?? ""
    },
    .day(bulkField("feedbackDue"), \.feedback.due),
    .value(bulkField("beforeHeard"), \.isBeforeHeard) {
      $1.words($0.isBeforeHeard ? "toggle.yes" : "toggle.no")
    },
  ]

  /// An event that lies ahead was not held; one at which somebody was heard was.
  @Sendable private static func mayBe(
    _ event: Event, _ status: EventStatus, _ desk: Desk
  ) -> BulkRefusal? {
    if status == .held, event.status != .held, let start = event.start {
      return start.firstDay > desk.today ? .liesAhead : nil
    }
    let wasHeard = (desk.insight.row(of: event.id)?.testimonies ?? 0) > 0
    return event.status == .held && status != .held && wasHeard ? .wasHeld : nil
  }

  /// With the country come the zone and the language that follow from it.
  private static let countryField = BulkField<Event>(
    id: "country", ways: [.set, .clear], fields: [bulkField("country")],
    put: { sheet, event, desk in
      let country = sheet.way == .clear ? nil : sheet.typed.country
      let profile = desk.programme.profile(country)
      let isClosed = event.participations.contains { person in
        person.communities.contains { !profile.rule(for: $0).allowsOnPerson }
          || (person.ageBand != nil && !profile.ageBands.allowsOnPerson)
      }
      if isClosed { return .traits }
      event.country = country
      event = EventFields.withDefaults(event, desk.programme)
      return nil
    }, shown: { $0.country == nil ? "" : $1.formats.country($0.country) })

  private static let partnersField = BulkField<Event>(
    id: "partners", ways: [.add, .remove, .set, .clear],
    fields: [bulkField("partners"), partnerRole],
    put: { sheet, event, _ in
      let typed = sheet.typed.partners
      switch sheet.way {
      case .add: for partner in typed { event.add(partner) }
      case .remove: for partner in typed { event.remove(partner) }
      case .set, .move:
        event.partners.removeAll { there in !typed.contains { $0.id == there.id } }
        for partner in typed { event.add(partner) }
      case .clear: event.partners = []
      }
      return nil
    }, shown: { $1.partners(of: $0) })

  /// The part that the typed partners had.
  private static let partnerRole = FieldSpec<Event>(
    "partnerRole",
    { _, desk in
      .choice([FieldOption("", desk.words("choice.none"))] + desk.options(.partnerRole))
    }, read: { _, _ in "" },
    write: { text, event, _ in
      let roles = Code(stored: text).map { [$0] } ?? []
      for place in event.partners.indices { event.partners[place].roles = roles }
      return nil
    })

  /// Adds an organisation, or a part to one that is there.
  private mutating func add(_ partner: EventPartner) {
    hasNoPartners = false
    guard let place = partners.firstIndex(where: { $0.id == partner.id }) else {
      return partners.append(partner)
    }
    partners[place].roles += partner.roles.filter { !partners[place].roles.contains($0) }
  }

  /// Takes an organisation out, or only the named part of it.
  private mutating func remove(_ partner: EventPartner) {
    guard let place = partners.firstIndex(where: { $0.id == partner.id }) else { return }
    if partner.roles.isEmpty {
      partners.remove(at: place)
    } else {
      partners[place].roles.removeAll(where: partner.roles.contains)
    }
  }
}
