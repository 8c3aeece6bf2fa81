import HeardFollowUp
import HeardInsight
import HeardKit
import HeardListening
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
      let listing =
        Listing(EventRow.values(inquiry.programme), rows) + Listing(eventValues(insight), [event])
      // The list's number of attendances knows lists of people as well as tallies.
      return listing.adding(
        EventFields.spec.fields + AttendanceFields.all, of: event, but: ["attendance"],
        inquiry.desk)
    case .testimony(let testimony): return try listing(testimony, inquiry)
    case .action(let action):
      let rows = insight.actions(.of(action.id.text)).filter { $0.id == action.id }
      return (Listing(ActionRow.values, rows) + Listing(actionValues, [action]))
        .adding(
          ActionFields.spec.fields, of: action, but: ["events", "testimonies"], inquiry.desk)
    case .organisation(let organisation):
      let rows = insight.organisations(.of(organisation.id.text))
        .filter { $0.id == organisation.id }
      return (Listing(OrganisationRow.values, rows) + Listing(organisationValues, [organisation]))
        .adding(OrganisationFields.spec.fields, of: organisation, inquiry.desk)
    case .fact(let fact): return Listing(ProgrammeFact.values, [fact])
    case .release(let release): return Listing(Release.values, [release])
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
      RowValue("interpreters", .language) { .of($0.interpreters) },
      RowValue("topics", .code(.topic)) { .of($0.topics) },
      RowValue("aboutCommunities", .code(.community)) { .of($0.aboutCommunities) },
      RowValue("confidentiality", .fixed("confidentiality")) { .of($0.confidentiality) },
      RowValue("access") { event in
        .array(
          event.access.sorted { $0.key < $1.key }
            .map { .string("\($0.key.stored)=\($0.value.stored)") })
      },
      RowValue("attendanceRoles") { .counts($0.attendance.roles) },
      RowValue("declaredCommunities") { .counts($0.attendance.declared.communities) },
      RowValue("declaredAgeBands") { .counts($0.attendance.declared.ageBands) },
      RowValue("declaredQuestions") { .array($0.attendance.declared.questions.map(numbers(of:))) },
      RowValue("facilitators", .staff) { .of($0.facilitators) },
      RowValue("partners", .organisation) { .of($0.partners.map(\.id)) },
    ] + feedbackValues(\.feedback) + [
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
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
      RowValue("ownReasons", .code(.trustLoss)) { .of($0.ownReasons) },
      RowValue("guideQuestion") { .of($0.guideQuestion) },
      RowValue("speaksFor", .fixed("speaksFor")) { .of($0.speaksFor) },
      RowValue("supportOffered") { .of($0.supportOffered) },
      RowValue("followUpCheck", .date) { .of($0.followUpCheck) },
      RowValue("embargo", .date) { .of($0.embargo) },
      RowValue("privateNote") { .of($0.privateNote) },
      RowValue("contentWarning") { .of($0.contentWarning) },
      RowValue("textKind", .fixed("textKind")) { .of($0.textKind) },
      RowValue("text") { .of($0.text) },
      RowValue("translations") { .array($0.translations.map(translation)) },
      RowValue("quotes") { .array(quotes(of: $0, insight)) },
    ] + consentValues + [
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
      RowValue("provenanceSource") { .of($0.provenance.source) },
      RowValue("actionIDs") { testimony in
        .of(
          insight.programme.actions.values
            .filter { $0.testimonies.contains(testimony.id) }.map(\.id).sorted())
      },
    ]
  }

  /// How consent was asked and what may stand beside a quote; the answers have a value of their own.
  private static var consentValues: [RowValue<Testimony>] {
    [
      RowValue("notice") { .of($0.consent.notice) },
      RowValue("method", .fixed("method")) { .of($0.consent.method) },
      RowValue("evidence") { .of($0.consent.evidence) },
      RowValue("supporter") { .of($0.consent.supporter) },
      RowValue("guardian") { .of($0.consent.guardian) },
      RowValue("assent") { .said($0.consent.hasAssent) },
      RowValue("reviewBy", .date) { .of($0.consent.reviewBy) },
      RowValue("naming", .fixed("naming")) { .of($0.consent.naming) },
      RowValue("attributes", .fixed("beside")) { .of($0.consent.attributes) },
      RowValue("communitiesBeside", .code(.community)) { .of($0.consent.communities) },
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
      RowValue("horizon", .fixed("horizon")) { .of($0.horizon) },
      RowValue("partners", .organisation) { .of($0.partners) },
      RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) },
    ] + feedbackValues(\.feedback)
  }

  /// A question of slips with its numbers, those that nobody knows left out.
  private static func numbers(of question: DeclaredQuestion) -> JSONValue {
    let base = [
      ("asked", question.asked), ("answered", question.answered), ("none", question.none),
    ]
    let numbers =
      base.compactMap { name, number in number.map { "\(name)=\($0)" } }
      + question.counts.sorted { $0.key < $1.key }.map { "\($0.key.stored)=\($0.value)" }
    return .string("\(question.id.stored): \(numbers.joined(separator: ", "))")
  }

  private static var organisationValues: [RowValue<Organisation>] {
    [RowValue("provenance", .fixed("provenance")) { .of($0.provenance.kind) }]
  }

  /// Where the person was, and what they needed there; traits that they declared, and the age that
  /// they gave, stay in the events' own files.
  private static func personValues(_ programme: Programme) -> [RowValue<PersonID>] {
    [
      RowValue("presences") { id in
        let events = programme.events.values.sorted { $0.id < $1.id }
        return .array(
          events.flatMap { event in
            event.participations.filter { $0.id == id }.map { person in
              .object([
                "event": .string(event.id.text), "status": .of(person.status),
                "roles": .of(person.roles), "presence": .of(person.presence),
                "organisation": .of(person.organisation),
                "accessNeeds": .of(person.accessNeeds), "note": .of(person.note),
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
      RowValue("feedbackAudiences", .fixed("audience")) { .of(feedback($0).audiences) },
    ]
  }
}

extension Listing {
  /// With what else stands in the fields of a form, as it is typed after `--set`: a field that is
  /// new to the form is shown without a word about it here.
  ///
  /// Left out are fields that a list holds under another name.
  fileprivate func adding<Subject>(
    _ fields: [FieldSpec<Subject>], of subject: Subject, but others: Set<Code> = [], _ desk: Desk
  ) -> Listing {
    let known = Set(columns.map(\.key))
    let values = fields.filter { !known.contains($0.id.stored) && !others.contains($0.id) }
      .map { field in
        let kind = field.kind(subject, desk)
        return RowValue<Subject>(field.id.stored, kind.isDate ? .date : .plain) {
          kind.json(field.read($0, desk))
        }
      }
    return self + Listing(values, [subject])
  }
}

extension FieldKind {
  fileprivate var isDate: Bool { if case .date = self { true } else { false } }

  /// What stands in a field, in the form in which programs expect it.
  fileprivate func json(_ text: String) -> JSONValue {
    switch self {
    case .number: .of(Int(text))
    case .toggle: .said(!text.isEmpty)
    case .many, .lookupMany:
      .array(text.split(separator: ",").map { .string(trimmed(String($0))) })
    case .line, .area, .date, .choice, .lookup: .of(text)
    }
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
