import HeardInsight
import HeardModel
import StrictJSON

/// What `heard show` prints of a record: what its list prints, and everything else in it.
enum ShownRecord {
  /// The record as one row.
  ///
  /// - Throws: `Failure` for a testimony that nobody reads any more.
  static func listing(_ found: FoundRecord, _ inquiry: Inquiry) throws -> Listing {
    let insight = inquiry.insight
    switch found {
    case .event(let event):
      let rows = insight.row(of: event.id).map { [$0] } ?? []
      return Listing(EventRow.values(inquiry.programme), rows)
        + Listing(eventValues(insight), [event])
    case .testimony(let testimony): return try listing(testimony, inquiry)
    case .action(let action):
      let rows = insight.actions(.of(action.id.text)).filter { $0.id == action.id }
      return Listing(ActionRow.values, rows) + Listing(actionValues, [action])
    case .organisation(let organisation):
      let rows = insight.organisations(.of(organisation.id.text))
        .filter { $0.id == organisation.id }
      return Listing(OrganisationRow.values, rows)
        + Listing(organisationValues, [organisation])
    case .staff(let member): return Listing(StaffMember.values, [member])
    case .person(let id):
      let rows = insight.people(.of(id.text)).filter { $0.id == id }
      return Listing(PersonRow.values, rows) + Listing(personValues(inquiry.programme), [id])
    }
  }

  /// Whether the words of a record may hurt who reads them.
  static func warns(_ found: FoundRecord) -> Bool {
    if case .testimony(let testimony) = found { return !testimony.contentWarning.isEmpty }
    return false
  }

  private static func listing(_ testimony: Testimony, _ inquiry: Inquiry) throws -> Listing {
    let insight = inquiry.insight
    let rows = insight.testimonies(.of(testimony.id.text), for: inquiry.reader)
      .filter { $0.id == testimony.id }
    // Insight lists none whose keeping was refused or withdrawn: nothing shows them any more.
    guard let row = rows.first else {
      throw Failure(inquiry.words("cli.nobodyReads", ["id": testimony.id.text]), .io)
    }
    let listed = TestimonyRow.values { _ in nil }.filter {
      !["excerpt", "contentWarning", "quotes"].contains($0.column.key)
    }
    // The row holds what may be told of one that this person may not read.
    guard row.visibility.isReadable else {
      return Listing(listed, rows) + Listing([RowValue("text") { _ in .null }], rows)
    }
    return Listing(listed, rows) + Listing(testimonyValues(insight), [testimony])
  }
}

extension ShownRecord {
  private static func eventValues(_ insight: Insight) -> [RowValue<Event>] {
    [
      RowValue("region") { .of($0.region) },
      RowValue("venue") { .of($0.venue) },
      RowValue("onlineAddress") { .of($0.onlineAddress) },
      RowValue("zone") { .of($0.zone) },
      RowValue("interpreters", .language) { .of($0.interpreters) },
      RowValue("topics", .code(.topic)) { .of($0.topics) },
      RowValue("aboutCommunities", .code(.community)) { .of($0.aboutCommunities) },
      RowValue("series") { .of($0.series.name) },
      RowValue("seriesNumber") { .of($0.series.number) },
      RowValue("confidentiality", .fixed("confidentiality")) { .of($0.confidentiality) },
      RowValue("access") { event in
        .array(
          event.access.sorted { $0.key < $1.key }
            .map { .string("\($0.key.stored)=\($0.value.stored)") })
      },
      RowValue("facilitators", .staff) { .of($0.facilitators) },
      RowValue("partners", .organisation) { .of($0.partners.map(\.id)) },
      RowValue("capacity") { .of($0.capacity) },
      RowValue("inPerson") { .of($0.attendance.inPerson) },
      RowValue("online") { .of($0.attendance.online) },
      RowValue("hostCrowd") { .of($0.attendance.hostCrowd) },
      RowValue("heardReason") { .of($0.closeOut.heardReason) },
      RowValue("unrecordedContributions") { .of($0.unrecordedContributions) },
      RowValue("summary") { .of($0.summary) },
      RowValue("notes") { .of($0.notes) },
    ] + feedbackValues(\.feedback) + [
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
      RowValue("provenanceSource") { .of($0.provenance.source) },
      // By the records themselves: rows of testimonies reckon what may be quoted of each.
      RowValue("testimonyIDs") { event in
        .of(
          insight.programme.testimonies.values
            .filter { $0.event == event.id && !isWithdrawn($0, insight) }.map(\.id).sorted())
      },
      RowValue("actionIDs") { event in
        .of(insight.actions(.of(event: event.id)).filter { $0.events.contains(event.id) }.map(\.id))
      },
    ]
  }

