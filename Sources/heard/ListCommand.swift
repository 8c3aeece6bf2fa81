import ArgumentParser
import HeardInsight
import HeardModel

/// Prints the records of one list that a filter lets pass.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Prints events, people, testimonies, actions, partners, the team or approvals.",
    discussion: """
      A filter is words and key:value; a space is and, a comma is or, a minus sign before it is \
      not. What the shell keeps together in quotation marks stays together. Words of a testimony \
      are searched and shown only where you may read them.

      EXAMPLES
        heard list events
        heard list events country:fr,br year:2024 -status:cancelled
        heard list events place:"São Paulo" "mental health" --format plain
        heard list actions open:overdue --format csv > overdue.csv
        heard list events --format json | jq '.[].attendances'
      """)

  /// What can be listed.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case events
    case people
    case testimonies
    case actions
    case partners
    case approvals
    case team
  }

  @Argument(help: "What to list.")
  var kind: Kind

  @Argument(help: ArgumentHelp("What the records have to be.", valueName: "filter"))
  var filter: [String] = []

  @Option(help: "How to print them.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let listing = try listing(inquiry)
    try listing.print(format, inquiry)
    if listing.rows.isEmpty && (format == .table || format == .plain) {
      Output.say(inquiry.words(filter.isEmpty ? "cli.none" : "cli.noMatch"))
    }
    try inquiry.finish()
  }

  private func listing(_ inquiry: Inquiry) throws -> Listing {
    let insight = inquiry.insight
    func query(_ target: QueryTarget) throws -> Query {
      try TypedFilter.query(filter, for: target, inquiry)
    }
    switch kind {
    case .events:
      return Listing(
        EventRow.values(inquiry.programme), insight.events(try query(.events)))
    case .people: return Listing(PersonRow.values, insight.people(try query(.people)))
    case .testimonies:
      let query = try query(.testimonies)
      return Listing(
        TestimonyRow.values { insight.excerpt(of: $0, query, for: inquiry.reader)?.text },
        insight.testimonies(query, for: inquiry.reader))
    case .actions: return Listing(ActionRow.values, insight.actions(try query(.actions)))
    case .approvals:
      guard filter.isEmpty else { throw Failure(inquiry.words("cli.noFilter"), .usage) }
      return Listing(QuarterRow.values(insight), insight.quarters())
    case .partners:
      return Listing(
        OrganisationRow.values, insight.organisations(try query(.organisations)))
    case .team:
      guard filter.isEmpty else { throw Failure(inquiry.words("cli.noTeamFilter"), .usage) }
      let members = inquiry.programme.team.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      return Listing(StaffMember.values, members)
    }
  }
}
