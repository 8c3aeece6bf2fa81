import HeardKit
import HeardModel

/// The fields of an event, for its form and for `heard edit`.
public enum EventFields {
  /// The seven that everybody fills, then the others under headings.
  public static let spec = FormSpec<Event>(
    first + about + whereAndWhen + people + afterwards, rules: rules)

  /// A new event with what is most likely: this person's country and language.
  public static func blank(_ desk: Desk) -> Event {
    var event = Event()
    if desk.settings.countries.count == 1 { event.country = desk.settings.countries.first }
    return withDefaults(event, desk.programme)
  }

  /// The next event of a series: everything that is planned, nothing that happened.
  public static func next(after event: Event, _ programme: Programme) -> Event {
    var next = event
    next.id = EventID()
    next.status = .planned
    (next.start, next.end) = (nil, nil)
    next.attendance = Attendance()
    next.participations = []
    next.unrecordedContributions = nil
    next.pulses = []
    // Agreed for one use, by those who were asked then; nobody has been asked for the next.
    next.communityGovernance = ""
    next.closeOut = CloseOut()
    next.feedback = Feedback()
    (next.summary, next.notes) = ("", "")
    next.conflicts = []
    next.provenance = Provenance()
    next.isBeforeHeard = false
    next.access = event.access.mapValues { $0 == .notAsked ? .notAsked : .needed }
    if next.series.name.isEmpty { next.series.name = event.title }
    let numbers = programme.events.values
      .filter { $0.series.name == next.series.name }.compactMap(\.series.number)
    next.series.number = max(numbers.max() ?? 1, event.series.number ?? 1) + 1
    return next
  }

  /// Fills what follows from the country: zone and language where there is only one.
  static func withDefaults(_ event: Event, _ programme: Programme) -> Event {
    var event = event
    let profile = programme.profile(event.country)
    if event.zone == nil, profile.zones.count == 1 { event.zone = profile.zones.first }
    if event.languages.isEmpty, let language = profile.languages.first, event.country != nil {
      event.languages = [language]
    }
    return event
  }

  private static let first: [FieldSpec<Event>] = [
    .text("title", \.title, isRequired: true),
    country,
    .date("start", \.start, at: place),
    .text(
      "place", \.place,
      suggestions: { text, event, desk in
        desk.insight.suggestions(for: .place, country: event.country, prefix: text)
      }, understand: town),
    .code("type", \.type, of: .eventType),
    .choice("format", \.format, labels: "format"),
    .choice("status", \.status, labels: "status"),
  ]

  /// Where the event's dates are written.
  @Sendable private static func place(_ event: Event, _ desk: Desk) -> DatePlace {
    DatePlace(event.country, zone: desk.programme.zone(of: event))
  }

  /// A town that other events were in already, as most of them write it.
  @Sendable private static func town(_ text: String, _ event: Event, _ desk: Desk) -> Understood? {
    let found = desk.insight.events(inTown: text, country: event.country, except: event.id)
    guard let found else { return nil }
    let words =
      found.town == text
      ? desk.words("understood.place", count: found.count)
      : desk.words("understood.placeAs", count: found.count, ["place": found.town])
    return Understood(text, words: words)
  }

  private static let country = FieldSpec<Event>(
    "country", { _, desk in .lookup(desk.countryOptions) },
    read: { event, _ in event.country?.stored ?? "" },
    write: { text, event, desk in
      if text.isEmpty {
        event.country = nil
        return nil
      }
      switch OptionInput.value(text, desk.countryOptions) {
      case .success(let code):
        event.country = CountryCode(stored: code)
        event = withDefaults(event, desk.programme)
        return nil
      case .failure(let problem): return problem
      }
    })

  private static let about: [FieldSpec<Event>] = [
    .choice("involvement", \.involvement, labels: "involvement", section: "about"),
    .codes("topics", \.topics, of: .topic, section: "about"),
    .codes("aboutCommunities", \.aboutCommunities, of: .community, section: "about"),
    .text("series", \.series.name, section: "about") { text, _, desk in
      desk.insight.suggestions(for: .series, country: nil, prefix: text)
    },
    .number("seriesNumber", \.series.number, section: "about"),
    .choice(
      "confidentiality", \.confidentiality, labels: "confidentiality", section: "about"),
  ]

  private static let whereAndWhen: [FieldSpec<Event>] = [
    .date("end", \.end, section: "where", at: place),
    .lookup("zone", \.zone, section: "where") { event, desk in desk.zoneOptions(event.country) },
    .text("region", \.region, section: "where") { text, event, desk in
      desk.insight.suggestions(for: .region, country: event.country, prefix: text)
    },
    .text("venue", \.venue, section: "where") { text, event, desk in
      desk.insight.suggestions(for: .venue, country: event.country, prefix: text)
    },
    .text("onlineAddress", \.onlineAddress, section: "where"),
    .number("capacity", \.capacity, section: "where"),
    .lookupMany("languages", \.languages, section: "where") { _, desk in desk.languageOptions },
    .lookupMany("interpreters", \.interpreters, section: "where") { _, desk in
      desk.languageOptions
    },
    access,
  ]

