import ArgumentParser
import HeardInsight
import HeardModel

/// Prints the records of one list that a filter lets pass.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Prints events, people, testimonies, actions, partners, facts, releases or others.",
    discussion: """
      A filter is words and key:value; a space is and, a comma is or, a minus sign before it is \
      not; id: finds by the beginning of an id. What the shell keeps together in quotation marks \
      stays together. Words of a testimony \
      are searched and shown only where you may read them. Testimonies and people that go into a \
      file or another program are noted in the register, with --for and --audience for whom.

      EXAMPLES
        heard list events
        heard list events country:fr,br year:2024 -status:cancelled
        heard list events place:"São Paulo" "mental health" --format plain
        heard list actions open:overdue --format csv > overdue.csv
        heard list events --format json | jq '.[].attendances'
        heard list events --sort -attendances --limit 10
        heard list actions --sort owner,due --fields owner,due,title --format csv
        heard list events --view "Spring in France"
        heard list approvals country:fr year:2024
        heard list facts kind:project country:fr
      """)

  /// What can be listed.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case events
    case people
    case testimonies
    case actions
    case partners
    case approvals
    case facts
    case releases
    case team

    /// The list in filters and views; nil for one that has neither.
    var target: QueryTarget? {
      switch self {
      case .events: .events
      case .people: .people
      case .testimonies: .testimonies
      case .actions: .actions
      case .partners: .organisations
      case .facts: .facts
      case .team, .approvals, .releases: nil
      }
    }
  }

  @Argument(
    help: """
      What to list: events, people, testimonies, actions, partners, approvals, facts, releases or \
      team.
      """)
  var kind: Kind

  @Argument(
    help: ArgumentHelp("What the records have to be.", valueName: "filter"),
    completion: Completing.filter)
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "A view of the list: its filter and order, and its columns in tables.", valueName: "name"),
    completion: Completing.views)
  var view: String?

  @Option(help: "How to print them.")
  var format = ListFormat.table

  @OptionGroup var rows: RowOptions

  @OptionGroup var recipient: Recipient

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let view = try view.map { try inquiry.view($0, of: kind.target) }
    let ordered = inOrder(try whole(inquiry, view), of: view, inquiry)
    let whole = try rows.rows(of: ordered, format, inquiry)
    let chosen = try rows.chosen(of: whole, inquiry.words)
    try note(whole, view, inquiry)
    let listing = chosen ?? shown(whole, view)
    try listing.forTeam(format).print(format, inquiry)
    if (format == .table || format == .plain) && !listing.rows.isEmpty {
      Output.say(inquiry.words("cli.forTeam"))
    }
    // Nobody knows what stands in a file that cannot be read; which those are is said below.
    let isSurelyEmpty = listing.rows.isEmpty && inquiry.unreadable.isEmpty
    if isSurelyEmpty && (format == .table || format == .plain) {
      let isWhole = filter.isEmpty && (view?.filter ?? "").isEmpty
      let isTakenBack = inquiry.programme.isTakenBack(filter.joined(separator: " "))
      Output.say(
        inquiry.words(
          isTakenBack ? "testimony.codeTakenBack" : isWhole ? "cli.none" : "cli.noMatch"))
    }
    try inquiry.finish()
  }

  /// The rows in the order of a view that is no order of the list's own: by a column, or turned
  /// round.
  private func inOrder(_ whole: Listing, of view: SavedView?, _ inquiry: Inquiry) -> Listing {
    guard let view, let sort = view.sort?.stored else { return whole }
    switch kind {
    case .events where EventOrder(rawValue: sort) != nil: return whole
    case .actions where ActionOrder(rawValue: sort) != nil: return whole
    default: return whole.sorted(by: sort, descending: view.isDescending, inquiry)
    }
  }

  /// The other forms are for programs: a view never changes their members.
  private func shown(_ whole: Listing, _ view: SavedView?) -> Listing {
    guard format == .table else { return whole }
    if let view { return whole.showing(view.columns.map(\.id.stored)) }
    // A narrow terminal leaves out the last ones; the id tells the day and the place there.
    return kind == .events ? whole.showing(Self.eventColumns) : whole
  }

  private static let eventColumns = [
    "title", "status", "attendances", "start", "place", "attendanceSource", "testimonies",
    "actions", "told",
  ]

  /// Notes in the register what is told of people, or goes to somebody who is named.
  private func note(_ whole: Listing, _ view: SavedView?, _ inquiry: Inquiry) throws {
    let isOfPeople = kind == .people || kind == .testimonies
    guard recipient.isGiven || (isOfPeople && Output.leaves) else { return }
    var asked = [kind.rawValue]
    if let target = kind.target {
      asked.append(
        try TypedFilter.query(filter, of: view?.filter ?? "", for: target, inquiry).unnamedText)
    }
    let line = try recipient.noted(
      RegisterLine(
        "list", as: format.rawValue, of: whole.readableIDs,
        query: asked.filter { !$0.isEmpty }.joined(separator: " "), at: Surroundings.now), inquiry)
    if !line.records.isEmpty { inquiry.register(line) }
  }

  private func whole(_ inquiry: Inquiry, _ view: SavedView?) throws -> Listing {
    let insight = inquiry.insight
    guard let target = kind.target else { return try unfiltered(inquiry) }
    let query = try TypedFilter.query(filter, of: view?.filter ?? "", for: target, inquiry)
    let isDescending = view?.isDescending ?? true
    switch kind {
    case .events:
      let order = view?.sort.flatMap { EventOrder(rawValue: $0.stored) }
      return Listing(
        EventRow.values(inquiry.programme),
        insight.events(query, sortedBy: order ?? .start, descending: order == nil || isDescending))
    case .people: return Listing(PersonRow.values, insight.foundPeople(query))
    case .testimonies:
      return Listing(
        TestimonyRow.values { insight.excerpt(of: $0, query, for: inquiry.reader)?.text },
        insight.foundTestimonies(query, for: inquiry.reader))
    case .actions:
      let order = view?.sort.flatMap { ActionOrder(rawValue: $0.stored) }
      return Listing(
        ActionRow.values,
        insight.actions(
          query, sortedBy: order ?? .due, descending: order != nil && isDescending))
    case .partners: return Listing(OrganisationRow.values, insight.organisations(query))
    case .facts: return Listing(ProgrammeFact.values, insight.facts(query))
    case .team, .approvals, .releases: return try unfiltered(inquiry)
    }
  }

  /// A list that has no filter of its own; approvals are narrowed by that of events, releases by
  /// words.
  private func unfiltered(_ inquiry: Inquiry) throws -> Listing {
    if kind == .approvals {
      let query = try TypedFilter.query(filter, for: .events, inquiry)
      return Listing(
        ApprovalRow.values(inquiry.insight), inquiry.insight.periods(filteredBy: query))
    }
    if kind == .releases {
      let words = filter.map { Folded($0) }
      let found = inquiry.programme.releases.values.filter { $0.holds(words) }
      return Listing(Release.values, found.sorted { ($0.at, $0.id) > ($1.at, $1.id) })
    }
    guard filter.isEmpty else { throw Failure(inquiry.words("cli.noTeamFilter"), .usage) }
    let members = inquiry.programme.team.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return Listing(StaffMember.values, members)
  }
}

extension ListCommand.Kind {
  /// The names of all values of its rows, as JSON has them.
  func columns(_ inquiry: Inquiry) -> [String] {
    let columns =
      switch self {
      case .events: EventRow.values(inquiry.programme).map(\.column)
      case .people: PersonRow.values.map(\.column)
      case .testimonies: TestimonyRow.values { _ in nil }.map(\.column)
      case .actions: ActionRow.values.map(\.column)
      case .partners: OrganisationRow.values.map(\.column)
      case .approvals: ApprovalRow.values(inquiry.insight).map(\.column)
      case .facts: ProgrammeFact.values.map(\.column)
      case .releases: Release.values.map(\.column)
      case .team: StaffMember.values.map(\.column)
      }
    return columns.map(\.key)
  }
}
