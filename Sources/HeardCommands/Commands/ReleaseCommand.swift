import ArgumentParser
import HeardFollowUp
import HeardInsight
import HeardKit
import HeardModel
import StrictJSON

/// Opens what was published again, and compares it.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Prints a release as it was given out, lists releases, or compares two.",
    discussion: """
      A release is a table as it was published: heard figures --public makes one. It never changes. \
      heard release NAME prints it again, heard release compare NAME beside what the same question \
      would say today.

      EXAMPLES
        heard release report-2024
        heard release list
        heard release compare report-2024
        heard release compare report-2023 report-2024 --format json
      """,
    subcommands: [ShowRelease.self, ListReleases.self, CompareReleases.self],
    defaultSubcommand: ShowRelease.self)
}

extension Inquiry {
  /// The table that was given out under a name.
  ///
  /// - Throws: `Failure` where there is none, or it is of a newer program.
  fileprivate func released(_ name: String) throws -> (release: Release, table: PublicTable) {
    guard let release = Code(stored: name.lowercased()).flatMap({ programme.releases[$0] }) else {
      throw Failure(words("release.none", ["name": name]), .usage)
    }
    guard let table = PublicTable(release) else {
      throw Failure(words("release.notReadable", ["name": name]), .io)
    }
    return (release, table)
  }
}

/// Prints one release.
struct ShowRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints a release as it was given out.")

  @Argument(help: "The name of the release.")
  var name: String

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let (release, table) = try inquiry.released(name)
    let words = inquiry.words
    let more: [String: JSONValue] = [
      "at": .of(release.at), "by": .of(release.by), "rule": .of(release.rule),
      "cutOff": .of(release.cutOff), "approvals": .of(release.approvals),
    ]
    try Output.write(
      CrossListing(table, release: release.id).bytes(format, inquiry.desk, inquiry, more: more))
    Output.say(PublicWords.title(table.question, words))
    Output.say(
      words(
        "release.given",
        [
          "name": release.id.stored, "day": inquiry.formats.moment(release.at),
          "by": release.by.isEmpty ? words("cli.unknown") : release.by,
        ]))
    let legend = PublicWords.legend(table, words)
    if !legend.isEmpty { Output.say(legend) }
    try inquiry.finish()
  }
}

/// Lists the releases.
struct ListReleases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what was published, the newest last.")

  @Option(help: "How to print them.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let releases = inquiry.programme.releases.values.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let values: [RowValue<Release>] = [
      RowValue("id", isInTable: true) { .of($0.id) },
      RowValue("at", .date, isInTable: true) { .of($0.at.day) },
      RowValue("measure", .fixed("figures.measure"), isInTable: true) { .of($0.measure) },
      RowValue("rows", .fixed("figures.by"), isInTable: true) { .of($0.rows) },
      RowValue("columns", .fixed("figures.by"), isInTable: true) { .of($0.columns) },
      RowValue("query", isInTable: true, isFlexible: true) { .of($0.query) },
      RowValue("rule") { .of($0.rule) },
      RowValue("by") { .of($0.by) },
    ]
    try Listing(values, releases).print(format, inquiry)
    if releases.isEmpty { Output.say(inquiry.words("release.noneYet")) }
    try inquiry.finish()
  }
}

/// Compares two releases, or one with today.
struct CompareReleases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares a release with another one, or with what it would say today.")

  @Argument(help: "The name of the earlier release.")
  var earlier: String

  @Argument(help: "The name of the later one; without it, what the same question says today.")
  var later: String?

  @Option(help: "How to print it.")
  var format = ListFormat.table

  @OptionGroup var options: ProgrammeOptions

  func run() throws {
    let inquiry = try Inquiry(options)
    let words = inquiry.words
    let before = try inquiry.released(earlier).table
    let after =
      try later.map { try inquiry.released($0).table }
      ?? inquiry.desk.publicTable(before.question)
    let differences = TableDifference.all(before, after)
    let question = before.question
    func name(_ line: FigureGrid.Line, _ key: FigureKey?) -> JSONValue {
      .string(FigureLabels.label(line, key ?? question.rows, inquiry.desk))
    }
    func text(_ cell: PublicTable.Cell?) -> JSONValue {
      cell.map { .string(PublicWords.text($0, words)) } ?? .null
    }
    let values: [RowValue<TableDifference>] = [
      RowValue("row", isInTable: true, isFlexible: true) { name($0.row, question.rows) },
      RowValue("column", isInTable: true) { name($0.column, question.columns) },
      RowValue("before", isInTable: true) { text($0.before) },
      RowValue("after", isInTable: true) { text($0.after) },
      RowValue("difference", isInTable: true) { .of($0.difference) },
    ]
    try Listing(values, differences).print(format, inquiry)
    Output.say(
      differences.isEmpty
        ? words("release.same") : words("release.differs", count: differences.count))
    if later == nil { Output.say(PublicWords.verdict(after, words)) }
    try inquiry.finish()
  }
}