  private static func testimonyValues(_ insight: Insight) -> [RowValue<Testimony>] {
    [
      RowValue("communities", .code(.community)) { .of($0.communities) },
      RowValue("ageBand", .code(.ageBand)) { .of($0.ageBand) },
      RowValue("roles", .code(.role)) { .of($0.roles) },
      RowValue("takenBy", .staff) { .of($0.takenBy) },
      RowValue("consents", .consents) { testimony in
        .object(
          Dictionary(
            uniqueKeysWithValues: ConsentPurpose.allCases.map {
              ($0.stored, .of(testimony.consent.state(of: $0, on: insight.today)))
            }))
      },
      RowValue("trustLoss", .code(.trustLoss)) { .of($0.trustLoss) },
      RowValue("consequences", .code(.consequence)) { .of($0.consequences) },
      RowValue("restores", .code(.restores)) { .of($0.restores) },
      RowValue("contentWarning") { .of($0.contentWarning) },
      RowValue("textKind", .fixed("textKind")) { .of($0.textKind) },
      RowValue("text") { .of($0.text) },
      RowValue("translations") { .array($0.translations.map(translation)) },
      RowValue("quotes") { .array(quotes(of: $0, insight)) },
      RowValue("actionIDs") { testimony in
        .of(
          insight.programme.actions.values
            .filter { $0.testimonies.contains(testimony.id) }.map(\.id).sorted())
      },
    ]
  }

  private static func isWithdrawn(_ testimony: Testimony, _ insight: Insight) -> Bool {
    if case .withdrawn = testimony.visibility(to: Reader(), on: insight.today) { return true }
    return false
  }

  private static func translation(_ it: Translation) -> JSONValue {
    .object([
      "language": .of(it.id), "text": .string(it.text), "by": .of(it.by), "kind": .of(it.kind),
      "reviewed": .boolean(it.isReviewed),
    ])
  }

  private static func quotes(of testimony: Testimony, _ insight: Insight) -> [JSONValue] {
    let setting = insight.programme.quoteSetting(of: testimony, on: insight.today)
    return testimony.quotes.map { quote in
      let answer = setting.publishability(of: quote, in: quote.language, for: .public)
      return .object([
        "id": .string(quote.id.text), "text": .string(quote.text),
        "language": .of(quote.language), "publishable": .boolean(answer.isPublishable),
      ])
    }
  }

  private static var actionValues: [RowValue<FollowUpAction>] {
    [
      RowValue("description") { .of($0.description) },
      RowValue("reason") { .of($0.reason) },
      RowValue("horizon", .fixed("horizon")) { .of($0.horizon) },
      RowValue("partners", .organisation) { .of($0.partners) },
      RowValue("proposedOn", .date) { .of($0.proposedOn) },
      RowValue("startedOn", .date) { .of($0.startedOn) },
      RowValue("doneOn", .date) { .of($0.doneOn) },
      RowValue("measureUnit") { .of($0.measure.unit) },
      RowValue("measureBaseline") { .of($0.measure.baseline) },
      RowValue("measureTarget") { .of($0.measure.target) },
      RowValue("measureCurrent") { .of($0.measure.current) },
      RowValue("evidence") { .of($0.evidence) },
    ] + feedbackValues(\.feedback) + [
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
      RowValue("provenanceSource") { .of($0.provenance.source) },
    ]
  }

  private static var organisationValues: [RowValue<Organisation>] {
    [
      RowValue("website") { .of($0.website) },
      RowValue("note") { .of($0.note) },
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
      RowValue("provenanceSource") { .of($0.provenance.source) },
    ]
  }

  /// Where the person was; traits that they declared stay in the events' own files.
  private static func personValues(_ programme: Programme) -> [RowValue<PersonID>] {
    [
      RowValue("presences") { id in
        let events = programme.events.values.sorted { $0.id < $1.id }
        return .array(
          events.flatMap { event in
            event.participations.filter { $0.id == id }.map { person in
              .object([
                "event": .string(event.id.text), "status": .of(person.status),
                "roles": .of(person.roles),
              ])
            }
          })
      }
    ]
  }

  private static func feedbackValues<Row>(
    _ feedback: @escaping (Row) -> Feedback
  ) -> [RowValue<Row>] {
    [
      RowValue("feedbackStatus", .fixed("feedback")) { .of(feedback($0).status) },
      RowValue("feedbackDue", .date) { .of(feedback($0).due) },
      RowValue("feedbackAudiences", .fixed("audience")) { .of(feedback($0).audiences) },
      RowValue("feedbackChannel") { .of(feedback($0).channel) },
      RowValue("feedbackText") { .of(feedback($0).text) },
      RowValue("feedbackDelivered", .date) { .of(feedback($0).deliveredOn) },
      RowValue("feedbackReached") { .of(feedback($0).reached) },
      RowValue("feedbackReason") { .of(feedback($0).reason) },
    ]
  }
}

extension Query {
  /// The filter that lets a record pass, and others whose ids begin as its own.
  fileprivate static func of(_ id: String) -> Query {
    Query(terms: [QueryTerm(.values(.id, [id]))])
  }

  /// The filter that lets pass what belongs to an event.
  fileprivate static func of(event id: EventID) -> Query {
    Query(terms: [QueryTerm(.values(.event, [id.text]))])
  }
}