  /// Access as `stepFree=arranged, captions=needed`.
  private static let access = FieldSpec<Event>(
    "access", { _, _ in .line }, section: "where",
    read: { event, _ in
      event.access.sorted { $0.key < $1.key }.map { "\($0.stored)=\($1.stored)" }
        .joined(separator: ", ")
    },
    write: { text, event, desk in
      var access: [Code: AccessState] = [:]
      for part in text.split(separator: ",") {
        let pair = part.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
        let states = AccessState.allCases.map {
          FieldOption($0.stored, desk.words("access.\($0.stored)"))
        }
        guard let name = pair.first else { continue }
        switch (
          OptionInput.value(name, desk.options(.access)),
          OptionInput.value(pair.count > 1 ? pair[1] : "needed", states)
        ) {
        case (.success(let code), .success(let state)):
          if let code = Code(stored: code) { access[code] = AccessState(stored: state) }
        case (.failure(let problem), _), (_, .failure(let problem)): return problem
        }
      }
      event.access = access
      return nil
    })

  private static let people: [FieldSpec<Event>] = [
    .lookupMany("facilitators", \.facilitators, section: "people") { event, desk in
      desk.staffOptions(event.country)
    }.refusing(FieldProblem.notOnTeam),
    partners,
    partnerParts,
    .toggle("noPartners", \.hasNoPartners, section: "people"),
    .text("communityGovernance", \.communityGovernance, section: "people"),
  ]

  /// Partners by name; the part that each of them had is kept where the name stays.
  private static let partners = FieldSpec<Event>(
    "partners", { _, desk in .lookupMany(desk.organisationOptions) }, section: "people",
    read: { event, _ in event.partners.map(\.id.text).joined(separator: ", ") },
    write: { text, event, desk in
      switch OptionInput.values(text, desk.organisationOptions) {
      case .success(let ids):
        let before = event.partners
        event.partners = ids.compactMap(OrganisationID.init(stored:)).map { id in
          if let partner = before.first(where: { $0.id == id }) { return partner }
          var partner = EventPartner()
          partner.id = id
          return partner
        }
        return nil
      case .failure(let problem): return problem
      }
    })

  private static let partnerParts = FieldSpec<Event>.lines(
    "partnerParts", \.partners, section: "people", isSaidBack: true,
    text: { PartnerLines.text($0, $1.programme) }, values: PartnerLines.partners)

  private static let pulses = FieldSpec<Event>.lines(
    "pulses", \.pulses, section: "afterwards", text: { pulses, _ in PulseLines.text(pulses) },
    values: PulseLines.pulses)

  private static let afterwards: [FieldSpec<Event>] = [
    .text("summary", \.summary, rows: 4, section: "afterwards"),
    .text("notes", \.notes, rows: 3, section: "afterwards"),
    pulses,
    .text("attendanceNote", \.attendance.note, section: "afterwards"),
    .toggle("attendanceNotKnown", \.closeOut.attendanceNotKnown, section: "afterwards"),
    .toggle("nothingToFollow", \.closeOut.nothingToFollow, section: "afterwards"),
    .text("heardReason", \.closeOut.heardReason, section: "afterwards"),
    .text("closeOutNote", \.closeOut.note, section: "afterwards"),
    .number("unrecordedContributions", \.unrecordedContributions, section: "afterwards"),
    .choice("feedbackStatus", \.feedback.status, labels: "feedback", section: "afterwards"),
    .day("feedbackDue", \.feedback.due, section: "afterwards", at: place),
    .values(
      "feedbackAudiences", \.feedback.audiences, labels: "audience", section: "afterwards"),
    .text("feedbackChannel", \.feedback.channel, section: "afterwards"),
    .text("feedbackText", \.feedback.text, rows: 3, section: "afterwards"),
    .day("feedbackDelivered", \.feedback.deliveredOn, section: "afterwards", at: place),
    .number("feedbackReached", \.feedback.reached, section: "afterwards"),
    .text("feedbackReason", \.feedback.reason, section: "afterwards"),
    .choice("provenance", \.provenance.kind, labels: "provenance", section: "afterwards"),
    .text("provenanceSource", \.provenance.source, section: "afterwards"),
    .toggle("beforeHeard", \.isBeforeHeard, section: "afterwards"),
  ]

  @Sendable private static func rules(
    _ event: Event, _ desk: Desk
  ) -> [(field: Code, problem: FieldProblem)] {
    var broken: [(field: Code, problem: FieldProblem)] = []
    if let start = event.start, let end = event.end, end.lastDay < start.firstDay {
      broken.append(("end", .endBeforeStart))
    } else if let start = event.start, let end = event.end, start.exactDay == end.exactDay,
      let from = start.minuteOfDay, let to = end.minuteOfDay, to < from
    {
      broken.append(("end", .endBeforeStart))
    }
    for (field, date) in [("start" as Code, event.start), ("end", event.end)] {
      if let problem = TimesElsewhere.problem(date, of: event, desk) {
        broken.append((field, problem))
      }
    }
    if event.isBeforeHeard, let start = event.start, start.firstDay > desk.today {
      broken.append(("beforeHeard", .stillToCome))
    }
    if event.feedback.status == .notPossible && event.feedback.reason.isEmpty {
      broken.append(("feedbackReason", .reasonMissing))
    }
    return broken
  }
}
