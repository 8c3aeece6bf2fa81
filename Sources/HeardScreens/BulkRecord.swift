import HeardModel

/// A kind of record of which several can be changed at once.
protocol BulkRecord: Hashable, Sendable {
  var id: Identifier<Self> { get }
  /// The record as any record.
  var record: Record { get }
  static var recordKind: RecordKind { get }
  /// The fields that can be changed, the most usual first.
  static var bulkFields: [BulkField<Self>] { get }
  /// The one that is there.
  static func stored(_ id: Identifier<Self>, in programme: Programme) -> Self?
  /// One in which nothing stands yet but what the form of a field depends on.
  static func sketch(of records: [Self], for field: Code) -> Self
  /// What it is called in the preview.
  func name(_ desk: Desk) -> String
  /// Why nothing of it can be changed here; nil where something can.
  func closed(_ desk: Desk) -> BulkRefusal?
  /// The rules that it breaks.
  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)]
}

extension BulkRecord where Self: FormRecord {
  func name(_ desk: Desk) -> String { title.isEmpty ? id.text : title }

  func closed(_ desk: Desk) -> BulkRefusal? { nil }

  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)] {
    Self.spec.rules(self, desk)
  }

  /// A field of its form.
  fileprivate static func field(_ id: Code) -> FieldSpec<Self> {
    spec.fields.first { $0.id == id }
      ?? FieldSpec(id, { _, _ in .line }, read: { _, _ in "" }, write: { _, _, _ in nil })
  }
}

extension Event: BulkRecord {
  // Zones and names are offered for the country in which all of them are.
  static func sketch(of records: [Event], for field: Code) -> Event {
    var sketch = Event()
    let countries = Set(records.map(\.country))
    if field != "country", countries.count == 1 { sketch.country = countries.first ?? nil }
    return sketch
  }

  static let bulkFields: [BulkField<Event>] = [
    .value(field("status"), \.status, check: mayBe) { $1.formats.label($0.status, "status") },
    countryField,
    .value(field("region"), \.region) { event, _ in event.region },
    .value(field("place"), \.place) { event, _ in event.place },
    .value(field("type"), \.type) { $1.formats.label($0.type, in: .eventType, of: $1.programme) },
    .value(field("involvement"), \.involvement) { $1.formats.label($0.involvement, "involvement") },
    .value(field("format"), \.format) { $1.formats.label($0.format, "format") },
    .value(field("confidentiality"), \.confidentiality) {
      $1.formats.label($0.confidentiality, "confidentiality")
    },
    .value(field("series"), \.series.name) { event, _ in event.series.name },
    .values(field("topics"), \.topics) { $1.labels($0.topics, .topic) },
    .values(field("aboutCommunities"), \.aboutCommunities) {
      $1.labels($0.aboutCommunities, .community)
    },
    .values(field("languages"), \.languages) { event, desk in
      desk.words.list(event.languages.map(desk.formats.language))
    },
    .values(field("facilitators"), \.facilitators) { $1.facilitators(of: $0) },
    partnersField,
    .value(field("zone"), \.zone) { event, _ in event.zone?.stored ?? "" },
    .value(field("capacity"), \.capacity) { $0.capacity.map($1.words.number) ?? "" },
    .day(field("feedbackDue"), \.feedback.due),
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
    id: "country", ways: [.set], fields: [field("country")],
    put: { sheet, event, desk in
      let profile = desk.programme.profile(sheet.typed.country)
      let isClosed = event.participations.contains { person in
        person.communities.contains { !profile.rule(for: $0).allowsOnPerson }
          || (person.ageBand != nil && !profile.ageBands.allowsOnPerson)
      }
      if isClosed { return .traits }
      event.country = sheet.typed.country
      event = EventFields.withDefaults(event, desk.programme)
      return nil
    }, shown: { $0.country == nil ? "" : $1.formats.country($0.country) })

