import ArgumentParser
import HeardInsight
import HeardKit
import HeardModel
import StrictJSON

/// Prints what the held events come to, split by up to three keys.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Prints figures of the held events, split by country, year and more.",
    discussion: """
      Attendances are not people: who came to two events counts twice. People are those on lists. \
      Rows that overlap, as those by topic, must not be added up; the total counts everything once. \
      By about are events about a community, not people of it. By declared, or --declared, are the \
      answers of people about themselves, each community with its own base: answers, never people, \
      since somebody may have been at two events. All of it is for the team. \
      With ROWS/COLUMNS, --of or --public it is a table of one number by one or two keys, and it is \
      said whether it may be published; --public prints it as it may be, and keeps that as a release. \
      Roles that do not count, as facilitators, are in no number; they are named with the figures.
      Keys: \(FigureKey.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES
        heard figures
        heard figures --by country,year
        heard figures --by country --sort -attendances --limit 5 --fields events,attendances
        heard figures --by topic country:jp --format plain
        heard figures --by declared,country
        heard figures --by country/year --of attendances
        heard figures --by year/type --of events --public --release report-2024
        heard figures --by year --format json | jq '.rows[] | [.year, .attendances]'
      """)

  @Option(
    help: ArgumentHelp(
      "Up to three keys with commas between them, or rows/columns.", valueName: "keys"),
    completion: Completing.commas(FigureKey.allCases.map(\.rawValue)))
  var by: String = ""

  @Option(
    help: ArgumentHelp("What a table of one or two keys counts.", valueName: "measure"),
    completion: .list(measures))
  var of: String?

  @Flag(name: .customLong("public"), help: "Prints what may be published, as a release.")
  var isPublic = false

  @Option(
    help: ArgumentHelp("The name of the release; it gets one of its own else.", valueName: "name"))
  var release: String?

  @Flag(help: "Counts what people said of themselves, in answers; the same as --by declared.")
  var declared = false

  @Argument(
    help: ArgumentHelp("Which events count, as for heard list.", valueName: "filter"),
    completion: Completing.filter)
  var filter: [String] = []

  @Option(help: "How to print them.")
  var format = ListFormat.table

  @OptionGroup var rows: RowOptions

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    if by.contains("/") || of != nil || isPublic || release != nil { return try printTable() }
    let inquiry = try Inquiry(options)
    let keys = try keys(inquiry)
    let query = try TypedFilter.query(filter, for: .events, inquiry)
    let figures = inquiry.insight.figures(by: keys, query)
    let isDeclared = declared || keys.contains(.declared)
    let bytes =
      if isDeclared {
        try DeclaredListing(figures, inquiry.insight).bytes(rows, format, inquiry)
      } else if format == .json {
        SafeJSON.bytes(try json(figures, query, inquiry))
      } else {
        try listing(figures, inquiry).bytes(format, inquiry, columns: Output.columns)
      }
    if Output.leaves && figures.total.events > 0 { note(query, inquiry) }
    try Output.write(bytes)
    if format != .json { tell(figures, keys, query, inquiry) }
    try inquiry.finish()
  }

  /// Notes in the register that figures left, and what was asked; of nobody a record is in them.
  private func note(_ query: Query, _ inquiry: Inquiry) {
    let asked = [
      by.isEmpty ? "" : "--by \(by)", declared ? "--declared" : "", query.unnamedText,
    ]
    inquiry.register(
      RegisterLine(
        "figures", as: format.rawValue,
        query: asked.filter { !$0.isEmpty }.joined(separator: " "), at: Surroundings.now))
  }

  /// What has to be known before a figure is passed on.
  private func tell(
    _ figures: Figures, _ keys: [FigureKey], _ query: Query, _ inquiry: Inquiry
  ) {
    let words = inquiry.words
    if figures.keys.contains(.about) || query.names(.about) {
      Output.say(words("figures.aboutCommunities"))
    }
    if query.names(.declared) { Output.say(words("figures.declaredEvents")) }
    if declared || keys.contains(.declared) {
      Output.say("\(words("figures.internal")): \(words("figures.notPublic"))")
      return Output.say(words("figures.how.declared"))
    }
    if figures.isOverlapping { Output.say(words("cli.overlapping")) }
    let roles = inquiry.formats.uncountedRoles(of: inquiry.programme)
    if !roles.isEmpty { Output.say(words("figures.uncountedRoles", ["roles": roles])) }
    let contested = inquiry.insight.contested(figures.total.eventIDs).count
    if contested > 0 { Output.say(words("figures.contested", count: contested)) }
    guard figures.keys.isEmpty, query.isEmpty, let published = inquiry.insight.publishedComparison
    else { return }
    for sentence in words.published(published) { Output.say(sentence) }
  }

  private func keys(_ inquiry: Inquiry) throws -> [FigureKey] {
    let options = FigureKey.allCases.map { FieldOption($0.rawValue, $0.rawValue) }
    if by.split(separator: ",").contains(where: { trimmed(String($0)) == "community" }) {
      throw Failure(inquiry.words("cli.splitKey"), .usage)
    }
    switch OptionInput.values(by, options) {
    case .success(let names):
      // What was declared is a row of each combination, and no key of events.
      guard names.count(where: { $0 != FigureKey.declared.rawValue }) <= 3 else {
        throw Failure(inquiry.words("cli.threeKeys"), .usage)
      }
      return names.compactMap(FigureKey.init(rawValue:))
    case .failure(let problem):
      let sentence = problem.sentence(listing: options, inquiry.words)
      throw Failure(
        inquiry.words("cli.option", ["option": "--by", "problem": sentence]), .usage)
    }
  }

  private func json(
    _ figures: Figures, _ query: Query, _ inquiry: Inquiry
  ) throws -> JSONValue {
    let roles = inquiry.programme.taxonomy(.role)
    let numbers = Self.numbers(figures)
    let all = try self.rows.rows(
      of: Listing(Self.keyValues(figures) + numbers, figures.rows), format, inquiry)
    let rows = try chosen(of: all, figures, inquiry)
    let totals = Listing(numbers, [figures.total]).only(rows.columns.map(\.key))
    let uncounted = roles.offered.filter { !roles.counts($0) }
    let members: [String: JSONValue] = [
      "by": .array(figures.keys.map { .string($0.rawValue) }),
      "use": .string(Self.use),
      "rows": rows.json,
      "total": totals.rows.first.map(totals.object) ?? .null,
      "overlapping": .boolean(figures.isOverlapping),
      "published": PublishedListing.json(inquiry.insight, under: query),
      "uncountedRoles": .of(uncounted),
      "contested": .of(inquiry.insight.contested(figures.total.eventIDs)),
    ]
    return .object(members)
  }

  /// Rows for reading end with the total; rows for a spreadsheet do not, so that it can add up.
  private func listing(_ figures: Figures, _ inquiry: Inquiry) throws -> Listing {
    var listing = try rows.rows(
      of: Listing(Self.values(figures), figures.rows), format, inquiry)
    if !format.isForSpreadsheets {
      // An empty place would be hard to notice, and cannot be heard at all.
      let unknown = JSONValue.string(inquiry.words("cli.unknown"))
      for index in listing.rows.indices {
        for key in figures.keys.indices where listing.rows[index][key].isNull {
          listing.rows[index][key] = unknown
        }
      }
    }
    if figures.keys.isEmpty || !format.isForSpreadsheets {
      let names = figures.keys.indices.map { index -> JSONValue in
        index == 0 ? .string(inquiry.words("cli.total")) : .null
      }
      let numbers = Self.numbers(figures).map { $0.value(figures.total) }
      listing.rows.append(names + [.string(Self.use)] + numbers)
    }
    return try chosen(of: listing, figures, inquiry)
  }

  /// The values that are wanted; what the rows are of, and for whom, always stands with them.
  private func chosen(
    of listing: Listing, _ figures: Figures, _ inquiry: Inquiry
  ) throws -> Listing {
    let first = figures.keys.map(\.rawValue) + ["use"]
    return try rows.chosen(of: listing, behind: first, inquiry.words) ?? listing
  }

  /// The names of all numbers, as JSON has them.
  static let columns = [
    "events", "attendances", "counted", "listed", "reported", "estimated", "unsourced", "notKnown",
    "people", "testimonies", "actions",
  ]

  private static func values(_ figures: Figures) -> [RowValue<FigureRow>] {
    keyValues(figures) + [mark()] + numbers(figures)
  }

  /// That what stands in the row is for the team alone: beside every row, since tables are cut up.
  static func mark<Row>() -> RowValue<Row> {
    RowValue("use", .fixed("cli.use"), isInTable: true) { _ in .string(use) }
  }

  private static let use = "internal"

  /// The value of each key.
  static func keyValues(_ figures: Figures) -> [RowValue<FigureRow>] {
    figures.keys.enumerated().map { index, key in
      RowValue(key.rawValue, key.meaning, isInTable: true) { row in
        index < row.keys.count ? row.keys[index].json : .null
      }
    }
  }

  private static func numbers(_ figures: Figures) -> [RowValue<FigureRow>] {
    // A column of nothing would push others out of a narrow terminal.
    let hasUnsourced = figures.total.sources.contains(.unsourced)
    return [
      RowValue("events", isInTable: true) { .integer($0.events) },
      RowValue("attendances", isInTable: true) { .of($0.knownAttendances) },
      RowValue("counted", isInTable: true) { .of($0.known(.counted)) },
      RowValue("listed", isInTable: true) { .of($0.known(.listed)) },
      RowValue("reported", isInTable: true) { .of($0.known(.reported)) },
      RowValue("estimated", isInTable: true) { .of($0.known(.estimated)) },
      RowValue("unsourced", isInTable: hasUnsourced) { .of($0.known(.unsourced)) },
      RowValue("notKnown", isInTable: true) { .integer($0.notKnown) },
      RowValue("people", isInTable: true) { .of($0.knownPeople) },
      RowValue("testimonies", isInTable: true) { .integer($0.testimonies) },
      RowValue("actions", isInTable: true) { .integer($0.actions) },
    ]
  }
}

extension FigureKey {
  /// How its values are put in words.
  var meaning: Meaning {
    switch self {
    case .country: .country
    case .type: .code(.eventType)
    case .format: .fixed("format")
    case .involvement: .fixed("involvement")
    case .about, .declared: .code(.community)
    case .topic: .code(.topic)
    case .language: .language
    case .source: .fixed("source")
    case .status: .fixed("status")
    case .partner: .organisation
    case .year, .quarter, .month, .place, .series: .plain
    }
  }
}

extension FigureKeyValue {
  /// The value as it stands in files; null where nobody noted it.
  fileprivate var json: JSONValue {
    switch self {
    case .country(let country): .of(country)
    case .year(let year): .integer(year)
    case .quarter, .month, .place: .string(released)
    case .organisation(let id): .of(id)
    case .code(let code, _): .of(code)
    case .format(let format): .of(format)
    case .involvement(let involvement): .of(involvement)
    case .series(let name): .string(name)
    case .language(let language): .of(language)
    case .source(let source): .of(source)
    case .status(let status): .of(status)
    case .unknown: .null
    }
  }
}
