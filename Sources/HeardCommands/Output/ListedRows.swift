import HeardInsight
import HeardModel
import StrictJSON

// What the lists print of each kind of row, in the order of the columns. The names are part of the
// documented form (docs/command-line.md): new ones may be added, none changes its meaning.

extension EventRow {
  /// What is printed of an event; a few values stand only in the record itself.
  static func values(_ programme: Programme) -> [RowValue<EventRow>] {
    func event(_ row: EventRow) -> Event { programme.events[row.id] ?? Event() }
    return [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("title", isInTable: true, isFlexible: true) { .of($0.title) },
      RowValue("status", .fixed("status"), isInTable: true) { .of($0.status) },
      RowValue("attendances", isInTable: true) { .of($0.figure.count) },
      RowValue("attendanceSource", .fixed("source"), isInTable: true) { .of($0.figure.source) },
      RowValue("testimonies", isInTable: true) { .integer($0.testimonies) },
      RowValue("actions", isInTable: true) { .integer($0.actions) },
      RowValue("told", .fixed("cli.told"), isInTable: true) { .of($0.told.name) },
      RowValue("start", .date) { .of($0.start) },
      RowValue("end", .date) { .of(event($0).end) },
      RowValue("country", .country) { .of($0.country) },
      RowValue("place") { .of($0.place) },
      RowValue("type", .code(.eventType)) { .of(event($0).type) },
      RowValue("format", .fixed("format")) { .of($0.format) },
      RowValue("involvement", .fixed("involvement")) { .of($0.involvement) },
      RowValue("languages", .language) { .of(event($0).languages) },
      RowValue("actionsDone") { .integer($0.actionsDone) },
      RowValue("daysLate") { .of($0.told.daysLate) },
      RowValue("closedOut") { .boolean($0.isClosedOut) },
      RowValue("missing", .fixed("gap")) { .array($0.gaps.map { .string($0.rawValue) }) },
      RowValue("toldLacks", .fixed("tell.lacks")) {
        .array($0.told.lacks.map { .string($0.rawValue) })
      },
      RowValue("accessAsked") { .of(event($0).accessOutcome?.asked) },
      RowValue("accessNotArranged") { .of(event($0).accessOutcome?.notArranged) },
      RowValue("beforeHeard") { .boolean($0.isBeforeHeard) },
    ]
  }
}

extension PersonRow {
  static var values: [RowValue<PersonRow>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("pseudonym", isInTable: true, isFlexible: true) { .of($0.pseudonym) },
      RowValue("events", isInTable: true) { .integer($0.events) },
      RowValue("attended", isInTable: true) { .integer($0.attended) },
      RowValue("testimonies", isInTable: true) { .integer($0.testimonies) },
      RowValue("first", .date, isInTable: true) { .of($0.first) },
      RowValue("last", .date, isInTable: true) { .of($0.last) },
      RowValue("roles", .code(.role), isInTable: true) { .of($0.roles) },
    ]
  }
}

extension TestimonyRow {
  /// What is printed of a testimony; `excerpt` gives a piece of the words to who may read them.
  static func values(
    excerpt: @escaping (TestimonyID) -> String?
  ) -> [RowValue<TestimonyRow>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("date", .date, isInTable: true) { .of($0.date) },
      RowValue("country", .country, isInTable: true) { .of($0.country) },
      RowValue("pseudonym", isInTable: true) { .of($0.pseudonym) },
      RowValue("stage", .fixed("stage"), isInTable: true) { .of($0.stage) },
      RowValue("publishing", .fixed("consent"), isInTable: true) { .of($0.publishing) },
      RowValue("actions", isInTable: true) { .integer($0.actions) },
      // Words that may hurt who reads them stand only where they are asked for.
      RowValue("excerpt", isInTable: true, isFlexible: true) { row in
        row.hasWarning != false ? .null : .of(excerpt(row.id) ?? "")
      },
      RowValue("contentWarning") { $0.hasWarning.map(JSONValue.boolean) ?? .null },
      RowValue("visibility", .fixed("cli.visibility")) { .string($0.visibility.name) },
      RowValue("hiddenBy", .fixed("hidden")) { .of($0.visibility.hiddenBy ?? "") },
      RowValue("event") { .string($0.event.text) },
      RowValue("eventTitle") { .of($0.eventTitle) },
      RowValue("language", .language) { .of($0.language) },
      RowValue("type", .fixed("testimonyType")) { .of($0.type) },
      RowValue("polarity", .fixed("polarity")) { .of($0.polarity) },
      RowValue("triage", .fixed("triage")) { .of($0.triage) },
      RowValue("quotes") { .of($0.quotes) },
      RowValue("publishable") { .of($0.publishable) },
    ]
  }
}