  private static let partnersField = BulkField<Event>(
    id: "partners", ways: [.add, .remove, .set], fields: [field("partners"), partnerRole],
    put: { sheet, event, _ in
      let typed = sheet.typed.partners
      switch sheet.way {
      case .add: for partner in typed { event.add(partner) }
      case .remove: for partner in typed { event.remove(partner) }
      case .set, .move:
        event.partners.removeAll { there in !typed.contains { $0.id == there.id } }
        for partner in typed { event.add(partner) }
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

extension FollowUpAction: BulkRecord {
  static func sketch(of records: [FollowUpAction], for field: Code) -> FollowUpAction {
    FollowUpAction()
  }

  static let bulkFields: [BulkField<FollowUpAction>] = [
    statusField,
    .value(field("owner"), \.owner) { action, _ in action.owner },
    .value(field("followedBy"), \.followedBy) { action, desk in
      action.followedBy.map { desk.programme.team[$0]?.name ?? $0.text } ?? ""
    },
    .day(field("due"), \.due),
    .values(field("themes"), \.themes) { action, desk in
      desk.words.list(action.themes.map { desk.formats.label($0, "theme") })
    },
    .value(field("level"), \.level) { $1.formats.label($0.level, "level") },
    .value(field("horizon"), \.horizon) { $1.formats.label($0.horizon, "horizon") },
    .value(field("country"), \.country) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]

  /// With a reason where the status needs one; what stands there stays where none is typed.
  private static let statusField = BulkField<FollowUpAction>(
    id: "status", ways: [.set], fields: [field("status"), field("reason")],
    put: { sheet, action, desk in
      action.take(sheet.typed.status, on: desk.today)
      if !sheet.typed.reason.isEmpty { action.reason = sheet.typed.reason }
      return nil
    }, shown: { $1.formats.label($0.status, "actionStatus") })
}

extension Organisation: BulkRecord {
  static func sketch(of records: [Organisation], for field: Code) -> Organisation {
    Organisation()
  }

  static let bulkFields: [BulkField<Organisation>] = [
    .value(field("kind"), \.kind) { organisation, desk in
      organisation.kind.map { OrganisationFields.label($0, desk.words) } ?? ""
    },
    .value(field("country"), \.country) {
      $0.country == nil ? "" : $1.formats.country($0.country)
    },
  ]
}

// Never anything about consent: each answer is one person's, and is asked by itself.
extension Testimony: BulkRecord {
  static let recordKind = RecordKind.testimony

  static let bulkFields: [BulkField<Testimony>] = [
    .value(stageField, \.stage, check: { testimony, stage, _ in testimony.mayBe(stage) }) {
      $1.formats.label($0.stage, "stage")
    },
    .values(.codes("trustLoss", \.trustLoss, of: .trustLoss), \.trustLoss) {
      $1.labels($0.trustLoss, .trustLoss)
    },
    .values(.codes("consequences", \.consequences, of: .consequence), \.consequences) {
      $1.labels($0.consequences, .consequence)
    },
    .values(.codes("restores", \.restores, of: .restores), \.restores) {
      $1.labels($0.restores, .restores)
    },
  ]

  private static let stageField = FieldSpec<Testimony>(
    "stage",
    { _, desk in
      .choice(
        TestimonyStage.allCases.filter { $0 != .draft }
          .map { FieldOption($0.stored, desk.formats.label($0, "stage")) })
    }, read: { testimony, _ in testimony.stage.stored },
    write: { text, testimony, _ in
      testimony.stage = TestimonyStage(stored: text) ?? testimony.stage
      return nil
    })

  static func sketch(of records: [Testimony], for field: Code) -> Testimony {
    var sketch = Testimony()
    sketch.stage = .recorded
    return sketch
  }

  var record: Record { .testimony(self) }

  static func stored(_ id: TestimonyID, in programme: Programme) -> Testimony? {
    programme.testimonies[id]
  }

  func name(_ desk: Desk) -> String {
    let event = desk.programme.events[event]?.title ?? ""
    return desk.words.list([isGone(desk.today) ? id.text : pseudonym, event])
  }

  func closed(_ desk: Desk) -> BulkRefusal? {
    visibility(to: desk.reader, on: desk.today).isReadable ? nil : .notReadable
  }

  func broken(_ desk: Desk) -> [(field: Code, problem: FieldProblem)] { [] }

  /// Why its stage cannot be changed by hand.
  var stageClosed: BulkRefusal? { stage == .draft ? .isDraft : nil }

  private func mayBe(_ stage: TestimonyStage) -> BulkRefusal? {
    if let stageClosed { return stageClosed }
    switch stage {
    case .readBack: return readBack.isConfirmed ? nil : .notReadBack
    case .embargoed: return embargo == nil ? .noEmbargoDay : nil
    default: return nil
    }
  }
}
