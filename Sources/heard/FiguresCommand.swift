import ArgumentParser
import HeardInsight
import HeardModel
import HeardScreens
import StrictJSON

/// Prints what the held events come to, split by up to three keys.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Prints figures of the held events, split by country, year and more.",
    discussion: """
      Attendances are not people: who came to two events counts twice. People are those on lists. \
      Rows that overlap, as those by topic, must not be added up; the total counts everything once.
      Keys: \(FigureKey.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES
        heard figures
        heard figures --by country,year
        heard figures --by topic country:jp --format plain
        heard figures --by year --format json | jq '.rows[] | [.year, .attendances]'
      """)

  @Option(help: ArgumentHelp("Up to three keys with commas between them.", valueName: "keys"))
  var by: String = ""

  @Argument(help: ArgumentHelp("Which events count, as for heard list.", valueName: "filter"))
  var filter: [String] = []

  @Option(help: "How to print them.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let keys = try keys(inquiry)
    let query = try TypedFilter.query(filter, for: .events, inquiry)
    let figures = inquiry.insight.figures(by: keys, query)
    if format == .json {
      try Output.write(SafeJSON.bytes(Self.json(figures)))
    } else {
      try Self.listing(figures, format, inquiry).print(format, inquiry)
    }
    if figures.isOverlapping && format != .json { Output.say(inquiry.words("cli.overlapping")) }
    try inquiry.finish()
  }

  private func keys(_ inquiry: Inquiry) throws -> [FigureKey] {
    let options = FigureKey.allCases.map { FieldOption($0.rawValue, $0.rawValue) }
    switch OptionInput.values(by, options) {
    case .success(let names):
      guard names.count <= 3 else { throw Failure(inquiry.words("cli.threeKeys"), .usage) }
      return names.compactMap(FigureKey.init(rawValue:))
    case .failure(let problem):
      throw Failure(
        inquiry.words(
          "cli.option", ["option": "--by", "problem": problem.sentence(inquiry.words)]), .usage)
    }
  }

  private static func json(_ figures: Figures) -> JSONValue {
    let values = values(figures)
    let rows = Listing(values, figures.rows)
    let totals = Listing(numbers, [figures.total])
    return .object([
      "by": .array(figures.keys.map { .string($0.rawValue) }),
      "rows": rows.json,
      "total": totals.rows.first.map(totals.object) ?? .null,
      "overlapping": .boolean(figures.isOverlapping),
    ])
  }

  /// Rows for reading end with the total; rows for a spreadsheet do not, so that it can add up.
  private static func listing(
    _ figures: Figures, _ format: ListFormat, _ inquiry: Inquiry
  ) -> Listing {
    var listing = Listing(values(figures), figures.rows)
    if format != .csv {
      // An empty place would be hard to notice, and cannot be heard at all.
      let unknown = JSONValue.string(inquiry.words("cli.unknown"))
      for index in listing.rows.indices {
        for key in figures.keys.indices where listing.rows[index][key].isNull {
          listing.rows[index][key] = unknown
        }
      }
    }
    if figures.keys.isEmpty || format != .csv {
      let names = figures.keys.indices.map { index -> JSONValue in
        index == 0 ? .string(inquiry.words("cli.total")) : .null
      }
      listing.rows.append(names + numbers.map { $0.value(figures.total) })
    }
    return listing
  }

  private static func values(_ figures: Figures) -> [RowValue<FigureRow>] {
    figures.keys.enumerated().map { index, key in
      RowValue(key.rawValue, key.meaning, isInTable: true) { row in
        index < row.keys.count ? row.keys[index].json : .null
      }
    } + numbers
  }

  private static var numbers: [RowValue<FigureRow>] {
    [
      RowValue("events", isInTable: true) { .integer($0.events) },
      RowValue("attendances", isInTable: true) { .integer($0.attendances.total) },
      RowValue("counted", isInTable: true) { .integer($0.attendances.counted) },
      RowValue("listed", isInTable: true) { .integer($0.attendances.listed) },
      RowValue("reported", isInTable: true) { .integer($0.attendances.reported) },
      RowValue("estimated", isInTable: true) { .integer($0.attendances.estimated) },
      RowValue("notKnown", isInTable: true) { .integer($0.notKnown) },
      RowValue("people", isInTable: true) { .integer($0.people) },
      RowValue("testimonies", isInTable: true) { .integer($0.testimonies) },
      RowValue("actions", isInTable: true) { .integer($0.actions) },
    ]
  }
}

extension FigureKey {
  fileprivate var meaning: Meaning {
    switch self {
    case .country: .country
    case .type: .code(.eventType)
    case .format: .fixed("format")
    case .involvement: .fixed("involvement")
    case .community: .code(.community)
    case .topic: .code(.topic)
    case .language: .language
    case .source: .fixed("source")
    case .status: .fixed("status")
    case .year, .series: .plain
    }
  }
}

extension FigureKeyValue {
  /// The value as it stands in files; null where nobody noted it.
  fileprivate var json: JSONValue {
    switch self {
    case .country(let country): .of(country)
    case .year(let year): .integer(year)
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