extension ActionRow {
  static var values: [RowValue<ActionRow>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("title", isInTable: true, isFlexible: true) { .of($0.title) },
      RowValue("status", .fixed("actionStatus"), isInTable: true) { .of($0.status) },
      RowValue("due", .date, isInTable: true) { .of($0.due) },
      RowValue("daysOverdue", isInTable: true) { .of($0.daysOverdue) },
      RowValue("owner", isInTable: true) { .of($0.owner) },
      RowValue("told", .fixed("cli.told"), isInTable: true) { .of($0.told.name) },
      RowValue("themes", .fixed("theme"), isInTable: true) { .of($0.themes) },
      RowValue("level", .fixed("level")) { .of($0.level) },
      RowValue("country", .country) { .of($0.country) },
      RowValue("followedBy", .staff) { .of($0.followedBy) },
      RowValue("daysLate") { .of($0.told.daysLate) },
      RowValue("toldLacks", .fixed("tell.lacks")) {
        .array($0.told.lacks.map { .string($0.rawValue) })
      },
      RowValue("eventIDs") { .of($0.events) },
      RowValue("testimonyIDs") { .of($0.testimonies) },
    ]
  }
}

extension OrganisationRow {
  static var values: [RowValue<OrganisationRow>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("name", isInTable: true, isFlexible: true) { .of($0.name) },
      RowValue("country", .country, isInTable: true) { .of($0.country) },
      RowValue("events", isInTable: true) { .integer($0.events.count) },
      RowValue("last", .date, isInTable: true) { .of($0.last) },
      RowValue("roles", .code(.partnerRole), isInTable: true) { .of($0.roles) },
      RowValue("first", .date) { .of($0.first) },
      RowValue("kind", .code(.partnerRole)) { .of($0.kind) },
      RowValue("countries", .country) { .of($0.countries) },
      RowValue("support") { row in
        .array(
          row.support.map {
            .object(["amount": .integer($0.amount), "currency": .of($0.currency)])
          })
      },
      RowValue("eventIDs") { .of($0.events) },
    ]
  }
}

extension StaffMember {
  static var values: [RowValue<StaffMember>] {
    [
      RowValue("id", isInTable: true) { .string($0.id.text) },
      RowValue("name", isInTable: true, isFlexible: true) { .of($0.name) },
      RowValue("teamRoles", .fixed("role"), isInTable: true) { .of($0.roles) },
      RowValue("teamCountries", .country, isInTable: true) { .of($0.countries) },
      RowValue("languages", .language, isInTable: true) { .of($0.languages) },
      RowValue("contact", isInTable: true) { .of($0.contact) },
      RowValue("left", isInTable: true) { .boolean($0.hasLeft) },
    ]
  }
}

extension Told {
  /// How far telling people is, as the filter `told:` names it; nil where there is nothing to tell.
  var name: Code? {
    switch self {
    case .nothing: nil
    case .notDue: "notDue"
    case .due: "due"
    case .late: "late"
    case .told: "yes"
    case .toldLacking: "lacking"
    case .notPossible: "notPossible"
    }
  }

  /// How many days telling people is late; nil when it is not.
  var daysLate: Int? {
    if case .late(let days) = self { return days }
    return nil
  }
}

extension TestimonyVisibility {
  /// Whether this person may read the words, in one word.
  var name: String {
    switch self {
    case .open: "open"
    case .onlyTaker: "onlyTaker"
    case .onlyLead: "onlyLead"
    case .withdrawn: "withdrawn"
    case .hidden: "hidden"
    case .hiddenForSafeguarding: "hiddenForSafeguarding"
    }
  }
}
